"""Edits of the causal graph, as an outline makes them."""

from noblame.analysis.graph import would_cycle
from noblame.editor.edits.entries import replace
from noblame.model import Cause, Record

_JOINS = ("undecided", "any", "all", "some")
_STATUSES = ("occurred", "suspected", "ruled out", "potential")


def siblings(record: Record, cause: Cause) -> tuple[Cause, ...]:
    """Return the causes that the outline shows beside one, itself included."""
    first = cause.parents[:1]
    return tuple(c for c in record.causes if c.parents[:1] == first and (c.kind == "effect") == (cause.kind == "effect"))


def deeper(record: Record, cause_id: str) -> Record:
    """Make a cause explain the sibling above it."""
    cause = record.cause(cause_id)
    if cause is None or cause.kind == "effect":
        return record
    row = siblings(record, cause)
    place = row.index(cause)
    if place == 0 or would_cycle(record, cause_id, row[place - 1].id):
        return record
    return _at_end(replace(record, cause_id, parents=(row[place - 1].id, *cause.parents[1:])), cause_id)


def shallower(record: Record, cause_id: str) -> Record:
    """Make a cause a sibling of the one it explains, standing behind it."""
    cause = record.cause(cause_id)
    parent = record.cause(cause.parents[0]) if cause and cause.parents else None
    if cause is None or parent is None or parent.kind == "effect":
        return record
    parents = tuple(dict.fromkeys((*parent.parents[:1], *cause.parents[1:])))
    record = replace(record, cause_id, parents=parents)
    return _behind(record, cause_id, parent.id)


def moved(record: Record, cause_id: str, step: int) -> Record:
    """Move a cause past its neighbour: -1 up, 1 down."""
    cause = record.cause(cause_id)
    if cause is None:
        return record
    row = siblings(record, cause)
    place = row.index(cause) + step
    if not 0 <= place < len(row):
        return record
    other = row[place]
    swapped = {cause.id: other, other.id: cause}
    return record.but(causes=tuple(swapped.get(c.id, c) for c in record.causes))


def next_join(record: Record, cause_id: str) -> Record:
    """Turn to the next way in which a cause's own causes combine: OR, AND, k of n, undecided."""
    cause = record.cause(cause_id)
    if cause is None:
        return record
    children = len(record.children(cause_id))
    joins = _JOINS if children > 2 else _JOINS[:3]
    join = joins[(joins.index(cause.join) + 1) % len(joins)] if cause.join in joins else "undecided"
    return replace(record, cause_id, join=join)


def next_status(record: Record, cause_id: str) -> Record:
    """Turn to the next status: occurred, suspected, ruled out, potential."""
    cause = record.cause(cause_id)
    if cause is None:
        return record
    return replace(record, cause_id, status=_STATUSES[(_STATUSES.index(cause.status) + 1) % len(_STATUSES)])


def accepted(record: Record, cause_id: str, reason: str) -> Record:
    """Say why the team lives with a cause."""
    return replace(record, cause_id, accepted=reason)


def _at_end(record: Record, cause_id: str) -> Record:
    """Put a cause behind its new siblings."""
    cause = record.cause(cause_id)
    others = tuple(c for c in record.causes if c.id != cause_id)
    return record.but(causes=(*others, cause)) if cause else record


def _behind(record: Record, cause_id: str, neighbour: str) -> Record:
    """Put a cause right behind another in the record."""
    cause = record.cause(cause_id)
    others = [c for c in record.causes if c.id != cause_id]
    place = next(i for i, c in enumerate(others) if c.id == neighbour)
    return record.but(causes=(*others[: place + 1], cause, *others[place + 1 :])) if cause else record
