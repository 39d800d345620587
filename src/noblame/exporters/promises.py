"""The action table of a document."""

from dataclasses import dataclass

from noblame.exporters.naming import Naming
from noblame.model import Action, Record

_GRADES = {1: "low", 2: "medium", 3: "high"}


@dataclass(frozen=True)
class Promise:
    """One action, in words."""

    number: int
    text: str
    priority: str
    owner: str
    due: str
    ticket: str
    kind: str
    status: str
    done_when: str
    answers: str
    """The words of the causes it answers."""
    notes: str
    """What else is known: reasons, who verified it, what it is worth."""


def promises(record: Record, naming: Naming, *, every: bool = False) -> tuple[Promise, ...]:
    """Return the actions in order, those that will not be done left out unless `every` is wanted; numbers count all."""
    rows = enumerate(record.actions, 1)
    return tuple(_promise(record, naming, number, action) for number, action in rows if every or action.intended)


def refused(record: Record, naming: Naming) -> tuple[Promise, ...]:
    """Return the actions that will not be done."""
    rows = enumerate(record.actions, 1)
    return tuple(_promise(record, naming, number, action) for number, action in rows if not action.intended)


def read_back(record: Record) -> str:
    """Say how many actions their owners accepted when they were read back; empty where nobody asked."""
    said = [action.consent for action in record.actions if action.intended]
    if not any(said):
        return ""
    return f"Read back at closing: {said.count('accepted')} of {len(said)} accepted by their owners."


def _promise(record: Record, naming: Naming, number: int, action: Action) -> Promise:
    answered = [cause.text if (cause := record.cause(cause_id)) else cause_id for cause_id in action.answers]
    return Promise(
        number=number,
        text=action.text,
        priority=action.priority or "",
        owner=naming.call(action.owner),
        due=" ".join(filter(None, (str(action.due or ""), action.due_said))),
        ticket=action.ticket,
        kind=(action.kind or "").capitalize(),
        status=action.status.capitalize(),
        done_when=action.done_when,
        answers="; ".join(answered),
        notes="; ".join(_notes(action)),
    )


def _notes(action: Action) -> list[str]:
    grades = (("impact", action.impact), ("effort", action.effort))
    notes = [
        action.reason,
        f"verified by {action.verified_by}" if action.verified_by else "",
        ", ".join(f"{_GRADES[grade]} {name}" for name, grade in grades if grade),
        "declined by the owner" if action.consent == "declined" else "",
    ]
    return [note for note in notes if note]
