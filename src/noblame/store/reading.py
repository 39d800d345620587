"""Reading a session's bytes without being stopped by what else can stand at a path."""

import os
import stat
from pathlib import Path

from noblame.store.refusal import SessionRefused

LARGEST = 32 * 1024 * 1024
"""Bytes; twice what fifty thousand imported messages take."""


def read_bytes(path: Path) -> bytes:
    """Return the content of a regular file; raises SessionRefused for anything else.

    Opened without blocking, because a pipe or a device at the path would wait for ever.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        raise SessionRefused(f"{path}: there is no such file; 'noblame new TITLE' makes a session") from None
    except OSError as problem:
        raise SessionRefused(f"{path}: cannot be opened ({problem.strerror}); check the path and its permissions") from None
    mode = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(mode):
        os.close(descriptor)
        raise SessionRefused(
            f"{path}: is {'a folder' if stat.S_ISDIR(mode) else 'not a regular file'}; put a file of noblame there"
        )
    try:
        with os.fdopen(descriptor, "rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as problem:
        raise SessionRefused(f"{path}: cannot be read ({problem.strerror}); check the disk, or restore a copy") from None
    if content is None:  # pyright: ignore[reportUnnecessaryComparison] what looks like a file may wait for more
        raise SessionRefused(f"{path}: cannot be read without waiting for it; put a file of noblame there")
    if len(content) > LARGEST:
        raise SessionRefused(
            f"{path}: is larger than {LARGEST // 2**20} MiB; nothing that noblame wrote is, so this is another file"
        )
    return content


def decode(content: bytes, path: Path) -> str:
    """Return the text of a session; raises SessionRefused for anything but UTF-8."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise SessionRefused(f"{path}: is UTF-16; save it as UTF-8")
    if b"\0" in content:
        raise SessionRefused(f"{path}: holds NUL bytes, so it is not text; restore it from a copy")
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        raise SessionRefused(f"{path}: line {line} is not UTF-8; save the file as UTF-8") from None
