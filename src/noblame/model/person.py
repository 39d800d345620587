"""People, by their roles."""

from typing import Literal, get_args

from pydantic import Field

from noblame.model.base import Entry
from noblame.model.text import Line

Role = Literal["facilitator", "incident commander", "responder", "scribe", "author", "comms", "observer"]
ROLES: tuple[str, ...] = get_args(Role)


class Person(Entry):
    """Somebody in the room, in the timeline or owning an action; `id` is the handle."""

    name: Line = ""
    roles: tuple[Role, ...] = ()
    present: bool = False
    turns: int = Field(default=0, ge=0)
    """How often the facilitator marked them as heard. Private: never exported unless asked."""

    @property
    def shown(self) -> str:
        """The name as people say it."""
        return self.name or self.id
