"""Edits of actions and of the notes that lead to them."""

from noblame.editor.edits.entries import add, replace
from noblame.model import Action, Record


def consented(record: Record, action_id: str, answer: str) -> Record:
    """Note what the owner said when the action was read back: ``accepted``, ``declined`` or nothing."""
    return replace(record, action_id, consent=answer)


def given_up(record: Record, action_id: str, reason: str) -> Record:
    """Decide against an action, with the reason."""
    return replace(record, action_id, status="won't do", reason=reason)


def from_remedy(record: Record, note_id: str) -> tuple[Record, str]:
    """Make an action of a remedy that was held back; the note remembers it."""
    note = next(note for note in record.notes if note.id == note_id)
    answers = (note.about,) if record.cause(note.about) else ()
    record, action_id = add(record, "actions", Action, text=note.text, answers=answers)
    return replace(record, note_id, outcome=f"became {action_id}"), action_id


def settled(record: Record, note_id: str, outcome: str) -> Record:
    """Say what became of a note."""
    return replace(record, note_id, outcome=outcome)


def becomes(words: str) -> str:
    """Return what becomes of a parked line from a short answer: ``@bob`` takes it, ``drop`` drops it, ``to`` a
    meeting sends it there; anything else is kept as it was said."""
    said = words.strip()
    if said.casefold().startswith("drop"):
        reason = said[4:].strip(" :,")
        return f"dropped{f': {reason}' if reason else ''}"
    if said.startswith("@"):
        return f"{said.removeprefix('@')} takes it"
    return f"goes {said}" if said.casefold().startswith("to ") else said
