"""An hour's meeting on a fast clock, in the real program in a terminal, which is killed twice on the way.

Nothing here depends on how fast the machine is: every step waits for what it brings about, in the session's file or on
the screen, and minutes are compared with what the driver itself measured around each key.
"""

import re
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from difflib import ndiff
from pathlib import Path

import pytest
from pseudo_terminal import Running

from noblame.exporters.moments import span, stamp
from noblame.model import PARTS, Agenda, Record
from noblame.store.session import SessionFile

SPEED = 400
"""An hour in nine seconds."""
PATIENCE = 30.0
CTRL_N, CTRL_R, ESCAPE, ENTER = "\x0e", "\x12", "\x1b", "\r"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


class Facilitator:
    """Somebody at the keyboard who looks at the file to see that a line was kept, and at the screen for the rest."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self.state = home / "state"
        self._written = (0, 0)
        self._record = Record()
        self._work = home / "rehearsal"
        self._work.mkdir()
        self._moments: list[tuple[datetime, datetime]] = []
        """The fast clock before each move to another block was asked for, and after it had reached the disk."""
        self._program = self._run("demo", "--fast", str(SPEED))
        self._program.shows("any key leaves the tour")
        self.path = next(self._work.rglob("*.toml"))
        self.before = noblame(home, "export", str(self.path))

    def _run(self, *words: str) -> Running:
        folders = {"TMPDIR": str(self._work), "XDG_STATE_HOME": str(self.state)}
        return Running([sys.executable, "-m", "noblame", *words], self._home, **folders)

    @property
    def record(self) -> Record:
        written = self.path.stat().st_mtime_ns, self.path.stat().st_ino
        if written != self._written:
            self._written, self._record = written, SessionFile.open(self.path).record
        return self._record

    @property
    def agenda(self) -> Agenda:
        return self.record.agenda

    def now(self) -> datetime:
        """What the clock of the rehearsal shows."""
        rehearsal = self.agenda.rehearsal
        assert rehearsal
        return rehearsal.since + (datetime.now(UTC) - rehearsal.since) * rehearsal.speed

    def press(self, keys: str) -> None:
        self._program.press(keys)

    def types(self, line: str, kept: Callable[[Record], object]) -> None:
        self.press(f"{line}{ENTER}")
        self.until(kept, line)

    def until(self, true: Callable[[Record], object], what: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while not true(self.record):
            assert time.monotonic() < deadline, f"not in the file after {PATIENCE:g} s: {what}"
            time.sleep(0.01)

    def sees(self, words: str) -> None:
        self._program.shows(words, PATIENCE)

    def goes_on(self, number: int | None) -> None:
        """Go on to the block of that number; None ends the meeting."""
        asked = self.now()
        self.press(CTRL_N)
        self.until(lambda r: r.agenda.current == number if number is not None else r.agenda.ended, f"block {number}")
        self._moments.append((asked, self.now()))

    def lets_it_be(self, minutes: float) -> None:
        """Wait until the block that is on has taken so long."""
        while (self.now() - self._moments[-1][1]) < timedelta(minutes=minutes):
            time.sleep(0.02)

    def is_cut_off(self) -> None:
        """Have the program killed, and open the session again."""
        self._program.kill()
        self._program = self._run("open", str(self.path))

    def leaves_the_tour(self) -> None:
        before = self._program.written
        self.press("x")
        self._program.shows("browse", PATIENCE, after=before)

    def leaves(self) -> None:
        self._program.kill()

    def measured(self, number: int) -> tuple[float, float]:
        """Return the least and the most seconds that a block can have taken."""
        (asked, begun), (end_asked, ended) = self._moments[number], self._moments[number + 1]
        return (end_asked - begun).total_seconds(), (ended - asked).total_seconds()


def noblame(home: Path, *words: str) -> str:
    told = subprocess.run([sys.executable, "-m", "noblame", *words], cwd=home, capture_output=True, text=True, check=True)
    return told.stdout


def hold(room: Facilitator) -> None:
    """Hold the meeting."""
    room.leaves_the_tour()
    room.goes_on(0)
    room.types("/person zoe as observer", lambda r: r.person("zoe"))
    room.types("/p who owns the pager contract", lambda r: r.notes[-1].kind == "parked")
    room.lets_it_be(4)

    room.goes_on(1)
    room.types("15:02 Support asks for a status update #comms", lambda r: any("Support asks" in e.text for e in r.events))
    room.types("/r raise the pool limit for good", lambda r: r.notes[-1].kind == "remedy")
    room.press("15:20 Status page set to ")
    room.until(lambda r: any("Status page set" in p.read_text() for p in drafts(room)), "a draft")
    room.is_cut_off()
    room.sees("Status page set to")
    room.types("green #comms", lambda r: any(e.text == "Status page set to green" for e in r.events))
    room.sees("Time's up for Timeline")
    room.types("7 2 1", lambda r: r.agenda.votes)
    room.lets_it_be(18)

    room.goes_on(2)
    room.types(
        "/c The pool had no alert of its own #monitoring", lambda r: any(c.text.endswith("alert of its own") for c in r.causes)
    )
    room.types("/d it was the cache @charlie settles: the cache log", lambda r: r.notes[-1].settles == "the cache log")
    room.press(CTRL_R)
    room.until(lambda r: any(block.extra < 0 for block in r.agenda.blocks), "a rebalance")
    room.lets_it_be(15)

    room.goes_on(3)
    action = "/a Alert on pool use > 80% for 5 minutes @bob p1 2024-01-26 #detection done: fires in staging"
    room.types(action, lambda r: r.actions[-1].done_when == "fires in staging")
    room.is_cut_off()
    room.sees("4 Actions")
    room.types("/l page owners before they are paged", lambda r: r.lessons[-1].text.startswith("page owners"))
    room.lets_it_be(13)

    room.goes_on(4)
    room.types("/hands 1 2", lambda r: r.meeting.again == 2)
    room.types("/follow-up 31 jan 14:00", lambda r: r.meeting.follow_up)
    room.types("/turn charlie", lambda r: any(person.turns for person in r.people))
    room.lets_it_be(4)
    room.press(CTRL_N)
    room.sees("1 parked line is left")
    room.goes_on(None)


def drafts(room: Facilitator) -> list[Path]:
    return [*room.state.rglob("drafts/*.json")]


def written_anew(before: str, after: str) -> str:
    """Return the lines that a document has and had not, drawings and times of day left out."""
    old, new = (re.sub("```.*?```", "", text, flags=re.DOTALL).splitlines() for text in (before, after))
    lines = [line[2:] for line in ndiff(old, new) if line.startswith("+ ") and line[2:].strip()]
    return "\n".join(re.sub(r", \d\d:\d\d(?=, about|\))", "", line) for line in lines)


EXPECTED = """\
| 15:02 | Support asks for a status update |
| 15:20 | Status page set to green |
     - Why could 12,000 customers not pay? → The pool had no alert of its own
