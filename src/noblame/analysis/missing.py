"""The seven rows that every timeline of an incident should have (seed A), and which of them are not there."""

from typing import NamedTuple

from noblame.analysis.story import story
from noblame.model import Kind, Record


class CanonicalRow(NamedTuple):
    """A row that a reader looks for."""

    name: str
    kinds: tuple[Kind, ...]
    """Any event of these kinds is that row; the first is the one to add."""
    sentence: str
    """What to say while it is missing."""


ROWS = (
    CanonicalRow("signal", ("detected",), "Nothing says how it was first noticed."),
    CanonicalRow("acknowledged", ("acknowledged",), "Nothing says when somebody took it on."),
    CanonicalRow("severity", ("declared",), "Nothing says when its severity was set."),
    CanonicalRow("finding", ("finding",), "Nothing says what was found out, or when."),
    CanonicalRow("mitigation", ("mitigated", "mitigating"), "Nothing says when a mitigation was applied."),
    CanonicalRow("resolved", ("resolved",), "Nothing says when it was confirmed resolved."),
    CanonicalRow("stable", ("stable",), "Nothing says when monitoring was seen to be stable again."),
)


def missing(record: Record) -> tuple[CanonicalRow, ...]:
    """Return the canonical rows that no shown event is, in their order."""
    kinds = {event.kind for event in story(record.events)}
    return tuple(row for row in ROWS if not kinds.intersection(row.kinds))
