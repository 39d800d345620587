"""What every format shares: hints in, rows out.

A reader is a pure function of a source and the user's hints. It never drops anything in silence: a
record is a row, a row marked as noise with the reason, or counted under `Reading.skipped`.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from datetime import date as Day  # noqa: N812
from hashlib import sha256

from noblame.importers.refusal import NeedsHint, Refused
from noblame.importers.secrets import REMOVED, without_secrets
from noblame.importers.source import Source
from noblame.model import Kind, Precision, Record, clean_line, handle

__all__ = ["Hints", "Importer", "NeedsHint", "Reading", "Refused", "Row", "Warnings", "hashed", "reading"]

_END_OF_TIME = datetime.max.replace(tzinfo=UTC)
LONGEST_TEXT = 2_000
"""Characters of a row's text. What is longer is cut in the text and whole in `raw`."""
MOST_WARNINGS = 10
"""Of one sort; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What the user says where the file does not."""

    zone: str | None = None
    """Zone of times without an offset: ``UTC``, ``Europe/Prague``, ``+02:00``."""
    date: Day | None = None
    """The day of the incident, for files with times only and for dates that can be read two ways."""
    year: int | None = None
    """The year of the first record, for files that write none."""
    start: datetime | None = None
    """When a recording began, for files that count from there."""
    columns: tuple[tuple[str, str], ...] = ()
    """For tables: what a column holds and its title or number, where the header does not say or says it wrongly."""


@dataclass(frozen=True, slots=True)
class Row:
    """One candidate for the timeline, whatever format it came from."""

    at: datetime | None
    """Aware; none if the file does not say or it could not be read: such a row waits without a place."""
    text: str
    """Readable, on one line."""
    source_kind: str = "message"
    """The finer kind, a key of `kinds.KIND_OF`."""
    kind: Kind = "observed"
    precision: Precision = "second"
    until: datetime | None = None
    author: str = ""
    """Whoever said or did it, by the name that people read."""
    who: tuple[str, ...] = ()
    """The author and others as handles; bots and systems by their names."""
    origin: str = ""
    """File, channel, line or record: where to look it up."""
    native_id: str = ""
    """The source's own key; equal keys of one format are one record."""
    raw: str = ""
    """The words as they stood, where `text` differs; without secrets in URLs."""
    evidence: tuple[str, ...] = ()
    """Links, without secrets."""
    noise: str = ""
    """Why it is hidden, e.g. ``joined the channel``; empty for what is worth a look."""
    preselect: bool = False
    """Whether it may be starred without asking."""
    count: int = 1
    """How many records of the source it stands for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found in a source."""

    source: str
    """Name of the format."""
    records: int
    """Records of the source before anything was left out."""
    rows: tuple[Row, ...]
    """By time; those without one last, noise among them."""
    skipped: tuple[tuple[str, int], ...] = ()
    """What became no row at all, by reason."""
    warnings: tuple[str, ...] = ()
    """Each names its place."""
    zone: str = ""
    """The zone that was applied to times without an offset; empty if every time had one."""
    columns: tuple[tuple[str, str], ...] = ()
    """For tables: what was taken from which column."""
    titles: tuple[str, ...] = ()
    """For tables: the titles of all columns."""
    file: str = ""
    """Name of the file or folder; `registry.read` fills it in."""
    document: Record | None = None
    """What a whole postmortem says beside its timeline; without events."""

    @property
    def unused(self) -> tuple[str, ...]:
        """Titles of the columns of a table from which nothing was taken."""
        used = {part for _, title in self.columns for part in (title, *title.split("+"))}
        return tuple(title for title in self.titles if title and title not in used)

    @property
    def only_causes(self) -> bool:
        """Whether the source draws causes and tells no story."""
        return not self.rows and self.document is not None and bool(self.document.causes)

    @property
    def noise(self) -> tuple[tuple[str, int], ...]:
        """Hidden rows by reason, the most frequent first."""
        return tuple(Counter(row.noise for row in self.rows if row.noise).most_common())

    @property
    def unplaced(self) -> int:
        """How many rows that are no noise have no time."""
        return sum(1 for row in self.rows if row.at is None and not row.noise)


@dataclass(frozen=True, slots=True)
class Importer:
    """A format: how to recognise and how to read it."""

    name: str
    """Stable; stands in records as `Event.source` and on the command line."""
    title: str
    sniff: Callable[[Source], float]
    """How certain the content is this format, from 0 to 1; never raises, never trusts the file's name alone."""
    read: Callable[[Source, Hints], Reading]
    """Raises Refused for a source that cannot be read, NeedsHint where the user has to say more."""


class Warnings:
    """Sentences that name their places; many of one sort become one count."""

    def __init__(self, first: Iterable[str] = ()) -> None:
        self._said = list(first)
        self._sorts: Counter[str] = Counter()

    def add(self, place: str, sentence: str, sort: str = "") -> None:
        """Note a sentence about a place; `sort` groups sentences that differ only in details."""
        sort = sort or sentence
        self._sorts[sort] += 1
        if self._sorts[sort] <= MOST_WARNINGS:
            self._said.append(clean_line(f"{place}: {sentence}"))

    def all(self) -> tuple[str, ...]:
        """Return what was noted, with a count of what was too much to say."""
        more = [f"{count - MOST_WARNINGS} more: {sort}" for sort, count in self._sorts.items() if count > MOST_WARNINGS]
        return (*self._said, *more)


def reading(
    name: str,
    records: int,
    rows: Iterable[Row],
    *,
    skipped: Counter[str] | None = None,
    warnings: Warnings | None = None,
    zone: str = "",
    columns: tuple[tuple[str, str], ...] = (),
    titles: tuple[str, ...] = (),
) -> Reading:
    """Return a reading with its rows in the order of time; equal instants keep the order of the source."""
    rows = [_cut(row) if len(row.text) > LONGEST_TEXT else row for row in _keyed(rows)]
    if hushed := sum(1 for row in rows if REMOVED in row.text):
        warnings = warnings or Warnings()
        warnings.add(name, f"{hushed} {'row' if hushed == 1 else 'rows'} told a secret, which was taken out")
    return Reading(
        source=name,
        records=records,
        rows=tuple(sorted(rows, key=lambda row: row.at or _END_OF_TIME)),
        skipped=tuple((skipped or Counter()).most_common()),
        warnings=warnings.all() if warnings else (),
        zone=zone,
        columns=columns,
        titles=titles,
    )


def _keyed(rows: Iterable[Row]) -> Iterable[Row]:
    """Yield the rows with keys of their own in which no secret stands."""
    told: dict[str, tuple[object, ...]] = {}
    for row in rows:
        if row.at and type(row.at.tzinfo) is not timezone:
            row = replace(row, at=row.at.replace(tzinfo=timezone(row.at.utcoffset() or timedelta())))
        if row.author and (author := without_secrets(row.author)) != row.author:
            row = replace(row, author=author, who=(handle(author), *row.who[1:]))
        key, words = row.native_id, (row.at, row.text, row.author)
        if without_secrets(key) != key:
            key = hashed(key)
        if key and told.setdefault(key, words) != words:
            key = f"{key} {hashed(f'{row.author} {row.text} {row.at}')}"
        yield row if key == row.native_id else replace(row, native_id=key)


def hashed(words: str) -> str:
    """Return a short key made of words: 16 hexadecimal digits."""
    return sha256(words.encode(errors="replace")).hexdigest()[:16]


def _cut(row: Row) -> Row:
    """Return a row with a text that fits into a timeline."""
    return replace(row, text=row.text[: LONGEST_TEXT - 1] + "\u2026", raw=row.raw or row.text)
