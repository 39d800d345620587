"""The timeline as rows: day headings, events, and gaps worded as questions.

Only what is in sight is drawn, so the rows here are references; a line is made when it is asked for.
"""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import compress, islice
from typing import NamedTuple
from zoneinfo import ZoneInfo

from noblame.analysis.candidates import Candidates
from noblame.analysis.cells import cells
from noblame.analysis.gaps import Gap, gaps
from noblame.analysis.phases import marks
from noblame.analysis.sifting import Sieve
from noblame.analysis.story import IS_OPEN, IS_SHOWN
from noblame.analysis.window import outside, window
from noblame.model import Event, Record
from noblame.model.record import EVENT_IDS
from noblame.model.stretch import Kept
from noblame.ui.header import WIDE
from noblame.ui.ink import Line, line
from noblame.ui.panes.timeline_head import nothing_seen, tally, told
from noblame.ui.panes.timeline_row import Columns, Extras, ZoneMode, event_line
from noblame.ui.rows import Places

_PRECISIONS: Kept[Event, str] = Kept(lambda event: event.precision)
_NAMES: Kept[Event, tuple[str, ...]] = Kept(lambda event: event.who)
_SAMPLE = 2000
"""So many events say how wide names are; behind them a longer one is cut."""
_END_OF_TIME = datetime.max.replace(tzinfo=UTC)


class View(NamedTuple):
    """What of the timeline is looked at, and how its times are told."""

    everything: bool = False
    """Whether imported rows are seen that nobody starred."""
    sieve: Sieve = Sieve()
    zone: ZoneMode = "session"
    beyond: bool = False
    """Whether rows outside the hours of the incident are seen as well."""

    @property
    def sifting(self) -> bool:
        """Whether more than the story is seen."""
        return self.everything or bool(self.sieve)


class Heading(NamedTuple):
    """The line above a day; without one, above what has no time."""

    day: date | None = None


Row = Event | Gap | Heading | Line


