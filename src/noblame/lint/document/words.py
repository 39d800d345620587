"""The words of the record that people typed about people."""

import re
from collections.abc import Iterator

from noblame.lint.finding import Finding
from noblame.lint.rule import silenced
from noblame.lint.whys import PERSON, stops
from noblame.lint.wording.check import wording
from noblame.model import Record
from noblame.model.settings import LintSettings

_LOOSE_END = re.compile(r"(?:[\s,.;]|\b(?:the|an?|to|in|on|of|and|for|with))+$", re.IGNORECASE)
"""Small words at the end of a quotation that only lead to what is not quoted."""


def texts(record: Record) -> Iterator[tuple[str, str]]:
    """Yield each place with words that noblame may remark on, a line at a time.

    Imported rows are what people said while it burned, evidence is quoted, questions and dissent are the room's own words: all
    are exempt. Actions have rules of their own.
    """
    incident = record.incident
    for text in (incident.title, incident.summary, incident.narrative, incident.root_cause, incident.takeaway):
        for line in text.splitlines():
            yield "incident", line
    for entries in (record.impact, record.lessons):
        for entry in entries:
            yield entry.id, entry.text
    for event in record.events:
        if event.shown and not event.source:
            yield event.id, event.text
    for cause in record.causes:
        yield cause.id, cause.text


def words(record: Record, settings: LintSettings) -> Iterator[Finding]:
    """Yield the remarks on wording; a last why that ends at a person is remarked on as such, not twice."""
    if silenced("blame", settings.off):
        return
    asked = {cause.id for cause in record.causes if cause.kind == "cause" and cause.status != "ruled out"}
    last = asked - {parent for cause in record.causes for parent in cause.parents}
    for place, text in texts(record):
        remark = wording(text, settings)
        if remark is None or (place in last and any(stop.rule is PERSON for stop in stops(text, settings))):
            continue
        quoted = _LOOSE_END.sub("", text[slice(*remark.span)]).lstrip(" ,.;")
        message = f"“{quoted}” may sound like blame."
        yield Finding(remark.rule.id, remark.rule.level, place, message, remark.question, remark.span)
