"""An entry as the line that makes it, for changing it where everything is typed."""

import re
from datetime import datetime

from noblame.capture.context import Context
from noblame.capture.words import SIGNS
from noblame.model import Action, Cause, Entry, Event, Lesson, Note, Person

_MEANS_SOMETHING = re.compile(
    r"[\\@#~/+\-!?\d]|now$|yesterday$|today$|tomorrow$|for$|by$|due$|end$|done:|settles:|p[0-4]$"
    r"|(mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)
_SIGNS = {lesson: sign for sign, (_, lesson) in SIGNS.items() if lesson}


def write(entry: Entry, context: Context) -> str:
    """Return the line from which `parse` gets what the line can say of an entry."""
    match entry:
        case Event():
            return _joined(
                _time(entry, context), f"#{entry.kind.replace(' ', '-')}", _plain(entry.text), *_said(entry.who, entry.evidence)
            )
        case Cause():
            category = f"#{entry.category}" if entry.category and " " not in entry.category else ""
            return _joined(_plain(entry.text), category, *_said((), entry.evidence))
        case Action():
            return _action(entry)
        case Lesson():
            sign = _SIGNS.get(entry.kind, f"/lesson #{entry.kind}")
            return _joined(sign, _plain(entry.text), f"#{entry.phase}" if entry.phase else "")
        case Note():
            settles = f"settles: {_plain(entry.settles)}" if entry.settles and entry.kind == "dissent" else ""
            return _joined(
                "/" + ("park" if entry.kind == "parked" else entry.kind),
                _plain(entry.text),
                *_said(_names(entry.by), ()),
                settles,
            )
        case Person():
            return _joined(entry.shown, f"as {entry.roles[0]}" if entry.roles else "")
        case _:
            return getattr(entry, "text", "")


def _action(action: Action) -> str:
    due = f"due {action.due_said}" if action.due_said else action.due.isoformat() if action.due else ""
    return _joined(
        _plain(action.text),
        *_said(_names(action.owner), (action.ticket,) if action.ticket else ()),
        action.priority.lower() if action.priority else "",
        due,
        f"#{action.kind}" if action.kind else "",
        f"for {' '.join(action.answers)}" if action.answers else "",
        f"done: {_plain(action.done_when)}" if action.done_when else "",
    )


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _names(said: str) -> tuple[str, ...]:
    return tuple(name for name in said.split(", ") if re.fullmatch(r"\w[\w.-]*", name))


def _said(who: tuple[str, ...], evidence: tuple[str, ...]) -> tuple[str, ...]:
    """Return people and evidence as tokens; evidence of several words in quotes."""
    shown = (f"~{item}" if re.fullmatch(r"[^\s\d$~\"“]\S*", item) else f"~“{item}”" for item in evidence)
    return (*(f"@{name}" for name in who), *shown)


def _plain(text: str) -> str:
    """Return words that mean nothing but themselves."""
    return re.sub(r"\S+", lambda word: f"\\{word[0]}" if _MEANS_SOMETHING.match(word[0]) else word[0], text)


def _time(event: Event, context: Context) -> str:
    """Return the time of an event as it would be typed, with its day where that is another."""
    if event.at is None:
        return ""
    at = event.at.astimezone(context.zone)
    clock = _clock(at, event)
    near = context.day or (context.previous.astimezone(context.zone).date() if context.previous else None)
    day = "" if at.date() == near and not at.second else f"{at.day} {at:%b} {at.year} "
    until = event.until.astimezone(context.zone) if event.until else None
    return f"{day}{clock}{f'-{until:%H:%M}' if until else ''}"


def _clock(at: datetime, event: Event) -> str:
    clock = f"{at:%H:%M}"
    if event.precision == "ten":
        return f"{clock[:-1]}?"
    if event.precision == "about":
        return f"~{clock}"
    return f"{at:%H:%M:%S}" if event.precision == "second" else clock
