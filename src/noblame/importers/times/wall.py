"""From the clock on a wall to an instant: the zone and the day that a file leaves out.

Nothing is guessed. What the file does not say is what the user said, or a question that names the
option to answer it with.
"""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from noblame.importers.base import Hints, Warnings
from noblame.importers.refusal import NeedsHint, Refused
from noblame.importers.times.zones import offers, twice_or_never, zone, zone_on

_NEXT_DAY = timedelta(hours=6)
"""A clock without dates that falls by more than this went over midnight; by less, the rows are out of order."""
_RISES = timedelta(hours=18)
"""Between two rows of one day this is rare, and common where the newest stands first."""
_FALL = timedelta(minutes=15)
"""Rows out of order by less than this say nothing about an hour that comes twice."""
_TOLD = timedelta(hours=1)
"""Rows out of order by more than this are told of."""


class Wall:
    """Gives wall times of one file their zone, and remembers which one it applied."""

    def __init__(self, hints: Hints, warnings: Warnings, header_zone: str = "") -> None:
        self._hint = hints.zone or ""
        self._given = given_zone(hints)
        self._warnings = warnings
        self._header_zone = header_zone
        self._before: datetime | None = None
        self._rose = self._second = False
        """Whether the last row was later than the one before it, and the second of an hour that comes twice."""
        self._unknown: set[str] = set()
        """Words for a zone of which it was said how they are read."""
        self.applied = ""
        """Name of the zone that times without an offset were read in."""

    def instant(self, place: str, wall: datetime, said: str = "", *, ends: bool = False) -> datetime:
        """Return the instant at a wall time; `said` are the words for a zone beside it.

        Of an hour that comes twice the second is meant where the rows rose and then fall; `ends` of spans do not count.
        """
        kept = self._zone(place, said.strip(), wall)
        at = wall.replace(tzinfo=kept)
        if odd := twice_or_never(wall, kept):
            second = at.replace(fold=1)
            told = "is skipped"
            if odd == "twice":
                fell = self._before - at.astimezone(UTC) if self._before is not None else timedelta()
                between = timedelta() < fell <= second.astimezone(UTC) - at.astimezone(UTC)
                self._second = between and (self._second or (self._rose and fell > _FALL))
                at = second if self._second else at
                told = f"comes twice; the {'second' if self._second else 'first'} is taken"
            self._warnings.add(place, f"{wall:%Y-%m-%d %H:%M} {told} as the clocks change", "a time at which the clocks change")
        if not ends:
            self._second = self._second and odd == "twice"
            self._rose = self._before is not None and at.astimezone(UTC) >= self._before
            self._before = at.astimezone(UTC)
        return at

    def _zone(self, place: str, said: str, wall: datetime) -> tzinfo:
        said = "" if said == "-" else said
        name = said or self._header_zone
        kept = zone_on(name, wall) if name else None
        if kept is not None:
            self.applied = self.applied or ("" if said else name)
            return kept
        likely = offers(name)
        if self._given is not None:
            self.applied = self._hint
            if name and self._hint not in likely and name not in self._unknown:
                self._unknown.add(name)
                self._warnings.add(
                    place,
                    f"{name[:30]!r} on {wall:%Y-%m-%d} does not name one zone, so it is read as {self._hint}, here and below",
                )
            return self._given
        if likely:
            raise NeedsHint(
                "zone",
                f"{place}: {name[:30]} on {wall:%Y-%m-%d} can mean more than one zone; say which with --zone {likely[0]}",
                likely,
            )
        if name:
            raise NeedsHint(
                "zone", f"{place}: {name[:30]!r} does not name one zone; say which it is with --zone UTC or another", ("UTC",)
            )
        raise NeedsHint(
            "zone", f"{place}: times are written without a zone; say which with --zone UTC or --zone Europe/Prague", ("UTC",)
        )


class Days:
    """Gives clocks that are written without a date their day, over midnight too."""

    def __init__(self, day: date | None, warnings: Warnings) -> None:
        self.day = day
        self._warnings = warnings
        self._before: datetime | None = None

    def begin(self, day: date, before: datetime | None = None) -> None:
        """Take over a day that the file names; clocks after it stand on that day, and behind `before`."""
        self.day, self._before = day, before

    def wall(self, place: str, clock: time) -> datetime:
        """Return the wall time of a clock; raises NeedsHint where no day is known."""
        if self.day is None:
            raise NeedsHint("date", f"{place}: gives the time of day only; say the day with --date YYYY-MM-DD")
        wall = datetime.combine(self.day, clock)
        if self._before is not None and self._before - wall > _NEXT_DAY:
            self.day += timedelta(days=1)
            wall += timedelta(days=1)
            self._warnings.add(place, f"the clock falls, so this is taken for {self.day}")
        elif self._before is not None and self._before - wall > _TOLD:
            self._warnings.add(place, f"the clock falls to {wall:%H:%M}, which is taken for the same day, {self.day}")
        elif self._before is not None and wall - self._before > _RISES:
            self._warnings.add(
                place, f"the clock rises to {wall:%H:%M} on the same day, {self.day}; does the newest stand first?"
            )
        self._before = wall
        return wall


def nearest_year(month: int, day: date) -> int:
    """Return the year in which the middle of a month lies nearest to a day."""
    return min((day.year - 1, day.year, day.year + 1), key=lambda year: abs((date(year, month, 15) - day).days))


def given_zone(hints: Hints) -> tzinfo | None:
    """Return the user's zone; raises Refused for a name that no clock knows."""
    if hints.zone is None:
        return None
    kept = zone(hints.zone)
    if kept is None:
        raise Refused(f"--zone {hints.zone}: is not a time zone; write UTC, +02:00 or a name such as Europe/Prague")
    return kept
