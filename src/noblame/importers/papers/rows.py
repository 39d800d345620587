"""From the entries of a written timeline to rows, once zone and days are settled."""

import re
from collections import Counter
from datetime import date, datetime, timedelta

from noblame.importers.base import Hints, NeedsHint, Row, Warnings, hashed
from noblame.importers.kinds import KIND_OF
from noblame.importers.papers.entries import Entry
from noblame.importers.papers.lead import Lead
from noblame.importers.papers.words import plain
from noblame.importers.secrets import without_secrets
from noblame.importers.times.wall import Days, Wall
from noblame.model import KINDS, Kind, clean_line, handle

_HALF_YEAR = 6
_MENTION = re.compile(r"^@([\w][\w.-]{0,60})")
_TAG = re.compile(r"(?:^|\s)#([a-z][a-z-]{2,20})\b")


class Rows:
    """Makes rows of entries, in their order."""

    def __init__(
        self,
        file: str,
        hints: Hints,
        warnings: Warnings,
        day: date | None,
        zone: str,
        references: dict[str, str],
        *,
        code: bool = False,
    ) -> None:
        self._file = file
        self._warnings = warnings
        self._references = references
        self._code = code
        self._base = hints.date or day
        self._year = hints.year or (self._base.year if self._base else None)
        self._month = self._base.month if self._base and not hints.year else 0
        self._days = Days(self._base, warnings)
        self._seen: Counter[str] = Counter()
        self._zone = zone
        self.wall = Wall(hints, warnings, zone)

    def begin(self, at: Lead) -> None:
        """Take over a day that stands by itself."""
        if (day := self._day(f"{self._file}", at)) is not None:
            self._days.begin(day)

    def row(self, entry: Entry) -> Row:
        """Return an entry as a row; without a time that can be read it has no place yet."""
        place = f"{self._file}, line {entry.line}"
        at, until = self._instants(place, entry.lead)
        if at is None:
            self._warnings.add(place, "has no time that can be read, so it has no place yet", "no time that can be read")
        words = entry.text or (entry.more[0] if entry.more else "")
        text, urls = plain(words, self._references, code=self._code)
        raw = without_secrets("\n".join(entry.raw))
        for more in entry.more:
            urls += plain(more, self._references)[1]
        kind, tag = _tagged(text)
        text = text.replace(tag, "").strip() if tag else text
        author = clean_line(plain(entry.who, self._references)[0]) or (found[1] if (found := _MENTION.match(text)) else "")
        key = hashed("\n".join((*entry.raw[:1], f"{at.date() if at else ''}", self._zone)))
        self._seen[key] += 1
        precision = entry.lead.precision if entry.lead else "minute"
        return Row(
            at, text, "note", kind, precision, until, author.lstrip("@"), (handle(author),) if author else (), place,
            key if self._seen[key] == 1 else f"{key}-{self._seen[key]}", "" if raw.strip() == text else raw,
            tuple(dict.fromkeys(urls)), "" if text else "no text", preselect=at is not None and bool(text),
        )  # fmt: skip

    def _instants(self, place: str, at: Lead | None) -> tuple[datetime | None, datetime | None]:
        if at is None:
            return None, None
        day = self._day(place, at)
        if day is not None:
            self._days.begin(day)
        elif at.month_day is not None:
            return None, None
        if at.clock is None:
            return self.wall.instant(place, datetime.combine(self._days.day or date.min, datetime.min.time()), at.zone), None
        wall = self._days.wall(place, at.clock)
        begins = self.wall.instant(place, wall, at.zone)
        if at.until is None:
            return begins, None
        ends = datetime.combine(wall.date(), at.until)
        return begins, self.wall.instant(place, ends if ends >= wall else ends + timedelta(days=1), at.zone, ends=True)

    def _day(self, place: str, at: Lead) -> date | None:
        """Return the day that a time names, its year taken from what the document says."""
        if at.day is not None:
            if at.other_day is None:
                return self._dated(at.day)
            if self._base is None:
                raise NeedsHint(
                    "date", f"{place}: can be {at.day} or {at.other_day}; say the day of the incident with --date YYYY-MM-DD",
                    (at.day.isoformat(), at.other_day.isoformat()),
                )  # fmt: skip
            return self._dated(min(at.day, at.other_day, key=lambda day: abs(day - self._base) if self._base else timedelta()))
        if at.month_day is None:
            return None
        month, number = at.month_day
        if self._year is None:
            raise NeedsHint("year", f"{place}: writes dates without a year; say the year of the first one with --year YYYY")
        turned = self._month and (month - self._month < -_HALF_YEAR) - (month - self._month > _HALF_YEAR)
        try:
            day = self._dated(date(self._year + turned, month, number))
        except ValueError:
            return None
        if turned:
            self._warnings.add(place, f"the year turns, so this is taken for {day}")
        return day

    def _dated(self, day: date) -> date:
        self._year, self._month = day.year, day.month
        return day


def _tagged(text: str) -> tuple[Kind, str]:
    """Return the kind that a tag such as ``#detected`` names, and the tag."""
    for found in _TAG.finditer(text):
        said = found[1].replace("-", " ")
        for kind in KINDS:
            if kind == said:
                return kind, found[0]
    return KIND_OF["note"], ""
