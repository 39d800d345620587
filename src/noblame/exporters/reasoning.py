"""The causal graph as a document tells it: questions with their answers, and what stands beside them."""

from dataclasses import dataclass

from noblame.analysis.branches import DEEPEST_SHOWN, STOPS
from noblame.analysis.graph import Node, outline
from noblame.analysis.questions import why
from noblame.exporters.moments import clocks
from noblame.model import Cause, Record


@dataclass(frozen=True)
class Rung:
    """An answer, indented by `depth`, with the question it answers and what supports it."""

    depth: int
    question: str
    text: str
    remarks: str
    """What has to be known about it, e.g. ``suspected; outside our control``."""
    evidence: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    """The rows of the timeline that show it."""
    accepted: str = ""


@dataclass(frozen=True)
class Reasoning:
    """All causes, each in one of these lists."""

    whys: tuple[Rung, ...]
    """Effects at depth 0, what explains them below."""
    safeguards: tuple[Rung, ...]
    ruled_out: tuple[Rung, ...]
    loose: tuple[Rung, ...]
    """What explains nothing yet."""


def reasoning(record: Record) -> Reasoning:
    """Return the causes as rungs. What was ruled out stands apart, with everything below it."""
    lists: dict[str, list[Rung]] = {"whys": [], "safeguards": [], "ruled_out": [], "loose": []}
    trail: list[tuple[int, str]] = []
    told: set[str] = set()
    clock = clocks(record)
    for node in outline(record):
        while trail and trail[-1][0] >= node.depth:
            trail.pop()
        where = _list_of(node, trail[-1][1] if trail else "")
        trail.append((node.depth, where))
        depth = min(DEEPEST_SHOWN, node.depth - next(depth for depth, name in trail if name == where))
        question = node.cause.question or (_question(record, node) if where == "whys" else "")
        if node.shared:
            place = "see above" if node.cause.id in told else "see below"
            lists[where].append(Rung(depth, question, node.cause.text, place))
            continue
        told.add(node.cause.id)
        shown = tuple(f"{clock(event)} {event.text}" for event in map(record.event, node.cause.events) if event and event.shown)
        lists[where].append(
            Rung(
                depth=depth,
                question=question,
                text=node.cause.text or node.cause.id,
                remarks="; ".join(filter(None, _remarks(node.cause, where))),
                evidence=node.cause.evidence,
                events=shown,
                accepted=node.cause.accepted,
            )
        )
    return Reasoning(**{name: tuple(rungs) for name, rungs in lists.items()})


def _list_of(node: Node, above: str) -> str:
    """Return the list in which a cause belongs, given that of the cause it stands under."""
    if above in ("ruled_out", "safeguards"):
        return above
    if node.cause.status == "ruled out":
        return "ruled_out"
    if node.cause.kind == "safeguard":
        return "safeguards"
    return above or ("whys" if node.cause.kind == "effect" else "loose")


def _question(record: Record, node: Node) -> str:
    """Return the question that an answer without one gives; it stands below what it asks about, so quoting that says nothing."""
    above = record.cause(node.parent)
    asked = why(above.text) if above else ""
    return "Why?" if asked.startswith("Why: ") else asked


def _remarks(cause: Cause, where: str) -> tuple[str, ...]:
    """Return what is known about a cause beside its words.

    The fishbone shows the categories of what explains an effect; that something is certain goes without saying.
    """
    return (
        cause.category if where != "whys" or cause.kind == "effect" else "",
        cause.status if cause.status in ("suspected", "potential") else "",
        cause.confidence if cause.confidence != "certain" else "",
        STOPS[cause.stop] if cause.stop else "",
        f"probability {cause.probability:g}" if cause.probability is not None else "",
        f"taken as {'true' if cause.switch == 'on' else 'false'}" if cause.switch else "",
    )
