"""The timeline as rows: day headings, events, and gaps worded as questions.

Only what is in sight is drawn, so the rows here are references; a line is made when it is asked for.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import takewhile
from typing import NamedTuple
from zoneinfo import ZoneInfo

from noblame.analysis.candidates import Candidates
from noblame.analysis.gaps import Gap, gaps
from noblame.analysis.keeping import last_kept
from noblame.analysis.phases import marks
from noblame.analysis.sifting import Sieve
from noblame.analysis.story import story
from noblame.model import Event, Record
from noblame.ui.header import WIDE
from noblame.ui.ink import Line, line
from noblame.ui.panes.timeline_row import Columns, Extras, ZoneMode, event_line
from noblame.ui.rows import Places, Target

_END_OF_TIME = datetime.max.replace(tzinfo=UTC)


class View(NamedTuple):
    """What of the timeline is looked at, and how its times are told."""

    everything: bool = False
    """Whether imported rows are seen that nobody starred."""
    sieve: Sieve = Sieve()
    zone: ZoneMode = "session"

    @property
    def sifting(self) -> bool:
        """Whether more than the story is seen."""
        return self.everything or bool(self.sieve)


class Heading(NamedTuple):
    """The line above a day; without one, above what has no time."""

    day: date | None = None


Row = Event | Gap | Heading


class Tally(NamedTuple):
    """How many rows there are of what sort."""

    imported: int
    starred: int
    unplaced: int
    """Imported rows without a time that nobody set aside."""
    aside: int
    """Rows set aside, when they came in or by hand, and rows folded into others."""
    folded: Counter[str]
    """How many records are folded into an event, by its id."""


class TimelinePage:
    """The events of a record that are to be seen, laid out for a width."""

    def __init__(self, record: Record, width: int, view: View) -> None:
        self.record = record
        self._view = view
        self.zone: tzinfo = ZoneInfo("UTC" if view.zone == "UTC" else record.incident.zone)
        self._events = _seen(record, view)
        self._first_day: date | None = None
        self._rows = self._laid_out()
        rows = [number for number, row in enumerate(self._rows) if isinstance(row, Event)]
        self._targets = Places([event.id for event in self._events], rows)
        self._questions = {note.about for note in record.notes if note.kind == "question" and note.open}
        self._candidates = Candidates.of(record)
        self._columns = Columns.of(self._events, width, self.zone, self._start() if view.zone == "T+0" else None)

    @property
    def height(self) -> int:
        """How many lines there are."""
        return len(self._rows)

    @property
    def targets(self) -> Sequence[Target]:
        """The events."""
        return self._targets

    @property
    def candidates(self) -> Candidates:
        """What makes a row worth a look."""
        return self._candidates

    def line(self, row: int) -> Line:
        """Return one line."""
        item = self._rows[row]
        if isinstance(item, Heading):
            return line((f" {_day(item.day)}", "heading"))
        if isinstance(item, Gap):
            words = item.question if self._columns.width >= WIDE else item.short
            return line(" " * self._columns.indent, (f"── {words} ──", "ask"))
        remark = self._candidates.before_signal(item) if item.shown else self._candidates.why(item)
        records = item.count + _tally(self.record.events).folded[item.id]
        before = next((above for above in self._rows[row - 1 :: -1] if isinstance(above, Event)), None) if row else None
        return event_line(item, self._columns, Extras(before, records, remark, item.id in self._questions, self._view.sifting))

    def head(self, chosen: Event | None) -> Line:
        """Return the line above the rows: the day of the cursor, the zone, and what is not seen."""
        if not self.record.events:
            return ()
        zone = "minutes from the start" if self._view.zone == "T+0" else str(self.zone)
        day = chosen.at.astimezone(self.zone).date() if chosen and chosen.at else None if chosen else self._first_day
        title = f"{_day(day)} · {zone}" if self._events else zone
        return line((f"  {title}", "heading"), ("   " + self._told(_tally(self.record.events)), "muted"))

    def _told(self, tally: Tally) -> str:
        if self._view.sieve:
            return f"{self._view.sieve.said}: {len(self._events):,} of {len(self.record.events):,} rows · esc shows all"
        if not tally.imported:
            return ""
        hidden = tally.imported - tally.starred
        facts = [f"{tally.starred:,} of {tally.imported:,} imported rows starred"]
        if self._view.everything:
            facts.append(f"all but {tally.aside:,} shown, b lists those" if tally.aside else "all rows shown")
        elif hidden:
            facts.append(f"{hidden:,} hidden as evidence")
        if tally.unplaced:
            facts.append(f"{tally.unplaced:,} without a time")
        return " · ".join(facts)

    def _laid_out(self) -> list[Row]:
        """Return the rows: a heading before each day but the first, whose heading stands above them all."""
        rows: list[Row] = []
        placed = bisect_left(self._events, 1, key=lambda event: event.at is None)
        begin = 0
        while begin < placed:
            today = _instant(self._events[begin]).astimezone(self.zone).date()
            midnight = datetime.combine(today + timedelta(days=1), time(), self.zone).astimezone(UTC)
            end = placed
            if self._view.zone != "T+0":
                end = bisect_left(self._events, midnight, begin, placed, key=_instant)
                rows += [Heading(today)] if begin else []
            self._first_day = self._first_day or today
            rows += self._events[begin:end]
            begin = max(end, begin + 1)
        if 0 < placed < len(self._events):
            rows.append(Heading())
        return self._asked_about([*rows, *self._events[placed:]])

    def _asked_about(self, rows: list[Row]) -> list[Row]:
        """Return the rows with the gaps between them; while rows are sifted they stand too thick for gaps."""
        if self._view.sifting:
            return rows
        asked = {gap.before.id: gap for gap in gaps(self.record.events, self.record.incident.gap_minutes)}
        both = ((row, asked.get(row.id) if isinstance(row, Event) else None) for row in rows)
        return [item for pair in both for item in pair if item is not None]

    def _start(self) -> datetime | None:
        """Return the instant that minutes count from: the first mark, else the first event."""
        first = marks(self.record).start or next((event for event in self._events if event.at), None)
        return first.at if first else None


def _seen(record: Record, view: View) -> list[Event]:
    if view.sieve:
        return [event for event in record.events if view.sieve.fits(event)]
    if view.everything:
        return [event for event in record.events if not event.hidden and not event.part_of]
    return list(story(record.events))


def _instant(event: Event) -> datetime:
    """Return when an event was; one without a time comes last."""
    return event.at or _END_OF_TIME


def _day(day: date | None) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}" if day else "Time not known yet"


@last_kept
def _tally(events: tuple[Event, ...]) -> Tally:
    imported = sum([bool(event.source) for event in events])
    folded: Counter[str] = Counter()
    parent = {event.id: event for event in events if event.part_of}
    for event in parent.values():
        head = event.part_of
        for _ in parent:
            folded[head] += event.count
            if head not in parent:
                break
            head = parent[head].part_of
    unplaced = sum(1 for event in takewhile(lambda event: event.at is None, reversed(events)) if event.source and event.open)
    aside = sum([not event.open for event in events])
    return Tally(imported, sum(1 for event in story(events) if event.source), unplaced, aside, folded)
