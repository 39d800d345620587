"""Two hands on one file: three records become one, entry by entry and field by field.

`base` is what both sides started from. What only one side changed is taken from it; where both
changed the same field differently, ours stands and theirs is kept as an open question, so that
neither side's words are lost. An entry that one side deleted and the other changed stays.
"""

from typing import Any, NamedTuple, TypeVar, cast

from noblame.analysis.graph import check
from noblame.model import LETTERS, LISTS, Agenda, Block, Entry, Frozen, Note, Record, in_order, next_id
from noblame.store.doubt_words import field_words, place_words, told
from noblame.store.folds import without_lost_folds
from noblame.store.renaming import colliding, renamed

PartT = TypeVar("PartT", bound=Frozen)
_Items = tuple[Any, ...]


class Doubt(NamedTuple):
    """A field that both sides changed."""

    place: str
    """Id of the entry, or name of the part."""
    field: str
    here: Any
    there: Any


class Merged(NamedTuple):
    """Both sides' work in one record."""

    record: Record
    renamed: dict[str, str]
    """New ids of entries that we had added under an id that they gave to something else."""
    doubts: int
    """How many fields both changed; each is an open question of the record."""


def merge(base: Record, ours: Record, theirs: Record) -> Record:
    """Return both sides' work on `base` in one record."""
    return merged(base, ours, theirs).record


def merged(base: Record, ours: Record, theirs: Record, *, yielding: bool = False) -> Merged:
    """Return both sides' work on `base`, and what had to be decided for it.

    Where `yielding`, theirs stands in every doubt and no question is made of it: for what is taken back.
    """
    if names := colliding(base, ours, theirs):
        ours = renamed(ours, names)
    doubts: list[Doubt] = []
    changes: dict[str, Any] = {"agenda": _agenda(base.agenda, ours.agenda, theirs.agenda)}
    for name in ("incident", "meeting"):
        changes[name] = _part(getattr(base, name), getattr(ours, name), getattr(theirs, name), name, doubts)
    for name in LISTS:
        changes[name] = _list(getattr(base, name), getattr(ours, name), getattr(theirs, name), doubts)
    changes["events"] = without_lost_folds(in_order(changes["events"]))
    both = _sound(base, ours, ours.but(**changes, **_unknown(base, ours, theirs, doubts)), doubts)
    for doubt in doubts:
        both = _yielded(doubt, both) if yielding else both.but(notes=(*both.notes, _question(doubt, both)))
    return Merged(_pointing(both, (base, ours, theirs)), names, len(doubts))


def _yielded(doubt: Doubt, record: Record) -> Record:
    """Return the record with their version of a doubt; who explains whom stays as it was made sound."""
    if doubt.field == "parents" or (doubt.there is None and not _may_lack(record, doubt)):
        return record
    if doubt.place in ("incident", "meeting"):
        return record.but(**{doubt.place: getattr(record, doubt.place).but(**{doubt.field: doubt.there})})
    name = next((name for name in LISTS if any(entry.id == doubt.place for entry in getattr(record, name))), "")
    if not name:
        return record.but(**{doubt.field: doubt.there})
    changed = (e.but(**{doubt.field: doubt.there}) if e.id == doubt.place else e for e in getattr(record, name))
    return record.but(**{name: in_order(changed) if name == "events" else tuple(changed)})


def _may_lack(record: Record, doubt: Doubt) -> bool:
    """Whether nothing is a value of a field; what only a newer noblame knows cannot be without one."""
    part = record.entry(doubt.place) or getattr(record, doubt.place, None)
    return isinstance(part, Frozen) and doubt.field in type(part).model_fields


def _question(doubt: Doubt, record: Record) -> Note:
    """Return a doubt as an open question that holds the value which does not stand."""
    versions = f"“{told(doubt.here)}” stands, “{told(doubt.there)}” was also written"
    text = f"Two versions of {field_words(doubt.field)} of {place_words(record, doubt.place)}: {versions}. Which is right?"
    other = {} if doubt.there is None else {"other": doubt.there}
    about = doubt.place if record.entry(doubt.place) else ""
    conflict = {"place": doubt.place, "field": doubt.field, **other}
    return Note(id=next_id(LETTERS["notes"], record.notes), kind="question", text=text, about=about, conflict=conflict)


def _part(base: PartT, ours: PartT, theirs: PartT, place: str, doubts: list[Doubt]) -> PartT:
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
            changes[field] = _both(cast("_Items", before or ()), cast("_Items", here), cast("_Items", there))
        else:
            doubts.append(Doubt(place, field, here, there))
    return ours.but(**changes) if changes else ours


def _both(base: _Items, ours: _Items, theirs: _Items) -> _Items:
    """Keep what we have, less what they took out, and add what they added."""
    kept = tuple(item for item in ours if item in theirs or item not in base)
    return (*kept, *(item for item in theirs if item not in ours and item not in base))


def _fields(part: Frozen) -> dict[str, Any]:
    return {**part.__dict__, **(part.model_extra or {})}


