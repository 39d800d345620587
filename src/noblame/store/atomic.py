"""Replacing a file so that at every moment either the old or the new version is there, whole.

Sequence after the findings of Pillai et al., OSDI 2014: new file, write, sync, rename, sync the
folder. Nothing is ever written in place.
"""

import contextlib
import os
import re
from collections.abc import Callable
from pathlib import Path

_BITS = 0o7777
_ANY_WRITES = 0o222


def write_atomically(
    path: Path, content: bytes, mode: int = 0o644, *, unless: Callable[[], bool] = lambda: False
) -> os.stat_result | None:
    """Put `content` at `path` and return, when it is durable, what `stat` says of it.

    At the last moment `unless` is asked whether the file must not be replaced any more; where that is so, nothing is
    done and none returned.

    A symbolic link is followed, so the link stays. Mode, access list and, as far as allowed, owner
    and group stay; `mode` is for a file that is new. Raises OSError that names the file; the old
    version is then still there, except where only the folder could not be synchronised.
    """
    target = Path(os.path.realpath(path))
    _remove_leftovers(target)
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        before = _facts(target)
        facts = _write_durably(temporary, content, mode, before, target)
        if unless():
            temporary.unlink()
            return None
        temporary.replace(target)
        _sync_folder(target.parent)
    except OSError as problem:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise OSError(problem.errno, problem.strerror or str(problem), str(path)) from problem
    return facts


def _facts(target: Path) -> os.stat_result | None:
    """Return what is known of the file to be replaced, none where there is none; refuses one that must not be written."""
    try:
        facts = target.stat()
    except FileNotFoundError:
        return None
    if not facts.st_mode & _ANY_WRITES:
        raise PermissionError(13, "Permission denied: the file is read-only")
    if not os.access(target, os.W_OK):  # opening it tells why
        os.close(os.open(target, os.O_WRONLY | os.O_CLOEXEC))
    return facts


def _write_durably(path: Path, content: bytes, mode: int, before: os.stat_result | None, target: Path) -> os.stat_result:
    """Write a file that must not exist yet, wait until it is on the disk, and return what `stat` says of it."""
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
    first_mode = mode if before is None else before.st_mode & 0o700
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, first_mode)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(descriptor, left) :]
        if before is not None:
            _take_after(descriptor, before, target)
        os.fsync(descriptor)
        return os.fstat(descriptor)
    finally:
        os.close(descriptor)


def _take_after(descriptor: int, before: os.stat_result, target: Path) -> None:
    """Give a new file the group, owner, mode and extended attributes of the one it replaces."""
    now = os.fstat(descriptor)
    for owner, group in ((-1, before.st_gid), (before.st_uid, -1)):
        if (owner, group) not in ((now.st_uid, -1), (-1, now.st_gid)):
            with contextlib.suppress(OSError):
                os.fchown(descriptor, owner, group)
    os.fchmod(descriptor, before.st_mode & _BITS)
    if hasattr(os, "listxattr"):
        with contextlib.suppress(OSError):
            for name in os.listxattr(target):
                os.setxattr(descriptor, name, os.getxattr(target, name))


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
            if found and not alive(int(found[1])):
                with contextlib.suppress(OSError):
                    os.unlink(item.path)  # noqa: PTH108


def alive(process: int) -> bool:
    """Whether a process of that number runs."""
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
