"""What becomes of the small file of every format, as a reader sees it in a diff.

``NOBLAME_REGENERATE=1 pytest tests/importers/test_importers_golden.py`` writes it anew.
"""

import os
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from specimens import HINTS, LINES, TEXTS, TREES, text_of

from noblame.importers.base import Reading, Row
from noblame.importers.registry import read
from noblame.importers.source import source_from_bytes
from noblame.model import Agenda
from noblame.store.codec import Codec

GOLDEN = Path(__file__).parent.parent / "golden" / "specimens"
PLAIN = Row(None, "")


def told(reading: Reading) -> Iterator[str]:
    """Yield a reading in lines: what is not as in most rows is named."""
    yield f"{reading.source}, {reading.records} records, zone {reading.zone or 'said'}"
    yield from (
        f"  {name}: {value}" for name in ("skipped", "warnings", "columns", "titles") if (value := getattr(reading, name))
    )
    for row in reading.rows:
        yield f"  {row.at.isoformat() if row.at else 'no time'}  {row.author}: {row.text}"
        for field in fields(Row):
            value = getattr(row, field.name)
            if field.name not in ("at", "text", "author") and value != getattr(PLAIN, field.name):
                yield f"    {field.name}: {value.isoformat() if field.name == 'until' else value}"
    if reading.document is not None:
        yield Codec().dump(reading.document.but(agenda=Agenda()))


@pytest.mark.parametrize("name", [*TREES, *LINES, *TEXTS])
def test_the_small_file_of_a_format_becomes_what_it_became(name: str):
    made = "\n".join((*told(read(source_from_bytes("file", text_of(name).encode()), HINTS)), ""))
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("NOBLAME_REGENERATE"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(made, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == made