What occurred explains it. “The pool had no alert of its own” is enough alone.
2. page owners before they are paged
| P1 | Alert on pool use > 80% for 5 minutes | @bob | 2024-01-26 | — | Detection |
| Alert on pool use > 80% for 5 minutes | fires in staging | — | — |
  - *Still open.*
- **it was the cache** *(@charlie, analysis, about “The pool had no alert of its own”)*
  - *What would settle it*: the cache log
- **raise the pool limit for good** *(timeline, about “15:02 Support asks for a status update”)*
  - *Still open.*
- **who owns the pager contract** *(opening)*
  - *Still open.*
- **Held**: {held}
- **Agenda**: standard
- **In the room**: Charlie (observer); Zoe (observer)
- **Not in the room**: Dana (facilitator); Priya (scribe); Alice (responder, author); Bob (incident commander, author); Dave (observer)
- **Votes**: Timeline +5 min (7 up, 2 down, 1 aside)
- **Show of hands**: 1 of 2 learned something that changes their work, 2 of 2 would come again
- **Follow-up**: {follow_up}
| Part | Planned | Spent |
|------|---------|-------|
| Opening | 5 min | {spent[0]} |
| Timeline | 15 +5 min | {spent[1]} |
| Analysis | 20{taken[2]} min | {spent[2]} |
| Actions | 15{taken[3]} min | {spent[3]} |
| Closing | 5 min | {spent[4]} |"""


def test_an_hour_is_held_and_two_kills_lose_neither_a_line_nor_a_second(tmp_path: Path):
    room = Facilitator(tmp_path)
    try:
        hold(room)
    finally:
        room.leaves()
    agenda, meeting = room.agenda, room.record.meeting
    assert [block.part for block in agenda.blocks] == list(PARTS)
    for number, block in enumerate(agenda.blocks):
        least, most = room.measured(number)
        assert least <= block.spent <= most, block.name
        assert block.planned >= block.floor
    assert agenda.started
    assert agenda.ended
    assert meeting.follow_up
    assert sum(block.spent for block in agenda.blocks) == pytest.approx((agenda.ended - agenda.started).total_seconds(), abs=1e-3)
    document = written_anew(room.before, noblame(tmp_path, "export", str(room.path)))
    assert document == EXPECTED.format(
        held=span(agenda.started, agenda.ended, "UTC"),
        follow_up=stamp(meeting.follow_up, "UTC"),
        taken=[f" {block.extra:+d}" if block.extra else "" for block in agenda.blocks],
        spent=[f"{int(block.spent) // 60}:{int(block.spent) % 60:02d}" for block in agenda.blocks],
    )
