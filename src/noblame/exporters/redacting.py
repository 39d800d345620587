"""A record that can be shown outside: roles in the place of names; addresses, keys, tokens and passwords taken out.

Names are those of the roster, and people who only stand in the timeline, own an action or hold a dissent, where their
names are given names or were written as handles. What that leaves of such names is told, because it may be a machine.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from noblame.lint.wording.names import GIVEN
from noblame.model import Record, handle
from noblame.model.secrets import without_secrets
from noblame.model.walking import with_words

_FIXED = """
    id kind status roles precision join role stop confidence priority consent zone phase group parents answers about part_of
    native_id category facet
"""
_FORMS = frozenset(_FIXED.split())
"""Fields whose words have fixed forms, or refer to entries."""
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ADDRESS = re.compile(
    r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.]*\d)|(?<![\w:])(?:[0-9a-fA-F]{1,4}:){3,7}[0-9a-fA-F]{0,4}(?![\w:])"
)
_WORDS = """
    will mark bill may art grace joy hope sue pat rob drew chase dean frank grant jack miles guy rich dale max ray rose faith
    summer june april august page reed wade bob gene iris ivy dawn eve pearl ruby sky lane cliff rock stone basil sage jean
    chuck carol don holly hunter josh ken lance nick norm peg penny pierce randy robin rusty skip stew sunny tony victor ward
"""
_ALSO_WORDS = frozenset(_WORDS.split())
"""Names that are words as well: taken for names only where they are written as such."""
_SHORTEST = 3


class Redacted(NamedTuple):
    """What is left, and what was done."""

    record: Record
    changed: tuple[tuple[str, str], ...]
    """Each text that is another one now, before and after."""
    left: tuple[str, ...]
    """Who stands in the timeline or owns something and was left, as it may be a machine."""


def redacted(record: Record) -> Redacted:
    """Return a record without names, addresses and secrets."""
    labels, left = _labels(record)
    names = _pattern(labels)
    changed: dict[str, str] = {}

    def change(text: str) -> str:
        if alone := labels.get(text.casefold().removeprefix("@")):
            return changed.setdefault(text, handle(alone))
        new = _ADDRESS.sub("[address]", _EMAIL.sub("[e-mail]", without_secrets(text)))
        if names:
            new = names.sub(lambda found: _label(found, labels), new)
        if new != text:
            changed[text] = new
        return new

    people = tuple(
        person.but(id=handle(labels[person.id.casefold()]), name=labels[person.id.casefold()].capitalize())
        for person in record.people
    )
    rest: Record = with_words(record.but(people=(), meeting=record.meeting.but(private_notes="")), change, _FORMS)
    changed |= {person.shown: new.name for person, new in zip(record.people, people, strict=True)}
    return Redacted(rest.but(people=people), tuple(changed.items()), left)


def _labels(record: Record) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return what stands for each name in small letters, and the names that were left."""
    roles = Counter(person.roles[0] if person.roles else "participant" for person in record.people)
    given: Counter[str] = Counter()
    labels: dict[str, str] = {}
    for person in record.people:
        role = person.roles[0] if person.roles else "participant"
        given[role] += 1
        label = f"{role} {given[role]}" if roles[role] > 1 or role == "participant" else role
        for name in (person.id, person.name, *_parts(person.name)):
            if name:
                labels.setdefault(name.casefold(), label)
    left: list[str] = []
    for name in dict.fromkeys(_named(record)):
        if name.lstrip("@").casefold() in labels:
            continue
        first = re.split(r"[\s._-]", name.lstrip("@").casefold())[0]
        if first.rstrip("0123456789") not in GIVEN and not name.startswith("@"):
            left.append(name)
            continue
        given["participant"] += 1
        for part in (name.lstrip("@"), *_parts(name)):
            labels.setdefault(part.casefold(), f"participant {given['participant']}")
    return labels, tuple(left)


def _named(record: Record) -> Iterator[str]:
    """Yield who stands in the timeline, owns an action or said something."""
    for event in record.events:
        yield from event.who
    yield from (action.owner for action in record.actions if action.owner)
    yield from (note.by for note in record.notes if note.by)


def _parts(name: str) -> list[str]:
    """Return the words of a name that are names by themselves."""
    words = name.split()
    return [word for word in words if len(word) >= _SHORTEST and word[:1].isupper()] if len(words) > 1 else []


def _pattern(labels: dict[str, str]) -> re.Pattern[str] | None:
    """Return what finds the names, the longest first; words that are no names too only as they are written as such."""
    names = sorted((name for name in labels if len(name) > 1), key=len, reverse=True)
    if not names:
        return None
    either = [rf"@?(?i:{re.escape(name)})" for name in names if name not in _ALSO_WORDS]
    written = [rf"@(?i:{re.escape(name)})|{re.escape(name.title())}" for name in names if name in _ALSO_WORDS]
    return re.compile(rf"(?<![\w@])(?:{'|'.join((*either, *written))})(?!\w|-\w)")


def _label(found: re.Match[str], labels: dict[str, str]) -> str:
    """Return what stands for a name, as a handle where it was one."""
    label = labels[found[0].removeprefix("@").casefold()]
    if found[0].startswith("@"):
        return f"@{handle(label)}"
    return label[:1].upper() + label[1:] if found.string[: found.start()].rstrip(" ")[-1:] in ("", ".", "!", "?") else label
