"""Edits of the roster and of what the room agreed on."""

from noblame.editor.edits.entries import replace
from noblame.model import Person, Record, handle


def person_named(record: Record, name: str, roles: tuple[str, ...]) -> tuple[Record, str]:
    """Add a person, or the roles to one who is there; return the handle too. They are in the room."""
    if person := record.person(name):
        merged = tuple(dict.fromkeys((*person.roles, *roles)))
        return replace(record, person.id, roles=merged, present=True), person.id
    made = handle(name, (person.id for person in record.people))
    person = Person(id=made, name=name, roles=roles, present=True)  # pyright: ignore[reportArgumentType] validated
    return record.but(people=(*record.people, person)), made


def came_or_left(record: Record, person_id: str) -> Record:
    """Tick a person as present, or take the tick away."""
    person = record.person(person_id)
    return replace(record, person.id, present=not person.present) if person else record


def norm_ticked(record: Record, norm: str) -> Record:
    """Tick a norm, or take the tick away."""
    norms = record.meeting.norms
    ticked = tuple(n for n in norms if n != norm) if norm in norms else (*norms, norm)
    return record.but(meeting=record.meeting.but(norms=ticked))


def trigger_ticked(record: Record, trigger: str) -> Record:
    """Tick a reason for the meeting, or take the tick away."""
    given = record.incident.triggers
    ticked = tuple(t for t in given if t != trigger) if trigger in given else (*given, trigger)
    return record.but(incident=record.incident.but(triggers=ticked))


def task_ticked(record: Record, task: str) -> Record:
    """Tick a line of the checklist, or take the tick away."""
    done = record.meeting.done
    return record.but(meeting=record.meeting.but(done=tuple(t for t in done if t != task) if task in done else (*done, task)))
