"""Lengths of time in words.

One rule everywhere: the nearest whole minute, halves upwards; less than half a minute is ``<1m``, so that
only two equal moments are nothing apart. From an hour on hours and minutes, from a day on days and hours.
"""

import math
from datetime import datetime


def minutes_between(start: datetime, end: datetime) -> float:
    """Return the minutes from `start` to `end`, exact; negative where `end` is earlier."""
    return (end - start).total_seconds() / 60


def _split(minutes: float) -> tuple[int, int, int]:
    hours, rest = divmod(math.floor(minutes + 0.5), 60)
    days, hours = divmod(hours, 24)
    return days, hours, rest


def in_words(minutes: float) -> str:
    """Return the short form for columns: ``8m``, ``1h20``, ``2d3h``."""
    return in_full(minutes).replace(" min", "m").replace(" ", "")


def in_full(minutes: float) -> str:
    """Return the form for sentences: ``8 min``, ``1 h 20``, ``2 d 3 h``; ``-8 min`` where time runs back."""
    if minutes < 0:
        return f"-{in_full(-minutes)}"
    days, hours, rest = _split(minutes)
    if days:
        return f"{days} d {hours} h" if hours else f"{days} d"
    if hours:
        return f"{hours} h {rest}" if rest else f"{hours} h"
    return f"{rest} min" if rest or not minutes else "<1 min"
