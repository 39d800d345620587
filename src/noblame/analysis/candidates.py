"""Which imported rows are worth a look first, and why.

Nothing here chooses: a reason is said, and the room stars. Being near is no cause either: a change before the
first signal is marked with the minutes between, and that is all.
"""

import re
from collections import Counter
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple, Self

from noblame.analysis.durations import in_full, minutes_between
from noblame.analysis.keeping import last_kept
from noblame.analysis.offers import offered
from noblame.analysis.phases import marks
from noblame.model import Event, Record
from noblame.model.stretch import Kept

NEAR_MINUTES = 2
BEFORE_MINUTES = 15
"""Changes in the quarter of an hour before the first signal are what people ask about first."""
_PLAIN = frozenset({"observed", "comms"})
_OFTEN = 3
"""Rows in the same words up to which these mean something: an alert of every night and an "on it" of every day do not."""
_FIGURES = re.compile(r"\S*\d\S*")


@last_kept
def _often(events: tuple[Event, ...]) -> frozenset[str]:
    """Return the words in which more rows stand than mean something."""
    counted = Counter(_WORDINGS(events))
    return frozenset(words for words, count in counted.items() if count > _OFTEN and words)


@lru_cache(maxsize=1 << 16)
def _wording(text: str) -> str:
    """Return words without what differs from time to time: figures, and names with figures in them."""
    return _FIGURES.sub("#", text)


_WORDINGS: Kept[Event, str] = Kept(lambda event: _wording(event.text) if event.source else "")


class Candidates(NamedTuple):
    """What the rows of one record are measured against."""

    signal: datetime | None
    """The first detection: a starred or typed one, else any that was not set aside."""
    marks: tuple[Event, ...]
    events: tuple[Event, ...]

    @classmethod
    def of(cls, record: Record) -> Self:
        """Look for the first signal and the marks of a record."""
        found = marks(record)
        signal = found.detected or next((e for e in record.events if e.kind == "detected" and e.at and e.open), None)
        return cls(signal.at if signal else None, tuple(event for event in found if event and event.at), record.events)

    def before_signal(self, event: Event) -> str:
        """Say how long before the first signal a change was; empty for anything else."""
        if self.signal is None or event.kind != "change" or event.at is None:
            return ""
        minutes = minutes_between(event.at, self.signal)
        return f"{in_full(minutes)} before the first signal" if 0 <= minutes <= BEFORE_MINUTES else ""

    def near(self, event: Event) -> str:
        """Say which change of phase an event is next to; empty where none is near."""
        if event.at is None:
            return ""
        close = [(abs(minutes_between(mark.at, event.at)), mark) for mark in self.marks if mark.at and mark.id != event.id]
        minutes, mark = min(close, key=lambda pair: pair[0], default=(NEAR_MINUTES + 1.0, event))
        if minutes > NEAR_MINUTES or mark.at is None:
            return ""
        side = "before" if event.at < mark.at else "after"
        return f"{in_full(minutes)} {side} {mark.kind}" if minutes else f"at the time of {mark.kind}"

    def why(self, event: Event) -> str:
        """Say why an imported row that nobody took is worth a look; empty where nothing says so."""
        if not event.open or event.star or not event.source:
            return ""
        if hint := self.before_signal(event) or self.near(event):
            return hint
        if _wording(event.text) in _often(self.events):
            return ""
        if event.kind not in _PLAIN:
            return f"reads as {event.kind}"
        kind = offered(event.text)
        return f"sounds like {kind}" if kind else ""
