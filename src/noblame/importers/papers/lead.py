"""The time with which a line of a timeline begins, however people write it.

``14:31``, ``[08:47]``, ``**18:53**``, ``08:09 AM UTC``, ``11:21a``, ``2021-06-02 - 17:53 UTC:``,
``Jan 14, 10:18 AM``, ``12:43 - 12:49``, ``~14:30``, ``14:3?``, ``14:??``, a day alone.
"""

import re
from dataclasses import dataclass
from datetime import date, time

from noblame.importers.times.stamps import EARLIEST, LATEST, month_of
from noblame.importers.times.zones import zone_in
from noblame.model import Precision

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = (
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?(?:"
    r"(?P<y1>\d{4})[-/.](?P<m1>\d{1,2})[-/.](?P<d1>\d{1,2})"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th|\.)?(?:\s+of)?[\s-]+(?P<n2>{_MONTH})(?:[,\s-]+(?P<y2>\d{{4}}))?"
    rf"|(?P<n3>{_MONTH})\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?[-\u2013]\s?\d{{1,2}}(?:st|nd|rd|th)?)?(?:,?\s+(?P<y3>\d{{4}}))?"
    r"|(?P<a4>\d{1,2})(?P<cut>[/.])(?P<b4>\d{1,2})(?P=cut)(?P<y4>\d{4}|\d\d(?=,\s))"
    r")(?!\d|:\d)"
)
_TIME = (
    r"(?P<about>~|\u2248|\u00b1|ca\.?\s+|c\.\s*|(?:approx(?:imately)?|around|about|roughly|circa)\.?\s+)?"
    r"(?P<h>\d{1,2})(?:[:h](?P<m>[0-5]\d|[0-5]\?|\?\?)|\.(?P<dot>[0-5]\d))(?::(?P<s>[0-5]\d)(?:[.,]\d{1,9})?)?"
    r"(?![\d.]\d|\w{3})(?P<half>\s?[ap]\.?m\b\.?|[ap]\b)?(?P<clock>\s?Uhr\b)?"
    r"|(?P<h2>\d{1,2})\s?(?P<half2>[ap]\.?m\b\.?)"
)
_AT = re.compile(_TIME, re.IGNORECASE)
_DATED = re.compile(_DAY, re.IGNORECASE)
_BETWEEN = re.compile(r"[,*`]*\s*(?:(?:at|@|um|-|\u2013|\u2014|:)\s+|T(?=\d))?[\s*`]*", re.IGNORECASE)
_ZONE = re.compile(
    r"\s*(?:[(\[]\s*)?(?P<zone>Z\b|[A-Z]{2,5}(?:[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d)\s*[)\]]?(?=[\s:,;\]*|`)\u2013\u2014-]|$)"
)
_UNTIL = re.compile(r"\s*(?:-|\u2013|\u2014|to|until)\s*", re.IGNORECASE)
_OPENING = " \t>*_`[(\u2022|"
_CLOSING = " \t*_`])|:;,.\u2013\u2014-\u2192>"


@dataclass(frozen=True, slots=True)
class Lead:
    """A time that begins a line, and where the words go on."""

    rest: str
    day: date | None = None
    other_day: date | None = None
    """The day where 03/04 is read the other way."""
    month_day: tuple[int, int] | None = None
    """A date without its year."""
    clock: time | None = None
    until: time | None = None
    zone: str = ""
    precision: Precision = "minute"


