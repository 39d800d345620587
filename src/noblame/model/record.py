"""The whole of one incident and its meeting."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, Self

from pydantic import Field, field_validator

from noblame.model.action import Action
from noblame.model.agenda import Agenda, planned
from noblame.model.base import Entry, Frozen
from noblame.model.cause import Cause
from noblame.model.event import Event
from noblame.model.incident import Impact, Incident, Link
from noblame.model.meeting import Meeting
from noblame.model.note import Lesson, Note
from noblame.model.person import Person
from noblame.model.stretch import Kept

LISTS = ("impact", "people", "events", "causes", "lessons", "notes", "links", "actions")
"""The lists of the record in the order of the file; actions come last so that a search of many
files can read only their ends."""

EVENT_IDS: Kept[Event, str] = Kept(lambda event: event.id)
"""The ids of events, in their order."""
MOST_ENTRIES = 100_000
"""Of all lists together; twice the largest import of a real incident, and what is still answered in seconds."""

_END_OF_TIME = datetime.max.replace(tzinfo=UTC)


def moment(event: Event) -> datetime:
    """Return when an event was; the end of time for one that nobody could place."""
    return event.at or _END_OF_TIME


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return `events` by their instants, those without one last; equal instants keep their order."""
    return tuple(sorted(events, key=moment))


class Record(Frozen):
    """One incident: its facts, its analysis, its promises and the meeting about it."""

    incident: Incident = Field(default_factory=Incident)
    meeting: Meeting = Field(default_factory=Meeting)
    agenda: Agenda = Field(default_factory=lambda: planned("standard"))
    impact: tuple[Impact, ...] = ()
    people: tuple[Person, ...] = ()
    events: tuple[Event, ...] = ()
    """Always in the order of time."""
    causes: tuple[Cause, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    notes: tuple[Note, ...] = ()
    links: tuple[Link, ...] = ()
    actions: tuple[Action, ...] = ()

    @field_validator("events")
    @classmethod
    def _sorted(cls, events: tuple[Event, ...]) -> tuple[Event, ...]:
        return in_order(events)

    def but(self, **changes: Any) -> Self:
        """Return a copy with whole parts replaced.

        The parts are models already, so they are taken as they are: a list that is not named keeps
        its identity, which is how the screen knows what to redraw.
        """
        return self.model_copy(update=changes)

    def entry(self, entry_id: str) -> Entry | None:
        """Return the entry with that id, from whichever list holds it."""
        for name in LISTS:
            for entry in getattr(self, name):
                if entry.id == entry_id:
                    return entry
        return None

    def event(self, entry_id: str) -> Event | None:
        """Return the event with that id."""
        ids = EVENT_IDS(self.events) if entry_id else []
        return self.events[ids.index(entry_id)] if entry_id in ids else None

    def cause(self, entry_id: str) -> Cause | None:
        """Return the cause with that id."""
        return next((cause for cause in self.causes if cause.id == entry_id), None)

    def action(self, entry_id: str) -> Action | None:
        """Return the action with that id."""
        return next((action for action in self.actions if action.id == entry_id), None)

    def person(self, name: str) -> Person | None:
        """Return the person whose handle or name that is, in any case of letters."""
        wanted = name.casefold().removeprefix("@")
        return next((p for p in self.people if wanted in (p.id.casefold(), p.name.casefold())), None)

    def children(self, parent: str) -> tuple[Cause, ...]:
        """Return the causes that explain `parent`, in order; shared ones included."""
        return tuple(cause for cause in self.causes if parent in cause.parents)
