"""Which plan fits an incident of a size: so that a small one gets half an hour, and a large one all its blocks."""

from typing import NamedTuple

from noblame.analysis.triggers import triggers
from noblame.model import Record

_SMALL_MINUTES = 15
_LARGE_MINUTES = 120


class Template(NamedTuple):
    """A plan for the meeting, and why."""

    agenda: str
    why: str


def template(record: Record) -> Template:
    """Return the plan that fits what is known before the meeting: severity, minutes, and the triggers that fired."""
    fired = {trigger.id for trigger in triggers(record) if trigger.fired}
    minutes, rank = record.incident.declared_minutes, record.incident.rank
    if rank == 1 or "data" in fired or (minutes is not None and minutes >= _LARGE_MINUTES):
        return Template("extended", "it was large, so each part of the analysis gets its own time")
    if not fired:
        return Template("quick", "no trigger fired; small incidents still show patterns, in half an hour")
    if fired <= {"near miss", "novel"} and (minutes is None or minutes < _SMALL_MINUTES):
        return Template("learning", "little was felt and much can be learned, so most of the hour is the timeline")
    return Template("standard", f"{len(fired)} {'trigger' if len(fired) == 1 else 'triggers'} fired")
