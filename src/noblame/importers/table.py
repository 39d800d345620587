"""From the cells of a table to rows: delimited text and JSON lines alike.

Nothing about time is guessed. Which of 03/04 is the month and which zone a wall clock showed is
decided once for the whole table, from what the table proves or the user says.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from hashlib import sha256

from noblame.importers.base import Hints, NeedsHint, Reading, Refused, Row, Warnings, reading
from noblame.importers.columns import Columns
from noblame.importers.kinds import KIND_OF
from noblame.importers.links import link, without_secrets
from noblame.importers.stamps import Stamp, epoch, parse
from noblame.importers.zones import offers, twice_or_never, zone, zone_on
from noblame.model import KINDS, Kind, clean_line, handle

MOST_KEPT_BY_HAND = 200
"""Rows up to which a table without marks of a machine counts as somebody's own timeline, to be starred as a whole."""

_NEXT_DAY = timedelta(hours=6)
"""A clock without dates that falls by more than this went over midnight; by less, the rows are out of order."""
_NOTHING = ("", "-", "null", "none", "n/a")
_FORMULA = re.compile("'(?=\\s*[=+\\-@\uff1d\uff0b\uff0d\uff20])")
"""The mark that exporters put before a cell which a spreadsheet would calculate."""


@dataclass(frozen=True, slots=True)
class Table:
    """Cells with what is known of their columns."""

    source: str
    """Name of the format."""
    file: str
    unit: str
    """What one of `rows` is called in this file: ``row`` or ``line``."""
    columns: Columns
    rows: Sequence[tuple[int, list[str]]]
    """Number in the file and cells."""


def read_table(table: Table, hints: Hints, warnings: Warnings, skipped: Counter[str]) -> Reading:
    """Return the rows of a table; raises NeedsHint if zone or dates cannot be settled."""
    columns = table.columns
    clock = Clock(table, hints, warnings)
    by_hand = not columns.machine and len(table.rows) <= MOST_KEPT_BY_HAND
    seen: Counter[str] = Counter()
    rows: list[Row] = []
    for number, cells in table.rows:
        place = f"{table.file}, {table.unit} {number}"
        at, stamp = clock.read(place, cells)
        until = clock.end(place, cells, at)
        text, raw = _text(columns, cells)
        key = sha256("\x1f".join(cells).encode(errors="replace")).hexdigest()[:16]
        seen[key] += 1
        source_kind, kind = _kind(columns, cells)
        author = clean_line(cell(cells, columns.author))
        author = "" if author.casefold() in _NOTHING else author
        url = link(cell(cells, columns.link))
        rows.append(
            Row(
                at, text, source_kind, kind, stamp.precision if stamp else "minute", until, author,
                (handle(author),) if author else (), place, key if seen[key] == 1 else f"{key}-{seen[key]}", raw,
                evidence=(url,) if url else (), noise="" if text else "no text",
                preselect=by_hand and at is not None and bool(text),
            )
        )  # fmt: skip
    return reading(
        table.source, len(table.rows), rows, skipped=skipped, warnings=warnings, zone=clock.applied, columns=columns.mapping()
    )


def cell(cells: Sequence[str], column: int | None) -> str:
    """Return a cell; empty where the row is short or there is no such column."""
    return cells[column] if column is not None and column < len(cells) else ""


def _text(columns: Columns, cells: list[str]) -> tuple[str, str]:
    """Return what happened on one line, and as it stood where that differs."""
    raw = cell(cells, columns.text).strip()
    if not raw:
        times = {columns.time, columns.date, columns.zone, columns.end, columns.author}
        raw = " \u00b7 ".join(c for i, c in enumerate(cells) if i not in times and c.strip().casefold() not in _NOTHING)
    raw = without_secrets(_FORMULA.sub("", raw, count=1) if _FORMULA.match(raw) else raw)
    text = clean_line(raw)
    return text, "" if raw == text else raw


def _kind(columns: Columns, cells: list[str]) -> tuple[str, Kind]:
    """Return the kinds of a row; only words that are kinds already count."""
    said = cell(cells, columns.kind).strip().casefold()
    usual = "log" if columns.machine else "note"
    if said in KINDS:
        return usual, said
    said = said.replace(" ", "_")
    return (said, KIND_OF[said]) if said in KIND_OF else (usual, "observed")


