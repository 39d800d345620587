"""What several widgets do in another way than Textual's own."""

from typing import TYPE_CHECKING, Self

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

_Mixin = Widget if TYPE_CHECKING else object
"""Textual looks for styles along the first base that is a widget, which must not be a mixin."""


class Kept(_Mixin):
    """Keeps its lines until they are another: for each key Textual asks again for those of all that lies behind it."""

    _kept: tuple[Region, list[Strip]] | None = None

    def _set_dirty(self, *regions: Region) -> None:
        self._kept = None
        super()._set_dirty(*regions)

    def notify_style_update(self) -> None:
        """Draw anew in other styles."""
        self._kept = None
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of before, where nothing has changed."""
        if self._kept is None or self._kept[0] != crop:
            self._kept = crop, super().render_lines(crop)
        return self._kept[1]


class AtOnce(_Mixin):
    """Takes the keys when it is told to, so that the next key already goes there; Textual's own waits for other messages."""

    def focus(self, scroll_visible: bool = True) -> Self:
        """Take the keys."""
        self.screen.set_focus(self, scroll_visible=scroll_visible)
        return self
