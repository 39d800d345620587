"""The clocks of this machine, read in one place; in a rehearsal time runs faster."""

import time
from datetime import UTC, datetime
from pathlib import Path

from noblame.model import Now, Rehearsal


class Clock:
    """Reads wall time and the time since boot that counts sleep.

    The time of a rehearsal is reckoned from the wall clock and what stands in the session, so that a
    second terminal, and a program that was killed and opened again, read the same time.
    """

    def __init__(self, rehearsal: Rehearsal | None = None) -> None:
        self._rehearsal = rehearsal
        self._boot = _boot()

    @property
    def speed(self) -> float:
        """How many times faster than real time."""
        return self._rehearsal.speed if self._rehearsal else 1.0

    def now(self) -> Now:
        """Return one reading; wall time in the machine's zone."""
        wall = datetime.now(UTC)
        if self._rehearsal is None:
            return Now(wall.astimezone(), self._boot, _uptime())
        since = self._rehearsal.since
        return Now((since + (wall - since) * self._rehearsal.speed).astimezone())


def _uptime() -> float:
    """Seconds on a clock that goes on while the machine sleeps, where there is one."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.time()


def _boot() -> str:
    """A name for this run of the machine; empty where the system gives none, so that wall time counts."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""
