"""A list of lines with a cursor over those that can be chosen.

Lines are drawn when they come into sight, so a list of thousands costs as much as what is seen.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol, overload

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from noblame.ui.ink import Inked, Line, Span, clipped, padded, screen_size, width_of


class Target(NamedTuple):
    """Something on a page that the cursor can stand on."""

    id: str
    row: int
    start: int = 0
    """The column where it begins; a page may have two columns of targets."""
    end: int = 0
    """The column behind it; 0 is the edge of the page."""


class Places(Sequence[Target]):
    """The targets of a long page, each made when it is asked for: thousands of kept ones cost more than the page."""

    def __init__(self, ids: list[str], rows: list[int]) -> None:
        self._ids = ids
        self._rows = rows

    def __len__(self) -> int:
        """How many targets there are."""
        return len(self._ids)

    @overload
    def __getitem__(self, index: int) -> Target: ...
    @overload
    def __getitem__(self, index: slice) -> list[Target]: ...
    def __getitem__(self, index: int | slice) -> Target | list[Target]:
        """Return a target by its place in the order of the cursor, or several."""
        if isinstance(index, slice):
            return [Target(*pair) for pair in zip(self._ids[index], self._rows[index], strict=True)]
        return Target(self._ids[index], self._rows[index])

    def place_of(self, target_id: str) -> int | None:
        """Return where a target stands."""
        try:
            return self._ids.index(target_id)
        except ValueError:
            return None


class Page(Protocol):
    """What rows show: lines by number, and the targets in the order of the cursor."""

    @property
    def height(self) -> int:
        """How many lines there are."""
        ...

    @property
    def targets(self) -> Sequence[Target]:
        """What the cursor can stand on."""
        ...

    def line(self, row: int) -> Line:
        """Return one line, without the bar of the cursor."""
        ...


class Lines(NamedTuple):
    """A page that is made whole: enough for everything but long timelines."""

    lines: tuple[Line, ...] = ()
    targets: tuple[Target, ...] = ()

    @property
    def height(self) -> int:
        """How many lines there are."""
        return len(self.lines)

    def line(self, row: int) -> Line:
        """Return one line."""
        return self.lines[row]


class Rows(Inked, ScrollView, can_focus=True):
    """Draws a page and holds the cursor by the id it stands on, so that it survives edits."""

    class Moved(Message):
        """The cursor stands on something else."""

    class Resized(Message):
        """The columns are others, perhaps without the pane around being another size."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.page: Page = Lines()
        self._chosen = ""
        self._index = 0
        self._anchor = ""
        self._band: range = range(0)
        """The lines of the stretch that is marked."""
        self._painted: dict[int, Line] = {}
        """The lines as they were drawn last, by their numbers."""
        self._made: dict[int, Line | None] = {}
        """Lines of the page that stood in sight when it was shown."""

    @property
    def chosen(self) -> str:
        """Id of the target under the cursor, or nothing."""
        return self._chosen

    @property
    def target(self) -> Target | None:
        """The target under the cursor."""
        targets = self.page.targets
        return targets[self._index] if self._index < len(targets) else None

    @property
    def marked(self) -> tuple[str, ...]:
        """Ids of the stretch from the mark to the cursor, in the order of the page; none where nothing is marked."""
        first = self._place_of(self._anchor)
        if first is None:
            return ()
        low, high = sorted((first, self._index))
        return tuple(target.id for target in self.page.targets[low : high + 1])

    @property
    def room(self) -> int:
        """The columns beside the scroll bar."""
        return self.scrollable_content_region.width

    def show(self, page: Page) -> None:
        """Show another page; the cursor stays on its id, else near where it was. Only what differs is painted again."""
        grown, before, band = page.height != self.page.height, self.target, self._band
        self.page = page
        self._made = {row: page.line(row) if row < page.height else None for row in self._in_sight()}
        self._find()
        self._band = self._marked_lines()
        if grown:
            self._grow(page.height)
        if band or self._band:
            self.refresh()
            return
        cursor = {target.row for target in (before, self.target) if target}
        differing = [row for row in self._made if row in cursor or self._painted.get(row) != self._made[row]]
        if len(differing) > self.size.height // 2:
            self.refresh()
        else:
            for row in differing:
                self._refresh_row(row)

    def _in_sight(self) -> range:
        return range(self.scroll_offset.y, self.scroll_offset.y + self.size.height)

    def _grow(self, height: int) -> None:
        """Take note of another height; the screen is laid out anew only where the scroll bar comes or goes."""
        room = self.container_size.height
        if not self.size:
            self.show_vertical_scrollbar = height > screen_size(self).height
        if not room or (height > room) != self.show_vertical_scrollbar:
            self.virtual_size = Size(0, height)
            return
        self.set_reactive(Rows.virtual_size, Size(0, height))  # pyright: ignore[reportArgumentType] on the class it is the reactive itself
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = height
            self.vertical_scrollbar.refresh()
        self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def swap(self, page: Page, rows: Iterable[int]) -> None:
        """Show another page of the same height that differs in some rows only."""
        self.page, self._made = page, {}
        for row in rows:
            self._refresh_row(row)

    def repaint(self, target_id: str) -> None:
        """Draw again the lines of one target."""
        for target in self.page.targets:
            if target.id == target_id:
                self._refresh_row(target.row)

    def choose(self, target_id: str) -> None:
        """Put the cursor on a target, if the page has it; before the first page, once it has it."""
        place = self._place_of(target_id)
        if place is not None:
            self._go(place)
        elif not self.page.height:
            self._chosen = target_id
            self.post_message(self.Moved())

    def move(self, step: int) -> None:
        """Move the cursor by so many targets."""
        self._go(self._index + step)

    def stepped(self, key: str) -> bool:
        """Move the cursor by a key of the arrows, Vim's letters or a page; say whether it was one."""
        page, end = max(1, self.size.height - 1), len(self.page.targets)
        steps = {"down": 1, "j": 1, "up": -1, "k": -1, "pagedown": page, "pageup": -page, "home": -end, "end": end, "G": end}
        if key in steps:
            self.move(steps[key])
        return key in steps

    def come_into_sight(self) -> None:
        """Scroll to the cursor, where another page has taken its line out of sight."""
        if self.page.targets:
            self._into_sight(self._index)

    def beside(self, step: int) -> str:
        """Return the id of the target so many before or behind the cursor's, or nothing."""
        place = self._index + step
        return self.page.targets[place].id if 0 <= place < len(self.page.targets) else ""

    def mark(self, *, on: bool = True) -> None:
        """Begin a stretch at the cursor, which every move then makes longer or shorter; or end it."""
        self._anchor = self._chosen if on else ""
        self._band = self._marked_lines()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one visible line."""
        row, width = y + self.scroll_offset.y, self.room
        if row >= self.page.height:
            self._painted.pop(row, None)
            return self.strip((), width)
        spans = self._painted[row] = self._made.get(row) or self.page.line(row)
        target = self.target
        if row in self._band and (target is None or target.row != row):
            bar = Strip([Segment("▌", self.ground + self.style_of("muted"))])
            return Strip.join([bar, self.strip(padded(spans, width - 1), width - 1, self.style_of("selected"))])
        if target is None or target.row != row:
            return self.strip((Span(" "), *clipped(spans, width - 1)), width)
        return self._lit(spans, target, width)

    def _lit(self, spans: Line, target: Target, width: int) -> Strip:
        """Draw the line of the cursor: a bar, and the target on a lit ground."""
        whole = padded(spans, width - 1)
        bar = Strip([Segment("▌", self.ground + self.style_of("bar" if self.has_focus else "muted"))])
        lit = self.strip(whole, width - 1, self.style_of("selected"))
        if not target.start and not target.end:
            return Strip.join([bar, lit])
        plain, end = self.strip(whole, width - 1), min(target.end, width - 1)
        if not target.start:
            return Strip.join([bar, lit.crop(0, end), plain.crop(end, width - 1)])
        before = Strip.join([self.strip((Span(" "),), 1), plain.crop(0, target.start - 1)])
        return Strip.join([before, bar, lit.crop(target.start, end), plain.crop(end, width - 1)])

    def _find(self) -> None:
        """Find the cursor's id on a new page."""
        targets = self.page.targets
        if self._index < len(targets) and targets[self._index].id == self._chosen:
            return
        place = self._place_of(self._chosen)
        if place is not None:
            self._index = place
            return
        self._index = max(0, min(self._index, len(targets) - 1))
        self._chosen = targets[self._index].id if targets else ""
        self.post_message(self.Moved())

    def _place_of(self, target_id: str) -> int | None:
        """Return where a target stands among the targets; none where the page has it not."""
        if not target_id:
            return None
        if isinstance(self.page.targets, Places):
            return self.page.targets.place_of(target_id)
        return next((index for index, target in enumerate(self.page.targets) if target.id == target_id), None)

    def _marked_lines(self) -> range:
        """Return the lines from the mark to the cursor."""
        first, target = self._place_of(self._anchor), self.target
        if first is None or target is None:
            return range(0)
        low, high = sorted((self.page.targets[first].row, target.row))
        return range(low, high + 1)

    def _go(self, index: int) -> None:
        targets = self.page.targets
        if not targets:
            return
        index = max(0, min(index, len(targets) - 1))
        before, after = self.target, targets[index]
        self._index, moved = index, self._chosen != after.id
        self._chosen = after.id
        if before is not None:
            self._refresh_row(before.row)
        self._refresh_row(after.row)
        if self._anchor:
            self._draw_band()
        self._into_sight(index)
        if moved:
            self.post_message(self.Moved())

    def _draw_band(self) -> None:
        """Draw the lines that came to the stretch or left it."""
        old, self._band = self._band, self._marked_lines()
        for row in set(old).symmetric_difference(self._band):
            if 0 <= row - self.scroll_offset.y < self.size.height:
                self._refresh_row(row)

    def _into_sight(self, index: int) -> None:
        """Scroll as little as shows the cursor's line; at the first target, the head of the page too."""
        row, top, height = self.page.targets[index].row, self.scroll_offset.y, self.size.height
        if index == 0:
            row = min(row, max(0, row - height + 1)) if row >= height else 0
        if row < top:
            self.scroll_to(y=row, animate=False, force=True)
        elif row >= top + height:
            self.scroll_to(y=row - height + 1, animate=False, force=True)

    def _refresh_row(self, row: int) -> None:
        self.refresh(Region(0, row - self.scroll_offset.y, self.size.width, 1))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse points."""
        row = event.y + self.scroll_offset.y
        for index, target in enumerate(self.page.targets):
            if target.row == row and target.start <= event.x and (not target.end or event.x < target.end):
                self._go(index)
                return

    def on_resize(self) -> None:
        """Keep the cursor in sight where there is less room."""
        self.come_into_sight()
        self.post_message(self.Resized())

    def on_focus(self) -> None:
        """Draw the bar in its colour."""
        if target := self.target:
            self._refresh_row(target.row)

    def on_blur(self) -> None:
        """Draw the bar in grey."""
        if target := self.target:
            self._refresh_row(target.row)


def two_columns(left: Lines, right: Lines, width: int, *, gap: int = 2) -> Lines:
    """Return two pages side by side, targets of the left one first."""
    half = (width - gap) // 2
    height = max(left.height, right.height)
    empty: Line = ()
    lines = tuple(
        (*padded(left.lines[i] if i < left.height else empty, half + gap), *(right.lines[i] if i < right.height else empty))
        for i in range(height)
    )
    targets = tuple(t._replace(end=half) for t in left.targets)
    targets += tuple(t._replace(start=half + gap, end=width) for t in right.targets)
    return Lines(lines, targets)


def stacked(*pages: Lines) -> Lines:
    """Return pages one below the other, a blank line between."""
    lines: list[Line] = []
    targets: list[Target] = []
    for page in pages:
        if not page.height:
            continue
        if lines:
            lines.append(())
        targets += [t._replace(row=t.row + len(lines)) for t in page.targets]
        lines += page.lines
    return Lines(tuple(lines), tuple(targets))


__all__ = ["Lines", "Page", "Places", "Rows", "Target", "stacked", "two_columns", "width_of"]
