"""More than the team can do: actions by owner and week, and their balance over the four kinds."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from noblame.model import ACTION_KINDS, Action, ActionKind


class Heap(NamedTuple):
    """What one person promised for one week."""

    owner: str
    monday: date
    actions: tuple[Action, ...]


def open_actions(actions: Sequence[Action]) -> list[Action]:
    """Return the actions that somebody still has to do."""
    return [action for action in actions if action.status in ("open", "started")]


def heaps(actions: Sequence[Action], per_week: int) -> tuple[Heap, ...]:
    """Return the weeks for which one person promised more than `per_week` actions, the earliest first."""
    by_week: defaultdict[tuple[date, str], list[Action]] = defaultdict(list)
    for action in open_actions(actions):
        if action.owner and action.due:
            by_week[action.due - timedelta(days=action.due.weekday()), action.owner.casefold()].append(action)
    return tuple(
        Heap(found[0].owner, monday, tuple(found))
        for (monday, _), found in sorted(by_week.items(), key=lambda item: item[0])
        if len(found) > per_week
    )


def heap_of(action: Action, others: Sequence[Action]) -> Heap | None:
    """Return what the owner of `action` would have in its week together with it; None without an owner or a date."""
    if not action.owner or not action.due:
        return None
    rest = [other for other in others if other.id != action.id]
    return next((heap for heap in heaps([*rest, action], 0) if action in heap.actions), None)


def balance(actions: Sequence[Action]) -> dict[ActionKind, int]:
    """Return how many intended actions there are of each of the four kinds."""
    counts = Counter(action.kind for action in actions if action.intended and action.kind)
    return {kind: counts[kind] for kind in ACTION_KINDS}
