"""What Enter will do, in words."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal, NamedTuple

from noblame.capture.context import Context
from noblame.capture.grammar import Captured
from noblame.capture.kinds import GLYPHS
from noblame.model import FACETS

Tone = Literal["", "time", "kind", "person", "category", "evidence", "priority", "due", "muted", "warn", "accent"]

_NOTES = {
    "parked": "parks it",
    "remedy": "holds the remedy until Actions",
    "dissent": "records a dissent",
    "question": "keeps an open question",
}
_LESSONS = {
    "well": "went well",
    "poorly": "went poorly",
    "lucky": "we were lucky",
    "surprise": "surprised us",
    "takeaway": "to take away",
    "gap": "a gap",
}
_CLOSE = {"about": "about ", "ten": "some minute from "}


class Part(NamedTuple):
    """Words in one tone."""

    text: str
    tone: Tone = ""


_DOT = Part(" · ", "muted")


def preview(
    captured: Captured,
    context: Context,
    neighbours: tuple[str, str] = ("", ""),
    causes: Mapping[str, str] | None = None,
    parent: str = "",
) -> tuple[Part, ...]:
    """Return the preview of a line.

    `neighbours` are the times of the events before and behind a new one, `causes` texts by id,
    `parent` the text of what a new cause explains; each empty where there is none.
    """
    if captured.problem:
        return (Part(captured.problem, "warn"),)
    match captured.target:
        case "event":
            facts = _event(captured, context, neighbours)
        case "cause":
            why = [Part("why of ", "muted"), Part(parent)] if parent else [Part("a new effect to explain", "muted")]
            facts = [why, _said(captured.category[:1].upper() + captured.category[1:], "category"), *_evidence(captured)]
        case "action":
            facts = _action(captured, causes or {})
        case "person":
            role = [Part(" as ", "muted"), Part(" and ".join(captured.roles), "person")] if captured.roles else []
            facts = [[Part("adds ", "muted"), Part(captured.name), *role]]
        case "lesson":
            facts = [_said(_LESSONS[captured.lesson_kind or "takeaway"], "accent"), _said(captured.phase, "category")]
        case "impact":
            group = captured.group or FACETS.get(captured.facet, "customer")
            facts = [_said(f"{group} impact", "accent"), _said(captured.facet, "category")]
        case "command":
            facts = [_said(captured.command, "accent")]
        case _:
            facts = [_said(_NOTES[captured.target], "accent"), _said(", ".join(captured.who), "person")]
            facts.append(_said(captured.settles, "", "settled by "))
    return _dotted(facts)


def _dotted(facts: list[list[Part]]) -> tuple[Part, ...]:
    """Return what there is to say, with dots between."""
    parts: list[Part] = []
    for fact in facts:
        parts += [_DOT, *fact] if fact and parts else fact
    return tuple(parts)


def _said(text: str, tone: Tone, lead: str = "") -> list[Part]:
    """Return one fact, or nothing."""
    return [*([Part(lead, "muted")] if lead else []), Part(text, tone)] if text else []


def _evidence(captured: Captured) -> list[list[Part]]:
    return [_said(item, "evidence", "evidence ") for item in captured.evidence]


def _event(captured: Captured, context: Context, neighbours: tuple[str, str]) -> list[list[Part]]:
    kind = captured.kind or "observed"
    before, after = neighbours
    if before and after:
        place = f"between {before} and {after}"
    else:
        place = f"after {before}" if before else f"before {after}" if after else ""
    return [
        _time(captured, context),
        _said(captured.time_note, "warn"),
        [Part(f"{GLYPHS[kind]} {kind}", "kind")],
        _said(", ".join(captured.who), "person"),
        _said(place, "muted"),
        *_evidence(captured),
    ]


def _time(captured: Captured, context: Context) -> list[Part]:
    """Return the time as the room reads it; with its day where that is not the one bare times are told in."""
    if captured.at is None:
        if context.midpoint is None:
            return [Part("no time said", "muted")]
        middle = context.midpoint.astimezone(context.zone)
        return [Part(f"about {_clock(middle, context.near)} {middle:%Z}", "time")]
    at = captured.at.astimezone(context.zone)
    if captured.precision == "day":
        return [Part(f"{_day(at.date())}, no clock", "time")]
    seconds = captured.precision == "second"
    said = _CLOSE.get(captured.precision, "") + _clock(at, context.near, seconds=seconds)
    if captured.until:
        until = captured.until.astimezone(context.zone)
        said += f" to {_clock(until, at.date(), seconds=seconds)}"
    return [Part(f"{said} {at:%Z}", "time")]


def _clock(at: datetime, near: date, *, seconds: bool = False) -> str:
    day = "" if at.date() == near else f"{_day(at.date())} "
    return f"{day}{at:%H:%M:%S}" if seconds else f"{day}{at:%H:%M}"


def _action(captured: Captured, causes: Mapping[str, str]) -> list[list[Part]]:
    answered = " ".join(f"“{causes.get(cause, cause)}”" for cause in captured.answers)
    due = f"due {_day(captured.due)}" if captured.due else f"due {captured.due_said}" if captured.due_said else ""
    return [
        _said(captured.priority or "", "priority") or [Part("no priority", "muted")],
        _said(", ".join(captured.who), "person") or [Part("no owner", "muted")],
        _said(due, "due" if captured.due else "muted") or [Part("no date", "muted")],
        _said(captured.action_kind or "", "category"),
        _said(answered, "", "answers "),
        _said(", ".join(captured.evidence), "evidence", "ticket "),
    ]


def _day(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}"
