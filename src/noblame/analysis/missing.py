"""The seven rows that every timeline of an incident should have (seed A), and which of them are not there."""

from typing import NamedTuple

from noblame.analysis.keeping import last_kept
from noblame.model import Event, Kind, Record


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
    kinds = _kinds(record.events)
    return tuple(row for row in ROWS if not kinds.intersection(row.kinds))


@last_kept
def _kinds(events: tuple[Event, ...]) -> frozenset[Kind]:
    """Return the kinds of what is shown."""
    return frozenset(event.kind for event in events if event.shown)
