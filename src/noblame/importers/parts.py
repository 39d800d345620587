"""What a folder or zip holds: one export in many files, or files of several formats side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from noblame.importers.base import Hints, Reading
from noblame.importers.merging_document import pieces as pieces_of
from noblame.importers.refusal import Refused
from noblame.importers.registry import identify, looks_like, read
from noblame.importers.source import Member, Source, source_from_bytes

_LISTS = ("users.json", "org_users.json", "channels.json")
"""Stand at the root of an export of a whole chat."""


@dataclass(frozen=True, slots=True)
class Found:
    """What came out of everything at one place."""

    readings: tuple[Reading, ...]
    """One for each file, or for each export that lies in several."""
    left_out: tuple[str, ...] = ()
    """A sentence for each file of which nothing was taken."""


def read_all(source: Source, hints: Hints, format_name: str | None = None) -> Found:
    """Return everything in a source, each file of a folder read by its own format.

    A file of a folder that leaves something out is told among those left out: what is said for one would be
    taken for all. Raises Refused where nothing at all can be read, NeedsHint for a single file.
    """
    pieces, left_out = parts(source)
    if pieces == [source]:
        return Found((read(source, hints, format_name),))
    readings: list[Reading] = []
    for piece in pieces:
        if not format_name and not identify(piece):
            left_out.append(f"{piece.place}/{piece.name}: looks like {looks_like(piece)}, which is none of the known formats")
            continue
        try:
            found = read(piece, hints, format_name)
        except Refused as refusal:
            left_out.append(str(refusal))
            continue
        if found.rows or found.skipped or (found.document and pieces_of(found.document)):
            readings.append(found)
        else:
            left_out.append(f"{piece.place}/{piece.name}: holds no records of {found.source}")
    if not readings:
        return Found((read(source, hints, format_name),))
    return Found(tuple(readings), (*source.warnings, *(f"{said}; nothing was taken of it" for said in left_out)))


def parts(source: Source) -> tuple[list[Source], list[str]]:
    """Return what is read each on its own, and why other files are not; what is one export stays whole."""
    if not source.container or (not source.others and _is_one(source)):
        return [source], []
    found: list[Source] = []
    left_out: list[str] = []
    rest = list(source.members)
    for root in _roots(rest):
        export = _folder(source, root, [member for member in rest if member.name.startswith(root)])
        if _format(export):
            found.append(export)
            rest = [member for member in rest if not member.name.startswith(root)]
    for root, members in groupby(rest, key=lambda member: member.name[: member.name.rfind("/") + 1]):
        together = _folder(source, root, list(members))
        if _is_one(together):
            found.append(together)
        else:
            found += _files(source, (Member(root + member.name, member.content) for member in together.members), left_out)
    return [*found, *_files(source, source.others, left_out)], left_out


def _format(source: Source) -> str:
    """Return the name of the likeliest format, or nothing."""
    fitting = identify(source)
    return fitting[0][1].name if fitting else ""


def _is_one(source: Source) -> bool:
    """Whether a folder or zip is one export: it fits a format as a whole, and no file in it is of another one."""
    whole = _format(source)
    return bool(whole) and all(_format(Source(member.name, (member,))) in ("", whole) for member in source.members)


def _roots(members: Iterable[Member]) -> list[str]:
    """Return the outermost folders that hold the lists of a chat's export."""
    found = sorted(
        {name[: -len(base)] for name in (m.name for m in members) for base in _LISTS if f"/{name}".endswith(f"/{base}")}
    )
    return [root for root in found if not any(root != other and root.startswith(other) for other in found)]


def _folder(source: Source, root: str, members: Iterable[Member]) -> Source:
    """Return a folder of the source as a source of its own."""
    inside = tuple(Member(member.name[len(root) :], member.content) for member in members)
    return Source(root.rstrip("/").rpartition("/")[2] or source.name, inside, container=source.container)


def _files(source: Source, members: Iterable[Member], left_out: list[str]) -> Iterable[Source]:
    """Yield files each on its own, packed ones opened; one that cannot be opened is told among those left out.

    A zip in a zip stays closed: nobody exports so, and there is no end to how they may nest.
    """
    for member in members:
        folder, _, name = member.name.rpartition("/")
        try:
            found = source_from_bytes(name, member.content, place=folder.rpartition("/")[2] or source.name)
        except Refused as refusal:
            left_out.append(str(refusal))
            continue
        if not found.container:
            yield found
        elif source.container == "folder":
            pieces, more = parts(found)
            left_out += more
            yield from pieces
        else:
            left_out.append(f"{source.name}: {name} is a zip in a zip; unpack it and name it by itself")
