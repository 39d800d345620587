"""A fault tree made ready to be computed: constants folded, names as numbers, every gate "at least k of these".

Negations stand on basic events only: below a gate that is negated, k of n turns into n - k + 1 of the negated inputs
(De Morgan). Equal gates are one. An exclusive or is two ands under an or.
"""

from typing import NamedTuple

from noblame.analysis.families import deep_enough
from noblame.analysis.formulas import FaultTree, Formula, Input

Literal = int
"""Twice the number of a node; one more where it is negated."""
TRUE: Literal = 0
FALSE: Literal = 1


class Gate(NamedTuple):
    """True where at least `needed` of the inputs are."""

    needed: int
    inputs: tuple[Literal, ...]


class Circuit(NamedTuple):
    """The nodes below one gate, each after its inputs; node 0 is true."""

    nodes: tuple[str | Gate, ...]
    """A basic event by its name, in the order in which a reader meets them, or a gate."""
    top: Literal

    @property
    def events(self) -> dict[int, str]:
        """The basic events by the number of their node."""
        return {number: node for number, node in enumerate(self.nodes) if number and isinstance(node, str)}

    @property
    def monotone(self) -> bool:
        """Whether no event is negated anywhere: more events then never save anything."""
        gates = (node.inputs for node in self.nodes if isinstance(node, Gate))
        return self.top == FALSE or not any(literal & 1 for inputs in (*gates, (self.top,)) for literal in inputs)


def circuit(tree: FaultTree, top: str) -> Circuit:
    """Return what `tree` says about `top`; the tree has no circle and no name that is not defined."""
    with deep_enough(len(tree.gates) + len(tree.events)):
        builder = _Builder(tree)
        literal = builder.named(top)
    return _reached(builder.nodes, literal)


class _Builder:
    """Makes nodes from the leaves up."""

    def __init__(self, tree: FaultTree) -> None:
        self.nodes: list[str | Gate] = [""]
        self._tree = tree
        self._named: dict[str, Literal] = {name: TRUE if on else FALSE for name, on in tree.switches.items()}
        self._known: dict[Gate, Literal] = {}
        self._negated: dict[Literal, Literal] = {}

    def named(self, name: str) -> Literal:
        """Return the literal of a gate, event or switch."""
        if name not in self._named:
            formula = self._tree.gates.get(name)
            self._named[name] = self._add(name) if formula is None else self._formula(formula)
        return self._named[name]

    def _add(self, node: str | Gate) -> Literal:
        self.nodes.append(node)
        return 2 * (len(self.nodes) - 1)

    def _input(self, given: Input) -> Literal:
        if isinstance(given, bool):
            return TRUE if given else FALSE
        return self.named(given) if isinstance(given, str) else self._formula(given)

    def _formula(self, formula: Formula) -> Literal:
        inputs = [self._input(given) for given in formula.inputs]
        match formula.connective:
            case "and" | "pass":
                return self._gate(len(inputs), inputs)
            case "or":
                return self._gate(1, inputs)
            case "not" | "nand":
                return self._not(self._gate(len(inputs), inputs))
            case "nor":
                return self._not(self._gate(1, inputs))
            case "xor":
                return self._differ(*inputs)
            case "iff":
                return self._not(self._differ(*inputs))
            case "imply":
                return self._gate(1, [self._not(inputs[0]), inputs[1]])
            case "atleast":
                return self._gate(formula.least, inputs)
            case "cardinality":
                return self._gate(2, [self._gate(formula.least, inputs), self._not(self._gate(formula.most + 1, inputs))])

    def _differ(self, a: Literal, b: Literal) -> Literal:
        return self._gate(1, [self._gate(2, [a, self._not(b)]), self._gate(2, [self._not(a), b])])

    def _gate(self, needed: int, inputs: list[Literal]) -> Literal:
        """Return at least `needed` of `inputs` as simply as it goes."""
        needed -= inputs.count(TRUE)
        inputs = [literal for literal in inputs if literal > FALSE]
        if needed in (1, len(inputs)):
            once = dict.fromkeys(inputs)
            needed = 1 if needed == 1 else len(once)
            inputs = list(once)
            if any(literal ^ 1 in once for literal in once):
                return TRUE if needed == 1 else FALSE
        if needed <= 0 or needed > len(inputs):
            return TRUE if needed <= 0 else FALSE
        if len(inputs) == 1:
            return inputs[0]
        gate = Gate(needed, tuple(inputs))
        if gate not in self._known:
            self._known[gate] = self._add(gate)
        return self._known[gate]

    def _not(self, literal: Literal) -> Literal:
        node = self.nodes[literal >> 1]
        if isinstance(node, str):
            return literal ^ 1
        if literal not in self._negated:
            made = self._gate(len(node.inputs) - node.needed + 1, [self._not(entry) for entry in node.inputs])
            self._negated[literal], self._negated[made] = made, literal
        return self._negated[literal]


def _reached(nodes: list[str | Gate], top: Literal) -> Circuit:
    """Return only the nodes below `top`, numbered anew in the same order."""
    reached = {0, top >> 1}
    for number in range(top >> 1, 0, -1):
        node = nodes[number]
        if number in reached and isinstance(node, Gate):
            reached.update(literal >> 1 for literal in node.inputs)
    renumbered = {old: new for new, old in enumerate(sorted(reached))}

    def moved(literal: Literal) -> Literal:
        return 2 * renumbered[literal >> 1] + (literal & 1)

    kept = (nodes[old] for old in renumbered)
    made = tuple(node if isinstance(node, str) else Gate(node.needed, tuple(map(moved, node.inputs))) for node in kept)
    return Circuit(made, moved(top))
