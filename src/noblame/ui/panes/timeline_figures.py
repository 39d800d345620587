"""The page of figures: intervals with the events that define them, faults, quiet stretches, density."""

from zoneinfo import ZoneInfo

from noblame.analysis.density import bars, counts
from noblame.analysis.durations import in_full
from noblame.analysis.gaps import gaps
from noblame.analysis.intervals import intervals, without_events
from noblame.analysis.missing import missing
from noblame.analysis.order import order_faults
from noblame.analysis.phases import clock, declared_fault
from noblame.model import Event, Record
from noblame.ui.ink import Line, clipped, line
from noblame.ui.rows import Lines, stacked
from noblame.ui.tones import KIND_TONES


def figures_page(record: Record, width: int) -> Lines:
    """Return the page; a part with nothing to say is left out."""
    parts = (_intervals(record), _declared(record), _contradictions(record), _quiet(record), _density(record, width - 4))
    found = [Lines(tuple(clipped(row, width) for row in part)) for part in parts if part]
    return (
        stacked(*found)
        if found
        else Lines(
            (
                line(
                    "  Nothing has a time yet.",
                ),
            )
        )
    )


def _heading(words: str) -> Line:
    return line((f"  {words}", "heading"))


def _intervals(record: Record) -> list[Line]:
    zone = record.incident.zone
    rows = [_heading(f"Intervals, each between two events · {zone}")]
    rows += [
        line(
            (f"  {found.name:<17}", "text"), (f"{in_full(found.minutes):>8}  ", "strong"), *_ends(record, found.start, found.end)
        )
        for found in intervals(record)
    ]
    rows += [line((f"  {name:<17}{'—':>8}  needs {wanted}", "muted")) for name, wanted in without_events(record)]
    return rows


def _ends(record: Record, start: Event, end: Event) -> Line:
    return line(
        (f"{clock(record, start)} {start.kind}", KIND_TONES[start.kind]), (f" “{start.text}” to ", "muted"),
        (f"{clock(record, end)} {end.kind}", KIND_TONES[end.kind]), (f" “{end.text}”", "muted"),
    )  # fmt: skip


def _declared(record: Record) -> list[Line]:
    declared = record.incident.declared_minutes
    if declared is None:
        return []
    fault = declared_fault(record)
    fits = f"Declared {in_full(declared)}; nothing computed contradicts it."
    return [_heading("Declared against computed"), line((f"  {fault or fits}", "ask" if fault else "text"))]


def _contradictions(record: Record) -> list[Line]:
    said = [*order_faults(record), *(row.sentence for row in missing(record))]
    return [_heading("Worth settling"), *(line((f"  {sentence}", "ask")) for sentence in said)] if said else []


def _quiet(record: Record) -> list[Line]:
    limit = record.incident.gap_minutes
    found = gaps(record.events, limit)
    told = f"Quiet for {limit} min and more, while people were trying to understand · /gaps changes the length"
    rows = [line(f"  {clock(record, gap.before)} to {clock(record, gap.after)}  ", (gap.question, "ask")) for gap in found]
    return [_heading(told), *(rows or [line(("  None.", "muted"))])]


def _density(record: Record, columns: int) -> list[Line]:
    timed = [(event, event.at) for event in record.events if event.at and event.precision != "day"]
    story = [at for event, at in timed if event.shown]
    if len(timed) < 2 or columns < 10:
        return []
    first, last = (story[0], story[-1]) if len(story) > 1 else (timed[0][1], timed[-1][1])
    zone = ZoneInfo(record.incident.zone)
    begin, end = (f"{at.astimezone(zone):%d %b %H:%M}" for at in (first, last))
    rows = [
        _heading("Recorded when"),
        line("  ", (bars(counts((at for _, at in timed), first, last, columns)), "accent")),
    ]
    if len(story) != len(timed):
        rows.append(line("  ", (bars(counts(story, first, last, columns)), "warn")))
    rows.append(line((f"  {begin}{' ' * max(1, columns - len(begin) - len(end))}{end}", "muted")))
    if len(story) != len(timed):
        rows.append(line(("  ▅ ", "accent"), ("every row   ", "muted"), ("▅ ", "warn"), ("the story", "muted")))
    return rows
