"""The causal graph below an effect as a fault tree that can be computed and exchanged."""

from noblame.analysis.formulas import Connective, FaultTree, Formula
from noblame.analysis.logic import Gate, Reading, logic
from noblame.model import Record


def fault_tree(record: Record, effect_id: str, reading: Reading = "any", without: frozenset[str] = frozenset()) -> FaultTree:
    """Return the fault tree of an effect, its names the ids of causes and its labels their words.

    Undecided joins are read as `reading`; causes in `without`, and those ruled out, are false.
    """
    tree = logic(record, effect_id, without)
    gates = {name: _formula(gate, reading) for name, gate in reversed(tree.gates.items())}
    chances = {cause.id: cause.probability for cause in record.causes}
    labels = {cause.id: cause.text for cause in record.causes if cause.text}
    return FaultTree(gates, {name: chances[name] for name in tree.leaves}, dict(tree.fixed), labels)


def _formula(gate: Gate, reading: Reading) -> Formula:
    needed, inputs = gate.needed(reading), len(gate.inputs)
    connective: Connective = "pass" if inputs == 1 else "or" if needed == 1 else "and" if needed == inputs else "atleast"
    joined = Formula(connective, gate.inputs, needed if connective == "atleast" else 0)
    if not gate.negated:
        return joined
    return Formula("not", gate.inputs if inputs == 1 else (joined,))
