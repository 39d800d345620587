"""Short stable ids: a letter for the list, a number that no living entry of that list has."""

from collections.abc import Iterable
from functools import lru_cache

from noblame.model.base import Entry

LETTERS = {"impact": "i", "events": "e", "causes": "c", "lessons": "l", "notes": "n", "links": "r", "actions": "a"}
"""The letter of each list of the record; people go by their handles."""


def next_id(letter: str, entries: Iterable[Entry]) -> str:
    """Return the next free id for a list, e.g. ``c13``; ids that noblame did not make do not count."""
    numbers = [int(entry.id[1:]) for entry in entries if entry.id[:1] == letter and entry.id[1:].isdecimal()]
    return f"{letter}{max(numbers, default=0) + 1}"


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    """Return a name in small letters and hyphens; the same few names come thousands of times in an import."""
    return "-".join("".join(c if c.isalnum() else " " for c in name.casefold()).split()) or "someone"


def handle(name: str, taken: Iterable[str] = ()) -> str:
    """Return a handle for a person's name: ``Ana Ruiz`` is ``ana-ruiz``, a second one ``ana-ruiz-2``."""
    made = _plain(name)
    used, candidate, number = set(taken), made, 2
    while candidate in used:
        candidate, number = f"{made}-{number}", number + 1
    return candidate
