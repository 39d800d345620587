"""Which ways to the effect no action closes.

An action closes a way, a minimal cut set, when it answers a cause in it or a cause that stands between it and
the effect; acceptance closes nothing.
"""

import math
from typing import NamedTuple

from noblame.analysis.answers import answered, asking, unanswered
from noblame.analysis.cutsets import CutSets, minimal_cut_sets
from noblame.model import Cause, Record


class Coverage(NamedTuple):
    """How far the actions answer the causes."""

    asking: tuple[Cause, ...]
    """The causes that need an answer."""
    unanswered: tuple[Cause, ...]
    sets: int
    """Minimal cut sets of all effects, undecided joins read as ``any``."""
    open_sets: int
    """Those that are left where every action works."""
    complete: bool
    """Whether all sets were counted; large trees are counted only up to a size."""

    @property
    def in_words(self) -> str:
        """One line: ``answers 7 of 9 causes · every cut set broken``."""
        said = f"answers {len(self.asking) - len(self.unanswered)} of {len(self.asking)} causes"
        if self.open_sets:
            noun = "cut set" if self.open_sets == 1 else "cut sets"
            return f"{said} · {'' if self.complete else 'at least '}{self.open_sets:,} {noun} open"
        return f"{said} · every cut set broken" if self.sets and self.complete else said


def open_sets(record: Record, effect_id: str) -> CutSets:
    """Return the minimal cut sets of an effect that no intended action breaks: the ways still open."""
    return minimal_cut_sets(record, effect_id, without=answered(record))


def coverage(record: Record) -> Coverage:
    """Return how far the actions answer the causes of all effects."""
    effects = [cause.id for cause in record.causes if cause.kind == "effect"]
    sets = [minimal_cut_sets(record, effect) for effect in effects]
    left = [open_sets(record, effect) for effect in effects]
    complete = all(found.order == math.inf for found in (*sets, *left))
    counts = (sum(found.total for found in sets), sum(found.total for found in left))
    return Coverage(asking(record), unanswered(record), *counts, complete)
