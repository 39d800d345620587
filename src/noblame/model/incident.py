"""What happened, in one place: title, severity, zone, summary, and who felt what."""

from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field

from noblame.model.base import Entry, Frozen
from noblame.model.text import Line, Text

Status = Literal["draft", "review", "final"]
ImpactGroup = Literal["customer", "business", "technical"]
FACETS: dict[str, ImpactGroup] = {
    "users": "customer", "duration": "customer", "revenue": "business", "data": "technical", "sla": "business",
}  # fmt: skip
"""The facets of impact that are asked for by name (seed A), and the group of each (seed B)."""
LinkGroup = Literal["graph", "related", "reference"]


def _known_zone(name: str) -> str:
    """Refuse a zone that no clock knows, before anything is computed with it."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f"{name!r} is not a time zone; write UTC or a name such as Europe/Prague") from None
    return name


Zone = Annotated[Line, AfterValidator(_known_zone)]


class Incident(Frozen):
    """The head of the document."""

    title: Line = ""
    reference: Line = ""
    """The tracker's name of the incident, e.g. ``INC-204``."""
    service: Line = ""
    severity: Line = ""
    """As the team says it: ``SEV2``, ``P1``. `rank` reads it."""
    status: Status = "draft"
    zone: Zone = "UTC"
    """The zone in which the room reads times."""
    declared_minutes: int | None = Field(default=None, ge=0)
    """The duration somebody stated, in minutes; kept beside the computed ones, never instead."""
    gap_minutes: int = Field(default=7, ge=1)
    """From how many quiet minutes on the timeline asks what happened in them."""
    triggers: tuple[Line, ...] = ()
    """Ids of the reasons to hold a postmortem that people ticked (see `analysis.triggers`)."""
    summary: Text = ""
    narrative: Text = ""
    """What happened, in prose."""
    root_cause: Text = ""
    """A paragraph on the root cause, where the graph's words are not enough."""
    diagram: Text = ""
    """A drawing of the system in text, kept verbatim."""
    takeaway: Text = ""
    """Lessons in prose."""

    @property
    def rank(self) -> int | None:
        """Severity as a number, 1 the worst; the seeds' ``P0`` and ``SEV1`` are the same."""
        digits = "".join(c for c in self.severity if c.isdigit())
        if not digits:
            return None
        return int(digits[:2]) + (1 if self.severity.upper().startswith("P") else 0)


class Impact(Entry):
    """One facet of what was felt. "None" is an answer; a blank is not."""

    group: ImpactGroup = "customer"
    facet: Line = ""
    """``users``, ``duration``, ``revenue``, ``data`` and ``sla`` are asked for by name."""
    text: Line = ""
    headline: bool = False
    """Whether it belongs beside the summary."""


class Link(Entry):
    """A graph, an earlier incident or a page worth having."""

    group: LinkGroup = "reference"
    title: Line = ""
    url: Line = ""
