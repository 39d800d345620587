"""New Relic: webhooks of workflows and of the older alert policies.

In a workflow's body `createdAt` is the issue's birth in every message, so acts after it are told by
`updatedAt` or the field named for them. Older bodies have one `timestamp`, which may be a string,
malformed or out of range: such a row has no place.
"""

from noblame.importers.base import Hints
from noblame.importers.gathering import Gathering, Told, unset
from noblame.importers.json_format import CERTAIN, first, json_importer
from noblame.importers.json_reading import Json, words

_STATES: dict[str, tuple[str, tuple[str, ...]]] = {
    "created": ("alert_fired", ("createdAt", "timestamp")),
    "activated": ("alert_fired", ("activatedAt", "createdAt", "timestamp")),
    "active": ("alert_fired", ("activatedAt", "createdAt", "timestamp")),
    "open": ("alert_fired", ("timestamp", "createdAt")),
    "acknowledged": ("acknowledged", ("acknowledgedAt", "updatedAt", "timestamp")),
    "closed": ("resolved", ("closedAt", "updatedAt", "timestamp")),
    "deactivated": ("resolved", ("closedAt", "updatedAt", "timestamp")),
}  # fmt: skip
"""Source kind by state, and the fields that may say when, the nearest first."""


def _certainty(value: Json) -> float:
    head = first(value)
    if {"current_state", "condition_name"} <= head.keys() or {"incident_url", "condition_name"} <= head.keys():
        return CERTAIN
    if "issueUrl" in head and ("state" in head or "priority" in head):
        return CERTAIN
    return CERTAIN if {"workflowName", "createdAt", "state"} <= head.keys() else 0.0


def _take(value: Json, place: str, _hints: Hints, gathering: Gathering) -> None:
    for where, body in gathering.each(value, place, "message"):
        _message(body, where, gathering)


def _message(body: dict[str, Json], place: str, gathering: Gathering) -> None:
    state = (words(body.get("state")) or words(body.get("current_state"))).casefold()
    kind, fields = _STATES.get(state, ("note", ("updatedAt", "timestamp")))
    at = next((body[field] for field in fields if not unset(body.get(field))), None)
    title = words(body.get("title")) or words(body.get("condition_name"))
    details = words(body.get("details"))
    about = title if not details or details == title else f"{title}: {details}"
    priority = words(body.get("priority")) or words(body.get("severity"))
    own = str(body.get("id") or body.get("issueId") or body.get("incident_id") or "")
    text = f"{state or 'state not told'}: {about}" + (f" ({priority.casefold()})" if priority else "")
    by = words(body.get("acknowledgedBy")) or words(body.get("owner"))
    person = by if kind == "acknowledged" else ""
    if kind == "resolved" and own and not unset(known := body.get("acknowledgedAt")):
        key = f"{own} acknowledged {known}"
        if key not in gathering.rows:
            gathering.tell(place, Told(known, f"acknowledged: {about}", "acknowledged", key, by or "New Relic", not by))
    gathering.tell(place, Told(
        at, text, kind, f"{own} {state} {at}" if own else "", person or "New Relic", not person,
        links=(body.get("issueUrl"), body.get("incident_url"), body.get("violation_chart_url"), body.get("runbook_url")),
    ))  # fmt: skip


IMPORTER = json_importer(
    "newrelic", "New Relic alerts", "issueUrl with state, or condition_name with current_state", _certainty, _take
)
