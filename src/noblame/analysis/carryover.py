"""What earlier incidents of the same service left behind: promises that are not kept yet, and causes that came back."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from noblame.model import Action, Record

_EVERYWHERE = frozenset([
    "about", "after", "again", "before", "cause", "caused", "could", "error", "failed", "failure", "from", "have", "into",
    "missing", "never", "nobody", "service", "that", "their", "them", "then", "there", "they", "this", "through", "under",
    "were", "when", "which", "while", "with", "without", "would",
])  # fmt: skip
"""Words that say nothing about which factor it is."""
_ENOUGH = 0.6
"""The share of the shorter sentence's words that two sentences about the same factor have in common."""


class Overdue(NamedTuple):
    """A promise of an earlier incident that nobody has kept yet."""

    title: str
    action: Action
    days: int
    """Days past its date, negative while there is time, 0 where it has none."""


class Repeated(NamedTuple):
    """A cause of this incident that earlier ones had too."""

    text: str
    incidents: int


class Carried(NamedTuple):
    """What is carried over into a meeting."""

    actions: tuple[Overdue, ...] = ()
    factors: tuple[Repeated, ...] = ()


def carried(record: Record, others: Iterable[Record], today: date) -> Carried:
    """Return what other incidents of the same service left, the longest overdue first."""
    service = record.incident.service.casefold()
    earlier = [other for other in others if service and other.incident.service.casefold() == service]
    left = [
        Overdue(other.incident.title, action, (today - action.due).days if action.due else 0)
        for other in earlier
        for action in other.actions
        if action.intended and action.status not in ("done", "verified")
    ]
    causes = [tuple(_words(cause.text) for cause in other.causes if cause.kind == "cause") for other in earlier]
    seen: list[Repeated] = []
    for cause in record.causes:
        words = _words(cause.text)
        count = sum(any(_same(words, other) for other in incident) for incident in causes) if cause.kind == "cause" else 0
        if count:
            seen.append(Repeated(cause.text, count))
    return Carried(tuple(sorted(left, key=lambda item: -item.days)), tuple(sorted(seen, key=lambda factor: -factor.incidents)))


def _words(text: str) -> frozenset[str]:
    """Return the words that say which factor it is, plurals as singulars."""
    found = re.findall(r"[^\W_]{4,}", text.casefold())
    return frozenset(word.removesuffix("s") for word in found if word not in _EVERYWHERE)


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    common = len(one & other)
    return common >= 2 and common >= _ENOUGH * min(len(one), len(other))
