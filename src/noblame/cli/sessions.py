"""Finding the session that an argument means."""

import argparse
import os
from pathlib import Path

from noblame.model.settings import Settings
from noblame.store.session import SessionFile
from noblame.store.settings import places, read_settings
from noblame.store.workspace import find, workspace


def folder_of(arguments: argparse.Namespace) -> Path:
    """Return the workspace."""
    return workspace(arguments.dir, os.environ, Path.cwd())


def opened(arguments: argparse.Namespace, wanted: str) -> SessionFile:
    """Open the session that `wanted` means; raises SessionRefused."""
    return SessionFile.open(find(wanted, folder_of(arguments)))


def settings_of(arguments: argparse.Namespace, session: Path | None = None) -> Settings:
    """Return what the user, the workspace and the folder of the session set; raises SessionRefused."""
    beside = [session.parent] if session else []
    return read_settings(places(os.environ, folder_of(arguments), *beside))
