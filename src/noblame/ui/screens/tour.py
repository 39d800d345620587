"""A walk through a meeting in ninety seconds, for a first look or a rehearsal. Any key leaves it."""

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.timer import Timer

from noblame.analysis.cells import wrap
from noblame.model import Part
from noblame.ui.ink import INKS, Sheet, line

if TYPE_CHECKING:
    from noblame.ui.screens.meeting import MeetingScreen


class Stop(NamedTuple):
    """One sentence of the walk, and where it is said."""

    seconds: float
    part: Part
    words: str
    starts: bool = False
    """Whether the meeting goes on to its next part here."""


STOPS = (
    Stop(
        9,
        "opening",
        "A meeting has five parts, each with its minutes. Read the card aloud, tick who is here and what you agree on.",
    ),
    Stop(
        8,
        "opening",
        "ctrl+n starts the clock and goes on to the next part; looking around with f2 to f6 never moves it.",
        starts=True,
    ),
    Stop(
        11,
        "timeline",
        "Everything is typed into one line at the bottom: “14:31 the alert fires @bob” becomes a row where it belongs.",
        starts=True,
    ),
    Stop(
        9,
        "timeline",
        "An idea for a fix? /remedy keeps it until Actions. Off topic? /park. Somebody disagrees? /dissent. From any part.",
    ),
    Stop(
        10, "timeline", "When the time is up the clock says so and stops nobody. /vote 7 2 1 counts thumbs for five more minutes."
    ),
    Stop(
        11,
        "analysis",
        "Causes are typed once and drawn as whys, fishbone or fault tree: press v in the list to turn the drawing.",
        starts=True,
    ),
    Stop(
        9, "analysis", "Running late? ctrl+r takes what is owed from what is ahead, and leaves Actions and Closing their minutes."
    ),
    Stop(
        10,
        "actions",
        "An action is ready when it is specific, assigned, time-bounded, verifiable and prioritised: S A T V P.",
        starts=True,
    ),
    Stop(
        9,
        "closing",
        "Read each promise back, empty the parking lot, read dissent aloud; /export writes the document.",
        starts=True,
    ),
    Stop(
        6,
        "closing",
        "ctrl+l is the stage for the room, “noblame cockpit” your private screen. esc and ? show every key. Over to you.",
    ),
)
"""About ninety seconds."""


class TourScreen(ModalScreen[None]):
    """Says one sentence after another over the meeting, which it shows part by part."""

    COMPONENT_CLASSES = INKS
    BINDINGS: ClassVar = []

    def __init__(self, meeting: "MeetingScreen") -> None:
        super().__init__()
        self._meeting = meeting
        self._at = -1
        self._sheet = Sheet([()], id="tour")
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Only the sentence; the meeting shows through."""
        yield self._sheet

    def on_mount(self) -> None:
        """Begin."""
        self._go_on()

    def on_resize(self) -> None:
        """Wrap the sentence again."""
        self._show()

    def _go_on(self) -> None:
        self._at += 1
        if self._at >= len(STOPS):
            self.dismiss()
            return
        stop = STOPS[self._at]
        if stop.starts and self._meeting.record.agenda.ended is None:
            self._meeting.action_run("next_part")
        self._meeting.view(stop.part)
        self._show()
        self._timer = self.set_timer(stop.seconds, self._go_on)

    def _show(self) -> None:
        if not self.size.width or self._at < 0:
            return
        told = wrap(STOPS[min(self._at, len(STOPS) - 1)].words, self.size.width - 6)
        place = line((f"   {self._at + 1} of {len(STOPS)}", "accent"), ("   any key leaves the tour", "muted"))
        self._sheet.show([line(("  ▎ ", "accent"), (part, "strong")) for part in told] + [place])
        self._sheet.styles.height = len(told) + 1

    def on_key(self, event: events.Key) -> None:
        """Leave; the key does nothing else."""
        event.stop()
        event.prevent_default()
        if self._timer is not None:
            self._timer.stop()
        self.dismiss()
