"""Which causes ask for an answer, and which have one.

A cause has an answer where an action that somebody still means to do names it, or where the room accepted it with a
reason.
"""

from noblame.analysis.graph import Graph, graph_of
from noblame.model import Cause, Record


def answered(record: Record) -> frozenset[str]:
    """Return the ids of the causes that an intended action answers."""
    return frozenset(cause_id for action in record.actions if action.intended for cause_id in action.answers)


def asking(record: Record) -> tuple[Cause, ...]:
    """Return the causes that need an answer, in order.

    They are the leaves below an effect that occurred or are suspected, and whatever was marked as
    contributing or root. Causes that were ruled out ask for nothing, and leave a cause a leaf.
    """
    graph = graph_of(record)
    explained: set[str] = set()
    for effect in record.causes:
        if effect.kind == "effect":
            explained.update(graph.reach(effect.id) if effect.id not in explained else ())
    return tuple(
        cause
        for cause in graph.by_id.values()
        if cause.kind == "cause"
        and cause.status in ("occurred", "suspected")
        and (cause.role in ("contributing", "root") or (cause.id in explained and _is_leaf(cause, graph)))
    )


def _is_leaf(cause: Cause, graph: Graph) -> bool:
    return all(child.status == "ruled out" or child.kind == "safeguard" for child in graph.children(cause.id))


def unanswered(record: Record) -> tuple[Cause, ...]:
    """Return the causes that need an answer and have neither an action nor an acceptance."""
    done = answered(record)
    return tuple(cause for cause in asking(record) if cause.id not in done and not cause.accepted)
