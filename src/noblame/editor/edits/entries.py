"""What edits of all lists have in common: find, replace, remove, move."""

from bisect import bisect_left, bisect_right
from typing import Any

from noblame.model import LETTERS, LISTS, Entry, Event, Record, in_order, moment, next_id


def list_of(record: Record, entry_id: str) -> str:
    """Return the name of the list that holds an entry; raises KeyError where none does."""
    for name in LISTS:
        if any(entry.id == entry_id for entry in getattr(record, name)):
            return name
    raise KeyError(entry_id)


def with_list(record: Record, name: str, entries: tuple[Any, ...]) -> Record:
    """Return the record with one of its lists exchanged; events are put in the order of time."""
    return record.but(**{name: in_order(entries) if name == "events" else entries})


def with_entry(record: Record, name: str, entry: Entry) -> Record:
    """Return the record with an entry as it is given, in its place or at the end of its list."""
    entries: tuple[Entry, ...] = getattr(record, name)
    place = next((place for place, other in enumerate(entries) if other.id == entry.id), len(entries))
    return with_list(record, name, (*entries[:place], entry, *entries[place + 1 :]))


def replace(record: Record, entry_id: str, **changes: Any) -> Record:
    """Return the record with some fields of one entry changed; the same record if nothing differs."""
    name = list_of(record, entry_id)
    entries: tuple[Entry, ...] = getattr(record, name)
    place = next(place for place, entry in enumerate(entries) if entry.id == entry_id)
    changed = entries[place].but(**changes)
    if changed == entries[place]:
        return record
    return with_list(record, name, (*entries[:place], changed, *entries[place + 1 :]))


def add(record: Record, name: str, entry_type: type[Entry], *, after: str = "", **fields: Any) -> tuple[Record, str]:
    """Return the record with a new entry at the end of a list, or behind `after`, and its id; events go by their time first."""
    entries: tuple[Entry, ...] = getattr(record, name)
    entry = entry_type(**{"id": next_id(LETTERS[name], entries) if name in LETTERS else "", **fields})
    position = next((i + 1 for i, other in enumerate(entries) if other.id == after), len(entries)) if after else len(entries)
    if isinstance(entry, Event):
        first = bisect_left(record.events, moment(entry), key=moment)
        position = min(max(position, first), bisect_right(record.events, moment(entry), first, key=moment))
    return record.but(**{name: (*entries[:position], entry, *entries[position:])}), entry.id


def remove(record: Record, entry_id: str) -> Record:
    """Return the record without an entry; what referred to it no longer does.

    The causes of a removed cause move up to where it hung.
    """
    name = list_of(record, entry_id)
    removed = record.entry(entry_id)
    heirs: tuple[str, ...] = getattr(removed, "parents", ())
    record = record.but(**{name: tuple(entry for entry in getattr(record, name) if entry.id != entry_id)})
    for list_name, field in (("causes", "parents"), ("causes", "events"), ("actions", "answers")):
        instead = heirs if field == "parents" else ()
        record = _without(record, list_name, field, entry_id, instead)
    for list_name in ("notes", "lessons"):
        entries = getattr(record, list_name)
        if any(entry.about == entry_id for entry in entries):
            record = record.but(**{list_name: tuple(e.but(about="") if e.about == entry_id else e for e in entries)})
    if any(event.part_of == entry_id for event in record.events):
        freed = tuple(e.but(part_of="") if e.part_of == entry_id else e for e in record.events)
        record = record.but(events=freed)
    return record


def _without(record: Record, list_name: str, field: str, entry_id: str, instead: tuple[str, ...]) -> Record:
    """Return the record in which no entry of a list names `entry_id` in `field`."""

    def mended(entry: Any) -> Any:
        names: tuple[str, ...] = getattr(entry, field)
        if entry_id not in names:
            return entry
        at = names.index(entry_id)
        heirs = tuple(name for name in instead if name not in names)
        return entry.but(**{field: (*names[:at], *heirs, *names[at + 1 :])})

    entries = getattr(record, list_name)
    if not any(entry_id in getattr(entry, field) for entry in entries):
        return record
    return record.but(**{list_name: tuple(mended(entry) for entry in entries)})
