"""Due dates, as people say them."""

import calendar
import re
from datetime import date, timedelta

from noblame.capture.when import MONTH, MONTHS

_DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_END = r"(?=[\s,;.]|$)"
_DATE = re.compile(
    rf"(?P<lead>(?:by|due)\s+)?(?:(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})|(?P<dom>\d{{1,2}})\s+{MONTH}(?:\s+(?P<year>\d{{4}}))?"
    rf"|{MONTH.replace('month', 'month2')}\s+(?P<dom2>\d{{1,2}})|(?P<weekday>mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|sday|rsday|urday)?"
    rf"|(?P<word>today|tomorrow)|\+(?P<count>\d{{1,3}})(?P<unit>[dwm])|end of (?:the |this )?(?P<period>week|month|quarter|year)){_END}",
    re.IGNORECASE,
)
_SAID = re.compile(
    rf"(?:due|by)\s+(?P<said>tbd|asap|soon|later|whenever|n/a|next (?:week|month|sprint|quarter)){_END}", re.IGNORECASE
)


def read(text: str, today: date) -> tuple[int, date | None, str] | None:
    """Return length, date, and the words where they are no date; None where `text` begins with neither."""
    if found := _SAID.match(text):
        return found.end(), None, found["said"]
    found = _DATE.match(text)
    if found is None:
        return None
    plain = found["weekday"] or found["month"] or found["month2"]
    if plain and not found["lead"] and not plain.islower():
        return None
    try:
        day = _date(found, today)
    except (ValueError, OverflowError):
        return None
    return found.end(), day, ""


def _date(found: re.Match[str], today: date) -> date:
    if found["iso"]:
        return date.fromisoformat(found["iso"])
    if month := found["month"] or found["month2"]:
        day = date(int(found["year"] or today.year), MONTHS.index(month[:3].lower()) + 1, int(found["dom"] or found["dom2"]))
        return day if found["year"] or day >= today else day.replace(year=day.year + 1)
    if found["weekday"]:
        ahead = (_DAYS.index(found["weekday"][:3].lower()) - today.weekday() - 1) % 7 + 1
        return today + timedelta(days=ahead)
    if found["word"]:
        return today + timedelta(days=found["word"].lower() == "tomorrow")
    if found["count"]:
        count = int(found["count"])
        return (
            _months_on(today, count)
            if found["unit"].lower() == "m"
            else today + timedelta(days=count * (7 if found["unit"].lower() == "w" else 1))
        )
    return _end_of(found["period"].lower(), today)


def _months_on(today: date, months: int) -> date:
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))


def _end_of(period: str, today: date) -> date:
    """Return the last day of a period; a week ends on Friday."""
    if period == "week":
        return today + timedelta(days=(4 - today.weekday()) % 7)
    month = {"month": today.month, "quarter": (today.month + 2) // 3 * 3, "year": 12}[period]
    return date(today.year, month, calendar.monthrange(today.year, month)[1])
