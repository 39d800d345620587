"""Stretches of a line that mean something, so that the screen can colour them."""

from typing import Literal, NamedTuple

Role = Literal["prefix", "time", "kind", "person", "evidence", "priority", "due", "done", "answers", "category", "escape"]
"""``kind`` is of events; the kinds of actions and lessons and the roles of people are a ``category``."""


class Token(NamedTuple):
    """A stretch from `start` to before `end` of the typed text; tokens are in order and do not overlap."""

    start: int
    end: int
    role: Role
    value: str
    """What it was read as: a handle, a whole kind, an ISO date."""
