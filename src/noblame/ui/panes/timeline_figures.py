"""The page of figures: intervals with the events that define them, faults, quiet stretches, density."""

from zoneinfo import ZoneInfo

from noblame.analysis.cells import cells, fit, wrap
from noblame.analysis.density import bars, counts
from noblame.analysis.durations import in_full
from noblame.analysis.gaps import gaps
from noblame.analysis.intervals import intervals, without_events
from noblame.analysis.missing import missing
from noblame.analysis.order import order_faults
from noblame.analysis.phases import clock, declared_fault
from noblame.model import Event, Record
from noblame.ui.ink import Line, clipped, line, width_of
from noblame.ui.rows import Lines, stacked
from noblame.ui.tones import KIND_TONES

_SOME_WORDS = 18
"""Columns below which the words of an event say too little."""


def figures_page(record: Record, width: int) -> Lines:
    """Return the page; a part with nothing to say is left out."""
    parts = (
        _intervals(record, width),
        _declared(record, width),
        _contradictions(record, width),
        _quiet(record, width),
        _density(record, width - 4),
    )
    found = [Lines(tuple(clipped(row, width) for row in part)) for part in parts if part]
    return stacked(*found) if found else Lines((line("  Nothing has a time yet."),))


def _heading(words: str) -> Line:
    return line((f"  {words}", "heading"))


def _intervals(record: Record, width: int) -> list[Line]:
    rows = [_heading(f"Intervals, each between two events · {record.incident.zone}")]
    for found in intervals(record):
        name = line((f"  {found.name:<17}", "text"), (f"{in_full(found.minutes):>8}  ", "strong"))
        first, *rest = _ends(record, found.start, found.end, width - width_of(name))
        rows += [(*name, *first), *(line(" " * width_of(name), *more) for more in rest)]
    rows += [line((f"  {name:<17}{'—':>8}  needs {wanted}", "muted")) for name, wanted in without_events(record)]
    return rows


def _ends(record: Record, start: Event, end: Event, width: int) -> list[Line]:
    """Return the two events of an interval: beside each other where both have room for some words, else a line each."""
    heads = [f"{clock(record, event)} {event.kind}" for event in (start, end)]
    shared = (width - sum(map(cells, heads)) - len(" “” to  “”")) // 2
    rooms = [width - cells(head) - len(" “” to") for head in heads] if shared < _SOME_WORDS else [shared, shared]
    told = [
        line((head, KIND_TONES[event.kind]), (f" “{fit(event.text, room)}”", "muted"))
        for head, event, room in zip(heads, (start, end), rooms, strict=True)
    ]
    to = line((" to", "muted"))
    return [(*told[0], *to), told[1]] if shared < _SOME_WORDS else [(*told[0], *to, *line(" "), *told[1])]


def _said(words: str, width: int, before: str = "") -> list[Line]:
    """Return a sentence in as many lines as it takes, behind what it is about."""
    first, *rest = wrap(words, width - cells(before) - 2)
    return [line(f"  {before}", (first, "ask")), *(line(" " * (cells(before) + 2), (more, "ask")) for more in rest)]


def _declared(record: Record, width: int) -> list[Line]:
    declared = record.incident.declared_minutes
    if declared is None:
        return []
    fault = declared_fault(record)
    fits = f"  Declared {in_full(declared)}; nothing computed contradicts it."
    return [_heading("Declared against computed"), *(_said(fault, width) if fault else [line(fits)])]


def _contradictions(record: Record, width: int) -> list[Line]:
    said = [*order_faults(record), *(row.sentence for row in missing(record))]
    return [_heading("Worth settling"), *(row for sentence in said for row in _said(sentence, width))] if said else []


def _quiet(record: Record, width: int) -> list[Line]:
    limit = record.incident.gap_minutes
    rows = [
        row
        for gap in gaps(record.events, limit)
        for row in _said(gap.question, width, f"{clock(record, gap.before)} to {clock(record, gap.after)}  ")
    ]
    heading = _heading(f"Quiet for {limit} min and more, before it was understood · /gaps sets it")
    return [heading, *(rows or [line(("  None.", "muted"))])]


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
        rows.append(line(("  above ", "accent"), ("every row   ", "muted"), ("below ", "warn"), ("the story", "muted")))
    return rows
