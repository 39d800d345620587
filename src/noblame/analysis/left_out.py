"""What a drawing cannot show of the causal graph, so that nobody takes it for the whole."""

from typing import Literal

from noblame.analysis.graph import graph_of
from noblame.model import Record

DrawingKind = Literal["whys", "fishbone", "fault tree"]


def left_out(record: Record, effect_id: str, kind: DrawingKind) -> str:
    """Return what of the record is not in a drawing, e.g. ``not drawn: 2 joins · 1 in the tray``; empty where all is.

    Whys have no joins; a fishbone and a fault tree are of one effect, without its safeguards; the tray is in none.
    """
    graph = graph_of(record)
    effects = [cause for cause in record.causes if cause.kind == "effect"]
    placed: set[str] = set()
    for effect in effects:
        placed.update(graph.reach(effect.id))
    here = graph.reach(effect_id) if effect_id in graph.by_id else {}
    joins = sum(graph.by_id[c].join != "undecided" and len(graph.children(c)) > 1 for c in (placed if kind == "whys" else here))
    counted = (
        (len(effects) - 1 if kind != "whys" else 0, "other effect", "other effects"),
        (joins if kind != "fault tree" else 0, "join", "joins"),
        (sum(graph.by_id[c].kind == "safeguard" for c in here) if kind != "whys" else 0, "safeguard", "safeguards"),
        (len(graph.by_id.keys() - placed), "in the tray", "in the tray"),
    )
    told = [f"{count} {one if count == 1 else many}" for count, one, many in counted if count > 0]
    return f"not drawn: {' · '.join(told)}" if told else ""
