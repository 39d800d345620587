"""A reading before it is added, for scripts and for people."""

from typing import Any

from noblame.importers.base import Reading, Row
from noblame.importers.merging_document import pieces

_SHOWN = 3
_NAMED = 8
"""Columns that are named; there may be a hundred."""


def offered(reading: Reading) -> list[Row]:
    """Return the rows that have a place and are no noise."""
    return [row for row in reading.rows if row.at is not None and not row.noise]


def _listed(reading: Reading) -> list[Row]:
    """Return the rows offered; all that are no noise where the source tells no time of any of them."""
    return offered(reading) or [row for row in reading.rows if not row.noise]


def _left_out(reading: Reading) -> list[tuple[str, int]]:
    """Return all that is not offered, by reason."""
    unplaced = [("no time that can be read", reading.unplaced)] if reading.unplaced else []
    return [*reading.noise, *reading.skipped, *unplaced]


def as_json(reading: Reading) -> dict[str, Any]:
    """Return the reading with the stable keys of ``noblame import --json``.

    ``unplaced`` and ``warnings`` are there beside the promised ones, because neither may be lost; ``also``
    counts what a whole postmortem says beside its timeline.
    """
    also = {"also": dict(pieces(reading.document))} if reading.document else {}
    return {
        "source": reading.source,
        "records": reading.records,
        "entries": [
            {
                "at": row.at.isoformat() if row.at else None,
                "text": row.text,
                "author": row.author or None,
                "kind": row.source_kind,
                "source_ref": row.origin,
            }
            for row in _listed(reading)
        ],
        "skipped": [{"reason": reason, "count": count} for reason, count in _left_out(reading)],
        "unplaced": [{"text": row.text, "source_ref": row.origin} for row in reading.rows if row.at is None and not row.noise],
        "warnings": list(reading.warnings),
        **also,
    }


def in_words(reading: Reading) -> list[str]:
    """Return the reading as lines that a person can check before the import."""
    rows = offered(reading)
    name = f"{reading.file}, {reading.source}" if reading.file else reading.source
    records = "1 record" if reading.records == 1 else f"{reading.records:,} records"
    lines = [] if reading.only_causes else [f"{name}: {records}, {len(rows):,} for the timeline"]
    if rows:
        starred = sum(1 for row in rows if row.preselect)
        lines.append(
            f"from {_moment(rows[0])} to {_moment(rows[-1])}; {starred:,} starred, the others are evidence until starred"
        )
    if reading.zone:
        lines.append(f"times without a zone are read as {reading.zone}")
    if reading.columns:
        lines.append("columns: " + ", ".join(f"{role} from {column!r}" for role, column in reading.columns))
        if unused := reading.unused:
            more = f" and {len(unused) - _NAMED} more" if len(unused) > _NAMED else ""
            lines.append("columns that are not used: " + ", ".join(map(repr, unused[:_NAMED])) + more)
    lines += [f"  {_moment(row)}  {row.author + ': ' if row.author else ''}{row.text}" for row in rows[:_SHOWN]]
    if reading.document and (also := pieces(reading.document)):
        lines.append(
            (f"{reading.source}: " if reading.only_causes else "also: ") + ", ".join(counted(what, count) for what, count in also)
        )
    if left_out := _left_out(reading):
        lines.append("left out or hidden: " + ", ".join(f"{reason} ({count:,})" for reason, count in left_out))
    return [*lines, *reading.warnings]


def counted(what: str, count: int) -> str:
    """Return a part with its number, where there can be several: ``4 lessons``, ``title``."""
    return f"{count} {what}" if what in ("impact", "causes", "lessons", "notes", "links", "action items", "people") else what


def _moment(row: Row) -> str:
    if row.at is None:
        return "no time"
    return f"{row.at:%Y-%m-%d}" if row.precision == "day" else f"{row.at:%Y-%m-%d %H:%M:%S %z}"
