"""Keeping the last answer about a list of the record.

The screen asks the same of the same events several times for one picture. Lists of the record never change, so one
that is the same object has the same answer; holding it keeps another from taking its place in memory. Of a list that
differs in a stretch only, most answers stay.
"""

from collections.abc import Callable
from functools import wraps
from typing import Generic, TypeVar

from noblame.model.stretch import stretch

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


def last_kept(function: Callable[[tuple[Asked, ...]], Answer]) -> Callable[[tuple[Asked, ...]], Answer]:
    """Let a function of a tuple answer at once when it is asked about the same object again."""
    last: tuple[tuple[Asked, ...], Answer] | None = None

    @wraps(function)
    def kept(items: tuple[Asked, ...]) -> Answer:
        nonlocal last
        if last is None or last[0] is not items:
            last = items, function(items)
        return last[1]

    return kept


class Flags(Generic[Asked]):
    """Whether each item of a long list is so, a byte an item; only what differs from the last list is asked again."""

    def __init__(self, test: Callable[[Asked], object]) -> None:
        self._test = test
        self._last: tuple[tuple[Asked, ...], bytes] = ((), b"")

    def __call__(self, items: tuple[Asked, ...]) -> bytes:
        """Return the flags, to be counted, searched, or passed to `itertools.compress`."""
        before, flags = self._last
        if before is not items:
            old, new = stretch(before, items)
            flags = flags[: old.start] + bytes([bool(self._test(item)) for item in items[new]]) + flags[old.stop :]
            self._last = items, flags
        return flags
