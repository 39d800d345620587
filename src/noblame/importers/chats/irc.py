"""IRC logs of many clients: irssi, weechat, xchat and hexchat, mIRC, ZNC, supybot, dircproxy, scrollbacks.

A clock that falls is midnight, or the turn of a clock with twelve hours: the first is counted and
said, the second asks for the start. Marks such as ``--- Day changed`` move the date.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from noblame.importers.base import Hints, Importer, NeedsHint, Reading
from noblame.importers.chats.bot_words import shouted
from noblame.importers.chats.irc_lines import Heard, bare, hear
from noblame.importers.chats.offers import offered
from noblame.importers.chats.talk import Talk
from noblame.importers.source import Source
from noblame.importers.times.stamps import month_of
from noblame.importers.times.wall import Days, Wall, nearest_year

_HALF_DAY = timedelta(hours=12)
_SAMPLE = 400
_LONGEST = 1_000
"""Characters of a line by which it is judged; IRC itself allows 512 bytes."""
_MARK = re.compile(r"(?:---|\*\*\*\*+|Session |={3,}|#|\[?--)")
_MARKED = re.compile(
    r"\b(?:(?P<n>[^\W\d_]{3,4})\.? (?P<d>\d{1,2})(?: \d\d:\d\d:\d\d)?,? (?P<y>\d{4})[ *-]*$"
    r"|(?P<y2>\d{4})-(?P<m2>\d\d)-(?P<d2>\d\d))"
)
"""``--- Day changed Wed May 15 2024``, ``**** BEGIN LOGGING AT Tue May 14 23:50:11 2024``, in whatever language."""
_PEOPLE = re.compile(r"(?:abbot|arbot|barbot|cabot|chabot|corbot|garbot|marbot|ribot|talbot|turbot)\d*$", re.IGNORECASE)
"""Names of people that end as those of bots do."""
_BOTS = re.compile(r"bot\d*$|^(?:alert|nagios|icinga|pager|monit|prometheus|zabbix)", re.IGNORECASE)


def _sniff(source: Source) -> float:
    lines = [line[:_LONGEST] for line in source.lines[:_SAMPLE] if line.strip()]
    if not lines or source.documents.values:
        return 0.0
    marks = sum(1 for line in lines if _mark(line))
    heard = [hear(line, set()) for line in lines]
    spoken = sum(1 for line, one in zip(lines, heard, strict=True) if one and (one.nick and _by_brackets(line)))
    served = sum(1 for one in heard if one and not one.nick and one.notice != "notice of the server")
    share = (spoken + served + marks) / len(lines)
    if bare(lines[0]).startswith(("--- Log opened", "**** BEGIN LOGGING", "Session Start:")) or (
        lines[0].startswith("T ") and share > 0.2
    ):
        return 0.95
    return 0.92 if share > 0.6 and spoken else 0.6 if share > 0.3 and spoken > 1 else 0.0


def _by_brackets(line: str) -> bool:
    """Whether somebody spoke in a form that only IRC logs have."""
    plain = bare(line)
    return bool(re.search(r"<[\s@+%&~]?[^\s<>]{1,40}> ?", plain[:80]) or re.search(r"\s\* \S+ ", plain[:80])) or (
        plain.count("\t") >= 2 and re.match(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\t", plain) is not None
    )


def _mark(line: str) -> date | None:
    """Return the date of a line that only says on which day the log goes on."""
    plain = " ".join(bare(line).split()) if len(line) < _LONGEST else ""
    found = _MARKED.search(plain) if _MARK.match(plain) else None
    if not found:
        return None
    month = int(found["m2"]) if found["y2"] else month_of(found["n"])
    try:
        return date(int(found["y"] or found["y2"]), month, int(found["d"] or found["d2"]))
    except ValueError:
        return None


def _read(source: Source, hints: Hints) -> Reading:
    talk = Talk(source)
    log = _Log(talk, hints)
    lines = source.lines
    log.half_days = _twelve_hours(lines, log.nicks)
    for number, line in enumerate(lines, start=1):
        if line.strip():
            log.take(f"{source.name}, line {number}", line)
    return talk.reading("irc", log.wall.applied)


def _twelve_hours(lines: Sequence[str], nicks: set[str]) -> bool:
    """Whether the clock of a log turns from 12:59 to 01:00 and never shows a later hour; `nicks` gets who speaks in it."""
    before, turned, later = None, False, False
    for line in lines:
        heard = hear(line[:_LONGEST], set())
        if heard and heard.nick:
            nicks.add(heard.nick)
        if heard is None or heard.clock is None:
            continue
        later = later or heard.clock.hour > 12 or heard.clock.hour == 0
        turned = turned or (before == 12 and heard.clock.hour == 1)
        before = heard.clock.hour
    return turned and not later


class _Log:
    """Goes through a log with what the lines so far have settled."""

    def __init__(self, talk: Talk, hints: Hints) -> None:
        self._talk = talk
        self._hints = hints
        self.wall = Wall(hints, talk.warnings)
        self._days = Days(hints.date or (hints.start.date() if hints.start else None), talk.warnings)
        self._year = hints.year
        self._month = 0
        self.nicks: set[str] = set()
        """Who speaks in it."""
        self._last: datetime | None = None
        self._wall_time: datetime | None = None
        """What the clock of the last line showed; the same in whatever zone it is read."""
        self._turning: datetime | None = None
        self.half_days = False

    def take(self, place: str, line: str) -> None:
        """Take one line that is not empty."""
        if (day := _mark(line)) is not None:
            self._begin(day)
            return
        heard = hear(line, self.nicks)
        if heard is None:
            self._talk.records += 1
            self._talk.leave_out(place, f"line without a time ({bare(line).strip()[:60]!r})", "line without a time")
            return
        at = self._instant(place, heard)
        lost = at is None and heard.lost
        if lost and self._last is not None:
            at = self._last
            self._talk.warnings.add(place, "has no time of its own that can be true, so it takes the one of the line before")
        self._last = at or self._last
        nick = heard.nick.lstrip("@+%&~")
        bot = _BOTS.search(nick) and not _PEOPLE.match(nick)
        kind = "message" if not nick else shouted(heard.text) if bot else offered(heard.text)
        precision = "about" if lost else "second" if heard.instant or (heard.clock and _has_seconds(line)) else "minute"
        key = self._talk.told(f"{self._wall_time} {nick} {heard.text}")
        self._talk.say(place, at, heard.text, nick, key, noise=heard.notice, source_kind=kind, precision=precision)

    def _begin(self, day: date) -> None:
        """Go on at the day that a mark names."""
        self._talk.records += 1
        self._talk.skipped["mark of the log"] += 1
        self._days.begin(day)
        self._year, self._month = day.year, day.month

    def _instant(self, place: str, heard: Heard) -> datetime | None:
        if heard.instant is not None or heard.clock is None:
            self._wall_time = heard.instant
            return heard.instant
        if heard.day is not None:
            wall = datetime.combine(heard.day, heard.clock)
        elif heard.month_day is not None:
            wall = datetime.combine(self._dated(place, *heard.month_day), heard.clock)
        else:
            wall = self._turned(place, heard.clock) if self.half_days else self._days.wall(place, heard.clock)
        self._wall_time = wall
        return self.wall.instant(place, wall, heard.zone)

    def _dated(self, place: str, month: int, day: int) -> date:
        """Return a day without a year, which goes on from the lines before."""
        if self._year is None and (given := self._hints.date) is not None:
            self._year = nearest_year(month, given)
        if self._year is None:
            raise NeedsHint("year", f"{place}: writes dates without a year; say the year of the first line with --year YYYY")
        if self._month == 12 and month == 1:
            self._year += 1
            self._talk.warnings.add(place, f"the year turns, so this is taken for {self._year}")
        self._month = month
        try:
            return date(self._year, month, day)
        except ValueError:
            raise NeedsHint("year", f"{place}: that day is not in {self._year}; say the right year with --year YYYY") from None

    def _turned(self, place: str, clock: time) -> datetime:
        """Return the wall time of a clock with twelve hours, going on from the start of the log."""
        if self._turning is None:
            start = self._hints.start
            if start is None and self._days.day is None:
                raise NeedsHint(
                    "start",
                    f"{place}: the clock has twelve hours and no date; say when the log begins with --start 2024-01-15T13:00",
                )
            day = start.date() if start else self._days.day or date.min
            afternoon = start is not None and start.hour >= 12
            self._turning = datetime.combine(day, time(clock.hour % 12 + (12 if afternoon else 0), clock.minute, clock.second))
            if start is None:
                self._talk.warnings.add(
                    place, "the clock has twelve hours; the first line is taken for the morning, else say --start with the hour"
                )
            return self._turning
        wall = datetime.combine(self._turning.date(), time(clock.hour % 12, clock.minute, clock.second))
        while wall < self._turning - timedelta(minutes=30):
            wall += _HALF_DAY
        self._turning = max(wall, self._turning)
        return wall


def _has_seconds(line: str) -> bool:
    return re.match(r".{0,24}?\d\d:\d\d:\d\d", bare(line)) is not None


IMPORTER = Importer("irc", "IRC log (irssi, weechat, xchat, mIRC, ZNC and others)", _sniff, _read)
