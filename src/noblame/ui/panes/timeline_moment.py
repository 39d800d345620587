"""The lines under the events: the whole of the event under the cursor while walking, and what to ask about it."""

from collections.abc import Mapping
from datetime import tzinfo

from noblame.analysis.cells import wrap
from noblame.analysis.moment import questions
from noblame.editor.edits.moments import Asked, state
from noblame.model import Event, Kind, Record
from noblame.ui.ink import Line, Span, clipped, line

_TICKS: dict[Asked, Span] = {
    "": Span(""), "asked": Span("✓ ", "good"), "open": Span("? ", "warn"), "answered": Span("✔ ", "good"),
}  # fmt: skip
_CALLED: dict[Kind, str] = {
    "change": "a change", "impact": "the impact", "detected": "the detection", "acknowledged": "taking it on",
    "declared": "the declaration", "observed": "an observation", "hypothesis": "a hypothesis", "ruled out": "ruling it out",
    "finding": "a finding", "decision": "a decision", "action": "an action", "comms": "a message",
    "escalated": "an escalation", "mitigating": "a mitigation", "mitigated": "the mitigation", "resolved": "the recovery",
    "stable": "the calm after",
}  # fmt: skip
WALK_LINES = 5
"""So many whatever the event, so that nothing moves from one to the next."""


def asking_line(record: Record, event: Event, own: Mapping[Kind, tuple[str, ...]], width: int) -> Line:
    """Return the questions for an event, numbered by their keys; those that were asked are ticked.

    A row that is no part of the story is not asked about; there the line says where it is from.
    """
    if not event.shown:
        return clipped(line((f"  {where_from(event)}", "muted")), width - 1)
    spans: list[Span] = [Span(f"  Ask about {_CALLED[event.kind]}", "heading")]
    for number, question in enumerate(questions(event, own), 1):
        spans += [Span(f"   {number} ", "muted"), _TICKS[state(record, event.id, question)], Span(question, "muted")]
    return clipped(tuple(span for span in spans if span.text), width - 1)


def where_from(event: Event) -> str:
    """Say where a row came from and why it is not in sight; nothing for what was typed and shown."""
    facts = [f"from {event.source} {event.origin}".strip()] if event.source else ["typed"]
    facts += [f"its clock was set right: {event.set_right}"] if event.set_right else []
    facts += [f"set aside: {event.aside or 'by hand'}"] if event.hidden else []
    facts += [f"folded into {event.part_of}"] if event.part_of else []
    return " · ".join(facts)


def walk_lines(record: Record, event: Event, zone: tzinfo, width: int) -> tuple[Line, ...]:
    """Return the whole of an event in a fixed number of lines."""
    lines: list[Line] = [line((f"  {said}", "strong")) for said in wrap(event.text, width - 4)]
    facts: list[str] = [f"by {', '.join(event.who)}"] if event.who else []
    if event.at and event.at.utcoffset() != event.at.astimezone(zone).utcoffset():
        facts.append(f"told as {event.at:%H:%M %z}")
    if event.source:
        facts.append(where_from(event))
    if facts:
        lines.append(line((f"  {' · '.join(facts)}", "muted")))
    if event.disputed:
        lines.append(line(("  others remember: ", "muted"), (event.disputed, "violet")))
    if event.evidence:
        lines.append(line(("  ⌁ ", "teal"), ("  ".join(event.evidence), "muted")))
    for note in record.notes:
        if note.kind == "question" and note.about == event.id:
            answer = ("  ", (note.outcome, "text")) if note.outcome else ()
            lines.append(line(("  ? " if note.open else "  ✔ ", "warn" if note.open else "good"), (note.text, "muted"), *answer))
    short = [clipped(row, width - 1) for row in lines]
    if len(short) > WALK_LINES:
        short = [*short[: WALK_LINES - 1], line((f"  … {len(short) - WALK_LINES + 1} more lines", "muted"))]
    return (*short, *((),) * (WALK_LINES - len(short)))
