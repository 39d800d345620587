"""Delimited text: commas, semicolons, tabs or pipes, found by trying; timelines of people and of tools."""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from noblame.importers.base import Hints, Importer, Reading, Refused, Warnings
from noblame.importers.source import Source
from noblame.importers.tables.columns import Columns, find, no_such_column
from noblame.importers.tables.rows import read_table
from noblame.importers.tables.table import Table, cell
from noblame.importers.times.stamps import parse

_SAMPLE = 64 * 1024
"""Characters by which the shape of the file is judged."""
_SAMPLE_ROWS = 100
_TITLES = 5
"""Lines above the header that may be titles."""
_UNTITLED, _DAYS_ONLY = 0.4, 0.3
"""How certain a table without a header is."""
_SAME_WIDTH, _SAME_WIDTH_NAMED = 0.7, 0.5
"""Share of rows that must have the most frequent number of cells; less will do under a header that is known."""
_LONG_CELL = 20
"""Line breaks in one cell after which a quote is probably not closed."""


Columning = Sequence[tuple[str, str]]
"""What a column holds and its title, as the user says it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How the cells are told apart and what they hold."""

    delimiter: str
    quoted: bool
    above: int
    """Rows before the first one of data."""
    columns: Columns


def _cells(text: str, delimiter: str, *, quoted: bool) -> Iterator[list[str] | None]:
    """Yield the rows that hold anything; None for one that cannot be read."""
    rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter, quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE)
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error:
            yield None
            continue
        if any(cell.strip() for cell in row):
            yield row


def shape(text: str, given: Columning = ()) -> Shape | None:
    """Return the shape of a text; none if no delimiter makes columns of which one holds times, or not those `given`."""
    if text.startswith("sep=") and text[5:6] in ("\n", "\r"):
        text = text.split("\n", 1)[-1]
    sample = text[:_SAMPLE]
    if len(text) > _SAMPLE:
        sample = sample[: sample.rfind("\n") + 1]
    if sample.lstrip()[:1] in ("", "{", "[", "<") or "|---" in sample or "| ---" in sample:
        return None
    best: tuple[float, int, int, Shape] | None = None
    for delimiter in "\t;|,":
        for quoted in (True, False):
            rows = [row for row in _cells(sample, delimiter, quoted=quoted) if row][: _SAMPLE_ROWS + _TITLES]
            width, share = _even(rows)
            if width < 2 or share < _SAME_WIDTH_NAMED:
                continue
            found = _shape(rows, delimiter, given, quoted=quoted)
            if found is None or (share < _SAME_WIDTH and not found.columns.named):
                continue
            tidy = 1 if quoted and not any(_too_long(cell) for row in rows for cell in row) else -quoted
            score = (round(share + found.columns.named, 1), width, tidy, found)
            if best is None or score[:3] > best[:3]:
                best = score
    return best[3] if best else None


def _too_long(cell: str) -> bool:
    """Whether a cell has swallowed the lines after it, for want of a closing quote."""
    return cell.count("\n") > _LONG_CELL


def _swallowed(cell: str, delimiter: str) -> bool:
    """Whether a line within a cell begins as a row does."""
    return any(parse(line.split(delimiter)[0].strip(' "')) for line in cell.split("\n")[1:])


def _even(rows: list[list[str]]) -> tuple[int, float]:
    """Return the most frequent number of cells and the share of rows that have it."""
    if not rows:
        return 0, 0.0
    width, count = Counter(len(row) for row in rows).most_common(1)[0]
    return width, count / len(rows)


def _shape(rows: list[list[str]], delimiter: str, given: Columning, *, quoted: bool) -> Shape | None:
    """Return the shape with the header where it is: below titles, on top, or nowhere."""
    fallback: Shape | None = None
    for above in range(min(_TITLES, len(rows) - 1)):
        columns = find(rows[above], rows[above + 1 :], given=given)
        if columns is None:
            continue
        found = Shape(delimiter, quoted, above + 1, columns)
        if columns.named:
            return found
        fallback = fallback or found
    bare = [f"column {number}" for number in range(1, len(rows[0]) + 1)]
    columns = find(bare, rows, given=given)
    if columns is None or columns.text is None:
        return fallback
    headless = find(bare, rows[:1], given=given) is not None
    return Shape(delimiter, quoted, 0, columns) if headless else fallback


def _sniff(source: Source) -> float:
    found = shape(source.decoded.text)
    if found is None or found.columns.text is None:
        return 0.0
    return 0.8 if found.columns.named else _UNTITLED if _has_clocks(source.decoded.text, found) else _DAYS_ONLY


def _has_clocks(text: str, found: Shape) -> bool:
    """Whether the times of a table are more than days; else a comma may only stand between the day and the clock."""
    columns = found.columns
    cells = next((row for row in _cells(text[:_SAMPLE], found.delimiter, quoted=found.quoted) if row), list[str]())
    stamp = parse(cell(cells, columns.time))
    return columns.date is not None or stamp is None or stamp.clock is not None or stamp.instant is not None


def _read(source: Source, hints: Hints) -> Reading:
    text = source.decoded.text
    found = shape(text, hints.columns)
    if found is None and hints.columns and (known := shape(text)):
        raise Refused(no_such_column(source.name, hints, known.columns.header))
    if found is None:
        raise Refused(
            f"{source.name}: no delimiter makes a table with a column of times of it; add a header such as time,who,what"
        )
    if text.startswith("sep="):
        text = text.split("\n", 1)[-1]
    warnings = Warnings(source.warnings)
    if source.decoded.encoding == "Windows-1252":
        warnings.add(source.name, "is not UTF-8, so it was read as Windows-1252; check the accents")
    if found.columns.text is None:
        warnings.add(source.name, "no column says what happened, so the other cells of each row are joined")
    skipped: Counter[str] = Counter()
    rows: list[tuple[int, list[str]]] = []
    for index, row in enumerate(_cells(text, found.delimiter, quoted=found.quoted)):
        number = index - found.above + 1
        if number < 1:
            continue
        place = f"{source.name}, row {number}"
        if row is None:
            skipped["row that cannot be read"] += 1
            warnings.add(place, "cannot be read; a quote may be missing")
            continue
        if any(_too_long(cell) for cell in row):
            warnings.add(place, "one cell holds many lines; a quote may be missing its end")
        elif any(_swallowed(cell, found.delimiter) for cell in row):
            warnings.add(place, "one cell holds lines that begin with times; a quote may be missing its end")
        rows.append((number, _fitted(row, found, place, warnings)))
    return read_table(Table("csv", source.name, "row", found.columns, rows), hints, warnings, skipped)


def _fitted(row: list[str], found: Shape, place: str, warnings: Warnings) -> list[str]:
    """Return a row with as many cells as there are columns: those that are too many belong to the words."""
    text, width = found.columns.text, len(found.columns.header)
    while len(row) > width and not row[-1].strip():
        row = row[:-1]
    if text is None or len(row) <= width:
        return row
    end = text + 1 + len(row) - width
    warnings.add(
        place,
        f"has {len(row)} cells for {width} columns, so {found.delimiter!r} is taken to be part of {found.columns.header[text]!r}",
        "a row with more cells than columns",
    )
    return [*row[:text], found.delimiter.join(row[text:end]), *row[end:]]


IMPORTER = Importer("csv", "Table of delimited text (CSV, TSV)", _sniff, _read)
