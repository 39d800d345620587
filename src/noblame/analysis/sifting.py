"""Which rows of the timeline a few words mean.

``pool @bob #decision from:slack is:unplaced -test``: every word must fit. Words are looked for in the text, the
record's own words, people, evidence and place of origin; ``-`` in front leaves out what fits.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from noblame.model import Event

_WORD = re.compile(r'(?P<not>-)?(?P<key>@|#|from:|is:|noise:)?(?:"(?P<quoted>[^"]*)"?|(?P<plain>\S*))', re.IGNORECASE)

Test = Callable[[Event], bool]

STATES: dict[str, Test] = {
    "starred": lambda event: event.star,
    "typed": lambda event: not event.source,
    "unplaced": lambda event: event.at is None,
    "aside": lambda event: event.hidden,
    "noise": lambda event: event.hidden and bool(event.aside),
    "folded": lambda event: bool(event.part_of),
    "disputed": lambda event: bool(event.disputed),
    "asked": lambda event: bool(event.asked),
}
"""What may stand behind ``is:``."""
_CLOSED = frozenset({"aside", "noise", "folded"})


class Sieve(NamedTuple):
    """Some words, understood."""

    said: str = ""
    tests: tuple[Test, ...] = ()
    closed: bool = False
    """Whether it asks for rows that were set aside; else they stay out."""

    def __bool__(self) -> bool:
        """Whether anything was asked for."""
        return bool(self.tests)

    def fits(self, event: Event) -> bool:
        """Whether an event is meant."""
        return (self.closed or event.open) and all(test(event) for test in self.tests)


def sieve(said: str) -> Sieve:
    """Read words; what is not known as a sign or state is looked for as it stands."""
    tests: list[Test] = []
    closed = False
    for found in _WORD.finditer(said):
        key = (found["key"] or "").casefold()
        word = (found["plain"] if found["quoted"] is None else found["quoted"]).casefold()
        if not word:
            continue
        test = _test(key, word)
        closed = closed or key == "noise:" or (key == "is:" and _state(word) in _CLOSED)
        tests.append(_not(test) if found["not"] else test)
    return Sieve(said.strip(), tuple(tests), closed)


def _test(key: str, word: str) -> Test:
    if key == "@":
        return lambda event: any(word in who.casefold() for who in event.who)
    if key == "#":
        return lambda event: event.kind.replace(" ", "-").startswith(word) or event.kind.startswith(word)
    if key == "from:":
        return lambda event: word in f"{event.source} {event.origin} {event.lane}".casefold()
    if key == "noise:":
        return lambda event: event.hidden and word in event.aside.casefold()
    if key == "is:":
        return STATES.get(_state(word), lambda event: True)
    return lambda event: word in _all_words(event)


def _state(word: str) -> str:
    """Return the state that a word begins, or nothing while it is still being typed."""
    return next((name for name in STATES if word and name.startswith(word)), "")


def _not(test: Test) -> Test:
    return lambda event: not test(event)


def _all_words(event: Event) -> str:
    return "\n".join((event.text, event.raw, *event.who, *event.evidence, event.origin)).casefold()
