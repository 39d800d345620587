"""Times as they stand in files: ISO 8601, epochs, and the dates that people type.

A stamp keeps apart what was written and what it means: whether 03/04 is in March or April and
which zone a wall clock showed is settled for a whole file, not line by line.
"""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Literal

from noblame.model import Precision

EARLIEST = datetime(1995, 1, 1, tzinfo=UTC)
LATEST = datetime(2100, 1, 1, tzinfo=UTC)
"""Outside of these no incident is told of; year 1 means "not yet" in several formats."""

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_CLOCK = (
    r"(?P<hour>\d{1,2})(?:[:h.](?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:[.,](?P<fraction>\d{1,9}))?)?)?"
    r"\s*(?P<half>[ap]\.?m\b\.?)?"
)
_DAY = re.compile(
    r"(?:(?P<weekday>[A-Za-z]{3,9}),?\s+)?(?:"
    r"(?P<y1>\d{4})\s*[-/.\u5e74]\s*(?P<m1>\d{1,2})\s*[-/.\u6708]\s*(?P<d1>\d{1,2})\u65e5?"
    r"|(?P<d2>\d{1,2})\.\s?(?P<m2>\d{1,2})\.\s?(?P<y2>\d{4}|\d\d)"
    r"|(?P<a3>\d{1,2})(?P<cut>[/-])(?P<b3>\d{1,2})(?P=cut)(?P<y3>\d{4}|\d\d)"
    r"|(?P<d4>\d{1,2})(?:st|nd|rd|th)?[\s.-]+(?P<n4>[A-Za-z]{3,9})\.?[\s,-]+(?P<y4>\d{4})"
    r"|(?P<n5>[A-Za-z]{3,9})\.?\s+(?P<d5>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y5>\d{4})"
    r"|(?P<d6>\d{1,2})(?P<cut6>[/-])(?P<n6>[A-Za-z]{3})(?P=cut6)(?P<y6>\d{4}|\d\d)"
    r")(?!\d)",
    re.ASCII,
)
_CTIME = re.compile(
    r"(?:[A-Za-z]{3},?\s+)?(?P<day>[A-Za-z]{3}\s+\d{1,2})\s+(?P<clock>\d\d:\d\d:\d\d)\s+(?:(?P<zone>[A-Z]{3,5})\s+)?"
    r"(?P<year>\d{4})(?P<offset>\s+[+-]\d{4})?",
    re.ASCII,
)
"""The year last, as ``date`` and C write it."""
_AFTER_DAY = re.compile(r"(?:T|:(?=\d\d:)|,?\s+(?:at|um|@|-)?\s*)" + _CLOCK, re.ASCII | re.IGNORECASE)
_CLOCK_ALONE = re.compile(_CLOCK, re.ASCII | re.IGNORECASE)
_ZONE = re.compile(
    r"\s*(?:(?:Uhr|h|hrs)\b)?\s*\(?(?P<zone>(?:[A-Z]{1,5}|[A-Za-z]+(?:/[A-Za-z0-9_+-]+)+"
    r"|(?:UTC|GMT)?\s*[+\-\u2212]\d{1,2}(?::?\d\d)?(?:\s*\(?[A-Z]{2,5}\)?)?)?)\)?\s*"
)
_EPOCH = re.compile(r"\d{9,10}(?:\.\d{1,9})?|\d{12,13}(?:\.\d{1,6})?|\d{15,16}|\d{18,19}", re.ASCII)

