"""The events that tell the story, out of all that were brought in."""

from collections.abc import Iterable
from itertools import compress

from noblame.analysis.keeping import Flags, last_kept
from noblame.model import Event

IS_SHOWN: Flags[Event] = Flags(lambda event: event.shown)
"""Which events tell the story."""
IS_OPEN: Flags[Event] = Flags(lambda event: event.open)
"""Which events are neither hidden nor folded."""


@last_kept
def story(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Return the events that the timeline shows, in their order."""
    return tuple(compress(events, IS_SHOWN(events)))


def timed(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events of the story whose time of day is known, in their order."""
    return tuple(event for event in story(tuple(events)) if event.at and event.precision != "day")
