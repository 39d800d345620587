"""A promise to change something."""

from typing import Literal, get_args

from pydantic import Field

from noblame.model.base import Entry
from noblame.model.instant import Day
from noblame.model.text import Id, Line

Priority = Literal["P0", "P1", "P2", "P3", "P4"]
PRIORITIES: tuple[Priority, ...] = get_args(Priority)
ActionKind = Literal["detection", "prevention", "mitigation", "process"]
ACTION_KINDS: tuple[ActionKind, ...] = get_args(ActionKind)
ActionStatus = Literal["open", "started", "done", "verified", "later", "won't do"]
Consent = Literal["", "accepted", "declined"]


class Action(Entry):
    """One row of the action table."""

    text: Line = ""
    owner: Line = ""
    priority: Priority | None = None
    due: Day | None = None
    due_said: Line = ""
    """The words for a date that is not one, e.g. ``TBD``."""
    kind: ActionKind | None = None
    status: ActionStatus = "open"
    done_when: Line = ""
    """How anybody can tell that it is done."""
    answers: tuple[Id, ...] = ()
    """Ids of the causes it answers."""
    ticket: Line = ""
    consent: Consent = ""
    """What the owner said when it was read back."""
    reason: Line = ""
    """Why it waits or will not be done."""
    verified_by: Line = ""
    impact: int | None = Field(default=None, ge=1, le=3)
    effort: int | None = Field(default=None, ge=1, le=3)
    """1 low, 3 high."""

    history: tuple[Line, ...] = ()
    """What was changed, oldest first, each with its day: ``2024-01-18 owner ana → bob``."""

    @property
    def intended(self) -> bool:
        """Whether anybody still means to do it."""
        return self.status != "won't do"
