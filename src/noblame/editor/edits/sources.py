"""Setting right the clock of a whole source: everything that came in from one place at once."""

import re
from datetime import timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from noblame.editor.edits.entries import with_list
from noblame.editor.edits.events import moved
from noblame.model import Event, Record

_SHIFT = re.compile(r"(?P<count>[+-]\d{1,6})\s?(?P<unit>[smh])?(?:ec|in)?")


def of_source(record: Record, source: str) -> tuple[Event, ...]:
    """Return the rows that came from a format."""
    return tuple(event for event in record.events if event.source == source)


def shifted(record: Record, source: str, seconds: int) -> Record:
    """Move all rows of a source, whose clock went wrong by that much."""
    step = timedelta(seconds=seconds)
    return with_list(record, "events", tuple(moved(e, step) if e.source == source else e for e in record.events))


def told_in(record: Record, source: str, zone: tzinfo) -> Record:
    """Read the clocks of a source's rows in another zone: what they showed stays, the instants move."""

    def read_anew(event: Event) -> Event:
        if event.source != source or event.at is None:
            return event
        at = event.at.replace(tzinfo=zone)
        there = at.replace(tzinfo=timezone(at.utcoffset() or timedelta(0)))
        return event.but(at=there, until=event.until + (there - event.at) if event.until else None)

    return with_list(record, "events", tuple(read_anew(event) for event in record.events))


def correction(words: str) -> int | tzinfo | None:
    """Return the seconds of ``-40s``, ``+2m`` or ``+1h``, the zone of ``Europe/Prague``; None for anything else."""
    said = words.strip()
    if found := _SHIFT.fullmatch(said):
        return int(found["count"]) * {"s": 1, "m": 60, "h": 3600}[found["unit"] or "s"]
    try:
        return ZoneInfo(said)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def set_right(record: Record, source: str, step: int | tzinfo) -> Record:
    """Shift the rows of a source by seconds, or read their clocks in a zone."""
    return shifted(record, source, step) if isinstance(step, int) else told_in(record, source, step)
