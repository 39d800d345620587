"""What went wrong, in one line: refused input, a disk that does not take it, or a fault of ours."""

import os
import platform
import tempfile
import traceback
from pathlib import Path

from noblame import __version__
from noblame.cli import exits
from noblame.cli.main import tell
from noblame.store.refusal import SessionRefused


def explained(problem: Exception, here: Path) -> int:
    """Say what went wrong and return the exit code."""
    if isinstance(problem, SessionRefused) or type(problem).__module__.startswith(("noblame.importers", "noblame.exporters")):
        tell(str(problem))
        return exits.REFUSED
    if isinstance(problem, OSError) and problem.filename is not None:
        tell(f"{problem.filename}: could not be written ({problem.strerror}); check the disk and the permissions")
        return exits.NOT_WRITTEN
    report = _report(problem)
    tell(f"something went wrong inside noblame; your session is as it was saved. Details without its text: {report or here}")
    return exits.INTERNAL


def _report(problem: Exception) -> str:
    """Write versions and the stack, without values and so without anybody's words; return the path."""
    stack = traceback.extract_tb(problem.__traceback__)
    lines = [f"noblame {__version__}, Python {platform.python_version()}, {platform.system()}", type(problem).__name__]
    lines += [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in stack]
    try:
        descriptor, path = tempfile.mkstemp(prefix="noblame-report-", suffix=".txt")
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
    except OSError:
        return ""
    return path
