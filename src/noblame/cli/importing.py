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
from noblame.importers.answers import EXAMPLES, with_hint
from noblame.importers.base import Hints, NeedsHint, Reading
from noblame.importers.merging import Added, into
from noblame.importers.preview import as_json, counted, in_words
from noblame.importers.registry import read
from noblame.importers.source import LARGEST, read_source, source_from_bytes
from noblame.importers.tables.columns import ROLES
from noblame.importers.times.zones import zone
from noblame.model import Record


def run(arguments: argparse.Namespace) -> int:
    """Read every source, then add all rows or none."""
    wanted: str | None = arguments.into
    if wanted is None and not arguments.dry_run:
        tell("say where the rows go: --into SESSION, or --dry-run to only look")
        return exits.USAGE
    try:
        hints = hints_of(arguments)
    except ValueError as problem:
        tell(str(problem))
        return exits.USAGE
    readings = [reading_of(source, hints, arguments.format) for source in arguments.sources]
    if arguments.json:
        trees = [as_json(reading) for reading in readings]
        sys.stdout.write(json.dumps(trees[0] if len(trees) == 1 else trees, ensure_ascii=False, indent=2) + "\n")
    elif arguments.dry_run:
        sys.stdout.write("\n".join(text for reading in readings for text in in_words(reading)) + "\n")
    for warning in () if arguments.dry_run and not arguments.json else (w for reading in readings for w in reading.warnings):
        tell(warning)
    if wanted is None or arguments.dry_run:
        return exits.DONE
    file = opened(arguments, wanted)
    record, all_added = file.record, list[Added]()
    for reading in readings:
        record, added = into(record, reading)
        all_added.append(added)
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
    parts = [f"{new} rows added, {known} were known already"]
    if unplaced := sum(added.unplaced for added in all_added):
        parts.append(f"{unplaced} without a time wait unplaced")
    if noise:
        parts.append("hidden: " + ", ".join(f"{reason} ({count:,})" for reason, count in noise.most_common()))
    if echoes := sum(added.echoes for added in all_added):
        parts.append(f"{echoes} of a chat folded into what they repeat")
    if also:
        parts.append("also taken: " + ", ".join(counted(what, count) for what, count in also.items()))
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


def reading_of(source: Path, hints: Hints, format_name: str | None) -> Reading:
    """Read one source; ``-`` is standard input."""
    if str(source) == "-":
        return read(source_from_bytes("standard input", whole(LARGEST)), hints, format_name)
    opened_source = read_source(source)
    while True:
        try:
            return read(opened_source, hints, format_name)
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
        record, _ = into(record, reading_of(source, hints, format_name))
    return record
