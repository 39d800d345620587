"""What differs between two records, found by identity."""

from typing import NamedTuple

from noblame.model import LISTS, Entry, Record
from noblame.model.stretch import stretch


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
        differing = stretch(before, after)
        gone = {entry.id: entry for entry in before[differing.old]}
        same_ids = list(gone) == [entry.id for entry in after[differing.new]]
        for entry in after[differing.new]:
            if gone.pop(entry.id, None) is not entry:
                entries.add(entry.id)
        entries.update(gone)
        if not same_ids:
            order.add(name)
    return Change(frozenset(parts), frozenset(entries), frozenset(order))
