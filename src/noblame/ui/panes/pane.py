"""What the five panes have in common: rows with a cursor, drawn from the record."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Size

from noblame.capture.grammar import Captured
from noblame.editor.changes import Change
from noblame.editor.commands import Command, footer
from noblame.editor.situation import Situation
from noblame.model import Entry, Part, Record
from noblame.ui.desk import Desk
from noblame.ui.ink import Line, screen_size
from noblame.ui.rows import Page, Rows

AROUND = 8
"""Rows of the screen that are not the pane's: title, agenda, capture line, footer."""


class Pane(Vertical):
    """A part of the meeting. Holds cursor and scroll; everything else stands in the record."""

    part: ClassVar[Part] = "opening"

    def __init__(self, desk: Desk) -> None:
        super().__init__(id=self.part)
        self.desk = desk
        self.rows = Rows(id=f"{self.part}-rows")
        self._drawn_for = (0, Size())
        """Columns of the list and size of the whole when it was drawn last."""

    def compose(self) -> ComposeResult:
        """Rows alone, unless a pane has more."""
        yield self.rows

    @property
    def record(self) -> Record:
        """The record as it is now."""
        return self.desk.editor.record

    @property
    def selected(self) -> str:
        """Id of the entry under the cursor, or nothing."""
        return self.rows.chosen

    def situation(self) -> Situation:
        """Return what a line typed here is about."""
        return Situation(now=self.desk.now(), part=self.part, selected=self.selected, horizons=self.desk.settings.actions)

    def page(self, width: int) -> Page:
        """Return what to show in so many columns."""
        raise NotImplementedError

    @property
    def area(self) -> Size:
        """Columns and rows; before the first layout those that it will have, so that the first frame is whole."""
        return self.size or Size((whole := screen_size(self)).width, max(0, whole.height - AROUND))

    def draw(self, change: Change | None = None) -> None:
        """Show the record as it is; `change` says what differs since the last time, if that is known."""
        width, _ = self._drawn_for = self._room
        if width:
            self.rows.show(self.page(width - 1))

    @property
    def _room(self) -> tuple[int, Size]:
        return self.rows.room or self.area.width - 1, self.area

    def on_mount(self) -> None:
        """Draw before the first layout."""
        self.draw()

    def take_keys(self) -> None:
        """Give the list the keys; a list that is not there yet has them as soon as it is."""
        self.keyed.focus() if self.keyed.is_attached else self.call_later(self.keyed.focus)

    @property
    def keyed(self) -> Rows:
        """What has the keys while nothing is typed: the list, or what is shown in its place."""
        return self.rows

    def on_resize(self) -> None:
        """Lay the page out again, unless it has been drawn for this size."""
        self._fit()

    def on_rows_resized(self) -> None:
        """Lay the page out again where something beside it came or went."""
        self._fit()

    def _fit(self) -> None:
        if self._room != self._drawn_for:
            self.draw()

    def steered(self, key: str) -> bool:
        """Take Tab or Shift+Tab from the capture line; say whether it meant something here."""
        return False

    def pressed(self, key: str) -> bool:
        """Take a key from the list before anything else does; say whether it meant something here."""
        return False

    def read_out(self) -> Line:
        """Return what is to be read aloud now, which goes before what the clock says; mostly nothing."""
        return ()

    def hint(self) -> Line:
        """Return the line below an empty capture line: what can be typed here."""
        raise NotImplementedError

    def list_keys(self) -> tuple[Command, ...]:
        """Return the commands that the footer names while the list has the keys."""
        return footer(self.part)

    def line_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys that mean something here while typing, with their names."""
        return ()

    def pasted(self, lines: list[str]) -> bool:
        """Take a pasted block as a whole; say whether it means something here."""
        return False

    def taken(self, captured: Captured, entry_id: str) -> None:
        """Put the cursor on what was typed, or say where it went."""
        if self.record.entry(entry_id) in self._own():
            self.desk.look_at(entry_id)
        else:
            self.desk.say(f"Kept as {captured.target}: {captured.text}")

    def _own(self) -> tuple[Entry, ...]:
        """Return the entries that this pane lists."""
        return ()

    def cursor_moved(self) -> None:
        """Take note that the cursor stands elsewhere."""
