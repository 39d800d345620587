"""A table: cells, and what is known of their columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from noblame.importers.tables.columns import Columns


@dataclass(frozen=True, slots=True)
class Table:
    """Cells with what is known of their columns."""

    source: str
    """Name of the format."""
    file: str
    unit: str
    """What one of `rows` is called in this file: ``row`` or ``line``."""
    columns: Columns
    rows: Sequence[tuple[int, list[str]]]
    """Number in the file and cells."""


def cell(cells: Sequence[str], column: int | None) -> str:
    """Return a cell; empty where the row is short or there is no such column."""
    return cells[column] if column is not None and column < len(cells) else ""
