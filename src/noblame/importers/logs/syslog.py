"""Syslog: ISO stamps (rsyslog), RFC 5424, and the BSD lines of RFC 3164 that say neither year nor zone.

A line without a stamp continues the one before. The year may turn once, from December to January;
lines out of order do not turn it.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from noblame.importers.base import Hints, Importer, NeedsHint, Reading, Refused, Warnings, reading
from noblame.importers.gathering import Gathering, Told
from noblame.importers.source import Source
from noblame.importers.times.stamps import parse
from noblame.importers.times.wall import Wall, nearest_year

_PRI = r"(?:<(?P<pri>\d{1,5})>)?"
_TAIL = (
    r"(?!(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRITICAL|FATAL)\b)(?P<host>[\w.:\-]*[\w.\-])\s+"
    r"(?P<app>[^\s:<>\[\]|*]{1,80})(?:\[(?P<pid>[^\]]{1,40})\])?:\s*(?P<text>.*)"
)
"""Host, program and words; a level in the place of the host is the log of one program and no syslog."""
_ISO = re.compile(rf"{_PRI}(?P<at>\d{{4}}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{{1,9}})?\s?(?:Z|[+-]\d\d:?\d\d)?)\s+{_TAIL}$")
_BSD = re.compile(
    rf"{_PRI}(?P<at>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+\d{{1,2}}(?:\s+(?P<year>\d{{4}}))?"
    r"\s+\d\d:\d\d:\d\d)(?:\.\d{1,6})?(?:\s(?P<zone>UTC|GMT|CES?T|[CEMP][DS]T|BST|IST)(?=\s\S+\s))?\s+(?P<rest>.*)$"
)
_5424 = re.compile(
    r"<(?P<pri>\d{1,5})>\d{1,2}\s+(?P<at>\S+)\s+(?P<host>\S+)\s+(?P<app>\S+)\s+(?P<pid>\S+)\s+(?P<id>\S+)\s+(?P<text>.*)$"
)
_DATA = re.compile(r"(?:-|(?:\[(?:[^\]\\\"]|\\.|\"(?:[^\"\\]|\\.)*+\")*+\])++)\s*")
_CISCO = re.compile(
    r"[*.]?(?P<at>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+\d{1,2}(?:\s+(?P<year>\d{4}))?\s+\d\d:\d\d:\d\d)"
    r"(?:\.\d{1,6})?(?:\s(?P<zone>[A-Z]{2,5}))?:\s+(?P<text>%.*)$"
)
"""Of routers and firewalls: a zone or none, and a colon."""
_PLAIN = re.compile(r"(?P<at>\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)[\s,]+(?P<text>.*)$")
"""What a program writes of its own among the others' lines."""
_META = re.compile(r"\[(?:timeQuality|origin|meta)(?: (?:[^\]\\\"]|\\.|\"(?:[^\"\\]|\\.)*+\")*+)?\]")
"""Data about the message that every line of a server has."""
_REST = re.compile(rf"{_TAIL}$")
_REPEATED = re.compile(r"(?:last )?message repeated (\d{1,6}) times?", re.IGNORECASE)
_MARK = "-- "
"""Begins what journalctl says between the lines: where they begin, and when the machine was started."""
_LARGEST_PRI = 191
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"


@dataclass(slots=True)
class Line:
    """One record: what its head says, and its words with those of the lines after it."""

    number: int
    at: str
    host: str
    app: str
    text: str
    pri: str = ""
    year: bool = True
    """Whether the stamp says its year."""
    zone: str = ""


def _line(number: int, text: str) -> Line | None:
    """Return the record that a line begins; none if it has no stamp of any of the three forms."""
    if found := _5424.match(text):
        data = _DATA.match(found["text"])
        said = found["text"][data.end() if data else 0 :].removeprefix("\ufeff")
        if data and (own := _META.sub("", data[0]).strip(" -")):
            said = f"{said} {own}".strip()
        return Line(number, found["at"], _known(found["host"]), _known(found["app"]), said, found["pri"])
    if found := _ISO.match(text):
        return Line(number, found["at"], found["host"], found["app"], found["text"], found["pri"] or "")
    if found := _CISCO.match(text):
        return Line(number, found["at"], "", "", found["text"], "", found["year"] is not None, found["zone"] or "")
    if not (found := _BSD.match(text)):
        return None
    rest = _REST.match(found["rest"])
    if rest is None:
        host, _, said = found["rest"].partition(" ")
        return Line(number, found["at"], host, "", said, found["pri"] or "", found["year"] is not None, found["zone"] or "")
    head = found["pri"] or "", found["year"] is not None, found["zone"] or ""
    return Line(number, found["at"], rest["host"], rest["app"], rest["text"], *head)


