"""Events that are folded into others: what holds a record together when the other one is not there any more."""

from noblame.model import Event


def without_lost_folds(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Return the events with those taken apart that are folded into nothing, or into themselves; the same tuple where none is.

    Such an event would be in no list that somebody looks at.
    """
    heads = {event.id: event.part_of for event in events}
    if not any(heads.values()):
        return events
    stands = {event_id: True for event_id, head in heads.items() if not head}
    for event_id in heads:
        trail: dict[str, None] = {}
        while event_id in heads and event_id not in stands and event_id not in trail:
            trail[event_id] = None
            event_id = heads[event_id]
        stands.update(dict.fromkeys(trail, stands.get(event_id, False)))
    if all(stands.values()):
        return events
    return tuple(event if stands[event.id] else event.but(part_of="") for event in events)
