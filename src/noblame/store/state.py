"""The folder for what helps this machine's user and does not belong beside the session: drafts, copies, reports."""

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path


def state_folder(environment: Mapping[str, str]) -> Path:
    """Return ``$XDG_STATE_HOME/noblame``, else ``~/.local/state/noblame``."""
    base = environment.get("XDG_STATE_HOME") or str(Path(environment.get("HOME", "."), ".local", "state"))
    return Path(base) / "noblame"


def key(session: Path) -> str:
    """Return a name for a session file that no other file on this machine has."""
    whole = os.path.realpath(session)
    return f"{session.stem[:60]}-{hashlib.sha256(os.fsencode(whole)).hexdigest()[:12]}"


def private_folder(path: Path) -> Path:
    """Make a folder that only its owner can look into, and return it; raises OSError."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def first_time(folder: Path, what: str) -> bool:
    """Return whether `what` is done by this user for the first time, and remember it; False where nothing can be kept."""
    try:
        (private_folder(folder) / f"{what}-seen").touch(exist_ok=False)
    except OSError:
        return False
    return True
