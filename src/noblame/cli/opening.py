"""``noblame open`` and ``noblame demo``: the screen. Only here, and for ``new``, Textual is imported."""

import argparse
import gc
import os
import shutil
import sys
from pathlib import Path

from noblame.cli import exits
from noblame.cli.main import tell
from noblame.cli.sessions import folder_of
from noblame.store.workspace import asset, find, temporary_workspace

EXAMPLE = "payments-outage.toml"


def run(arguments: argparse.Namespace) -> int:
    """Open a session."""
    if code := _without_screen():
        return code
    return meeting(find(arguments.session, folder_of(arguments)), at=arguments.at, theme=arguments.theme)


def demo(arguments: argparse.Namespace) -> int:
    """Open a copy of the example, its meeting still ahead."""
    if code := _without_screen():
        return code
    from noblame.editor.edits.rehearsal import ahead
    from noblame.store.session import SessionFile

    path = temporary_workspace() / EXAMPLE
    shutil.copyfile(asset("sessions") / EXAMPLE, path)
    file = SessionFile.open(path)
    file.save(ahead(file.record))
    return meeting(path, speed=arguments.fast, theme=arguments.theme)


def meeting(path: Path, *, at: str | None = None, speed: float = 1.0, theme: str = "dark") -> int:
    """Run the screen and say afterwards where the session is."""
    gc.disable()
    from noblame.store.session import SessionFile
    from noblame.ui.app import run as run_screen
    from noblame.ui.clock import Clock
    from noblame.ui.skeleton import restore

    file = SessionFile.open(path)
    code = run_screen(file, Clock(speed), view=at, theme=theme)  # pyright: ignore[reportArgumentType] argparse checked it
    restore()
    tell(f"the session is in {path}" if code != exits.NOT_WRITTEN else f"NOT everything could be written to {path}")
    return code


def _without_screen() -> int:
    """Say so and return the exit code where there is no terminal to draw on."""
    if sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb":
        return 0
    tell("this command needs a terminal; 'noblame show' and 'noblame export' work without one")
    return exits.USAGE
