"""``noblame open`` and ``noblame demo``: the screen. Only here, and for ``new``, Textual is imported."""

import argparse
import gc
import os
import shutil
import sys
from pathlib import Path

from noblame.cli import exits
from noblame.cli.clock import now
from noblame.cli.main import tell
from noblame.cli.sessions import folder_of, settings_of
from noblame.store.workspace import asset, find, temporary_workspace

EXAMPLE = "payments-outage.toml"


def run(arguments: argparse.Namespace) -> int:
    """Open a session."""
    if code := _without_screen():
        return code
    path = find(arguments.session, folder_of(arguments))
    theme = arguments.theme or ("projector" if arguments.stage else "dark")
    return meeting(path, arguments, at=arguments.at, theme=theme, stage=arguments.stage)


def cockpit(arguments: argparse.Namespace) -> int:
    """Open the facilitator's second screen on a session."""
    if code := _without_screen():
        return code
    gc.disable()
    from noblame.store.session import SessionFile
    from noblame.ui.clock import Clock
    from noblame.ui.cockpit import CockpitApp
    from noblame.ui.skeleton import restore

    file = SessionFile.open(find(arguments.session, folder_of(arguments)))
    clock = Clock(file.record.agenda.rehearsal)
    code = CockpitApp(file, clock, theme=arguments.theme or "dark", settings=settings_of(arguments)).shown()
    restore()
    return code


def demo(arguments: argparse.Namespace) -> int:
    """Open a copy of the example, its meeting still ahead."""
    if code := _without_screen():
        return code
    from noblame.editor.edits.rehearsal import ahead, rehearsed
    from noblame.store.session import SessionFile

    path = temporary_workspace() / EXAMPLE
    shutil.copyfile(asset("sessions") / EXAMPLE, path)
    file = SessionFile.open(path)
    file.save(rehearsed(ahead(file.record), arguments.fast, now().wall))
    return meeting(path, arguments, theme=arguments.theme or "dark", tour=arguments.fast > 1)


def meeting(
    path: Path,
    arguments: argparse.Namespace,
    *,
    at: str | None = None,
    theme: str = "dark",
    stage: bool = False,
    tour: bool = False,
) -> int:
    """Run the screen and say afterwards where the session is."""
    gc.disable()
    from noblame.store.session import SessionFile
    from noblame.ui.app import NoblameApp
    from noblame.ui.clock import Clock
    from noblame.ui.skeleton import restore

    file = SessionFile.open(path)
    settings, clock = settings_of(arguments), Clock(file.record.agenda.rehearsal)
    app = NoblameApp(file, clock, view=at, theme=theme, settings=settings, stage=stage, tour=tour)  # pyright: ignore[reportArgumentType] argparse checked it
    code = app.shown()
    restore()
    tell(f"the session is in {path}" if code != exits.NOT_WRITTEN else f"NOT everything could be written to {path}")
    return code


def _without_screen() -> int:
    """Say so and return the exit code where there is no terminal to draw on."""
    if sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb":
        return 0
    tell("this command needs a terminal; 'noblame show' and 'noblame export' work without one")
    return exits.USAGE
