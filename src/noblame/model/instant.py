"""Moments with the offset they were told in."""

from datetime import datetime, timedelta, timezone
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime

_MINUTE = timedelta(minutes=1)


def _fixed(moment: datetime) -> datetime:
    """Keep the offset, drop the zone: a stamp says what a clock showed, whatever rules change later.

    Offsets are cut to whole minutes, which is all that RFC 3339 and TOML can write.
    """
    offset = moment.utcoffset() or timedelta(0)
    odd = offset % _MINUTE
    if not odd and type(moment.tzinfo) is timezone:
        return moment
    return (moment - odd).replace(tzinfo=timezone(offset - odd))


Instant = Annotated[AwareDatetime, AfterValidator(_fixed)]
