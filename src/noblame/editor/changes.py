"""What differs between two records, found by identity."""

from typing import NamedTuple

from noblame.model import LISTS, Entry, Record


class Change(NamedTuple):
    """The parts and entries that are not the same objects as before."""

    parts: frozenset[str]
    """Names of the record's parts that changed: ``incident``, ``agenda``, ``events``…"""
    entries: frozenset[str]
    """Ids of entries that came, went or changed."""
    order: frozenset[str]
    """Lists whose entries came, went or moved, so that rows have to be counted again."""


def difference(old: Record, new: Record) -> Change:
    """Return what changed from `old` to `new`.

    Edits share what they did not touch, so comparing identities is enough; a list that is the same
    object is not looked into.
    """
    parts = {name for name in type(new).model_fields if getattr(old, name) is not getattr(new, name)}
    entries: set[str] = set()
    order: set[str] = set()
    for name in LISTS:
        if name not in parts:
            continue
        before: tuple[Entry, ...] = getattr(old, name)
        after: tuple[Entry, ...] = getattr(new, name)
        if len(before) == len(after):
            pairs = [(old, new) for old, new in zip(before, after, strict=True) if old is not new]
            if all(old.id == new.id for old, new in pairs):
                entries.update(new.id for _, new in pairs)
                continue
        gone = {entry.id: entry for entry in before}
        for entry in after:
            if gone.pop(entry.id, None) is not entry:
                entries.add(entry.id)
        entries.update(gone)
        if len(before) != len(after) or any(a.id != b.id for a, b in zip(before, after, strict=True)):
            order.add(name)
    return Change(frozenset(parts), frozenset(entries), frozenset(order))
