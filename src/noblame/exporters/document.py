"""A record as documents tell it: every value that a template prints, computed in one place.

What is private never gets here: the facilitator's notes, who was heard how often, and the rows of the
timeline that nobody starred, of which only the number is told.
"""

from dataclasses import dataclass

from noblame.exporters.drawings import Picture, pictures
from noblame.exporters.margins import Saying, Sitting, meeting_facts, sayings, sittings
from noblame.exporters.moments import stamp
from noblame.exporters.naming import Names, Naming
from noblame.exporters.promises import Promise, promises, read_back, refused
from noblame.exporters.reasoning import Reasoning, reasoning
from noblame.exporters.story import Story, story
from noblame.model import Cause, Impact, Incident, Lesson, Link, Record

RANKS = {1: "Primary", 2: "Secondary", 3: "Tertiary"}
GROUPS = {"customer": "Customer Impact", "business": "Business Impact", "technical": "Technical Impact"}
FACETS = {
    "users": "Users affected", "duration": "Duration", "revenue": "Revenue impact", "data": "Data impact", "sla": "SLA impact",
}  # fmt: skip
"""The facets that are asked for by name, and what seed A calls them."""


@dataclass(frozen=True)
class Document:
    """Everything that a template may print, as plain text. A template reads it as ``doc``."""

    title: str
    incident: Incident
    """Severity, service, reference, zone and the prose."""
    authors: str
    commanders: str
    story: Story
    impact: tuple[Impact, ...]
    causes: tuple[Cause, ...]
    reasoning: Reasoning
    pictures: tuple[Picture, ...]
    lessons: tuple[Lesson, ...]
    promises: tuple[Promise, ...]
    """Actions, without those that will not be done."""
    refused: tuple[Promise, ...]
    """Actions that will not be done."""
    read_back: str
    """How many actions their owners accepted."""
    sayings: tuple[Saying, ...]
    links: tuple[Link, ...]
    planned: str
    """When the meeting is to be held; empty where nobody said so."""
    meeting: tuple[tuple[str, str], ...]
    sittings: tuple[Sitting, ...]

    def role(self, role: str) -> tuple[Cause, ...]:
        """Return the causes in a role, those with a rank first."""
        found = [cause for cause in self.causes if cause.role == role and cause.status != "ruled out"]
        return tuple(sorted(found, key=lambda cause: (cause.rank is None, cause.rank or 0)))

    def lesson(self, *kinds: str, phase: str | None = None) -> tuple[str, ...]:
        """Return the lessons of some kinds, those of all phases where none is named."""
        return tuple(lesson.text for lesson in self.lessons if lesson.kind in kinds and phase in (None, lesson.phase))

    def said(self, kind: str) -> tuple[Saying, ...]:
        """Return the notes of a kind."""
        return tuple(saying for saying in self.sayings if saying.kind == kind)

    def linked(self, group: str) -> tuple[Link, ...]:
        """Return the links of a group."""
        return tuple(link for link in self.links if link.group == group)

    def felt(self, group: str) -> tuple[Impact, ...]:
        """Return what a group of people or systems felt."""
        return tuple(impact for impact in self.impact if impact.group == group)

    def facet(self, facet: str) -> tuple[str, ...]:
        """Return what was said of one facet."""
        return tuple(impact.text for impact in self.impact if impact.facet.casefold() == facet)


def document(record: Record, names: Names) -> Document:
    """Return the document of a record, with people called by their handles or names."""
    naming = Naming(record, names)
    return Document(
        title=record.incident.title or "Untitled incident",
        incident=record.incident,
        authors=naming.role("author"),
        commanders=naming.role("incident commander"),
        story=story(record, naming),
        impact=record.impact,
        causes=record.causes,
        reasoning=reasoning(record),
        pictures=pictures(record),
        lessons=record.lessons,
        promises=promises(record, naming),
        refused=refused(record, naming),
        read_back=read_back(record),
        sayings=sayings(record, naming),
        links=record.links,
        planned=stamp(record.meeting.planned_at, record.incident.zone) if record.meeting.planned_at else "",
        meeting=meeting_facts(record, naming),
        sittings=sittings(record),
    )
