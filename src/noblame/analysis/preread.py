"""What changed since the draft was sent round: a line an event is kept, and compared when the meeting opens."""

import hashlib
from datetime import UTC
from typing import NamedTuple

from noblame.model import Event, Record


class Changes(NamedTuple):
    """How the timeline differs from the pre-read."""

    added: int
    retimed: int
    reworded: int
    removed: int
    open_questions: int
    """Questions that nobody has answered yet."""

    @property
    def none(self) -> bool:
        """Whether nothing differs."""
        return not (self.added or self.retimed or self.reworded or self.removed)


def snapshot(record: Record) -> tuple[str, ...]:
    """Return what a reader of the draft has seen: id, instant and a digest of the words of every shown event."""
    return tuple(f"{event.id} {_instant(event)} {_digest(event.text)}" for event in record.events if event.shown)


def changes(record: Record) -> Changes:
    """Return how the record differs from what was sent; all events count as added where nothing was kept."""
    before = {line.split(" ")[0]: line.split(" ")[1:] for line in record.meeting.preread}
    now = {line.split(" ")[0]: line.split(" ")[1:] for line in snapshot(record)}
    both = [(before[name], now[name]) for name in now if name in before]
    return Changes(
        added=sum(name not in before for name in now),
        retimed=sum(old[:1] != new[:1] for old, new in both),
        reworded=sum(old[1:] != new[1:] for old, new in both),
        removed=sum(name not in now for name in before),
        open_questions=sum(note.kind == "question" and note.open for note in record.notes),
    )


def _instant(event: Event) -> str:
    return f"{event.at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}" if event.at else "-"


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:8]
