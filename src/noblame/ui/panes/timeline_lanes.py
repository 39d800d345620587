"""What each knew when: a column a lane, a band a moment."""

from zoneinfo import ZoneInfo

from noblame.analysis.cells import fit, wrap
from noblame.analysis.lanes import BELIEFS, Lane, lanes
from noblame.capture.kinds import GLYPHS
from noblame.model import Event, Record
from noblame.ui.ink import Line, Span, line, padded
from noblame.ui.panes.timeline_row import told
from noblame.ui.rows import Lines, Target
from noblame.ui.tones import KIND_TONES

_NARROWEST = 20
_TIME = 7
_MOST_LINES = 4


def lanes_page(record: Record, width: int) -> Lines:
    """Return the shown events in columns; lanes for which there is no room share the last but the hypotheses."""
    found = _fitting(lanes(record), max(1, (width - _TIME - 2) // _NARROWEST))
    if not found:
        return Lines((line("  The story has no events yet."),))
    room = (width - _TIME - 2) // len(found)
    place = {event.id: column for column, lane in enumerate(found) for event in lane.events}
    names = [(fit(lane.name, room - 1), "heading") for lane in found]
    head: Line = (Span(" " * (_TIME + 2)), *(span for name in names for span in padded(line(name), room)))
    lines: list[Line] = [head, ()]
    targets: list[Target] = []
    zone = ZoneInfo(record.incident.zone)
    for event in record.events:
        if event.shown:
            clock = told(event.at.astimezone(zone), event.precision, seconds=False) if event.at else "--:--"
            targets.append(Target(event.id, len(lines)))
            lines += _band(event, f"  {fit(clock, _TIME):<{_TIME}}", place[event.id] * room, room)
    return Lines(tuple(lines), tuple(targets))


def _band(event: Event, clock: str, indent: int, room: int) -> list[Line]:
    """Return an event as a few lines in its column."""
    words = wrap(event.text, room - 4)
    if len(words) > _MOST_LINES:
        words = (*words[: _MOST_LINES - 1], fit(f"{words[_MOST_LINES - 1]}…", room - 4))
    glyph = Span(f"{GLYPHS[event.kind]} ", KIND_TONES[event.kind])
    rows: list[Line] = []
    for number, said in enumerate(words or ("",)):
        start = (Span(clock, "muted"),) if not number else (Span(" " * (_TIME + 2)),)
        rows.append((*start, Span(" " * indent), glyph if not number else Span("  "), Span(said)))
    return rows


def _fitting(found: tuple[Lane, ...], most: int) -> tuple[Lane, ...]:
    """Return at most so many lanes: the busiest, the others together, the hypotheses."""
    if len(found) <= most:
        return found
    beliefs = tuple(lane for lane in found if lane.name == BELIEFS)
    sides = [lane for lane in found if lane.name != BELIEFS]
    kept = max(0, most - len(beliefs) - 1)
    rest = tuple(event for lane in sides[kept:] for event in lane.events)
    return (*sides[:kept], Lane("others", rest), *beliefs)
