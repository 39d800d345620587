"""The record, as frozen models. This package imports nothing else of noblame."""

from noblame.model.action import ACTION_KINDS, PRIORITIES, Action, ActionKind, Priority
from noblame.model.agenda import PARTS, PRESETS, Agenda, Block, Now, Part, Rehearsal, Vote, planned
from noblame.model.base import Entry, Frozen
from noblame.model.cause import CATEGORIES, Cause
from noblame.model.event import KINDS, Event, Kind, Precision
from noblame.model.ids import LETTERS, handle, next_id
from noblame.model.incident import FACETS, Impact, Incident, Link
from noblame.model.meeting import Meeting
from noblame.model.note import LESSON_KINDS, NOTE_KINDS, Lesson, Note
from noblame.model.person import ROLES, Person
from noblame.model.record import LISTS, MOST_ENTRIES, Record, in_order, moment
from noblame.model.text import Line, Text, clean, clean_line

__all__ = [
    "ACTION_KINDS", "CATEGORIES", "FACETS", "KINDS", "LESSON_KINDS", "LETTERS", "LISTS", "MOST_ENTRIES", "NOTE_KINDS",
    "PARTS", "PRESETS",
    "PRIORITIES", "ROLES", "Action", "ActionKind", "Agenda", "Block", "Cause", "Entry", "Event", "Frozen", "Impact",
    "Incident", "Kind", "Lesson", "Line", "Link", "Meeting", "Note", "Now", "Part", "Person", "Precision", "Priority",
    "Record", "Rehearsal", "Text", "Vote", "clean", "clean_line", "handle", "in_order", "moment", "next_id", "planned",
]  # fmt: skip
