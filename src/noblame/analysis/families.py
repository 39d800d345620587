"""Families of sets as zero-suppressed decision diagrams (Minato 1993), kept minimal.

A family stands as a number: 0 has no set, 1 has only the empty set, any other is a node *(variable, low,
high)*: the sets of `low`, and those of `high` with the variable added. Equal families are one number, so
a family of millions of sets can be a few dozen nodes, counted without being listed. Every family here is
minimal: no set of it contains another. The operations follow Rauzy, "Mathematical foundations of minimal
cutsets", 2001.
"""

import math
import sys
from collections import defaultdict
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from functools import reduce

Family = int
NONE: Family = 0
EMPTY: Family = 1
BITS = 32
"""That a number takes in a key of two or three."""
NO_VARIABLE = 1 << 30
"""That of the families without one: below all others."""


class TooLarge(Exception):
    """The families took more steps than was allowed."""


class Families:
    """A workshop for families over variables that are numbers; smaller variables stand nearer the root.

    It raises TooLarge after `steps` steps, and drops sets of more than `order` variables as early as it can:
    for minimal sets of and/or logic that is exact, as joining sets never makes them shorter.
    """

    def __init__(self, steps: int, order: float = math.inf) -> None:
        self._left = steps
        self._order = order
        self._variables = [NO_VARIABLE, NO_VARIABLE]
        self._lows: list[Family] = [NONE, EMPTY]
        self._highs: list[Family] = [NONE, EMPTY]
        self._known: dict[int, Family] = {}
        self._united: dict[int, Family] = {}
        self._reduced: dict[int, Family] = {}
        self._joined: defaultdict[float, dict[int, Family]] = defaultdict(dict)
        """By the most variables of a set, as are those that were shortened."""
        self._shortened: defaultdict[float, dict[Family, Family]] = defaultdict(dict)
        self._counted: dict[Family, dict[int, int]] = {NONE: {}, EMPTY: {0: 1}}

    def single(self, variable: int) -> Family:
        """Return the family of the one set that holds only `variable`."""
        return self.node(variable, NONE, EMPTY)

    def at_least(self, k: int, families: list[Family]) -> Family:
        """Return the minimal sets that hold a set of at least `k` of the families.

        It begins with the last: in the order of a tree that puts new variables above the old ones.
        """
        if k == 1:
            return reduce(self.either, reversed(families))
        if k == len(families):
            return reduce(lambda a, b: self._both(a, b, self._order), reversed(families))
        reached = [EMPTY] + [NONE] * k
        for family in reversed(families):
            for count in range(k, 0, -1):
                reached[count] = self.either(reached[count], self._both(reached[count - 1], family, self._order))
        return reached[k]

    def of_size(self, family: Family, size: int) -> Iterator[tuple[int, ...]]:
        """Yield the sets of exactly `size` variables, one at a time."""
        waiting: list[tuple[Family, tuple[int, ...]]] = [(family, ())]
        while waiting:
            here, taken = waiting.pop()
            if not self.counts(here).get(size - len(taken)):
                continue
            if here == EMPTY:
                yield taken
                continue
            waiting += [(self._lows[here], taken), (self._highs[here], (*taken, self._variables[here]))]

    def node(self, variable: int, low: Family, high: Family) -> Family:
        """Return the sets of `low`, and those of `high` with the variable added."""
        if high == NONE:
            return low
        key = (variable << BITS | low) << BITS | high
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = len(self._variables)
            self._variables.append(variable)
            self._lows.append(low)
            self._highs.append(high)
        return found

    def below(self, family: Family) -> list[tuple[Family, int, Family, Family]]:
        """Return the nodes of a family as node, variable, low and high, each after the two it leads to."""
        found: set[Family] = {NONE, EMPTY}
        waiting = [family]
        while waiting:
            node = waiting.pop()
            if node not in found:
                found.add(node)
                waiting += (self._lows[node], self._highs[node])
        return [(node, self._variables[node], self._lows[node], self._highs[node]) for node in sorted(found)[2:]]

    def _step(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise TooLarge

    def _split(self, a: Family, b: Family) -> tuple[int, Family, Family, Family, Family]:
        """Return the variable nearest the root of both, and low and high of each by it."""
        self._step()
        va, vb = self._variables[a], self._variables[b]
        if va < vb:
            return va, self._lows[a], self._highs[a], b, NONE
        if vb < va:
            return vb, a, NONE, self._lows[b], self._highs[b]
        return va, self._lows[a], self._highs[a], self._lows[b], self._highs[b]

    def either(self, a: Family, b: Family) -> Family:
        """Return the minimal sets of both families."""
        if a > b:
            a, b = b, a
        if a == b or a <= EMPTY:
            return a if a == EMPTY else b
        key = a << BITS | b
        found = self._united.get(key)
        if found is None:
            variable, a0, a1, b0, b1 = self._split(a, b)
            low = self.either(a0, b0)
            found = self._united[key] = self.node(variable, low, self.without(self.either(a1, b1), low))
        return found

    def without(self, a: Family, b: Family) -> Family:
        """Return the sets of `a` that hold no set of `b`."""
        variable = self._variables[a]
        while self._variables[b] < variable:  # no set of `a` holds it
            b = self._lows[b]
        if a in (NONE, b) or b == EMPTY:
            return NONE
        if b == NONE or a == EMPTY:
            return a
        key = a << BITS | b
        found = self._reduced.get(key)
        if found is None:
            self._step()
            if self._variables[b] == variable:
                low = self.without(self._lows[a], self._lows[b])
                high = self.without(self.without(self._highs[a], self._lows[b]), self._highs[b])
            else:
                low, high = self.without(self._lows[a], b), self.without(self._highs[a], b)
            found = self._reduced[key] = self.node(variable, low, high)
        return found

    def _both(self, a: Family, b: Family, most: float) -> Family:
        if a > b:
            a, b = b, a
        if a <= EMPTY:
            return NONE if a == NONE else self.short(b, most)
        if most <= 0:
            return NONE
        key, done = a << BITS | b, self._joined[most]
        found = done.get(key)
        if found is None:
            variable, a0, a1, b0, b1 = self._split(a, b)
            low = self._both(a0, b0, most)
            high = self.either(self._both(a1, b1, most - 1), self._both(a1, b0, most - 1))
            high = self.either(high, self._both(a0, b1, most - 1))
            found = done[key] = self.node(variable, low, self.without(high, low))
        return found

    def short(self, family: Family, most: float) -> Family:
        """Return the sets of at most `most` variables."""
        if family <= EMPTY or most == math.inf:
            return family
        if most <= 0:
            return NONE
        done = self._shortened[most]
        found = done.get(family)
        if found is None:
            low, high = self.short(self._lows[family], most), self.short(self._highs[family], most - 1)
            found = done[family] = self.node(self._variables[family], low, high)
        return found

    def counts(self, family: Family) -> dict[int, int]:
        """Return how many sets of each size a family has."""
        if family not in self._counted:
            total = dict(self.counts(self._lows[family]))
            for size, count in self.counts(self._highs[family]).items():
                total[size + 1] = total.get(size + 1, 0) + count
            self._counted[family] = total
        return self._counted[family]

    def members(self, family: Family) -> dict[int, int]:
        """Return in how many sets of a family each variable is."""
        nodes = self.below(family)
        above = {node: 0 for node, *_ in nodes} | {NONE: 0, EMPTY: 0, family: 1}
        found: dict[int, int] = {}
        for node, variable, low, high in reversed(nodes):
            above[low] += above[node]
            above[high] += above[node]
            found[variable] = found.get(variable, 0) + above[node] * sum(self.counts(high).values())
        return found


@contextmanager
def deep_enough(variables: int) -> Generator[None]:
    """Let operations run that go as deep as there are variables; they are plain Python and take no stack."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, 4 * variables + 2000))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