def _list(base: tuple[Entry, ...], ours: tuple[Entry, ...], theirs: tuple[Entry, ...], doubts: list[Doubt]) -> tuple[Entry, ...]:
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
            result.append(_part(before or type(entry)(id=entry_id), entry, there, entry_id, doubts))
        elif before is None or entry != before:
            result.append(entry)
    for index, entry in enumerate(theirs):
        if entry.id in mine or (entry.id in old and entry == old[entry.id]):
            continue
        neighbour = theirs[index - 1].id if index else None
        position = next((i + 1 for i, e in enumerate(result) if e.id == neighbour), len(result) if index else 0)
        result.insert(position, entry)
    return tuple(result)


def _agenda(base: Agenda, ours: Agenda, theirs: Agenda) -> Agenda:
    """Merge two plans: minutes block by block; where both turned the clock, ours goes on."""
    if theirs == base or ours == theirs:
        return ours
    if ours == base:
        return theirs
    aside: list[Doubt] = []
    blocks: tuple[Block, ...] = ours.blocks
    if [block.name for block in ours.blocks] == [block.name for block in theirs.blocks]:
        fresh = tuple(block.but(extra=0, spent=0.0) for block in ours.blocks)  # both chose this plan since
        old = base.blocks if len(base.blocks) == len(ours.blocks) else fresh
        blocks = tuple(_part(*three, "agenda", aside) for three in zip(old, ours.blocks, theirs.blocks, strict=True))
    elif ours.blocks == base.blocks:
        blocks = theirs.blocks
    clock = ("current", "since", "since_boot", "since_uptime", "started", "started_boot", "started_uptime", "ended")
    turned = {field: getattr(ours, field) for field in clock}
    theirs_only = all(value == getattr(base, field) for field, value in turned.items())
    return _part(base, ours, theirs, "agenda", aside).but(blocks=blocks, **({} if theirs_only else turned))


def _unknown(base: Record, ours: Record, theirs: Record, doubts: list[Doubt]) -> dict[str, Any]:
    """Return what they changed in tables that only a newer noblame knows."""
    old, mine, other = base.model_extra or {}, ours.model_extra or {}, theirs.model_extra or {}
    for key, value in mine.items():
        if key in other and old.get(key) not in (value, other[key]) and other[key] != value:
            doubts.append(Doubt("the session", key, value, other[key]))
    return {key: value for key, value in other.items() if mine.get(key) == old.get(key)}


def _sound(base: Record, ours: Record, both: Record, doubts: list[Doubt]) -> Record:
    """Mend what neither side did alone: a cause that explains one which the other side removed, a circle of causes.

    The orphan goes up to where the removed cause hung; of a circle our own links stand and theirs become questions.
    """
    if check(both) is None:
        return both
    there = {cause.id for cause in both.causes}
    hung = {cause.id: cause.parents for record in (base, ours) for cause in record.causes}

    def heirs(parent: str, seen: frozenset[str]) -> tuple[str, ...]:
        if parent in there or parent in seen:
            return (parent,) if parent in there else ()
        return tuple(heir for above in hung.get(parent, ()) for heir in heirs(above, seen | {parent}))

    def lifted(cause_id: str, parents: tuple[str, ...]) -> tuple[str, ...]:
        found = dict.fromkeys(heir for parent in parents for heir in heirs(parent, frozenset()))
        return tuple(heir for heir in found if heir != cause_id)

    both = both.but(causes=tuple(_hung(cause, lifted(cause.id, cause.parents)) for cause in both.causes))
    if check(both) is None:
        return both
    mine = {cause.id: cause.parents for cause in ours.causes}
    wanted = {cause.id: lifted(cause.id, mine.get(cause.id, cause.parents)) for cause in both.causes}
    changed = [cause for cause in both.causes if set(cause.parents) != set(wanted[cause.id])]
    doubts.extend(Doubt(cause.id, "parents", wanted[cause.id], cause.parents) for cause in changed)
    return both.but(causes=tuple(_hung(cause, wanted[cause.id]) for cause in both.causes))


def _pointing(record: Record, sides: tuple[Record, ...]) -> Record:
    """Return the record in which nothing answers or shows what one of the sides has removed."""
    changes: dict[str, Any] = {}
    for name, field, other in (("actions", "answers", "causes"), ("causes", "events", "events")):
        were = {entry.id for side in sides for entry in getattr(side, other)}
        removed = were - {entry.id for entry in getattr(record, other)}
        entries: tuple[Any, ...] = getattr(record, name)
        if removed and any(not removed.isdisjoint(getattr(entry, field)) for entry in entries):
            changes[name] = tuple(_without(entry, field, removed) for entry in entries)
    return record.but(**changes) if changes else record


def _without(entry: Any, field: str, removed: set[str]) -> Any:
    known: tuple[str, ...] = getattr(entry, field)
    if removed.isdisjoint(known):
        return entry
    return entry.but(**{field: tuple(name for name in known if name not in removed)})


def _hung(cause: Any, parents: tuple[str, ...]) -> Any:
    return cause if cause.parents == parents else cause.but(parents=parents)
