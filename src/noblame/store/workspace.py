"""The folder of sessions, and finding one in it."""

import re
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import tomli

from noblame.store.reading import decode, read_bytes
from noblame.store.refusal import SessionRefused

SETTINGS = "noblame.toml"
"""The one file of a workspace that is no session."""


def workspace(given: Path | None, environment: Mapping[str, str], here: Path) -> Path:
    """Return the folder in use: the one given, $NOBLAME_DIR, ./sessions, the user's data folder."""
    if given is not None:
        return given
    if named := environment.get("NOBLAME_DIR"):
        return Path(named)
    if (here / "sessions").is_dir():
        return here / "sessions"
    home = environment.get("XDG_DATA_HOME") or str(Path(environment.get("HOME", str(here))) / ".local" / "share")
    return Path(home) / "noblame"


def find(wanted: str, folder: Path) -> Path:
    """Return the session that `wanted` means: a path, an id, or a unique part of a title.

    Raises SessionRefused where there is none, or more than one.
    """
    if "/" in wanted or wanted.endswith(".toml") or Path(wanted).is_file():
        return Path(wanted)
    if (folder / f"{wanted}.toml").is_file():
        return folder / f"{wanted}.toml"
    part = wanted.casefold()
    hits = [path for path in sessions(folder) if part in path.stem.casefold() or part in title(path).casefold()]
    if len(hits) == 1:
        return hits[0]
    if hits:
        raise SessionRefused(f"{wanted}: means any of {', '.join(path.stem for path in hits[:5])}; name one of them")
    raise SessionRefused(f"{wanted}: there is no such session in {folder}; 'noblame new TITLE' makes one")


def sessions(folder: Path) -> list[Path]:
    """Return the session files of a workspace by name; none where there is no such folder."""
    return sorted(path for path in folder.glob("*.toml") if path.name != SETTINGS) if folder.is_dir() else []


def title(path: Path) -> str:
    """Return the title of a session file, or nothing where it cannot be read."""
    try:
        found = tomli.loads(decode(read_bytes(path), path)).get("incident", {}).get("title", "")
    except (SessionRefused, ValueError, RecursionError):
        return ""
    return found if isinstance(found, str) else ""


def path_for(folder: Path, name: str, day: date) -> Path:
    """Return a free path for a new session, e.g. ``2024-01-15-checkout-payments-outage.toml``."""
    words = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:60].rstrip("-") or "incident"
    stem, number = f"{day.isoformat()}-{words}", 2
    path = folder / f"{stem}.toml"
    while path.exists():
        path, number = folder / f"{stem}-{number}.toml", number + 1
    return path


def asset(kind: str) -> Path:
    """Return the folder of ``styles`` or ``sessions``: inside the wheel, or beside the checkout's ``src``."""
    package = Path(__file__).parent.parent
    inside = package / kind
    return inside if inside.is_dir() else package.parent.parent / kind


def temporary_workspace() -> Path:
    """Return a new empty folder for a rehearsal."""
    return Path(tempfile.mkdtemp(prefix="noblame-demo-"))
