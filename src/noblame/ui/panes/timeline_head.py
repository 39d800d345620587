"""What is said of the rows that are not in sight: how many there are, and which key shows them."""

from collections import Counter
from itertools import compress, takewhile
from typing import NamedTuple

from noblame.analysis.keeping import Flags, last_kept
from noblame.analysis.story import IS_OPEN
from noblame.model import Event, Record
from noblame.ui.ink import Line, line


class Tally(NamedTuple):
    """How many rows there are of what sort."""

    imported: int
    starred: int
    unplaced: int
    """Imported rows without a time that nobody set aside."""
    aside: int
    """Rows set aside, when they came in or by hand, and rows folded into others."""
    folded: Counter[str]
    """How many records are folded into an event, by its id."""


_IS_IMPORTED: Flags[Event] = Flags(lambda event: event.source)
_IS_TAKEN: Flags[Event] = Flags(lambda event: event.source and event.shown)
_IS_FOLDED: Flags[Event] = Flags(lambda event: event.part_of)


@last_kept
def tally(events: tuple[Event, ...]) -> Tally:
    """Count the rows of a record."""
    folded: Counter[str] = Counter()
    parent = {event.id: event for event in compress(events, _IS_FOLDED(events))}
    for event in parent.values():
        head = event.part_of
        for _ in parent:
            folded[head] += event.count
            if head not in parent:
                break
            head = parent[head].part_of
    unplaced = sum(1 for event in takewhile(lambda event: event.at is None, reversed(events)) if event.source and event.open)
    aside = len(events) - IS_OPEN(events).count(1)
    return Tally(_IS_IMPORTED(events).count(1), _IS_TAKEN(events).count(1), unplaced, aside, folded)


def told(rows: Tally, room: int, *, everything: bool, beyond: int) -> str:
    """Say in so many cells how many imported rows are in sight; what is short of room is said shorter, the keys never go."""
    if not rows.imported:
        return ""
    out = rows.aside + beyond if everything else rows.imported - rows.starred
    key = "b lists those" if everything else "a shows those"
    long = [f"{rows.starred:,} of {rows.imported:,} imported rows starred"]
    short = [f"{rows.starred:,} of {rows.imported:,} starred"]
    if out:
        long.append(f"all but {out:,} shown, {key}" if everything else f"{out:,} hidden as evidence, {key}")
        short.append(f"{out:,} hidden, {key}")
    elif everything:
        long.append("all rows shown")
    if rows.unplaced:
        long.append(f"{rows.unplaced:,} without a time")
        short.append(f"{rows.unplaced:,} without a time")
    return next((said for said in map(" · ".join, (long, short)) if len(said) <= room), " · ".join(short[:2]))


def nothing_seen(record: Record, *, sieved: bool) -> tuple[Line, ...]:
    """Return what stands where no row is seen: how many there are and which keys bring them; nothing for an empty record."""
    if not record.events:
        return ()
    if sieved:
        return (), line("   No row fits.  ", ("esc", "accent"), (" shows all again.", "muted"))
    rows = tally(record.events)
    keys = [
        ("a", "shows every row"),
        ("n", "goes to the first that may matter; s stars it"),
        ("f", "looks for words, people, kinds, sources"),
        *([("b", "lists what was set aside, and why")] if rows.aside else []),
    ]
    return (
        (),
        line(f"   The story has no event yet. {rows.imported:,} imported rows are kept as evidence."),
        (),
        *(line((f"   {key}  ", "accent"), (what, "muted")) for key, what in keys),
    )
