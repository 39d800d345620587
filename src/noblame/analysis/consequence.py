"""What the causal graph says about an effect, in one line that is true however its open joins turn out."""

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from noblame.analysis.coverage import open_sets
from noblame.analysis.cutsets import CutSets, minimal_cut_sets, single_points
from noblame.analysis.logic import logic
from noblame.model import Cause, Record


class ButFor(NamedTuple):
    """The effect, computed from exactly the leaves that occurred."""

    explained: bool
    """Whether they are enough, however the undecided joins turn out."""
    possible: bool
    """Whether they are enough if every undecided join is an ``any``."""
    necessary: tuple[Cause, ...]
    """The causes without any one of which the effect would not have been."""


def but_for(record: Record, effect_id: str) -> ButFor:
    """Return whether what occurred explains the effect, and which causes it needed."""
    tree = logic(record, effect_id)
    leaves = frozenset(tree.leaves)
    occurred = [cause for cause in record.causes if cause.id in leaves and cause.status == "occurred"]
    everywhere = (2 << len(occurred)) - 1  # bit 0: all of them; bit n + 1: all but the n-th
    truth = dict.fromkeys(leaves, 0) | {cause.id: everywhere & ~(2 << n) for n, cause in enumerate(occurred)}
    surely = tree.holds(truth, everywhere, "all")
    perhaps = tree.holds(truth, everywhere, "any")
    needed = tuple(cause for n, cause in enumerate(occurred) if surely & 1 and not perhaps & (2 << n))
    return ButFor(bool(surely & 1), bool(perhaps & 1), needed)


def first_effect(record: Record) -> Cause | None:
    """Return the first effect that something explains, else the first effect."""
    effects = [cause for cause in record.causes if cause.kind == "effect"]
    explained = {parent for cause in record.causes for parent in cause.parents}
    return next((effect for effect in effects if effect.id in explained), next(iter(effects), None))


def consequence(record: Record, effect_id: str = "") -> str:
    """Return one line: is the effect explained, what is enough alone, how many ways lead to it.

    Without `effect_id` it is about the first effect that something explains.
    """
    return " ".join(sentences(record, effect_id))


def sentences(record: Record, effect_id: str = "") -> tuple[str, ...]:
    """Return the sentences of the consequence, what matters most first; each is true without the others."""
    effect = record.cause(effect_id) if effect_id else first_effect(record)
    if effect is None:
        return ("Nothing to explain yet: say what happened, as an effect.",)
    tree = logic(record, effect.id)
    if not tree.gates:
        return (f"Nothing explains “{effect.text}” yet.",)
    sets = minimal_cut_sets(record, effect.id)
    said = [_explained(but_for(record, effect.id), tree.undecided)] if sets.order else []
    if sets.total and not sets.by_order.get(0):
        said.append(_alone(single_points(record, effect.id), sets))
    if not sets.by_order.get(0):
        said += [_one_away(record, sets), ways(record, effect.id)]
    return tuple(sentence for sentence in said if sentence)


def still_open(record: Record, effect_id: str) -> str:
    """Return which ways the actions leave open and what would close most of them; empty while nothing is answered."""
    found = open_sets(record, effect_id)
    if not any(action.intended and action.answers for action in record.actions) or not found.order:
        return ""
    if not found.total:
        ways = minimal_cut_sets(record, effect_id)
        return "The actions close every way to it." if ways.total and found.order == math.inf else ""
    best, times = min(found.members.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
    cause = record.cause(best)
    count = f"{'' if found.order == math.inf else 'At least '}{found.total:,} {'way is' if found.total == 1 else 'ways are'}"
    next_best = f"; “{cause.text}” is in {times:,} of them" if cause else ""
    return f"{count} still open after the actions{next_best}."


def _named(causes: Sequence[Cause]) -> str:
    return ", ".join(f"“{cause.text}”" for cause in causes)


def _explained(found: ButFor, undecided: int) -> str:
    if not found.possible:
        return "What occurred does not explain it: a cause is missing, or a join is wrong."
    if not found.explained:
        return f"Whether what occurred explains it depends on {_joins(undecided)}."
    if not found.necessary:
        return "What occurred explains it."
    if len(found.necessary) > 3:
        return f"What occurred explains it; each of {len(found.necessary)} causes was needed."
    if len(found.necessary) > 1:
        return f"What occurred explains it; {_named(found.necessary)} were each needed."
    return f"What occurred explains it; without {_named(found.necessary)} it would not have happened."


def _alone(alone: Sequence[Cause], sets: CutSets) -> str:
    if len(alone) > 3:
        return f"Each of {len(alone)} causes is enough alone."
    if alone:
        return f"{_named(alone)} {'are each' if len(alone) > 1 else 'is'} enough alone."
    return "" if sets.by_order.get(1) else "No cause is enough alone."


def _one_away(record: Record, sets: CutSets) -> str:
    """Return which ways only one thing kept from happening; nothing while joins are undecided."""
    if sets.undecided:
        return ""
    occurred = {cause.id for cause in record.causes if cause.status == "occurred"}
    missing = Counter(name for one in sets.sets if len(one) > 1 and len(rest := one - occurred) == 1 for name in rest)
    if not missing:
        return ""
    [(barrier, times)] = missing.most_common(1)
    cause = record.cause(barrier)
    count = f"{'' if sets.complete else 'At least '}{missing.total():,} {'way was' if missing.total() == 1 else 'ways were'}"
    of_them = "" if times == missing.total() else f" {times:,} of them,"
    return f"{count} one event away{f':{of_them} had “{cause.text}” happened too' if cause else ''}."


def ways(record: Record, effect_id: str) -> str:
    """Return how many minimal cut sets an effect has: by size, or from and to where joins are undecided."""
    most = minimal_cut_sets(record, effect_id)
    fewest = minimal_cut_sets(record, effect_id, reading="all") if most.undecided else most
    if not most.order:
        return most.note
    looked_for = min(most.order, fewest.order)
    if looked_for < math.inf:
        return f"Sets of more than {looked_for:.0f} causes were not looked for."
    low, high = sorted((fewest.total, most.total))
    if not high:
        return ""
    noun = "minimal cut set" if high == 1 else "minimal cut sets"
    if most.undecided:
        count = f"{high:,}" if low == high else f"{low:,} to {high:,}"
        return f"{count} {noun}, {_joins(most.undecided)}."
    sizes = ", ".join(_of_size(count, size) for size, count in most.by_order.items())
    return f"{high:,} {noun}: {sizes}."


def _of_size(count: int, size: int) -> str:
    if size > 1:
        return f"{count:,} of {size} causes"
    return f"{count:,} single {'cause' if count == 1 else 'causes'}"


def _joins(count: int) -> str:
    return f"{count} undecided {'join' if count == 1 else 'joins'}"
