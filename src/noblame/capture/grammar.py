r"""The grammar of the capture line.

Total: any text means something, and whatever is not recognised stays the room's own words. A
backslash before a word takes away its meaning: ``\@alice`` is text.

    line    = [ "/" word | sign ] [ time [ kind ] ] words
    words   = ( "@" person | "#" kind | "~" evidence | priority | due | "done:" … | "for" cause… | word )*
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple

from noblame.capture import due as dates
from noblame.capture import when
from noblame.capture.context import Context
from noblame.capture.people import person
from noblame.capture.tokens import Role, Token
from noblame.capture.words import DEFAULTS, SIGNS, Target, hashed, slash
from noblame.model import KINDS, LESSON_KINDS, Kind, Precision

_PREFIX = re.compile(r"/(?P<slash>[a-zA-Z][\w-]*)(?=\s|$)|(?P<sign>[+\-!?])(?=\s)")
_CLOCK = re.compile(r"~?\d{1,2}:\d[\d?](?=\s|[:\-–]\d)")
"""A line that begins with a time of day is an event in every pane."""
_WORD = re.compile(r"\S+")
_MENTION = re.compile(r"@(?P<name>\w[\w.-]*)$")
_QUOTED = re.compile(r'~["“](?P<quote>[^"”]+)["”](?=\s|$)')
_EVIDENCE = re.compile(r"~(?P<evidence>[^\s\d$~][^\s]*)$")
_PRIORITY = re.compile(r"p[0-4]$", re.IGNORECASE)
_ANSWERS = re.compile(r"for\s+(?P<ids>\w+(?:\s*,\s*\w+|\s+\w+)*)", re.IGNORECASE)
_LABELLED = re.compile(r"(?P<label>done|settles):(?=\s|$)", re.IGNORECASE)
_SMALL = frozenset(
    ["to", "of", "by", "on", "that", "for", "in", "was", "is", "at", "with", "from", "as", "and", "or", "the", "a", "an"]
)
"""Behind one of these a kind's word is part of the sentence, so it stays."""


@dataclass(frozen=True)
class Captured:
    """What a line means."""

    target: Target
    text: str = ""
    """The room's words: what is left when everything recognised is taken out."""
    tokens: tuple[Token, ...] = ()
    problem: str = ""
    """Why nothing can be made of it yet; empty where something can."""
    at: datetime | None = None
    until: datetime | None = None
    precision: Precision = "minute"
    kind: Kind | None = None
    who: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    priority: str = ""
    due: date | None = None
    due_said: str = ""
    done_when: str = ""
    """For a dissent: what settles it."""
    answers: tuple[str, ...] = ()
    category: str = ""
    """Of a cause a category, of an action a kind, of a lesson a phase."""
    lesson: str = ""
    roles: tuple[str, ...] = ()
    name: str = ""
    command: str = ""


class _Item(NamedTuple):
    """A word, or several that belong together."""

    start: int
    end: int
    text: str
    role: Role | None = None
    value: str = ""
    stays: bool = False
    """Whether it is part of the text although it is recognised."""


def parse(text: str, context: Context) -> Captured:
    """Return what `text` means in its place."""
    target, start, tokens, lesson, command = _prefix(text, context)
    if target == "command":
        return Captured(target, text[start:].strip(), tokens, command=command)
    if target == "person":
        return _person(text, start, tokens, context)
    captured = Captured(target, lesson=lesson)
    items: list[_Item] = []
    if target == "event":
        captured, items, start = _head(text, start, captured, context)
    items += _items(text, start, target, context)
    items = _mentions_in_place(items)
    captured = _with_values(captured, items, context)
    words = _joined(text, items)
    if not words and captured.kind and target == "event":
        words = captured.kind
    tokens += tuple(Token(item.start, item.end, item.role, item.value) for item in items if item.role)
    return replace(captured, text=words, tokens=tokens, problem="" if words else "There are no words yet.")