class Clock:
    """Turns the time cells of one table into instants, and remembers which zone it applied."""

    def __init__(self, table: Table, hints: Hints, warnings: Warnings) -> None:
        self._file = table.file
        self._columns = table.columns
        self._hints = hints
        self._warnings = warnings
        self._day_first = _day_first(table, hints)
        self._day = hints.date
        self._before: datetime | None = None
        self._given = _given(hints)
        self.applied = ""
        """Name of the zone that times without an offset were read in."""

    def read(self, place: str, cells: list[str]) -> tuple[datetime | None, Stamp | None]:
        """Return the instant of a row, none with a warning if its cells cannot be read."""
        columns = self._columns
        words = f"{cell(cells, columns.date)} {cell(cells, columns.time)}".strip()
        at, stamp = self._instant(place, words, cell(cells, columns.zone))
        if at is None:
            self._warnings.add(
                place, f"the time {words[:60]!r} cannot be read, so the row has no place yet", "a time cannot be read"
            )
        elif columns.other_time is not None:
            self._compare(place, at, cell(cells, columns.other_time).strip())
        return at, stamp

    def end(self, place: str, cells: list[str], at: datetime | None) -> datetime | None:
        """Return the end of a row's span, if it has one after its beginning."""
        words = cell(cells, self._columns.end).strip()
        if at is None or not words or words.casefold() in _NOTHING:
            return None
        stamp = parse(words)
        if stamp and stamp.clock and not stamp.day:
            until = datetime.combine(at.date(), stamp.clock, at.tzinfo)
        else:
            until, _ = self._instant(place, words, cell(cells, self._columns.zone))
        return until if until and until > at else None

    def _instant(self, place: str, words: str, zone_cell: str) -> tuple[datetime | None, Stamp | None]:
        if (moment := epoch(words)) is not None:
            return moment, Stamp(instant=moment)
        stamp = parse(words)
        if stamp is None:
            return None, None
        if stamp.instant is not None:
            return stamp.instant, stamp
        wall = self._wall(place, stamp)
        kept = self._zone(place, stamp.zone or zone_cell.strip(), wall)
        if odd := twice_or_never(wall, kept):
            which = (
                "comes twice as the clocks change; the first is taken" if odd == "twice" else "is skipped as the clocks change"
            )
            self._warnings.add(place, f"{words} {which}", "a time at which the clocks change")
        return wall.replace(tzinfo=kept), stamp

    def _wall(self, place: str, stamp: Stamp) -> datetime:
        """Return the wall time of a stamp, its day settled."""
        clock = stamp.clock or datetime.min.time()
        if stamp.day is not None:
            day = stamp.other_day if self._day_first and stamp.other_day else stamp.day
            return datetime.combine(day, clock)
        if self._day is None:
            raise NeedsHint("date", f"{place}: gives the time of day only; say the day with --date YYYY-MM-DD")
        wall = datetime.combine(self._day, clock)
        if self._before is not None and self._before - wall > _NEXT_DAY:
            self._day += timedelta(days=1)
            wall += timedelta(days=1)
            self._warnings.add(place, f"the clock falls, so this is taken for {self._day}")
        self._before = wall
        return wall

    def _zone(self, place: str, said: str, wall: datetime) -> tzinfo:
        """Return the zone of a wall time: of its row, of the header, or given by the user."""
        said = "" if said in _NOTHING else said
        name = said or self._columns.header_zone
        kept = zone_on(name, wall) if name else None
        if kept is not None:
            self.applied = self.applied or ("" if said else name)
            return kept
        if self._given is not None:
            self.applied = self._hints.zone or ""
            return self._given
        if name and (likely := offers(name)):
            raise NeedsHint(
                "zone",
                f"{place}: {name} on {wall:%Y-%m-%d} can mean more than one zone; say which with --zone {likely[0]}",
                likely,
            )
        raise NeedsHint(
            "zone", f"{place}: times are written without a zone; say which with --zone UTC or --zone Europe/Prague", ("UTC",)
        )

    def _compare(self, place: str, at: datetime, words: str) -> None:
        """Warn where a second column names another moment."""
        other = epoch(words)
        if words and (other is None or abs(other - at) > timedelta(seconds=1)):
            self._warnings.add(
                place, f"timestamp {words[:30]} disagrees with datetime, which is used", "timestamp disagrees with datetime"
            )


def _given(hints: Hints) -> tzinfo | None:
    """Return the user's zone; raises Refused for a name that no clock knows."""
    if hints.zone is None:
        return None
    kept = zone(hints.zone)
    if kept is None:
        raise Refused(f"--zone {hints.zone}: is not a time zone; write UTC, +02:00 or a name such as Europe/Prague")
    return kept


def _day_first(table: Table, hints: Hints) -> bool:
    """Whether 03/04 is 3 April: proved by another row, or nearer to the day that the user gave."""
    columns = table.columns
    column = columns.time if columns.date is None else columns.date
    proofs: set[str] = set()
    open_dates: list[tuple[int, str, date, date]] = []
    for number, cells in table.rows:
        words = cell(cells, column)
        if "/" not in words and "-" not in words[:3]:
            continue
        stamp = parse(words)
        if stamp and stamp.day and stamp.other_day:
            open_dates.append((number, words, stamp.day, stamp.other_day))
        elif stamp and stamp.order:
            proofs.add(stamp.order)
    if not open_dates or len(proofs) == 1:
        return proofs == {"day first"}
    number, words, month_first, day_first = open_dates[0]
    if hints.date is not None:
        return abs(day_first - hints.date) < abs(month_first - hints.date)
    raise NeedsHint(
        "date",
        f"{table.file}, {table.unit} {number}: {words.strip()} can be {month_first} or {day_first};"
        " say the day of the incident with --date YYYY-MM-DD",
        (month_first.isoformat(), day_first.isoformat()),
    )
