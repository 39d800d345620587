"""Other orders for the inputs of gates: what a reader meets first becomes the root of a diagram, which decides its size.

No rule finds the best order; of the two here, one or the other tames most trees that the written order does not.
"""

from typing import Literal as Choice

from noblame.analysis.circuit import Circuit, Gate, Literal
from noblame.analysis.families import deep_enough

Order = Choice["as written", "small first", "shared first"]


def arranged(circuit: Circuit, order: Order) -> Circuit:
    """Return the same circuit, the inputs of its gates in another order and its nodes in the order that follows."""
    if order == "as written":
        return circuit
    size, parents = [1] * len(circuit.nodes), [0] * len(circuit.nodes)
    for number, node in enumerate(circuit.nodes):
        for literal in node.inputs if isinstance(node, Gate) else ():
            size[number] += size[literal >> 1]
            parents[literal >> 1] += 1
    rank = size if order == "small first" else [-count for count in parents]
    nodes: list[str | Gate] = [""]
    moved: dict[int, int] = {0: 0}

    def visit(literal: Literal) -> Literal:
        number = literal >> 1
        if number not in moved:
            node = circuit.nodes[number]
            if isinstance(node, Gate):
                node = Gate(node.needed, tuple([visit(entry) for entry in sorted(node.inputs, key=lambda x: rank[x >> 1])]))
            moved[number] = len(nodes)
            nodes.append(node)
        return 2 * moved[number] + (literal & 1)

    with deep_enough(len(circuit.nodes)):
        top = visit(circuit.top)
    return Circuit(tuple(nodes), top)
