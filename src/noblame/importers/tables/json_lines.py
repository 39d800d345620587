"""JSON lines, or a list of objects, with a time and a text in each, as Timesketch and many log shippers write them."""

import json
from collections import Counter
from collections.abc import Sequence

from noblame.importers.base import Hints, Importer, Reading, Refused, Warnings
from noblame.importers.json_reading import Json, items, mapping
from noblame.importers.source import Source
from noblame.importers.tables.columns import Columns, find, no_such_column
from noblame.importers.tables.rows import read_table
from noblame.importers.tables.table import Table

_SAMPLE = 100


def _cell(value: Json) -> str:
    """Return a value as a table would show it: an object by its name, or by the one text that it holds."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        inner = value.get("name", next(iter(value.values())) if len(value) == 1 else None)
        if isinstance(inner, str):
            return inner
    return "" if value is None else json.dumps(value, ensure_ascii=False)


def _values(source: Source) -> list[tuple[int, Json]]:
    """Return the objects with their numbers: a line each, or all of them in one list."""
    found = source.documents
    return list(found.values) if found.lines else list(enumerate(items(found.first), start=1))


def _columns(source: Source, hints: Hints) -> Columns | None:
    """Return what the keys of the objects hold, from the first of them."""
    return _found([mapping(value) for _, value in _values(source)[:_SAMPLE]], hints.columns)


def _found(sample: list[dict[str, Json]], given: Sequence[tuple[str, str]]) -> Columns | None:
    keys = list(dict.fromkeys(key for line in sample for key in line))
    return find(keys, [[_cell(line.get(key)) for key in keys] for line in sample], machine=True, given=given) if keys else None


def _without_time(line: dict[str, Json], columns: Columns) -> bool:
    return columns.time is None or line.get(columns.header[columns.time]) in (None, "")


def _other_keys(source: Source, columns: Columns) -> dict[str, str]:
    """Return the keys that lines of a second shape have for the columns of the first: time, text and author."""
    others = [line for _, value in _values(source) if (line := mapping(value)) and _without_time(line, columns)][:_SAMPLE]
    second = _found(others, ())
    if second is None:
        return {}
    pairs = ((columns.time, second.time), (columns.text, second.text), (columns.author, second.author))
    return {columns.header[one]: second.header[two] for one, two in pairs if one is not None and two is not None}


def _sniff(source: Source) -> float:
    columns = _columns(source, Hints())
    if columns is None or not columns.named:
        return 0.0
    return 0.5 if source.documents.lines else 0.3


def _read(source: Source, hints: Hints) -> Reading:
    columns = _columns(source, hints)
    if columns is None and hints.columns and (known := _columns(source, Hints())):
        raise Refused(no_such_column(source.name, hints, known.header))
    if columns is None or columns.text is None:
        raise Refused(f"{source.name}: no key of its lines holds times and another words; name another format with --format")
    warnings = Warnings(source.warnings)
    skipped: Counter[str] = Counter()
    for line in source.documents.unreadable:
        skipped["line that is not JSON"] += 1
        warnings.add(f"{source.name}, line {line}", "is not a JSON object, so it is left out")
    rows: list[tuple[int, list[str]]] = []
    unit = "line" if source.documents.lines else "object"
    instead = _other_keys(source, columns)
    for number, value in _values(source):
        if isinstance(value, dict):
            other = instead if _without_time(value, columns) else {}
            rows.append((number, [_cell(value.get(other.get(key, key))) for key in columns.header]))
        else:
            skipped["record that is no object"] += 1
            warnings.add(f"{source.name}, {unit} {number}", "is not a JSON object, so it is left out")
    return read_table(Table("timesketch_jsonl", source.name, unit, columns, rows), hints, warnings, skipped)


IMPORTER = Importer("timesketch_jsonl", "JSON lines with a time and a text", _sniff, _read)
