"""``noblame open`` and ``noblame demo``: the screen. Only here, and for ``new``, Textual is imported."""

import argparse
import contextlib
import gc
import os
import shutil
import sys
import tempfile
from pathlib import Path

from noblame.cli import exits
from noblame.cli.main import tell
from noblame.cli.sessions import folder_of
from noblame.model import Record
from noblame.store.atomic import write_atomically
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
    from noblame.store.copies import Copies
    from noblame.store.draft import Drafts
    from noblame.store.report import report
    from noblame.store.session import SessionFile
    from noblame.store.state import state_folder
    from noblame.ui import signals
    from noblame.ui.app import run as run_screen
    from noblame.ui.clock import Clock
    from noblame.ui.sitting import Sitting
    from noblame.ui.skeleton import restore

    signals.hold()
    state = state_folder(os.environ)
    sitting = Sitting(SessionFile.open(path, Copies(state, path)), Drafts(state, path))
    faults: list[str] = []
    code = run_screen(
        sitting,
        Clock(speed),
        lambda problem: faults.append(report(problem)),
        view=at,  # pyright: ignore[reportArgumentType] argparse checked it
        theme=theme,
    )
    restore()
    if faults:
        tell(f"something went wrong inside noblame; details, without the session's text, are in {faults[-1] or 'no file'}")
    if code == exits.NOT_WRITTEN:
        tell(
            f"NOT everything could be written to {sitting.file.path}; {rescued(sitting.editor.record, sitting.file.path, state)}"
        )
    else:
        tell(f"the session is in {sitting.file.path}")
    return code


def rescued(record: Record, path: Path, state: Path) -> str:
    """Write what did not reach its file somewhere else and say where."""
    from noblame.store.codec import Codec
    from noblame.store.state import key, private_folder

    content = Codec().dump(record).encode()
    for folder in (state / "unsaved", Path(tempfile.gettempdir())):
        target = folder / f"{key(path)}-{os.getpid()}.toml"
        with contextlib.suppress(OSError):
            write_atomically(private_folder(folder) / target.name, content, 0o600)
            return f"all of it is in {target}"
    return "no other disk took it either"


def _without_screen() -> int:
    """Say so and return the exit code where there is no terminal to draw on."""
    there = all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))  # pyright: ignore[reportUnnecessaryComparison] a closed one is none
    if there and os.environ.get("TERM", "dumb") != "dumb":
        return 0
    tell("this command needs a terminal; 'noblame show' and 'noblame export' work without one")
    return exits.USAGE
