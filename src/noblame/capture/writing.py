"""An entry as the line that makes it, for changing it where everything is typed."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from noblame.capture import due, people, quoting, when
from noblame.capture.context import Context
from noblame.capture.grammar import parse
from noblame.capture.making import fields
from noblame.capture.tokens import Token
from noblame.capture.words import DEFAULTS, SIGNS, SLASHES, Target, hashed
from noblame.model import FACETS, Action, Cause, Entry, Event, Impact, Lesson, Note, Person

_SIGNS = {lesson: sign for sign, (_, lesson) in SIGNS.items() if lesson}
_WORDS = {target: f"/{word}" for word, (target, _) in SLASHES.items()}


@dataclass
class _Chunk:
    """A stretch of a line that is being written."""

    text: str
    plain: bool = False
    """Whether it is a word of the room, which has to stay one."""
    escaped: bool = False


Draft = Sequence[str | list[str]]
"""What a line is made of: what shall be recognised, and, in a list, words that shall not."""


def write(entry: Entry, context: Context) -> str:
    """Return the line from which `parse` gets what the line can say of an entry.

    Of several ways to say it the first is taken that is read back as the same fields. A time that no line can say
    exactly, such as a day in another zone, is left out; the entry then keeps it.
    """
    match entry:
        case Event():
            drafts = _event(entry, context)
        case Cause():
            drafts = [[_prefix("cause", context), [entry.text], _category(entry.category), *_evidence(entry.evidence)]]
        case Action():
            drafts = [_action(entry, context)]
        case Lesson():
            drafts = [_lesson(entry, context)]
        case Impact():
            group = "" if FACETS.get(entry.facet, "customer") == entry.group else f"#{entry.group}"
            drafts = [[_WORDS["impact"], [entry.text], f"#{entry.facet}" if entry.facet in FACETS else "", group]]
        case Note():
            settles = _labelled("settles:", entry.settles if entry.kind == "dissent" else "")
            drafts = [[_WORDS[entry.kind], [entry.text], *_people(_names(entry.by), context), *settles]]
        case Person():
            hashes = [f"#{role.replace(' ', '-')}" for role in entry.roles]
            said = f"{entry.shown} as {entry.roles[0]}" if len(entry.roles) == 1 else " ".join([entry.shown, *hashes])
            prefix = _prefix("person", context)
            exact = f"@{quoting.quoted(entry.shown)}"
            drafts = [[prefix, said], [prefix, exact, *hashes], [_WORDS["person"], exact, *hashes]]
        case _:
            return str(getattr(entry, "text", ""))
    return _first_that_fits(entry, drafts, context)


def _event(event: Event, context: Context) -> list[Draft]:
    """Return the ways to write an event: its kind in its own words, as a bare word, behind a sign; mentions in place."""
    time = _time(event, context)
    kinds = ["", event.kind, f"#{event.kind.replace(' ', '-')}"] if time else ["", f"#{event.kind.replace(' ', '-')}"]
    amid = event.text.split()[1:-1]
    elsewhere = tuple(who for who in event.who if f"@{who}" not in amid)
    return [
        [_prefix("event", context), time, kind, [event.text], *_people(who, context), *_evidence(event.evidence)]
        for kind in kinds
        for who in dict.fromkeys((elsewhere, event.who))
    ]


def _action(action: Action, context: Context) -> Draft:
    ids = " ".join(answer for answer in action.answers if answer in context.cause_ids)
    said = f"due {action.due_said}"
    if action.due_said and ((read := due.read(said, 0, context.today)) is None or read.said != action.due_said):
        said = f"due {quoting.quoted(action.due_said)}"
    return [
        _prefix("action", context),
        [action.text],
        *_people(_names(action.owner), context),
        action.priority.lower() if action.priority else "",
        action.due.isoformat() if action.due else "",
        said if action.due_said else "",
        f"#{action.kind}" if action.kind else "",
        *_evidence((action.ticket,) if action.ticket else ()),
        f"for {ids}" if ids else "",
        *_labelled("done:", action.done_when),
    ]


def _lesson(lesson: Lesson, context: Context) -> Draft:
    prefix = _SIGNS.get(lesson.kind) or _prefix("lesson", context)
    kind = "" if lesson.kind in _SIGNS or lesson.kind == "takeaway" else f"#{lesson.kind}"
    return [prefix, [lesson.text], kind, f"#{lesson.phase}" if lesson.phase else ""]


def _prefix(target: Target, context: Context) -> str:
    """Return the slash word that a line needs where it would make something else."""
    return "" if DEFAULTS[context.part] == target else _WORDS[target]


def _names(said: str) -> tuple[str, ...]:
    """Return the names in a field that holds them all."""
    names = tuple(said.split(", ")) if said else ()
    apart = len(set(names)) == len(names) and all(name and name == name.strip() for name in names)
    return names if apart else (said,)


def _people(who: Iterable[str], context: Context) -> list[str]:
    """Return mentions; in quotes those that would be read as somebody else."""
    written: list[str] = []
    for name in who:
        read = people.mention(f"@{name}", 0, context.people)
        fits = read is not None and read.who == name and read.end == len(name) + 1
        written.append(f"@{name}" if fits else f"@{quoting.quoted(name)}")
    return written


def _evidence(evidence: Iterable[str]) -> list[str]:
    """Return evidence as tokens; several words, and what would be text behind a ``~``, in quotes."""
    return [
        f"~{item}" if item[0].isalpha() and re.fullmatch(r"\S+(?<![,;.:])", item) else f"~{quoting.quoted(item)}"
        for item in evidence
    ]


def _labelled(label: str, words: str) -> Draft:
    """Return words behind their label; in quotes where they would not be read to the letter."""
    if not words:
        return []
    return [label, quoting.quoted(words)] if "\\" in words or words[0] in '"“' else [label, [words]]


def _category(category: str) -> str:
    """Return a category behind its sign; the team's own in quotes."""
    if not category:
        return ""
    return f"#{category}" if hashed(category, "cause") == category else f"#{quoting.quoted(category)}"


