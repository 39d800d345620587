"""The fault tree as a gate diagram, and its cut sets as a list.

The diagram hangs top down: a cause in its box of words, the gate below it, what it joins below that. It is
drawn only where every box has room; the tree of text always has.
"""

from collections.abc import Iterator
from typing import NamedTuple

from noblame.analysis.branches import tone_of, worded
from noblame.analysis.canvas import Canvas, Drawing, Span, SpanLine, Tone
from noblame.analysis.cells import cells, wrap
from noblame.analysis.cutsets import minimal_cut_sets
from noblame.analysis.graph import Graph, graph_of
from noblame.analysis.logic import gate_words
from noblame.model import Cause, Record

_NARROWEST, _WIDEST = 12, 24
"""Columns of the words of one box."""
_GAP = 2
_LISTED = 12


class _Box(NamedTuple):
    """A cause with what hangs below it; `width` is that of the whole branch, `lines` are its words."""

    cause: Cause
    shared: bool
    lines: tuple[str, ...]
    gate: str
    inputs: tuple["_Box", ...]
    width: int


def drawing(record: Record, effect_id: str, width: int, focus: str = "") -> Drawing:
    """Return the gates below an effect in `width` columns; nothing where they have no room or there is no gate."""
    graph = graph_of(record)
    if effect_id not in graph.by_id or not graph.children(effect_id):
        return Drawing(())
    for words in range(_WIDEST, _NARROWEST - 1, -2):
        box = _box(graph, graph.by_id[effect_id], words, set())
        if box.width <= width and not any("…" in line for one in _boxes(box) for line in one.lines):
            break
    else:
        return Drawing(())
    canvas = Canvas(width, _height(box))
    _put(canvas, box, 0, (width - box.width) // 2, focus)
    return canvas.drawing()


def _box(graph: Graph, cause: Cause, words: int, seen: set[str]) -> _Box:
    shared = cause.id in seen
    seen.add(cause.id)
    children = [] if shared else [child for child in graph.children(cause.id) if child.kind != "safeguard"]
    inputs = tuple(_box(graph, child, words, seen) for child in children)
    leaf = "" if inputs or shared else "◇ " if cause.stop == "not pursued" else "○ "
    lines = wrap(leaf + worded(cause, shared), words)
    gate = gate_words(cause.join, cause.k, len(inputs), negated=cause.negated and bool(inputs))
    below = sum(box.width for box in inputs) + _GAP * max(0, len(inputs) - 1)
    return _Box(cause, shared, lines, gate, inputs, max(below, *(cells(line) for line in lines), cells(gate) + 2))


def _boxes(box: _Box) -> Iterator[_Box]:
    yield box
    for one in box.inputs:
        yield from _boxes(one)


def _height(box: _Box) -> int:
    below = max((_height(one) for one in box.inputs), default=0)
    return len(box.lines) + (below + (1 if len(box.inputs) == 1 else 3) if box.inputs else 0)


def _put(canvas: Canvas, box: _Box, row: int, column: int, focus: str) -> None:
    """Put a branch with its left upper corner at a cell."""
    middle = column + box.width // 2
    tone: Tone = tone_of(box.cause, focus)
    for number, text in enumerate(box.lines):
        canvas.put(row + number, middle - cells(text) // 2, text, tone, box.cause.id)
    row += len(box.lines)
    if not box.inputs:
        return
    spread = sum(one.width for one in box.inputs) + _GAP * (len(box.inputs) - 1)
    left = middle - spread // 2
    middles = _middles(box, left)
    if len(box.inputs) == 1:
        canvas.put(row, middle, "│", "muted")
        row += 1
    else:
        canvas.put(row, middle - cells(box.gate) // 2, box.gate, "warn" if "?" in box.gate else "strong", box.cause.id)
        canvas.put(row + 1, middles[0], "─" * (middles[-1] - middles[0] + 1), "muted")
        for at in middles:
            corner = "┌" if at == middles[0] else "┐" if at == middles[-1] else "┬"
            canvas.put(row + 1, at, corner, "muted")
            canvas.put(row + 2, at, "│", "muted")
        canvas.put(row + 1, middle, "┼" if middle in middles else "┴", "muted")
        row += 3
    for one in box.inputs:
        _put(canvas, one, row, left, focus)
        left += one.width + _GAP


def _middles(box: _Box, left: int) -> list[int]:
    found: list[int] = []
    for one in box.inputs:
        found.append(left + one.width // 2)
        left += one.width + _GAP
    return found


def listed(record: Record, effect_id: str, width: int) -> Drawing:
    """Return the minimal cut sets by order, single points first, those that the incident took marked; a few of them."""
    found = minimal_cut_sets(record, effect_id)
    sets = found.sets[:_LISTED]
    names = {cause.id: cause for cause in record.causes}
    lines: list[SpanLine] = []
    size = 0
    for one in sorted(sets, key=lambda ids: (len(ids), sorted(ids))):
        if len(one) != size:
            size = len(one)
            title = "Enough alone" if size == 1 else f"Enough together: {size}"
            lines.append((Span(title, "strong"),))
        members = [names[name] for name in names if name in one]
        took = all(cause.status == "occurred" for cause in members)
        words = wrap(" + ".join(cause.text for cause in members), max(8, width - 4))
        for number, text in enumerate(words):
            mark = "  " if number else "● " if took else "○ "
            lines.append((Span(f"  {mark}", "warn" if took else "muted"), Span(text, "", members[0].id if size == 1 else "")))
    if found.total > len(sets):
        lines.append((Span(f"  and {found.total - len(sets):,} more", "muted"),))
    if lines:
        lines.append((Span("  ● all of it occurred   ○ not all", "muted"),))
    return Drawing(tuple(lines))
