"""Logic as reduced ordered binary decision diagrams (Bryant 1986) with complement edges (Brace, Rudell, Bryant 1990).

A function stands as a number, an *edge*: twice the number of a node, one more where it is negated. A node is
*(variable, low, high)*: what is left where the variable is false, and where it is true. Equal functions are one
edge, negation is free, and probability and importance are one pass over the nodes.
"""

from functools import reduce

from noblame.analysis.circuit import Circuit
from noblame.analysis.families import BITS, NO_VARIABLE, TooLarge

Edge = int
TRUE: Edge = 0
FALSE: Edge = 1


class Decisions:
    """A workshop for diagrams over variables that are numbers; smaller variables stand nearer the root.

    It raises TooLarge after `steps` steps.
    """

    def __init__(self, steps: int) -> None:
        self.variables: list[int] = [NO_VARIABLE]
        self.lows: list[Edge] = [TRUE]
        self.highs: list[Edge] = [TRUE]
        self._left = steps
        self._known: dict[int, Edge] = {}
        self._done: dict[int, Edge] = {}

    def build(self, circuit: Circuit) -> Edge:
        """Return the diagram of a circuit's top; its events are variables by the numbers of their nodes."""
        made: list[Edge] = [TRUE]
        for number, node in enumerate(circuit.nodes[1:], 1):
            if isinstance(node, str):
                made.append(self._node(number, FALSE, TRUE))
            else:
                made.append(self.at_least(node.needed, [made[entry >> 1] ^ (entry & 1) for entry in node.inputs]))
        return made[circuit.top >> 1] ^ (circuit.top & 1)

    def at_least(self, k: int, edges: list[Edge]) -> Edge:
        """Return where at least `k` of the functions are true; begun with the last, which stand lowest."""
        if k == len(edges):
            return reduce(self.both, reversed(edges))
        if k == 1:
            return reduce(lambda a, b: self.both(a, b ^ 1), reversed(edges), TRUE) ^ 1
        reached = [TRUE] + [FALSE] * k
        for edge in reversed(edges):
            for count in range(k, 0, -1):
                more = self.both(reached[count - 1], edge)
                reached[count] = self.both(reached[count] ^ 1, more ^ 1) ^ 1
        return reached[k]

    def both(self, a: Edge, b: Edge) -> Edge:
        """Return where both functions are true."""
        if a > b:
            a, b = b, a
        if a <= FALSE:
            return b if a == TRUE else FALSE
        if a ^ b <= 1:
            return a if a == b else FALSE
        key = a << BITS | b
        found = self._done.get(key)
        if found is None:
            self._left -= 1
            if self._left < 0:
                raise TooLarge
            m, n = a >> 1, b >> 1
            top, other = self.variables[m], self.variables[n]
            a0 = a1 = a
            b0 = b1 = b
            if top <= other:
                a0, a1 = self.lows[m] ^ (a & 1), self.highs[m] ^ (a & 1)
            if other <= top:
                b0, b1 = self.lows[n] ^ (b & 1), self.highs[n] ^ (b & 1)
                top = other
            found = self._done[key] = self._node(top, self.both(a0, b0), self.both(a1, b1))
        return found

    def _node(self, variable: int, low: Edge, high: Edge) -> Edge:
        if low == high:
            return low
        negated = low & 1
        low, high = low ^ negated, high ^ negated
        key = (variable << BITS | low) << BITS | high
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = 2 * len(self.variables)
            self.variables.append(variable)
            self.lows.append(low)
            self.highs.append(high)
        return found ^ negated

    def split(self, edge: Edge) -> tuple[int, Edge, Edge]:
        """Return the variable at the root of a function, and what is left where it is false and true."""
        node, negated = edge >> 1, edge & 1
        return self.variables[node], self.lows[node] ^ negated, self.highs[node] ^ negated

    def below(self, edge: Edge) -> list[int]:
        """Return the nodes of a function, each after the two it leads to."""
        found: set[int] = {0}
        waiting = [edge >> 1]
        while waiting:
            node = waiting.pop()
            if node not in found:
                found.add(node)
                waiting += (self.lows[node] >> 1, self.highs[node] >> 1)
        return sorted(found)[1:]
