"""``noblame import``: records become rows of the timeline."""

import argparse
import json
import sys
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

from noblame.cli import exits
from noblame.cli.asking import ask
from noblame.cli.main import tell
from noblame.cli.sessions import opened
from noblame.cli.standard_input import whole
from noblame.editor.edits.sources import correction, rows_set_right
from noblame.importers.answers import EXAMPLES, with_hint
from noblame.importers.base import Hints, NeedsHint
from noblame.importers.merging import Added, into
from noblame.importers.parts import Found, read_all
from noblame.importers.preview import as_json, counted, in_words
from noblame.importers.source import LARGEST, read_source, source_from_bytes
from noblame.importers.tables.columns import ROLES
from noblame.importers.times.zones import zone
from noblame.importers.undisturbed import undisturbed
from noblame.model import Record


@undisturbed()
def run(arguments: argparse.Namespace) -> int:
    """Read every source, then add all rows or none."""
    wanted: str | None = arguments.into
    if wanted is None and not arguments.dry_run:
        tell("say where the rows go: --into SESSION, or --dry-run to only look")
        return exits.USAGE
    step = correction(arguments.shift) if arguments.shift else None
    if arguments.shift and step is None:
        tell(f"--shift {arguments.shift}: write by how much the clocks were wrong, as -40s, +2m or +1h, or the zone they showed")
        return exits.USAGE
    try:
        hints = hints_of(arguments)
    except ValueError as problem:
        tell(str(problem))
        return exits.USAGE
    found = [found_in(source, hints, arguments.format) for source in arguments.sources]
    readings = [reading for all_found in found for reading in all_found.readings]
    if arguments.json:
        trees = [as_json(reading) for reading in readings]
        sys.stdout.write(json.dumps(trees[0] if len(trees) == 1 else trees, ensure_ascii=False, indent=2) + "\n")
    elif arguments.dry_run:
        sys.stdout.write("\n".join(text for reading in readings for text in in_words(reading)) + "\n")
    for warning in () if arguments.dry_run and not arguments.json else (w for reading in readings for w in reading.warnings):
        tell(warning)
    for sentence in (said for all_found in found for said in all_found.left_out):
        tell(sentence)
    if wanted is None or arguments.dry_run:
        return exits.DONE
    file = opened(arguments, wanted)
    record, all_added = file.record, list[Added]()
    for reading in readings:
        record, added = into(record, reading)
        all_added.append(added)
    if step is not None:
        known = {event.id for event in file.record.events}
        record = rows_set_right(record, frozenset(event.id for event in record.events if event.id not in known), step)
    file.save(record)
    tell(_narrated(all_added))
    return exits.DONE


def _narrated(all_added: list[Added]) -> str:
    """Return in a sentence what was added, hidden and joined."""
    new, known = (sum(getattr(added, name) for added in all_added) for name in ("new", "known"))
    noise: Counter[str] = Counter()
    also: Counter[str] = Counter()
    for added in all_added:
        noise.update(dict(added.noise))
        also.update(dict(added.pieces))
    parts = [f"{new} rows added, {known} were known already"] if new or known else [] if also else ["nothing new"]
    if unplaced := sum(added.unplaced for added in all_added):
        parts.append(f"{unplaced} without a time wait unplaced")
    if changed := sum(added.changed for added in all_added):
        parts.append(f"{changed} of them {'has' if changed == 1 else 'have'} more to tell now, which is taken over")
    if differs := sum(added.differs for added in all_added):
        parts.append(
            f"{differs} of them {'says' if differs == 1 else 'say'} another time or other words now, which is not taken over"
        )
    if noise:
        parts.append("hidden: " + ", ".join(f"{reason} ({count:,})" for reason, count in noise.most_common()))
    if echoes := sum(added.echoes for added in all_added):
        parts.append(f"{echoes} folded into {'what it repeats' if echoes == 1 else 'what they repeat'}")
    if also:
        parts.append(("also taken: " if parts else "taken: ") + ", ".join(counted(what, count) for what, count in also.items()))
    return "; ".join(parts)


def hints_of(arguments: argparse.Namespace) -> Hints:
    """Return what the person said that the files do not; raises ValueError naming the option."""
    try:
        day = date.fromisoformat(arguments.date) if arguments.date else None
        start = datetime.fromisoformat(arguments.start) if arguments.start else None
    except ValueError:
        raise ValueError("--date takes a day such as 2024-01-15, --start a time such as 2024-01-15T14:30Z") from None
    if start is not None and start.tzinfo is None:
        start = start.replace(tzinfo=zone(arguments.zone or "UTC") or UTC)
    columns: list[str] = getattr(arguments, "map", [])
    return Hints(arguments.zone, day, arguments.year, start, tuple(_column(words) for words in columns))


def _column(words: str) -> tuple[str, str]:
    """Return a role and a column from ``time=Started at``; raises ValueError for anything else."""
    role, equals, title = words.partition("=")
    if role.strip() not in ROLES or not equals or not title.strip():
        raise ValueError(f"--map {words}: write ROLE=COLUMN with one of {', '.join(ROLES)}, such as time='Started at'")
    return role.strip(), title.strip()


def found_in(source: Path, hints: Hints, format_name: str | None) -> Found:
    """Read one source, a folder file by file; ``-`` is standard input."""
    if str(source) == "-":
        return read_all(source_from_bytes("standard input", whole(LARGEST)), hints, format_name)
    opened_source = read_source(source)
    while True:
        try:
            return read_all(opened_source, hints, format_name)
        except NeedsHint as missing:
            if not (sys.stdin.isatty() and sys.stderr.isatty()):
                raise
            hints = _asked(missing, hints)


def _asked(missing: NeedsHint, hints: Hints) -> Hints:
    """Ask a person at a terminal for what the file does not say; Enter takes what is offered, nothing at all gives up."""
    offered = missing.offers[0] if missing.offers else ""
    tell(missing.why)
    while True:
        said = ask(f"{missing.missing}{f' [{offered}]' if offered else ''}: ") or offered
        if not said:
            raise missing
        try:
            return with_hint(hints, missing.missing, said)
        except ValueError:
            tell(f"{said}: {EXAMPLES[missing.missing]}")


def rows_into(record: Record, sources: list[Path], hints: Hints, format_name: str | None) -> Record:
    """Return the record with the rows of all sources."""
    for source in sources:
        for reading in found_in(source, hints, format_name).readings:
            record, _ = into(record, reading)
    return record
