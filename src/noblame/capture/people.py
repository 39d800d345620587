"""Who is meant by a mention, and who is here in what role."""

import re
from typing import NamedTuple

from noblame.capture import quoting
from noblame.capture.tokens import Token
from noblame.capture.words import ROLES_SAID, hashed

_WORD = re.compile(r"\S+")
_MENTION = re.compile(r"@(?P<name>[^\W\d_][^\s@~#,;:!?()\[\]{}<>\"“”'‘’/\\|…]*)")
_EDGES = ",;:()[]"
_JOINS = frozenset(["joined", "has", "is", "as"])
"""Behind one of these the name is over."""
_FILLS = frozenset(["the", "our", "a", "an", "-", "–", "—", "and", "&", "/", "+", ""])


class Mention(NamedTuple):
    """Somebody named behind an ``@``."""

    who: str
    end: int
    """Where the name ends; more of the word may follow."""


class Introduced(NamedTuple):
    """A line about somebody in the room."""

    name: str
    roles: tuple[str, ...]
    tokens: tuple[Token, ...]


def mention(text: str, start: int, people: tuple[tuple[str, str], ...]) -> Mention | None:
    """Return who is mentioned at a place: ``@ana``, or ``@"Grafana bot"`` to the letter."""
    if said := quoting.read(text, start + 1):
        return Mention(*said)
    found = _MENTION.match(text, start)
    if found is None:
        return None
    name = found["name"].rstrip(".-")
    end = start + 1 + len(name)
    if text[end : end + 1] in ("@", "/", "\\"):
        return None
    return Mention(resolved(name, people), end)


def resolved(name: str, people: tuple[tuple[str, str], ...]) -> str:
    """Return the handle of the person with that handle, name or first name; else the name in small letters.

    A first name that two people share belongs to neither.
    """
    wanted = name.casefold()
    by_handle = [handle for handle, _ in people if handle.casefold() == wanted]
    by_name = [handle for handle, full in people if full.casefold() == wanted]
    by_first = [handle for handle, full in people if full.casefold().split()[:1] == [wanted]]
    if by_handle or by_name:
        return (by_handle or by_name)[0]
    return by_first[0] if len(by_first) == 1 else wanted


def introduced(text: str, start: int, people: tuple[tuple[str, str], ...]) -> Introduced:
    """Read a line such as ``chen joined as oncall for checkout``, ``@dana facilitator`` or ``Ana Ruiz #scribe``.

    A name typed in small letters throughout gets its capitals. Quotes take a name to the letter: ``@"Ana Guest"``.
    """
    words = [(found.start(), found.end()) for found in _WORD.finditer(text, start)]
    if not words:
        return Introduced("", (), ())
    first = words[0][0]
    exact = quoting.read(text, first + 1) if text[first] == "@" else None
    if exact:
        name, end = exact
        rest = [word for word in words if word[0] >= end]
    else:
        count = _name_length(text, words)
        end = words[count - 1][1]
        end -= len(text[first:end]) - len(text[first:end].rstrip(_EDGES))
        name, rest = _named(text[first:end].removeprefix("@"), people), words[count:]
    roles, spans = _roles(text, rest)
    tokens = (Token(first, end, "person", name), *spans) if name else spans
    return Introduced(name, roles, tokens)


def _name_length(text: str, words: list[tuple[int, int]]) -> int:
    """Return how many words are the name: up to a word that joins, or up to a role and what leads to it."""
    for number in range(1, len(words)):
        plain = _plain(text, *words[number])
        if plain in _JOINS:
            return number
        if _role(text, words, number)[0]:
            while number > 1 and _plain(text, *words[number - 1]) in _FILLS:
                number -= 1
            return number
    return len(words)


def _roles(text: str, words: list[tuple[int, int]]) -> tuple[tuple[str, ...], tuple[Token, ...]]:
    """Read the roles behind a name, as far as only small words stand between them."""
    tokens: list[Token] = []
    number = 0
    while number < len(words):
        role, count = _role(text, words, number)
        if role:
            tokens.append(Token(words[number][0], words[number + count - 1][1], "category", role))
        elif _plain(text, *words[number]) not in _FILLS | _JOINS:
            break
        number += count
    return tuple(dict.fromkeys(token.value for token in tokens)), tuple(tokens)


def _role(text: str, words: list[tuple[int, int]], number: int) -> tuple[str, int]:
    """Return the role that one or two words name, and how many they are."""
    start, end = words[number]
    if text[start] == "#":
        said = text[start + 1 : end].strip(_EDGES)
        return ROLES_SAID.get(said.casefold()) or hashed(said, "person"), 1
    if number + 1 < len(words):
        both = f"{_plain(text, start, end)} {_plain(text, *words[number + 1])}"
        if both in ROLES_SAID:
            return ROLES_SAID[both], 2
    return ROLES_SAID.get(_plain(text, start, end), ""), 1


def _plain(text: str, start: int, end: int) -> str:
    return text[start:end].casefold().strip(_EDGES)


def _named(typed: str, people: tuple[tuple[str, str], ...]) -> str:
    """Return the name of somebody known, else what was typed as a name is written."""
    known = dict(people)
    if not typed:
        return ""
    if (handle := resolved(typed, people)) in known:
        return known[handle] or handle
    return " ".join(word[:1].upper() + word[1:] for word in typed.split()) if typed.islower() else typed
