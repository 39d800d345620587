"""Saving beside the program: one thread, the newest record wins."""

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from noblame.model import Record
from noblame.store.refusal import SessionRefused
from noblame.store.session import SessionFile

RETRY_SECONDS = 2.0
WATCH_SECONDS = 0.5
"""How often the file is looked at while nothing is to be saved."""


class Saved(NamedTuple):
    """How the save of one record ended."""

    asked: Record
    """What was given to be saved."""
    written: Record | None
    """What stands on the disk now, others' work included; none where it could not be written."""
    reason: str = ""
    """Why it could not."""
    renamed: dict[str, str] = {}  # noqa: RUF012
    """Ids of ours that are others now, because somebody else had given them away first."""
    doubts: int = 0
    """How many fields both sides changed."""
    others: bool = False
    """Whether somebody else's work came in."""
    gone: bool = False
    """Whether the file was gone and had to be made anew."""
    request: int | None = None
    """Which request to save it was the last of; they are counted from 1."""


class Writer:
    """Saves records in a thread of its own and reports each one that is durable.

    Synchronising a file does not hold the interpreter, so typing goes on meanwhile. A record that
    is replaced before its turn is never written. What cannot be written is tried again. While
    nothing is to be written the file is watched for others' work.
    """

    def __init__(self, file: SessionFile, report: Callable[[Saved], None]) -> None:
        """Report from the writer's thread; the receiver changes threads itself."""
        self.report = report
        self._file = file
        self._newest = file.record
        self._waiting: Record | None = None
        self._requests = 0
        self._errand: Callable[[], None] | None = None
        self._elsewhere: Path | None = None
        self._closing = False
        self._changed = threading.Condition()
        self._busy = False
        self._failed = False
        self._again = 0.0
        self._unseen = False
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def save(self, record: Record) -> int:
        """Ask for `record` to be made durable; return the number of the request."""
        with self._changed:
            self._waiting = self._newest = record
            self._requests += 1
            self._changed.notify_all()
            return self._requests

    def afterwards(self, errand: Callable[[], None]) -> None:
        """Do something small behind the saves, such as keeping a draft; a later errand replaces one that waits."""
        with self._changed:
            self._errand = errand
            self._changed.notify_all()

    def seen(self, written: Record) -> None:
        """Take note that others' work was taken in; what is given from now on holds it.

        Until then nothing more is written, since a record without their work would remove it again.
        """
        with self._changed:
            self._unseen, self._waiting, self._newest = False, None, written
            self._changed.notify_all()

    def move(self, path: Path) -> None:
        """Save the newest record to another path, from now on."""
        with self._changed:
            self._elsewhere, self._waiting, self._again = path, self._newest, 0.0
            self._changed.notify_all()

    def flush(self, timeout: float) -> bool:
        """Wait until nothing is waiting, at most `timeout` seconds; say whether all is on the disk."""
        with self._changed:
            self._changed.notify_all()
            self._changed.wait_for(lambda: not self._busy and (self._waiting is None or self._failed or self._unseen), timeout)
            return self._waiting is None and not self._busy and not self._unseen

    def close(self, timeout: float = 5.0) -> bool:
        """Flush and end the thread; say whether all is on the disk."""
        durable = self.flush(timeout)
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join(1.0)
        return durable

    def _run(self) -> None:
        with self._changed:  # start-up needs the processor first
            self._changed.wait_for(self._called, WATCH_SECONDS)
        self._file.warm()
        while not self._closing:
            record, request = self._next()
            if record is not None:
                saved = self._saved(record)._replace(request=request)
                self._settle(saved)
                self.report(saved)
                self._done()
            errand, self._errand = self._errand, None
            if errand is not None:
                errand()

    def _saved(self, record: Record) -> Saved:
        """Save one record and say how it went."""
        try:
            done = self._file.save(record)
        except OSError as problem:
            return Saved(record, None, problem.strerror or str(problem))
        except SessionRefused as problem:
            return Saved(record, None, str(problem).removeprefix(f"{self._file.path}: "))
        return Saved(record, done.record, "", done.renamed, done.doubts, done.others, gone=done.gone)

    def _next(self) -> tuple[Record | None, int]:
        """Wait for a record to save, or for others' work in the file; none where there is neither for a while."""
        with self._changed:
            left = self._again - time.monotonic() if self._failed else WATCH_SECONDS
            self._changed.wait_for(self._called, max(0.0, left))
            if self._elsewhere is not None:
                self._file.move(self._elsewhere)
                self._elsewhere = None
            if self._closing or self._unseen or (self._failed and time.monotonic() < self._again):
                return None, 0
            if self._waiting is None and not self._file.touched():
                return None, 0
            self._busy, record, self._waiting = True, self._waiting, None
            return (self._newest if record is None else record), self._requests

    def _called(self) -> bool:
        """Whether there is a reason not to wait any longer."""
        ready = self._waiting is not None and not self._unseen and not (self._failed and time.monotonic() < self._again)
        return ready or self._closing or self._errand is not None

    def _settle(self, saved: Saved) -> None:
        """Note how it went; a record that failed waits again unless a newer one came."""
        with self._changed:
            self._failed = saved.written is None
            self._again = time.monotonic() + RETRY_SECONDS
            self._unseen = saved.written is not None and saved.written is not saved.asked
            if self._failed and self._waiting is None:
                self._waiting = saved.asked

    def _done(self) -> None:
        """Let go of those who wait, once the report is out."""
        with self._changed:
            self._busy = False
            self._changed.notify_all()
