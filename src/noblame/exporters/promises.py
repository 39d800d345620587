"""The action table of a document."""

from dataclasses import dataclass

from noblame.exporters.naming import Naming
from noblame.model import Action, Record

_GRADES = {1: "low", 2: "medium", 3: "high"}


@dataclass(frozen=True)
class Promise:
    """One action."""

    number: int
    text: str
    priority: str
    owner: str
    due: str
    ticket: str
    kind: str
    status: str
    answers: tuple[str, ...]
    """The words of the causes it answers."""
    facts: tuple[tuple[str, str], ...]
    """What else is known of it, each with a label."""


def promises(record: Record, naming: Naming) -> tuple[Promise, ...]:
    """Return all actions in order, those that will not be done included."""
    return tuple(_promise(record, naming, number, action) for number, action in enumerate(record.actions, 1))


def _promise(record: Record, naming: Naming, number: int, action: Action) -> Promise:
    answers = tuple(cause.text if (cause := record.cause(cause_id)) else cause_id for cause_id in action.answers)
    grades = [f"{name} {_GRADES[grade]}" for name, grade in (("impact", action.impact), ("effort", action.effort)) if grade]
    facts = (
        ("Done when", action.done_when),
        ("Answers", "; ".join(answers)),
        ("Worth", ", ".join(grades)),
        ("Verified by", action.verified_by),
        ("Because" if action.status in ("later", "won't do") else "Note", action.reason),
        ("At the read-back", f"{action.consent} by the owner" if action.consent == "declined" else action.consent),
    )
    return Promise(
        number=number,
        text=action.text,
        priority=action.priority or "",
        owner=naming.call(action.owner),
        due=" ".join(filter(None, (str(action.due or ""), action.due_said))),
        ticket=action.ticket,
        kind=(action.kind or "").capitalize(),
        status=action.status.capitalize(),
        answers=answers,
        facts=tuple((label, said) for label, said in facts if said),
    )
