"""What a line cannot know by itself: where it is typed, and when."""

from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from noblame.model import Kind, Part

UTC = ZoneInfo("UTC")


@dataclass(frozen=True)
class Context:
    """The place of a line."""

    now: datetime
    """Aware, in `zone`."""
    part: Part = "timeline"
    zone: ZoneInfo = UTC
    """The zone in which bare times are told."""
    day: date | None = None
    """The day of bare times; else the day of `previous`, else today."""
    previous: datetime | None = None
    """The instant that ``+5m`` counts from."""
    people: tuple[tuple[str, str], ...] = ()
    """Handles and names."""
    cause_ids: frozenset[str] = field(default_factory=frozenset[str])
    midpoint: datetime | None = None
    default_kind: Kind | None = None
    parent: str = ""
    """Id of the cause that a new one explains."""
