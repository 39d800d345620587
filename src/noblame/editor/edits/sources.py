"""Setting right the clock of a whole source: everything that came in from one place at once."""

import re
from datetime import timedelta, timezone, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from noblame.editor.edits.entries import with_list
from noblame.editor.edits.events import moved
from noblame.model import Event, Record

_SHIFT = re.compile(r"(?P<count>[+-]\d{1,6})\s?(?P<unit>[smh])?(?:ec|in)?")


class Origin(NamedTuple):
    """Where rows came in from together: one clock told the time of them all."""

    source: str
    """The format."""
    file: str
    """The file, or the outermost folder or archive."""

    @classmethod
    def of(cls, event: Event) -> "Origin":
        """Return where a row came in from."""
        return cls(event.source, event.origin.partition(", ")[0].partition("/")[0])

    @property
    def name(self) -> str:
        """The words for it in a sentence."""
        return f"{self.source} {self.file}".strip()


def rows_of(record: Record, origin: Origin) -> tuple[Event, ...]:
    """Return the rows that came in from there."""
    return tuple(event for event in record.events if event.source == origin.source and Origin.of(event) == origin)


def _shifted(event: Event, seconds: int) -> Event:
    """Return a row whose clock was wrong by so many seconds."""
    return moved(event, timedelta(seconds=seconds))


def _told_in(event: Event, zone: tzinfo) -> Event:
    """Return a row whose clock is read in another zone: what it showed stays, the instant moves."""
    if event.at is None:
        return event
    at = event.at.replace(tzinfo=zone)
    there = at.replace(tzinfo=timezone(at.utcoffset() or timedelta(0)))
    return event.but(at=there, until=event.until + (there - event.at) if event.until else None)


def correction(words: str) -> int | tzinfo | None:
    """Return the seconds of ``-40s``, ``+2m`` or ``+1h``, the zone of ``Europe/Prague``; None for anything else."""
    said = words.strip()
    if found := _SHIFT.fullmatch(said):
        return int(found["count"]) * {"s": 1, "m": 60, "h": 3600}[found["unit"] or "s"]
    try:
        return ZoneInfo(said)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def set_right(record: Record, origin: Origin, step: int | tzinfo) -> Record:
    """Shift the rows that came in together by seconds, or read their clocks in a zone; each says from then on that it was."""
    rows = {event.id for event in rows_of(record, origin)}
    said = f"{step:+d}s" if isinstance(step, int) else str(step)

    def right(event: Event) -> Event:
        if event.id not in rows or event.at is None:
            return event
        there = _shifted(event, step) if isinstance(step, int) else _told_in(event, step)
        return there.but(set_right=", ".join(filter(None, (event.set_right, said))))

    return with_list(record, "events", tuple(map(right, record.events)))
