"""Choosing between two versions of one field, where two hands changed it at once (`store.merge`)."""

from typing import Any

from noblame.editor.edits.entries import replace
from noblame.model import Note, Record

PARTS = ("incident", "meeting")


def conflicts(record: Record) -> tuple[Note, ...]:
    """Return the questions of two versions that nobody has answered yet."""
    return tuple(note for note in record.notes if note.conflict and note.open)


def standing(record: Record, note: Note) -> Any:
    """Return the value that stands now; none where its place is gone."""
    place = _place(record, note)
    return getattr(place, note.conflict.get("field", ""), None)


def settled(record: Record, note_id: str, *, other: bool) -> Record:
    """Keep what stands, or take the other version; the question is answered either way.

    Raises ValueError where the other version is no value for its field any more.
    """
    note = next(note for note in conflicts(record) if note.id == note_id)
    place, field, value = note.conflict.get("place", ""), note.conflict.get("field", ""), note.conflict.get("other")
    if other and _place(record, note) is not None:
        if place in PARTS:
            record = record.but(**{place: getattr(record, place).but(**{field: value})})
        else:
            record = replace(record, place, **{field: value})
    return replace(record, note_id, outcome="The other version was taken." if other else "The version that stood was kept.")


def _place(record: Record, note: Note) -> Any:
    place = note.conflict.get("place", "")
    return getattr(record, place) if place in PARTS else record.entry(place)
