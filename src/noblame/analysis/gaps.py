"""Stretches of the timeline with nothing recorded while people were trying to understand.

Silence is worth a question where somebody was thinking: from the acknowledgement on, until a mitigation is
begun. Waiting is not silence: before the detection nobody knew, while a rollback runs it runs, and after
the mitigation people watch. A finding, decision, escalation or new alert ends a wait.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from noblame.analysis.durations import in_full, minutes_between
from noblame.analysis.story import timed
from noblame.model import Event

THRESHOLD_MINUTES = 7
"""From this length on a gap is asked about: a few quiet minutes are work, seven are a story nobody told."""

_WAITING = frozenset({"mitigating", "mitigated", "resolved", "stable"})
_THINKING = frozenset({"impact", "detected", "acknowledged", "hypothesis", "ruled out", "finding", "decision", "escalated"})


class Gap(NamedTuple):
    """Nothing is recorded between these two neighbours."""

    before: Event
    after: Event
    minutes: float

    @property
    def short(self) -> str:
        """The words for a narrow screen."""
        return f"{in_full(self.minutes)} with nothing recorded"

    @property
    def question(self) -> str:
        """The words to read to the room."""
        return f"{self.short}. What did people see and believe here?"


def gaps(events: Iterable[Event], threshold_minutes: float = THRESHOLD_MINUTES) -> tuple[Gap, ...]:
    """Return the gaps of at least `threshold_minutes` between neighbouring shown events, in order.

    They count from the acknowledgement; where none is recorded from the detection; where neither is,
    from the first event.
    """
    rows = timed(events)
    kinds = {event.kind for event in rows}
    opening = next((kind for kind in ("acknowledged", "detected") if kind in kinds), None)
    asking = opening is None
    found: list[Gap] = []
    for before, after in pairwise(rows):
        if before.kind == opening:
            opening, asking = None, True
        elif before.kind in _WAITING:
            asking = False
        elif opening is None and before.kind in _THINKING:
            asking = True
        begins = before.until or before.at
        if asking and begins and after.at:
            minutes = minutes_between(begins, after.at)
            if minutes >= threshold_minutes:
                found.append(Gap(before, after, minutes))
    return tuple(found)
