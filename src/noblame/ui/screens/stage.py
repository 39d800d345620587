"""The stage: one event, cause or action for the whole room, what stands beside it, one question, and a large clock.

Nothing private is drawn here, and nothing that has to be typed: the room reads, Space walks on.
"""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from noblame.analysis.pace import blocks
from noblame.analysis.prompts import action_question, cause_question, event_question
from noblame.editor.edits.entries import replace
from noblame.model import Event, Part, Record
from noblame.ui.digits import large
from noblame.ui.header import clock, header, rail
from noblame.ui.ink import INKS, Line, Sheet, line
from noblame.ui.screens.stage_page import OPENING, staged

if TYPE_CHECKING:
    from noblame.ui.screens.meeting import MeetingScreen

_OURS = (("space", "next"), ("b", "back"), ("a", "asked"), ("ctrl+n", "next part"), ("esc", "leave the stage"))

_MEETING = (
    ("ctrl+n,f8", "next_part"), ("f7", "previous_part"), ("ctrl+t,f9", "extend"), ("ctrl+r", "rebalance"),
    ("f10", "pause"), ("f12", "theme"), ("ctrl+q", "quit"),
)  # fmt: skip
"""Keys of the meeting that work here too."""


def walk(record: Record, part: Part) -> tuple[str, ...]:
    """Return what the stage walks through in a part, by id: the card, the story, the causes, the promises."""
    events = tuple(event.id for event in record.events if event.shown)
    if part == "opening":
        return (OPENING, *events)
    if part == "timeline":
        return events
    actions = tuple(action.id for action in record.actions if action.intended)
    causes = tuple(cause.id for cause in record.causes)
    return causes if part == "analysis" or not actions else actions


class StageScreen(Screen[str]):
    """Lies over the meeting; leaving it returns the id that was shown last."""

    COMPONENT_CLASSES = INKS
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, "walk(1)", show=False, priority=True) for key in ("space", "right", "down", "n", "j", "pagedown")),
        *(Binding(key, "walk(-1)", show=False, priority=True) for key in ("b", "left", "up", "k", "pageup", "backspace")),
        Binding("escape,q,ctrl+l,alt+l", "leave", show=False, priority=True),
        Binding("a", "asked", show=False, priority=True),
        *(Binding(keys, f"meeting('{command}')", show=False, priority=True) for keys, command in _MEETING),
    ]

    def __init__(self, meeting: "MeetingScreen") -> None:
        super().__init__()
        self._meeting = meeting
        self._shown = meeting.pane.selected
        self._head = Sheet([(), (), ()], id="head")
        self._page = Sheet(id="stage")
        self._foot = Sheet([()], id="foot")

    def compose(self) -> ComposeResult:
        """Header and agenda, the page, the keys."""
        yield self._head
        yield self._page
        yield self._foot

    def on_mount(self) -> None:
        """Follow the clock."""
        self.set_interval(1.0 / min(self._meeting.clock.speed, 10.0), self.draw)

    def on_resize(self) -> None:
        """Lay the page out again."""
        self.draw()

    def draw(self) -> None:
        """Show the record and the clocks as they are."""
        width, height, now = self.size.width, self.size.height, self._meeting.now()
        if not width:
            return
        agenda = rail(self._meeting.record, now, self._meeting.viewed, width)
        self._head.show([header(self._meeting.editor, now, width), agenda.names, agenda.bars])
        room = height - 5
        figures = self._clock()
        page = staged(self._meeting.record, self._at(), self._place(), self._question(), width, self._meeting.settings.agenda)
        page = page[: max(0, room - len(figures) - 1)]
        blank = [()] * max(0, room - len(page) - len(figures) - 1)
        self._page.show([*page, *blank, *figures, ()][:room])
        self._foot.show([line(" ", *(part for key, what in _OURS for part in ((f"{key} ", "accent"), (f"{what}   ", "muted"))))])

    def _ids(self) -> tuple[str, ...]:
        return walk(self._meeting.record, self._meeting.viewed)

    def _at(self) -> str:
        """Return the id to show: the one that was shown while it is there, else the first."""
        ids = self._ids()
        if self._shown not in ids:
            self._shown = ids[0] if ids else ""
        return self._shown

    def _place(self) -> str:
        ids = self._ids()
        return f"{ids.index(self._at()) + 1} of {len(ids)}" if ids else ""

    def _question(self) -> str:
        record, shown = self._meeting.record, self._at()
        if event := record.event(shown):
            return event_question(event, self._meeting.settings.questions)
        if cause := record.cause(shown):
            return cause_question(record, cause)
        if action := record.action(shown):
            return action_question(action)
        return ""

    def _clock(self) -> list[Line]:
        """Return the time of the block that is on in large figures, and what it has; the plan before the start."""
        agenda, now = self._meeting.record.agenda, self._meeting.now()
        if agenda.current is None or agenda.ended is not None or agenda.block is None:
            return [line("    ", (part, "muted")) for part in large(f"{now.wall:%H:%M}")]
        on = blocks(agenda, now)[agenda.current]
        tone = "bad" if on.overrun else "accent"
        said = f"of {clock(on.planned)} for {on.name}" + ("   time's up" if on.overrun else "")
        said += "   the clock stands" if on.state == "paused" else ""
        return [*(line("    ", (part, tone)) for part in large(clock(on.spent))), line("    ", (said, "muted"))]

    # Keys.

    def action_walk(self, step: int) -> None:
        """Go to the next or the last; the ends hold."""
        ids = self._ids()
        if ids:
            self._shown = ids[max(0, min(ids.index(self._at()) + step, len(ids) - 1))]
            self.draw()

    def action_asked(self) -> None:
        """Tick the question off; the next one takes its place."""
        event, question = self._meeting.record.event(self._at()), self._question()
        if isinstance(event, Event) and question and question not in event.asked:
            self._meeting.editor.apply(
                f"asked at {event.id}", lambda record: replace(record, event.id, asked=(*event.asked, question))
            )

    def action_meeting(self, command_id: str) -> None:
        """Run a command of the meeting."""
        self._meeting.action_run(command_id)
        self.draw()

    def action_leave(self) -> None:
        """Go back to the meeting, where the stage was."""
        self.dismiss(self._shown)
