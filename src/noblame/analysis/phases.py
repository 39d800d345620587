"""The marks of an incident, the phases between them, and the durations that follow.

Nothing here is an estimate: every interval carries the two events that define it.
"""

from typing import NamedTuple
from zoneinfo import ZoneInfo

from noblame.analysis.durations import in_full, minutes_between
from noblame.analysis.keeping import last_kept
from noblame.analysis.story import timed
from noblame.model import Event, Record

_MARKING = frozenset(
    {"change", "impact", "detected", "acknowledged", "finding", "decision", "mitigating", "mitigated", "resolved", "stable"}
)


class Marks(NamedTuple):
    """The first event of each kind that divides an incident; None where nothing says so."""

    start: Event | None = None
    """The first change or impact that is not later than the detection."""
    detected: Event | None = None
    acknowledged: Event | None = None
    finding: Event | None = None
    mitigating: Event | None = None
    """The first decision or mitigation that was begun."""
    mitigated: Event | None = None
    resolved: Event | None = None
    stable: Event | None = None


class Phase(NamedTuple):
    """A stretch of the incident, with the two events that define it."""

    name: str
    minutes: float
    start: Event
    end: Event


def clock(record: Record, event: Event) -> str:
    """Return when an event was, as the room reads it: hours and minutes in the zone of the incident."""
    return f"{event.at.astimezone(ZoneInfo(record.incident.zone)):%H:%M}" if event.at else ""


def in_words(record: Record, known: Phase) -> str:
    """Return how long a phase took and which events say so: ``response 47 min, detected 14:31 to resolved 15:18``."""
    ends = " to ".join(f"{event.kind} {clock(record, event)}" for event in (known.start, known.end))
    return f"{known.name} {in_full(known.minutes)}, {ends}"


def marks(record: Record) -> Marks:
    """Return the marks of the shown events.

    Each mark is the first of its kinds that is not earlier than the mark before it, so a second alert
    or a finding before the acknowledgement does not turn an interval round.
    """
    return _marks(record.events)


@last_kept
def _marks(rows: tuple[Event, ...]) -> Marks:
    events = tuple(event for event in timed(rows) if event.kind in _MARKING)

    def first(kinds: tuple[str, ...], *after: Event | None) -> Event | None:
        floor = max((event.at for event in after if event and event.at), default=None)
        return next((e for e in events if e.kind in kinds and e.at and (floor is None or e.at >= floor)), None)

    detected = first(("detected",))
    start = first(("change", "impact"))
    if start and detected and start.at and detected.at and start.at > detected.at:
        start = None
    acknowledged = first(("acknowledged",), start, detected)
    finding = first(("finding",), start, detected, acknowledged)
    mitigating = first(("decision", "mitigating"), start, detected, acknowledged, finding)
    mitigated = first(("mitigated",), start, detected, acknowledged, finding or mitigating)
    resolved = first(("resolved",), start, detected, acknowledged, finding or mitigating, mitigated)
    return Marks(
        start, detected, acknowledged, finding, mitigating, mitigated, resolved, first(("stable",), start, detected, resolved)
    )


def phase(name: str, start: Event | None, end: Event | None) -> Phase | None:
    """Return the stretch between two events; None where one of them is not there."""
    if start is None or end is None or start.at is None or end.at is None:
        return None
    return Phase(name, minutes_between(start.at, end.at), start, end)


def phases(record: Record) -> tuple[Phase, ...]:
    """Return the phases whose two events exist, in order.

    =============  ==============================================  =====================
    undetected     the first change or impact                      detected
    acknowledge    detected                                        acknowledged
    diagnose       acknowledged, or detected                       finding *
    mitigate       finding *                                       mitigated, or resolved
    confirm        mitigated                                       resolved
    =============  ==============================================  =====================

    * without a finding: the first decision, or the first mitigation that was begun.
    """
    m = marks(record)
    understood = m.finding or m.mitigating
    found = (
        phase("undetected", m.start, m.detected),
        phase("acknowledge", m.detected, m.acknowledged),
        phase("diagnose", m.acknowledged or m.detected, understood),
        phase("mitigate", understood, m.mitigated or m.resolved),
        phase("confirm", m.mitigated, m.resolved),
    )
    return tuple(known for known in found if known)


def impact(record: Record) -> Phase | None:
    """Return the interval from the first change or impact to resolved."""
    m = marks(record)
    return phase("impact", m.start, m.resolved)


def response(record: Record) -> Phase | None:
    """Return the interval from detected to resolved."""
    m = marks(record)
    return phase("response", m.detected, m.resolved)


def declared_fault(record: Record) -> str:
    """Say where the declared duration fits no computed one; empty where it fits or cannot be compared.

    Less than a minute of difference is rounding.
    """
    declared = record.incident.declared_minutes
    computed = [known for known in (impact(record), response(record)) if known]
    if declared is None or not computed or any(abs(known.minutes - declared) < 1 for known in computed):
        return ""
    return f"Declared {in_full(declared)}, but the timeline says: {'; '.join(in_words(record, known) for known in computed)}."
