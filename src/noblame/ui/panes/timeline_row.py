"""One event as a line of the timeline: time, delta, kind, words, who, marks."""

from collections.abc import Collection
from datetime import datetime, tzinfo
from typing import Literal, NamedTuple

from noblame.analysis.cells import cells, fit
from noblame.analysis.durations import in_words, minutes_between
from noblame.capture.kinds import GLYPHS
from noblame.model import Event
from noblame.model.secrets import secret_of
from noblame.ui.header import WIDE
from noblame.ui.ink import Line, Span
from noblame.ui.tones import KIND_TONES

ZoneMode = Literal["session", "UTC", "T+0"]
_KIND = max(len(kind) for kind in GLYPHS)
_MARKS = 5
_FROM_START = len("-23h59")
_LONG, _DAY = 10 * 60, 24 * 60
"""Minutes; from the first on whole hours say enough, from the second on whole days."""


class Columns(NamedTuple):
    """How wide the columns are, and in what times are told."""

    width: int
    time: int
    who: int
    zone: tzinfo
    start: datetime | None = None
    """The instant that times count from; none where clocks are told."""

    @classmethod
    def of(
        cls, names: Collection[tuple[str, ...]], told_as: Collection[str], width: int, zone: tzinfo, start: datetime | None
    ) -> "Columns":
        """Return columns with room for the `names` of an event, and for times in all the precisions that they are `told_as`."""
        wide = width >= WIDE
        time = 6 if "about" in told_as else 5
        if start is not None:
            time = _FROM_START
        elif "day" in told_as:
            time = len("all day")
        elif wide and "second" in told_as:
            time = 8
        return cls(width, time, min(16 if wide else 8, max((cells(", ".join(who)) for who in names), default=0)), zone, start)

    def clock(self, event: Event) -> str:
        """Return the time of an event as well as it is known."""
        if event.at is None:
            return "--:--"
        if self.start is not None:
            minutes = minutes_between(self.start, event.at)
            return f"{'-' if minutes < 0 else '+'}{in_words(abs(minutes))}"
        return told(event.at.astimezone(self.zone), event.precision, seconds=self.width >= WIDE)

    @property
    def indent(self) -> int:
        """Where the kinds begin."""
        return self.time + 10


class Extras(NamedTuple):
    """What the record knows about an event beside the event itself."""

    before: Event | None = None
    """The event it is told from."""
    records: int = 1
    """How many records it stands for, folded ones included."""
    remark: str = ""
    """Why it may be worth a look, or how near it is to the first signal."""
    question: bool = False
    """Whether a question about it is open."""
    sifting: bool = False
    """Whether rows are seen that nobody has starred."""


def event_line(event: Event, columns: Columns, extras: Extras) -> Line:
    """Return an event as a line of exactly the width of the columns."""
    dim = not event.shown
    tone = "muted" if dim else "text"
    star = "★" if event.source and event.star else "☆" if event.source and extras.sifting else " "
    head = (
        Span(f" {columns.clock(event):<{columns.time}} ", tone),
        Span(f"{_delta(extras.before, event):<6}", "muted"),
        Span(f"{GLYPHS[event.kind]} {event.kind:<{_KIND}} ", "muted" if dim else KIND_TONES[event.kind]),
    )
    room = columns.width - sum(cells(span.text) for span in head) - columns.who - _MARKS - 3
    text, tail = _words(event, columns, extras, room)
    who = fit(", ".join(event.who), columns.who)
    return (
        *head,
        Span(text, tone),
        Span(tail + " " * (room - cells(text) - cells(tail)) + " ", "muted"),
        Span(who + " " * (columns.who - cells(who)) + " ", "muted"),
        *_side(event, question=extras.question),
        Span(star, "warn"),
    )


def _words(event: Event, columns: Columns, extras: Extras, room: int) -> tuple[str, str]:
    """Return the text and the remarks behind it; on a narrow screen a remark never costs the text a letter."""
    facts = [f"×{extras.records}"] if extras.records > 1 else []
    if event.until and event.at and columns.start is None:
        end = event.until.astimezone(columns.zone)
        other = end.date() != event.at.astimezone(columns.zone).date()
        facts.append(f"until {f'{end.day} {end:%b} ' if other else ''}{end:%H:%M}")
    tail = f"  {' · '.join(facts)}" if facts else ""
    longer = f"{tail}{' · ' if facts else '  '}{extras.remark}" if extras.remark else tail
    if cells(event.text) + cells(longer) <= room or columns.width >= WIDE:
        tail = longer
    return fit(event.text, room - cells(tail)), tail


def _side(event: Event, *, question: bool) -> Line:
    """Return the marks at the right: evidence, open questions, a secret, two versions."""
    spans: list[Span] = []
    if event.evidence:
        spans.append(Span(f"⌁{len(event.evidence)}", "teal"))
    if question:
        spans.append(Span("?", "warn"))
    if secret_of(event):
        spans.append(Span("!", "bad"))
    if event.disputed:
        spans.append(Span("≠", "violet"))
    return (*spans, Span(" " * max(0, _MARKS - 1 - sum(len(span.text) for span in spans))))


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
    minutes = minutes_between(before.at, event.at)
    if minutes < _LONG:
        return f"+{in_words(minutes)}"
    return f"+{round(minutes / 60)}h" if minutes < _DAY else f"+{min(round(minutes / _DAY), 999)}d"
