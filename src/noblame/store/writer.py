"""Saving beside the program: one thread, the newest record wins."""

import threading
from collections.abc import Callable
from typing import NamedTuple

from noblame.model import Record
from noblame.store.refusal import SessionRefused
from noblame.store.session import SessionFile

RETRY_SECONDS = 2.0


class Saved(NamedTuple):
    """How the save of one record ended."""

    asked: Record
    """What was given to be saved."""
    written: Record | None
    """What stands on the disk now, others' work included; none where it could not be written."""
    reason: str = ""
    """Why it could not."""


class Writer:
    """Saves records in a thread of its own and reports each one that is durable.

    Synchronising a file does not hold the interpreter, so typing goes on meanwhile. A record that
    is replaced before its turn is never written. What cannot be written is tried again.
    """

    def __init__(self, file: SessionFile, report: Callable[[Saved], None]) -> None:
        """Report from the writer's thread; the receiver changes threads itself."""
        self._file = file
        self._report = report
        self._waiting: Record | None = None
        self._closing = False
        self._changed = threading.Condition()
        self._busy = False
        self._failed = False
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def save(self, record: Record) -> None:
        """Ask for `record` to be made durable."""
        with self._changed:
            self._waiting = record
            self._changed.notify_all()

    def flush(self, timeout: float) -> bool:
        """Wait until nothing is waiting, at most `timeout` seconds; say whether all is on the disk."""
        with self._changed:
            self._changed.notify_all()
            self._changed.wait_for(lambda: not self._busy and (self._waiting is None or self._failed), timeout)
            return self._waiting is None and not self._busy

    def close(self, timeout: float = 5.0) -> bool:
        """Flush and end the thread; say whether all is on the disk."""
        durable = self.flush(timeout)
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join(1.0)
        return durable

    def _run(self) -> None:
        self._file.warm()
        while (record := self._next()) is not None:
            try:
                saved = Saved(record, self._file.save(record))
            except OSError as problem:
                saved = Saved(record, None, problem.strerror or str(problem))
            except SessionRefused as problem:
                saved = Saved(record, None, str(problem))
            self._report(saved)
            self._settle(record, failed=saved.written is None)

    def _next(self) -> Record | None:
        """Wait for a record to save; none when closing."""
        with self._changed:
            if self._failed:
                self._changed.wait_for(lambda: self._closing, RETRY_SECONDS)
            self._changed.wait_for(lambda: self._waiting is not None or self._closing)
            if self._closing:
                return None
            self._busy, record, self._waiting = True, self._waiting, None
            return record

    def _settle(self, record: Record, *, failed: bool) -> None:
        """Note how it went; a record that failed waits again unless a newer one came."""
        with self._changed:
            self._busy, self._failed = False, failed
            if failed and self._waiting is None:
                self._waiting = record
            self._changed.notify_all()