def _time(event: Event, context: Context) -> str:
    """Return the shortest time that is read back as this one: a clock, with its day, with its offset."""
    if event.at is None:
        return ""
    at = event.at.astimezone(context.zone)
    for day in ("", f"{at.day} {at:%b} ", f"{at:%Y-%m-%d} "):
        for until in _until(event.until, context):
            if _reads_as(said := f"{day}{_clock(at, event)}{until}", event, context):
                return said
    if _reads_as(day := f"{at:%Y-%m-%d}", event, context):
        return day
    about = "~" if event.precision == "about" else ""
    told = event.at.isoformat(timespec="seconds" if event.precision == "second" or event.at.second else "minutes")
    for until in _until(event.until, context):
        if _reads_as(said := f"{told[:11]}{about}{told[11:]}{until}", event, context):
            return said
    return ""


def _until(until: datetime | None, context: Context) -> list[str]:
    """Return the ways to say until when."""
    if until is None:
        return [""]
    local = until.astimezone(context.zone)
    return [f"-{local:%H:%M}", f"–{local:%Y-%m-%d %H:%M}", f"–{until.replace(tzinfo=None).isoformat()}"]


def _clock(at: datetime, event: Event) -> str:
    if event.precision == "ten":
        return f"{at:%H:%M}"[:-1] + "?"
    seconds = at.replace(tzinfo=None).time().isoformat(timespec="seconds")
    if event.precision == "about":
        return f"~{seconds if at.second else f'{at:%H:%M}'}"
    return seconds if event.precision == "second" else f"{at:%H:%M}"


def _reads_as(said: str, event: Event, context: Context) -> bool:
    """Whether a time means the instants of an event, with their offsets."""
    read = when.read(said, 0, context)
    return read is not None and all(_same(getattr(event, name), getattr(read, name)) for name in ("at", "precision", "until"))


def _same(one: Any, other: Any) -> bool:
    """Whether two values are the same; instants with their offsets, to the second."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one.isoformat(timespec="seconds") == other.isoformat(timespec="seconds")
    return one == other


def _first_that_fits(entry: Entry, drafts: Sequence[Draft], context: Context) -> str:
    """Return the first draft that is read back as the entry; the last one where none is."""
    wanted = {name: getattr(entry, name) for name in type(entry).model_fields}

    def meant(token: Token) -> bool:
        if token.role == "kind":
            return token.value == wanted["kind"]
        return token.role == "person" and token.value in wanted.get("who", ())

    def none(_: Token) -> bool:
        return False

    line = ""
    for draft in drafts:
        for accepts in (meant, none):
            line = _settled(draft, context, accepts)
            made = fields(parse(line, context))
            if made and all(name in wanted and _same(wanted[name], value) for name, value in made.items()):
                return line
    return line


def _settled(draft: Draft, context: Context, accepts: Callable[[Token], bool]) -> str:
    """Return a draft as a line, with a backslash before each word of the room that would be recognised."""
    chunks: list[_Chunk] = []
    for part in draft:
        if chunks and part and part != [""]:
            chunks.append(_Chunk(" "))
        if isinstance(part, str):
            chunks.extend([_Chunk(part)] if part else [])
        else:
            chunks.extend(_Chunk(word, plain=bool(word.strip())) for word in re.split(r"(\s+)", part[0]) if word)
    while True:
        line = "".join(f"\\{chunk.text}" if chunk.escaped else chunk.text for chunk in chunks)
        found = [chunk for token in parse(line, context).tokens if (chunk := _mistaken(token, chunks, accepts))]
        if not found:
            return line
        for chunk in found:
            chunk.escaped = True


def _mistaken(token: Token, chunks: Sequence[_Chunk], accepts: Callable[[Token], bool]) -> _Chunk | None:
    """Return the room's word that a token begins with or runs into, unless that is as it should be."""
    start = 0
    in_label = False
    for chunk in chunks:
        end = start + len(chunk.text) + chunk.escaped
        if start <= token.start < end and not chunk.plain:
            in_label = token.role == "done"
        if chunk.plain and not chunk.escaped and start < token.end and token.start < end:
            return None if in_label or accepts(token) else chunk
        start = end
    return None
