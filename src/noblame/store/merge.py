"""Two hands on one file: three records become one, entry by entry and field by field.

`base` is what both sides started from. What only one side changed is taken from it; where both
changed the same field differently, ours stands and theirs is kept as an open question, so that
neither side's words are lost. An entry that one side deleted and the other changed stays.
"""

from typing import Any, TypeVar, cast

from noblame.model import LETTERS, LISTS, Entry, Frozen, Note, Record, in_order, next_id

PartT = TypeVar("PartT", bound=Frozen)
EntryT = TypeVar("EntryT", bound=Entry)
_Items = tuple[Any, ...]


def merge(base: Record, ours: Record, theirs: Record) -> Record:
    """Return both sides' work on `base` in one record."""
    theirs = _without_shared_ids(base, ours, theirs)
    doubts: list[tuple[str, str, Any, Any]] = []
    changes: dict[str, Any] = {}
    changes["agenda"] = theirs.agenda if ours.agenda == base.agenda else ours.agenda
    for name in ("incident", "meeting"):
        changes[name] = _merge_part(getattr(base, name), getattr(ours, name), getattr(theirs, name), name, doubts)
    for name in LISTS:
        changes[name] = _merge_list(getattr(base, name), getattr(ours, name), getattr(theirs, name), doubts)
    changes["events"] = in_order(changes["events"])
    old, mine = base.model_extra or {}, ours.model_extra or {}
    extra = {key: value for key, value in (theirs.model_extra or {}).items() if mine.get(key) == old.get(key)}
    merged = ours.but(**changes, **extra)
    for place, field, here, there in doubts:
        question = f"Two versions of {field} of {place}: “{here}” stands, “{there}” was also written. Which is right?"
        about = place if merged.entry(place) else ""
        note = Note(id=next_id(LETTERS["notes"], merged.notes), kind="question", text=question, about=about)
        merged = merged.but(notes=(*merged.notes, note))
    return merged


def _merge_part(base: PartT, ours: PartT, theirs: PartT, place: str, doubts: list[tuple[str, str, Any, Any]]) -> PartT:
    """Merge two versions of one entry, field by field."""
    if theirs == base or ours == theirs:
        return ours
    if ours == base:
        return theirs
    old, mine, other = _fields(base), _fields(ours), _fields(theirs)
    changes: dict[str, Any] = {}
    for field in {**mine, **other}:
        before, here, there = old.get(field), mine.get(field), other.get(field)
        if there in (before, here):
            continue
        if here == before:
            changes[field] = there
        elif isinstance(here, tuple) and isinstance(there, tuple):
            changes[field] = _both(before or (), cast("_Items", here), cast("_Items", there))
        else:
            doubts.append((place, field, here, there))  # pyright: ignore[reportUnknownArgumentType]
    return ours.but(**changes) if changes else ours


def _both(base: _Items, ours: _Items, theirs: _Items) -> _Items:
    """Keep what we have, less what they took out, and add what they added."""
    kept = tuple(item for item in ours if item in theirs or item not in base)
    return (*kept, *(item for item in theirs if item not in ours and item not in base))


def _fields(part: Frozen) -> dict[str, Any]:
    return {**part.__dict__, **(part.model_extra or {})}


def _merge_list(
    base: tuple[Entry, ...], ours: tuple[Entry, ...], theirs: tuple[Entry, ...], doubts: list[tuple[str, str, Any, Any]]
) -> tuple[Entry, ...]:
    """Merge two versions of one list; the order is ours, what they added follows its neighbour."""
    if theirs == base:
        return ours
    if ours == base:
        return theirs
    old = {entry.id: entry for entry in base}
    mine = {entry.id: entry for entry in ours}
    other = {entry.id: entry for entry in theirs}
    result: list[Entry] = []
    for entry_id, entry in mine.items():
        before, there = old.get(entry_id), other.get(entry_id)
        if there is not None:
            result.append(_merge_part(before, entry, there, entry_id, doubts) if before else entry)
        elif before is None or entry != before:
            result.append(entry)
    for index, entry in enumerate(theirs):
        if entry.id in mine or (entry.id in old and entry == old[entry.id]):
            continue
        neighbour = theirs[index - 1].id if index else None
        position = next((i + 1 for i, e in enumerate(result) if e.id == neighbour), len(result) if index else 0)
        result.insert(position, entry)
    return tuple(result)


def _without_shared_ids(base: Record, ours: Record, theirs: Record) -> Record:
    """Give new ids to what they added under an id that we gave to something else."""
    changes: dict[str, Any] = {}
    renamed: dict[str, str] = {}
    for name in LISTS:
        old = {entry.id for entry in getattr(base, name)}
        mine: dict[str, Entry] = {entry.id: entry for entry in getattr(ours, name) if entry.id not in old}
        entries: list[Entry] = list(getattr(theirs, name))
        for index, entry in enumerate(entries):
            if name in LETTERS and entry.id in mine and entry != mine[entry.id]:
                fresh = next_id(LETTERS[name], [*entries, *getattr(ours, name)])
                renamed[entry.id] = fresh
                entries[index] = entry.but(id=fresh)
        changes[name] = tuple(entries)
    if not renamed:
        return theirs
    theirs = theirs.but(**changes)
    return theirs.but(
        causes=tuple(_pointed(cause, renamed, base, "parents", "events") for cause in theirs.causes),
        actions=tuple(_pointed(action, renamed, base, "answers") for action in theirs.actions),
        notes=tuple(_pointed(note, renamed, base, "about") for note in theirs.notes),
        lessons=tuple(_pointed(lesson, renamed, base, "about") for lesson in theirs.lessons),
    )


def _pointed(entry: EntryT, renamed: dict[str, str], base: Record, *fields: str) -> EntryT:
    """Let an entry that they wrote follow ids that were given anew."""
    changes: dict[str, Any] = {}
    for field in fields:
        value = getattr(entry, field)
        new = renamed.get(value, value) if isinstance(value, str) else tuple(renamed.get(v, v) for v in value)
        if new != value:
            changes[field] = new
    return entry.but(**changes) if changes and base.entry(entry.id) != entry else entry
