"""What was typed and not entered yet, kept beside the session's state so that a crash does not take it.

A small file in the user's state folder, one a running program, readable by its owner only; written
about half a second after a key, removed when there is nothing to keep.
"""

import contextlib
import os
import re
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from noblame.model import Line, Part, Text
from noblame.store.atomic import alive, write_atomically
from noblame.store.reading import read_bytes
from noblame.store.refusal import SessionRefused
from noblame.store.state import key, private_folder


class Draft(BaseModel):
    """The capture line and where the eyes were."""

    model_config = ConfigDict(frozen=True)

    text: Text = ""
    """The half-typed line."""
    aside: Text = ""
    """A line that waits until the question in its place is entered."""
    part: Part = "opening"
    """The pane in view."""
    selected: Line = ""
    """Id of the row under the cursor."""
    editing: Line = ""
    """Id of the entry whose own line was open."""
    edit: Text = ""
    """That line as it stood, or the answer to a question."""
    question: Line = ""
    """What the line was asking for."""
    base: Line = ""
    """SHA-256 of the session file it was typed over."""
    at: Line = ""
    """When, as the room's clock showed it."""

    @property
    def typed(self) -> bool:
        """Whether there are words that would be lost."""
        return any(words.strip() for words in (self.text, self.aside, self.edit))


class Drafts:
    """The drafts of one session on this machine."""

    def __init__(self, state: Path, session: Path, process: int | None = None) -> None:
        self._folder = state / "drafts"
        self._key = key(session)
        self._process = os.getpid() if process is None else process

    def keep(self, draft: Draft) -> None:
        """Write the draft of this program; a disk that does not take it disturbs nobody."""
        with contextlib.suppress(OSError):
            private_folder(self._folder)
            write_atomically(self._own, draft.model_dump_json().encode(), 0o600)

    def drop(self) -> None:
        """Remove the draft of this program."""
        with contextlib.suppress(OSError):
            self._own.unlink(missing_ok=True)

    def left(self) -> Draft | None:
        """Take over the newest draft of a program that ended; it is ours from now on."""
        for path in self._ended():
            draft = _read(path)
            if draft is not None:
                with contextlib.suppress(OSError):
                    path.replace(self._own)
                return draft
            with contextlib.suppress(OSError):
                path.unlink()
        return None

    @property
    def _own(self) -> Path:
        return self._folder / f"{self._key}.{self._process}-{_began(self._process)}.json"

    def _ended(self) -> list[Path]:
        """Return the drafts whose programs run no more, the newest first."""
        pattern = re.compile(rf"{re.escape(self._key)}\.(\d+)-(\d+)\.json")
        found: list[tuple[int, Path]] = []
        with contextlib.suppress(OSError):
            for path in self._folder.iterdir():
                name = pattern.fullmatch(path.name)
                if name and not (alive(int(name[1])) and _began(int(name[1])) == int(name[2]) and path != self._own):
                    found.append((path.stat().st_mtime_ns, path))
        return [path for _, path in sorted(found, reverse=True)]


def _read(path: Path) -> Draft | None:
    try:
        return Draft.model_validate_json(read_bytes(path))
    except (SessionRefused, ValidationError):
        return None


def _began(process: int) -> int:
    """Return when a process began, so that its number in another life is not taken for it; 0 where that cannot be told."""
    try:
        told = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
        return int(told.rpartition(")")[2].split()[19])
    except (OSError, ValueError, IndexError):
        return 0
