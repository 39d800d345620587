"""The clocks of this machine, read in one place; a rehearsal lets them run faster."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from noblame.model import Now


class Clock:
    """Reads wall time and the time since boot that counts sleep."""

    def __init__(self, speed: float = 1.0) -> None:
        self.speed = speed
        self._wall = datetime.now(UTC)
        self._uptime = _uptime()
        self._boot = _boot()

    def now(self) -> Now:
        """Return one reading; wall time in the machine's zone."""
        uptime = _uptime()
        if self.speed == 1.0:
            return Now(datetime.now(UTC).astimezone(), self._boot, uptime)
        passed = (uptime - self._uptime) * self.speed
        return Now((self._wall + timedelta(seconds=passed)).astimezone(), self._boot, self._uptime + passed)


def _uptime() -> float:
    """Seconds on a clock that goes on while the machine sleeps, where there is one."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.time()


def _boot() -> str:
    """A name for this run of the machine; empty where the system gives none, so that wall time counts."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""
