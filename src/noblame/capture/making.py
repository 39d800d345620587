"""From what a line means to the fields of an entry."""

from typing import Any

from noblame.capture.grammar import Captured


def fields(captured: Captured) -> dict[str, Any]:
    """Return the fields of the model that the line sets; the id, and what depends on the place, are not among them."""
    made: dict[str, Any] = {"text": captured.text}
    match captured.target:
        case "event":
            made |= {"at": captured.at, "until": captured.until, "precision": captured.precision}
            made |= {"kind": captured.kind or "observed", "who": captured.who, "evidence": captured.evidence}
        case "cause":
            made |= {"category": captured.category, "evidence": captured.evidence}
        case "action":
            made |= {"owner": ", ".join(captured.who), "priority": captured.priority or None, "due": captured.due}
            made |= {"due_said": captured.due_said, "kind": captured.category or None, "done_when": captured.done_when}
            made |= {"answers": captured.answers, "ticket": captured.evidence[0] if captured.evidence else ""}
        case "lesson":
            made |= {"kind": captured.lesson or "takeaway", "phase": captured.category}
        case "parked" | "remedy" | "dissent" | "question":
            made |= {"kind": captured.target, "by": ", ".join(captured.who), "settles": captured.done_when}
        case "person" | "command":
            made = {"name": captured.name, "roles": captured.roles}
    return made
