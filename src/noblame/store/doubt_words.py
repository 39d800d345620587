"""Two versions of a field, as people say it to each other."""

from datetime import datetime
from typing import Any, cast

from noblame.model import Record

_FIELDS = {
    "at": "the time", "until": "the end", "text": "the words", "who": "the people", "due": "the due date", "owner": "the owner",
    "title": "the title", "parents": "what is explained", "kind": "the kind", "status": "the state", "summary": "the summary",
}  # fmt: skip
"""What people call the fields that two hands are most likely to change at once."""


def field_words(field: str) -> str:
    """Return what people call a field."""
    return _FIELDS.get(field, field.replace("_", " "))


def place_words(record: Record, place: str) -> str:
    """Return what people call an entry, or a part of the record."""
    entry = record.entry(place)
    words = getattr(entry, "text", "") or getattr(entry, "name", "")
    return f"“{words}”" if words else f"the {place}" if place in ("incident", "meeting") else place


def told(value: Any) -> str:
    """Return a value of a field as people read it."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S %z}".removesuffix(" +0000") + ("" if value.utcoffset() else " UTC")
    if isinstance(value, tuple | list):
        return ", ".join(str(item) for item in cast("tuple[Any, ...]", value))
    return "nothing" if value in (None, "") else str(value)
