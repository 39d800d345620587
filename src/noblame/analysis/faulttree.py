"""The causal graph as a fault tree: the gate stands on the cause whose own causes it joins."""

from typing import NamedTuple

from noblame.analysis.branches import Branch, branches, hung, tone_of, worded
from noblame.analysis.canvas import Drawing, Span, SpanLine, Tone
from noblame.analysis.cells import cells, fit
from noblame.analysis.coverage import answered
from noblame.analysis.cutsets import minimal_cut_sets, single_points
from noblame.analysis.graph import Graph, Node
from noblame.analysis.logic import Logic, logic
from noblame.model import Cause, Record

_GATE_COLUMNS = 10
_NOTE_COLUMNS = 22
_ROOM_FOR_NOTES = 64
"""Columns from which notes stand beside the gates."""


class _Marks(NamedTuple):
    """What the drawing says about causes, besides their words."""

    tree: Logic
    alone: frozenset[str]
    answered: frozenset[str]
    times: dict[str, int]


def drawing(record: Record, effect_id: str, width: int, focus: str = "") -> Drawing:
    """Return the fault tree of an effect in `width` columns.

    ``AND``, ``OR``, ``2 of 3`` and ``AND/OR?`` stand on the cause that they join; a cause with one cause
    passes it through. Leaves: ``○`` basic, ``◇`` not pursued, ``⌂`` a switch; ``↳`` is shown in full above or
    below, ``×2`` stands twice. Notes: enough alone, and the evidence and answers there are.
    """
    nodes = [node for node in Graph(record.causes).below(effect_id) if node.cause.kind != "safeguard"]
    if not nodes:
        return Drawing(())
    times: dict[str, int] = {}
    for node in nodes:
        times[node.cause.id] = times.get(node.cause.id, 0) + 1
    alone = frozenset(cause.id for cause in single_points(record, effect_id))
    marks = _Marks(logic(record, effect_id), alone, answered(record), times)
    lines = [(Span(fit(_counts(record, effect_id), width), "muted"),)]
    for branch in branches(nodes, max(2, width // 3)):
        lines += _row(branch, marks, width, focus)
    return Drawing(tuple(lines))


def _counts(record: Record, effect_id: str) -> str:
    """The first line: how many cut sets there are, by their size."""
    found = minimal_cut_sets(record, effect_id, max_sets=0)
    return str(found)
