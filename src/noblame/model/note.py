"""What the room said that is neither event, cause nor action."""

from typing import Any, Literal, get_args

from pydantic import Field

from noblame.model.base import Entry, Loose
from noblame.model.instant import Instant
from noblame.model.text import Id, Line, Text

NoteKind = Literal["parked", "remedy", "question", "dissent"]
NOTE_KINDS: tuple[NoteKind, ...] = get_args(NoteKind)
LessonKind = Literal["well", "poorly", "lucky", "surprise", "takeaway", "gap"]
LESSON_KINDS: tuple[LessonKind, ...] = get_args(LessonKind)
Phase = Literal["", "detection", "response"]


class Note(Entry):
    """A parked line, a remedy held back, an open question or a dissent."""

    kind: NoteKind = "parked"
    text: Line = ""
    about: Id = ""
    """Id of the event, cause or action it came up at."""
    part: Line = ""
    """The part of the meeting in which it was said."""
    said_at: Instant | None = None
    by: Line = ""
    """Who asked or who holds the dissent; may stay unnamed."""
    settles: Line = ""
    """For a dissent: what would settle it."""
    outcome: Text = ""
    """The answer, or what became of it; empty while it is open."""
    conflict: dict[Id, Loose] = Field(default_factory=dict[str, Any])
    """Where two hands changed one field at once: its ``place`` (an id, or ``incident``), ``field``, and the ``other`` value."""

    @property
    def open(self) -> bool:
        """Whether somebody still has to do something about it."""
        return not self.outcome


class Lesson(Entry):
    """What went well or poorly, what was luck, what surprised, what to take away."""

    kind: LessonKind = "takeaway"
    text: Line = ""
    phase: Phase = ""
    """Detection and response have sections of their own in some documents."""
    about: Id = ""
