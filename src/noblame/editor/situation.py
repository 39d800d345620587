"""Where an edit happens: the part of the meeting, what is under the cursor, what time it is."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from noblame.capture.context import Context
from noblame.model import Event, Kind, Now, Part, Record
from noblame.model.settings import ACTIONS, ActionSettings

CLOSE = 12 * 3600
"""Seconds from the last event within which a line without a time is taken to happen now."""


@dataclass(frozen=True)
class Situation:
    """What an edit has to know beside the record."""

    now: Now
    part: Part = "timeline"
    selected: str = ""
    """Id of the entry under the cursor."""
    under: str | None = None
    """Id of the cause that a new cause explains; empty for a new effect, none where nobody said."""
    ahead: bool = False
    """Whether a new cause stands before the one under the cursor instead of behind it."""
    kind: Kind | None = None
    """The kind that Tab chose for the next event."""
    between: tuple[str, str] = ("", "")
    """Ids of the neighbours when a line is being inserted between two events."""
    horizons: ActionSettings = ACTIONS
    """What the team's priorities mean in dates."""


def midpoint(record: Record, between: tuple[str, str]) -> datetime | None:
    """Return the instant halfway between two events, cut to the minute where they allow it."""
    first, second = (record.event(entry_id) for entry_id in between)
    if first is None or first.at is None:
        return None
    if second is None or second.at is None:
        return first.at
    middle = first.at + (second.at - first.at) / 2
    minute = middle.replace(second=0, microsecond=0)
    return minute if first.at <= minute <= second.at else middle.replace(microsecond=0)


def anchor(record: Record, situation: Situation) -> Event | None:
    """Return the event that times are told against: the one under the cursor, else the last shown."""
    wanted = situation.between[0] or situation.selected
    if (event := record.event(wanted)) and event.at:
        return event
    return next((event for event in reversed(record.events) if event.at and event.shown), None)


def context(record: Record, situation: Situation) -> Context:
    """Return what the grammar of the capture line has to know."""
    zone = ZoneInfo(record.incident.zone)
    before = anchor(record, situation)
    previous = before.at if before else None
    return Context(
        part=situation.part,
        now=situation.now.wall.astimezone(zone),
        zone=zone,
        day=incident_day(record, zone) if previous is None else previous.astimezone(zone).date(),
        previous=previous,
        people=tuple((person.id, person.name) for person in record.people),
        cause_ids=frozenset(cause.id for cause in record.causes),
        midpoint=midpoint(record, situation.between),
        default_kind=situation.kind,
        parent=explained(record, situation),
    )


def explained(record: Record, situation: Situation) -> str:
    """Return the id of what a new cause explains; empty where it is an effect itself."""
    if situation.under is not None:
        return situation.under
    if record.cause(situation.selected):
        return situation.selected
    return next((cause.id for cause in record.causes if cause.kind == "effect"), "")


def incident_day(record: Record, zone: ZoneInfo) -> date | None:
    """Return the day of the first event, as the room reads it."""
    first = next((event.at for event in record.events if event.at), None)
    return first.astimezone(zone).date() if first else None


def unsaid_time(record: Record, situation: Situation) -> datetime:
    """Return the instant for a line without one: between its neighbours, now, or at the anchor.

    While an incident runs, what is typed happens now; in a meeting days later it happened beside
    the event under the cursor.
    """
    now = situation.now.wall.astimezone(ZoneInfo(record.incident.zone)).replace(second=0, microsecond=0)
    if middle := midpoint(record, situation.between):
        return middle
    before = anchor(record, situation)
    if before is None or before.at is None or abs((now - before.at).total_seconds()) < CLOSE:
        return now
    return before.at
