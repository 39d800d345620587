"""A row of the timeline."""

from typing import Literal, get_args

from pydantic import Field

from noblame.model.base import Entry
from noblame.model.instant import Instant
from noblame.model.text import Line, Text

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
    count: int = Field(default=1, ge=1)
    """How many records of the source this row stands for."""

    @property
    def shown(self) -> bool:
        """Whether the timeline shows it: typed or starred, and not hidden."""
        return not self.hidden and (self.star or not self.source)
