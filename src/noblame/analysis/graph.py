"""The causal graph as rows of an outline, and what keeps it a graph that can be drawn.

A cause is shown in full once, under its home: the first cause that it explains. Under the others it stands
again as a reference. Whatever a file holds, every cause is listed and nothing runs in circles.
"""

from collections.abc import Iterable
from typing import NamedTuple

from noblame.analysis.circles import circle
from noblame.analysis.remembering import remembered
from noblame.model import Cause, Record


class Node(NamedTuple):
    """A row of the outline."""

    cause: Cause
    depth: int
    parent: str
    """Id of the cause it stands under; empty for effects and in the tray."""
    shared: bool
    """A reference: the cause is shown in full at its home."""
    has_children: bool
    folded: bool


_NONE: list[Cause] = []


class Graph:
    """The links between causes, indexed once; links to nothing and to oneself are left out."""

    def __init__(self, causes: Iterable[Cause]) -> None:
        self.by_id = {cause.id: cause for cause in causes}
        self.parents: dict[str, tuple[str, ...]] = {}
        self._children: dict[str, list[Cause]] = {}
        self._categories: dict[str, str] = {}
        for cause_id, cause in self.by_id.items():
            parents = cause.parents
            if len(parents) == 1 and parents[0] in self.by_id and parents[0] != cause_id:
                known = parents
            else:
                known = tuple(p for p in dict.fromkeys(parents) if p in self.by_id and p != cause_id)
            self.parents[cause_id] = known
            for parent in known:
                self._children.setdefault(parent, []).append(cause)

    def children(self, parent: str) -> list[Cause]:
        """Return the causes that explain `parent`, in order; shared ones included."""
        return self._children.get(parent, _NONE)

    def reach(self, root: str) -> dict[str, None]:
        """Return the ids of `root` and everything below it, in a fixed order."""
        found, waiting = {root: None}, [root]
        while waiting:
            for child in self.children(waiting.pop()):
                if child.id not in found:
                    found[child.id] = None
                    waiting.append(child.id)
        return found

    def categories(self) -> dict[str, str]:
        """Return the category of every cause by id: its own, or that of its home, or of the home's home."""
        found = self._categories
        if found:
            return found
        for cause_id in self.by_id:
            trail: dict[str, None] = {}
            here = cause_id
            while here and here not in found and here not in trail:
                trail[here] = None
                here = "" if self.by_id[here].category else next(iter(self.parents[here]), "")
            category = found.get(here, "") or self.by_id[next(reversed(trail), cause_id)].category
            found.update(dict.fromkeys(trail, category))
        return found

    def rows(self, roots: Iterable[Cause], within: Iterable[str], folded: frozenset[str] = frozenset()) -> list[Node]:
        """Return the rows below `roots`, depth first, of the causes in `within`.

        The home of a cause is the first of its parents that is in `within`. What no root leads to stands at the end.
        """
        left = dict.fromkeys(within)
        whole = len(left) == len(self.by_id)
        if whole:
            homes = {c: known[0] if known else "" for c, known in self.parents.items()}
        else:
            homes = {c: next((p for p in self.parents[c] if p in left), "") for c in left}
        waiting = [(cause, 0, "") for cause in reversed(list(roots))]
        found: list[Node] = []
        hidden_below: int | None = None
        while waiting or left:
            cause, depth, parent = waiting.pop() if waiting else (self.by_id[next(iter(left))], 0, "")
            name = cause.id
            shared = name not in left or (parent != "" and homes[name] != parent)
            children = _NONE if shared else self._children.get(name, _NONE)
            if children and not whole:
                children = [c for c in children if c.id in homes]
            if hidden_below is not None and depth <= hidden_below:
                hidden_below = None
            if hidden_below is None:
                closed = bool(children) and name in folded
                found.append(Node(cause, depth, parent, shared, bool(children), closed))
                hidden_below = depth if closed else None
            if not shared:
                del left[name]
                waiting += [(child, depth + 1, name) for child in reversed(children)]
        return found

    def below(self, root: str) -> list[Node]:
        """Return the rows of `root` and what explains it; a cause whose home is elsewhere is shown here in full."""
        return self.rows([self.by_id[root]], self.reach(root)) if root in self.by_id else []


@remembered
def graph_of(record: Record) -> Graph:
    """Return the graph of a record's causes, indexed once for everybody who asks."""
    return Graph(record.causes)


def outline(record: Record, folded: frozenset[str] = frozenset()) -> tuple[Node, ...]:
    """Return the rows of the outline, depth first: effects with what explains them, then the tray.

    Rows below a cause in `folded` are left out.
    """
    graph = graph_of(record)
    loose = [cause for cause in graph.by_id.values() if not graph.parents[cause.id]]
    roots = [c for c in loose if c.kind == "effect"] + [c for c in loose if c.kind != "effect"]
    return tuple(graph.rows(roots, graph.by_id, folded))


def category_of(record: Record, cause: Cause) -> str:
    """Return the category of a cause, inherited from its home where it has none; empty where nobody gave one.

    For many causes ask `Graph.categories` once.
    """
    return graph_of(record).categories().get(cause.id, cause.category)


def would_cycle(record: Record, child: str, parent: str) -> str:
    """Say why `child` cannot explain `parent`; empty where it can."""
    graph = graph_of(record)
    if child not in graph.by_id or parent not in graph.reach(child):
        return ""
    if child == parent:
        return f"“{graph.by_id[child].text}” cannot explain itself."
    upper, lower = graph.by_id[child].text, graph.by_id[parent].text
    return f"“{lower}” already explains “{upper}”, so it cannot be explained by it."


@remembered
def check(record: Record) -> str | None:
    """Return a sentence that names the ids where links lead nowhere or run in a circle; None where all is well."""
    ids = {cause.id for cause in record.causes}
    for cause in record.causes:
        for parent in cause.parents:
            if parent not in ids:
                return f"Cause {cause.id} explains {parent}, but there is no cause {parent}."
    found = circle({cause.id: cause.parents for cause in record.causes})
    if found:
        return f"Causes explain one another in a circle: {' → '.join(found)}. Take one of these links away."
    return None
