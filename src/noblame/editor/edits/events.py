"""Edits of the timeline: time, star, kind. Those of several rows go through the list once."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone, tzinfo

from noblame.editor.edits.entries import with_list
from noblame.model import Event, Kind, Precision, Record


def each(record: Record, ids: tuple[str, ...], changed: Callable[[Event], Event]) -> Record:
    """Return the record with some events changed; the same record if nothing differs."""
    wanted = frozenset(ids)
    events = list(record.events)
    moving = differing = False
    for place in [place for place, event in enumerate(events) if event.id in wanted]:
        old, events[place] = events[place], changed(events[place])
        differing = differing or events[place] != old
        moving = moving or events[place].at != old.at
    if not differing:
        return record
    return with_list(record, "events", tuple(events)) if moving else record.but(events=tuple(events))


def chosen(record: Record, ids: tuple[str, ...]) -> tuple[Event, ...]:
    """Return the events of some ids, in the order of time."""
    wanted = frozenset(ids)
    return tuple(event for event in record.events if event.id in wanted)


def moved(event: Event, step: timedelta) -> Event:
    """Return an event so much later; its end moves with it."""
    if event.at is None:
        return event
    return event.but(at=event.at + step, until=event.until + step if event.until else None)


def retimed(record: Record, event_id: str, at: datetime | None, precision: Precision, until: datetime | None) -> Record:
    """Give an event another time; a row that had none is placed by it, so it becomes part of the story."""

    def placed(event: Event) -> Event:
        star = event.star or event.at is None
        hidden = event.hidden and event.at is not None
        return event.but(at=at, precision=precision, until=until, star=star, hidden=hidden)

    return each(record, (event_id,), placed)


def nudged(record: Record, ids: tuple[str, ...], minutes: int) -> Record:
    """Move events by whole minutes."""
    return each(record, ids, lambda event: moved(event, timedelta(minutes=minutes)))


def on_another_day(record: Record, ids: tuple[str, ...], days: int, zone: tzinfo) -> Record:
    """Move events by whole days; the clock in `zone` shows what it showed, also where clocks change between."""

    def at_the_same_clock(event: Event) -> Event:
        if event.at is None:
            return event
        local = event.at.astimezone(zone)
        at = (local.replace(tzinfo=None) + timedelta(days=days)).replace(tzinfo=zone)
        told = at.replace(tzinfo=timezone(at.utcoffset() or timedelta(0)))
        told_elsewhere = event.at.utcoffset() != local.utcoffset()
        there = told.astimezone(event.at.tzinfo) if told_elsewhere else told
        return event.but(at=there, until=event.until + (there - event.at) if event.until else None)

    return each(record, ids, at_the_same_clock)


def starred(record: Record, *ids: str) -> Record:
    """Star events, or take the stars away where all of them have one; a star also shows what was hidden."""
    star = not all(event.star for event in chosen(record, ids))
    return each(record, ids, lambda event: event.but(star=star, hidden=False))


def kept_aside(record: Record, *ids: str) -> Record:
    """Hide events as evidence, or show them again where all of them are hidden."""
    hide = not all(event.hidden for event in chosen(record, ids))
    return each(record, ids, lambda event: event.but(hidden=hide, star=event.star and not hide))


def of_kind(record: Record, kind: Kind, *ids: str) -> Record:
    """Give events another kind."""
    return each(record, ids, lambda event: event.but(kind=kind))
