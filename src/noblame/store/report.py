"""A fault of ours, written down without anybody's words."""

import os
import platform
import re
import tempfile
import traceback
from importlib import metadata
from pathlib import Path

from noblame import __version__

_PARTS = ("textual", "pydantic", "tomli", "rich")


def report(problem: BaseException) -> str:
    """Write versions and the stack, without values, and return the path; nothing where no disk takes it.

    Only the type of the problem is written, never its message, which may quote what was typed.
    """
    lines = [f"noblame {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}"]
    lines += [", ".join(f"{name} {_version(name)}" for name in _PARTS)]
    seen: set[int] = set()
    cause: BaseException | None = problem
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        lines += ["", type(cause).__name__]
        lines += [f"{_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(cause.__traceback__)]
        cause = cause.__cause__ or cause.__context__
    try:
        descriptor, path = tempfile.mkstemp(prefix="noblame-report-", suffix=".txt")
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
    except OSError:
        return ""
    return path


def _place(filename: str) -> str:
    """Return a file of the program as it stands in its package: where somebody keeps it is nobody's business."""
    found = re.search(r"(?:site-packages|src|lib/python[\d.]+)/(.*)", filename)
    return found[1] if found else Path(filename).name


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "?"
