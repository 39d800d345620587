"""How much was recorded when: a line of bars, one a column."""

from collections.abc import Iterable
from datetime import datetime

_BARS = " ▁▂▃▄▅▆▇█"


def counts(times: Iterable[datetime], first: datetime, last: datetime, columns: int) -> tuple[int, ...]:
    """Return how many of `times` fall into each of so many equal stretches from `first` to `last`."""
    found = [0] * columns
    length = (last - first).total_seconds() or 1.0
    for time in times:
        place = int((time - first).total_seconds() * columns / length)
        if 0 <= place <= columns:
            found[min(place, columns - 1)] += 1
    return tuple(found)


def bars(found: tuple[int, ...]) -> str:
    """Return counts as bars as high as they are beside the highest; whatever is there can be seen."""
    most = max(found, default=0) or 1
    return "".join(_BARS[-(-count * (len(_BARS) - 1) // most)] for count in found)
