"""The story: what came before what, who was in it, how long it took."""

from collections.abc import Iterator

from noblame.analysis.durations import in_full
from noblame.analysis.phases import clock, impact, in_words, response, timed
from noblame.analysis.roster import involved_facilitators, warning
from noblame.lint.document import rules
from noblame.lint.document.rules import said
from noblame.lint.finding import Finding
from noblame.model import Event, Kind, Record

_BEFORE: tuple[tuple[Kind, Kind], ...] = (
    ("impact", "detected"),
    ("detected", "acknowledged"),
    ("detected", "declared"),
    ("detected", "mitigated"),
    ("acknowledged", "mitigated"),
    ("mitigating", "mitigated"),
    ("mitigated", "resolved"),
    ("detected", "resolved"),
    ("resolved", "stable"),
)
"""Kinds whose first events stand in this order in any incident."""


def story(record: Record) -> Iterator[Finding]:
    """Yield what does not fit in the timeline."""
    yield from _order(record)
    for event in record.events:
        if event.shown and event.at and event.until and event.until < event.at:
            yield said(rules.ENDS_BEFORE_IT_BEGINS, event.id, f"“{event.text}” ends before it begins.")
    if involved := involved_facilitators(record):
        yield said(rules.FACILITATOR_IN_TIMELINE, involved[0].id, warning(record).partition(". ")[0] + ".")
    yield from _from_detection(record)


def _order(record: Record) -> Iterator[Finding]:
    """Yield the first events that stand before what must precede them; each late one is named once."""
    first: dict[Kind, Event] = {}
    for event in timed(record.events):
        first.setdefault(event.kind, event)
    named: set[str] = set()
    for before, after in _BEFORE:
        one, other = first.get(before), first.get(after)
        if one and other and one.at and other.at and other.at < one.at and other.id not in named:
            named.add(other.id)
            times = f"{clock(record, other)} {after}, {clock(record, one)} {before}"
            yield said(
                rules.MARKS_OUT_OF_ORDER, other.id, f"“{other.text}” is marked {after} before anything is {before}: {times}."
            )


def _from_detection(record: Record) -> Iterator[Finding]:
    declared, whole, part = record.incident.declared_minutes, impact(record), response(record)
    if declared is None or whole is None or part is None or any(event.kind == "impact" for event in record.events):
        return
    if abs(part.minutes - declared) < 1 <= abs(whole.minutes - declared):
        message = f"Declared {in_full(declared)} fits {in_words(record, part)}; no event says when users first felt it."
        yield said(rules.COUNTED_FROM_DETECTION, "timeline", message)
