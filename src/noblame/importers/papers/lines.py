"""Free text: a line an entry, each beginning with its time, as people type or paste them; ``-`` on the command line."""

import re
from collections import Counter
from dataclasses import replace

from noblame.importers.base import Hints, Importer, Reading, Row, Warnings, reading
from noblame.importers.papers.entries import Entry
from noblame.importers.papers.lead import Lead, days_in, lead
from noblame.importers.papers.rows import Rows
from noblame.importers.papers.stamped import time_first
from noblame.importers.source import Source
from noblame.importers.times.zones import zone_in

_SAMPLE = 300
_LONGEST = 1_000
_STORY = 60
"""Rows up to which the lines may be a story that somebody wrote; more, or lines with seconds, are a log or a chat."""
_HEAD = 3
"""Lines above the first entry that may say the day and the zone."""


def _sniff(source: Source) -> float:
    lines = [line[:_LONGEST] for line in source.lines[:_SAMPLE] if line.strip() and line[0] not in " \t"]
    if not lines or source.documents.values:
        return 0.0
    leads = [lead(time_first(line)) for line in lines]
    cells = sum(at is not None and line.endswith((f",{at.rest}", f";{at.rest}")) for line, at in zip(lines, leads, strict=True))
    if cells * 2 > len(lines):
        return 0.0
    timed = [at for at in leads if at and at.clock and at.rest]
    begun = leads[0] or days_in(lines[0])
    if len(timed) * 2 >= len(lines):
        return 0.45
    return 0.2 if len(timed) > 1 and (begun or _continued(timed)) else 0.0


def _continued(leads: list[Lead]) -> bool:
    """Whether these are lines of a program or a chat, which say the second: a line without a time continues the one before."""
    return bool(leads) and all(at.precision == "second" for at in leads)


_CLOCK = re.compile(r"\b\d{1,2}:\d\d\b")
"""What tells of a moment is an entry, even where its time does not stand first."""


def _read(source: Source, hints: Hints) -> Reading:
    warnings = Warnings(source.warnings)
    lines = [(number, time_first(line.strip())) for number, line in enumerate(source.lines, start=1) if line.strip()]
    timed = [at for _, line in lines[:_SAMPLE] if (at := lead(line[:_LONGEST])) and at.clock]
    continued = _continued(timed)
    head = [line[:_LONGEST] for _, line in lines[:_HEAD] if (at := lead(line)) is None or at.clock is None]
    day = next((day for line in head for day in days_in(line)), None)
    zone = next((zone for line in head if (zone := zone_in(line))), "")
    rows = Rows(source.name, hints, warnings, day, zone, {})
    skipped: Counter[str] = Counter()
    entries: list[Entry] = []
    made: list[Row] = []

    def finish() -> None:
        if entries:
            made.append(rows.row(entries.pop()))

    for number, line in lines:
        at = lead(line[:_LONGEST])
        if at and at.clock is None and (not at.rest or at.rest.startswith(("(", "all times"))):
            finish()
            rows.begin(at)
            skipped["line that says the day"] += 1
        elif at:
            finish()
            entries.append(Entry(number, lead(line) or at, (lead(line) or at).rest, raw=[line]))
        elif entries and (continued or source.lines[number - 1][:1] in " \t"):
            entries[-1].more.append(line)
            entries[-1].raw.append(line)
        elif not made and not entries and line in head and not _CLOCK.search(line) and (zone_in(line) or days_in(line)):
            skipped["line that says the day or the zone"] += 1
        else:
            finish()
            entries.append(Entry(number, None, line, raw=[line]))
    finish()
    if continued or len(made) > _STORY:
        made = [replace(row, preselect=False) for row in made]
    return reading("lines", len(lines), made, skipped=skipped, warnings=warnings, zone=rows.wall.applied)


IMPORTER = Importer("lines", "Lines of text that begin with times", _sniff, _read)
