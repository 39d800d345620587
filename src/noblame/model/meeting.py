"""What the room agreed on and how the meeting went."""

from pydantic import Field

from noblame.model.base import Frozen
from noblame.model.instant import Instant
from noblame.model.text import Line, Text


class Meeting(Frozen):
    """Norms, dates and the facilitator's own notes."""

    norms: tuple[Line, ...] = ()
    """The norms that were ticked, in their words."""
    planned_at: Instant | None = None
    """When the meeting is to be held."""
    preread_at: Instant | None = None
    """When the draft was sent round."""
    preread: tuple[Line, ...] = ()
    """What stood in it, a line an event (`analysis.preread`), so that the opening can say what changed."""
    follow_up: Instant | None = None
    learned: int | None = Field(default=None, ge=0)
    """How many said at the end that they learned something that changes their work (Etsy's debriefing guide)."""
    again: int | None = Field(default=None, ge=0)
    """How many would come to such a meeting again."""
    done: tuple[Line, ...] = ()
    """Ticked lines of the checklist before and after the meeting."""
    private_notes: Text = ""
    """The facilitator's; never on the shared page, never exported."""
