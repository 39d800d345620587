"""The one-line field that everything is typed into."""

import asyncio
import re
from collections.abc import Sequence
from contextlib import suppress
from typing import ClassVar, Protocol, Self

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from noblame.model import clean
from noblame.ui.mixins import AtOnce

OWN = ("enter", "escape", "tab", "shift+tab", "up", "down", "pageup", "pagedown")
"""Keys that mean something to the owner of a field and may give the keys to something else."""


class Owner(Protocol):
    """What a field asks and tells: the screen that holds it."""

    def colours(self, text: str) -> Sequence[tuple[int, int, str]]:
        """Return the stretches of `text` that mean something, with a tone each."""
        ...

    def field_style(self, tone: str) -> Style:
        """Return how a tone looks in the field."""
        ...

    def entered(self, text: str) -> None:
        """Take the line on Enter."""
        ...

    def steered(self, key: str) -> None:
        """Take Tab, Escape or an arrow."""
        ...

    def pasted(self, lines: list[str], rest: str) -> str:
        """Take the whole lines of a paste; `rest` is behind the last line break. Return what stays to be finished."""
        ...


class Field(AtOnce, TextArea):
    """A text area of one line in which Enter, Tab, arrows and pastes mean what its owner says.

    Enter is taken inside the field's own queue: as a binding it would overtake letters that were
    typed before it and lose them.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+k", "screen.run('palette')", show=False)]

    def __init__(self, owner: Owner) -> None:
        super().__init__(compact=True, soft_wrap=False, show_line_numbers=False, highlight_cursor_line=False, id="field")
        self._owner = owner
        self._styled = False
        self.cursor_blink = False
        self.match_cursor_bracket = False

    def get_line(self, line_index: int) -> Text:
        """Return the line with its tokens in their tones."""
        text = super().get_line(line_index)
        for start, end, tone in self._owner.colours(text.plain):
            text.stylize(self._owner.field_style(tone), start, end)
        return text

    def notify_style_update(self) -> None:
        """Take the colours of the styles anew with the next painting."""
        self._styled = False
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint; Textual asks the styles for its colours with every key, which costs more than the painting."""
        if not self._styled:
            self._styled = True
            return super().render_lines(crop)
        return ScrollView.render_lines(self, crop)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            self._take(event)
            self._owner.entered(self.text)
        elif event.key in OWN:
            self._take(event)
            self._owner.steered(event.key)
        else:
            with self.prevent(TextArea.SelectionChanged):  # nobody asks, and each would pass through the whole screen
                await super()._on_key(event)

    async def caught_up(self) -> None:
        """Wait until the keys that were handed over are read."""
        read = asyncio.Event()
        if self.call_later(read.set):
            with suppress(TimeoutError):  # it may end meanwhile, and then nobody reads
                await asyncio.wait_for(read.wait(), 1)

    def _take(self, event: events.Event) -> None:
        event.stop()
        event.prevent_default()

    async def _on_paste(self, event: events.Paste) -> None:
        self._take(event)
        self.paste_text(event.text)

    def paste_text(self, text: str) -> None:
        """Take several lines as so many entries; the last one stays to be finished."""
        *whole, rest = clean(text).split("\n")
        if whole:
            first, *others = whole
            self.replace_text(self._owner.pasted([self.text + first, *others], rest))
        else:
            self.insert(rest)

    def replace_text(self, text: str) -> None:
        """Put `text` into the field, the cursor behind it."""
        self.load_text(text.replace("\n", " "))
        self.move_cursor((0, len(self.text)))

    def rewrite(self, text: str) -> None:
        """Put other words into the field in a step that undo takes back."""
        self.replace(text, (0, 0), (0, len(self.text)))
        self.move_cursor((0, len(text)))

    def turned(self, command_id: str) -> bool:
        """Undo or redo a step of typing; say whether there was one, for else the command is about the record."""
        stacks = {"undo": self.text and self.history.undo_stack, "redo": self.history.redo_stack}
        if stacks.get(command_id):
            getattr(self, command_id)()
            return True
        return False

    def next_slot(self) -> bool:
        """Select the next ‹slot›, from the front again behind the last; say whether there is one."""
        slots = list(re.finditer("‹[^›]*›", self.text))
        if not slots:
            return False
        here = max(self.selection.start, self.selection.end)[1]
        found = next((slot for slot in slots if slot.start() >= here), slots[0]) if here < len(self.text) else slots[0]
        self.selection = Selection((0, found.start()), (0, found.end()))
        return True

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Paint the field only: Textual lays the whole screen out where a longer text has another width, which ours is not."""
        return super().refresh(*regions, repaint=repaint, layout=layout and not self.size, recompose=recompose)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line."""
        return 1
