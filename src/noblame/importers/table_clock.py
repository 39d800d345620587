"""From the time cells of a table to instants.

Nothing is guessed. Which of 03/04 is the month and which zone a wall clock showed is decided once
for the whole table, from what the table proves or the user says.
"""

from datetime import date, datetime, timedelta, tzinfo

from noblame.importers.base import Hints, NeedsHint, Refused, Warnings
from noblame.importers.stamps import Stamp, epoch, parse
from noblame.importers.table import Table, cell
from noblame.importers.zones import offers, twice_or_never, zone, zone_on

_NEXT_DAY = timedelta(hours=6)
"""A clock without dates that falls by more than this went over midnight; by less, the rows are out of order."""


class Clock:
    """Turns the time cells of one table into instants, and remembers which zone it applied."""

    def __init__(self, table: Table, hints: Hints, warnings: Warnings) -> None:
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
        if at is None or not words:
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
        said = "" if said == "-" else said
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
                f"{place}: {name[:30]} on {wall:%Y-%m-%d} can mean more than one zone; say which with --zone {likely[0]}",
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
