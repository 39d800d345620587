"""Edits of the meeting's own facts: its dates, what was sent round, what the room said about it."""

from datetime import datetime

from noblame.analysis.preread import snapshot
from noblame.editor.edits.entries import add, replace
from noblame.model import Note, Part, Record


def turn_counted(record: Record, person_id: str) -> Record:
    """Count that a person was heard; whoever speaks is in the room."""
    person = record.person(person_id)
    return replace(record, person.id, turns=person.turns + 1, present=True) if person else record


def planned_at(record: Record, moment: datetime) -> Record:
    """Say when the meeting is to be held."""
    return record.but(meeting=record.meeting.but(planned_at=moment))


def followed_up(record: Record, moment: datetime) -> Record:
    """Say when the actions are looked at again."""
    return record.but(meeting=record.meeting.but(follow_up=moment))


def hands_shown(record: Record, learned: int, again: int) -> Record:
    """Note the answers to Etsy's two questions, as counts."""
    return record.but(meeting=record.meeting.but(learned=learned, again=again))


def sent_round(record: Record, moment: datetime) -> Record:
    """Remember what stood in the draft when it was sent."""
    done = tuple(dict.fromkeys((*record.meeting.done, "Pre-read sent")))
    return record.but(meeting=record.meeting.but(preread_at=moment, preread=snapshot(record), done=done))


def asked_without_name(record: Record, words: str, part: Part, moment: datetime) -> Record:
    """Put a note from the inbox among the open questions; nobody is said to have asked it."""
    return add(record, "notes", Note, kind="question", text=words, part=part, said_at=moment)[0]


def noted(record: Record, line: str, moment: datetime) -> Record:
    """Add a line to the facilitator's own notes, with the time of day."""
    notes = f"{record.meeting.private_notes.rstrip()}\n{moment:%H:%M} {line.strip()}".lstrip("\n")
    return record.but(meeting=record.meeting.but(private_notes=notes))
