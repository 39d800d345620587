"""Opening what the user named: a file, a folder, a zip or standard input, all read into memory.

Nothing is ever unpacked to the disk. What can hang, flood or lead elsewhere is refused: pipes and
devices, huge files, symbolic links that lead out, members of a zip with a path of their own.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from noblame.importers.decoding import Decoded, decode
from noblame.importers.json_reading import MOST_LINES, Documents, Json, begins, documents
from noblame.importers.refusal import Refused
from noblame.model import clean_line

LARGEST = 64 * 2**20
"""Bytes of one file, also inside a folder or a zip."""
LARGEST_TOTAL = 256 * 2**20
"""Bytes of all files together."""
MOST_MEMBERS = 20_000
DEEPEST_FOLDER = 4
_HEADS = 50
_HEAD_FILES = 3


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a source."""

    name: str
    """Relative to the folder or zip, with ``/``."""
    content: bytes


@dataclass(frozen=True)
class Source:
    """What is to be imported. Text and JSON of a single file are made once, whoever asks."""

    name: str
    """The file's own name, for messages and origins."""
    members: tuple[Member, ...]
    """The one file, or the JSON files of a folder or zip in the order of their names."""
    place: str = ""
    """Name of the folder in which a single file stands; a Slack day file says its channel no other way."""
    container: str = ""
    """``folder`` or ``zip``; empty for a plain file."""
    warnings: tuple[str, ...] = ()
    """What was left out, each with its place."""

    @cached_property
    def decoded(self) -> Decoded:
        """The text of a plain file; empty for folders and zips."""
        return Decoded() if self.container or not self.members else decode(self.members[0].content)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of a plain file; only CR and LF end one, because chats write other controls inside of lines."""
        text = self.decoded.text
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return tuple(text.removesuffix("\n").split("\n", MOST_LINES)) if text else ()

    @cached_property
    def documents(self) -> Documents:
        """The JSON values of a plain file; none where it is not JSON."""
        return documents(self.decoded.text)

    @cached_property
    def heads(self) -> tuple[Json, ...]:
        """The JSON values by which a format is told: the first of the file, or of the first files of a folder or zip."""
        if not self.container:
            return tuple(value for _, value in self.documents.values[:_HEADS])
        files = (documents(decode(member.content).text) for member in self.members[:_HEAD_FILES])
        return tuple(value for file in files for _, value in file.values[:_HEADS])

    def trees(self) -> Iterator[tuple[str, Documents]]:
        """Yield the JSON values of each file with the file's place."""
        if not self.container:
            yield self.name, self.documents
            return
        for member in self.members:
            yield f"{self.name}/{member.name}", documents(decode(member.content).text)


def read_source(path: Path) -> Source:
    """Return everything that stands at `path`; raises Refused if it cannot be read safely."""
    if path.is_dir():
        return _read_folder(path)
    return source_from_bytes(path.name, read_bytes(path), place=clean_line(path.absolute().parent.name))


def source_from_bytes(name: str, content: bytes, place: str = "") -> Source:
    """Return a source for what came from standard input or was read already; raises Refused for bad zips."""
    name = clean_line(name)
    if len(content) > LARGEST:
        raise too_large(name)
    if content[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        from noblame.importers.archive import read_zip

        members, warnings = read_zip(name, content)
        return Source(name, members, container="zip", warnings=warnings)
    if max(content.count(b"\n"), content.count(b"\r")) > MOST_LINES and not begins(content[:4096].decode("utf-8-sig", "replace")):
        raise Refused(f"{name}: has more than {MOST_LINES:,} lines; export a shorter time, or cut the lines that matter")
    return Source(name, (Member(name, content),), place=place)


def read_bytes(path: Path) -> bytes:
    """Return the content of a regular file; raises Refused for anything else.

    Opened without blocking, because a pipe or a device at the path would wait for ever.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        raise Refused(f"{path}: there is no such file; check the path") from None
    except (OSError, ValueError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else problem
        raise Refused(f"{path}: cannot be opened ({reason}); check the path and its permissions") from None
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise Refused(f"{path}: is not a regular file; save the export as a file and name that")
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise too_large(str(path))
    return content


def too_large(name: str) -> Refused:
    """Return the refusal of a file over the limit."""
    return Refused(f"{name}: is larger than {LARGEST // 2**20} MiB; export a shorter time or fewer channels")


def too_much(name: str) -> Refused:
    """Return the refusal of a folder or zip over the limits."""
    return Refused(
        f"{name}: holds more than {MOST_MEMBERS:,} files or {LARGEST_TOTAL // 2**20} MiB; export a shorter time or fewer channels"
    )


def wanted(name: str) -> bool:
    """Whether a file of a folder or zip is read: JSON, and not a shadow that macOS leaves in zips."""
    base = name.rsplit("/", 1)[-1]
    return base.endswith((".json", ".jsonl", ".ndjson")) and not base.startswith("._") and "__MACOSX/" not in name


def _read_folder(folder: Path) -> Source:
    """Return the JSON files of a folder and of the folders in it."""
    root = os.path.realpath(folder)
    members: list[Member] = []
    warnings: list[str] = []
    total = 0
    for path in _walk(folder, DEEPEST_FOLDER, warnings):
        name = path.relative_to(folder).as_posix()
        if not os.path.realpath(path).startswith(root + os.sep):
            warnings.append(f"{folder.name}/{name}: is a link that leads out of the folder, so it is left out")
            continue
        if not path.is_file():
            warnings.append(f"{folder.name}/{name}: is not a regular file, so it is left out")
            continue
        content = read_bytes(path)
        total += len(content)
        if len(members) >= MOST_MEMBERS or total > LARGEST_TOTAL:
            raise too_much(str(folder))
        members.append(Member(clean_line(name), content))
    return Source(
        clean_line(folder.absolute().name), tuple(members), container="folder", warnings=tuple(map(clean_line, warnings))
    )


def _walk(folder: Path, depth: int, warnings: list[str]) -> Iterator[Path]:
    """Yield the JSON files below a folder in the order of their names; linked folders are not entered."""
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as problem:
        raise Refused(f"{folder}: cannot be listed ({problem.strerror}); check its permissions") from None
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if depth > 1:
                yield from _walk(Path(entry.path), depth - 1, warnings)
            else:
                warnings.append(f"{entry.path}: lies too deep, so it is left out")
        elif entry.is_dir():
            warnings.append(f"{entry.path}: is a link to a folder, so it is left out")
        elif wanted(entry.name):
            yield Path(entry.path)
