"""From the cells of a table to rows: delimited text and JSON lines alike."""

import re
from collections import Counter

from noblame.importers.base import Hints, Reading, Row, Warnings, hashed, reading
from noblame.importers.kinds import KIND_OF
from noblame.importers.links import link
from noblame.importers.secrets import without_secrets
from noblame.importers.tables.clock import Clock
from noblame.importers.tables.columns import Columns
from noblame.importers.tables.table import Table, cell
from noblame.model import KINDS, Kind, clean_line, handle

MOST_KEPT_BY_HAND = 200
"""Rows up to which a table without marks of a machine counts as somebody's own timeline, to be starred as a whole."""

_NOTHING = ("", "-", "null", "none", "n/a")
_FORMULA = re.compile("'(?=\\s*[=+\\-@\uff1d\uff0b\uff0d\uff20])")
"""The mark that exporters put before a cell which a spreadsheet would calculate."""


def read_table(table: Table, hints: Hints, warnings: Warnings, skipped: Counter[str]) -> Reading:
    """Return the rows of a table; raises NeedsHint if zone or dates cannot be settled."""
    columns = table.columns
    clock = Clock(table, hints, warnings)
    by_hand = not columns.machine and len(table.rows) <= MOST_KEPT_BY_HAND
    seen: Counter[str] = Counter()
    rows: list[Row] = []
    for number, cells in table.rows:
        place = f"{table.file}, {table.unit} {number}"
        at, stamp = clock.read(place, cells)
        until = clock.end(place, cells, at)
        text, raw = _text(columns, cells)
        day = at.date().isoformat() if at and not (stamp and (stamp.day or stamp.instant)) else ""
        key = hashed("\x1f".join((*cells, day)))
        seen[key] += 1
        source_kind, kind = _kind(columns, cells)
        author = clean_line(cell(cells, columns.author))
        author = "" if author.casefold() in _NOTHING else author
        url = link(cell(cells, columns.link))
        rows.append(
            Row(
                at, text, source_kind, kind, stamp.precision if stamp else "minute", until, author,
                (handle(author),) if author else (), place, key if seen[key] == 1 else f"{key}-{seen[key]}", raw,
                evidence=(url,) if url else (), noise="" if text else "no text",
                preselect=by_hand and at is not None and bool(text),
            )
        )  # fmt: skip
    return reading(
        table.source, len(table.rows), rows, skipped=skipped, warnings=warnings, zone=clock.applied, columns=columns.mapping(),
        titles=tuple(clean_line(title) for title in columns.header),
    )  # fmt: skip


def _text(columns: Columns, cells: list[str]) -> tuple[str, str]:
    """Return what happened on one line, and as it stood where that differs."""
    raw = cell(cells, columns.text).strip()
    if not raw:
        times = {columns.time, columns.date, columns.zone, columns.end, columns.author}
        raw = " \u00b7 ".join(c for i, c in enumerate(cells) if i not in times and c.strip().casefold() not in _NOTHING)
    raw = without_secrets(_FORMULA.sub("", raw, count=1) if _FORMULA.match(raw) else raw)
    text = clean_line(raw)
    return text, "" if raw == text else raw


def _kind(columns: Columns, cells: list[str]) -> tuple[str, Kind]:
    """Return the kinds of a row; only words that are kinds already count."""
    said = cell(cells, columns.kind).strip().casefold()
    usual = "log" if columns.machine else "note"
    if said in KINDS:
        return usual, said
    said = said.replace(" ", "_")
    return (said, KIND_OF[said]) if said in KIND_OF else (usual, "observed")