def _known(field: str) -> str:
    return "" if field == "-" else field


def _sniff(source: Source) -> float:
    lines = [line for line in source.decoded.text[:20_000].splitlines() if line.strip() and not line.startswith(_MARK)][:40]
    if not lines or _line(1, lines[0]) is None:
        return 0.0
    share = sum(1 for line in lines if (found := _line(1, line)) and not found.host.startswith("<")) / len(lines)
    return 0.93 if share > 0.7 else 0.6 if share > 0.3 else 0.0


def _read(source: Source, hints: Hints) -> Reading:
    gathering = Gathering(source.name, Warnings(source.warnings))
    records: list[Line] = []
    for number, text in enumerate(source.decoded.text.splitlines(), start=1):
        if (begun := _line(number, text)) is not None:
            records.append(begun)
        elif records and (own := _PLAIN.match(text)):
            records.append(Line(number, own["at"], "", "", own["text"]))
        elif not text.strip():
            continue
        elif text.startswith(_MARK):
            gathering.records += 1
            gathering.skipped["mark of the journal"] += 1
        elif records:
            records[-1].text += f"\n{text}"
        else:
            gathering.records += 1
            gathering.skip(f"{source.name}, line {number}", "has no stamp and nothing before it", "line before the first stamp")
    if not records:
        raise Refused(f"{source.name}: no line begins with a syslog stamp, as 'Mar 11 22:55:30 host program: words' has it")
    clock = _Clock(hints, gathering)
    seen: dict[str, int] = {}
    for record in records:
        gathering.records += 1
        _tell(record, clock, seen, gathering)
    return reading(
        "syslog", gathering.records, gathering.rows.values(), skipped=gathering.skipped, warnings=gathering.warnings,
        zone=gathering.zone,
    )  # fmt: skip


def _tell(record: Line, clock: "_Clock", seen: dict[str, int], gathering: Gathering) -> None:
    place = f"{gathering.file}, line {record.number}"
    pri = int(record.pri) if record.pri else None
    if pri is not None and pri > _LARGEST_PRI:
        gathering.warnings.add(place, f"<{pri}> is no priority of syslog, so it is not looked at")
        pri = None
    repeated = _REPEATED.search(record.text) or _REPEATED.search(f"{record.host} {record.app} {record.text}")
    at = clock.read(record, place)
    first = record.text.partition("\n")[0][:200]
    year = f"{at.year} " if at and not record.year else ""
    own = f"{year}{record.at} {record.host} {record.app} {first}"
    seen[own] = seen.get(own, 0) + 1
    author = f"{record.app} on {record.host}" if record.app and record.host else record.app or record.host
    gathering.tell(place, Told(
        at or record.at, record.text or "line without words", "log",
        own if seen[own] == 1 else f"{own} {seen[own]}", author, True, star=pri is not None and pri % 8 <= 3,
        count=int(repeated[1]) if repeated else 1, noise="" if record.text.strip() else "no text",
    ))  # fmt: skip


class _Clock:
    """Turns the stamps of one file into moments."""

    def __init__(self, hints: Hints, gathering: Gathering) -> None:
        self._hints = hints
        self._gathering = gathering
        self._year = hints.year
        self._month = 0
        self._wall = Wall(hints, gathering.warnings)

    def read(self, record: Line, place: str) -> datetime | None:
        """Return the moment of a record, none if its stamp cannot be read."""
        text = record.at
        if not text[:1].isdecimal() and text != "-":
            month, day, *rest = text.split()
            year = rest.pop(0) if record.year else str(self._turned(_MONTHS.find(month.lower()) // 4 + 1, place))
            text = f"{day} {month} {year} {rest[0]}"
        stamp = parse(text)
        if stamp is None or stamp.instant is not None:
            return stamp.instant if stamp else None
        if stamp.day is None or stamp.clock is None:
            return None
        at = self._wall.instant(place, datetime.combine(stamp.day, stamp.clock), stamp.zone or record.zone)
        self._gathering.zone = self._wall.applied
        return at

    def _turned(self, month: int, place: str) -> int:
        """Return the year of a month, one more where the months went from the end of a year to the beginning."""
        if self._year is None and (day := self._hints.date):
            self._year = nearest_year(month, day)
        if self._year is None:
            raise NeedsHint("year", f"{place}: the lines say no year; say that of the first one with --year YYYY")
        if self._month >= 11 and month <= 2:
            self._year += 1
            self._gathering.warnings.add(place, f"the months begin anew, so this is taken for {self._year}")
        elif self._month <= 2 and month >= 11 and self._month:
            return self._year - 1
        self._month = month
        return self._year


IMPORTER = Importer("syslog", "Syslog (RFC 3164, RFC 5424, ISO stamps)", _sniff, _read)
