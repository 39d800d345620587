"""What is asked of fault trees and what is known of the answers, whoever found them.

Equal trees have equal answers: an edit that changes only words asks nothing new. An answer that somebody waits for
is bounded; where it is not the whole one, a fuller answer may come from `elsewhere` and takes its place.
"""

from collections.abc import Iterable
from typing import NamedTuple

from noblame.analysis.formulas import FaultTree, Formula
from noblame.analysis.reckoning import Answer, answer

_MOST = 64


class Question(NamedTuple):
    """A fault tree without words and probabilities, whose minimal cut sets are wanted."""

    top: str
    gates: tuple[tuple[str, Formula], ...]
    switches: tuple[tuple[str, bool], ...]
    limit_order: int | None
    max_sets: int

    @property
    def tree(self) -> FaultTree:
        """The tree that is asked about."""
        gates, switches = dict(self.gates), dict(self.switches)
        names = dict.fromkeys(name for formula in gates.values() for name in formula.names())
        events: dict[str, float | None] = {name: None for name in names if name not in gates and name not in switches}
        return FaultTree(gates, events, switches, {})


def question(tree: FaultTree, top: str, limit_order: int | None, max_sets: int) -> Question:
    """Return what is asked about a tree."""
    return Question(top, tuple(tree.gates.items()), tuple(tree.switches.items()), limit_order, max_sets)


class Known:
    """The latest answers; of those that are not whole, whether anybody has looked longer."""

    def __init__(self) -> None:
        self._answers: dict[Question, Answer] = {}
        self._looked: set[Question] = set()

    def answer(self, asked: Question) -> Answer:
        """Return the fullest answer that is known, else as full a one as can be had at once."""
        found = self._answers.pop(asked, None)
        if found is None:
            found = answer(asked.tree, asked.top, limit_order=asked.limit_order, max_sets=asked.max_sets)
        self._keep(asked, found)
        return found

    def take(self, asked: Question, found: Answer) -> None:
        """Take an answer that was found elsewhere, unless it says less than what is known."""
        before = self._answers.get(asked)
        if before is None or before.order <= found.order:
            self._keep(asked, found)

    def settle(self, asked: Iterable[Question]) -> None:
        """Note that nobody need look any longer for these answers."""
        self._looked.update(asked)

    def unfinished(self, asked: Iterable[Question]) -> tuple[Question, ...]:
        """Return those questions, each once, whose answers are known only in part and may still grow."""
        return tuple(one for one in dict.fromkeys(asked) if one not in self._looked and self.answer(one).truncated)

    def _keep(self, asked: Question, found: Answer) -> None:
        self._answers[asked] = found
        if len(self._answers) > _MOST:
            oldest = next(iter(self._answers))
            del self._answers[oldest]
            self._looked.discard(oldest)


KNOWN = Known()
