"""Where the order of the timeline contradicts itself, worded as questions.

The story may be right and a clock wrong, or the other way round; nothing here decides.
"""

from noblame.analysis.phases import clock
from noblame.analysis.story import timed
from noblame.model import Event, Kind, Record

_FOLLOWS: tuple[tuple[Kind, Kind], ...] = (
    ("detected", "acknowledged"), ("hypothesis", "ruled out"), ("mitigating", "mitigated"), ("mitigated", "resolved"),
    ("detected", "resolved"), ("resolved", "stable"),
)  # fmt: skip
"""In every incident the first of the one kind stands before the first of the other."""


def order_faults(record: Record) -> tuple[str, ...]:
    """Return the contradictions of the shown events, each a sentence that can be read aloud."""
    events = timed(record.events)
    first: dict[Kind, Event] = {}
    last: dict[Kind, Event] = {}
    for event in events:
        first.setdefault(event.kind, event)
        last[event.kind] = event

    def told(event: Event) -> str:
        return f"{event.kind} {clock(record, event)}"

    found = [
        f"{told(first[after]).capitalize()} stands before {told(first[before])}. Which of the two times is right?"
        for before, after in _FOLLOWS
        if before in first and after in first and _earlier(first[after], first[before])
    ]
    over = last.get("resolved")
    for kind in ("impact", "detected", "mitigating"):
        again = last.get(kind)
        if over and again and _earlier(over, again):
            found.append(f"{told(again).capitalize()} comes after {told(over)}. Did it come back?")
    found += [
        f"{told(event).capitalize()} ends before it begins. When did it end?"
        for event in events
        if event.until and event.at and event.until < event.at
    ]
    return tuple(found)


def _earlier(one: Event, other: Event) -> bool:
    return bool(one.at and other.at and one.at < other.at)
