"""The timeline of a document: its rows, the intervals between its marks, the evidence behind it."""

from dataclasses import dataclass

from noblame.analysis.durations import in_full
from noblame.analysis.gaps import gaps
from noblame.analysis.missing import missing
from noblame.analysis.phases import Phase, impact, marks, phases, response
from noblame.exporters.moments import clocks, days
from noblame.exporters.naming import Naming
from noblame.model import Event, Record


@dataclass(frozen=True)
class Row:
    """One event."""

    time: str
    text: str
    """The words, and behind them who is not named in them."""


@dataclass(frozen=True)
class Interval:
    """A length of time with the two events that define it."""

    name: str
    length: str
    start: str
    start_kind: str
    end: str
    end_kind: str


@dataclass(frozen=True)
class Exhibit:
    """What stands behind an event."""

    row: Row
    facts: tuple[tuple[str, str], ...]
    """Label and words."""


@dataclass(frozen=True)
class Story:
    """When, how long, and in which order."""

    date: str
    """A day, or the first and the last."""
    rows: tuple[Row, ...]
    impact: Interval | None
    """From the first change or impact to resolved."""
    response: Interval | None
    """From detected to resolved."""
    phases: tuple[Interval, ...]
    exhibits: tuple[Exhibit, ...]
    untold: tuple[str, ...]
    """Quiet stretches and rows that are missing, each as a sentence."""
    kept: int
    """How many rows are evidence and not shown."""


def story(record: Record, naming: Naming) -> Story:
    """Return the timeline; times stand with their day where it spans several."""
    clock = clocks(record)
    shown = tuple(event for event in record.events if event.shown)

    def row(event: Event) -> Row:
        return Row(clock(event), naming.after(event.text or event.kind, event.who))

    def interval(phase: Phase | None) -> Interval | None:
        if phase is None:
            return None
        start, end = phase.start, phase.end
        return Interval(phase.name, in_full(phase.minutes), clock(start), start.kind, clock(end), end.kind)

    return Story(
        date=_date(record, shown),
        rows=tuple(row(event) for event in shown),
        impact=interval(impact(record)),
        response=interval(response(record)),
        phases=tuple(found for found in map(interval, phases(record)) if found),
        exhibits=tuple(Exhibit(row(event), facts) for event in shown if (facts := _facts(event))),
        untold=(
            *(f"{clock(gap.before)} to {clock(gap.after)}: {gap.question}" for gap in gaps(record.events)),
            *(row.sentence for row in missing(record) if shown),
        ),
        kept=len(record.events) - len(shown),
    )


def _date(record: Record, shown: tuple[Event, ...]) -> str:
    """Return the day of the incident: from detected to resolved, or of the whole timeline."""
    found = marks(record)
    span = tuple(event for event in (found.detected or found.start, found.resolved) if event)
    spanned = days(span or shown, record.incident.zone)
    return " to ".join(str(day) for day in dict.fromkeys((spanned[0], spanned[-1]))) if spanned else ""


def _facts(event: Event) -> tuple[tuple[str, str], ...]:
    """Return what is known of an event beside its row, each with a label."""
    origin = ", ".join(filter(None, (event.source, event.origin, event.native_id)))
    facts = (
        ("Evidence", "; ".join(event.evidence)),
        ("Seen from", event.lane),
        ("Told differently", event.disputed),
        ("We asked", " ".join(event.asked)),
        ("In the original words", event.raw if event.raw != event.text else ""),
        ("Imported from", origin),
        ("Stands for", f"{event.count} records" if event.count > 1 else ""),
    )
    return tuple((label, said) for label, said in facts if said)
