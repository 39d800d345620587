"""Drawings as text in tones: what the analysis lays out, a screen colours and a document prints."""

from collections.abc import Iterable
from itertools import groupby
from typing import Literal, NamedTuple

from noblame.analysis.cells import cells, graphemes

Tone = Literal[
    "", "muted", "accent", "strong", "people", "process", "technology", "environment", "monitoring", "external",
    "focus", "effect", "warn", "twig",
]  # fmt: skip
"""What a piece of a drawing is; a theme decides how that looks."""


TWIG = "─"
"""What leads from a bone to a cause."""


class Span(NamedTuple):
    """Text in one tone; `cause_id` says which cause it shows, for a pointer that clicks on it."""

    text: str
    tone: Tone = ""
    cause_id: str = ""


SpanLine = tuple[Span, ...]


class Drawing(NamedTuple):
    """Lines of spans, top to bottom."""

    lines: tuple[SpanLine, ...]

    @property
    def text(self) -> str:
        """The drawing without its tones; lines have no blanks at their ends."""
        return "\n".join("".join(span.text for span in line).rstrip() for line in self.lines)

    @property
    def width(self) -> int:
        """Columns of the longest line."""
        return max((cells(line) for line in self.text.split("\n")), default=0)

    def places(self) -> dict[str, tuple[int, ...]]:
        """Return the numbers of the lines of every cause."""
        found: dict[str, list[int]] = {}
        for number, line in enumerate(self.lines):
            for cause_id in {span.cause_id for span in line}:
                found.setdefault(cause_id, []).append(number)
        return {cause_id: tuple(numbers) for cause_id, numbers in found.items() if cause_id}

    def rows_of(self, cause_id: str) -> tuple[int, ...]:
        """Return the numbers of the lines on which a cause is shown, to scroll them into view."""
        return tuple(n for n, line in enumerate(self.lines) if any(span.cause_id == cause_id for span in line))


def lit(line: SpanLine, cause_id: str) -> SpanLine:
    """Return a line of a drawing with one cause in the tone of the cursor; its twig becomes an arrow head.

    Layouts do not depend on the cursor, so that nothing moves when it does.
    """
    if not cause_id or not any(span.cause_id == cause_id for span in line):
        return line
    return tuple(
        span
        if span.cause_id != cause_id
        else span._replace(text=f"{span.text[:-1]}▸", tone="focus")
        if span.tone == "twig"
        else span._replace(tone="focus" if span.text.strip(" └") else span.tone)
        for span in line
    )


class Canvas:
    """A grid of terminal cells that text is put on. What would fall outside is left out."""

    def __init__(self, width: int, height: int) -> None:
        self._width = width
        self._rows: list[list[Span]] = [[Span(" ")] * width for _ in range(height)]

    def put(self, row: int, column: int, text: str, tone: Tone = "", cause_id: str = "") -> None:
        """Put `text` at a cell; a wide character takes two, and marks join the character before them."""
        if not 0 <= row < len(self._rows):
            return
        cells_of_row = self._rows[row]
        for grapheme in graphemes(text):
            size = cells(grapheme)
            if column < 0 or column + size > self._width:
                column += size
                continue
            if size:
                cells_of_row[column] = Span(grapheme, tone, cause_id)
                if size > 1:
                    cells_of_row[column + 1] = Span("", tone, cause_id)
            column += size

    def drawing(self) -> Drawing:
        """Return what stands on the canvas, neighbours of one tone and cause joined."""
        return Drawing(tuple(joined(row) for row in self._rows))


def joined(row: Iterable[Span]) -> SpanLine:
    """Return a line with neighbours of one tone and cause joined and without blanks at its end."""
    groups = groupby(row, key=lambda span: span[1:])
    line = [Span("".join(span.text for span in group), *look) for look, group in groups]
    while line and not line[-1].text.strip():
        line.pop()
    if line:
        line[-1] = line[-1]._replace(text=line[-1].text.rstrip())
    return tuple(line)
