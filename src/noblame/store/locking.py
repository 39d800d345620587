"""One writer at a time: the folder of a session is locked while its file is compared and replaced.

The lock lies on the folder, not on the file, because the file is another one after every save; and
it leaves nothing behind, because the system takes it from a process that ends.
"""

import errno
import fcntl
import os
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 5.0
"""Seconds to wait for another writer; a save takes milliseconds."""
_STEP = 0.01


@contextmanager
def locked(folder: Path) -> Generator[None]:
    """Hold the lock of `folder`; raises OSError where another program keeps it for too long.

    A file system without locks is used without them: comparing with what was read still finds the other's work.
    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        _take(descriptor, folder)
        yield
    finally:
        os.close(descriptor)


def _take(descriptor: int, folder: Path) -> None:
    for _ in range(round(PATIENCE / _STEP)):
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(_STEP)
        except OSError:
            return
        else:
            return
    raise OSError(errno.EAGAIN, "another program keeps the folder locked", str(folder))
