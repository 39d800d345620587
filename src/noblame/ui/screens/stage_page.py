"""What the stage shows of one event, cause or action: large and calm, wrapped for a room to read."""

from noblame.analysis.cells import fit, wrap
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
            page.append(_beside(record, name, event, other, room))
    return page


def _beside(record: Record, name: str, event: Event, other: Event, room: int) -> Line:
    minutes = abs((other.at - event.at).total_seconds()) / 60 if other.at and event.at else 0
    apart = f"   {in_full(minutes)} {'earlier' if name == 'before' else 'later'}" if minutes else ""
    words = fit(other.text, max(10, room - 20 - len(apart)))
    return line("    ", (f"{name:<9}", "muted"), f"{clock(record, other)}  {GLYPHS[other.kind]} {words}", (apart, "warn"))


def _cause(record: Record, cause: Cause, place: str, room: int) -> list[Line]:
    facts = " · ".join(filter(None, (cause.category, cause.status if cause.status != "occurred" else "", cause.role)))
    what = "to be explained" if cause.kind == "effect" else cause.kind
    page = [line("    ", (f"{what}{f'   {facts}' if facts else ''}   {place}", "muted")), *_large(cause.text, room)]
    above = [parent for name in cause.parents if (parent := record.cause(name))]
    for name, others in (("explains", above), ("because", list(record.children(cause.id)))):
        for number, other in enumerate(others[:3]):
            page.append(line("    ", (f"{'' if number else name:<9}", "muted"), fit(other.text, room - 9)))
    if cause.evidence:
        page.append(line("    ", (f"{'seen in':<9}", "muted"), (fit(cause.evidence[0], room - 9), "teal")))
    return page


def _action(action: Action, place: str, room: int) -> list[Line]:
    due = f"by {action.due:%A} {action.due.day} {action.due:%B}" if action.due else "no date yet"
    page = [line("    ", (f"{action.priority or ''}   {place}".strip(), "muted")), *_large(action.text, room)]
    page.append(line("    ", (action.owner or "nobody yet", "teal"), (f"   {due}", "text")))
    if action.done_when:
        page += [line("    ", ("done when ", "muted"), fit(action.done_when, room - 10))]
    if action.consent:
        page.append(line("    ", (action.consent, "good" if action.consent == "accepted" else "bad")))
    return page
