"""Zip files, read in memory and never unpacked.

The sizes that a zip states are claims: what counts is the bytes that come out. Entries are counted
by their signatures before the directory is read, because reading it builds an object for each.
"""

import stat
import zipfile
import zlib
from io import BytesIO

from noblame.importers.refusal import Refused
from noblame.importers.source import (
    LARGEST,
    LARGEST_TOTAL,
    MOST_MEMBERS,
    Member,
    is_hidden,
    is_json,
    is_readable,
    too_large,
    too_much,
)
from noblame.model import clean_line

_ENTRY = b"PK\x01\x02"
"""Begins each entry of a zip's directory."""
_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError)


def read_zip(name: str, content: bytes) -> tuple[tuple[Member, ...], tuple[Member, ...], tuple[str, ...]]:
    """Return the JSON members of a zip by name, the other ones, and warnings; raises Refused if anything in it is off."""
    if content.count(_ENTRY) > MOST_MEMBERS:
        raise too_much(name)
    members: list[Member] = []
    left_out = 0
    total = 0
    with _opened(name, content) as archive:
        for info in archive.infolist():
            inner = _checked(name, info)
            if info.is_dir():
                continue
            if is_hidden(inner) or not is_readable(inner):
                left_out += 1
                continue
            member = Member(clean_line(inner), _extracted(name, archive, info))
            total += len(member.content)
            if total > LARGEST_TOTAL:
                raise too_much(name)
            members.append(member)
    members.sort(key=lambda member: member.name)
    warnings = (f"{name}: {left_out} files in it are hidden or no text, so they are left out",) if left_out else ()
    json, others = ([member for member in members if is_json(member.name) is wanted] for wanted in (True, False))
    return tuple(json), tuple(others), warnings


def _opened(name: str, content: bytes) -> zipfile.ZipFile:
    """Open a zip; names without a mark are UTF-8 in practice, and as the standard has it otherwise."""
    for encoding in ("utf-8", None):
        try:
            return zipfile.ZipFile(BytesIO(content), metadata_encoding=encoding)
        except UnicodeDecodeError:
            continue
        except _BROKEN:
            break
    raise _damaged(name, "")


def _checked(name: str, info: zipfile.ZipInfo) -> str:
    """Return a member's name with ``/``; raises Refused for paths that lead out, links and odd methods."""
    inner = info.filename.replace("\\", "/")
    if inner.startswith("/") or inner[1:2] == ":" or ".." in inner.split("/"):
        raise Refused(f"{name}: the member {inner!r} points outside of the zip; this is no export, do not open it")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise Refused(f"{name}: the member {inner!r} is a link; this is no export, do not open it")
    if info.flag_bits & 1:
        raise Refused(f"{name}: the member {inner!r} is encrypted; unpack it yourself and name the folder")
    if info.compress_type not in _PLAIN:
        raise Refused(f"{name}: the member {inner!r} is packed in an unusual way; unpack it yourself and name the folder")
    return inner


def _extracted(name: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Return the bytes of one member, at most the limit."""
    try:
        with archive.open(info) as member:
            content = member.read(LARGEST + 1)
    except _BROKEN:
        raise _damaged(name, info.filename) from None
    if len(content) > LARGEST:
        raise too_large(f"{name}: {info.filename}")
    return content


def _damaged(name: str, inner: str) -> Refused:
    where = f"the member {inner!r} of the zip" if inner else "the zip"
    return Refused(f"{name}: {where} is damaged or cut; download the export again")
