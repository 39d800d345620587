"""Being told to leave: no signal ends the program before it can put the terminal in order. Loaded before the first frame."""

import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

LEAVING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)


def hold() -> None:
    """Let the signals that end a program wait, until there is somebody to take them."""
    signal.pthread_sigmask(signal.SIG_BLOCK, LEAVING)


def release() -> None:
    """Let the signals come, those that waited first."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, LEAVING)


def take(number: int, loop: "AbstractEventLoop", do: Callable[[], object]) -> None:
    """Let a signal do something in the loop, at its next turn.

    The loop's own way loses a signal while the pipe that wakes it is full, as it is when keys come in by thousands.
    """

    def taken(*_: object) -> None:
        with suppress(RuntimeError):  # the loop has ended
            loop.call_soon_threadsafe(do)

    signal.signal(number, taken)


def waiting() -> int:
    """Return the number of a signal that was held, 0 where there is none."""
    return min((int(number) for number in signal.sigpending() if number in LEAVING), default=0)


def when_gone(gone: Callable[[], None]) -> None:
    """Call `gone`, in a thread of its own, when the terminal is no more.

    Needed where SIGHUP is ignored, as below nohup: the program would wait for keys that cannot come. Waiting for
    the terminal's end costs nothing meanwhile.
    """
    import select
    import threading

    descriptor = sys.stdin.fileno()

    def wait() -> None:
        watched = select.poll()
        watched.register(descriptor, 0)  # a hang-up is told without being asked for
        watched.poll()
        gone()

    threading.Thread(target=wait, name="terminal", daemon=True).start()
