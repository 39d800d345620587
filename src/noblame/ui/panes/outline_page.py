"""The outline of causes as a page: only the lines in sight are made."""

from collections import Counter

from noblame.analysis.cells import cells, fit
from noblame.analysis.graph import Node, outline
from noblame.model import Record
from noblame.ui.ink import Line, Span, line
from noblame.ui.rows import Target

_JOIN_MARKS = {"any": "or", "all": "and", "undecided": "?"}
_STATUS_TONES = {"occurred": "text", "suspected": "warn", "ruled out": "muted", "potential": "muted"}


class OutlinePage:
    """Rows of the outline in so many columns; the branch that is marked to be moved says so."""

    def __init__(self, record: Record, width: int, folded: frozenset[str] = frozenset(), marked: str = "") -> None:
        self.nodes = outline(record, folded)
        self._width = width
        self._marked = marked
        self._inputs = Counter(parent for cause in record.causes for parent in cause.parents)
        self._tray = next((n for n, node in enumerate(self.nodes) if node.depth == 0 and node.cause.kind != "effect"), None)
        self._targets = tuple(Target(node.cause.id, n) for n, node in enumerate(self.nodes) if not node.shared)

    @property
    def height(self) -> int:
        """A line a row, and one that says what to type where there is none."""
        return len(self.nodes) or 1

    @property
    def targets(self) -> tuple[Target, ...]:
        """Every cause, where it is shown in full."""
        return self._targets

    def line(self, row: int) -> Line:
        """Return fold mark, words, join, evidence of one row."""
        if not self.nodes:
            return line((" What happened? The first line is the effect.", "muted"))
        node = self.nodes[row]
        cause = node.cause
        tail = self._tail(node, first_of_tray=row == self._tray)
        head = self._head(node)
        room = max(4, self._width - cells(head.text) - sum(cells(span.text) for span in tail))
        tone = "strong" if cause.kind == "effect" else "muted" if node.shared else _STATUS_TONES[cause.status]
        text = fit(cause.text or "…", room)
        return (head, Span(text + " " * (room - cells(text)), tone), *tail)

    def _head(self, node: Node) -> Span:
        if node.cause.kind == "effect":
            return Span(" " + ("▸ " if node.folded else ""), "muted")
        mark = "▸" if node.folded else "▾" if node.has_children else "◇" if node.cause.kind == "safeguard" else "·"
        deepest = max(0, self._width // 2 - 3)
        return Span(" " + "  " * min(node.depth, deepest // 2) + f"{mark} ", "muted")

    def _tail(self, node: Node, *, first_of_tray: bool) -> list[Span]:
        cause = node.cause
        if node.shared:
            return [Span(" ↳ shown elsewhere", "muted")]
        tail: list[Span] = []
        inputs = self._inputs[cause.id]
        if cause.id == self._marked:
            tail.append(Span(" ✂ marked", "accent"))
        if inputs > 1:
            join = f"{cause.k} of {inputs}" if cause.join == "some" else _JOIN_MARKS[cause.join]
            tail.append(Span(f" {join}", "muted"))
        if cause.evidence:
            tail.append(Span(" ⌁", "teal"))
        if len(cause.parents) > 1:
            tail.append(Span(f" ×{len(cause.parents)}", "muted"))
        if cause.role == "root":
            tail.append(Span(f" root {cause.rank or ''}".rstrip(), "warn"))
        if cause.status != "occurred":
            tail.append(Span(f" {cause.status}", _STATUS_TONES[cause.status]))
        if first_of_tray:
            tail.append(Span(" tray: no place yet", "muted"))
        return tail
