"""The first frame, painted before anything heavy is loaded.

Textual and the models take most of a second to import on a slow machine; the room sees the title at
once, and keys typed meanwhile wait in the terminal, unseen, until the real screen reads them.
Standard library only.
"""

import os
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager

_ENTER = "\x1b[?1049h\x1b[?25l\x1b[H\x1b[2J"
_LEAVE = "\x1b[?1049l\x1b[?25h"


@contextmanager
def skeleton(title: str) -> Iterator[None]:
    """Show a title line until the body draws over it; put the terminal back if the body fails."""
    terminal, screen = sys.stdin.fileno(), sys.stdout.fileno()
    mode = termios.tcgetattr(terminal)
    quiet = [*mode[:3], mode[3] & ~(termios.ECHO | termios.ICANON), *mode[4:]]
    termios.tcsetattr(terminal, termios.TCSANOW, quiet)
    safe = "".join(letter for letter in title if letter.isprintable())[:60]
    os.write(screen, f"{_ENTER}  \x1b[1mnoblame\x1b[0m   {safe}".encode())
    try:
        yield
    except BaseException:
        os.write(screen, _LEAVE.encode())
        raise
    finally:
        termios.tcsetattr(terminal, termios.TCSANOW, mode)
