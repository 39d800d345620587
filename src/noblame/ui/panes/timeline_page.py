"""The timeline as rows: day headings, events, and gaps worded as questions.

Only what is in sight is drawn, so the rows here are references; a line is made when it is asked for.
"""

from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from noblame.analysis.cells import cells, fit
from noblame.analysis.durations import in_words, minutes_between
from noblame.analysis.gaps import Gap, gaps
from noblame.analysis.phases import marks
from noblame.capture.kinds import GLYPHS
from noblame.model import Event, Record
from noblame.ui.header import WIDE
from noblame.ui.ink import Line, Span, line
from noblame.ui.rows import Target
from noblame.ui.tones import KIND_TONES

ZoneMode = Literal["session", "UTC", "T+0"]
_KIND = max(len(kind) for kind in GLYPHS)
_MARKS = 5


class Row(NamedTuple):
    """A line of the timeline: an event, a heading or a gap."""

    event: Event | None = None
    before: Event | None = None
    """The event it is told from."""
    gap: Gap | None = None
    day: date | None = None


class TimelinePage:
    """The events of a record that are to be seen, laid out for a width."""

    def __init__(self, record: Record, width: int, *, everything: bool, zone: ZoneMode) -> None:
        self.record = record
        self._width = width
        self._zone = zone
        self._shown_zone: tzinfo = ZoneInfo("UTC" if zone == "UTC" else record.incident.zone)
        self._events = [event for event in record.events if everything or event.shown]
        self._everything = everything
        self._rows = self._laid_out()
        self._targets = [Target(row.event.id, n) for n, row in enumerate(self._rows) if row.event]
        self._questions = {note.about for note in record.notes if note.kind == "question" and note.open}
        start = marks(record).start
        self._start = start.at if start else next((event.at for event in self._events if event.at), None)
        self._time = max((len(self._clock(event)) for event in self._events), default=5)
        self._who = min(16 if width >= WIDE else 8, max((cells(_who(event)) for event in self._events), default=0))

    @property
    def height(self) -> int:
        """How many lines there are."""
        return len(self._rows)

    @property
    def targets(self) -> Sequence[Target]:
        """The events."""
        return self._targets

    def _laid_out(self) -> list[Row]:
        rows: list[Row] = []
        asked = {gap.before.id: gap for gap in gaps(self.record.events)}
        day: date | None = None
        before: Event | None = None
        for event in self._events:
            today = event.at.astimezone(self._shown_zone).date() if event.at else None
            if not rows or (today != day and self._zone != "T+0"):
                rows.append(Row(day=today))
                day = today
            rows.append(Row(event=event, before=before))
            if not self._everything and (gap := asked.get(event.id)):
                rows.append(Row(gap=gap))
            before = event
        return rows

    def line(self, row: int) -> Line:
        """Return one line."""
        item = self._rows[row]
        if item.event is not None:
            return self._event(item.event, item.before)
        if item.gap is not None:
            words = item.gap.question if self._width >= WIDE else item.gap.short
            return line(" " * (self._time + 10), (f"── {words} ──", "ask"))
        return self._heading(item.day, first=row == 0)

    def _heading(self, day: date | None, *, first: bool) -> Line:
        zone = "minutes from the start" if self._zone == "T+0" else str(self._shown_zone)
        title = f" {day:%a} {day.day} {day:%b %Y} · {zone}" if day else " Time not known yet"
        if not first:
            return line((title, "heading"))
        imported = [event for event in self.record.events if event.source]
        if not imported:
            return line((title, "heading"))
        starred = sum(event.shown for event in imported)
        told = f"{starred} of {len(imported)} imported rows starred"
        hidden = len(imported) - starred
        kept = " · all rows shown" if self._everything else f" · {hidden} hidden as evidence" if hidden else ""
        return line((title, "heading"), (f"   {told}{kept}", "muted"))

    def _event(self, event: Event, before: Event | None) -> Line:
        dim = not event.shown
        tone = "muted" if dim else "text"
        star = "★" if event.source and event.star else "☆" if event.source and self._everything else " "
        head = (
            Span(f" {self._clock(event):<{self._time}} ", tone),
            Span(f" {_delta(before, event):<5}", "muted"),
            Span(f"{GLYPHS[event.kind]} {event.kind:<{_KIND}} ", "muted" if dim else KIND_TONES[event.kind]),
        )
        used = sum(cells(span.text) for span in head)
        room = self._width - used - self._who - _MARKS - 3
        text = fit(event.text + (f"  ×{event.count}" if event.count > 1 else ""), room)
        who = fit(_who(event), self._who)
        return (
            *head,
            Span(text + " " * (room - cells(text)) + " ", tone),
            Span(who + " " * (self._who - cells(who)) + " ", "muted"),
            *self._side(event),
            Span(star, "warn"),
        )

    def _side(self, event: Event) -> Line:
        """Return the marks at the right: evidence, open questions, two versions."""
        spans: list[Span] = []
        if event.evidence:
            spans.append(Span(f"⌁{len(event.evidence)}", "teal"))
        if event.id in self._questions:
            spans.append(Span("?", "warn"))
        if event.disputed:
            spans.append(Span("≠", "violet"))
        return (*spans, Span(" " * max(0, _MARKS - 1 - sum(len(span.text) for span in spans))))

    def _clock(self, event: Event) -> str:
        """Return the time of an event in the zone that is shown, as well as it is known."""
        if event.at is None:
            return "--:--"
        if self._zone == "T+0" and self._start:
            minutes = minutes_between(self._start, event.at)
            return f"{'-' if minutes < 0 else '+'}{in_words(abs(minutes))}"
        return told(event.at.astimezone(self._shown_zone), event.precision, seconds=self._width >= WIDE)


def told(at: datetime, precision: str, *, seconds: bool = True) -> str:
    """Return a time of day no better than it is known: ``~14:30``, ``14:3?``, ``14:31:20``."""
    clock = f"{at:%H:%M}"
    if precision == "day":
        return "all day"
    if precision == "ten":
        return f"{clock[:-1]}?"
    if precision == "second" and seconds and at.second:
        return f"{at:%H:%M:%S}"
    return f"~{clock}" if precision == "about" else clock


def _delta(before: Event | None, event: Event) -> str:
    if before is None or before.at is None or event.at is None or before.at == event.at:
        return ""
    return f"+{in_words(minutes_between(before.at, event.at))}"


def _who(event: Event) -> str:
    return ", ".join(event.who)