class TimelinePage:
    """The events of a record that are to be seen, laid out for a width."""

    def __init__(self, record: Record, width: int, view: View) -> None:
        self.record = record
        self._view = view
        self.zone: tzinfo = ZoneInfo("UTC" if view.zone == "UTC" else record.incident.zone)
        seen = _seen(record, view)
        self._events = list(compress(record.events, seen))
        self._first_day: date | None = None
        self._numbers: list[int] = []
        """The row of each event."""
        self._rows = self._laid_out() or list[Row](nothing_seen(record, sieved=bool(view.sieve)))
        self._targets = Places(list(compress(EVENT_IDS(record.events), seen)), self._numbers)
        self._questions = {note.about for note in record.notes if note.kind == "question" and note.open}
        self._candidates = Candidates.of(record)
        self._columns = Columns.of(
            set(islice(compress(_NAMES(record.events), seen), _SAMPLE)),
            set(compress(_PRECISIONS(record.events), seen)),
            width,
            self.zone,
            self._start() if view.zone == "T+0" else None,
        )

    @property
    def height(self) -> int:
        """How many lines there are."""
        return len(self._rows)

    @property
    def targets(self) -> Places:
        """The events."""
        return self._targets

    @property
    def events(self) -> Sequence[Event]:
        """The events, without what stands between them."""
        return self._events

    @property
    def candidates(self) -> Candidates:
        """What makes a row worth a look."""
        return self._candidates

    def line(self, row: int) -> Line:
        """Return one line."""
        item = self._rows[row]
        if isinstance(item, tuple) and not isinstance(item, (Heading, Gap)):
            return item
        if isinstance(item, Heading):
            return line((f" {_day(item.day)}", "heading"))
        if isinstance(item, Gap):
            words = item.question if self._columns.width >= WIDE else item.short
            return line(" " * self._columns.indent, (f"── {words} ──", "ask"))
        remark = self._candidates.before_signal(item) if item.shown else self._candidates.why(item)
        records = item.count + tally(self.record.events).folded[item.id]
        above = map(self._rows.__getitem__, range(row - 1, -1, -1))
        before = next((other for other in above if isinstance(other, Event)), None)
        return _kept_line(item, self._columns, Extras(before, records, remark, item.id in self._questions, self._view.sifting))

    def head(self, chosen: Event | None, height: int) -> Line:
        """Return the line above the rows: their day, the zone, and what is not seen.

        Their day is the first; where not all of them fit into `height` lines, it is the day of the cursor.
        """
        if not self.record.events:
            return ()
        zone = "minutes from the start" if self._view.zone == "T+0" else str(self.zone)
        day = self._first_day
        if chosen and len(self._rows) > height:
            day = chosen.at.astimezone(self.zone).date() if chosen.at else None
        title = f"  {_day(day)} · {zone}" if self._events else f"  {zone}"
        room = self._columns.width - cells(title) - 3
        return line((title, "heading"), ("   " + self._told(room), "muted"))

    def _told(self, room: int) -> str:
        """Say what is seen of how much, and which key shows the rest."""
        if self._view.sieve:
            return f"{self._view.sieve.said}: {len(self._events):,} of {len(self.record.events):,} rows · esc shows all"
        events = self.record.events
        beyond = 0 if self._view.beyond else outside(events)
        return told(tally(events), room, everything=self._view.everything, beyond=beyond)

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
            self._numbers += range(len(rows), len(rows) + end - begin)
            rows += self._events[begin:end]
            begin = max(end, begin + 1)
        if 0 < placed < len(self._events):
            rows.append(Heading())
        self._numbers += range(len(rows), len(rows) + len(self._events) - placed)
        return self._asked_about(rows + self._events[placed:])

    def _asked_about(self, rows: list[Row]) -> list[Row]:
        """Return the rows with the gaps between them; while rows are sifted they stand too thick for gaps."""
        if self._view.sifting:
            return rows
        asked = {gap.before.id: gap for gap in gaps(self.record.events, self.record.incident.gap_minutes)}
        both = ((row, asked.get(row.id) if isinstance(row, Event) else None) for row in rows)
        both_in_one = [item for pair in both for item in pair if item is not None]
        self._numbers = [number for number, row in enumerate(both_in_one) if isinstance(row, Event)]
        return both_in_one

    def _start(self) -> datetime | None:
        """Return the instant that minutes count from: the first mark, else the first event of the story, else of all."""
        found = marks(self.record)
        placed = [event for event in self._events if event.at]
        first = found.start or found.detected or next((e for e in placed if e.shown), placed[0] if placed else None)
        return first.at if first else None


_LINES: dict[str, tuple[Event, Columns, Extras, Line]] = {}
"""The lines made last, by the ids of their events: an edit changes one or two of those in sight."""
_MOST_LINES = 1000


def _kept_line(event: Event, columns: Columns, extras: Extras) -> Line:
    """Return an event as a line; the one made last, where nothing that it is made of has changed."""
    kept = _LINES.get(event.id)
    if kept is None or kept[0] is not event or kept[1:3] != (columns, extras):
        if len(_LINES) >= _MOST_LINES:
            _LINES.clear()
        kept = _LINES[event.id] = event, columns, extras, event_line(event, columns, extras)
    return kept[3]


def _seen(record: Record, view: View) -> bytes:
    """Return which events are seen, a byte an event."""
    if view.sieve:
        return bytes(map(view.sieve.fits, record.events))
    return _everything(record.events, beyond=view.beyond) if view.everything else IS_SHOWN(record.events)


def _everything(events: tuple[Event, ...], *, beyond: bool) -> bytes:
    """Return which rows are seen: those not set aside, and outside the hours of the incident those of the story."""
    hours = slice(0, len(events)) if beyond else window(events).among(events)
    is_open, is_shown = IS_OPEN(events), IS_SHOWN(events)
    unplaced = bisect_left(events, _END_OF_TIME, hours.stop, key=_instant)
    return is_shown[: hours.start] + is_open[hours] + is_shown[hours.stop : unplaced] + is_open[unplaced:]


def _instant(event: Event) -> datetime:
    """Return when an event was; one without a time comes last."""
    return event.at or _END_OF_TIME


def _day(day: date | None) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}" if day else "Time not known yet"
