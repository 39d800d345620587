"""The causal graph below one effect as and/or/k-of-n logic.

What counts, and how:

* a switch is what it says; a cause that was ruled out is false;
* a cause with one cause of its own passes it through, whatever its join;
* a cause whose own causes were all ruled out, under a join that is open or ``any``, is where knowledge
  ends: it counts as a leaf;
* a ruled-out cause says nothing about a join that is still undecided and is left out of it;
* a cause that is negated is true where its own causes, joined, are not;
* safeguards and the tray are outside.
"""

from collections.abc import Mapping
from functools import reduce
from typing import Literal, NamedTuple

from noblame.analysis.graph import Graph, graph_of
from noblame.model import Cause, Record

Reading = Literal["any", "all"]
"""How the joins that are undecided are read."""


_GATES = {"any": "OR", "all": "AND", "undecided": "AND/OR?"}


def gate_words(join: str, k: int, inputs: int, *, negated: bool) -> str:
    """Return what stands on a gate with so many inputs: ``OR``, ``2 of 3``, ``NOT AND``; nothing where one input goes through."""
    word = "" if inputs < 2 else f"{k} of {inputs}" if join == "some" else _GATES[join]
    return f"NOT {word}".strip() if negated else word


class Gate(NamedTuple):
    """A cause with causes of its own."""

    join: Literal["any", "all", "some", "undecided"]
    k: int
    inputs: tuple[str, ...]
    negated: bool = False
    """Whether it is true exactly where that is not so."""

    def needed(self, reading: Reading) -> int:
        """Return how many of the inputs have to be true."""
        join = reading if self.join == "undecided" else self.join
        if len(self.inputs) == 1 or join == "any":
            return 1
        return len(self.inputs) if join == "all" else self.k


class Logic(NamedTuple):
    """What has to be true for the effect."""

    top: str
    gates: dict[str, Gate]
    """By id, a gate after all its inputs."""
    leaves: tuple[str, ...]
    """Ids of the basic events, depth first from the left."""
    fixed: dict[str, bool]
    """What is true or false beforehand."""

    @property
    def undecided(self) -> int:
        """How many joins nobody has decided."""
        return sum(gate.join == "undecided" and len(gate.inputs) > 1 for gate in self.gates.values())

    def holds(self, truth: Mapping[str, int], everywhere: int, reading: Reading) -> int:
        """Return in which cases the effect follows, many cases at once: bit n stands for case n.

        `truth` says for each leaf in which cases it is true; `everywhere` has the bit of every case.
        """
        values = {cause_id: everywhere if value else 0 for cause_id, value in self.fixed.items()} | dict(truth)
        for cause_id, gate in self.gates.items():
            inputs = [values[name] for name in gate.inputs]
            reached = _reached(inputs, gate.needed(reading), everywhere)
            values[cause_id] = everywhere & ~reached if gate.negated else reached
        return values.get(self.top, 0)


def _reached(inputs: list[int], needed: int, everywhere: int) -> int:
    """Return in which cases at least `needed` of the inputs are true."""
    if needed == len(inputs):
        return reduce(lambda a, b: a & b, inputs)
    reached = [everywhere] + [0] * needed
    for value in inputs:
        for count in range(needed, 0, -1):
            reached[count] |= reached[count - 1] & value
    return reached[needed]


def logic(record: Record, effect_id: str, without: frozenset[str] = frozenset()) -> Logic:
    """Return the logic below an effect, the causes in `without` taken to be false.

    Links that run in a circle are cut where they close; `graph.check` names them.
    """
    graph = graph_of(record)
    gates: dict[str, Gate] = {}
    leaves: dict[str, None] = {}
    fixed: dict[str, bool] = {}
    entered: dict[str, tuple[str, ...]] = {}
    waiting = [(effect_id, False)] if effect_id in graph.by_id else []
    while waiting:
        here, leaving = waiting.pop()
        cause = graph.by_id[here]
        if leaving:
            inputs = tuple(name for name in entered[here] if name in gates or name in leaves or name in fixed)
            if inputs:
                gates[here] = Gate(cause.join, cause.k, inputs, cause.negated)
            elif here != effect_id:
                leaves[here] = None
        elif here not in entered:
            given = None if here == effect_id else _given(cause, without)
            if given is not None:
                fixed[here] = given
            entered[here] = _inputs(cause, graph) if given is None else ()
            waiting += [(here, True)] if given is None else []
            waiting += [(name, False) for name in reversed(entered[here])]
    return Logic(effect_id, gates, tuple(leaves), fixed)


def _given(cause: Cause, without: frozenset[str]) -> bool | None:
    """Return what a cause is beforehand, or None where it depends."""
    if cause.id in without:
        return False
    if cause.switch:
        return cause.switch == "on"
    return False if cause.status == "ruled out" else None


def _inputs(cause: Cause, graph: Graph) -> tuple[str, ...]:
    causes = [child for child in graph.children(cause.id) if child.kind != "safeguard"]
    if cause.join in ("undecided", "any"):
        causes = [child for child in causes if child.status != "ruled out" or child.switch]
    return tuple(child.id for child in causes)
