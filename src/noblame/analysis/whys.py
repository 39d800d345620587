"""The causes as questions and answers: each answer is asked about in turn, on every branch."""

from noblame.analysis.branches import STOPS, Branch, branches, hung, tone_of, worded
from noblame.analysis.canvas import Drawing, Span, SpanLine
from noblame.analysis.cells import fit
from noblame.analysis.graph import Node, outline
from noblame.analysis.questions import why
from noblame.model import Record


def drawing(record: Record, width: int, focus: str = "") -> Drawing:
    """Return the whys of every effect in `width` columns, evidence and reasons to stop with each answer.

    The tray has no question yet and is left out. Below the cause in focus the next question stands even
    where nobody has answered it.
    """
    asked: dict[str, str] = {}
    for cause in record.causes:
        for parent in cause.parents:
            asked[parent] = asked.get(parent) or cause.question
    rows: list[SpanLine] = []
    for branch in branches(_explained(record), max(2, width // 2)):
        rows += _answer(branch, width, focus)
        cause = branch.node.cause
        if branch.node.has_children or (cause.id == focus and not branch.node.shared):
            edge = branch.below if branch.node.has_children else branch.trunk
            rows += hung(edge, edge, asked.get(cause.id) or why(cause.text), width, "accent")
    return Drawing(tuple(rows))


def _explained(record: Record) -> tuple[Node, ...]:
    """The rows of the outline that hang below effects."""
    nodes = outline(record)
    tray = next((n for n, node in enumerate(nodes) if node.depth == 0 and node.cause.kind != "effect"), len(nodes))
    return nodes[:tray]


def _answer(branch: Branch, width: int, focus: str) -> list[SpanLine]:
    cause = branch.node.cause
    rows = list(hung(branch.stem, branch.trunk, worded(cause, branch.node.shared), width, tone_of(cause, focus), cause.id))
    if branch.node.shared:
        return rows
    notes = [f"⌁ {evidence}" for evidence in cause.evidence]
    if cause.stop:
        notes.append(f"■ {STOPS[cause.stop]}")
    edge = branch.below if branch.node.has_children else branch.trunk
    for note in notes:
        rows.append((Span(edge, "muted"), Span(fit(note, max(1, width - len(edge))), "muted", cause.id)))
    return rows
