"""Keeping the last answer about a list of the record.

The screen asks the same of the same events several times for one picture. Lists of the record never change, so one
that is the same object has the same answer; holding it keeps another from taking its place in memory.
"""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

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
