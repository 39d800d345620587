r"""The grammar of the capture line.

Total: any text means something, and whatever is not recognised stays the room's own words. A backslash before
something that would be recognised takes its meaning away: ``\@alice`` is text.

    line    = [ "/" word | sign ] [ time [ kind ] ] words
    words   = ( "@" person | "#" kind | "~" evidence | priority | due | "done:" … | "for" cause… | word )*

Times and bare kinds belong to events; priority, due date, ``done:`` and ``for`` to actions. Where a field holds one
value the last one counts and the others stay words. Nobody is called ``14:31``: in Opening a time begins an event.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from noblame.capture import people, pieces, when
from noblame.capture.context import Context
from noblame.capture.pieces import Piece
from noblame.capture.tokens import Token
from noblame.capture.words import DEFAULTS, SIGNS, Target, slash
from noblame.model import ActionKind, Kind, Precision, Priority
from noblame.model.incident import ImpactGroup
from noblame.model.note import LessonKind

_PREFIX = re.compile(r"\s*(?P<all>/(?P<slash>[a-zA-Z][\w-]*)?(?=\s|$)|(?P<sign>[+\-!?])(?=\s))")
_ESCAPED_SLASH = re.compile(r"\s*//")
_MANY = ("who", "evidence", "answers")
_WORDS = ("done_when", "settles")


@dataclass(frozen=True)
class Captured:
    """What a line means."""

    target: Target
    text: str = ""
    """The room's words: what is left when everything recognised is taken out."""
    tokens: tuple[Token, ...] = ()
    problem: str = ""
    """Why nothing can be made of it yet, in one sentence; empty where something can."""
    at: datetime | None = None
    """None where no time was typed."""
    until: datetime | None = None
    precision: Precision = "minute"
    time_note: str = ""
    """What had to be assumed about the time: the day after midnight, an hour that was shown twice."""
    kind: Kind | None = None
    who: tuple[str, ...] = ()
    """Who saw or did it; the owners of an action, the first one first; who asked or dissents."""
    evidence: tuple[str, ...] = ()
    priority: Priority | None = None
    due: date | None = None
    due_said: str = ""
    done_when: str = ""
    settles: str = ""
    """Of a dissent: what would settle it."""
    answers: tuple[str, ...] = ()
    category: str = ""
    action_kind: ActionKind | None = None
    lesson_kind: LessonKind | None = None
    phase: str = ""
    facet: str = ""
    """Of impact: what was felt."""
    group: ImpactGroup | None = None
    roles: tuple[str, ...] = ()
    name: str = ""
    command: str = ""
    """The word behind a slash that makes no entry; `text` is the rest."""


class _Opening(NamedTuple):
    """What a line begins with."""

    target: Target
    start: int
    """Where the rest begins."""
    tokens: tuple[Token, ...] = ()
    lesson_kind: LessonKind | None = None
    command: str = ""


def parse(text: str, context: Context) -> Captured:
    """Return what `text` means in its place."""
    opening = _opening(text, context)
    target, start = opening.target, opening.start
    if target == "command":
        problem = "" if opening.command else "A slash alone lists what can be typed."
        return Captured(target, text[start:].strip(), opening.tokens, problem, command=opening.command)
    if target == "person":
        name, roles, tokens = people.introduced(text, start, context.people)
        words = text[start:].strip()
        return Captured(target, words, opening.tokens + tokens, "" if name else "There is no name yet.", name=name, roles=roles)
    time, parts = None, list[Piece]()
    if target == "event":
        time, parts, start = pieces.head(text, start, context)
    parts = _sorted_out(text, [*parts, *pieces.split(text, start, target, context)])
    values = _values(parts, opening, context) | _times(time)
    words = pieces.joined(text, parts) or next((part.values[0] for part in parts if part.field == "kind"), "")
    tokens = opening.tokens + tuple(part.token for part in parts if part.role)
    return Captured(target, words, tokens, "" if words else "There are no words yet.", **values)


def _opening(text: str, context: Context) -> _Opening:
    """Read the prefix of a line."""
    default = DEFAULTS[context.part]
    if default == "person" and when.read(text, len(text) - len(text.lstrip()), context):
        default = "event"
    if found := _ESCAPED_SLASH.match(text):
        return _Opening(default, found.end() - 1, (Token(found.end() - 2, found.end() - 1, "escape", ""),))
    found = _PREFIX.match(text)
    if found is None:
        return _Opening(default, 0)
    tokens = (Token(found.start("all"), found.end(), "prefix", found["all"]),)
    if sign := found["sign"]:
        target, lesson_kind = SIGNS[sign]
        return _Opening(target, found.end(), tokens, lesson_kind)
    word = found["slash"] or ""
    target = slash(word)
    return _Opening(target, found.end(), tokens) if target else _Opening("command", found.end(), tokens, command=word)


def _sorted_out(text: str, parts: list[Piece]) -> list[Piece]:
    """Decide what stays in the text: all but the last value of a single field, and who is named amid the words."""
    last = {part.field: number for number, part in enumerate(parts) if part.field}
    several = (*_MANY, *_WORDS)
    kept = [
        part._replace(role=None, field="", words=text[part.start : part.end])
        if part.field and part.field not in several and last[part.field] != number
        else part
        for number, part in enumerate(parts)
    ]
    plain = [number for number, part in enumerate(kept) if part.words and (part.field != "who" or not part.bare)]
    for number, part in enumerate(kept):
        if part.field == "who" and part.bare and not (plain and plain[0] < number < plain[-1]):
            kept[number] = part._replace(words="")
    return kept


def _values(parts: Sequence[Piece], opening: _Opening, context: Context) -> dict[str, Any]:
    """Return the fields that the pieces set."""
    values: dict[str, Any] = {"lesson_kind": opening.lesson_kind}
    if opening.target == "event":
        values["kind"] = context.default_kind
    for part in parts:
        if part.field in _MANY:
            values[part.field] = tuple(dict.fromkeys((*values.get(part.field, ()), *part.values)))
        elif part.field in _WORDS:
            values[part.field] = "; ".join(filter(None, (values.get(part.field, ""), *part.values)))
        elif part.field:
            values[part.field] = part.values[0]
    return values


def _times(time: when.When | None) -> dict[str, Any]:
    if time is None:
        return {}
    return {"at": time.at, "until": time.until, "precision": time.precision, "time_note": time.note}
