"""The minimal cut sets of a function, from its decision diagram (Rauzy 1993).

A cut set is a set of basic events that can make the function true, whatever else that takes: negated events
are not part of it. So the answer is right for functions that are not monotone, too.
"""

import math

from noblame.analysis.bdd import FALSE, TRUE, Decisions, Edge
from noblame.analysis.families import EMPTY, NONE, Families, Family


class MinimalSets:
    """Reads minimal sets of at most `order` events off the diagrams of a workshop."""

    def __init__(self, decisions: Decisions, families: Families, order: float = math.inf) -> None:
        self._split = decisions.split
        self._families = families
        self._order = order
        self._done: dict[tuple[Edge, float], Family] = {}

    def of(self, edge: Edge) -> Family:
        """Return the minimal sets of a function."""
        return self._of(edge, self._order)

    def _of(self, edge: Edge, most: float) -> Family:
        if edge <= FALSE:
            return EMPTY if edge == TRUE else NONE
        key = (edge, most)
        found = self._done.get(key)
        if found is None:
            variable, low, high = self._split(edge)
            lower = self._of(low, most)
            upper = self._of(high, most - 1) if most >= 1 else NONE
            found = self._done[key] = self._families.node(variable, lower, self._families.without(upper, lower))
        return found
