"""The causal graph as a fault tree: the gate stands on the cause whose own causes it joins."""

from typing import NamedTuple

from noblame.analysis.branches import Branch, branches, hung, tone_of, worded
from noblame.analysis.canvas import Drawing, Span, SpanLine
from noblame.analysis.cells import cells, fit
from noblame.analysis.consequence import ways
from noblame.analysis.cutsets import single_points
from noblame.analysis.graph import Node, graph_of
from noblame.analysis.logic import Logic, gate_words, logic
from noblame.model import Record

_GATE_COLUMNS = 10
_NOTE_COLUMNS = 20
_ROOM_FOR_NOTES = 64
"""Columns from which notes stand beside the gates."""


class _Marks(NamedTuple):
    """What the drawing says about causes, besides their words."""

    tree: Logic
    alone: frozenset[str]
    answers: dict[str, list[str]]
    times: dict[str, int]


def drawing(record: Record, effect_id: str, width: int, focus: str = "") -> Drawing:
    """Return the fault tree of an effect in `width` columns, the number of its cut sets above it.

    ``AND``, ``OR``, ``2 of 3`` and ``AND/OR?`` stand on the cause whose causes they join; a cause with one
    cause passes it through. Leaves: ``○`` basic, ``◇`` not pursued, ``⌂`` a switch, ``alone`` where it is enough
    alone. ``↳`` is drawn in full elsewhere. Notes: ``×2`` stands twice, ``[e5]`` the events that show it, ``a1``
    the actions that answer it.
    """
    nodes = [node for node in graph_of(record).below(effect_id) if node.cause.kind != "safeguard"]
    marks = _Marks(logic(record, effect_id), frozenset(c.id for c in single_points(record, effect_id)), {}, {})
    for node in nodes:
        marks.times[node.cause.id] = marks.times.get(node.cause.id, 0) + 1
    for action in record.actions:
        for cause_id in action.answers if action.intended else ():
            marks.answers.setdefault(cause_id, []).append(action.id)
    count = ways(record, effect_id)
    lines: list[SpanLine] = [(Span(fit(count, width), "muted"),)] if count else []
    for branch in branches(nodes, max(2, width // 3)):
        lines += _row(branch, marks, width, focus)
    return Drawing(tuple(lines))


def _row(branch: Branch, marks: _Marks, width: int, focus: str) -> list[SpanLine]:
    node = branch.node
    notes = _NOTE_COLUMNS if width >= _ROOM_FOR_NOTES else 0
    room = width - _GATE_COLUMNS - notes
    glyph = _glyph(node, marks)
    edges = (branch.stem + glyph, branch.trunk + " " * len(glyph))
    first, *rest = hung(*edges, worded(node.cause, node.shared), room, tone_of(node.cause, focus), node.cause.id)
    gate, note = _gate(node, marks), _note(node, marks) if notes else ""
    if gate or note:
        used = sum(cells(span.text) for span in first)
        shown = " " * (room - used + 1) + (f"{gate:<{_GATE_COLUMNS - 1}}" if note else gate)
        first = (*first, Span(shown, "warn" if gate == "alone" else "strong"), Span(fit(note, notes), "muted"))
    return [first, *rest]


def _glyph(node: Node, marks: _Marks) -> str:
    if node.shared or node.cause.id in marks.tree.gates or node.cause.kind == "effect":
        return ""
    if node.cause.switch:
        return "⌂ "
    return "◇ " if node.cause.stop == "not pursued" else "○ "


def _gate(node: Node, marks: _Marks) -> str:
    gate = marks.tree.gates.get(node.cause.id)
    if node.shared or gate is None:
        return "alone" if node.cause.id in marks.alone else ""
    return gate_words(gate.join, gate.k, len(gate.inputs), negated=gate.negated)


def _note(node: Node, marks: _Marks) -> str:
    cause = node.cause
    times = marks.times[cause.id]
    parts = [
        f"×{times}" if times > 1 else "",
        cause.switch or "",
        f"[{' '.join(cause.events)}]" if cause.events else "",
        " ".join(marks.answers.get(cause.id, ())),
        "accepted" if cause.accepted else "",
    ]
    return " ".join(part for part in parts if part)
