"""When, in which part and at what a note was said, in a few words for the row below it."""

from noblame.analysis.cells import fit
from noblame.model import Note, Record


def came_up(record: Record, note: Note) -> str:
    """Return the minute and the part in which a note came up, and at what."""
    at = f"{note.said_at:%H:%M}" if note.said_at else ""
    about = record.entry(note.about) if note.about else None
    words = getattr(about, "text", "")
    return ", ".join(filter(None, (at, note.part, f"at “{fit(words, 24)}”" if words else "")))
