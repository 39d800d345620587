"""What opens doors and stands in a text by mistake: keys and tokens by their form, passwords by the name before them.

The patterns are in ``secrets.toml``, each with texts that it takes and leaves; those are its tests.
"""

import re
from functools import cache
from importlib import resources
from typing import Any, NamedTuple, cast

import tomli

from noblame.model.base import Frozen
from noblame.model.walking import with_words

REMOVED = "[removed]"
"""Stands where a secret stood."""
SHORTEST = len("x://y:z@")
"""Letters of the shortest text that any pattern takes; most strings of a record are shorter."""


class Secret(NamedTuple):
    """One kind of secret."""

    name: str
    signs: tuple[str, ...]
    """One of these stands in every text that the pattern matches; looking for them first is much faster."""
    words: str
    """The pattern, as it is written."""
    takes: tuple[str, ...]
    leaves: tuple[str, ...]

    @property
    def pattern(self) -> re.Pattern[str]:
        """What is looked for; `re` keeps it from the first text with a sign in it, which no start waits for."""
        return re.compile(self.words, re.DOTALL)


@cache
def kinds() -> tuple[Secret, ...]:
    """Return all kinds, in the order in which they are looked for."""
    text = resources.files("noblame.model").joinpath("secrets.toml").read_text(encoding="utf-8")
    rows = cast("list[dict[str, Any]]", tomli.loads(text)["secret"])
    return tuple(
        Secret(
            row["name"],
            tuple(row["signs"]),
            row["pattern"],
            tuple(row["takes"]),
            tuple(row["leaves"]),
        )
        for row in rows
    )


@cache
def _signs() -> re.Pattern[str]:
    """Return what finds any sign of any kind: most texts have none, and are looked through once."""
    return re.compile("|".join(re.escape(sign) for sign in dict.fromkeys(sign for kind in kinds() for sign in kind.signs)))


def secret_in(text: str) -> str:
    """Return the name of the first kind of secret in a text, nothing where there is none."""
    if not _signs().search(text):
        return ""
    return next((kind.name for kind in kinds() if _signed(kind, text) and kind.pattern.search(text)), "")


def secrets_in(text: str) -> list[tuple[int, int]]:
    """Return where in a text secrets stand: their first letters and the ones behind them, in order, without what is kept."""
    if len(text) < SHORTEST or not _signs().search(text):
        return []
    found = (match for kind in kinds() if _signed(kind, text) for match in kind.pattern.finditer(text))
    places: list[tuple[int, int]] = []
    for start, end in sorted((match.start() + len(match.groupdict().get("keep") or ""), match.end()) for match in found):
        if places and start < places[-1][1]:
            places[-1] = (places[-1][0], max(end, places[-1][1]))
        else:
            places.append((start, end))
    return places


def secret_of(part: Any) -> str:
    """Return the name of the first kind of secret in the words of an entry, nothing where there is none."""
    if isinstance(part, str):
        return secret_in(part) if len(part) >= SHORTEST else ""
    inner: tuple[Any, ...] = ()
    if isinstance(part, tuple):
        inner = cast("tuple[Any, ...]", part)
    elif isinstance(part, Frozen):
        inner = tuple(part.__dict__.values())
    return next((name for item in inner if (name := secret_of(item))), "")


def without_secrets(text: str) -> str:
    """Return a text with `REMOVED` where a secret stood."""
    if len(text) < SHORTEST or not _signs().search(text):
        return text
    for kind in kinds():
        if _signed(kind, text):
            text = kind.pattern.sub(_kept, text)
    return text


def record_without_secrets(part: Any) -> Any:
    """Return a record, an entry or a value of one without secrets; what holds none stays the same object."""
    return with_words(part, without_secrets)


def _signed(kind: Secret, text: str) -> bool:
    for sign in kind.signs:  # noqa: SIM110 a generator takes three times as long, for every text of an import
        if sign in text:
            return True
    return False


def _kept(found: re.Match[str]) -> str:
    return (found.groupdict().get("keep") or "") + REMOVED
