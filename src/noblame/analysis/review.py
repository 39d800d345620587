"""How the meeting went: minutes, votes, what was parked, who was heard, and what the room said about it.

Nobody is named, so the review may stand on the shared page; who spoke how often is the facilitator's alone.
"""

from typing import NamedTuple

from noblame.analysis.pace import blocks
from noblame.analysis.votes import in_words
from noblame.model import Now, Record


class Spent(NamedTuple):
    """What one block of the agenda was given and took."""

    name: str
    minutes: int
    """As planned before the start."""
    extra: int
    """Minutes that were added while it ran; negative where some were taken away."""
    seconds: float
    """That it took."""

    @property
    def over(self) -> bool:
        """Whether it took more whole minutes than it was given."""
        return round(self.seconds / 60) > self.minutes + self.extra


class Review(NamedTuple):
    """One meeting, in numbers."""

    blocks: tuple[Spent, ...]
    votes: tuple[str, ...]
    parked: int
    parked_left: int
    dissents: int
    present: int
    heard: int
    """How many of those present were marked as heard."""
    most: int
    """The percentage of all turns that one person had, at most."""
    learned: int | None
    again: int | None

    @property
    def balance(self) -> str:
        """Who was heard, without names; empty where nobody was counted."""
        if not self.heard:
            return ""
        return f"{self.heard} of {self.present} were heard; nobody had more than {self.most}% of the turns"

    @property
    def verdict(self) -> str:
        """Etsy's two questions; empty where nobody was asked."""
        said = [
            f"{count} {words}"
            for count, words in ((self.learned, "learned something that changes their work"), (self.again, "would come again"))
            if count is not None
        ]
        of = f"Of {self.present}: " if self.present >= max(self.learned or 0, self.again or 0, 1) else ""
        return f"{of}{', '.join(said)}" if said else ""


def review(record: Record, now: Now) -> Review:
    """Return the review of a meeting, whether or not it is over."""
    there = [person for person in record.people if person.present]
    turns = [person.turns for person in there]
    parked = [note for note in record.notes if note.kind == "parked"]
    return Review(
        blocks=tuple(
            Spent(block.name, block.minutes, block.extra, progress.spent)
            for block, progress in zip(record.agenda.blocks, blocks(record.agenda, now), strict=True)
        ),
        votes=tuple(in_words(vote) for vote in record.agenda.votes),
        parked=len(parked),
        parked_left=sum(note.open for note in parked),
        dissents=sum(note.kind == "dissent" for note in record.notes),
        present=len(there),
        heard=sum(turn > 0 for turn in turns),
        most=round(100 * max(turns) / sum(turns)) if sum(turns) else 0,
        learned=record.meeting.learned,
        again=record.meeting.again,
    )
