"""A session file that is open: what was read from it, and saving without losing anybody's work."""

import os
import time
from functools import partial
from pathlib import Path
from typing import NamedTuple

from noblame.model import Record
from noblame.store.atomic import write_atomically
from noblame.store.codec import Codec, load
from noblame.store.copies import Copies
from noblame.store.locking import locked
from noblame.store.merge import Merged, merged
from noblame.store.reading import decode, read_bytes

_Stamp = tuple[int, int, int]
_SETTLED = 0.02
"""Seconds that a file must stay the same before it is read: an editor may be writing it in place."""
_PATIENCE = 50


class Written(NamedTuple):
    """What a save left on the disk."""

    record: Record
    renamed: dict[str, str]
    """New ids of entries that we had added under an id which somebody else had given away first."""
    doubts: int = 0
    """Fields that both sides changed; each is an open question of the record now."""
    others: bool = False
    """Whether somebody else's work came in."""
    gone: bool = False
    """Whether the file was not there any more, and stands there again."""


class SessionFile:
    """One file and the record that stands in it."""

    def __init__(
        self, path: Path, record: Record, content: bytes, copies: Copies | None = None, stamp: _Stamp | None = None
    ) -> None:
        self.path = path
        self.record = record
        self._content: bytes = content
        self._codec = Codec()
        self._stamp = stamp
        self._copies = copies
        self._tried: tuple[bytes, Record] | None = None
        """What a save that failed may have left there all the same."""

    @classmethod
    def open(cls, path: Path, copies: Copies | None = None) -> "SessionFile":
        """Read a session; raises SessionRefused. `copies` keeps older versions."""
        stamp = _stamp(path)
        content = read_bytes(path)
        return cls(path, load(decode(content, path), path), content, copies, stamp)

    @classmethod
    def create(cls, path: Path, record: Record) -> "SessionFile":
        """Write a new session; raises FileExistsError or OSError."""
        if path.exists():
            raise FileExistsError(17, "a session of that name exists already", str(path))
        path.parent.mkdir(parents=True, exist_ok=True)
        content = Codec().dump(record).encode()
        facts = write_atomically(path, content)
        return cls(path, record, content, stamp=_stamp_of(facts))

    @property
    def content(self) -> bytes:
        """The bytes of the file as they were last read or written."""
        return self._content

    def warm(self) -> None:
        """Make the text of every entry ready, so that the first save is as quick as the next."""
        self._codec.dump(self.record)

    def move(self, path: Path) -> None:
        """Save to another path from now on, as a file of its own."""
        self.path, self._content, self._stamp = path, b"", None

    def touched(self) -> bool:
        """Whether the file is not the one that was last read or written; a look that costs nothing."""
        return self.gone() or _differs(self.path, self._stamp)

    def gone(self) -> bool:
        """Whether the file that was last read or written is not there any more, in a folder that is."""
        if not self._content:
            return False
        try:
            os.stat(self.path)  # noqa: PTH116
        except FileNotFoundError:
            return self.path.parent.is_dir()
        except OSError:
            return False
        return False

    def save(self, record: Record) -> Written:
        """Make `record` durable and say what was written.

        Where somebody else wrote to the file meanwhile, that is both sides' work merged; where we have nothing new,
        their file is left as it is. Raises OSError, with the old file untouched; SessionRefused where the file is no
        session any more.
        """
        gone = self.gone()
        target = Path(os.path.realpath(self.path))
        target.parent.mkdir(parents=True, exist_ok=True)
        base, known, stamp, others = self.record, self._content, self._stamp, False
        both = Merged(record, {}, 0)
        with locked(target.parent):
            for turn in range(_PATIENCE):
                if _differs(self.path, stamp):
                    content, stamp = self._settled()
                    if self._tried and content == self._tried[0]:
                        known, base = self._content, self.record = self._tried
                    elif content.strip() and content != known:
                        theirs = load(decode(content, self.path), self.path)
                        self._keep(known)
                        found = merged(base, both.record, theirs)
                        again = {ours: found.renamed.pop(new, new) for ours, new in both.renamed.items()}
                        both = Merged(found.record, found.renamed | again, both.doubts + found.doubts)
                        base, known, others = theirs, content, True
                if others and both.record == base:
                    break
                content = self._codec.dump(both.record).encode()
                self._keep(known, first=True)
                self._tried = content, both.record
                stays = _never if turn == _PATIENCE - 1 else partial(_differs, self.path, stamp)
                if facts := write_atomically(self.path, content, unless=stays):
                    known, stamp = content, _stamp_of(facts)
                    break
            self.record, self._content, self._stamp, self._tried = both.record, known, stamp, None
        return Written(both.record, both.renamed, both.doubts, others, gone)

    def _settled(self) -> tuple[bytes, _Stamp | None]:
        """Read the file once nobody is writing it any more."""
        stamp = _stamp(self.path)
        for _ in range(_PATIENCE):
            time.sleep(_SETTLED)
            content = read_bytes(self.path)
            now = _stamp(self.path)
            if now == stamp:
                return content, stamp
            stamp = now
        return read_bytes(self.path), stamp

    def _keep(self, content: bytes, *, first: bool = False) -> None:
        """Put a version aside; with `first` only once in a run."""
        if self._copies is not None and content:
            self._copies.keep(content, first=first)


def _stamp(path: Path) -> _Stamp | None:
    """What tells two versions of a file apart without reading it."""
    try:
        return _stamp_of(os.stat(path))  # noqa: PTH116
    except OSError:
        return None


def _stamp_of(facts: os.stat_result | None) -> _Stamp | None:
    return (facts.st_ino, facts.st_mtime_ns, facts.st_size) if facts else None


def _differs(path: Path, stamp: _Stamp | None) -> bool:
    """Whether there is a file at a path that is not the one with this stamp."""
    now = _stamp(path)
    return now is not None and now != stamp


def _never() -> bool:
    return False
