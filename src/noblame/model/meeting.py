"""What the room agreed on and how the meeting went."""

from noblame.model.base import Frozen
from noblame.model.instant import Instant
from noblame.model.text import Line, Text


class Meeting(Frozen):
    """Norms, dates and the facilitator's own notes."""

    norms: tuple[Line, ...] = ()
    """The norms that were ticked, in their words."""
    preread_at: Instant | None = None
    """When the draft was sent round."""
    follow_up: Instant | None = None
    done: tuple[Line, ...] = ()
    """Ticked lines of the checklist before and after the meeting."""
    private_notes: Text = ""
    """The facilitator's; never on the shared page, never exported."""
