"""Now, for commands that only need to know the time."""

from datetime import UTC, datetime

from noblame.model import Now


def now() -> Now:
    """Read the wall clock, in the machine's zone."""
    return Now(datetime.now(UTC).astimezone())
