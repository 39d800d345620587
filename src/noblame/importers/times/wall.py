"""From the clock on a wall to an instant: the zone and the day that a file leaves out.

Nothing is guessed. What the file does not say is what the user said, or a question that names the
option to answer it with.
"""

from datetime import date, datetime, time, timedelta, tzinfo

from noblame.importers.base import Hints, Warnings
from noblame.importers.refusal import NeedsHint, Refused
from noblame.importers.times.zones import offers, twice_or_never, zone, zone_on

_NEXT_DAY = timedelta(hours=6)
"""A clock without dates that falls by more than this went over midnight; by less, the rows are out of order."""


class Wall:
    """Gives wall times of one file their zone, and remembers which one it applied."""

    def __init__(self, hints: Hints, warnings: Warnings, header_zone: str = "") -> None:
        self._hint = hints.zone or ""
        self._given = given_zone(hints)
        self._warnings = warnings
        self._header_zone = header_zone
        self.applied = ""
        """Name of the zone that times without an offset were read in."""

    def instant(self, place: str, wall: datetime, said: str = "") -> datetime:
        """Return the instant at a wall time; `said` are the words for a zone beside it."""
        kept = self._zone(place, said.strip(), wall)
        if odd := twice_or_never(wall, kept):
            which = "comes twice" if odd == "twice" else "is skipped"
            self._warnings.add(
                place,
                f"{wall:%Y-%m-%d %H:%M} {which} as the clocks change" + ("; the first is taken" if odd == "twice" else ""),
                "a time at which the clocks change",
            )
        return wall.replace(tzinfo=kept)

    def _zone(self, place: str, said: str, wall: datetime) -> tzinfo:
        said = "" if said == "-" else said
        name = said or self._header_zone
        kept = zone_on(name, wall) if name else None
        if kept is not None:
            self.applied = self.applied or ("" if said else name)
            return kept
        if self._given is not None:
            self.applied = self._hint
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


class Days:
    """Gives clocks that are written without a date their day, over midnight too."""

    def __init__(self, day: date | None, warnings: Warnings) -> None:
        self.day = day
        self._warnings = warnings
        self._before: datetime | None = None

    def begin(self, day: date) -> None:
        """Take over a day that the file names; clocks after it stand on that day."""
        self.day, self._before = day, None

    def wall(self, place: str, clock: time) -> datetime:
        """Return the wall time of a clock; raises NeedsHint where no day is known."""
        if self.day is None:
            raise NeedsHint("date", f"{place}: gives the time of day only; say the day with --date YYYY-MM-DD")
        wall = datetime.combine(self.day, clock)
        if self._before is not None and self._before - wall > _NEXT_DAY:
            self.day += timedelta(days=1)
            wall += timedelta(days=1)
            self._warnings.add(place, f"the clock falls, so this is taken for {self.day}")
        self._before = wall
        return wall


def given_zone(hints: Hints) -> tzinfo | None:
    """Return the user's zone; raises Refused for a name that no clock knows."""
    if hints.zone is None:
        return None
    kept = zone(hints.zone)
    if kept is None:
        raise Refused(f"--zone {hints.zone}: is not a time zone; write UTC, +02:00 or a name such as Europe/Prague")
    return kept
