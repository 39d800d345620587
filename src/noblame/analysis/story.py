"""The events that tell the story, out of all that were brought in."""

from collections.abc import Iterable

from noblame.analysis.keeping import last_kept
from noblame.model import Event


@last_kept
def story(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Return the events that the timeline shows, in their order."""
    return tuple([event for event in events if event.shown])


def timed(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events of the story whose time of day is known, in their order."""
    return tuple(event for event in story(tuple(events)) if event.at and event.precision != "day")
