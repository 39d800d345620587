"""Edits of the timeline."""

from datetime import timedelta

from noblame.editor.edits.entries import replace
from noblame.model import Event, Kind, Record


def nudged(record: Record, event_id: str, minutes: int) -> Record:
    """Move an event by whole minutes; its end moves with it."""
    event = record.event(event_id)
    if event is None or event.at is None:
        return record
    step = timedelta(minutes=minutes)
    return replace(record, event_id, at=event.at + step, until=event.until + step if event.until else None)


def starred(record: Record, event_id: str) -> Record:
    """Star an event or take the star away; a star also shows what was hidden."""
    event = record.event(event_id)
    if event is None:
        return record
    return replace(record, event_id, star=not event.star, hidden=False)


def kept_aside(record: Record, event_id: str) -> Record:
    """Hide an event as evidence, or show it again."""
    event = record.event(event_id)
    if event is None:
        return record
    if event.shown:
        return replace(record, event_id, hidden=True, star=False)
    return replace(record, event_id, hidden=False, star=bool(event.source))


def of_kind(record: Record, event_id: str, kind: Kind) -> Record:
    """Give an event another kind."""
    return replace(record, event_id, kind=kind)


def joined(record: Record, event_id: str, into: str) -> Record:
    """Join an event into another: its words become evidence, its people and stars are kept."""
    event, target = record.event(event_id), record.event(into)
    if event is None or target is None:
        return record
    quote = (f"“{event.text}”",) if event.text and event.text != target.text else ()
    evidence = tuple(dict.fromkeys((*target.evidence, *quote, *event.evidence)))
    who = tuple(dict.fromkeys((*target.who, *event.who)))
    record = replace(record, into, evidence=evidence, who=who, star=target.star or event.star, count=target.count + event.count)
    return replace(record, event_id, hidden=True, star=False)


def shown(record: Record) -> tuple[Event, ...]:
    """Return the events that tell the story."""
    return tuple(event for event in record.events if event.shown)
