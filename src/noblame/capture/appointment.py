"""A day and a time of day, as people say when they will meet."""

import re
from datetime import datetime, time

from noblame.capture import due

MORNING = time(10, 0)
"""The time of an appointment that names only a day."""
_TIME = re.compile(r"(?:^|\s)(?:at\s+)?(\d{1,2}):(\d{2})\s*$")


def read(words: str, now: datetime) -> datetime | None:
    """Return the moment that ``fri 14:00``, ``31 jan`` or ``+2w`` means, in the zone of `now`; None where it means none."""
    found = _TIME.search(words)
    at = MORNING
    if found:
        if int(found[1]) > 23 or int(found[2]) > 59:
            return None
        at, words = time(int(found[1]), int(found[2])), words[: found.start()]
    said = f"due {words.strip().casefold() or 'today'}"
    day = due.read(said, 0, now.date())
    if day is None or day.day is None or day.end < len(said):
        return None
    return datetime.combine(day.day, at, now.tzinfo)
