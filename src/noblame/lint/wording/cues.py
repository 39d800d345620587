"""Which patterns are worth trying on a sentence: one look at its words, however many patterns there are.

A document of five hundred lines is looked through at every pause of typing; most of its lines speak of nobody and hold no word
that any pattern needs, and cost next to nothing.
"""

import re
from collections.abc import Iterable, Sequence

from noblame.lint.wording.grammar import Pattern

WORD = re.compile(r"[^\W\d_]+")
"""A word, or the part of one before an apostrophe or a hyphen."""
_BEGIN = 3
_Needs = dict[str, tuple[tuple[str, frozenset[int]], ...]]


class Cues:
    """What patterns need, found by how it begins."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        every = range(len(patterns))
        self._any = _needs(patterns, every)
        self._of_nobody = _needs(patterns, [number for number in every if not patterns[number].of_people])

    def possible(self, low: str, words: Iterable[str], *, somebody: bool) -> list[int]:
        """Return the numbers of the patterns that a sentence in small letters, of these words, may match, in their order.

        Without `somebody` in it, those that are about people are left out.
        """
        needs = self._any if somebody else self._of_nobody
        found: set[int] = set()
        for begin in {word[:_BEGIN] for word in words} & needs.keys():
            for need, numbers in needs[begin]:
                if need in low:
                    found |= numbers
        return sorted(found)


def _needs(patterns: Sequence[Pattern], numbers: Iterable[int]) -> _Needs:
    """Return the needs of some patterns, by the first letters of their first word."""
    of_need: dict[str, set[int]] = {}
    for number in numbers:
        for need in patterns[number].needs:
            of_need.setdefault(need, set()).add(number)
    begins: dict[str, list[tuple[str, frozenset[int]]]] = {}
    for need, those in of_need.items():
        begins.setdefault(WORD.findall(need)[0][:_BEGIN], []).append((need, frozenset(those)))
    return {begin: tuple(found) for begin, found in begins.items()}
