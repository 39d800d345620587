"""Edits of the causal graph, as an outline makes them."""

from noblame.analysis.graph import would_cycle
from noblame.editor.edits.entries import replace
from noblame.model import Cause, Record

_STATUSES = ("occurred", "suspected", "ruled out", "potential")
_ROLES = ("", "contributing", "root", "proximate")


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
    ring = [("undecided", cause.k), ("any", cause.k), ("all", cause.k), *(("some", k) for k in range(2, children))]
    here = (cause.join, cause.k)
    join, k = ring[(ring.index(here) + 1) % len(ring)] if here in ring else ring[0]
    return replace(record, cause_id, join=join, k=k)


def next_status(record: Record, cause_id: str) -> Record:
    """Turn to the next status: occurred, suspected, ruled out, potential."""
    return turned(record, cause_id, "status", _STATUSES)


def next_role(record: Record, cause_id: str) -> Record:
    """Turn to the next role; a new root cause takes the rank behind those there are."""
    cause = record.cause(cause_id)
    if cause is None:
        return record
    role = _ROLES[(_ROLES.index(cause.role) + 1) % len(_ROLES)]
    roots = sum(c.role == "root" and c.id != cause_id for c in record.causes)
    return replace(record, cause_id, role=role, rank=roots + 1 if role == "root" else None)


def ranked_up(record: Record, cause_id: str) -> Record:
    """Rank a root cause before the one in front of it; the others are counted through."""
    cause = record.cause(cause_id)
    if cause is None or cause.role != "root":
        return record
    roots = sorted((c for c in record.causes if c.role == "root"), key=lambda c: c.rank or len(record.causes))
    order = [c.id for c in roots]
    place = order.index(cause_id)
    order.insert(max(0, place - 1), order.pop(place))
    for number, name in enumerate(order, 1):
        record = replace(record, name, rank=number)
    return record


def turned(record: Record, cause_id: str, field: str, ring: tuple[str | None, ...]) -> Record:
    """Turn a field of a cause to the next of its values; one that is not among them begins anew."""
    cause = record.cause(cause_id)
    if cause is None:
        return record
    here: str | None = getattr(cause, field)
    return replace(record, cause_id, **{field: ring[(ring.index(here) + 1) % len(ring)] if here in ring else ring[0]})


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
