"""A drawing of the causal graph as a picture: what the terminal draws in cells, in strokes and real letters.

The layout is that of `analysis`, so screen and picture are the same. The picture asks for nothing from outside and
follows the reader's choice of light or dark.
"""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from noblame.analysis import categories, faulttree, fishbone, gates, whys
from noblame.analysis.canvas import Drawing, Span
from noblame.analysis.categories import CategorySet
from noblame.analysis.cells import cells, graphemes
from noblame.analysis.left_out import DrawingKind
from noblame.exporters.refusal import ExportRefused
from noblame.model import Record

COLUMNS = 116
"""Of the terminal that is drawn."""
_WIDEST = 400
"""Columns up to which a fault tree is drawn as gates; a wider one is drawn as a tree of text."""
_WIDE, _HIGH = 8.0, 18.0
"""Units that one cell takes."""
_MARGIN = 16.0
_STROKES = {
    "─": "lr", "│": "ud", "┃": "ud", "├": "udr", "┤": "udl", "└": "ur", "┘": "ul", "┌": "dr", "┐": "dl", "┬": "lrd", "┴": "lru",
    "┼": "lrud", "╲": "\\", "╱": "/", "▶": ">", "▸": ">",
}  # fmt: skip
"""By box sign, to which sides of its cell a line runs from the middle, or which slant."""
STYLE = """
svg { background: #ffffff } text { font: 13px ui-monospace, Menlo, Consolas, monospace; white-space: pre; fill: #1f2430 }
path { fill: none; stroke: #8a92a3; stroke-width: 1.3; stroke-linecap: round; stroke-linejoin: round }
.muted { fill: #626a7a } .strong, .effect { font-weight: 600 } .accent { fill: #1d5fbf } .warn { fill: #a3480b }
.people { fill: #0b6e99 } .process { fill: #8a5a00 } .technology { fill: #7a3fb0 } .environment { fill: #2e7233 }
.monitoring { fill: #b0305c } .external { fill: #4a5a8a } path.head { fill: #8a92a3 }
@media (prefers-color-scheme: dark) {
svg { background: #15181f } text { fill: #dfe3ea } path { stroke: #6d7688 } .muted { fill: #9aa3b5 } .accent { fill: #7fb4ff }
.warn { fill: #f0a35e } .people { fill: #6cc7e8 } .process { fill: #e3b75c } .technology { fill: #c79bf0 }
.environment { fill: #86cf8a } .monitoring { fill: #f28fb0 } .external { fill: #a9b8ea } path.head { fill: #6d7688 }
}
"""


def svg(record: Record, kind: DrawingKind = "fishbone", own: CategorySet = categories.SIX, *, effect: str = "") -> str:
    """Return the drawing of one effect, or of all below one another; raises ExportRefused where there is none."""
    drawings = [drawing for drawing in _drawings(record, kind, own, effect) if drawing.lines]
    if not drawings:
        raise ExportRefused("There is no effect yet, so there is nothing to draw.")
    lines = [line for drawing in drawings for line in (*drawing.lines, ())][:-1]
    width = max(drawing.width for drawing in drawings) * _WIDE + 2 * _MARGIN
    height = len(lines) * _HIGH + 2 * _MARGIN
    title = escape(f"{record.incident.title}: {kind}".removeprefix(": "))
    size = f'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">'
    body = [part for row, line in enumerate(lines) for part in _parts(line, row)]
    return "\n".join([head, f"<title>{title}</title>", f"<style>{STYLE}</style>", *body, "</svg>", ""])


def _drawings(record: Record, kind: DrawingKind, own: CategorySet, only: str) -> Iterator[Drawing]:
    if kind == "whys":
        yield whys.drawing(record, COLUMNS)
        return
    for effect in (cause.id for cause in record.causes if cause.kind == "effect" and only in ("", cause.id)):
        if kind == "fishbone":
            yield fishbone.drawing(record, effect, COLUMNS, own=own)
        else:
            diagrams = (gates.drawing(record, effect, columns) for columns in (COLUMNS, _WIDEST))
            yield next((diagram for diagram in diagrams if diagram.lines), faulttree.drawing(record, effect, COLUMNS))


def _parts(line: Iterable[Span], row: int) -> Iterator[str]:
    """Yield the strokes and letters of one line."""
    column = 0
    for span in line:
        drawn = span.tone == "twig" or (not span.cause_id and span.tone in ("muted", "effect", ""))
        words, start = "", column
        for sign in graphemes(span.text):
            if drawn and sign in _STROKES:
                yield from _letters(words, start, row, span.tone)
                yield _stroke(_STROKES[sign], column, row, heavy=sign == "┃")
                words, start = "", column + cells(sign)
            else:
                words += sign
            column += cells(sign)
        yield from _letters(words, start, row, span.tone)


def _letters(words: str, column: int, row: int, tone: str) -> Iterator[str]:
    """Yield words where they stand, as wide as their cells whatever the font."""
    text = words.strip(" ")
    if not text:
        return
    column += len(words) - len(words.lstrip(" "))
    look = f' class="{tone}"' if tone and tone not in ("twig", "focus") else ""
    place = f'x="{_MARGIN + column * _WIDE:g}" y="{_MARGIN + row * _HIGH + 13:g}" textLength="{cells(text) * _WIDE:g}"'
    yield f'<text {place} lengthAdjust="spacingAndGlyphs"{look}>{escape(text)}</text>'


def _stroke(sides: str, column: int, row: int, *, heavy: bool) -> str:
    """Return the lines of one cell as a path."""
    left, top = _MARGIN + column * _WIDE, _MARGIN + row * _HIGH
    middle, centre = left + _WIDE / 2, top + _HIGH / 2
    ways = {
        "l": f"M{middle:g} {centre:g}H{left:g}", "r": f"M{middle:g} {centre:g}H{left + _WIDE:g}",
        "u": f"M{middle:g} {centre:g}V{top:g}", "d": f"M{middle:g} {centre:g}V{top + _HIGH:g}",
        "\\": f"M{left:g} {top:g}L{left + _WIDE:g} {top + _HIGH:g}", "/": f"M{left:g} {top + _HIGH:g}L{left + _WIDE:g} {top:g}",
        ">": f"M{left:g} {centre - 4:g}L{left + _WIDE:g} {centre:g}L{left:g} {centre + 4:g}Z",
    }  # fmt: skip
    look = ' stroke-width="3"' if heavy else ' class="head"' if sides == ">" else ""
    return f'<path{look} d="{"".join(ways[side] for side in sides)}"/>'
