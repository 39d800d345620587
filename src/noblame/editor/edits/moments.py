"""What was asked at a moment of the timeline, and what became of it."""

from typing import Literal

from noblame.editor.edits.entries import add, remove, replace
from noblame.model import Note, Now, Record

Asked = Literal["", "asked", "open", "answered"]


def question_about(record: Record, event_id: str, question: str) -> Note | None:
    """Return the note that keeps a question about an event."""
    return next((n for n in record.notes if n.kind == "question" and n.about == event_id and n.text == question), None)


def state(record: Record, event_id: str, question: str) -> Asked:
    """Return whether a question was put to the room, and whether it waits for an answer."""
    if note := question_about(record, event_id, question):
        return "open" if note.open else "answered"
    event = record.event(event_id)
    return "asked" if event and question in event.asked else ""


def turned(record: Record, event_id: str, question: str, now: Now) -> Record:
    """Tick a question as asked; a second time it stays as an open question; a third time it was not asked.

    An answer that was written down is kept: then nothing changes.
    """
    event, at = record.event(event_id), state(record, event_id, question)
    if event is None or at == "answered":
        return record
    if at == "":
        return replace(record, event_id, asked=(*event.asked, question))
    if at == "asked":
        return add(record, "notes", Note, kind="question", text=question, about=event_id, part="timeline", said_at=now.wall)[0]
    note = question_about(record, event_id, question)
    record = remove(record, note.id) if note else record
    return replace(record, event_id, asked=tuple(said for said in event.asked if said != question))
