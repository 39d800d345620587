"""Minimal cut sets: the smallest sets of causes that together are enough for an effect.

The work is bounded: of a tree that is too large for the whole answer, the short sets are computed, and the answer
says how far it goes. Answers are remembered, and grow where somebody looks longer.
"""

import math
from typing import NamedTuple, get_args

from noblame.analysis.explained import fault_tree
from noblame.analysis.graph import check
from noblame.analysis.known import KNOWN, Question, question
from noblame.analysis.logic import Reading, logic
from noblame.analysis.reckoning import Answer
from noblame.analysis.remembering import remembered
from noblame.model import Cause, Record


class _Asked(NamedTuple):
    undecided: int
    question: Question | None


class CutSets(NamedTuple):
    """The minimal cut sets of an effect."""

    sets: tuple[frozenset[str], ...]
    """Ids of causes, shortest sets first; at most as many as are listed."""
    complete: bool
    """Whether `sets` are all there are."""
    undecided: int
    """How many joins nobody has decided; they were read as `reading`."""
    reading: Reading
    by_order: dict[int, int]
    """How many sets there are of each size, listed or not."""
    members: dict[str, int]
    """In how many of the sets each cause is; those in none are left out."""
    order: float
    """Up to which size sets were looked for: infinite where all were, 0 where none could be."""
    note: str
    """A plain statement of what was left out; empty where nothing was."""

    @property
    def total(self) -> int:
        """How many sets there are up to `order`, listed or not."""
        return sum(self.by_order.values())


LISTED = 100
"""Sets that are listed; causes that are enough alone always are."""


@remembered
def _asked(record: Record, effect_id: str, reading: Reading, without: frozenset[str], limit_order: int | None) -> _Asked:
    """Return what is asked about an effect; no question where nothing explains it."""
    tree = logic(record, effect_id, without)
    if effect_id not in tree.gates:
        return _Asked(tree.undecided, None)
    causes = fault_tree(record, effect_id, reading, without)
    return _Asked(tree.undecided, question(causes, effect_id, limit_order, max(LISTED, len(tree.leaves))))


def minimal_cut_sets(
    record: Record,
    effect_id: str,
    limit_order: int | None = None,
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
        return CutSets((), False, 0, reading, {}, {}, 0, knot)
    undecided, asked = _asked(record, effect_id, reading, without, limit_order)
    if asked is None:
        return CutSets((), True, 0, reading, {}, {}, math.inf, "")
    found = KNOWN.answer(asked)
    sets = tuple(frozenset(one) for one in found.sets)
    return CutSets(sets, not found.note, undecided, reading, found.by_order, found.members, found.order, _note(found))


def unfinished(record: Record, effect_id: str, without: frozenset[str] = frozenset()) -> tuple[Question, ...]:
    """Return the questions about an effect whose answers could be fuller: as it is, and with `without` prevented."""
    if check(record):
        return ()
    wanted = [_asked(record, effect_id, reading, frozenset(), None).question for reading in get_args(Reading)]
    wanted.append(_asked(record, effect_id, "any", without, None).question)
    return KNOWN.unfinished(one for one in wanted if one)


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
    found = minimal_cut_sets(record, effect_id, reading="all")
    alone = {cause_id for one in found.sets if len(one) == 1 for cause_id in one}
    return tuple(cause for cause in record.causes if cause.id in alone)
