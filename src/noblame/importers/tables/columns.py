"""Which column of a table holds what: by the words of its header, proved by its content.

The header's words are tried in a dozen languages. A table whose header says nothing known is still
read if one of its columns holds dates; the longest texts are then taken for what happened.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from noblame.importers.base import Hints
from noblame.importers.tables.header_words import WORDS
from noblame.importers.times.stamps import epoch, parse
from noblame.model import clean_line

_MACHINE = {"timestamp_desc", "macb", "sourcetype"}
"""Headers that only the timelines of forensic tools have (Timesketch, plaso): log lines, not notes."""
_NO_WORD = (9, 0)
_LONGEST_TITLE = 100
_MOST = 200
"""Columns; a line with more of them is no table that people keep."""
_ZONE_IN_HEADER = re.compile(r"[(\[]\s*([^()\[\]]{1,40}?)\s*[)\]]|\b(UTC|GMT)\b")


@dataclass(frozen=True, slots=True)
class Columns:
    """Numbers of the columns that are used, by what they hold; none where the table has no such column."""

    header: tuple[str, ...]
    time: int | None = None
    """Full times, epochs, or times of day if `date` is set or no column holds dates."""
    date: int | None = None
    zone: int | None = None
    end: int | None = None
    text: int | None = None
    author: int | None = None
    kind: int | None = None
    link: int | None = None
    other_time: int | None = None
    """A second column of the same moment, which may contradict."""
    machine: bool = False
    named: bool = False
    """Whether the header's words said which column holds the time and which the text."""

    @property
    def header_zone(self) -> str:
        """The zone named in the header of the time, as in ``Time (UTC)``."""
        for column in (self.time, self.date):
            found = _ZONE_IN_HEADER.search(self.header[column][:_LONGEST_TITLE]) if column is not None else None
            if found:
                return found[1] or found[2]
        return ""

    def mapping(self) -> tuple[tuple[str, str], ...]:
        """Return what was taken from where, in the words of the header."""
        title = [clean_line(cell)[:_LONGEST_TITLE] for cell in self.header]
        times = [title[c] for c in (self.date, self.time, self.zone) if c is not None]
        roles = (("end", self.end), ("author", self.author), ("text", self.text), ("kind", self.kind), ("link", self.link))
        return (("time", "+".join(times)), *((role, title[column]) for role, column in roles if column is not None))


ROLES = ("time", "date", "zone", "end", "author", "text", "kind", "link")
"""What a column can be said to hold."""


def find(
    header: Sequence[str],
    sample: Sequence[Sequence[str]],
    *,
    machine: bool = False,
    given: Sequence[tuple[str, str]] = (),
) -> Columns | None:
    """Return the columns of a table from its header and some of its rows; none if no column holds times.

    `machine` says that a program wrote the table; headers of forensic tools say it too. `given` are
    columns that the user named, which win; none fit if the header lacks one of them.
    """
    if len(header) > _MOST:
        return None
    said = numbers_of(header, given)
    if said is None:
        return None
    guess = _Guess(header, sample)
    time, day = (said["time"], said.get("date")) if "time" in said else guess.times()
    if time is None:
        return None
    machine = machine or any(title.strip().casefold() in _MACHINE for title in header)
    taken = set(said.values())

    def best(role: str, *kinds: str, without: Sequence[int | None] = ()) -> int | None:
        return said[role] if role in said else guess.best(role, *kinds, without=(*without, *taken))

    end = best("end", "full", "clock", "epoch", without=(time, day))
    used = [time, day, end, best("zone", "words", without=(time,))]
    text = best("text", "words", without=used)
    named = text is not None and (guess.ranks["time"][time] != _NO_WORD or "time" in said)
    text = guess.longest(used) if text is None else text
    author = best("author", "words", "", without=(*used, text))
    if machine and "author" not in said and author is not None and plain_title(header[author]) not in ("user", "username"):
        author = None
    rest = (*used, text, author)
    return Columns(
        tuple(header), time=time, date=day, end=end, zone=used[-1], text=text, author=author,
        kind=best("kind", "words", without=rest), link=best("link", "words", without=rest),
        other_time=guess.best("time", "epoch", "number", without=used) if machine else None,
        machine=machine, named=named,
    )  # fmt: skip


