"""Times of events, as people say them at the start of a line."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import NamedTuple

from noblame.capture.context import Context
from noblame.capture.words import MONTH, month
from noblame.model import Precision
from noblame.model.patterns import pattern

_YEAR = r"(?:19|20|21)\d\d"
_CLOCK = r"(?P<about>~)?(?P<hour>\d{1,2}):(?P<minute>[0-5][\d?])(?P<seconds>:(?P<second>[0-5]\d)(?:[.,](?P<fraction>\d{1,9}))?)?"
_UNTIL = rf"(?:\s?[-–—]\s?(?P<until>(?:{_YEAR}-\d\d-\d\d[T ])?\d{{1,2}}:[0-5]\d(?::[0-5]\d(?:\.\d{{3}}(?:\d{{3}})?)?)?))?"
_END = r"(?:[,:](?=\s))?(?:\s+[-–—](?=\s))?(?=\s|$)"
"""A time may be set apart by a comma, a colon or a dash, as in ``14:31 – first alert``."""
_ISO = rf"(?P<iso>{_YEAR}-\d\d-\d\d)"
_NAMED = (
    rf"(?:(?P<dom>\d{{1,2}})\s+(?P<month>{MONTH})(?:\s+(?P<year>{_YEAR}))?"
    rf"|(?P<month2>{MONTH})\s+(?P<dom2>\d{{1,2}})(?:,?\s+(?P<year2>{_YEAR}))?)"
)
_STAMP = pattern(rf"{_ISO}(?P<t>T|\s+){_CLOCK}\s?(?P<offset>Z|UTC|[+-]\d\d:?\d\d){_UNTIL}{_END}", re.IGNORECASE)
_TOLD = pattern(
    rf"(?:{_ISO}(?:T|\s+)|{_NAMED},?\s+|(?P<word>yesterday|today)\s+)?{_CLOCK}(?P<offset>Z|\s?UTC)?{_UNTIL}{_END}", re.IGNORECASE
)
_DATED = pattern(rf"(?:{_ISO}|{_NAMED}){_END}", re.IGNORECASE)
_AFTER = pattern(rf"\+(?P<count>\d{{1,4}})\s?(?P<unit>s|sec|m|min|h){_END}", re.IGNORECASE)
_NOW = re.compile(rf"now{_END}", re.IGNORECASE)
_ZONE_NAME = re.compile(r"\s+(?P<name>[A-Z]{2,5})(?=\s|$)", re.IGNORECASE)
_AHEAD = timedelta(minutes=15)
"""So far ahead a clock may be wrong; later, the first event of a timeline was yesterday."""
_SMALL_HOURS = 6
"""A clock before this hour that lies far before the last event is after midnight."""


class When(NamedTuple):
    """A time that was read."""

    end: int
    """Where the text goes on."""
    at: datetime
    """With a fixed offset: the one that was said, else that of the room's zone at that time."""
    precision: Precision = "minute"
    until: datetime | None = None
    note: str = ""
    """What had to be assumed."""


def read(text: str, start: int, context: Context) -> When | None:
    """Return the time that begins at a place; None where there is none.

    A day without a year is the nearest one that is not ahead. Behind a day in ISO 8601 and a space, ``14:31-14:40`` is
    a stretch of time; an offset behind a minus needs the seconds or the ``T``: ``14:31:00-08:00``.
    """
    try:
        if (found := _STAMP().match(text, start)) and not _looks_like_a_stretch(found):
            return _clock(found, date.fromisoformat(found["iso"]), _offset(found["offset"]))
        if found := _TOLD().match(text, start):
            return _told(found, context)
        if found := _DATED().match(text, start):
            return _dated(found, context)
        if (found := _AFTER().match(text, start)) and context.previous:
            step = timedelta(seconds=int(found["count"]) * {"s": 1, "m": 60, "h": 3600}[found["unit"][0].casefold()])
            at = (context.previous.astimezone(UTC) + step).astimezone(context.zone)
            return When(found.end(), _fixed(at), "second" if at.second else "minute")
        if found := _NOW.match(text, start):
            return When(found.end(), _fixed(context.now.astimezone(context.zone).replace(second=0, microsecond=0)))
    except (ValueError, OverflowError):
        return None
    return None


def _looks_like_a_stretch(found: re.Match[str]) -> bool:
    return found["offset"][0] == "-" and ":" in found["offset"] and not found["seconds"] and found["t"] not in ("T", "t")


def _offset(said: str) -> tzinfo:
    """Return the zone of an offset; raises ValueError for one that no place on Earth has."""
    digits = said[1:].replace(":", "")
    if not digits.isdecimal():
        return UTC
    if int(digits[:2]) > 14 or int(digits[2:]) > 59:
        raise ValueError(said)
    away = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-away if said[0] == "-" else away)


