"""The lines that lead from row to row of a tree drawn in text."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from noblame.analysis.canvas import Span, SpanLine, Tone
from noblame.analysis.cells import cells, wrap
from noblame.analysis.graph import Node
from noblame.model import Cause

DEEPEST_SHOWN = 100
"""Levels by which text is set in; what lies deeper stands at the last of them."""
STOPS = {
    "systemic": "systemic",
    "outside": "outside our control",
    "unknown": "unknown, needs facts",
    "not pursued": "not pursued",
}
"""Why nobody asked further, in words."""


class Branch(NamedTuple):
    """A row with the line work before its first line, before its further lines, and before what hangs below it."""

    node: Node
    stem: str
    trunk: str
    below: str


def branches(nodes: Sequence[Node], most: int) -> list[Branch]:
    """Return `nodes` with their line work, which takes at most `most` columns; deeper rows share the last ones."""
    lasts: list[bool] = []
    open_depths: set[int] = set()
    for node in reversed(nodes):
        lasts.append(node.depth not in open_depths)
        open_depths = {depth for depth in open_depths if depth < node.depth} | {node.depth}
    trunks = [""]
    kept = most + 8
    found: list[Branch] = []
    for place, (node, last) in enumerate(zip(nodes, reversed(lasts), strict=True)):
        del trunks[node.depth + 1 :]
        above = trunks[node.depth]
        stem = above + ("└─ " if last else "├─ ") if node.depth else ""
        trunk = above + ("   " if last else "│  ") if node.depth else ""
        parent = place + 1 < len(nodes) and nodes[place + 1].depth > node.depth
        trunks.append(trunk[-kept:])
        below = trunk + ("│  " if parent else "   ")
        found.append(Branch(node, _clipped(stem, most), _clipped(trunk, most), _clipped(below, most)))
    return found


def _clipped(lines: str, most: int) -> str:
    return lines if len(lines) <= most else "…" + lines[len(lines) - most + 1 :]


def worded(cause: Cause, shared: bool = False) -> str:
    """Return the words of a cause with what has to be known about it."""
    words = cause.text or f"({cause.id}, no words yet)"
    if cause.status in ("ruled out", "suspected", "potential"):
        words += f" ({cause.status})"
    if cause.kind == "safeguard":
        words = f"Safeguard: {words}"
    return f"↳ {words}" if shared else words


def tone_of(cause: Cause, focus: str) -> Tone:
    """Return the tone of a cause's words where nothing else colours them."""
    if cause.id == focus:
        return "focus"
    if cause.status == "ruled out":
        return "muted"
    return "effect" if cause.kind == "effect" else ""


@lru_cache(maxsize=4096)
def hung(before: str, after: str, text: str, width: int, tone: Tone, cause_id: str = "") -> tuple[SpanLine, ...]:
    """Return `text` wrapped to `width` behind line work: `before` its first line, `after` on the others."""
    lines = wrap(text, max(1, width - cells(before))) or ("",)
    edges = [before] + [after] * (len(lines) - 1)
    return tuple(
        ((Span(edge, "muted"), Span(line, tone, cause_id)) if edge else (Span(line, tone, cause_id),))
        for edge, line in zip(edges, lines, strict=True)
    )
