"""Runs one command and turns what went wrong into one line and an exit code."""

import argparse
import contextlib
import importlib
import io
import os
import sys
from pathlib import Path
from typing import cast

from noblame import __version__
from noblame.cli import exits
from noblame.cli.parser import parser

_MODULES = {"import": "importing", "open": "opening", "demo": "opening", "cockpit": "opening"}


def main(words: list[str]) -> int:
    """Run the command line and return the exit code."""
    _write_any_letter()
    top = parser(words[0] if words else "")
    try:
        arguments = top.parse_args(words)
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else exits.USAGE
    if arguments.version:
        print(f"noblame {__version__}")  # noqa: T201
        return exits.DONE
    if arguments.command is None:
        top.print_help(sys.stderr)
        return exits.USAGE
    return _guarded(arguments)


def _guarded(arguments: argparse.Namespace) -> int:
    """Run the command; nobody sees a traceback."""
    name: str = arguments.command
    try:
        module = importlib.import_module(f"noblame.cli.{_MODULES.get(name, name)}")
        code = getattr(module, name if name in ("demo", "cockpit") else "run")(arguments)
        if sys.stdout is not None:  # pyright: ignore[reportUnnecessaryComparison] a closed one is none
            sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _let_go_of_output()
        return 141
    except Exception as problem:  # noqa: BLE001 the border: whatever it is, one line and a report
        from noblame.cli.trouble import explained

        code = explained(problem, Path.cwd())
        if isinstance(problem, OSError):
            _let_go_of_output()
        return code


def _write_any_letter() -> None:
    """Write UTF-8 into files and pipes, as `-o FILE` does, whatever the locale; to a terminal what it has letters for."""
    out: object = sys.stdout
    if isinstance(out, io.TextIOWrapper):
        here = cast("io.TextIOWrapper", out)
        here.reconfigure(errors="replace") if here.isatty() else here.reconfigure(encoding="utf-8", errors="surrogateescape")


def _let_go_of_output() -> None:
    """Let Python, when it ends, find no fault with output that cannot be written."""
    if sys.stdout is not None:  # pyright: ignore[reportUnnecessaryComparison] a closed one is none
        with contextlib.suppress(io.UnsupportedOperation):  # something that is no file stands for it
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def tell(words: str) -> None:
    """Say something to the person, not to the pipe."""
    from noblame.model import clean_line

    if frame := sys.modules.get("noblame.ui.skeleton"):
        frame.away()
    if sys.stderr is not None:  # pyright: ignore[reportUnnecessaryComparison] a closed one is none
        with contextlib.suppress(OSError):  # a terminal that is gone hears nothing, and the exit code still tells
            print(f"noblame: {clean_line(words)}", file=sys.stderr, flush=True)  # noqa: T201
