"""What a rule has to say about a place in the record."""

from typing import Literal, NamedTuple

Level = Literal["note", "warning", "error"]
LEVELS: tuple[Level, ...] = ("note", "warning", "error")
"""From the mildest: worth a look; a reader will miss it; not a document without it."""


class Finding(NamedTuple):
    """One remark, worded so that a facilitator could read it aloud."""

    rule: str
    """A short name that stays, e.g. ``number-mismatch``."""
    level: Level
    place: str
    """The id of the entry, or the section: incident, impact, timeline, analysis, actions, closing."""
    message: str
    suggestion: str = ""
    """What to do about it; empty where the message says so."""
    span: tuple[int, int] | None = None
    """The characters of the entry's words that it is about, where it is about some of them."""
