"""Drawing lines of words with a tone each: how every part of the screen gets its text.

Text reaches the terminal only as segments made here, never as markup, so brackets in what the
room said stay brackets.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from noblame.analysis.cells import cells, fit
from noblame.model.secrets import secrets_in
from noblame.ui.mixins import AtOnce, Kept

TONES = (
    "text", "muted", "strong", "accent", "good", "warn", "bad", "violet", "teal", "ask", "line", "badge", "selected", "bar",
    "wrong", "heading",
)  # fmt: skip

_DRAWN = {
    "people": "violet", "process": "violet", "technology": "accent", "environment": "teal", "monitoring": "warn",
    "external": "good", "focus": "badge", "effect": "bad", "twig": "muted", "": "text",
}  # fmt: skip


class Span(NamedTuple):
    """A stretch of text in one tone."""

    text: str
    tone: str = "text"


Line = tuple[Span, ...]


def line(*spans: Span | str | tuple[str, str]) -> Line:
    """Return a line of spans; plain strings are in the ordinary tone."""
    return tuple(Span(s) if isinstance(s, str) else Span(*s) for s in spans if s)


def drawn(spans: Iterable[tuple[str, ...]]) -> Line:
    """Return a line of a drawing from `analysis` with the tones of the screen."""
    return tuple(Span(span[0], _DRAWN.get(span[1], span[1])) for span in spans)


def width_of(spans: Line) -> int:
    """Return the cells that a line takes."""
    return sum(cells(span.text) for span in spans)


def clipped(spans: Line, width: int) -> Line:
    """Return a line cut to `width` cells, with an ellipsis where something is missing."""
    if width_of(spans) <= width:
        return spans
    kept: list[Span] = []
    left = width
    for span in spans:
        size = cells(span.text)
        if size >= left:
            # The line goes on behind this span, so an ellipsis is due even where it just fits.
            kept.append(Span(fit(span.text + "…" * (size == left), left), span.tone))
            break
        kept.append(span)
        left -= size
    return tuple(kept)


def padded(spans: Line, width: int) -> Line:
    """Return a line cut or filled to exactly `width` cells."""
    short = clipped(spans, width)
    return (*short, Span(" " * (width - width_of(short))))


def beside(left: Line, right: Line, width: int) -> Line:
    """Return a line with `right` flush to the far edge; the left one gives way."""
    room = width - width_of(right)
    return (*padded(left, max(0, room)), *clipped(right, width))


def marked(spans: Iterable[Span]) -> Iterable[Span]:
    """Yield spans with the secrets in them set apart, so that nobody overlooks one on a screen that is shared."""
    for span in spans:
        end = 0
        for start, behind in secrets_in(span.text):
            yield Span(span.text[end:start], span.tone)
            yield Span(span.text[start:behind], "wrong")
            end = behind
        yield Span(span.text[end:], span.tone) if end else span


INKS = {f"ink-{tone}" for tone in TONES}
"""The component classes of every screen of ours: on each widget Textual would work them out once for each."""


_MOST_STRIPS = 500
"""Lines that a widget remembers as they were drawn: several screens of them."""


class Inked(AtOnce, Kept, Widget):
    """A widget that draws lines of spans, in the tones of its screen."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._tones: dict[str, Style] = {}
        """Those of one drawing, by tone; the ground has none. To ask for them anew for each word costs a third of a frame."""
        self._strips: dict[tuple[Sequence[Span], int, Style | None, Style], Strip] = {}
        """Lines drawn before, which most that scroll are."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines in the styles of the present theme."""
        self._tones = {}
        return super().render_lines(crop)

    def style_of(self, tone: str) -> Style:
        """Return the style of a tone in the present theme."""
        return self.screen.get_component_rich_style(f"ink-{tone}", partial=True)

    @property
    def ground(self) -> Style:
        """The style that all tones of this drawing stand on."""
        if "" not in self._tones:
            self._tones[""] = self.rich_style
        return self._tones[""]

    def _tone(self, tone: str) -> Style:
        if tone not in self._tones:
            self._tones[tone] = self.style_of(tone)
        return self._tones[tone]

    def strip(self, spans: Sequence[Span], width: int, over: Style | None = None) -> Strip:
        """Return spans as a strip of exactly `width` cells on the ground `over`; a tone with a ground of its own keeps it."""
        key = (tuple(spans), width, over, self.ground)
        if key not in self._strips:
            if len(self._strips) >= _MOST_STRIPS:
                self._strips.clear()
            ground = self.ground + over if over else self.ground
            segments = [Segment(span.text, ground + self._tone(span.tone)) for span in marked(spans)]
            self._strips[key] = Strip(segments).adjust_cell_length(width, ground)
        return self._strips[key]

    def notify_style_update(self) -> None:
        """Draw anew in other styles."""
        self._strips.clear()
        super().notify_style_update()


def screen_size(widget: Widget) -> Size:
    """Return columns and rows of the terminal, which are known before anything is laid out."""
    size: Size = widget.app.size  # pyright: ignore[reportUnknownMemberType] any app has one
    return size


class Sheet(Inked):
    """A few lines that do not scroll."""

    def __init__(self, lines: Iterable[Line] = (), *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._lines: tuple[Line, ...] = tuple(lines)
        self._place = (0, 0, 0)

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is drawn."""
        return self._lines

    def show(self, lines: Iterable[Line]) -> None:
        """Draw other lines; only what differs is painted again."""
        new = tuple(lines)
        old, self._lines = self._lines, new
        if len(new) != len(old):
            self.refresh(layout=self.styles.height is None or self.styles.height.is_auto)
            return
        for y, (before, after) in enumerate(zip(old, new, strict=True)):
            if before != after:
                first, last = _differing(before, after, self.size.width)
                self.refresh(Region(first, y, last - first, 1))

    def place(self, column: int, row: int, width: int) -> None:
        """Stand elsewhere, for a sheet that lies above the others; laying out costs, so only where it is another place."""
        if self._place != (column, row, width):
            self._place = (column, row, width)
            self.styles.offset = (column, row)
            self.styles.width = width

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As high as there are lines."""
        return len(self._lines)

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width = self.size.width
        return self.strip(clipped(self._lines[y], width) if y < len(self._lines) else (), width)


def _differing(before: Line, after: Line, width: int) -> tuple[int, int]:
    """Return the columns from the first to the last span that differ."""
    first = 0
    for old, new in zip(before, after, strict=False):
        if old != new:
            break
        first += cells(old.text)
    if width_of(before) != width_of(after):
        return min(first, width), width
    tail = 0
    for old, new in zip(reversed(before), reversed(after), strict=False):
        if old != new:
            break
        tail += cells(old.text)
    return min(first, width), max(min(first, width), min(width, width_of(after) - tail))
