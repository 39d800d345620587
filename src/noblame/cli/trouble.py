"""What went wrong, in one line: refused input, a disk that does not take it, or a fault of ours."""

from pathlib import Path

from noblame.cli import exits
from noblame.cli.main import tell
from noblame.store.refusal import SessionRefused
from noblame.store.report import report


def explained(problem: Exception, here: Path) -> int:
    """Say what went wrong and return the exit code."""
    if isinstance(problem, SessionRefused) or type(problem).__module__.startswith(("noblame.importers", "noblame.exporters")):
        tell(str(problem))
        return exits.REFUSED
    if isinstance(problem, OSError):
        what = problem.filename if isinstance(problem.filename, str) else "the output"
        tell(f"{what}: could not be written ({problem.strerror or problem}); check the disk and the permissions")
        return exits.NOT_WRITTEN
    details = report(problem) or here
    tell(f"something went wrong inside noblame; your session is as it was saved. Details without its text: {details}")
    return exits.INTERNAL
