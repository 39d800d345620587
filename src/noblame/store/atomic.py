"""Replacing a file so that at every moment either the old or the new version is there, whole.

Sequence after the findings of Pillai et al., OSDI 2014: new file, write, sync, rename, sync the
folder. Nothing is ever written in place.
"""

import contextlib
import os
import re
from pathlib import Path

_BITS = 0o7777


def write_atomically(path: Path, content: bytes) -> None:
    """Put `content` at `path` and return when it is durable; raises OSError and leaves the old file.

    A symbolic link is followed, so the link stays. Mode and, as far as allowed, the owner stay.
    """
    target = Path(os.path.realpath(path))
    _remove_leftovers(target)
    mode = 0o644
    owner: tuple[int, int] | None = None
    if target.exists():
        facts = target.stat()
        mode, owner = facts.st_mode & _BITS, (facts.st_uid, facts.st_gid)
        if not os.access(target, os.W_OK):
            raise PermissionError(13, "the file is read-only", str(target))
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        _write_durably(temporary, content, mode, owner)
        temporary.replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def _write_durably(path: Path, content: bytes, mode: int, owner: tuple[int, int] | None) -> None:
    """Write a file that must not exist yet and wait until it is on the disk."""
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, mode)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(descriptor, left) :]
        if owner is not None:
            with contextlib.suppress(OSError):
                os.fchown(descriptor, *owner)
            os.fchmod(descriptor, mode)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_folder(folder: Path) -> None:
    """Make a rename durable."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove_leftovers(target: Path) -> None:
    """Remove temporary files of this session whose writers are dead."""
    pattern = re.compile(rf"\.{re.escape(target.name)}\.(\d+)\.tmp")
    with contextlib.suppress(OSError), os.scandir(target.parent) as listing:
        for item in listing:
            found = pattern.fullmatch(item.name)
            if found and not _alive(int(found[1])):
                with contextlib.suppress(OSError):
                    os.unlink(item.path)  # noqa: PTH108


def _alive(process: int) -> bool:
    """Whether a process of that number runs."""
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
