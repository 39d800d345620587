"""Going through every word of a record."""

from collections.abc import Callable
from typing import Any, cast

from noblame.model.base import Frozen


def with_words(part: Any, change: Callable[[str], str], but: frozenset[str] = frozenset()) -> Any:
    """Return a record, an entry or a value of one with each text changed, but not those in the fields named.

    What is as it was stays the same object.
    """
    if isinstance(part, str):
        return change(part)
    if isinstance(part, tuple):
        items = cast("tuple[Any, ...]", part)
        changed = tuple(with_words(item, change, but) for item in items)
        return changed if any(new is not old for new, old in zip(changed, items, strict=True)) else items
    if not isinstance(part, Frozen):
        return part
    changes: dict[str, Any] = {}
    for name, old in part.__dict__.items():
        if old and name not in but and isinstance(old, (str, tuple, Frozen)):
            new = with_words(cast("Any", old), change, but)
            if new is not old and new != old:
                changes[name] = new
    return part.but(**changes) if changes else part
