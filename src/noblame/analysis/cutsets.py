"""Minimal cut sets: the smallest sets of causes that together are enough for an effect.

The work is bounded: of a tree that is too large for the whole answer, the short sets are computed, and the answer
says how far it goes. Answers are remembered as long as the causes stay the same.
"""

import math
from typing import NamedTuple

from noblame.analysis.explained import fault_tree
from noblame.analysis.graph import check
from noblame.analysis.logic import Reading, logic
from noblame.analysis.reckoning import Answer, answer
from noblame.analysis.remembering import remembered
from noblame.model import Cause, Record


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


@remembered
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
    tree_of_causes = fault_tree(record, effect_id, reading, without)
    bare = tree_of_causes._replace(events=dict.fromkeys(tree_of_causes.events))
    found = answer(bare, effect_id, limit_order=limit_order, max_sets=max_sets)
    sets = tuple(frozenset(one) for one in found.sets)
    return CutSets(sets, not found.note, tree.undecided, reading, found.by_order, found.order, _note(found))


def _note(found: Answer) -> str:
    """Return what was left out, in words for causes."""
    if not found.order:
        return "The tree is too large to compute its cut sets here."
    notes = [f"Sets of more than {found.order:.0f} causes were not looked for."] if found.truncated else []
    if len(found.sets) < found.total:
        notes.append(f"The {len(found.sets)} shortest of {found.total:,} sets are listed.")
    return " ".join(notes)


def single_points(record: Record, effect_id: str) -> tuple[Cause, ...]:
    """Return the causes that are enough alone, however the undecided joins turn out."""
    found = minimal_cut_sets(record, effect_id, limit_order=1, reading="all")
    alone = {cause_id for one in found.sets for cause_id in one}
    return tuple(cause for cause in record.causes if cause.id in alone)
