"""One line of an IRC log: its stamp, and what was said by whom.

Clients write what they like. Told apart are lines that somebody said (``<nick> text``, ``* nick
acts``, nick and text between tabs) and lines of the server, whose words may be in any language.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from noblame.importers.times.stamps import epoch, month_of

_COLOURS = re.compile("\x03(?:\\d{1,2}(?:,\\d{1,2})?)?|\x04[0-9A-Fa-f]{6}|[\x02\x08\x0f\x11\x16\x1d-\x1f]")
"""mIRC's codes for colour and weight, and the marks by which xchat hides brackets."""
_NICK = r"[^\s<>!]{1,64}"
_DAYS = (
    r"(?:(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)[T ]"
    r"|(?:\w{2,4}\.? )?(?P<n>[A-Za-z]{3}) +(?P<dn>\d{1,2}) |(?P<nd>\d{1,2}) (?P<nn>[A-Za-z]{3}) )?"
)
_STAMP = re.compile(
    rf"[\[(]?{_DAYS}(?P<h>\d{{1,2}}):(?P<min>\d\d)(?::(?P<s>\d\d)(?:[.,]\d+)?)?(?P<half> ?[AP]M)?"
    r"(?P<zone>Z|[+-]\d\d:?\d\d)?[\])]?(?=\s|$)",
    re.ASCII | re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:T |@)(?P<epoch>\d+) ")
_SAID = re.compile(rf"<(?P<mode>[\s@+%&~!*]*)(?P<nick>{_NICK})(?:![^>]*)?> ?(?P<text>.*)")
_ACTED = re.compile(rf"\* (?P<mode>[@+%&~]?)(?P<nick>{_NICK})(?P<text>\s.*|)")
_COLUMN = re.compile(rf"(?P<mode>[@+%&~]?)(?P<nick>{_NICK})\t(?P<text>.*)")
_OWN_ACT = re.compile(rf"\s*\*\t(?P<mode>)(?P<nick>{_NICK}) (?P<text>.*)")
_SERVER = re.compile(r"(?:-!-|\*\*\*|===|-->|<--|--|=!=|=-=|—|⇐|→|←|•|!)(?:[\s\t]|$)|-\S{1,64}- ")
_ADDRESS = re.compile(r"\((?:[^)\s]*@[^)\s]*|[^)]*)\)\s+\S+|\[\S*@\S*\]|^Joins:|^Quits:|^Parts:")
_REASONS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), reason)
    for pattern, reason in (
        (r"(?:has )?joined\b|joins?:", "joined the channel"),
        (r"(?:has )?(?:quit|left)\b|quits?:|parts?:", "left the channel"),
        (r"(?:are|is) now known as|changed nick", "changed nick"),
        (r"\bmode\b|sets mode|gives channel", "changed a mode"),
        (r"\btopic\b", "set the channel's topic"),
        (r"\bkicked\b", "left the channel"),
    )
)
_OF_SERVER = re.compile(
    r"#\S|[\[(][^\s\])]*@|^(?:has )?(?:quit|left|joined|parted)\s*(?:\(|$)|known as|\bmode [+-]|changed? nick|topic|kicked"
    r"|gives channel",
    re.IGNORECASE,
)
"""What the server says behind such a word, and people who act do not."""
_ACT_COLOURS = ("", "13", "18")
"""Colours that xchat gives to the star of what people do; its notices have others."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A line, taken apart."""

    day: date | None = None
    month_day: tuple[int, int] | None = None
    """A date without its year."""
    clock: time | None = None
    zone: str = ""
    instant: datetime | None = None
    """Where the line counts from 1970."""
    lost: bool = False
    """Whether a stamp stands there that says nothing."""
    nick: str = ""
    """Who said it; empty for lines of the server."""
    text: str = ""
    notice: str = ""
    """What kind of line of the server it is."""


def bare(line: str) -> str:
    """Return a line without codes for colour and weight."""
    return _COLOURS.sub("", line)


def hear(line: str, nicks: set[str]) -> Heard | None:
    """Return what a line says; none for one without any stamp. `nicks` are those heard so far."""
    plain = bare(line).rstrip()
    if counted := _COUNTED.match(plain):
        at = epoch(counted["epoch"])
        return _with(Heard(instant=at, lost=at is None), plain[counted.end() :], line, nicks)
    stamp = _STAMP.match(plain)
    clock = _clock(stamp) if stamp else None
    if stamp is None or clock is None:
        return Heard(text=plain.strip(), notice=_notice(plain)) if _SERVER.match(plain) else None
    day, month_day = _day(stamp)
    return _with(Heard(day, month_day, clock, stamp["zone"] or ""), plain[stamp.end() :], line, nicks)


def _clock(stamp: re.Match[str]) -> time | None:
    hour = int(stamp["h"])
    if stamp["half"]:
        hour = hour % 12 + (12 if stamp["half"].strip()[:1] in "Pp" else 0)
    try:
        return time(hour % 24 if hour == 24 else hour, int(stamp["min"]), int(stamp["s"] or 0))
    except ValueError:
        return None


def _day(stamp: re.Match[str]) -> tuple[date | None, tuple[int, int] | None]:
    try:
        if stamp["y"]:
            return date(int(stamp["y"]), int(stamp["m"]), int(stamp["d"])), None
    except ValueError:
        return None, None
    name, number = stamp["n"] or stamp["nn"], stamp["dn"] or stamp["nd"]
    month = month_of(name) if name else 0
    return None, (month, int(number)) if month else None


def _with(heard: Heard, rest: str, line: str, nicks: set[str]) -> Heard:
    """Return the line with who said what in the words behind its stamp."""
    said = rest[1:] if rest[:1] in " \t" else rest
    nick, text = _spoken(said.lstrip(" ") if not said.startswith("\t") else said, line, nicks)
    notice = "" if nick else _notice(said.strip())
    return Heard(
        heard.day, heard.month_day, heard.clock, heard.zone, heard.instant, heard.lost, nick, text.strip() or said.strip(), notice
    )


def _spoken(said: str, line: str, nicks: set[str]) -> tuple[str, str]:
    """Return nick and words; an empty nick for lines of the server."""
    if found := _SAID.match(said):
        return found["nick"], found["text"]
    if found := _OWN_ACT.match(said):
        colour = re.search(r"\x03(\d{1,2})\*", line)
        known = found["nick"] in nicks and not _ADDRESS.search(found["text"]) and not _of_server(found["text"])
        if known and (colour[1] if colour else "") in _ACT_COLOURS:
            return found["nick"], f"{found['nick']} {found['text']}"
        return "", ""
    if _SERVER.match(said):
        return "", ""
    if found := _ACTED.match(said):
        if found["nick"].endswith(":") or _of_server(found["text"].strip()):
            return "", ""
        return found["nick"], f"{found['nick']}{found['text']}"
    if (found := _COLUMN.match(said)) and not _SERVER.match(found["nick"] + "\t"):
        return found["nick"], found["text"]
    return "", ""


def _of_server(text: str) -> bool:
    """Whether the server tells this of somebody: who came, went or changed something."""
    return bool(_ADDRESS.search(text)) if not _reason(text) else bool(_OF_SERVER.search(text))


def _reason(text: str) -> str:
    return next((reason for pattern, reason in _REASONS if pattern.search(text[:200])), "")


def _notice(text: str) -> str:
    """Return what kind of line of the server it is."""
    return _reason(text) or "notice of the server"
