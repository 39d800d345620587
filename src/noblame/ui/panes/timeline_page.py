"""The timeline as rows: day headings, events, and gaps worded as questions.

Only what is in sight is drawn, so the rows here are references; a line is made when it is asked for.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo

from noblame.analysis.candidates import Candidates
from noblame.analysis.gaps import Gap, gaps
from noblame.analysis.keeping import last_kept
from noblame.analysis.phases import marks
from noblame.analysis.sifting import Sieve
from noblame.model import Event, Record
from noblame.ui.header import WIDE
from noblame.ui.ink import Line, line
from noblame.ui.panes.timeline_row import Columns, Extras, ZoneMode, event_line
from noblame.ui.rows import Target


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


class Row(NamedTuple):
    """A line of the timeline: an event, a heading or a gap."""

    event: Event | None = None
    before: Event | None = None
    gap: Gap | None = None
    day: date | None = None


class Tally(NamedTuple):
    """How many rows there are of what sort."""

    imported: int
    starred: int
    unplaced: int
    """Imported rows without a time that nobody set aside."""
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
        self._targets = [Target(row.event.id, n) for n, row in enumerate(self._rows) if row.event]
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
        if item.gap is not None:
            words = item.gap.question if self._columns.width >= WIDE else item.gap.short
            return line(" " * self._columns.indent, (f"── {words} ──", "ask"))
        if item.event is None:
            return line((f" {_day(item.day)}", "heading"))
        remark = self._candidates.before_signal(item.event) if item.event.shown else self._candidates.why(item.event)
        count = item.event.count + _tally(self.record.events).folded[item.event.id]
        extras = Extras(item.before, count, remark, item.event.id in self._questions, self._view.sifting)
        return event_line(item.event, self._columns, extras)

    def head(self, chosen: Event | None) -> Line:
        """Return the line above the rows: the day of the cursor, the zone, and what is not seen."""
        if not self.record.events:
            return ()
        zone = "minutes from the start" if self._view.zone == "T+0" else str(self.zone)
        day = chosen.at.astimezone(self.zone).date() if chosen and chosen.at else None if chosen else self._first_day
        return line((f"  {_day(day)} · {zone}", "heading"), ("   " + self._told(_tally(self.record.events)), "muted"))

    def _told(self, tally: Tally) -> str:
        if self._view.sieve:
            return f"{self._view.sieve.said}: {len(self._events):,} of {len(self.record.events):,} rows · esc shows all"
        if not tally.imported:
            return ""
        hidden = tally.imported - tally.starred
        facts = [f"{tally.starred:,} of {tally.imported:,} imported rows starred"]
        if self._view.everything:
            facts.append("all rows shown")
        elif hidden:
            facts.append(f"{hidden:,} hidden as evidence")
        if tally.unplaced:
            facts.append(f"{tally.unplaced:,} without a time")
        return " · ".join(facts)

    def _laid_out(self) -> list[Row]:
        rows: list[Row] = []
        asking = () if self._view.sifting else gaps(self.record.events, self.record.incident.gap_minutes)
        asked = {gap.before.id: gap for gap in asking}
        ends: datetime | None = None
        before: Event | None = None
        for event in self._events:
            if event.at is None:
                if before is not None and before.at is not None:
                    rows.append(Row())
            elif ends is None or event.at >= ends:
                today = event.at.astimezone(self.zone).date()
                if before is not None and self._view.zone != "T+0":
                    rows.append(Row(day=today))
                self._first_day = self._first_day or today
                ends = datetime.combine(today + timedelta(days=1), time(), self.zone)
            rows.append(Row(event=event, before=before))
            if gap := asked.get(event.id):
                rows.append(Row(gap=gap))
            before = event
        return rows

    def _start(self) -> datetime | None:
        """Return the instant that minutes count from: the first mark, else the first event."""
        first = marks(self.record).start or next((event for event in self._events if event.at), None)
        return first.at if first else None


def _seen(record: Record, view: View) -> list[Event]:
    if view.sieve:
        return [event for event in record.events if view.sieve.fits(event)]
    if view.everything:
        return [event for event in record.events if event.open]
    return [event for event in record.events if event.shown]


def _day(day: date | None) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}" if day else "Time not known yet"


@last_kept
def _tally(events: tuple[Event, ...]) -> Tally:
    imported = [event for event in events if event.source]
    folded: Counter[str] = Counter()
    parent = {event.id: event for event in events if event.part_of}
    for event in parent.values():
        head = event.part_of
        for _ in parent:
            folded[head] += event.count
            if head not in parent:
                break
            head = parent[head].part_of
    unplaced = sum(1 for event in imported if event.at is None and event.open)
    return Tally(len(imported), sum(1 for event in imported if event.shown), unplaced, folded)