def _prefix(text: str, context: Context) -> tuple[Target, int, tuple[Token, ...], str, str]:
    """Read what a line begins with: target, where the rest starts, token, kind of lesson, command."""
    blank = len(text) - len(text.lstrip())
    found = _PREFIX.match(text, blank)
    default = "event" if _CLOCK.match(text, blank) else DEFAULTS[context.part]
    if found is None:
        return default, blank, (), "", ""
    token = (Token(found.start(), found.end(), "prefix", found[0]),)
    if sign := found["sign"]:
        target, lesson = SIGNS[sign]
        return target, found.end(), token, lesson, ""
    target = slash(found["slash"])
    if target is None:
        return "command", found.end(), token, "", found["slash"]
    return target, found.end(), token, "", ""


def _head(text: str, start: int, captured: Captured, context: Context) -> tuple[Captured, list[_Item], int]:
    """Read the time at the start of an event, and a kind right behind it."""
    start += len(text[start:]) - len(text[start:].lstrip())
    time = when.read(text[start:], context)
    if time is None:
        return captured, [], start
    items = [_Item(start, start + time.length, text[start : start + time.length], "time", time.at.isoformat())]
    captured = replace(captured, at=time.at, precision=time.precision, until=time.until)
    start += time.length
    rest = text[start:].lstrip()
    offset = len(text) - len(rest)
    folded = rest.casefold()
    for kind in KINDS:
        if folded.startswith(kind) and not folded[len(kind) : len(kind) + 1].strip():
            following = folded[len(kind) :].split(maxsplit=1)
            stays = not following or following[0] in _SMALL
            items.append(_Item(offset, offset + len(kind), rest[: len(kind)], "kind", kind, stays))
            return captured, items, offset + len(kind)
    return captured, items, start


def _items(text: str, start: int, target: Target, context: Context) -> list[_Item]:
    """Split what is left into words and recognise them."""
    items: list[_Item] = []
    while found := _WORD.search(text, start):
        item = _item(text, found, target, context)
        if item.role == "done":
            item = _labelled(text, item, target, context)
        items.append(item)
        start = item.end
    return items


def _item(text: str, found: re.Match[str], target: Target, context: Context) -> _Item:
    """Recognise the word at a place, or take it as it is."""
    start, end, word = found.start(), found.end(), found[0]
    if word[0] == "\\" and len(word) > 1:
        return _Item(start, end, word, "escape", word[1:], stays=True)
    if quoted := _QUOTED.match(text, start):
        return _Item(start, quoted.end(), quoted[0], "evidence", quoted["quote"])
    if evidence := _EVIDENCE.match(word):
        return _Item(start, end, word, "evidence", evidence["evidence"])
    if mention := _MENTION.match(word):
        return _Item(start, end, word, "person", _handle(mention["name"], context))
    if word[0] == "#" and (value := hashed(word[1:], target)):
        return _Item(start, end, word, "kind" if target == "event" else "category", value)
    if target == "action":
        return _action_item(text, start, end, word, context)
    if target == "dissent" and (label := _LABELLED.match(text, start)) and label["label"].lower() == "settles":
        return _Item(start, label.end(), label[0], "done")
    return _Item(start, end, word)


def _action_item(text: str, start: int, end: int, word: str, context: Context) -> _Item:
    """Recognise what only actions have: priority, due date, done when, answers."""
    if _PRIORITY.match(word):
        return _Item(start, end, word, "priority", word.upper())
    if (label := _LABELLED.match(text, start)) and label["label"].lower() == "done":
        return _Item(start, label.end(), label[0], "done")
    if (answers := _ANSWERS.match(text, start)) and (known := _known_ids(answers, context)):
        return _Item(start, known, text[start:known], "answers", text[start + 3 : known])
    if day := dates.read(text[start:], context.now.date()):
        length, at, said = day
        return _Item(start, start + length, text[start : start + length], "due", at.isoformat() if at else f"?{said}")
    return _Item(start, end, word)


