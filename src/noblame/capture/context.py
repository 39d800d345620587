"""What a line cannot know by itself: where it is typed, and when."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo

from noblame.model import Kind, Part


@dataclass(frozen=True)
class Context:
    """The place of a line."""

    now: datetime
    """Aware."""
    part: Part = "timeline"
    zone: tzinfo = UTC
    """The zone in which bare times are told."""
    day: date | None = None
    """The day of bare times; else the day of `previous`, else today."""
    previous: datetime | None = None
    """The instant that ``+5m`` counts from."""
    people: tuple[tuple[str, str], ...] = ()
    """Handles and names."""
    cause_ids: frozenset[str] = field(default_factory=frozenset[str])
    midpoint: datetime | None = None
    """The instant of an event without a time that is inserted between two others."""
    default_kind: Kind | None = None
    """The kind of an event whose line names none; Tab goes through them."""
    parent: str = ""
    """Id of the cause that a new one explains."""

    @property
    def today(self) -> date:
        """The day it is in the room."""
        return self.now.astimezone(self.zone).date()

    @property
    def near(self) -> date:
        """The day of a time that names none."""
        if self.day:
            return self.day
        return self.previous.astimezone(self.zone).date() if self.previous else self.today
