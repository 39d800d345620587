"""One quiet line that keeps a meeting from going wrong: seed B's meeting anti-patterns, each where it can still be mended.

A nudge is about the meeting or the page, never about a person.
"""

from noblame.analysis.answers import unanswered
from noblame.model import Part, Record

_CONSENT = ("note", "record", "consent")
"""Words of a norm that is about keeping notes."""
_TOO_MANY = 5
"""Urgent actions beyond which seed B's "unrealistic actions" begins."""


def nudge(record: Record, part: Part) -> str:
    """Return what a part still lacks before the meeting leaves it; empty where nothing is amiss."""
    return {"opening": _opening, "timeline": _timeline, "analysis": _analysis, "actions": _actions, "closing": _closing}[part](
        record
    )


def _opening(record: Record) -> str:
    if not any("facilitator" in person.roles for person in record.people):
        return "Nobody is down as facilitator: type a name, then facilitator."
    if not any(word in norm.casefold() for norm in record.meeting.norms for word in _CONSENT):
        return "Ask whether everyone agrees to notes being kept, and tick it."
    return ""


def _timeline(record: Record) -> str:
    if not any(event.shown for event in record.events):
        return "The timeline is empty; begin with what was noticed first."
    return ""


def _analysis(record: Record) -> str:
    causes = {cause.id for cause in record.causes if cause.kind == "cause"}
    if not causes:
        return "No cause is written yet: what failed, and how did that become possible?"
    if not any(causes.intersection(cause.parents) for cause in record.causes):
        return "Every chain is one why deep; ask what made the last answer possible."
    return ""


def _actions(record: Record) -> str:
    meant = [action for action in record.actions if action.intended]
    if not meant:
        return "No action yet: one concrete step is better than a list."
    urgent = sum(action.priority in ("P0", "P1") for action in meant)
    if urgent > _TOO_MANY:
        return f"{urgent} actions are urgent; which of them will really be done?"
    held = sum(note.kind == "remedy" and note.open for note in record.notes)
    if held:
        return f"{held} held {'remedy waits' if held == 1 else 'remedies wait'}: make it an action, or say why it is moot."
    if left := len(unanswered(record)):
        return f"{left} {'cause has' if left == 1 else 'causes have'} no answer yet: an action, or a reason to live with it."
    return ""


def _closing(record: Record) -> str:
    parked = sum(note.kind == "parked" and note.open for note in record.notes)
    if parked:
        return f"{parked} parked {'line needs' if parked == 1 else 'lines need'} an owner, a meeting, or to be dropped."
    if any(action.intended and not action.consent for action in record.actions):
        return "Read each action back: does its owner accept?"
    if record.meeting.follow_up is None:
        return "Say when the actions are looked at again: /follow-up and a date."
    if record.meeting.again is None:
        return "Ask who learned something and who would come again: /hands 6 8."
    return ""
