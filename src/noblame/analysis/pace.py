"""The arithmetic of the agenda: where the meeting is, when it will end, and how it moves on.

Every transition takes the agenda and one reading of the clocks and returns the new agenda. Leaving a block
banks its seconds in the block, so nothing is lost by moving back and forth, and an agenda that was
written and read again goes on where it was. Moving never starts or stops the clock.
"""

from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from noblame.model import PARTS, Agenda, Block, Now, Part
from noblame.model.agenda import LONGEST

State = Literal["done", "running", "paused", "ahead"]
_ANOTHER_DAY = 16 * 3600
"""Seconds since the start after which a meeting goes on another day, and was not on all the time between."""


class Progress(NamedTuple):
    """How far a block or a part is."""

    name: str
    part: Part
    state: State
    planned: int
    """Seconds, with what was added while it ran."""
    spent: float
    """Seconds."""

    @property
    def overrun(self) -> float:
        """Seconds beyond the plan, 0 while it is kept."""
        return max(0.0, self.spent - self.planned)

    @property
    def left(self) -> float:
        """Seconds that the plan still has for it, 0 once it is over or done."""
        return 0.0 if self.state == "done" else max(0.0, self.planned - self.spent)


def running_seconds(agenda: Agenda, now: Now) -> float:
    """Return the seconds since the clock was last started, 0 while it stands.

    Within one run of the machine its own clock counts, which neither sleep nor a corrected wall clock
    disturbs; after a restart the wall clock does. Never negative.
    """
    if agenda.since is None or agenda.block is None:
        return 0.0
    if now.boot and now.boot == agenda.since_boot:
        return max(0.0, now.uptime - agenda.since_uptime)
    return max(0.0, (now.wall - agenda.since).total_seconds())


def elapsed(agenda: Agenda, now: Now) -> float:
    """Return the seconds spent on the block that is on, 0 where none is."""
    return agenda.block.spent + running_seconds(agenda, now) if agenda.block else 0.0


def blocks(agenda: Agenda, now: Now) -> tuple[Progress, ...]:
    """Return how far each block is, in order."""
    return tuple(
        Progress(block.name, block.part, _state(agenda, number), _planned(block), block.spent + _extra(agenda, number, now))
        for number, block in enumerate(agenda.blocks)
    )


def parts(agenda: Agenda, now: Now) -> tuple[Progress, ...]:
    """Return how far each of the five parts is, its blocks taken together; a part without blocks has no row."""
    rows: list[Progress] = []
    every = blocks(agenda, now)
    for part in PARTS:
        own = [block for block in every if block.part == part]
        if own:
            on = next((block for block in own if block.state not in ("done", "ahead")), own[-1])
            rows.append(Progress(part.capitalize(), part, on.state, sum(b.planned for b in own), sum(b.spent for b in own)))
    return tuple(rows)


def projected_end(agenda: Agenda, now: Now) -> datetime:
    """Return when the meeting ends if every block from here on keeps to what it has left; when it ended, once it has."""
    if agenda.ended:
        return agenda.ended
    return now.wall + timedelta(seconds=sum(block.left for block in blocks(agenda, now)))


def over_minutes(agenda: Agenda, now: Now) -> float:
    """Return how many minutes later than planned the meeting will end; negative where it is ahead, 0 before it starts.

    The plan is the start and the minutes the blocks were given; what was added while they ran is late.
    """
    if agenda.started is None:
        return 0.0
    planned, rows = sum(block.minutes for block in agenda.blocks), blocks(agenda, now)
    lasted = _since_start(agenda, now)
    if lasted > _ANOTHER_DAY:
        lasted = sum(row.spent for row in rows)
    return (lasted + sum(row.left for row in rows)) / 60 - planned


def _since_start(agenda: Agenda, now: Now) -> float:
    """Return the seconds from the start until now, pauses with them; until the end, once there is one."""
    if agenda.started is None:
        return 0.0
    if agenda.ended is not None:
        return (agenda.ended - agenda.started).total_seconds()
    if now.boot and now.boot == agenda.started_boot:
        return max(0.0, now.uptime - agenda.started_uptime)
    return max(0.0, (now.wall - agenda.started).total_seconds())


