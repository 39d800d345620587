"""Older versions of a session, kept outside its folder so that they never reach version control."""

import contextlib
import os
import re
from pathlib import Path

from noblame.store.atomic import write_atomically
from noblame.store.state import key, private_folder

KEPT = 20
"""Versions of one session."""


class Copies:
    """The versions of one session that were on the disk before this program, or somebody else's work, replaced them."""

    def __init__(self, state: Path, session: Path) -> None:
        self._folder = state / "copies" / key(session)
        self._begun = False

    def keep(self, content: bytes, *, first: bool = False) -> None:
        """Put a version aside, with `first` only if none was in this run; a disk that does not take it disturbs nobody."""
        if first and self._begun:
            return
        self._begun = True
        with contextlib.suppress(OSError):
            private_folder(self._folder)
            older = self.all()
            if older and older[0].read_bytes() == content:
                return
            number = int(older[0].stem) + 1 if older else 1
            write_atomically(self._folder / f"{number:06d}.toml", content, 0o600)
            for path in older[KEPT - 1 :]:
                os.unlink(path)  # noqa: PTH108

    def all(self) -> list[Path]:
        """Return the versions, the newest first."""
        with contextlib.suppress(OSError):
            return sorted((p for p in self._folder.iterdir() if re.fullmatch(r"\d{6}\.toml", p.name)), reverse=True)
        return []
