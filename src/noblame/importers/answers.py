"""What the user answers where a file leaves something out, and what it can look like."""

from dataclasses import replace
from datetime import datetime

from noblame.importers.base import Hints
from noblame.importers.times.zones import zone

ASKED = ("zone", "date", "year", "start")
"""What a file may leave out, as the fields of `Hints`."""
EXAMPLES = {
    "zone": "write UTC, +02:00 or a name such as Europe/Prague",
    "date": "write the day as 2024-01-15",
    "year": "write four digits",
    "start": "write when the recording began, as 2024-01-15T14:00Z",
}


def with_hint(hints: Hints, asked: str, text: str) -> Hints:
    """Return the hints with one more thing said; empty words take it back. Raises ValueError for words that are none.

    A column is asked for as ``column time``; a start without an offset is taken in the zone that was said, else UTC.
    """
    role = asked.removeprefix("column ")
    if role != asked:
        kept = tuple(pair for pair in hints.columns if pair[0] != role)
        return replace(hints, columns=(*kept, (role, text)) if text else kept)
    if not text:
        return replace(hints, **{asked: None})
    if asked == "date":
        return replace(hints, date=datetime.fromisoformat(text).date())
    if asked == "year":
        if len(text) != 4:
            raise ValueError(text)
        return replace(hints, year=int(text))
    if asked == "start":
        start = datetime.fromisoformat(text)
        return replace(hints, start=start if start.tzinfo else start.replace(tzinfo=zone(hints.zone or "UTC")))
    if zone(text) is None:
        raise ValueError(text)
    return replace(hints, zone=text)
