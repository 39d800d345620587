"""What Enter does: a line becomes an entry of the record."""

import dataclasses
from datetime import date, datetime
from typing import Any, NamedTuple

from noblame.capture.grammar import Captured, parse
from noblame.capture.making import fields
from noblame.editor.edits import promises
from noblame.editor.edits.causes import moved
from noblame.editor.edits.entries import add, replace, with_entry
from noblame.editor.edits.people import person_named
from noblame.editor.situation import Situation, context, explained, unsaid_time
from noblame.lint.actions.horizons import horizon
from noblame.model import NOTE_KINDS, Action, Cause, Entry, Event, Impact, Lesson, Note, Part, Person, Record
from noblame.store.merge import merged

_LISTS: dict[str, tuple[str, type[Entry]]] = {
    "event": ("events", Event),
    "cause": ("causes", Cause),
    "action": ("actions", Action),
    "lesson": ("lessons", Lesson),
    "impact": ("impact", Impact),
    **dict.fromkeys(NOTE_KINDS, ("notes", Note)),
}

_NAMES: dict[type[Entry], str] = {entry_type: name for name, entry_type in _LISTS.values()} | {Person: "people"}
_PARTS: dict[type[Entry], Part] = {
    Event: "timeline",
    Cause: "analysis",
    Action: "actions",
    Lesson: "closing",
    Person: "opening",
}


class Taken(NamedTuple):
    """What became of a line."""

    record: Record
    entry_id: str
    label: str
    """Names the step for undo, e.g. ``add event 14:31``."""
    told: str = ""
    """What else the room should hear."""


def take(record: Record, captured: Captured, situation: Situation) -> Taken:
    """Return the record with the entry that a line makes.

    A line with nothing to keep leaves the record as it is. Commands are not taken here.
    """
    if captured.problem or captured.target == "command":
        return Taken(record, "", captured.problem)
    if captured.target == "person":
        record, entry_id = person_named(record, captured.name or captured.text, captured.roles)
        return Taken(record, entry_id, f"add {captured.name or captured.text}")
    captured = dated(captured, situation)
    name, entry_type = _LISTS[captured.target]
    made = _placed(record, captured, situation, fields(captured))
    after = _neighbour(record, explained(record, situation), situation.selected) if captured.target == "cause" else ""
    record, entry_id = add(record, name, entry_type, after=after, **made)
    if situation.ahead and after == situation.selected:
        record = moved(record, entry_id, -1)
    return Taken(record, entry_id, f"add {captured.target} “{_short(captured.text)}”")


def take_lines(record: Record, lines: list[str], situation: Situation) -> Record:
    """Return the record with what each line makes, each read in the place that the one before leaves."""
    for text in lines:
        record = take(record, parse(text, context(record, situation)), situation).record
    return record


def part_of(entry: Entry) -> Part | None:
    """Return the part of the meeting in which such an entry is made; none for what belongs to any part."""
    return _PARTS.get(type(entry))


def dated(captured: Captured, situation: Situation) -> Captured:
    """Return an action that has a priority and no word about its day as due when that priority says (seed A's horizons)."""
    if captured.target != "action" or captured.priority is None or captured.due or captured.due_said:
        return captured
    from noblame.lint.actions.dues import ambiguous_date  # start-up does not wait for it

    if ambiguous_date(captured.text):
        return captured
    day = horizon(captured.priority, situation.now.wall.date(), situation.horizons)
    return dataclasses.replace(captured, due=day)


def rewrite(record: Record, begun: Entry, captured: Captured, day: date) -> Taken:
    """Return the record with an entry changed to what its line now says; the rest of it stays.

    `begun` is the entry as it was when its line was opened: what somebody else did to it since stays
    too, as in a merge of two files. `day` is when, for the history of an action.
    """
    changes = fields(captured)
    known = {
        key: value
        for key, value in changes.items()
        if key in type(begun).model_fields and value != getattr(begun, key) and not _same_second(getattr(begun, key), value)
    }
    if isinstance(begun, Event) and begun.source and not begun.raw and "text" in known:
        known["raw"] = begun.text
    entry = record.entry(begun.id)
    if not known:
        return Taken(record, begun.id, "", "" if entry else "Somebody else has removed that meanwhile.")
    base = record if entry == begun else with_entry(record, _NAMES[type(begun)], begun)
    ours = promises.changed(base, begun.id, day, **known) if isinstance(begun, Action) else replace(base, begun.id, **known)
    label = f"change “{_short(captured.text)}”"
    if base is record:
        return Taken(ours, begun.id, label)
    both = merged(base, ours, record)
    told = "Somebody else had removed that meanwhile; it is back with these words." if entry is None else ""
    return Taken(both.record, begun.id, label, kept_both(both.doubts) or told)


def kept_both(doubts: int) -> str:
    """Return what the room hears of so many fields that two hands changed."""
    places = "one place" if doubts == 1 else f"{doubts} places"
    return f"Somebody else changed {places} too; both versions are kept, /conflicts lets you choose." if doubts else ""


def _placed(record: Record, captured: Captured, situation: Situation, made: dict[str, Any]) -> dict[str, Any]:
    """Add what the line did not say but the place does: time, parent, what a note is about."""
    if captured.target == "event" and captured.at is None:
        return {**made, "at": unsaid_time(record, situation), "precision": "about"}
    if captured.target == "cause":
        parent = explained(record, situation)
        return {**made, "kind": "cause" if parent else "effect", "parents": (parent,) if parent else ()}
    if captured.target in NOTE_KINDS:
        about = situation.selected if isinstance(record.entry(situation.selected), Event | Cause | Action) else ""
        return {**made, "kind": captured.target, "about": about, "part": situation.part, "said_at": situation.now.wall}
    if captured.target == "action" and not captured.answers and situation.part == "analysis":
        cause = record.cause(situation.selected)
        return {**made, "answers": (cause.id,) if cause and cause.kind == "cause" else ()}
    return made


def _neighbour(record: Record, parent: str, selected: str) -> str:
    """Return the id behind which a new cause belongs: its sibling under the cursor, else the last of its siblings."""
    children = record.children(parent)
    if any(cause.id == selected and cause.parents[0] == parent for cause in children):
        return selected
    return children[-1].id if children else parent


def _same_second(old: Any, new: Any) -> bool:
    """Whether a time was left as it is: a line tells whole seconds, a record may know it better."""
    return isinstance(old, datetime) and isinstance(new, datetime) and old.replace(microsecond=0) == new


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
