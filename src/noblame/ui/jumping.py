"""From a finding to the place where it is settled: a part, the entry under the cursor, the beginning of a line."""

from typing import TYPE_CHECKING, NamedTuple

from noblame.editor.commands import command
from noblame.lint.document import rules
from noblame.lint.finding import Finding
from noblame.model import Action, Cause, Event, Lesson, Note, Part, Record

if TYPE_CHECKING:
    from noblame.ui.screens.meeting import MeetingScreen

_LINES: dict[str, str] = {
    "no-start": "#impact ",
    "no-detection": "#detected ",
    "no-mitigation": "#mitigated ",
    "no-resolution": "#resolved ",
    "no-lessons": "+ ",
    rules.COUNTED_FROM_DETECTION.id: "#impact ",
    rules.ONE_SIDED.id: "- ",
}
"""What the line begins with where a rule asks for something that is not there."""
_FIELDS = {"no-title": "title", "no-severity": "severity", rules.FINAL_WITH_FINDINGS.id: "status"}
"""Fields of the incident by rule; the rest are about the summary."""
_SECTIONS: dict[str, Part] = {"timeline": "timeline", "analysis": "analysis", "actions": "actions", "closing": "closing"}


class Place(NamedTuple):
    """Where a finding is settled."""

    part: Part | None = None
    """None where the part in view will do."""
    entry_id: str = ""
    line: str = ""
    """What the capture line begins with; empty where the entry itself is looked at."""
    field: str = ""
    """A field of the incident to ask for."""


def place_of(record: Record, finding: Finding) -> Place:
    """Return where a finding is settled."""
    if finding.place == "incident":
        return Place(field=_FIELDS.get(finding.rule, "summary"))
    if finding.place == "impact":
        return Place(line=f"/impact #{finding.rule.rpartition('-')[2]} ")
    if part := _SECTIONS.get(finding.place):
        return Place(part, line=_LINES.get(finding.rule, ""))
    entry = record.entry(finding.place)
    match entry:
        case Event():
            return Place("timeline", entry.id)
        case Cause() if finding.rule in ("unanswered", rules.OPEN_WAY.id):
            return Place("actions", entry.id, f"for {entry.id} " if entry.kind == "cause" else "")
        case Cause():
            return Place("analysis", entry.id)
        case Action():
            return Place("closing" if finding.rule == "action-not-accepted" else "actions", entry.id)
        case Note():
            return Place("actions" if entry.kind == "remedy" else "closing", entry.id)
        case Lesson():
            return Place("closing", entry.id)
        case _:
            return Place(entry_id=finding.place)


def jump(screen: "MeetingScreen", finding: Finding) -> None:
    """Go where a finding is settled, its suggestion below the capture line."""
    part, entry_id, words, field = place_of(screen.record, finding)
    if part and part != screen.viewed:
        screen.view(part)
    if field:
        screen.run(command("incident"), field)
    elif words or not entry_id:
        if entry_id:
            screen.look_at(entry_id)
        screen.prefill(words)
    elif part:
        screen.pane.take_keys()
        screen.look_at(entry_id)
    else:
        screen.edit(entry_id)
    if finding.suggestion and not field:
        screen.say(finding.suggestion)
