"""A row of the timeline."""

from typing import Literal, get_args

from pydantic import Field

from noblame.model.base import Entry
from noblame.model.instant import Instant
from noblame.model.text import Id, Line, Text

Kind = Literal[
    "change", "impact", "detected", "acknowledged", "declared", "observed", "hypothesis", "ruled out", "finding",
    "decision", "action", "comms", "escalated", "mitigating", "mitigated", "resolved", "stable",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)

Precision = Literal["second", "minute", "ten", "about", "day"]
"""How well the time is known: ``ten`` is ``14:3?``, ``about`` is ``~14:30``."""


class Event(Entry):
    """Something that somebody saw, believed, decided or did."""

    at: Instant | None = None
    """The instant, with the offset it was told in; none while nobody knows."""
    precision: Precision = "minute"
    until: Instant | None = None
    kind: Kind = "observed"
    text: Line = ""
    who: tuple[Line, ...] = ()
    """Handles of people, or the names of bots and systems."""
    lane: Line = ""
    """The role or system from whose side this was seen."""
    star: bool = False
    """Whether it belongs to the story; imported rows are evidence until starred."""
    hidden: bool = False
    aside: Line = ""
    """Why it was set aside when it came in, e.g. ``joined the channel``; empty for what was worth a look."""
    part_of: Id = ""
    """Id of the event into which it is folded; it is told there and can be taken out again."""
    evidence: tuple[Line, ...] = ()
    """Links, tickets or quotes."""
    disputed: Line = ""
    """The other version, where people remember differently."""
    asked: tuple[Line, ...] = ()
    """Questions for the moment that were put to the room."""
    source: Line = ""
    """The format it was imported from; empty for what was typed."""
    origin: Line = ""
    """File, channel and place of the record it came from."""
    native_id: Line = ""
    """The source's own key, by which a second import is recognised."""
    raw: Text = ""
    """The words as they stood, where `text` is not the same."""
    set_right: Line = ""
    """How the clock of its source was set right after it came in: ``-40s``, ``Europe/Prague``; empty for what it told."""
    count: int = Field(default=1, ge=1)
    """How many records of the source this row stands for."""

    @property
    def shown(self) -> bool:
        """Whether the timeline shows it: typed or starred, and neither hidden nor folded."""
        return (self.star or not self.source) and self.open

    @property
    def open(self) -> bool:
        """Whether somebody sifting the rows still has to look at it or has taken it: neither hidden nor folded."""
        return not self.hidden and not self.part_of
