"""Notes that people drop into the session's inbox folder, read without saying whose they are.

Beside ``payments.toml`` that is the folder ``payments.inbox``. Nothing in it is deleted: what was screened is moved
to ``taken`` or ``dropped`` inside it. Names, dates and order of the files are not told, because they would say who wrote.
"""

import contextlib
import hashlib
import os
import stat
from pathlib import Path
from typing import Literal, NamedTuple

from noblame.model import clean

LARGEST = 8 * 1024
"""Bytes of a note that are read; a note is a few sentences."""
_MOST = 100


class Dropped(NamedTuple):
    """One note that waits to be screened."""

    key: str
    """Names the note to `screened`; made from its words."""
    text: str


def folder_of(session: Path) -> Path:
    """Return the inbox folder of a session."""
    return session.with_name(f"{session.stem}.inbox")


def waiting(session: Path) -> tuple[Dropped, ...]:
    """Return the notes that nobody has screened, in an order that says nothing about their writers."""
    return tuple(sorted(Dropped(_key(text), text) for _, text in _files(session)))


def screened(session: Path, key: str, where: Literal["taken", "dropped"]) -> None:
    """Move a note aside; raises OSError where that cannot be done."""
    for path, text in _files(session):
        if _key(text) == key:
            folder = path.parent / where
            folder.mkdir(exist_ok=True)
            path.replace(folder / path.name)


def _files(session: Path) -> list[tuple[Path, str]]:
    """Return the readable notes with their words; links, pipes and hidden files are none."""
    found: list[tuple[Path, str]] = []
    with contextlib.suppress(OSError), os.scandir(folder_of(session)) as listing:
        for item in list(listing)[:_MOST]:
            if item.name.startswith(".") or not item.is_file(follow_symlinks=False):
                continue
            with contextlib.suppress(OSError):
                text = _text(Path(item.path))
                if text.strip():
                    found.append((Path(item.path), text))
    return found


def _text(path: Path) -> str:
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOFOLLOW)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return ""
        return clean(file.read(LARGEST).decode("utf-8", "replace")).strip()


def _key(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
