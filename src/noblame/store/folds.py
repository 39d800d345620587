"""Events that are folded into others: what holds a record together when the other one is not there any more."""

from noblame.model import Event


def without_lost_folds(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Return the events with those taken apart that are folded into nothing, or into themselves; the same tuple where none is.

    Such an event would be in no list that somebody looks at.
    """
    heads = {event.id: event.part_of for event in events}
    if not any(heads.values()):
        return events
    lost = {event.id for event in events if event.part_of and not _stands(event.id, heads)}
    return tuple(event.but(part_of="") if event.id in lost else event for event in events) if lost else events


def _stands(event_id: str, heads: dict[str, str]) -> bool:
    """Whether what an event is folded into, step by step, ends with one that stands for itself."""
    seen: set[str] = set()
    while head := heads[event_id]:
        if head in seen or head not in heads:
            return False
        seen.add(head)
        event_id = head
    return True
