"""Stretches of a line that mean something, so that the screen can colour them."""

from typing import Literal, NamedTuple

Role = Literal["prefix", "time", "kind", "person", "evidence", "priority", "due", "done", "answers", "category", "escape"]


class Token(NamedTuple):
    """A stretch from `start` to before `end` of the typed text."""

    start: int
    end: int
    role: Role
    value: str
