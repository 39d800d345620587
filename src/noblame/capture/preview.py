"""What Enter will do, in words."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from noblame.capture.context import Context
from noblame.capture.grammar import Captured
from noblame.capture.kinds import GLYPHS

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
    "takeaway": "a lesson",
    "gap": "a gap",
}


class Part(NamedTuple):
    """Words in one tone."""

    text: str
    tone: str = ""


def preview(
    captured: Captured, context: Context, neighbours: tuple[str, str], causes: Mapping[str, str], parent: str
) -> tuple[Part, ...]:
    """Return the preview of a line.

    `neighbours` are the times of the events before and behind a new one, `causes` texts by id,
    `parent` the text of what a new cause explains; each empty where there is none.
    """
    match captured.target:
        case "event":
            parts = _event(captured, context, neighbours)
        case "cause":
            parts = [Part("why of ", "muted"), Part(parent)] if parent else [Part("a new effect to explain", "muted")]
            parts += _named(captured.category.title(), "category")
        case "action":
            parts = _action(captured, causes)
        case "person":
            role = captured.roles[0] if captured.roles else ""
            parts = [
                Part("adds ", "muted"),
                Part(captured.name),
                *([Part(" as ", "muted"), Part(role, "person")] if role else []),
            ]
        case "lesson":
            parts = [Part(_LESSONS[captured.lesson or "takeaway"], "accent"), *_named(captured.category, "category")]
        case _:
            parts = [Part(_NOTES.get(captured.target, captured.command), "accent")]
            parts += _named(", ".join(captured.who), "person") + _named(captured.done_when, "muted", "settled by ")
    if captured.target in ("event", "cause"):
        parts += [part for item in captured.evidence for part in _named(item, "evidence", "evidence ")]
    return tuple(parts)


def _named(text: str, tone: str, lead: str = "") -> list[Part]:
    """Return a fact behind a dot, or nothing."""
    return [Part(" · ", "muted"), *([Part(lead, "muted")] if lead else []), Part(text, tone)] if text else []


def _event(captured: Captured, context: Context, neighbours: tuple[str, str]) -> list[Part]:
    if captured.at is None:
        time = "in between" if context.midpoint else "no time said"
    else:
        at = captured.at
        near = context.day or (context.previous.astimezone(at.tzinfo).date() if context.previous else at.date())
        day = f"{at:%a} {at.day} {at:%b} " if at.date() != near else ""
        about = {"about": "about ", "ten": "some minute from "}.get(captured.precision, "")
        clock = f"{at:%H:%M:%S}" if captured.precision == "second" else f"{at:%H:%M}"
        time = f"{about}{day}{clock} {at:%Z}" + (f" to {captured.until:%H:%M}" if captured.until else "")
    kind = captured.kind or "observed"
    parts = [
        Part(time, "time"),
        Part(" · ", "muted"),
        Part(f"{GLYPHS[kind]} {kind}", "kind"),
        *_named(", ".join(captured.who), "person"),
    ]
    before, after = neighbours
    place = (
        f"between {before} and {after}"
        if before and after
        else f"after {before}"
        if before
        else f"before {after}"
        if after
        else ""
    )
    return parts + _named(place, "muted")


def _action(captured: Captured, causes: Mapping[str, str]) -> list[Part]:
    parts = [Part(captured.priority or "no priority", "priority" if captured.priority else "muted")]
    parts += _named(", ".join(captured.who) or "no owner", "person" if captured.who else "muted")
    parts += _named(
        f"due {_day(captured.due)}" if captured.due else captured.due_said or "no date", "due" if captured.due else "muted"
    )
    parts += _named(captured.category, "category")
    answered = " ".join(f"“{causes.get(cause, cause)}”" for cause in captured.answers)
    return parts + _named(answered, "", "answers ")


def _day(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}"
