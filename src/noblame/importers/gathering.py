"""From the records of other programs to rows, one at a time.

A reader says what a record tells; whether its time can be read, what was told before and what is a
secret in a link is settled here, so that a reader is a table and little more.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from noblame.importers.base import Row, Warnings, hashed
from noblame.importers.json_reading import Json
from noblame.importers.kinds import KIND_OF
from noblame.importers.links import link
from noblame.importers.secrets import without_secrets
from noblame.importers.times.stamps import epoch, iso
from noblame.model import Kind, Precision, clean_line, handle

When: TypeAlias = "Json | datetime"
"""A moment, or what a field of JSON says of one."""

TURNS = frozenset((
    "acknowledged", "alert_fired", "deploy", "deploy_failed", "escalated", "incident_opened", "mitigated", "reopened",
    "resolved", "rollback", "severity_changed",
))  # fmt: skip
"""Source kinds that turn an incident: what may be starred without asking in the records of one."""


_MOST_REPEATS = 10**9
"""A larger number is nonsense, and does not fit into every file format."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one record says, before its time and its words are looked into."""

    when: When
    """A moment, ISO 8601 with an offset, or a count since 1970; anything else leaves the row without a place."""
    text: str
    source_kind: str
    key: str = ""
    """The source's own key; made of time and words where there is none."""
    author: str = ""
    system: bool = False
    """Whether the author is a program or a service rather than a person."""
    who: tuple[str, ...] = ()
    """People beside the author, by the names that people read."""
    links: Iterable[Json] = ()
    kind: Kind | None = None
    """Where the kind of event is another one than that of the source kind."""
    precision: Precision = "second"
    until: When = None
    noise: str = ""
    star: bool | None = None
    """None stars what turns an incident."""
    count: int = 1
    running: bool = False
    """Whether `count` goes on from record to record, so that the last one has it all."""
    waits: bool = False
    """Whether it was said already, for all of them, that such records tell no time."""


def moment(value: When) -> datetime | None:
    """Return the moment that a field means; none for anything else, and for the year 1 that means "not yet"."""
    if isinstance(value, datetime):
        return value
    if isinstance(value, str):
        return iso(value) or epoch(value)
    return epoch(value) if isinstance(value, (int, float)) else None


def unset(value: Json) -> bool:
    """Whether a time field says "not yet": null, empty, zero, or a moment in the year 1."""
    return value in (None, "", 0) or (isinstance(value, str) and value.startswith(("0001-", "1-01-01", "0000-")))


class Gathering:
    """Collects rows, repeats counted in the first of them, and everything that became no row."""

    def __init__(self, file: str, warnings: Warnings) -> None:
        self.file = file
        """Name of the file, for places."""
        self.warnings = warnings
        self.rows: dict[str, Row] = {}
        self.records = 0
        self.skipped: Counter[str] = Counter()
        self.zone = ""
        """Name of the zone that times without an offset were read in."""

    def tell(self, place: str, told: Told) -> str:
        """Add what a record says and return the key of its row; an equal key is one more of the same."""
        raw = without_secrets(told.text).strip()
        text = clean_line(raw) or told.source_kind.replace("_", " ")
        at = moment(told.when)
        if at is None and not told.noise and not told.waits:
            self._timeless(place, told.when)
        author = clean_line(told.author)
        key = told.key or hashed(f"{told.when}\x1f{told.source_kind}\x1f{author}\x1f{raw}")
        if (known := self.rows.get(key)) and not (told.running and told.count > known.count):
            self.again(key, 0 if told.running else max(told.count, 1))
            return key
        mention = (author if told.system else handle(author),) if author else ()
        others = tuple(handle(name) for other in told.who if (name := clean_line(other)) and name != author)
        urls = (link(url) for url in told.links if isinstance(url, str))
        star = told.source_kind in TURNS if told.star is None else told.star
        until = moment(told.until)
        self.rows[key] = Row(
            at, text, told.source_kind, told.kind or KIND_OF[told.source_kind], told.precision,
            until if until and at and until > at else None, author, tuple(dict.fromkeys((*mention, *others))), place, key,
            "" if raw == text else raw, tuple(dict.fromkeys(url for url in urls if url)), told.noise,
            star and at is not None and not told.noise, min(max(told.count, 1), _MOST_REPEATS),
        )  # fmt: skip
        return key

    def again(self, key: str, times: int = 1) -> None:
        """Count one more record in the row with that key."""
        self.rows[key] = replace(self.rows[key], count=min(self.rows[key].count + times, _MOST_REPEATS))

    def skip(self, place: str, sentence: str, reason: str) -> None:
        """Count a record that became no row, and say where it was."""
        self.skipped[reason] += 1
        self.warnings.add(place, sentence)

    def each(self, value: Json, place: str, unit: str) -> Iterator[tuple[str, dict[str, Json]]]:
        """Yield the objects of a list with their places, and count each as a record; anything else is skipped."""
        for number, item in enumerate(value if isinstance(value, list) else [value], start=1):
            where = f"{place}, {unit} {number}" if isinstance(value, list) else place
            self.records += 1
            if isinstance(item, dict):
                yield where, item
            else:
                self.skip(where, "is no object, so it is left out", f"{unit} that is no object")

    def around(self, value: Json, place: str, unit: str) -> Iterator[tuple[str, dict[str, Json]]]:
        """Yield the objects that hold records, such as incidents, with their places; anything else among them is skipped."""
        for number, item in enumerate(value if isinstance(value, list) else [value], start=1):
            where = f"{place}, {unit} {number}" if isinstance(value, list) else place
            if isinstance(item, dict):
                yield where, item
            else:
                self.records += 1
                self.skip(where, "is no object, so it is left out", f"{unit} that is no object")

    def _timeless(self, place: str, when: When) -> None:
        if isinstance(when, (str, int, float)) and when not in ("", 0):
            self.warnings.add(
                place, f"the time {str(when)[:40]!r} cannot be read, so it has no place yet", "a time cannot be read"
            )
        else:
            self.warnings.add(place, "says no time, so it has no place yet")
