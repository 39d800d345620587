"""Reading values as a file of one format, and its rows as short tuples."""

import json
from datetime import UTC

from noblame.importers.base import Hints, Reading, Row
from noblame.importers.registry import identify, read
from noblame.importers.source import source_from_bytes


def found(*values: object, name: str = "file.json") -> str:
    """Return the format that values are taken for, one value a line."""
    source = source_from_bytes(name, "\n".join(json.dumps(value) for value in values).encode())
    return identify(source)[0][1].name


def reads(*values: object, hints: Hints | None = None, name: str = "file.json") -> Reading:
    """Return the reading of JSON values, one value a line, in the format that is found."""
    return reads_text("\n".join(json.dumps(value) for value in values), hints=hints, name=name)


def reads_text(text: str, hints: Hints | None = None, name: str = "file.txt", format_name: str | None = None) -> Reading:
    """Return the reading of a text in the format that is found."""
    return read(source_from_bytes(name, text.encode()), hints or Hints(), format_name)


def shown(reading: Reading) -> list[Row]:
    """Return the rows that are no noise."""
    return [row for row in reading.rows if not row.noise]


def acts(reading: Reading) -> list[tuple[str, str, str]]:
    """Return clock (UTC), source kind and author of the rows that are no noise."""
    return [
        (row.at.astimezone(UTC).strftime("%H:%M:%S") if row.at else "", row.source_kind, row.author) for row in shown(reading)
    ]