def _told(found: re.Match[str], context: Context) -> When | None:
    """Read a time of day, with or without its day."""
    word = found["word"]
    day = context.today - timedelta(days=word.casefold() == "yesterday") if word else _day(found, context)
    if day is None:
        return None
    when = _clock(found, day, UTC if found["offset"] else context.zone)
    dated = word or found["iso"] or found["dom"] or found["dom2"]
    ahead = when.at - context.now > _AHEAD
    if not dated and ahead and context.previous is None and context.day is None:
        when = _clock(found, day - timedelta(days=1), UTC if found["offset"] else context.zone)
        return when._replace(note="; ".join(filter(None, ("still ahead today, so yesterday", when.note))))
    if not dated and context.previous and when.at.hour < _SMALL_HOURS and context.previous - when.at > timedelta(hours=12):
        when = _clock(found, day + timedelta(days=1), UTC if found["offset"] else context.zone)
        return when._replace(note="; ".join(filter(None, ("after midnight, so the next day", when.note))))
    return when


def _dated(found: re.Match[str], context: Context) -> When | None:
    """Read a day without a clock; a month that may be a verb (``3 may have failed``) needs its capital."""
    name = found["month"] or found["month2"] or ""
    day = _day(found, context)
    if day is None or name.islower():
        return None
    return When(found.end(), _fixed(datetime.combine(day, time(), context.zone)), "day")


def _day(found: re.Match[str], context: Context) -> date | None:
    """Return the day that was named, else the one that bare times are told in."""
    if found["iso"]:
        return date.fromisoformat(found["iso"])
    name = found["month"] or found["month2"]
    if not name:
        return context.near
    dom, year = int(found["dom"] or found["dom2"]), found["year"] or found["year2"]
    near = context.near
    years = [int(year)] if year else [near.year, near.year - 1, near.year + 1]
    days = [day for one in years if (day := _valid(one, month(name), dom))]
    latest = max(near, context.today + timedelta(days=1))
    return min(days, key=lambda day: (day > latest, abs(day - near)), default=None)


def _valid(year: int, number: int, dom: int) -> date | None:
    try:
        return date(year, number, dom)
    except ValueError:
        return None


def _clock(found: re.Match[str], day: date, zone: tzinfo) -> When:
    """Read the clock, and until when."""
    minute = found["minute"]
    fraction = int(f"{found['fraction'] or 0:0<6}"[:6])
    clock = time(int(found["hour"]), int(minute.replace("?", "0")), int(found["second"] or 0), fraction)
    at, end = _meant(found, datetime.combine(day, clock, zone))
    precision: Precision = "about" if found["about"] else "ten" if minute[1] == "?" else "second" if found["second"] else "minute"
    until: datetime | None = None
    if said := found["until"]:
        last_day, _, last = said.upper().replace("T", " ").rpartition(" ")
        last = f"0{last}" if last[1] == ":" else last
        until = datetime.combine(date.fromisoformat(last_day) if last_day else day, time.fromisoformat(last), zone)
        if not last_day and until < at:
            until += timedelta(days=1)
    note = _where_clocks_change(at) if end == found.end() else ""
    return When(end, _fixed(at), precision, _fixed(until) if until else None, note)


def _meant(found: re.Match[str], at: datetime) -> tuple[datetime, int]:
    """Return the instant, and where it ends: a clock that was shown twice may be told apart by its zone, ``02:30 CET``."""
    if _shown_twice(at) and (named := _ZONE_NAME.match(found.string, found.end())):
        for reading in (at.replace(fold=0), at.replace(fold=1)):
            if reading.tzname() == named["name"].upper():
                return reading, named.end()
    return at, found.end()


def _shown_twice(at: datetime) -> bool:
    before, behind = at.replace(fold=0).utcoffset(), at.replace(fold=1).utcoffset()
    return before is not None and behind is not None and behind < before


def _fixed(at: datetime) -> datetime:
    """Return `at` with its offset in place of its zone; where clocks change, with the offset before the change."""
    return at.replace(tzinfo=timezone(at.utcoffset() or timedelta(0)))


def _where_clocks_change(at: datetime) -> str:
    """Say how a time was read that a clock showed twice or never."""
    before, behind = at.replace(fold=0).utcoffset(), at.replace(fold=1).utcoffset()
    if before is None or behind is None or before == behind:
        return ""
    if not _shown_twice(at):
        return f"clocks change and never showed this, so read as {_fixed(at):%Z}"
    first, second = at.replace(fold=0), at.replace(fold=1)
    readings = " or ".join(f"{at:%H:%M} {one.tzname()} ({one.astimezone(UTC):%H:%M} UTC)" for one in (first, second))
    return f"clocks change and showed this twice: {readings}; read as the first"
