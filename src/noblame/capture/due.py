"""Due dates, as people say them."""

import calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

from noblame.capture import quoting
from noblame.capture.words import MONTH, WEEKDAYS, month
from noblame.model.instant import reads_as_two
from noblame.model.patterns import pattern

_LEAD = r"(?:by|due):?\s+"
_DATE = pattern(
    rf"(?P<lead>{_LEAD})?(?:(?P<iso>(?:19|20|21)\d\d-\d\d-\d\d)"
    rf"|(?P<dom>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{MONTH})(?:,?\s+(?P<year>20\d\d))?"
    rf"|(?P<month2>{MONTH})\s+(?P<dom2>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year2>20\d\d))?"
    r"|(?P<one>\d{1,2})(?P<mark>[/.-])(?P<other>\d{1,2})(?P=mark)(?P<year3>20\d\d)"
    rf"|(?P<weekday>{'|'.join(WEEKDAYS)})|(?P<word>today|tomorrow)|\+(?P<count>\d{{1,3}})(?P<unit>[dwm])"
    rf"|end\s+of\s+(?:(?:the|this)\s+)?(?P<period>week|month|quarter|year)|eo(?P<initial>[dwmqy])"
    rf"|in\s+(?P<many>\d{{1,2}}|an?|one|two|three)\s+(?P<span>day|week|month)s?){quoting.LAST}",
    re.IGNORECASE,
)
_SAID = pattern(
    rf"(?P<lead>{_LEAD})?(?P<said>tbd|tba|asap|soon|later|n/a|q[1-4]|next\s+(?:week|month|sprint|quarter|year)){quoting.LAST}",
    re.IGNORECASE,
)
_ONLY_LEAD = re.compile(_LEAD, re.IGNORECASE)
_LAST = re.compile(r"[,;.:]*(?:\s+(?:[@#~+]|p[0-4]\b|(?:done|due):|(?:for|by|due)\s)|\s*$)", re.IGNORECASE)
"""Behind this the plain words are over."""
_DOUBTFUL = re.compile(r"sat$|sun$|today$|(?:\d+\s+)?may\b", re.IGNORECASE)
"""Words that are as often something else: ``requests sat in the queue``."""


class Due(NamedTuple):
    """A due date that was read."""

    end: int
    day: date | None
    said: str = ""
    """The words, where they are no date."""


def read(text: str, start: int, today: date) -> Due | None:
    """Return the due date that begins at a place; None where there is none.

    Behind ``by`` or ``due`` anything counts. Otherwise names are in small letters, so that ``Friday deploys`` stays
    text; a doubtful word, a month with a capital, or words that are no date only count where the plain words are over.
    """
    if (found := _SAID().match(text, start)) and (found["lead"] or _LAST.match(text, found.end())):
        return Due(found.end(), None, found["said"])
    if (lead := _ONLY_LEAD.match(text, start)) and (said := quoting.read(text, lead.end())):
        return Due(said[1], None, said[0])
    found = _DATE().match(text, start)
    if found is None or not (found["lead"] or _plainly_meant(found, text)):
        return None
    if found["one"] and reads_as_two(int(found["one"]), int(found["other"]), found["mark"]):
        return Due(found.end(), None, found[0].removeprefix(found["lead"] or ""))
    try:
        return Due(found.end(), _date(found, today))
    except (ValueError, OverflowError):
        return None


def _plainly_meant(found: re.Match[str], text: str) -> bool:
    if found["one"] or found["many"]:
        return _LAST.match(text, found.end()) is not None
    if found["iso"] or found["count"] or found["initial"]:
        return True
    small = found[0].islower()
    if small and not _DOUBTFUL.match(found[0]):
        return True
    return (small or bool(found["month"] or found["month2"])) and _LAST.match(text, found.end()) is not None


def _date(found: re.Match[str], today: date) -> date:
    """Return the date; without a year the next such day, and ``fri`` on a Friday is in a week."""
    if found["iso"]:
        return date.fromisoformat(found["iso"])
    if name := found["month"] or found["month2"]:
        number, dom, year = month(name), int(found["dom"] or found["dom2"]), found["year"] or found["year2"]
        day = date(int(year or today.year), number, dom)
        return day if year or day >= today else day.replace(year=day.year + 1)
    if found["one"]:
        one, other = int(found["one"]), int(found["other"])
        day, number = (other, one) if other > 12 else (one, other)
        return date(int(found["year3"]), number, day)
    if found["many"]:
        count = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}.get(found["many"].lower()) or int(found["many"])
        span = found["span"].lower()
        return _months_on(today, count) if span == "month" else today + timedelta(days=count * {"day": 1, "week": 7}[span])
    if found["weekday"]:
        wanted = [name[:3] for name in WEEKDAYS].index(found["weekday"][:3].casefold())
        return today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)
    if found["word"]:
        return today + timedelta(days=found["word"].casefold() == "tomorrow")
    if found["count"]:
        count, unit = int(found["count"]), found["unit"].lower()
        return _months_on(today, count) if unit == "m" else today + timedelta(days=count * {"d": 1, "w": 7}[unit])
    return _end_of((found["period"] or found["initial"])[0].lower(), today)


def _months_on(today: date, months: int) -> date:
    """Return the same day some months later, or the last of a month that is too short."""
    year, number = divmod(today.year * 12 + today.month - 1 + months, 12)
    return date(year, number + 1, min(today.day, calendar.monthrange(year, number + 1)[1]))


def _end_of(period: str, today: date) -> date:
    """Return the last day of a period, which is told by its first letter; a week ends on Friday."""
    if period == "d":
        return today
    if period == "w":
        return today + timedelta(days=(4 - today.weekday()) % 7)
    number = {"m": today.month, "q": (today.month + 2) // 3 * 3, "y": 12}[period]
    return date(today.year, number, calendar.monthrange(today.year, number)[1])