def start(agenda: Agenda, now: Now) -> Agenda:
    """Start the meeting at its first block; a meeting that has been started is resumed."""
    if agenda.started is not None or not agenda.blocks:
        return resume(agenda, now)
    return _ticking(agenda.but(current=0, started=now.wall, started_boot=now.boot, started_uptime=now.uptime, ended=None), now)


def next_block(agenda: Agenda, now: Now) -> Agenda:
    """Go on to the next block; the last one stays on, and nothing moves before the start."""
    return agenda if agenda.current is None else _moved(agenda, agenda.current + 1, now)


def back(agenda: Agenda, now: Now) -> Agenda:
    """Go back to the block before; the first one stays on, and nothing moves before the start."""
    return agenda if agenda.current is None else _moved(agenda, agenda.current - 1, now)


def jump(agenda: Agenda, part: Part, now: Now) -> Agenda:
    """Go to the first block of a part; where the meeting is in that part already, it stays."""
    if agenda.current is None or (agenda.block and agenda.block.part == part):
        return agenda
    first = next((number for number, block in enumerate(agenda.blocks) if block.part == part), agenda.current)
    return _moved(agenda, first, now)


def extend(agenda: Agenda, minutes: int) -> Agenda:
    """Give the block that is on more minutes; fewer where negative, but never less than none."""
    if agenda.block is None or agenda.current is None:
        return agenda
    extra = min(max(agenda.block.extra + minutes, -agenda.block.minutes), LONGEST)
    return _with_block(agenda, agenda.current, agenda.block.but(extra=extra))


def pause(agenda: Agenda, now: Now) -> Agenda:
    """Stop the clock; the block stays on."""
    if agenda.since is None:
        return agenda
    return _banked(agenda, now).but(since=None, since_boot="", since_uptime=0.0)


def resume(agenda: Agenda, now: Now) -> Agenda:
    """Let the clock go on in the block that was on, else in the last; the meeting may be over, but has to have been started."""
    if agenda.started is None or agenda.since is not None or not agenda.blocks:
        return agenda
    current = len(agenda.blocks) - 1 if agenda.current is None else agenda.current
    return _ticking(agenda.but(current=current, ended=None), now)


def timeboxed(agenda: Agenda, minutes: int, now: Now) -> Agenda:
    """Give a tangent a few minutes inside the block that is on."""
    return agenda.but(tangent=now.wall + timedelta(minutes=minutes))


def finish(agenda: Agenda, now: Now) -> Agenda:
    """End the meeting where it is; one that was not started or has ended stays as it is."""
    if agenda.started is None or agenda.ended is not None:
        return agenda
    return pause(agenda, now).but(ended=agenda.started + timedelta(seconds=_since_start(agenda, now)))


def _planned(block: Block) -> int:
    return max(0, block.minutes + block.extra) * 60


def _extra(agenda: Agenda, number: int, now: Now) -> float:
    return running_seconds(agenda, now) if number == agenda.current else 0.0


def _state(agenda: Agenda, number: int) -> State:
    if agenda.ended is not None:
        return "done"
    if agenda.current is None or number > agenda.current:
        return "ahead"
    if number < agenda.current:
        return "done"
    return "running" if agenda.since is not None else "paused"


def _ticking(agenda: Agenda, now: Now) -> Agenda:
    return agenda.but(since=now.wall, since_boot=now.boot, since_uptime=now.uptime)


def _with_block(agenda: Agenda, number: int, block: Block) -> Agenda:
    return agenda.but(blocks=(*agenda.blocks[:number], block, *agenda.blocks[number + 1 :]))


def _banked(agenda: Agenda, now: Now) -> Agenda:
    """Count what the block that is on has run so far."""
    if agenda.since is None or agenda.block is None or agenda.current is None:
        return agenda
    return _with_block(agenda, agenda.current, agenda.block.but(spent=elapsed(agenda, now)))


def _moved(agenda: Agenda, number: int, now: Now) -> Agenda:
    number = min(max(number, 0), len(agenda.blocks) - 1)
    if number == agenda.current:
        return agenda
    moved = _banked(agenda, now).but(current=number)
    return _ticking(moved, now) if agenda.since is not None else moved
