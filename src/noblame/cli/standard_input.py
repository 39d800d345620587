"""Standard input, whatever somebody put there: closed, endless, or one line without an end."""

import sys
from collections.abc import Iterator
from typing import BinaryIO

from noblame.store.refusal import SessionRefused

LARGEST = 8 * 2**20
"""Bytes of everything that is read at once, and of a line where lines are read one by one."""


def whole(most: int = LARGEST) -> bytes:
    """Return all of standard input; raises SessionRefused where it is closed, no file, or larger than `most` bytes."""
    try:
        content = _stream().read(most + 1)
    except OSError as problem:
        raise SessionRefused(f"standard input: cannot be read ({problem.strerror}); pipe text into the command") from None
    if len(content) > most:
        raise SessionRefused(f"standard input: is larger than {most // 2**20} MiB; give less at a time")
    return content


def lines(most: int = LARGEST) -> Iterator[bytes]:
    """Yield the lines of standard input as they come; raises SessionRefused for one of more than `most` bytes."""
    stream = _stream()
    try:
        while line := stream.readline(most + 1):
            if len(line) > most:
                raise SessionRefused(f"standard input: a line is longer than {most // 2**20} MiB; give one text a line")
            yield line
    except OSError as problem:
        raise SessionRefused(f"standard input: cannot be read ({problem.strerror}); pipe text into the command") from None


def _stream() -> BinaryIO:
    if sys.stdin is None:  # pyright: ignore[reportUnnecessaryComparison] a closed one is none
        raise SessionRefused("standard input: is closed; pipe text into the command")
    return sys.stdin.buffer
