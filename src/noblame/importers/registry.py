"""All formats, and which of them a source is."""

from dataclasses import replace

from noblame.importers import causes, chats, delivery, logs, monitoring, paging, papers, platforms, status, tables
from noblame.importers.base import Hints, Importer, Reading
from noblame.importers.refusal import Refused
from noblame.importers.source import Source
from noblame.model import clean_line

IMPORTERS: tuple[Importer, ...] = (
    *chats.IMPORTERS, *papers.IMPORTERS, *paging.IMPORTERS, *monitoring.IMPORTERS, *status.IMPORTERS,
    *platforms.IMPORTERS, *delivery.IMPORTERS, *logs.IMPORTERS, *tables.IMPORTERS, *causes.IMPORTERS,
)  # fmt: skip

_CLOSE = 0.1
"""Certainties nearer to each other than this are a question to the user."""
_BINARY = "binary data"
_MAGIC = (
    (b"\x1f\x8b", "a gzip file"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"SQLite format 3", "a SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
)


def identify(source: Source) -> list[tuple[float, Importer]]:
    """Return the formats that the source may be with their certainty, the best first."""
    found = [(importer.sniff(source), importer) for importer in IMPORTERS]
    return sorted((pair for pair in found if pair[0] > 0), key=lambda pair: -pair[0])


def read(source: Source, hints: Hints, format_name: str | None = None) -> Reading:
    """Return everything in the source.

    Raises Refused if no format fits, or two fit alike, or the file is damaged; NeedsHint if the
    user has to say what the file does not.
    """
    importer = _named(format_name) if format_name else _best(source)
    found = replace(importer.read(source, hints), file=source.name)
    if format_name and not found.records and not found.rows and found.document is None:
        raise Refused(f"{source.name}: looks like {looks_like(source)}; nothing in it reads as {importer.title}")
    if not found.records and not found.rows and found.document is None and not found.warnings:
        return replace(found, warnings=(f"{source.name}: reads as {importer.title}, but there is no record in it",))
    return found


def _named(name: str) -> Importer:
    for importer in IMPORTERS:
        if importer.name == name:
            return importer
    raise Refused(f"--format {name}: there is no such format; there are {_names()}")


def _best(source: Source) -> Importer:
    found = identify(source)
    if not found:
        raise _nothing_fits(source)
    if len(found) > 1 and found[0][0] - found[1][0] < _CLOSE:
        one, other = found[0][1], found[1][1]
        raise Refused(
            f"{source.name}: may be {one.title} or {other.title}; say which with --format {one.name} or --format {other.name}"
        )
    return found[0][1]


def _nothing_fits(source: Source) -> Refused:
    """Return why the source is none of the formats: damaged, no text, or unknown."""
    if source.documents.trouble:
        return Refused(f"{source.name}: begins as JSON but cannot be read ({source.documents.trouble}); export it again")
    looks = looks_like(source)
    if source.decoded.trouble:
        why = source.decoded.trouble if looks == _BINARY else f"is {looks}; name the text file that was exported"
        return Refused(f"{source.name}: {why}")
    if source.container and source.members:
        return Refused(f"{source.name}: looks like {looks}, none of which belong together; name the files in it one by one")
    return Refused(f"{source.name}: looks like {looks}, which is none of the known formats; there are {_names()}")


def _names() -> str:
    return ", ".join(importer.name for importer in IMPORTERS)


def looks_like(source: Source) -> str:
    """Return what the source seems to be, for people who have to find the right file."""
    if source.container:
        shown = ", ".join(member.name for member in source.members[:3]) or "no JSON in it"
        return f"a {source.container} with {len(source.members)} JSON files ({shown})"
    content = source.members[0].content if source.members else b""
    for magic, words in _MAGIC:
        if content.startswith(magic):
            return words
    if not content.strip():
        return "an empty file"
    if source.decoded.trouble:
        return _BINARY
    value = source.documents.first
    if value is None:
        line = next(line for line in source.decoded.text.splitlines() if line.strip())
        return f"text that begins with {clean_line(line)[:60]!r}"
    first = value[0] if isinstance(value, list) and value else value
    keys = ", ".join(list(first)[:6]) if isinstance(first, dict) else "no objects"
    return f"JSON{' lines' if source.documents.lines else ''} with {keys[:100]}"
