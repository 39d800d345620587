"""Answers about the causes of a record, remembered while the causes stay the same.

An edit makes a new record, but a list that it did not touch keeps its identity. So identity is the cheapest proof that
an answer still holds; comparing the causes would take longer than many an answer.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from noblame.model import Cause, Record

_P = ParamSpec("_P")
_R = TypeVar("_R")
_MOST = 64


def remembered(function: Callable[Concatenate[Record, _P], _R]) -> Callable[Concatenate[Record, _P], _R]:
    """Return a function that computes each answer once; it may read nothing of the record but its causes."""
    known: dict[Any, tuple[tuple[Cause, ...], _R]] = {}

    @wraps(function)
    def answered(record: Record, *args: _P.args, **kwargs: _P.kwargs) -> _R:
        key = (id(record.causes), args, tuple(kwargs.items()))
        found = known.pop(key, None)
        if found is None or found[0] is not record.causes:
            found = (record.causes, function(record, *args, **kwargs))
        known[key] = found
        if len(known) > _MOST:
            del known[next(iter(known))]
        return found[1]

    return answered
