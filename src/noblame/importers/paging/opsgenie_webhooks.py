"""Opsgenie's webhooks: an action and the alert it was done to.

`createdAt` is the alert's birth in milliseconds whatever was done; `updatedAt`, in nanoseconds, is
the act. Bodies of an escalation say no time.
"""

from noblame.importers.gathering import Gathering, Told
from noblame.importers.json_reading import Json, mapping, words

_ACTIONS = {
    "Create": "alert_fired", "Acknowledge": "acknowledged", "UnAcknowledge": "unacknowledged", "AddNote": "note",
    "AddRecipient": "responder_joined", "AddTeam": "responder_joined", "AddResponder": "responder_joined",
    "AssignOwnership": "reassigned", "TakeOwnership": "reassigned", "Escalate": "escalated", "EscalateNext": "escalated",
    "Close": "resolved", "Snooze": "action", "UpdatePriority": "severity_changed", "UpdateMessage": "note",
    "UpdateDescription": "note",
}  # fmt: skip
"""Source kind of an act; free names are actions that a team made itself."""
_BOOKKEEPING = ("AddTags", "RemoveTags", "Delete", "AddDetails", "RemoveDetails", "SnoozeEnded")


def is_webhook(value: Json) -> bool:
    """Whether a value is a body of a webhook."""
    body = mapping(value)
    alert = mapping(body.get("alert"))
    return "action" in body and ("alertId" in alert or "tinyId" in alert or "integrationId" in body or "escalationId" in body)


def webhook(value: Json, place: str, gathering: Gathering) -> None:
    """Tell the act of a body."""
    gathering.records += 1
    body = mapping(value)
    alert, action = mapping(body.get("alert")), words(body.get("action"))
    kind = _ACTIONS.get(action, "action")
    person = words(alert.get("username"))
    said = words(alert.get("note")) or words(alert.get("recipient")) or words(alert.get("team"))
    target = mapping(body.get("escalationNotify")) or mapping(body.get("escalation"))
    said = said or words(target.get("name")) or words(alert.get("owner") if action == "AssignOwnership" else None)
    at = alert.get("createdAt") if action == "Create" and alert.get("createdAt") else alert.get("updatedAt")
    own = words(alert.get("alertId")) or words(alert.get("tinyId"))
    gathering.tell(place, Told(
        at, f"{action}: {words(alert.get('message'))}{' (' + said + ')' if said else ''}", kind,
        f"{own} {action} {at} {person} {said}",
        person or words(alert.get("source")) or words(body.get("integrationName")), not person,
        noise="bookkeeping" if action in _BOOKKEEPING else "",
    ))  # fmt: skip
