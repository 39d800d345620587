"""The page that shows what an import would add, before it adds anything."""

from datetime import datetime

from noblame.importers.answers import ASKED
from noblame.importers.base import Reading, Row
from noblame.importers.merging_document import pieces
from noblame.importers.preview import counted, offered
from noblame.ui.attempt import Attempt
from noblame.ui.ink import Line, line
from noblame.ui.rows import Lines, Target

TAKE = "take"
FORMAT = "format"
UNPLACED = "without a time"
_SHOWN = 5
_OPENED = 200
"""Rows shown below a reason that is opened; the rest is counted."""
_WIDE = 12
_COLUMNS = ("time", "author", "text")
"""Shown for every table, also where no column was found for them."""


class _Sheet:
    """Lines and the targets among them, as they are written."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.targets: list[Target] = []

    def say(self, *spans: tuple[str, str]) -> None:
        self.lines.append(line("  ", *spans))

    def gap(self) -> None:
        self.lines.append(())

    def fact(self, target: str, name: str, *spans: tuple[str, str]) -> None:
        """Write a fact that Enter changes."""
        self.targets.append(Target(target, len(self.lines)))
        self.say((name.ljust(_WIDE), "muted"), *spans)


def import_page(attempt: Attempt, opened: frozenset[str]) -> Lines:
    """Return the page: what would be added, what it was read by, what is left out; `opened` reasons show their rows."""
    sheet = _Sheet()
    reading = attempt.reading
    if attempt.question:
        sheet.say((attempt.question.why, "warn"))
        sheet.gap()
    elif attempt.refusal:
        sheet.say((attempt.refusal, "warn"))
        sheet.gap()
    elif reading:
        _counts(sheet, reading)
    _facts(sheet, attempt)
    if reading:
        _first(sheet, reading)
        _left_out(sheet, reading, opened)
        _warnings(sheet, reading)
    return Lines(tuple(sheet.lines), tuple(sheet.targets))


def _counts(sheet: _Sheet, reading: Reading) -> None:
    rows = offered(reading)
    starred = sum(1 for row in rows if row.preselect)
    sheet.targets.append(Target(TAKE, len(sheet.lines)))
    if reading.only_causes and reading.document:
        told = ", ".join(counted(what, count) for what, count in pieces(reading.document))
        sheet.say((f"Take {told} into the analysis", "accent"))
        sheet.gap()
        return
    sheet.say(
        (f"Take {len(rows) + reading.unplaced:,} rows into the timeline", "accent"),
        (f"  of {reading.records:,} records", "muted"),
    )
    if rows:
        between = f"{_moment(rows[0])} to {_moment(rows[-1])}" if len(rows) > 1 else _moment(rows[0])
        sheet.say((f"{between}; {starred:,} starred, the others are evidence until starred", "muted"))
    if reading.document and (also := pieces(reading.document)):
        sheet.say(("also " + ", ".join(counted(what, count) for what, count in also), "muted"))
    sheet.gap()


def _facts(sheet: _Sheet, attempt: Attempt) -> None:
    """Write what the source is read by: format, zone, day, columns."""
    known = attempt.format
    others = len(attempt.fitting) - 1
    more = f"  {others} more would fit" if others > 0 else ""
    sheet.fact(FORMAT, "format", (known.title if known else "not told by its content", "text"), (more, "muted"))
    reading, hints = attempt.reading, attempt.hints
    for name in ASKED:
        said = getattr(hints, name)
        asked = attempt.question is not None and attempt.question.missing == name
        if name == "zone" and reading:
            applied = reading.zone
            sheet.fact(
                name,
                name,
                (applied or "each time says its own", "text" if applied else "muted"),
                ("  of times that say none" if applied else "", "muted"),
            )
        elif said is not None or asked:
            shown = f"{said:%Y-%m-%d %H:%M %Z}" if isinstance(said, datetime) else str(said or "?")
            sheet.fact(name, name, (shown, "warn" if asked else "text"))
    mapped = dict(reading.columns) if reading else dict(hints.columns)
    for role in dict.fromkeys((*(_COLUMNS if reading and reading.titles else ()), *mapped)):
        shown = f"column {mapped[role]!r}" if role in mapped else "no column"
        sheet.fact(f"column {role}", role, (shown, "text" if role in mapped else "muted"))
    if reading and (unused := reading.unused):
        sheet.say(("not used".ljust(_WIDE), "muted"), (", ".join(map(repr, unused)), "muted"))
    sheet.gap()


def _first(sheet: _Sheet, reading: Reading) -> None:
    rows = offered(reading)
    for row in rows[:_SHOWN]:
        sheet.say((_moment(row), "muted"), ("  " + (f"{row.author}: " if row.author else ""), "muted"), (row.text, "text"))
    if len(rows) > _SHOWN:
        sheet.say((f"and {len(rows) - _SHOWN:,} more", "muted"))
    sheet.gap()


def _left_out(sheet: _Sheet, reading: Reading, opened: frozenset[str]) -> None:
    """Write what is hidden or has no time, by reason; what is opened with its rows."""
    groups = [(reason, count, [row for row in reading.rows if row.noise == reason]) for reason, count in reading.noise]
    if reading.unplaced:
        groups.append((UNPLACED, reading.unplaced, [row for row in reading.rows if row.at is None and not row.noise]))
    if not groups and not reading.skipped:
        return
    sheet.say(("Hidden, and waiting without a place", "heading"))
    for reason, count, rows in groups:
        target = f"left {reason}"
        sheet.targets.append(Target(target, len(sheet.lines)))
        sheet.say((f"{count:>6,}  ", "text"), (reason, "text"))
        if target in opened:
            for row in rows[:_OPENED]:
                sheet.say(("          ", "muted"), (f"{row.text}  ", "text"), (row.origin, "muted"))
    for reason, count in reading.skipped:
        sheet.say((f"{count:>6,}  ", "muted"), (f"{reason}: no row at all", "muted"))
    sheet.gap()


def _warnings(sheet: _Sheet, reading: Reading) -> None:
    for warning in reading.warnings:
        sheet.say((warning, "muted"))


def _moment(row: Row) -> str:
    if row.at is None:
        return "no time"
    return f"{row.at:%Y-%m-%d}" if row.precision == "day" else f"{row.at:%Y-%m-%d %H:%M %z}"


def formats_page(formats: list[tuple[str, str, bool]], told: dict[str, list[str]]) -> Lines:
    """Return formats as a page: the title of each, those that fit with the first rows that they find."""
    sheet = _Sheet()
    for name, title, fits in formats:
        sheet.targets.append(Target(name, len(sheet.lines)))
        sheet.say((title, "strong" if fits else "text"))
        for text in told.get(name, []):
            sheet.say(("  " + text, "muted"))
    return Lines(tuple(sheet.lines), tuple(sheet.targets))
