"""What each knew when: the events sorted by the side from which they were seen.

A lane is named by whoever wrote the event down; else it is the role of the first person in it, else that person or
system itself. What was believed for a while and ruled out has a lane of its own, because a belief explains what was
done under it.
"""

from typing import NamedTuple

from noblame.model import Event, Record

BELIEFS = "hypotheses"
UNSAID = "nobody named"


class Lane(NamedTuple):
    """One side and what was seen from it, in the order of time."""

    name: str
    events: tuple[Event, ...]


def lane(record: Record, event: Event) -> str:
    """Return the name of the lane in which an event belongs."""
    if event.lane:
        return event.lane
    if event.kind in ("hypothesis", "ruled out"):
        return BELIEFS
    if not event.who:
        return UNSAID
    person = record.person(event.who[0])
    return person.roles[0] if person and person.roles else event.who[0]


def lanes(record: Record) -> tuple[Lane, ...]:
    """Return the lanes of the shown events, the one with most events first; hypotheses come last."""
    found: dict[str, list[Event]] = {}
    for event in record.events:
        if event.shown:
            found.setdefault(lane(record, event), []).append(event)
    order = sorted(found, key=lambda name: (name == BELIEFS, -len(found[name])))
    return tuple(Lane(name, tuple(found[name])) for name in order)
