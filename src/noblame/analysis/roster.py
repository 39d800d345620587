"""Who is in the timeline, and whether the one who facilitates was involved."""

from noblame.analysis.phases import clock
from noblame.model import Event, Person, Record


def in_timeline(record: Record) -> dict[str, tuple[Event, ...]]:
    """Return the shown events of everybody in them, by the handle of a known person, else by the name as written."""
    found: dict[str, tuple[Event, ...]] = {}
    for event in record.events:
        for name in event.who if event.shown else ():
            person = record.person(name)
            key = person.id if person else name
            found[key] = (*found.get(key, ()), event)
    return found


def involved_facilitators(record: Record) -> tuple[Person, ...]:
    """Return the facilitators who are in the timeline or commanded the incident."""
    seen = in_timeline(record)
    return tuple(p for p in record.people if "facilitator" in p.roles and (p.id in seen or "incident commander" in p.roles))


def warning(record: Record) -> str:
    """Say that a facilitator was involved, and what to do; empty where none was."""
    for person in involved_facilitators(record):
        events = in_timeline(record).get(person.id, ())
        if "incident commander" in person.roles:
            involved = "commanded the incident"
        else:
            involved = "is in the timeline"
            if events[0].at:
                involved += f" at {clock(record, events[0])}"
        return f"{person.shown} facilitates and {involved}. Let somebody who was not involved facilitate, or say it aloud now."
    return ""


def not_heard(record: Record) -> tuple[Person, ...]:
    """Return who is in the room and was not heard yet, in the order of the roster; whoever facilitates is not asked."""
    return tuple(person for person in in_turn(record) if not person.turns)


def in_turn(record: Record) -> tuple[Person, ...]:
    """Return a round-robin order: fewest turns first, equal ones as they sit; whoever facilitates or takes notes comes last."""
    there = [person for person in record.people if person.present and "facilitator" not in person.roles]
    return tuple(sorted(there, key=lambda person: (person.turns, "scribe" in person.roles)))


def invitation(person: Person) -> str:
    """Return words that invite somebody to speak without putting them on the spot."""
    if "responder" in person.roles or "incident commander" in person.roles:
        return f"{person.shown}, what did this look like from where you were?"
    if "comms" in person.roles:
        return f"{person.shown}, what did people outside ask you?"
    return f"{person.shown}, what have we not talked about yet? Passing is fine."
