"""The rows that are not in sight, counted by the reason."""

from collections import Counter
from collections.abc import Callable
from zoneinfo import ZoneInfo

from noblame.analysis.window import outside, window
from noblame.model import Event, Record
from noblame.ui.ink import Line, line
from noblame.ui.rows import Lines, Target

_SORTS: tuple[tuple[str, str, Callable[[Event], bool]], ...] = (
    ("is:unplaced", "without a time: r gives it one", lambda event: event.at is None and event.open),
    ("is:folded", "folded into another row", lambda event: bool(event.part_of)),
    ("is:aside -is:noise", "set aside by hand", lambda event: event.hidden and not event.aside),
)
OUTSIDE = "outside"
"""The id of the rows outside the hours of the incident, which no filter tells."""


def aside_page(record: Record) -> Lines:
    """Return the sorts of rows that are not in sight; the id of each target is the filter that shows them."""
    found = [(words, why, sum(map(fits, record.events))) for words, why, fits in _SORTS]
    reasons = Counter(event.aside for event in record.events if event.hidden and event.aside)
    found += [(f'noise:"{reason}"', reason, count) for reason, count in reasons.most_common()]
    if beyond := outside(record.events):
        found.insert(0, (OUTSIDE, f"outside the hours of the incident, {_hours(record)}", beyond))
    lines: list[Line] = []
    targets: list[Target] = []
    for words, why, count in found:
        if count:
            targets.append(Target(words, len(lines)))
            lines.append(line((f"{count:>8,}  ", "strong"), why))
    return Lines(tuple(lines), tuple(targets))


def _hours(record: Record) -> str:
    """Return the hours of the incident in its zone."""
    zone = ZoneInfo(record.incident.zone)
    first, last = (at and f"{at.astimezone(zone):%a %d %b %H:%M}" for at in window(record.events))
    return " to ".join(filter(None, (first or "the first row", last or "the last row")))
