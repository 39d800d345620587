"""A session file that is open: what was read from it, and saving without losing anybody's work."""

import os
from pathlib import Path

from noblame.model import Record
from noblame.store.atomic import write_atomically
from noblame.store.codec import Codec, load
from noblame.store.merge import merge
from noblame.store.reading import decode, read_bytes

_Stamp = tuple[int, int, int]


class SessionFile:
    """One file and the record that stands in it."""

    def __init__(self, path: Path, record: Record, content: bytes) -> None:
        self.path = path
        self.record = record
        self._content = content
        self._codec = Codec()
        self._stamp = _stamp(path)

    @classmethod
    def open(cls, path: Path) -> "SessionFile":
        """Read a session; raises SessionRefused."""
        content = read_bytes(path)
        return cls(path, load(decode(content, path), path), content)

    @classmethod
    def create(cls, path: Path, record: Record) -> "SessionFile":
        """Write a new session; raises FileExistsError or OSError."""
        if path.exists():
            raise FileExistsError(17, "a session of that name exists already", str(path))
        path.parent.mkdir(parents=True, exist_ok=True)
        content = Codec().dump(record).encode()
        write_atomically(path, content)
        return cls(path, record, content)

    def warm(self) -> None:
        """Make the text of every entry ready, so that the first save is as quick as the next."""
        self._codec.dump(self.record)

    def elsewhere(self) -> bool:
        """Whether the file is not the one that we read or wrote last, without reading it."""
        return _stamp(self.path) not in (None, self._stamp)

    def reread(self) -> tuple[Record, Record]:
        """Return what we last knew and what stands in the file now; raises SessionRefused.

        Not to be called while a record waits to be saved: `save` merges by itself.
        """
        stamp, content = _stamp(self.path), read_bytes(self.path)
        base, theirs = self.record, load(decode(content, self.path), self.path)
        self.record, self._content, self._stamp = theirs, content, stamp
        return base, theirs

    def save(self, record: Record) -> Record:
        """Make `record` durable and return what was written.

        Where somebody else wrote to the file meanwhile, that is both sides' work merged. Raises
        OSError, with the old file untouched; SessionRefused where the file is no session any more.
        """
        if _stamp(self.path) != self._stamp and self.path.exists():
            content = read_bytes(self.path)
            if content != self._content:
                record = merge(self.record, record, load(decode(content, self.path), self.path))
        content = self._codec.dump(record).encode()
        write_atomically(self.path, content)
        self.record, self._content, self._stamp = record, content, _stamp(self.path)
        return record


def _stamp(path: Path) -> _Stamp | None:
    """What tells two versions of a file apart without reading it."""
    try:
        facts = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return facts.st_ino, facts.st_mtime_ns, facts.st_size