def numbers_of(header: Sequence[str], given: Sequence[tuple[str, str]]) -> dict[str, int] | None:
    """Return the number of each column that the user named by title or by number from 1; none if one is not there."""
    found: dict[str, int] = {}
    plain = [plain_title(title) for title in header]
    for role, title in given:
        wanted = plain_title(title)
        if wanted and wanted in plain:
            found[role] = plain.index(wanted)
        elif title.strip() in header:
            found[role] = list(header).index(title.strip())
        elif title.strip().isdecimal() and 0 < int(title.strip()) <= len(header):
            found[role] = int(title.strip()) - 1
        else:
            return None
    return found


def no_such_column(file: str, hints: Hints, header: Sequence[str]) -> str:
    """Return why the columns that the user named do not fit, with the titles that are there."""
    said = ", ".join(f"{role}={title}" for role, title in hints.columns)
    titles = ", ".join(repr(clean_line(title)[:40]) for title in header[:12])
    return f"{file}: --map {said} does not fit; the columns are {titles}"


class _Guess:
    """What each column holds, and how well its header says each role."""

    def __init__(self, header: Sequence[str], sample: Sequence[Sequence[str]]) -> None:
        self._sample = sample
        self._holds = [_holds([row[column] for row in sample if column < len(row)]) for column in range(len(header))]
        self.ranks = {role: [rank_of(role, title) for title in header] for role in WORDS}

    def best(self, role: str, *kinds: str, without: Sequence[int | None] = (), named: bool = True) -> int | None:
        """Return the column that says a role best among those that hold one of `kinds`; unless `named`, any of them will do."""
        fits = [column for column, holds in enumerate(self._holds) if holds in kinds and column not in without]
        chosen = min(fits, key=lambda column: (self.ranks[role][column], column), default=None)
        return None if chosen is None or (named and self.ranks[role][chosen] == _NO_WORD) else chosen

    def times(self) -> tuple[int | None, int | None]:
        """Return the column of the time and, if that holds times of day only, the one of the date.

        Whole times go before a date and a clock, these before counts since 1970, and a clock or a date
        alone comes last.
        """
        ranks = self.ranks
        ends = [column for column, rank in enumerate(ranks["end"]) if rank < min(ranks["time"][column], _NO_WORD)]
        if (whole := self.best("time", "full", without=ends, named=False)) is not None:
            return whole, None
        clock = self.best("time", "clock", without=ends, named=False)
        day = self.best("time", "day", without=ends, named=False)
        if clock is not None and day is not None:
            return clock, day
        counted = self.best("time", "epoch", without=ends)
        return next((column for column in (counted, clock, day) if column is not None), None), None

    def longest(self, without: Sequence[int | None]) -> int | None:
        """Return the column with the longest words."""
        among = [column for column, holds in enumerate(self._holds) if holds == "words" and column not in without]
        return max(among, key=lambda c: sum(len(row[c]) for row in self._sample if c < len(row)), default=None)


def _holds(values: list[str]) -> str:
    """Return what most of a column's values are: ``full``, ``day``, ``clock``, ``epoch``, ``number``, ``words``, or nothing.

    Where words and something else are as many, the words are probably what went wrong.
    """
    sorts = Counter(_sort(value) for value in values if value.strip())
    return max(sorts, key=lambda sort: (sorts[sort], sort != "words"), default="")


def _sort(value: str) -> str:
    if epoch(value) is not None:
        return "epoch"
    stamp = parse(value)
    if stamp is not None:
        if stamp.instant is not None or (stamp.day is not None and stamp.clock is not None):
            return "full"
        return "day" if stamp.day is not None else "clock"
    return "number" if value.strip().isdecimal() else "words"


def rank_of(role: str, title: str) -> tuple[int, int]:
    """Return how well a header says a role: whole, by one of its words, by a part (for scripts without spaces)."""
    plain = plain_title(title)
    tokens = plain.split()
    best = _NO_WORD
    for place, word in enumerate(WORDS[role]):
        if plain == word:
            level = 0
        elif word in tokens:
            level = 1
        elif not word.isascii() and word in plain:
            level = 2
        else:
            continue
        best = min(best, (level, place))
    return best


def plain_title(title: str) -> str:
    """Return a header without case, accents, brackets and punctuation."""
    bare = re.sub(r"[(\[].*?[)\]]", " ", title[:_LONGEST_TITLE])
    letters = unicodedata.normalize("NFKD", bare.casefold())
    kept = "".join(c for c in letters if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", kept)))
