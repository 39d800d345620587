"""Minimal cut sets: the smallest sets of causes that together are enough for an effect.

The work is bounded. Where a tree is too large for the whole answer, the sets of one cause are computed,
then those of up to two, three and four, and the answer says how far it goes.
"""

import math
from typing import NamedTuple

from noblame.analysis.families import EMPTY, NONE, Families, Family, TooLarge, deep_enough
from noblame.analysis.graph import check
from noblame.analysis.logic import Logic, Reading, logic
from noblame.model import Cause, Record

STEPS = 40_000
"""Operations on diagrams before a computation is given up: about a tenth of a second."""
_ORDERS = (1, 2, 3, 4)


class CutSets(NamedTuple):
    """The minimal cut sets of an effect."""

    sets: tuple[frozenset[str], ...]
    """Ids of causes, shortest sets first; at most as many as were asked for."""
    complete: bool
    """Whether `sets` are all there are."""
    undecided: int
    """How many joins nobody has decided; they were read as `reading`."""
    reading: Reading
    by_order: dict[int, int]
    """How many sets there are of each size, listed or not."""
    order: float
    """Up to which size sets were looked for: infinite where all were, 0 where none could be."""
    note: str
    """A plain statement of what was left out; empty where nothing was."""

    @property
    def total(self) -> int:
        """How many sets there are up to `order`, listed or not."""
        return sum(self.by_order.values())


def minimal_cut_sets(
    record: Record,
    effect_id: str,
    limit_order: int | None = None,
    max_sets: int = 1000,
    *,
    reading: Reading = "any",
    without: frozenset[str] = frozenset(),
) -> CutSets:
    """Return the minimal cut sets of an effect, as `logic` reads the graph below it.

    Undecided joins are read as `reading`: ``any`` gives the shortest sets that can be true. Causes in
    `without` are taken to be prevented. An effect that nothing explains has no cut set.
    """
    knot = check(record)
    if knot:
        return CutSets((), False, 0, reading, {}, 0, knot)
    tree = logic(record, effect_id, without)
    if effect_id not in tree.gates:
        return CutSets((), True, 0, reading, {}, math.inf, "")
    orders = (limit_order,) if limit_order else (math.inf, *_ORDERS)
    found = CutSets((), False, tree.undecided, reading, {}, 0, "The tree is too large to compute its cut sets here.")
    with deep_enough(len(tree.leaves)):
        for order in orders:
            try:
                families = Families(STEPS, order)
                found = _listed(tree, families, _top(tree, families, reading), order, max_sets, reading)
            except TooLarge:
                if order != math.inf:
                    break
            if order == math.inf and found.order:
                break
    return found


def _top(tree: Logic, families: Families, reading: Reading) -> Family:
    """Return the family of the effect, computed gate by gate from the leaves."""
    made = {cause_id: EMPTY if value else NONE for cause_id, value in tree.fixed.items()}
    made |= {leaf: families.single(number) for number, leaf in enumerate(tree.leaves)}
    for cause_id, gate in tree.gates.items():
        made[cause_id] = families.at_least(gate.needed(reading), [made[name] for name in gate.inputs])
    return made[tree.top]


def _listed(tree: Logic, families: Families, top: Family, order: float, max_sets: int, reading: Reading) -> CutSets:
    by_order = dict(sorted(families.counts(top).items()))
    sets: list[frozenset[str]] = []
    for size in by_order:
        for found in families.of_size(top, size):
            if len(sets) == max_sets:
                break
            sets.append(frozenset(tree.leaves[number] for number in found))
    count = sum(by_order.values())
    whole = order >= len(tree.leaves)
    notes = [] if whole else [f"Sets of more than {int(order)} causes were not looked for."]
    if len(sets) < count:
        notes.append(f"The {len(sets)} shortest of {count:,} sets are listed.")
    return CutSets(tuple(sets), not notes, tree.undecided, reading, by_order, order, " ".join(notes))


def single_points(record: Record, effect_id: str) -> tuple[Cause, ...]:
    """Return the causes that are enough alone, however the undecided joins turn out."""
    found = minimal_cut_sets(record, effect_id, limit_order=1, reading="all")
    alone = {cause_id for one in found.sets for cause_id in one}
    return tuple(cause for cause in record.causes if cause.id in alone)
