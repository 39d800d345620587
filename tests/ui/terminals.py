"""A terminal that the real program runs in: a test types into it, looks at it, and ends the program in every way there is."""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyte

COLUMNS, LINES = 100, 30
PATIENCE = 30.0
"""Seconds; a machine under load may take most of them, and no test is measured by them."""
_MODES = re.compile(rb"\x1b\[\?([\d;]+)([hl])|\x1b\[([<>])[\d;]*u")
_SWITCHED_ON = {1049: "alternate screen", 1000: "mouse", 1003: "mouse", 1006: "mouse", 1004: "focus", 2004: "paste"}
_OURS = "import sys; from noblame.__main__ import main; sys.argv[0] = 'noblame'; main()"


class Terminal:
    """One program in one terminal of its own; it is killed at the end where it still runs."""

    def __init__(
        self, words: Sequence[str], home: Path, *, program: str = _OURS, environment: Mapping[str, str] | None = None
    ) -> None:
        """Start noblame with `words`; `program` is other Python to run instead."""
        foreign = ("PYTHON", "NOBLAME", "XDG", "LC_", "COLUMNS", "LINES")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
        own = {"HOME": str(home), "TMPDIR": str(home), "TERM": "xterm-256color", "LANG": "C.UTF-8", "NOBLAME_DIR": str(home)}
        self.master, slave = pty.openpty()
        self._slave = os.dup(slave)
        """Kept open, so that the terminal can be looked at once the program is gone."""
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        self._screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = bytearray()
        self._mode: list[Any] = termios.tcgetattr(slave)
        state = home / ".local/state/noblame"
        state.mkdir(parents=True, exist_ok=True)
        (state / "tour-seen").touch()
        self.process = subprocess.Popen(
            [sys.executable, "-c", program, *words],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**kept, **own, **(environment or {})},
            cwd=home,
            preexec_fn=lambda: (os.setsid(), fcntl.ioctl(0, termios.TIOCSCTTY, 0)),
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None) -> None:
        self.process.kill()
        self.process.wait()
        for descriptor in (self.master, self._slave):
            with contextlib.suppress(OSError):
                os.close(descriptor)

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip()

    @property
    def last_words(self) -> str:
        """What was said after the screen was left, in one line."""
        said = re.sub(rb"\x1b\[[0-?]*[ -/]*[@-~]", b" ", bytes(self.raw).rpartition(b"\x1b[?1049l")[2])
        return " ".join(said.decode().split())

    def look(self, seconds: float = 0.05) -> None:
        """Take in what the program writes for so long."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if not select.select([self.master], [], [], left)[0]:
                return
            data = os.read(self.master, 1 << 16)
            self.raw += data
            self._stream.feed(data)

    def until(self, happened: Callable[[], Any], what: str) -> None:
        """Wait for something; fails with the screen where it does not happen."""
        deadline = time.monotonic() + PATIENCE
        while not happened():
            assert time.monotonic() < deadline, f"{what} did not happen:\n{self.text}"
            self.look()

    def shows(self, pattern: str) -> None:
        """Wait until a pattern stands on the screen."""
        self.until(lambda: re.search(pattern, self.text, re.DOTALL), f"/{pattern}/")

    def type(self, keys: str) -> None:
        """Send keys as fast as the terminal takes them; a line feed is Enter."""
        left = keys.replace("\n", "\r").encode()
        while left:
            left = left[os.write(self.master, left) :]
            self.look(0)

    def enter(self, line: str) -> None:
        """Type a line and wait until its words stand above the capture line and are called saved."""
        self.type(f"{line}\n")
        self.shows(rf"saved ✓[^❯]*{re.escape(line[-6:])}")

    def send(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self.process.pid, number)

    def ended(self) -> int:
        """Wait for the end and return the exit code, negative where a signal ended it."""
        self.until(lambda: self.process.poll() is not None, "the end")
        with contextlib.suppress(OSError):
            self.look(0.05)
        return self.process.returncode

    def hang_up(self) -> float:
        """Take the terminal away, as a lost connection does; return the seconds until the program had ended."""
        began = time.monotonic()
        for descriptor in (self._slave, self.master):
            os.close(descriptor)
        self.process.wait(PATIENCE)
        return time.monotonic() - began

    def left_on(self) -> set[str]:
        """Return what the program switched on and not off again; nothing where the terminal is as it was found."""
        on: set[str] = set()
        keys = 0
        for modes, way, stack in _MODES.findall(bytes(self.raw)):
            for mode in (int(text) for text in modes.split(b";") if text):
                name = _SWITCHED_ON.get(mode, "hidden cursor" if mode == 25 else "")
                (on.add if name and (way == b"h") != (mode == 25) else on.discard)(name)
            keys += {b">": 1, b"<": -1}.get(stack, 0)
        if keys > 0:
            on.add("key protocol")
        if termios.tcgetattr(self._slave) != self._mode:
            on.add("tty settings")
        return on - {""}
