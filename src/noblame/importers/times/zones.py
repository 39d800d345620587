"""Zones as people and programs write them: names, offsets, abbreviations.

An abbreviation is only taken for what it says where its zone really kept that time on that day: a
"CET" on a day in June is as likely summer time, so it is a question and not a guess. Abbreviations
that several countries use are always a question.
"""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+\-\u2212])(\d{1,2}):?(\d\d)?", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z]+(?:[_+-][A-Za-z0-9]+)*(?:/[A-Za-z0-9_+-]+){1,2}|[A-Z]{3}\d[A-Z]{3}")
_MEANINGS: dict[str, tuple[float, str]] = {
    "PST": (-8, "America/Los_Angeles"),
    "PDT": (-7, "America/Los_Angeles"),
    "MST": (-7, "America/Denver"),
    "MDT": (-6, "America/Denver"),
    "CDT": (-5, "America/Chicago"),
    "EST": (-5, "America/New_York"),
    "EDT": (-4, "America/New_York"),
    "WET": (0, "Europe/Lisbon"),
    "WEST": (1, "Europe/Lisbon"),
    "CET": (1, "Europe/Paris"),
    "CEST": (2, "Europe/Paris"),
    "MEZ": (1, "Europe/Berlin"),
    "MESZ": (2, "Europe/Berlin"),
    "EET": (2, "Europe/Helsinki"),
    "EEST": (3, "Europe/Helsinki"),
    "MSK": (3, "Europe/Moscow"),
    "SGT": (8, "Asia/Singapore"),
    "JST": (9, "Asia/Tokyo"),
    "KST": (9, "Asia/Seoul"),
    "AEST": (10, "Australia/Sydney"),
    "AEDT": (11, "Australia/Sydney"),
    "NZST": (12, "Pacific/Auckland"),
    "NZDT": (13, "Pacific/Auckland"),
}
_AMBIGUOUS: dict[str, tuple[str, ...]] = {
    "BST": ("Europe/London", "Asia/Dhaka"),
    "CST": ("America/Chicago", "Asia/Shanghai"),
    "IST": ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"),
}

_GENERIC = {
    "PT": "America/Los_Angeles",
    "MT": "America/Denver",
    "CT": "America/Chicago",
    "ET": "America/New_York",
}
"""Names that mean whatever the clocks there show, summer and winter."""
_SPELT = re.compile(r"(?:US[ /])?(PACIFIC|MOUNTAIN|CENTRAL|EASTERN)(?: STANDARD| DAYLIGHT)?(?: TIME)?")
"""The same as programs and people spell them; programs say "standard" all through the year."""
_WORD = re.compile(
    r"\b(?:(?:UTC|GMT)(?:\s?[+\-\u2212]\d{1,2}(?::?\d\d)?)?|[A-Z][a-z]+/[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+)?|"
    + "|".join(sorted((*_MEANINGS, *_AMBIGUOUS, *_GENERIC), key=lambda name: -len(name)))
    + r")(?![\w/])"
)
"""A zone inside of a sentence; only in capitals, because "est" and "met" are words."""


def zone_in(text: str) -> str:
    """Return the first zone that a sentence names, as it stands there; empty for none."""
    found = next((match[0] for match in _WORD.finditer(text) if "/" not in match[0] or zone(match[0])), "")
    return found.strip()


def place_of(name: str) -> str:
    """Return the IANA name of the zone that people call so; empty for offsets and for what is a question."""
    text = name.strip().strip("()[]").strip()
    kept = zone(text)
    if kept is UTC:
        return "UTC"
    if isinstance(kept, ZoneInfo):
        return kept.key
    upper = text.upper()
    return _generic(text) or (_MEANINGS[upper][1] if upper in _MEANINGS else "")


def _generic(text: str) -> str:
    """Return the IANA name of American clocks, ``ET`` or ``Eastern Time``; empty for anything else."""
    spelt = _SPELT.fullmatch(text.upper())
    return _GENERIC.get(f"{spelt[1][0]}T" if spelt else text.upper(), "")


@lru_cache(maxsize=256)
def zone(name: str) -> tzinfo | None:
    """Return the zone with an IANA name or a fixed offset; none for abbreviations and anything else."""
    text = name.strip()
    if text.upper() in ("UTC", "Z", "GMT", "ETC/UTC", "ZULU"):
        return UTC
    if found := _OFFSET.fullmatch(text):
        minutes = int(found[2]) * 60 + int(found[3] or 0)
        sign = 1 if found[1] == "+" else -1
        return timezone(sign * timedelta(minutes=minutes)) if minutes <= 14 * 60 else None
    if not _NAME.fullmatch(text):
        return None
    try:
        return ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def zone_on(name: str, wall: datetime) -> tzinfo | None:
    """Return the zone that a stamp's own words mean at that wall time; none where it is a question."""
    text = name.strip().strip("()[]").strip()
    if (known := zone(text)) is not None:
        return known
    first = text.split()[0] if text.split() else ""
    if first != text and first[:1] in ("+", "-"):
        return zone(first)
    if generic := _generic(text):
        return zone(generic)
    meaning = _MEANINGS.get(text.upper())
    if meaning is None:
        return None
    hours, family = meaning
    kept = zone(family)
    offset = timedelta(hours=hours)
    return timezone(offset) if kept and wall.replace(tzinfo=kept).utcoffset() == offset else None


def offers(name: str) -> tuple[str, ...]:
    """Return the zones that an abbreviation may mean, for the question to the user; empty for no abbreviation."""
    text = name.strip().strip("()[]").strip().upper()
    if text in _AMBIGUOUS:
        return _AMBIGUOUS[text]
    return (_MEANINGS[text][1],) if text in _MEANINGS else ()


def twice_or_never(wall: datetime, kept: tzinfo) -> str:
    """Return ``twice`` or ``never`` for a wall time in the hour that a clock change repeats or leaves out."""
    early, late = wall.replace(tzinfo=kept, fold=0).utcoffset(), wall.replace(tzinfo=kept, fold=1).utcoffset()
    if early is None or late is None or early == late:
        return ""
    return "twice" if early > late else "never"
