"""What the stage shows of one event, cause or action: large and calm, wrapped for a room to read."""

from noblame.analysis.cells import cells, fit, wrap
from noblame.analysis.durations import in_full
from noblame.analysis.phases import clock, marks
from noblame.capture.kinds import GLYPHS
from noblame.model import Action, Cause, Event, Record
from noblame.model.settings import AgendaSettings
from noblame.ui.ink import Line, line
from noblame.ui.panes.opening import read_aloud
from noblame.ui.tones import KIND_TONES

OPENING = "card"
"""The id of the read-aloud card in the walk."""
_MEASURE = 72
"""Columns that a line of the stage takes at most, so that an eye at the back finds the next one."""


def staged(record: Record, shown: str, place: str, question: str, width: int, settings: AgendaSettings) -> list[Line]:
    """Return the page for the id `shown`; a sentence where there is nothing to show."""
    room = min(_MEASURE, width - 8)
    if shown == OPENING:
        page = [line("    ", (part, "strong")) for sentence in read_aloud(settings) for part in (*wrap(sentence, room), "")]
        return [(), *page]
    entry = record.entry(shown)
    if isinstance(entry, Event):
        page = _event(record, entry, place, room)
    elif isinstance(entry, Cause):
        page = _cause(record, entry, place, room)
    elif isinstance(entry, Action):
        page = _action(entry, place, room)
    else:
        return [(), line("    ", ("There is nothing here yet.", "muted"))]
    asked = [(), *(line("    ", (part, "ask")) for part in wrap(question, room))] if question else []
    return [(), *page, *asked]


def _large(words: str, room: int) -> list[Line]:
    return [(), *(line("    ", (part, "strong")) for part in wrap(words, room)), ()]


def _event(record: Record, event: Event, place: str, room: int) -> list[Line]:
    start = marks(record).start
    since = (event.at - start.at).total_seconds() / 60 if event.at and start and start.at else 0
    told = f"   +{in_full(since)} from the first {start.kind}" if start and since > 0 else ""
    shown = [e for e in record.events if e.shown]
    index = shown.index(event) if event in shown else 0
    page = [line("    ", (f"{clock(record, event)} {record.incident.zone}{told}", "muted")), *_large(event.text, room)]
    page += [line("    ", (f"{GLYPHS[event.kind]} {event.kind}", KIND_TONES[event.kind]), (f"   {place}", "muted")), ()]
    for name, other in (("before", shown[index - 1] if index else None), ("after", next(iter(shown[index + 1 :]), None))):
        if other:
            page += _beside(record, name, event, other, room)
    return page


def _beside(record: Record, name: str, event: Event, other: Event, room: int) -> list[Line]:
    minutes = abs((other.at - event.at).total_seconds()) / 60 if other.at and event.at else 0
    apart = f"   {in_full(minutes)} {'earlier' if name == 'before' else 'later'}" if minutes else ""
    time = f"{clock(record, other)}  {GLYPHS[other.kind]} "
    first, *rest = _told(other.text, room - 9 - cells(time) - cells(apart))
    return [
        line("    ", (f"{name:<9}", "muted"), time, first, (apart, "warn")),
        *(line(" " * (13 + cells(time)), part) for part in rest),
    ]


def _told(words: str, room: int) -> tuple[str, ...]:
    """Return at most two lines of what stands beside the one thing that is shown."""
    first, *rest = wrap(words, max(10, room)) or ("",)
    return (first, fit(" ".join(rest), max(10, room))) if rest else (first,)


def _fact(name: str, words: str, room: int, tone: str = "text") -> list[Line]:
    parts = _told(words, room - 11)
    return [line("    ", (f"{'' if number else name:<11}", "muted"), (part, tone)) for number, part in enumerate(parts)]


def _cause(record: Record, cause: Cause, place: str, room: int) -> list[Line]:
    facts = " · ".join(filter(None, (cause.category, cause.status if cause.status != "occurred" else "", cause.role)))
    what = "to be explained" if cause.kind == "effect" else cause.kind
    page = [line("    ", (f"{what}{f'   {facts}' if facts else ''}   {place}", "muted")), *_large(cause.text, room)]
    above = [parent for name in cause.parents if (parent := record.cause(name))]
    for name, others in (("explains", above), ("because", list(record.children(cause.id)))):
        for number, other in enumerate(others[:3]):
            page += _fact("" if number else name, other.text, room)
    if cause.evidence:
        page += _fact("seen in", cause.evidence[0], room, "teal")
    return page


def _action(action: Action, place: str, room: int) -> list[Line]:
    due = f"by {action.due:%A} {action.due.day} {action.due:%B}" if action.due else "no date yet"
    page = [line("    ", (f"{action.priority or ''}   {place}".strip(), "muted")), *_large(action.text, room)]
    page.append(line("    ", (action.owner or "nobody yet", "teal"), (f"   {due}", "text")))
    if action.done_when:
        page += _fact("done when", action.done_when, room)
    if action.consent:
        page.append(line("    ", (action.consent, "good" if action.consent == "accepted" else "bad")))
    return page
