"""The first frame, painted before anything heavy is loaded.

Textual and the models take most of a second to import on a slow machine; the room sees the title at
once, and keys typed meanwhile wait in the terminal, unseen, until the real screen reads them.
Standard library only, and of that only what loads in a blink: neither typing nor contextlib.
"""

import os
import sys
import termios

_ENTER = "\x1b[?1049h\x1b[?25l\x1b[H\x1b[2J"
_LEAVE = "\x1b[?1049l\x1b[?25h"
_Mode = list[int | list[bytes | int]]

_kept: list[_Mode] = []
"""The terminal's own mode while the frame stands; empty before and after."""


def paint(title: str) -> None:
    """Show a title line on the alternate screen and let keys wait without echo."""
    terminal = sys.stdin.fileno()
    mode = termios.tcgetattr(terminal)
    quiet = [*mode[:3], mode[3] & ~(termios.ECHO | termios.ICANON), *mode[4:]]
    termios.tcsetattr(terminal, termios.TCSANOW, quiet)
    _kept[:] = [mode]
    safe = "".join(letter for letter in title if letter.isprintable())[:60]
    os.write(sys.stdout.fileno(), f"{_ENTER} \x1b[1mnoblame\x1b[0m   {safe}".encode())


def own_mode() -> _Mode | None:
    """Return the mode that the terminal had before the frame, so that a program that is stopped gives it back; or none."""
    return _kept[0] if _kept else None


def away() -> None:
    """Take the frame away before something is said instead of the screen; does nothing where there is none."""
    if _kept:
        try:  # noqa: SIM105
            os.write(sys.stdout.fileno(), _LEAVE.encode())
        except OSError:
            pass
        restore()


def restore() -> None:
    """Give the terminal, where it is still there, its own mode back; for after the real screen, which has left by itself."""
    if _kept:
        try:  # noqa: SIM105
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, _kept.pop())
        except (OSError, termios.error):
            pass
