"""Giving entries other ids, with all that refers to them."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from noblame.model import LETTERS, LISTS, Entry, Note, Record, next_id

EntryT = TypeVar("EntryT", bound=Entry)

_REFERENCES = {
    "events": ("part_of",),
    "causes": ("parents", "events"),
    "actions": ("answers",),
    "notes": ("about",),
    "lessons": ("about",),
}
"""Fields that hold ids of entries, for each list."""


def renamed(record: Record, names: Mapping[str, str]) -> Record:
    """Return the record with entries and what refers to them under other ids; the same record where nothing is concerned."""
    changes: dict[str, Any] = {}
    for name in LISTS:
        entries: tuple[Entry, ...] = getattr(record, name)
        fields = ("id", *_REFERENCES.get(name, ()))
        other = tuple(_pointed(entry, names, fields) for entry in entries)
        if any(new is not old for new, old in zip(other, entries, strict=True)):
            changes[name] = other
    return record.but(**changes) if changes else record


def colliding(base: Record, ours: Record, theirs: Record) -> dict[str, str]:
    """Return free ids for the entries that we added under an id which they gave to something else."""
    names: dict[str, str] = {}
    for name in LETTERS:
        old = {entry.id for entry in getattr(base, name)}
        other: dict[str, Entry] = {entry.id: entry for entry in getattr(theirs, name) if entry.id not in old}
        mine: list[Entry] = [entry for entry in getattr(ours, name) if entry.id not in old]
        both = [entry for entry in mine if entry.id in other and entry != other[entry.id]]
        names |= _free(LETTERS[name], [entry.id for entry in both], (base, ours, theirs))
    return names


def without_clashes(names: Mapping[str, str], records: Iterable[Record]) -> dict[str, str]:
    """Return `names` with further ones, for entries of `records` that already have an id which is to be given away."""
    everywhere = tuple(records)
    result = dict(names)
    for name, letter in LETTERS.items():
        taken = {entry.id for record in everywhere for entry in getattr(record, name)}
        clashes = [new for new in names.values() if new in taken and new not in names]
        given = Record().but(**{name: tuple(Entry(id=new) for new in names.values())})
        result |= _free(letter, clashes, (*everywhere, given))
    return result


def _free(letter: str, wanting: list[str], records: tuple[Record, ...]) -> dict[str, str]:
    """Return a free id of a list for each of `wanting`."""
    name = next(name for name, known in LETTERS.items() if known == letter)
    entries: list[Entry] = [entry for record in records for entry in getattr(record, name)] if wanting else []
    names: dict[str, str] = {}
    for entry_id in wanting:
        names[entry_id] = next_id(letter, entries)
        entries.append(Entry(id=names[entry_id]))
    return names


def _pointed(entry: EntryT, names: Mapping[str, str], fields: tuple[str, ...]) -> EntryT:
    """Let one entry follow ids that were given anew."""
    changes: dict[str, Any] = {}
    for field in fields:
        value = getattr(entry, field)
        new = names.get(value, value) if isinstance(value, str) else tuple(names.get(v, v) for v in value)
        if new != value:
            changes[field] = new
    if isinstance(entry, Note) and (place := str(entry.conflict.get("place", ""))) in names:
        changes["conflict"] = {**entry.conflict, "place": names[place]}
    return entry.but(**changes) if changes else entry
