"""What hangs on the bones of a fishbone: causes by category, with their own causes below them."""

from collections.abc import Sequence
from typing import NamedTuple

from noblame.analysis import categories
from noblame.analysis.graph import graph_of
from noblame.model import Cause, Record


class Rib(NamedTuple):
    """A cause on a bone, with the causes of the same category that explain it."""

    cause: Cause
    origin: Cause | None
    """What it explains, where that hangs on another bone."""
    below: tuple[tuple[int, Cause], ...]
    """Depth under the rib, from 1, and cause."""


class Bone(NamedTuple):
    """A category and what hangs on it; an empty one is a question to the room."""

    category: str
    ribs: tuple[Rib, ...]


def bones(record: Record, effect_id: str, order: Sequence[str] = categories.ORDER) -> tuple[Bone, ...]:
    """Return the categories of `order`, others in the order of first use, and last what has no category yet.

    A rib begins at each cause whose category is not that of the cause it explains; its descendants of
    the same category hang below it. A cause without a category stands aside where one of its own
    causes has one: it is a step of the explanation, not a factor. Safeguards are no causes.
    """
    graph = graph_of(record)
    given = graph.categories()
    named = {cause_id: categories.key(category) for cause_id, category in given.items()}
    spelled = {categories.key(category): category for category in reversed(given.values())}
    nodes = [node for node in graph.below(effect_id)[1:] if not node.shared and node.cause.kind != "safeguard"]
    steps: set[str] = set()
    for node in reversed(nodes):
        if named[node.cause.id] or node.cause.id in steps:
            steps.add(node.parent)
    found: dict[str, list[tuple[Cause, Cause | None, list[tuple[int, Cause]]]]] = {categories.key(name): [] for name in order}
    placed: dict[str, tuple[str, list[tuple[int, Cause]], int]] = {}
    """Of each cause its category, what hangs below its rib, and its depth there."""
    for node in nodes:
        category = named[node.cause.id]
        if not category and node.cause.id in steps:
            continue
        ribs = found.setdefault(category, [])
        above = placed.get(node.parent)
        if above and above[0] == category:
            _, below, depth = above
            below.append((depth + 1, node.cause))
            placed[node.cause.id] = (category, below, depth + 1)
        else:
            ribs.append((node.cause, graph.by_id[node.parent] if above else None, []))
            placed[node.cause.id] = (category, ribs[-1][2], 0)
    spelled |= {categories.key(name): name for name in order}
    made = {
        category: Bone(spelled.get(category, category), tuple(Rib(cause, origin, tuple(below)) for cause, origin, below in ribs))
        for category, ribs in found.items()
    }
    last = made.pop("", None)
    return (*made.values(), last) if last else tuple(made.values())
