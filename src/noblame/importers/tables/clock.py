"""From the time cells of a table to instants.

Nothing is guessed. Which of 03/04 is the month and which zone a wall clock showed is decided once
for the whole table, from what the table proves or the user says.
"""

from datetime import date, datetime, timedelta

from noblame.importers.base import Hints, NeedsHint, Warnings
from noblame.importers.tables.table import Table, cell
from noblame.importers.times.stamps import Stamp, epoch, parse
from noblame.importers.times.wall import Days, Wall

_HALF_DAY = timedelta(hours=12)
"""An end that lies further before its beginning is on the next day."""


class Clock:
    """Turns the time cells of one table into instants, and remembers which zone it applied."""

    def __init__(self, table: Table, hints: Hints, warnings: Warnings) -> None:
        self._columns = table.columns
        self._warnings = warnings
        self._day_first = _day_first(table, hints)
        self._days = Days(hints.date, warnings)
        self._dated = False
        """Whether a row said its day."""
        self._wall = Wall(hints, warnings, table.columns.header_zone)

    @property
    def applied(self) -> str:
        """Name of the zone that times without an offset were read in."""
        return self._wall.applied

    def read(self, place: str, cells: list[str]) -> tuple[datetime | None, Stamp | None]:
        """Return the instant of a row, none with a warning if its cells cannot be read."""
        columns = self._columns
        words = f"{cell(cells, columns.date)} {cell(cells, columns.time)}".strip()
        at, stamp = self._instant(place, words, cell(cells, columns.zone))
        if at is None:
            told = f"the time {words[:60]!r} cannot be read" if words else "says no time"
            self._warnings.add(place, f"{told}, so the row has no place yet", "a time cannot be read")
        elif columns.other_time is not None:
            self._compare(place, at, cell(cells, columns.other_time).strip())
        return at, stamp

    def end(self, place: str, cells: list[str], at: datetime | None) -> datetime | None:
        """Return the end of a row's span, if it has one after its beginning."""
        words = cell(cells, self._columns.end).strip()
        if at is None or not words:
            return None
        stamp = parse(words)
        if stamp and stamp.clock and not stamp.day:
            until = datetime.combine(at.date(), stamp.clock, at.tzinfo)
            if at - until > _HALF_DAY:
                until += timedelta(days=1)
        else:
            until, _ = self._instant(place, words, cell(cells, self._columns.zone), ends=True)
        if until and until > at:
            return until
        if until != at:
            self._warnings.add(
                place, f"the end {words[:40]!r} is not behind its beginning, so it is left out", "an end that is none"
            )
        return None

    def _instant(self, place: str, words: str, zone_cell: str, *, ends: bool = False) -> tuple[datetime | None, Stamp | None]:
        if (moment := epoch(words)) is not None:
            return moment, Stamp(instant=moment)
        stamp = parse(words)
        if stamp is None:
            return None, None
        if stamp.instant is not None:
            return stamp.instant, stamp
        if stamp.day is None:
            if self._dated:
                self._warnings.add(place, "says no day, so it goes on from the row above", "no day of its own, as the row above")
            wall = self._days.wall(place, stamp.clock or datetime.min.time())
        else:
            day = stamp.other_day if self._day_first and stamp.other_day else stamp.day
            wall = datetime.combine(day, stamp.clock or datetime.min.time())
            if not ends:
                self._days.begin(day, wall if stamp.clock else None)
                self._dated = True
        return self._wall.instant(place, wall, stamp.zone or zone_cell, ends=ends), stamp

    def _compare(self, place: str, at: datetime, words: str) -> None:
        """Warn where a second column names another moment."""
        other = epoch(words)
        if words and (other is None or abs(other - at) > timedelta(seconds=1)):
            self._warnings.add(
                place, f"timestamp {words[:30]} disagrees with datetime, which is used", "timestamp disagrees with datetime"
            )


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
