"""Times of events, as people say them at the start of a line."""

import re
from datetime import date, datetime, timedelta
from typing import NamedTuple

from noblame.capture.context import Context
from noblame.model import Precision

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
MONTH = "(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_CLOCK = r"(?P<hour>\d{1,2}):(?P<minute>[0-5]\d|[0-5]\?)(?::(?P<second>[0-5]\d))?"
_END = r"(?=\s|$)"
_STAMP = re.compile(
    r"(?P<stamp>\d{4}-\d{2}-\d{2}[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)\s?(?P<offset>Z|UTC|[+-]\d{2}:?\d{2})?" + _END,
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"(?:(?P<word>yesterday|today)\s+|(?P<dom>\d{{1,2}})\s+{MONTH}\s+(?:(?P<year>\d{{4}})\s+)?)?(?P<about>~)?{_CLOCK}"
    rf"(?:\s?[-–]\s?(?P<until>\d{{1,2}}:[0-5]\d))?{_END}",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"\+(?P<count>\d{{1,4}})\s?(?P<unit>s|sec|m|min|h){_END}", re.IGNORECASE)
_NOW = re.compile(rf"now{_END}", re.IGNORECASE)
_SMALL_HOURS = 6
"""A clock before this hour that lies far before the last event is after midnight."""


class When(NamedTuple):
    """A time that was read, and how many characters it took."""

    length: int
    at: datetime
    precision: Precision = "minute"
    until: datetime | None = None


def read(text: str, context: Context) -> When | None:
    """Return the time at the start of `text`; None where there is none."""
    if found := _STAMP.match(text):
        return _stamp(found, context)
    if found := _TOLD.match(text):
        return _told(found, context)
    if (found := _AFTER.match(text)) and context.previous:
        unit = found["unit"][0].lower()
        step = timedelta(seconds=int(found["count"]) * {"s": 1, "m": 60, "h": 3600}[unit])
        return When(found.end(), context.previous + step, "second" if unit == "s" else "minute")
    if found := _NOW.match(text):
        return When(found.end(), context.now.replace(second=0, microsecond=0))
    return None


def _stamp(found: re.Match[str], context: Context) -> When | None:
    """Read an ISO 8601 stamp; without an offset it is told in the zone of the room."""
    try:
        at = datetime.fromisoformat(found["stamp"].replace(",", ".").replace(" ", "T"))
        if offset := found["offset"]:
            told = offset.upper().replace("UTC", "Z").replace("Z", "+00:00")
            at = datetime.fromisoformat(f"{at.isoformat()}{told}")
    except ValueError:
        return None
    if at.tzinfo is None:
        at = at.replace(tzinfo=context.zone)
    return When(found.end(), at, "second" if found["stamp"].count(":") == 2 else "minute")


def _told(found: re.Match[str], context: Context) -> When | None:
    """Read a time of day, with or without its day."""
    minute = found["minute"]
    precision: Precision = (
        "about" if found["about"] else "ten" if minute.endswith("?") else "second" if found["second"] else "minute"
    )
    day = _day(found, context)
    hour = int(found["hour"])
    if day is None or hour > 23:
        return None
    at = datetime(
        day.year, day.month, day.day, hour, int(minute.replace("?", "0")), int(found["second"] or 0), tzinfo=context.zone
    )
    dated = found["word"] or found["dom"]
    if not dated and context.previous and hour < _SMALL_HOURS and context.previous - at > timedelta(hours=12):
        at += timedelta(days=1)
    until: datetime | None = None
    if found["until"]:
        last_hour, last_minute = (int(part) for part in found["until"].split(":"))
        if last_hour > 23:
            return None
        until = at.replace(hour=last_hour, minute=last_minute, second=0)
        until += timedelta(days=1) if until < at else timedelta(0)
    return When(found.end(), at, precision, until)


def _day(found: re.Match[str], context: Context) -> date | None:
    """Return the day of a told time: named, else the incident's, else today."""
    today = context.now.astimezone(context.zone).date()
    if found["word"]:
        return today - timedelta(days=found["word"].lower() == "yesterday")
    near = context.day or (context.previous.astimezone(context.zone).date() if context.previous else today)
    if not found["dom"]:
        return near
    try:
        return date(int(found["year"] or near.year), MONTHS.index(found["month"][:3].lower()) + 1, int(found["dom"]))
    except ValueError:
        return None