def lead(text: str) -> Lead | None:
    """Return the time that a line begins with; none where it begins with anything else."""
    line = text.lstrip(_OPENING)
    place = 0
    day = _day(dated) if (dated := _DATED.match(line)) else None
    if dated and day:
        place = dated.end()
        between = _BETWEEN.match(line, place)
        place = between.end() if between else place
    at = _AT.match(line, place)
    hand = _hand(at, dotted=day is not None) if at else None
    if hand is None or at is None:
        if day is None or dated is None:
            return None
        return Lead(_words(line[dated.end() :]), *day, precision="day")
    clock, precision = hand
    place, zone, until = at.end(), "", None
    place, zone = _zone(line, place, west=bool(at["s"]))
    if (cut := _UNTIL.match(line, place)) and cut.end() > place and (end := _AT.match(line, cut.end())):
        ends = _hand(end, dotted=day is not None)
        if ends is not None:
            until, place = ends[0], end.end()
            place, later = _zone(line, place, west=bool(end["s"]))
            zone = zone or later
    rest = line[place:]
    if rest[:1].isalnum() or rest[:1] == "%":
        return None
    return Lead(_words(rest), *(day or (None, None, None)), clock, until, zone, precision)


def _words(rest: str) -> str:
    """Return what stands behind a time, without the marks that set it apart."""
    bare = rest.lstrip(_CLOSING)
    taken = rest[: len(rest) - len(bare)]
    opened = re.search(r"[`*_(\[]+$", taken)
    return (opened[0] + bare) if opened and taken.rstrip("`*_([").endswith((" ", "\t")) else bare


def _zone(line: str, place: int, *, west: bool) -> tuple[int, str]:
    """Return where the words go on and the zone before them.

    An offset behind a minus is one only after seconds: ``10:00-10:30`` is a stretch of time.
    """
    found = _ZONE.match(line, place)
    if not found:
        return place, ""
    said = found["zone"]
    known = said == "Z" or said[0] == "+" or (said[0] == "-" and west) or zone_in(said) == said
    return (found.end(), said) if known else (place, "")


def _hand(found: re.Match[str], *, dotted: bool) -> tuple[time, Precision] | None:
    """Return the clock of a match; ``15.26`` is one only behind a day, because numbers are written so too."""
    if found["h2"]:
        hour, minute, half = int(found["h2"]), "0", found["half2"]
    else:
        if found["dot"] and not (dotted or found["half"] or found["clock"]):
            return None
        hour, minute, half = int(found["h"]), found["m"] or found["dot"], (found["half"] or "").strip()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    precision: Precision = "about" if found["about"] or minute == "??" else "ten" if "?" in minute else "minute"
    seconds = int(found["s"] or 0)
    try:
        return time(hour, int(minute.replace("?", "0")), seconds), "second" if found["s"] and precision == "minute" else precision
    except ValueError:
        return None


def _day(found: re.Match[str]) -> tuple[date | None, date | None, tuple[int, int] | None] | None:
    """Return the day, its other reading, or month and day; none for what is no date."""
    try:
        if found["y1"]:
            return _dated(int(found["y1"]), int(found["m1"]), int(found["d1"])), None, None
        if found["y4"]:
            year = int(found["y4"]) + (2000 if len(found["y4"]) == 2 else 0)
            return _either(int(found["a4"]), int(found["b4"]), year, dotted=found["cut"] == ".")
        name, number, year = (found["n2"], found["d2"], found["y2"]) if found["n2"] else (found["n3"], found["d3"], found["y3"])
        month = month_of(name)
        if year:
            return _dated(int(year), month, int(number)), None, None
        date(2024, month, int(number))
    except (ValueError, TypeError):
        return None
    return None, None, (month, int(number))


def _either(first: int, second: int, year: int, *, dotted: bool) -> tuple[date | None, date | None, None]:
    if dotted or first > 12:
        return _dated(year, second, first), None, None
    other = _dated(year, second, first) if second <= 12 and first != second else None
    return _dated(year, first, second), other, None


def _dated(year: int, month: int, day: int) -> date:
    """Return a day; raises ValueError for none, and for years in which no incident is told of."""
    if not EARLIEST.year <= year < LATEST.year:
        raise ValueError
    return date(year, month, day)


def days_in(text: str) -> list[date]:
    """Return the whole dates in a sentence, in its order."""
    found = (_day(match) for match in _DATED.finditer(text))
    return [day[0] for day in found if day and day[0]]
