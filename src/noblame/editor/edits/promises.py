"""Edits of actions and of the notes that lead to them. What changes in a promise is noted in its history."""

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from noblame.editor.edits.entries import add, replace
from noblame.model import Action, Record

_TOLD = {
    "text": "text", "owner": "owner", "due": "due", "due_said": "due, in words,", "priority": "priority", "kind": "kind",
    "status": "status", "done_when": "done when", "answers": "answers",
}  # fmt: skip
"""What a promise is about: changes of these are history, turns of the rest are not."""
_RANGE = (1, 2, 3)


def changed(record: Record, action_id: str, day: date, **fields: Any) -> Record:
    """Change fields of an action; `day` is when, for its history."""
    action = record.action(action_id)
    if action is None:
        return record
    told = [
        _step(name, getattr(action, name), fields[name], fields.get("reason", "") if name == "status" else "")
        for name in _TOLD
        if fields.get(name) != getattr(action, name) and name in fields
    ]
    lines = tuple(f"{day.isoformat()} {words}" for words in told)
    return replace(record, action_id, **fields, history=(*action.history, *lines))


def _step(name: str, before: object, after: object, reason: str) -> str:
    """Return a change in words; a field that was empty was set, one that is empty was taken back."""
    if name == "text":
        return f"reworded, was “{before}”"
    old, new = (_in_words(value) or "nothing" for value in (before, after))
    return f"{_TOLD[name]} {old} → {new}{f': {reason}' if reason else ''}"


def _in_words(value: object) -> str:
    return " ".join(cast("tuple[str, ...]", value)) if isinstance(value, tuple) else str(value or "")


def split(record: Record, action_id: str, parts: Sequence[str], day: date) -> Record:
    """Make several actions of one: the first keeps its id, the others stand behind it with its owner, day and causes."""
    action = record.action(action_id)
    if action is None:
        return record
    first, *others = parts
    record = replace(record, action_id, text=first, history=(*action.history, f"{day.isoformat()} split from “{action.text}”"))
    after = action_id
    for text in others:
        record, after = add(
            record, "actions", Action, after=after, text=text, owner=action.owner, priority=action.priority, due=action.due,
            due_said=action.due_said, answers=action.answers, history=(f"{day.isoformat()} split from {action_id}",),
        )  # fmt: skip
    return record


def consented(record: Record, action_id: str, answer: str, day: date) -> Record:
    """Note what the owner said when the action was read back: ``accepted``, ``declined`` or nothing."""
    action = record.action(action_id)
    if action is None or action.consent == answer:
        return record
    words = f"{day.isoformat()} {action.owner or 'nobody'} {answer or 'was not asked'}"
    return replace(record, action_id, consent=answer, history=(*action.history, words))


def given_up(record: Record, action_id: str, reason: str, day: date) -> Record:
    """Decide against an action, with the reason."""
    return changed(record, action_id, day, status="won't do", reason=reason)


def put_off(record: Record, action_id: str, reason: str, day: date) -> Record:
    """Leave an action for later, with the reason."""
    return changed(record, action_id, day, status="later", reason=reason)


def weighed(record: Record, action_id: str, field: str, step: int) -> Record:
    """Move an action on the board: `field` is impact or effort; one that stands nowhere is put in the middle."""
    action = record.action(action_id)
    if action is None:
        return record
    here: int | None = getattr(action, field)
    there = 2 if here is None else min(_RANGE[-1], max(_RANGE[0], here + step))
    both = {"impact": action.impact or 2, "effort": action.effort or 2, field: there}
    return replace(record, action_id, **both)


def from_remedy(record: Record, note_id: str) -> tuple[Record, str]:
    """Make an action of a remedy that was held back; the note remembers it."""
    note = next(note for note in record.notes if note.id == note_id)
    answers = (note.about,) if record.cause(note.about) else ()
    record, action_id = add(record, "actions", Action, text=note.text, answers=answers)
    return replace(record, note_id, outcome=f"became {action_id}"), action_id


def merged_remedy(record: Record, note_id: str, action_id: str, day: date) -> Record:
    """Let an action that is there take a held remedy in; both remember it."""
    note, action = record.entry(note_id), record.action(action_id)
    if note is None or action is None:
        return record
    words = f"{day.isoformat()} took in “{getattr(note, 'text', '')}”"
    answers = (about,) if record.cause(about := getattr(note, "about", "")) else ()
    record = replace(
        record, action_id, history=(*action.history, words), answers=tuple(dict.fromkeys((*action.answers, *answers)))
    )
    return replace(record, note_id, outcome=f"merged into {action_id}")


def settled(record: Record, note_id: str, outcome: str) -> Record:
    """Say what became of a note."""
    return replace(record, note_id, outcome=outcome)


def becomes(words: str) -> str:
    """Return what becomes of a parked line from a short answer.

    ``@bob`` takes it, ``drop`` drops it, ``to`` a meeting sends it there; anything else is kept as it was said.
    """
    said = words.strip()
    if said.casefold().startswith("drop"):
        reason = said[4:].strip(" :,")
        return f"dropped{f': {reason}' if reason else ''}"
    if said.startswith("@"):
        return f"{said.removeprefix('@')} takes it"
    return f"goes {said}" if said.casefold().startswith("to ") else said
