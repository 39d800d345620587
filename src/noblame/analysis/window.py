"""The hours of the incident, out of the days that exports bring with them.

An export of a channel holds a week, a cluster keeps the events of the day before. What is read first is what lies
around the incident; the rest is counted, never dropped, and seen when it is asked for.
"""

from bisect import bisect_left, bisect_right
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from noblame.analysis.keeping import Flags, last_kept
from noblame.analysis.story import IS_OPEN, IS_SHOWN
from noblame.model import Event
from noblame.model.record import moment

AROUND = timedelta(hours=2)
"""Before the first signal and after the last recovery."""
_ENDS = frozenset({"resolved", "stable"})
_BEGINS: Flags[Event] = Flags(lambda event: event.kind == "detected" and event.open and event.at)
_IS_END: Flags[Event] = Flags(lambda event: event.kind in _ENDS and event.open and event.at)
_NEVER = datetime.max.replace(tzinfo=UTC)


class Window(NamedTuple):
    """The hours that are read first; an end that nothing says is open."""

    first: datetime | None = None
    last: datetime | None = None

    def among(self, events: tuple[Event, ...]) -> slice:
        """Return which of the events, which stand in the order of time, lie in these hours."""
        begin = bisect_left(events, self.first, key=moment) if self.first else 0
        placed = bisect_left(events, _NEVER, begin, key=moment)
        return slice(begin, bisect_right(events, self.last, begin, placed, key=moment) if self.last else placed)

    def holds(self, at: datetime | None) -> bool:
        """Whether a moment lies in these hours; what has no time does."""
        return at is None or ((self.first is None or self.first <= at) and (self.last is None or at <= self.last))


@last_kept
def window(events: tuple[Event, ...]) -> Window:
    """Return the hours from two before the first detection to two after the last recovery, however they are known."""
    begin, end = _BEGINS(events).find(1), _IS_END(events).rfind(1)
    first = events[begin].at if begin >= 0 else None
    last = events[end].at if first and end >= begin else None
    return Window(first and first - AROUND, last and last + AROUND)


def outside(events: tuple[Event, ...]) -> int:
    """Return how many rows outside these hours nobody took or set aside."""
    hours = window(events)
    inside, placed = hours.among(events), bisect_left(events, _NEVER, key=moment)
    ends = ((0, inside.start), (inside.stop, placed))
    return sum(IS_OPEN(events).count(1, *end) - IS_SHOWN(events).count(1, *end) for end in ends)