def _known_ids(found: re.Match[str], context: Context) -> int:
    """Return where the ids behind ``for`` end, as far as they are causes; 0 where the first is none."""
    end = 0
    for word in re.finditer(r"\w+", found["ids"]):
        if word[0].lower() not in context.cause_ids:
            break
        end = found.start("ids") + word.end()
    return end


def _labelled(text: str, label: _Item, target: Target, context: Context) -> _Item:
    """Take the words behind ``done:`` up to the next thing that is recognised."""
    start, words = label.end, list[_Item]()
    while found := _WORD.search(text, start):
        item = _item(text, found, target, context)
        if item.role and item.role != "escape":
            break
        words.append(item)
        start = item.end
    end = words[-1].end if words else label.end
    return _Item(label.start, end, text[label.start : end], "done", _joined(text, words))


def _mentions_in_place(items: list[_Item]) -> list[_Item]:
    """Let a mention amid the words stay where it was said."""
    plain = [n for n, item in enumerate(items) if item.role is None or item.stays]
    if not plain:
        return items
    return [
        item._replace(stays=True) if item.role == "person" and plain[0] < n < plain[-1] else item for n, item in enumerate(items)
    ]


def _with_values(captured: Captured, items: list[_Item], context: Context) -> Captured:
    """Put what was recognised into its fields."""
    values: dict[Role, list[str]] = {}
    for item in items:
        if item.role:
            values.setdefault(item.role, []).append(item.value)
    kind = next(reversed(values.get("kind", [])), context.default_kind if captured.target == "event" else None)
    category = next(reversed(values.get("category", [])), "")
    lesson = captured.lesson
    if captured.target == "lesson" and category in LESSON_KINDS:
        lesson, category = category, ""
    due = next(reversed(values.get("due", [])), "")
    ids = " ".join(values.get("answers", [])).replace(",", " ").casefold().split()
    return replace(
        captured,
        kind=kind,
        who=tuple(dict.fromkeys(values.get("person", []))),
        evidence=tuple(dict.fromkeys(values.get("evidence", []))),
        priority=next(reversed(values.get("priority", [])), ""),
        due=date.fromisoformat(due) if due and due[0] != "?" else None,
        due_said=due[1:] if due[:1] == "?" else "",
        done_when=next(reversed(values.get("done", [])), ""),
        answers=tuple(dict.fromkeys(ids)),
        category=category,
        lesson=lesson,
    )


def _joined(text: str, items: list[_Item]) -> str:
    """Return the words that stay; neighbours keep what stands between them."""
    kept = ""
    end = -1
    for number, item in enumerate(items):
        if item.role is not None and not item.stays:
            continue
        word = item.value if item.role == "escape" else item.text
        beside_it = number > 0 and items[number - 1].end == end
        kept += (text[end : item.start] if beside_it else " " if kept else "") + word
        end = item.end
    return kept.strip()


def _handle(name: str, context: Context) -> str:
    """Return the handle that a mention means: of somebody known by handle, name or first name, else itself."""
    wanted = name.casefold().rstrip(".")
    for handle, full in context.people:
        if wanted in (handle.casefold(), full.casefold(), full.casefold().split(" ")[0]):
            return handle
    return wanted


def _person(text: str, start: int, tokens: tuple[Token, ...], context: Context) -> Captured:
    """Read who it is and in what role."""
    words = text[start:].strip()
    name, roles, spans = person(words)
    offset = text.index(words, start) if words else start
    tokens += tuple(
        Token(offset + first, offset + last, "person" if n == 0 else "category", text[offset + first : offset + last])
        for n, (first, last) in enumerate(spans)
    )
    known = _handle(name.removeprefix("@"), context)
    shown = next((full or handle for handle, full in context.people if handle == known), name.removeprefix("@"))
    return Captured("person", words, tokens, "" if name else "There is no name yet.", name=shown, roles=roles)
