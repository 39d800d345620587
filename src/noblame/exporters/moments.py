"""Instants as a document writes them: in the zone of the room, no finer than anybody knew them."""

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from noblame.model import Event, Record

UNKNOWN = "time unknown"


def local(instant: datetime, zone: str) -> datetime:
    """Return an instant in a zone; as it was told where the zone has no such year."""
    try:
        return instant.astimezone(ZoneInfo(zone))
    except OverflowError:
        return instant


def clock(event: Event, zone: str, *, dated: bool = False) -> str:
    """Return when an event was: ``14:31``, ``14:31:20``, ``~14:30``, ``14:3?``, ``14:23–14:31``.

    `dated` puts the day before it.
    """
    if event.at is None:
        return UNKNOWN
    start = local(event.at, zone)
    said = _said(event, start, dated=dated)
    if event.until is None:
        return said
    end = local(event.until, zone)
    return f"{said}–{_said(event, end, dated=end.date() != start.date())}"


def _said(event: Event, moment: datetime, *, dated: bool) -> str:
    time = {
        "second": f"{moment:%H:%M:%S}",
        "minute": f"{moment:%H:%M}",
        "ten": f"{moment:%H:%M}"[:-1] + "?",
        "about": f"~{moment:%H:%M}",
        "day": "",
    }[event.precision]
    return f"{moment.date()} {time}".strip() if dated or not time else time


def days(events: tuple[Event, ...], zone: str) -> list[date]:
    """Return the days on which events began or ended, in order."""
    instants = [instant for event in events for instant in (event.at, event.until) if instant]
    return sorted({local(instant, zone).date() for instant in instants})


def clocks(record: Record) -> Callable[[Event], str]:
    """Return what says when an event was, in the zone of the incident; with the day where the timeline spans several."""
    zone = record.incident.zone
    dated = len(days(tuple(event for event in record.events if event.shown), zone)) > 1
    return lambda event: clock(event, zone, dated=dated)


def stamp(instant: datetime, zone: str) -> str:
    """Return day and time of an instant, e.g. ``2024-01-17 10:00``."""
    return f"{local(instant, zone):%Y-%m-%d %H:%M}"


def span(start: datetime, end: datetime | None, zone: str) -> str:
    """Return from when to when, e.g. ``2024-01-17 10:00 to 11:01``."""
    if end is None:
        return stamp(start, zone)
    same_day = local(start, zone).date() == local(end, zone).date()
    return f"{stamp(start, zone)} to {stamp(end, zone)[-5:] if same_day else stamp(end, zone)}"
