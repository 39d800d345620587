"""``noblame open``, ``cockpit`` and ``demo``: the screens. Only here, and for ``new``, Textual is imported."""

import argparse
import codecs
import contextlib
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from noblame.cli import exits
from noblame.cli.clock import now
from noblame.cli.main import tell
from noblame.cli.sessions import folder_of, settings_of
from noblame.model import Part, Record
from noblame.store.atomic import write_atomically
from noblame.store.workspace import asset, find, temporary_workspace

if TYPE_CHECKING:
    from noblame.ui.app import NoblameApp
    from noblame.ui.sitting import Sitting

EXAMPLE = "payments-outage.toml"


def run(arguments: argparse.Namespace) -> int:
    """Open a session."""
    if code := _without_screen():
        return code
    path = find(arguments.session, folder_of(arguments))
    theme = arguments.theme or ("projector" if arguments.stage else "dark")
    return meeting(path, arguments, at=arguments.at, theme=theme, first="stage" if arguments.stage else "")


def cockpit(arguments: argparse.Namespace) -> int:
    """Open the facilitator's second screen on a session."""
    if code := _without_screen():
        return code
    path, theme = find(arguments.session, folder_of(arguments)), arguments.theme or "dark"

    def screen(sitting: "Sitting", _: bool) -> "NoblameApp":
        from noblame.ui.clock import Clock
        from noblame.ui.cockpit import CockpitApp

        clock = Clock(sitting.file.record.agenda.rehearsal)
        return CockpitApp(sitting, clock, theme=theme, settings=settings_of(arguments, path))

    return _shown(path, screen, drafts=False)


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
    return meeting(path, arguments, theme=arguments.theme or "dark", first="tour" if arguments.fast > 1 else "")


def meeting(path: Path, arguments: argparse.Namespace, *, at: Part | None = None, theme: str = "dark", first: str = "") -> int:
    """Run the meeting; `first` names the command that it begins with."""
    from noblame.store.state import first_time, state_folder

    if first_time(state_folder(os.environ), "tour") and not first:
        first = "offer_tour"

    def screen(sitting: "Sitting", again: bool) -> "NoblameApp":
        from noblame.ui.app import NoblameApp
        from noblame.ui.clock import Clock

        clock, settings = Clock(sitting.file.record.agenda.rehearsal), settings_of(arguments, path)
        view, begin = (None, "") if again else (at, first)
        return NoblameApp(sitting, clock, view=view, theme=theme, settings=settings, first=begin)

    return _shown(path, screen)


def _shown(path: Path, screen: Callable[["Sitting", bool], "NoblameApp"], *, drafts: bool = True) -> int:
    """Run a screen over a session and say afterwards where the session is."""
    gc.disable()
    from noblame.store.copies import Copies
    from noblame.store.draft import Drafts
    from noblame.store.report import report
    from noblame.store.session import SessionFile
    from noblame.store.state import state_folder
    from noblame.ui import signals
    from noblame.ui.app import run as run_screen
    from noblame.ui.sitting import Sitting
    from noblame.ui.skeleton import restore

    signals.hold()
    state = state_folder(os.environ)
    sitting = Sitting(SessionFile.open(path, Copies(state, path)), Drafts(state, path) if drafts else None)
    faults: list[str] = []
    code = run_screen(sitting, lambda again: screen(sitting, again), lambda problem: faults.append(report(problem)))
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
    if there and os.environ.get("TERM") not in (None, "", "dumb"):
        if codecs.lookup(sys.__stdout__.encoding if sys.__stdout__ else "ascii").name == "utf-8":
            return 0
        tell("this terminal is set to letters other than UTF-8; start it again with LC_ALL=C.UTF-8, or use 'noblame show'")
        return exits.USAGE
    tell("this command needs a terminal; 'noblame show' and 'noblame export' work without one")
    return exits.USAGE
