"""The cockpit: what only the facilitator sees, in a second terminal on the same file."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from rich.style import Style
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen

from noblame.capture.grammar import parse
from noblame.editor.changes import Change
from noblame.editor.editor import Editor
from noblame.editor.edits import meeting
from noblame.editor.situation import Situation, context
from noblame.editor.taking import take
from noblame.lint.finding import Finding
from noblame.lint.findings import findings
from noblame.model import Now, Part, Record
from noblame.model.settings import Settings
from noblame.store.inbox import Dropped, waiting
from noblame.ui.clock import Clock
from noblame.ui.field import Field
from noblame.ui.header import header, rail
from noblame.ui.ink import INKS, Sheet, clipped, line
from noblame.ui.news import WasSaved
from noblame.ui.rows import Rows
from noblame.ui.screens.cockpit_page import INBOX, cockpit_page
from noblame.ui.screens.inbox import screen_note

_HINT = line(
    "    ", ("a note to yourself", "text"), ("   /park  /remedy  /dissent  /question", "accent"), (" go into the record", "muted")
)
_KEYS = (
    (("enter", "note"), ("esc", "people and inbox"), ("ctrl+q", "leave")),
    (("1–9", "was heard"), ("a", "take the note"), ("x", "drop it"), ("i", "type"), ("ctrl+q", "leave")),
)


class CockpitScreen(Screen[None]):
    """Pace, questions, findings; who was heard; the inbox; private notes."""

    COMPONENT_CLASSES = INKS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", show=False, priority=True),
        Binding("f12", "theme", show=False, priority=True),
        Binding("ctrl+z", "undo", show=False, priority=True),
    ]

    def __init__(self, editor: Editor, clock: Clock, path: Path, settings: Settings) -> None:
        super().__init__()
        self._editor, self._clock, self._path, self._settings = editor, clock, path, settings
        self._found: tuple[Record | None, tuple[Finding, ...]] = (None, ())
        """What was found in the record that was drawn last: the clock draws more often than the record changes."""
        self._head = Sheet([(), (), ()], id="head")
        self.rows = Rows(id="cockpit")
        self.field = Field(self)
        self._told = Sheet([_HINT], id="preview")
        self._foot = Sheet([()], id="foot")
        self._inbox: tuple[Dropped, ...] = ()
        editor.changed = self._changed

    def compose(self) -> ComposeResult:
        """Header, page, line, keys."""
        yield self._head
        yield self.rows
        with Horizontal(id="typing"):
            yield Sheet([line(("  ❯", "accent"))], id="prompt")
            yield self.field
        yield self._told
        yield self._foot

    def on_mount(self) -> None:
        """Follow the clock and the inbox."""
        self.field.focus()
        self.set_interval(1.0 / min(self._clock.speed, 10.0), self.draw)
        self._look()
        self.set_interval(1.0, self._look)

    def on_resize(self) -> None:
        """Lay the page out again."""
        self.draw()

    def draw(self) -> None:
        """Show the record, the clocks and the inbox as they are."""
        width, now = self.size.width, self._clock.now()
        if not width or not self.rows.room:
            return
        agenda = rail(self._record, now, self._part(), width)
        self._head.show([header(self._editor, now, width), agenda.names, agenda.bars])
        if self._found[0] is not self._record:
            self._found = (self._record, findings(self._record, self._settings, now.wall.date()))
        self.rows.show(cockpit_page(self._record, now, self._inbox, self.rows.room - 1, self._found[1]))

    def on_descendant_focus(self) -> None:
        """Name the keys of where the cursor is."""
        keys = _KEYS[0 if self.field.has_focus else 1]
        spans = [part for key, what in keys for part in ((f"{key} ", "accent"), (f"{what}   ", "muted"))]
        self._foot.show([line(" ", *spans)])

    @property
    def _record(self) -> Record:
        return self._editor.record

    def _now(self) -> Now:
        return self._clock.now()

    def _part(self) -> Part:
        block = self._record.agenda.block
        return block.part if block else "opening"

    def _changed(self, change: Change) -> None:
        self.draw()

    def _look(self) -> None:
        """Look into the inbox."""
        found = waiting(self._path)
        if found != self._inbox:
            self._inbox = found
            self.draw()

    def on_was_saved(self, message: WasSaved) -> None:
        """Say whether it is on the disk."""
        for saved, _ in message.reports():
            if saved.reason:
                self._say(f"Not saved yet: {saved.reason}. Everything is kept here and tried again.")
        self.draw()

    # The line.

    def colours(self, text: str) -> Sequence[tuple[int, int, str]]:
        """Colour nothing: these are the facilitator's own words."""
        return ()

    def field_style(self, tone: str) -> Style:
        """Return how a tone looks."""
        return self._told.style_of(tone)

    def entered(self, text: str) -> None:
        """Keep a line as a private note, or as what its slash or sign says."""
        if not text.strip():
            return
        self.field.replace_text("")
        if not text.lstrip().startswith(("/", "+ ", "- ", "! ", "? ")):
            self._editor.apply("private note", lambda record: meeting.noted(record, text, self._now().wall))
            self._say("Noted, for you alone.")
            return
        situation = Situation(self._now(), self._part())
        captured = parse(text, context(self._record, situation))
        if captured.target == "command":
            self._say("Commands belong to the meeting; here are notes, people and the inbox.")
            self.field.replace_text(text)
            return
        taken = take(self._record, captured, situation)
        self._editor.apply(taken.label, lambda record: taken.record)
        self._say(f"In the record as {captured.target}." if taken.entry_id else taken.label)

    def steered(self, key: str) -> None:
        """Go to the list on Escape, move in it by arrows."""
        if key in ("up", "down"):
            self.rows.move(-1 if key == "up" else 1)
        elif key == "escape":
            self.rows.focus()

    def pasted(self, lines: list[str], rest: str) -> str:
        """Keep each whole line."""
        for text in lines:
            self.entered(text)
        return rest

    def _say(self, words: str) -> None:
        self._told.show([clipped(line("    ", (words, "warn")), self.size.width - 1)])

    # The list.

    def took(self, key: str) -> bool:
        """Read a single key while the list has the focus; say whether it meant something."""
        if self.focused is not self.rows:
            return False
        if key in ("i", "escape", "tab"):
            self.field.focus()
        elif key == "slash":
            self.field.focus()
            self.field.replace_text("/")
        elif key in ("down", "j", "up", "k"):
            self.rows.move(1 if key in ("down", "j") else -1)
        elif key in ("a", "x"):
            self._screen_note(taken=key == "a")
        elif key.isdecimal():
            self._heard(int(key))
        elif key in ("h", "space") and self._record.person(self.rows.chosen):
            self._count(self.rows.chosen)
        else:
            return False
        return True

    def _heard(self, number: int) -> None:
        """Count a turn of the person with a number."""
        people = self._record.people
        if 1 <= number <= len(people):
            self._count(people[number - 1].id)

    def _count(self, person_id: str) -> None:
        person = self._record.person(person_id)
        if person:
            self._editor.apply(f"{person.shown} heard", lambda record: meeting.turn_counted(record, person.id))
            self._say(f"{person.shown} was heard; ctrl+z takes it back.")

    def _screen_note(self, *, taken: bool) -> None:
        """Take a dropped note into the record as a question without a name, or leave it out."""
        kind, _, key = self.rows.chosen.partition(":")
        note = next((note for note in self._inbox if kind == INBOX and note.key == key), None)
        if note is None:
            self._say("Put the cursor on a note of the inbox first.")
            return
        said = screen_note(self._editor, self._path, note, self._part(), self._now(), taken=taken)
        self._look()
        self._say(said)

    # Keys that work everywhere.

    def action_undo(self) -> None:
        """Take back the last step made here."""
        label = self._editor.undo()
        self._say(f"Undone: {label}." if label else "There is nothing to undo.")

    def action_theme(self) -> None:
        """Turn to the next set of colours."""
        from noblame.ui.app import NoblameApp

        app = self.app  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType] any app will do
        if isinstance(app, NoblameApp):
            app.next_theme()

    def action_leave(self) -> None:
        """Leave; the meeting goes on in the other terminal."""
        self.app.exit()  # pyright: ignore[reportUnknownMemberType] any app will do
