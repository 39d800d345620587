"""Moments with the offset they were told in."""

from datetime import date, datetime, timedelta, timezone
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime

_MINUTE = timedelta(minutes=1)
_FIRST, _LAST = 2, 9998
"""Years that can be shown in every zone; a day further, a clock elsewhere would leave what can be counted."""


def _fixed(moment: datetime) -> datetime:
    """Keep the offset, drop the zone: a stamp says what a clock showed, whatever rules change later.

    Offsets are cut to whole minutes, which is all that RFC 3339 and TOML can write.
    """
    if not _FIRST <= moment.year <= _LAST:
        raise ValueError(f"the year should be between {_FIRST} and {_LAST}")
    offset = moment.utcoffset() or timedelta(0)
    odd = offset % _MINUTE
    if not odd and type(moment.tzinfo) is timezone:
        return moment
    return (moment - odd).replace(tzinfo=timezone(offset - odd))


def _countable(day: date) -> date:
    if not _FIRST <= day.year <= _LAST:
        raise ValueError(f"the year should be between {_FIRST} and {_LAST}")
    return day


Day = Annotated[date, AfterValidator(_countable)]
"""A day of a calendar, which has one before and one after it."""


def reads_as_two(one: int, other: int, mark: str) -> bool:
    """Whether day and month in figures may be exchanged; dots between them say that the day is first."""
    return mark != "." and one != other and min(one, other) >= 1 and max(one, other) <= 12


Instant = Annotated[AwareDatetime, AfterValidator(_fixed)]