Order = Literal["", "day first", "month first"]


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time as written. Either `instant` is set, or `day`, or `clock`, or both of these."""

    instant: datetime | None = None
    """Aware; set where the text alone settles it."""
    day: date | None = None
    other_day: date | None = None
    """The day if the first number is the day, where `day` takes it for the month and both are dates."""
    order: Order = ""
    """What this date proves about how the file writes dates."""
    clock: time | None = None
    zone: str = ""
    """The words after the clock."""
    precision: Precision = "second"


def inside(moment: datetime) -> bool:
    """Whether an aware moment lies in the years in which incidents are told of."""
    return EARLIEST <= moment < LATEST


def epoch(value: str | int | float) -> datetime | None:
    """Return the moment of a count since 1970 in seconds, milli-, micro- or nanoseconds, told by its size.

    None for anything else and for moments outside of 1995 to 2100. Strings and integers are exact.
    """
    text = value.strip() if isinstance(value, str) else str(value)
    if isinstance(value, bool) or not _EPOCH.fullmatch(text):
        return None
    whole = len(text.partition(".")[0])
    scale = 0 if whole <= 10 else 3 if whole <= 13 else 6 if whole <= 16 else 9
    micros = int(Decimal(text).scaleb(6 - scale))
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=micros)
    return moment if inside(moment) else None


def iso(text: str) -> datetime | None:
    """Return the moment of an ISO 8601 stamp with an offset; none for any other text and for year 1."""
    stamp = parse(text)
    return stamp.instant if stamp else None


def parse(text: str) -> Stamp | None:
    """Return what a text says as a time; none if it is none. Epochs are left to `epoch`."""
    text = text.strip()
    if len(text) > 80 or not text or not any(c.isdecimal() for c in text):
        return None
    if text[4:5] == "-" and (quick := _quick(text)) is not None:
        return quick if _told_of(quick) else None
    if last := _CTIME.fullmatch(text):
        text = f"{last['day']} {last['year']} {last['clock']} {last['zone'] or last['offset'] or ''}".strip()
    found = _DAY.match(text)
    if not found:
        return _clock_only(text)
    day = _day(found)
    if day is None or not _told_of(day):
        return None
    rest = text[found.end() :]
    if not rest.strip():
        return replace(day, precision="day")
    clock = _AFTER_DAY.match(rest)
    hand = _clock(clock) if clock else None
    tail = _ZONE.fullmatch(rest, clock.end()) if clock else None
    if hand is None or tail is None:
        return None
    return Stamp(None, day.day, day.other_day, day.order, hand[0], tail["zone"], hand[1])


def _told_of(stamp: Stamp) -> bool:
    """Whether the years fit; a time of day without a date always does."""
    if stamp.instant is not None:
        return inside(stamp.instant)
    return stamp.day is None or EARLIEST.year <= stamp.day.year < LATEST.year


def _quick(text: str) -> Stamp | None:
    """Return the stamp of the ISO forms that the standard library reads."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if len(text) <= 10:
        return Stamp(day=moment.date(), precision="day")
    precision: Precision = "second" if text.count(":", 0, 19) > 1 else "minute"
    if moment.tzinfo is not None:
        return Stamp(instant=moment, precision=precision)
    return Stamp(day=moment.date(), clock=moment.time(), precision=precision)


def _day(found: re.Match[str]) -> Stamp | None:
    """Return the day of a matched date, with its other reading."""
    if found["y1"]:
        return _dated(found["y1"], int(found["m1"]), int(found["d1"]))
    if found["y2"]:
        return _dated(found["y2"], int(found["m2"]), int(found["d2"]))
    if found["y3"]:
        first, second, year = int(found["a3"]), int(found["b3"]), found["y3"]
        if first > 12:
            day = _dated(year, second, first)
            return day and Stamp(day=day.day, order="day first")
        day = _dated(year, first, second)
        if second > 12 or day is None:
            return day and Stamp(day=day.day, order="month first")
        other = _dated(year, second, first) if first != second else None
        return Stamp(day=day.day, other_day=other and other.day)
    name, number, year = next((found[f"n{n}"], found[f"d{n}"], found[f"y{n}"]) for n in (4, 5, 6) if found[f"y{n}"])
    month = month_of(name)
    return _dated(year, month, int(number)) if month else None


def month_of(name: str) -> int:
    """Return the number of a month from its English name or the first three letters; 0 for no month."""
    short = name[:3].lower()
    return _MONTHS.find(short) // 4 + 1 if len(short) == 3 and short.isalpha() else 0


def _dated(year: str, month: int, day: int) -> Stamp | None:
    try:
        return Stamp(day=date(int(year) + (2000 if len(year) == 2 else 0), month, day))
    except ValueError:
        return None


def _clock(found: re.Match[str]) -> tuple[time, Precision] | None:
    """Return the clock of a match; a bare hour is one only with am or pm."""
    hour, half = int(found["hour"]), (found["half"] or "")[:1].lower()
    if not found["minute"] and not half:
        return None
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    micro = int((found["fraction"] or "0")[:6].ljust(6, "0"))
    try:
        return time(hour, int(found["minute"] or 0), int(found["second"] or 0), micro), "second" if found["second"] else "minute"
    except ValueError:
        return None


def _clock_only(text: str) -> Stamp | None:
    """Return the stamp of a time of day without a date."""
    found = _CLOCK_ALONE.match(text)
    hand = _clock(found) if found else None
    tail = _ZONE.fullmatch(text, found.end()) if found else None
    if hand is None or tail is None:
        return None
    return Stamp(clock=hand[0], zone=tail["zone"], precision=hand[1])
