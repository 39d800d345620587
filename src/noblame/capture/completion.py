"""What the word being typed could become."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from noblame.capture.context import Context
from noblame.capture.words import DEFAULTS, HASHES, SLASHES, slash

MOST = 8
_WORD = re.compile(r"(?:^|(?<=\s))([@#/][\w-]*)$")


class Completion(NamedTuple):
    """A choice: `insert` replaces the text from `start` to before `end`."""

    insert: str
    start: int
    end: int
    label: str
    help: str


def complete(text: str, cursor: int, context: Context, commands: tuple[tuple[str, str], ...] = ()) -> tuple[Completion, ...]:
    """Return choices for the word that ends at `cursor`, those that begin with it first, at most `MOST`.

    A slash at the start of the line offers what can be made and the `commands` (name, help);
    ``@`` people, ``#`` kinds. A word that is complete is offered nothing.
    """
    found = _WORD.search(text[:cursor])
    if found is None:
        return ()
    word, start = found[1], found.start(1)
    if word[0] == "/":
        if text[:start].strip():
            return ()
        slashes = [(f"/{name}", meaning) for name, (_, meaning) in SLASHES.items()]
        choices = slashes + [(f"/{name}", meaning) for name, meaning in commands]
    elif word[0] == "@":
        choices = [(f"@{handle}", name) for handle, name in context.people]
    else:
        choices = [(f"#{kind.replace(' ', '-')}", "") for kind in HASHES.get(_target(text, context), ())]
    ranked = [c for c in _ranked(word, choices) if c[0] != word]
    return tuple(Completion(f"{label} ", start, cursor, label, meaning) for label, meaning in ranked[:MOST])


def _ranked(word: str, choices: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    wanted = word.casefold()
    every = list(choices)
    begins = [c for c in every if c[0].casefold().startswith(wanted)]
    holds = [c for c in every if c not in begins and len(wanted) > 1 and wanted[1:] in c[0].casefold()]
    return begins + holds


def _target(text: str, context: Context) -> str:
    """Return what the line makes, as far as its beginning says."""
    first = text.lstrip().split(" ", 1)[0]
    if first.startswith("/"):
        return slash(first[1:]) or ""
    return "lesson" if first in ("+", "-", "!") else DEFAULTS[context.part]
