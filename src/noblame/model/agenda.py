"""The plan of the meeting and the clock that runs over it.

Time is a deadline, not a counter: the record says when the running block was last started, on the
wall clock and on the machine's clock that counts sleep, so a killed program or a closed lid
loses nothing. `analysis.pace` turns this into minutes.
"""

from datetime import datetime
from typing import Literal, NamedTuple, get_args

from pydantic import Field

from noblame.model.base import Frozen
from noblame.model.instant import Instant
from noblame.model.text import Line

Part = Literal["opening", "timeline", "analysis", "actions", "closing"]
PARTS: tuple[Part, ...] = get_args(Part)


LONGEST = 10_000_000
"""Minutes of a block: nineteen years, more than any clock is left running for. What is more cannot be shown."""


class Now(NamedTuple):
    """One reading of the clocks."""

    wall: datetime
    """Aware."""
    boot: str = ""
    """Names this run of the machine; `uptime` only compares within it."""
    uptime: float = 0.0
    """Seconds since boot, sleep included."""


class Block(Frozen):
    """A timed stretch of the meeting."""

    name: Line
    part: Part
    minutes: int = Field(ge=0, le=LONGEST)
    floor: int = Field(default=0, ge=0, le=LONGEST)
    """Minutes that a rebalance must leave."""
    extra: int = Field(default=0, ge=-LONGEST, le=LONGEST)
    """Minutes added while it ran."""
    spent: float = Field(default=0.0, ge=0, le=60 * LONGEST)
    """Seconds counted before the clock was last started."""
    prompts: tuple[Line, ...] = ()
    """What to ask the room; where there are none, those of the part (`analysis.prompts`)."""

    @property
    def planned(self) -> int:
        """Minutes it has by now, with what was added or taken while the meeting ran."""
        return max(0, self.minutes + self.extra)


class Vote(Frozen):
    """How the room voted on more minutes for the block that was on."""

    block: Line
    at: Instant
    up: int = Field(ge=0)
    down: int = Field(ge=0)
    side: int = Field(default=0, ge=0)
    """Thumbs to the side: they count for nothing but are told."""
    minutes: int = Field(default=0, ge=0)
    """Minutes that were given; none where the room goes on."""


class Rehearsal(Frozen):
    """A meeting on a fast clock; every program that opens the session reads the same time from it."""

    speed: float = Field(gt=0, le=1000)
    since: Instant
    """The real moment at which the fast clock showed real time."""


class Agenda(Frozen):
    """Ordered blocks and where the meeting is in them."""

    preset: Line = "standard"
    blocks: tuple[Block, ...] = ()
    current: int | None = Field(default=None, ge=0)
    """Which block is on; none before the start."""
    since: Instant | None = None
    """When the clock of the current block was last started; none while it stands."""
    since_boot: Line = ""
    since_uptime: float = Field(default=0.0, ge=0, le=10**10)
    started: Instant | None = None
    started_boot: Line = ""
    started_uptime: float = Field(default=0.0, ge=0, le=10**10)
    """The machine's clock at the start: pauses are late too, and a corrected wall clock is not."""
    ended: Instant | None = None
    votes: tuple[Vote, ...] = ()
    tangent: Instant | None = None
    """When a tangent that was given a few minutes has had them."""
    rehearsal: Rehearsal | None = None

    @property
    def block(self) -> Block | None:
        """The block that is on."""
        if self.current is None or self.current >= len(self.blocks):
            return None
        return self.blocks[self.current]


def _blocks(*rows: tuple[str, Part, int, int]) -> tuple[Block, ...]:
    return tuple(Block(name=name, part=part, minutes=minutes, floor=floor) for name, part, minutes, floor in rows)


PRESETS: dict[str, tuple[Block, ...]] = {
    "standard": _blocks(
        ("Opening", "opening", 5, 2), ("Timeline", "timeline", 15, 8), ("Analysis", "analysis", 20, 10),
        ("Actions", "actions", 15, 12), ("Closing", "closing", 5, 5),
    ),
    "extended": _blocks(
        ("Opening", "opening", 5, 2), ("Timeline", "timeline", 15, 8), ("Root cause", "analysis", 20, 10),
        ("Contributing factors", "analysis", 15, 8), ("What went well", "analysis", 10, 4),
        ("Actions", "actions", 20, 15), ("Closing", "closing", 5, 5),
    ),
    "quick": _blocks(
        ("Opening", "opening", 3, 1), ("Timeline", "timeline", 8, 4), ("Analysis", "analysis", 8, 4),
        ("Actions", "actions", 8, 6), ("Closing", "closing", 3, 3),
    ),
    "learning": _blocks(
        ("Opening", "opening", 5, 2), ("Timeline", "timeline", 35, 20), ("Analysis", "analysis", 10, 5),
        ("Actions", "actions", 5, 5), ("Closing", "closing", 5, 5),
    ),
}  # fmt: skip
"""Seed B's hour, seed A's blocks inside it, a half hour for small incidents, an hour for learning."""


def planned(preset: str) -> Agenda:
    """Return the agenda of a preset; raises KeyError for a name that is none."""
    return Agenda(preset=preset, blocks=PRESETS[preset])
