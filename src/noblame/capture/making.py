"""From what a line means to the fields of an entry."""

from typing import Any

from noblame.capture.grammar import Captured
from noblame.model import FACETS


def fields(captured: Captured) -> dict[str, Any]:
    """Return the fields of the model that a line sets; the id, and what depends on the place, are not among them.

    What the line cannot say is left out, so that an entry that is changed in place keeps it. So is the time where
    none was typed.
    """
    match captured.target:
        case "event":
            made: dict[str, Any] = {"kind": captured.kind or "observed", "who": captured.who, "evidence": captured.evidence}
            if captured.at:
                made |= {"at": captured.at, "until": captured.until, "precision": captured.precision}
        case "cause":
            made = {"category": captured.category, "evidence": captured.evidence}
        case "action":
            made = {
                "owner": ", ".join(captured.who), "priority": captured.priority, "kind": captured.action_kind,
                "due": captured.due, "due_said": captured.due_said, "done_when": captured.done_when,
                "answers": captured.answers, "ticket": ", ".join(captured.evidence),
            }  # fmt: skip
        case "lesson":
            made = {"kind": captured.lesson_kind or "takeaway", "phase": captured.phase}
        case "impact":
            made = {"facet": captured.facet, "group": FACETS[captured.facet]} if captured.facet else {}
            made |= {"group": captured.group} if captured.group else {}
        case "parked" | "remedy" | "question":
            made = {"kind": captured.target, "by": ", ".join(captured.who)}
        case "dissent":
            made = {"kind": captured.target, "by": ", ".join(captured.who), "settles": captured.settles}
        case "person":
            return {"name": captured.name, "roles": captured.roles}
        case "command":
            return {}
    return {"text": captured.text, **made}
