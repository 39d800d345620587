"""A terminal that a program runs in while its bytes, moments and CPU are counted.

A moment is the arrival of the bytes, read by a thread that does nothing else; nothing is drawn, so
that looking costs little on a machine of few cores.
"""

import os
import pty
import re
import shutil
import subprocess
import termios
import threading
import time
from collections.abc import Callable, Sequence
from fcntl import ioctl
from pathlib import Path
from struct import pack
from types import TracebackType
from typing import Self

COLUMNS, LINES = 120, 40
_NOT_SHOWN = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_].*?\x1b\\|[ -/]*[0-~])|[\x00-\x20]", re.DOTALL
)
_ASKS_SYNCHRONISED = b"\x1b[?2026$p"
_SYNCHRONISED = b"\x1b[?2026;2$y"


class TooLate(AssertionError):
    """What was waited for did not appear."""


def environment(home: Path) -> dict[str, str]:
    """Return a plain environment: true colour, an empty home, none of Python's own switches."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "NOBLAME", "TEXTUAL", "COV"))}
    return {**kept, "HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}


class Running:
    """One program in one terminal; it is killed at the end."""

    def __init__(self, words: Sequence[str], home: Path) -> None:
        self._seen = bytearray()
        self._arrived = threading.Condition()
        self._first_paint: float | None = None
        self._moment = 0.0
        self._over = False
        shutil.rmtree(home / ".local", ignore_errors=True)  # a run that is killed leaves a draft, which the next one would offer
        self._master, slave = pty.openpty()
        ioctl(slave, termios.TIOCSWINSZ, pack("HHHH", LINES, COLUMNS, 0, 0))
        self.began = time.perf_counter()
        self._process = subprocess.Popen(
            words, stdin=slave, stdout=slave, stderr=slave, env=environment(home), cwd=home, start_new_session=True
        )
        os.close(slave)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None) -> None:
        self._process.kill()
        self._process.wait()
        self._reader.join(2)
        os.close(self._master)

    @property
    def written(self) -> int:
        """Bytes that the program has written so far."""
        with self._arrived:
            return len(self._seen)

    def first_paint(self) -> float:
        """Return seconds from the start to the first visible character."""
        self._until(lambda: self._first_paint is not None, 20, "anything visible")
        return (self._first_paint or 0.0) - self.began

    def shows(self, words: str, timeout: float = 20, *, after: int = 0) -> float:
        """Wait for `words` in what was written behind the first `after` bytes; return seconds since the start."""
        wanted = words.encode()
        return self._until(lambda: self._seen.find(wanted, after) >= 0, timeout, words) - self.began

    def first_key(self, ready: str, key: str) -> float:
        """Press `key` from when `ready` shows, again every 50 ms, until it shows; return seconds since the start."""
        self.shows(ready)
        before = self.written
        for _ in range(200):
            self.press(key)
            try:
                return self.shows(key, 0.05, after=before)
            except TooLate:
                continue
        raise TooLate(f"{key} had no effect")

    def press(self, key: str) -> None:
        """Send a key's bytes."""
        os.write(self._master, key.encode())

    def answered(self, after: int) -> float:
        """Return the moment of the first bytes behind the first `after` ones."""
        return self._until(lambda: len(self._seen) > after, 5, "an answer to the key")

    def settle(self, quiet: float) -> None:
        """Wait until nothing was written for `quiet` seconds."""
        deadline = time.perf_counter() + 20
        with self._arrived:
            before = -1
            while before != len(self._seen):
                if time.perf_counter() > deadline:
                    raise TooLate("the program never stopped writing")
                before = len(self._seen)
                self._arrived.wait_for(lambda before=before: len(self._seen) != before, quiet)

    def cpu(self) -> float:
        """Return the seconds of processor time that the program's threads have used."""
        spent = 0
        for task in Path(f"/proc/{self._process.pid}/task").iterdir():
            try:
                spent += int((task / "schedstat").read_text(encoding="ascii").split()[0])
            except OSError:  # the thread has just ended
                continue
        return spent / 1e9

    def _until(self, happened: Callable[[], bool], timeout: float, what: str) -> float:
        """Wait for something and return the moment of the bytes that brought it."""
        with self._arrived:
            if not self._arrived.wait_for(lambda: happened() or self._over, timeout) or not happened():
                raise TooLate(f"{what!r} did not appear in {timeout:g} s; the last bytes are {bytes(self._seen[-400:])!r}")
            return self._moment

    def _read(self) -> None:
        while True:
            try:
                data = os.read(self._master, 1 << 16)
            except OSError:  # the program has closed its terminal
                data = b""
            moment = time.perf_counter()
            if _ASKS_SYNCHRONISED in data:
                os.write(self._master, _SYNCHRONISED)
            with self._arrived:
                self._seen += data
                self._moment = moment
                self._over = not data
                if self._first_paint is None and _NOT_SHOWN.sub(b"", bytes(self._seen)):
                    self._first_paint = moment
                self._arrived.notify_all()
            if not data:
                return
