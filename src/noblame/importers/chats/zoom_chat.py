"""Chats of Zoom meetings: the file beside a recording, and the one that a client saves.

Beside a recording the times count from its start, so the start is asked for. A client saves the
time of day. Reactions are most of the lines, in the language of whoever reacted.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from noblame.importers.base import Hints, Importer, NeedsHint, Reading
from noblame.importers.chats.talk import Talk
from noblame.importers.source import Source
from noblame.importers.times.wall import Days, Wall

_RECORDED = re.compile(r"(?P<h>\d{1,3}):(?P<m>\d\d):(?P<s>\d\d)\t(?P<who>[^\t]{1,120}?):?\t(?P<text>.*)")
_SAVED = re.compile(
    r"(?:(?P<day>\d{4}-\d\d-\d\d) )?(?P<h>\d{1,2}):(?P<m>\d\d):(?P<s>\d\d)\s+(?:From|Von|De|Da|Van)\s+(?P<who>.{1,120}?)"
    r"\s+(?:to|To|an|An|à|a|para|naar)\s+(?P<to>[^:]{1,200}?)\s*:(?:\s(?P<text>.*)|$)"
)
_PRIVATE = re.compile(
    r"\((?:Direct Message|Privately|Direktnachricht|privat|Message direct|Mensaje directo)\)|^Me\b", re.IGNORECASE
)
_OPENS, _CLOSES = '"“„«‟', '"”“»'
_QUOTING = re.compile(rf"^[^{_OPENS}\n]{{1,40}}[{_OPENS}](?P<quote>.*)[{_CLOSES}](?P<after>[^{_CLOSES}\n]{{0,40}})$")
_SAMPLE = 1_000
_REMEMBERED = 300
"""Messages back to which people react."""
_MOST_WORDS = 5
"""Words beside the quote of a reaction, in the languages that Zoom speaks."""


@dataclass(slots=True)
class Post:
    """A message with all of its lines."""

    number: int
    clock: timedelta
    day: str
    who: str
    to: str
    lines: list[str] = field(default_factory=list[str])

    @property
    def text(self) -> str:
        """The words, without empty lines at the ends."""
        return "\n".join(self.lines).strip()


def _posts(lines: Sequence[str]) -> Iterator[Post]:
    """Yield the messages; lines without a stamp go on with the one before."""
    post: Post | None = None
    for number, line in enumerate(lines, start=1):
        found = _RECORDED.match(line) or _SAVED.match(line)
        if found:
            if post:
                yield post
            parts = found.groupdict()
            clock = timedelta(hours=int(found["h"]), minutes=int(found["m"]), seconds=int(found["s"]))
            post = Post(number, clock, parts.get("day") or "", found["who"].strip(), parts.get("to") or "", [found["text"] or ""])
        elif post:
            post.lines.append(line.strip("\t "))
    if post:
        yield post


def _sniff(source: Source) -> float:
    lines = [line[:1_000] for line in source.lines[:_SAMPLE] if line.strip()]
    if not lines:
        return 0.0
    stamped = sum(1 for line in lines if _RECORDED.match(line) or _SAVED.match(line))
    begins = _RECORDED.match(lines[0]) or _SAVED.match(lines[0])
    return 0.94 if begins and stamped * 5 > len(lines) else 0.0


def _read(source: Source, hints: Hints) -> Reading:
    talk = Talk(source)
    times = _Times(source, hints, talk)
    for number, line in enumerate(source.lines, start=1):
        if line.strip():
            if not (_RECORDED.match(line) or _SAVED.match(line)):
                talk.leave_out(f"{source.name}, line {number}", "line before the first message")
                continue
            break
    said: list[str] = []
    for post in _posts(source.lines):
        place = f"{source.name}, line {post.number}"
        at = times.instant(place, post)
        reacted = _reaction(post.text, said)
        if not reacted:
            said.append(" ".join(post.text.split()))
        raw = post.text if reacted else _answer(post.text)
        private = bool(_PRIVATE.search(post.to))
        talk.say(
            place, at, raw, post.who, talk.told(f"{at.replace(tzinfo=None)} {post.who} {post.text}"),
            noise="reaction" if reacted else "", private=private,
        )  # fmt: skip
    return talk.reading("zoom_chat", times.wall.applied)


class _Times:
    """From the clock of a message to its instant: counted from the start, or a time of day."""

    def __init__(self, source: Source, hints: Hints, talk: Talk) -> None:
        self._saved = any(_SAVED.match(line[:1_000]) for line in source.lines[:_SAMPLE])
        self._start = None if self._saved and hints.date else hints.start
        self._days = Days(hints.date or (hints.start.date() if hints.start else None), talk.warnings)
        self.wall = Wall(hints, talk.warnings)

    def instant(self, place: str, post: Post) -> datetime:
        """Return the instant; raises NeedsHint for a start, a date or a zone that only the user knows."""
        if not self._saved and self._start is not None:
            return self._start + post.clock
        if not self._saved and self._days.day is None:
            raise NeedsHint(
                "start", f"{place}: times count from the start of the recording; say it with --start 2024-01-15T14:00Z"
            )
        clock = (datetime.min + post.clock % timedelta(days=1)).time()
        if post.day:
            return self.wall.instant(place, datetime.combine(datetime.fromisoformat(post.day).date(), clock))
        return self.wall.instant(place, self._days.wall(place, time(clock.hour, clock.minute, clock.second)))


def _reaction(text: str, said: Sequence[str]) -> bool:
    """Whether a message only says that somebody reacted to another: a quote of what was `said`, an emoji, few words around."""
    if re.match(r"(?:Reacted to|Removed an? \S+ reaction from) ", text):
        return True
    found = _QUOTING.match(text.replace("\n", " "))
    if not found or not _quotes(found["quote"], said):
        return False
    around = text[: found.start("quote")] + found["after"]
    emoji = any(unicodedata.category(c) in ("So", "Sk") or c in "\u200d\ufe0f" for c in around)
    return (emoji or ":" in found["after"]) and len(around.split()) <= _MOST_WORDS + 3


def _quotes(quote: str, said: Sequence[str]) -> bool:
    """Whether a quote, which may be cut, is of something said before; looked for from the latest."""
    words = " ".join(quote.split()).rstrip(".\u2026 ")
    return any(words in earlier for earlier in said[-_REMEMBERED:])


def _answer(text: str) -> str:
    """Return a message without the quote of what it answers, which stands on its first line before an empty one."""
    head, cut, rest = text.partition("\n\n")
    return rest.strip() if cut and rest.strip() and "\n" not in head and _QUOTING.match(head) else text


IMPORTER = Importer("zoom_chat", "Chat of a Zoom meeting", _sniff, _read)
