"""PagerDuty's webhooks: one event in version 3, messages with log entries in 2, messages with an incident in 1."""

from collections.abc import Callable

from noblame.importers.gathering import Gathering, Told
from noblame.importers.json_format import first
from noblame.importers.json_reading import Json, items, mapping, objects, words

_EVENTS = {
    "triggered": "alert_fired", "acknowledged": "acknowledged", "unacknowledged": "unacknowledged",
    "escalated": "escalated", "reassigned": "reassigned", "delegated": "reassigned", "annotated": "note",
    "priority_updated": "severity_changed", "urgency_updated": "severity_changed", "responder.added": "page_sent",
    "responder.replied": "responder_joined", "status_update_published": "status_update", "resolved": "resolved",
    "reopened": "reopened", "conference_bridge.updated": "note", "snoozed": "action", "role.assigned": "responder_joined",
    "role_assigned": "responder_joined", "workflow.started": "action", "workflow.completed": "note",
}  # fmt: skip
"""Source kind by what follows ``incident.`` in version 3; what is not here is a note."""
_MESSAGES = {
    "trigger": "alert_fired", "acknowledge": "acknowledged", "unacknowledge": "unacknowledged", "escalate": "escalated",
    "assign": "reassigned", "delegate": "reassigned", "annotate": "note", "resolve": "resolved", "snooze": "action",
}  # fmt: skip
"""The same for versions 1 and 2."""

Entries = Callable[[Json, dict[str, Json], str, Gathering], None]


def is_webhook(value: Json) -> bool:
    """Whether a value is the body of a webhook of any version."""
    body = mapping(value)
    event = mapping(body.get("event"))
    message = first(items(body.get("messages")))
    return {"event_type", "occurred_at"} <= event.keys() or words(message.get("event") or message.get("type")).startswith(
        "incident."
    )


def webhook(value: Json, place: str, gathering: Gathering, *, entries: Entries) -> None:
    """Tell the events of a body; `entries` tells log entries."""
    body = mapping(value)
    if "event" in body:
        gathering.records += 1
        _event(mapping(body["event"]), place, gathering)
        return
    messages = list(gathering.around(body.get("messages"), place, "message"))
    acts = {words(m.get("created_on")) for _, m in messages if words(m.get("type")) != "incident.assign"}
    for where, message in messages:
        if objects(message.get("log_entries")):
            entries(message["log_entries"], mapping(message.get("incident")), where, gathering)
        else:
            gathering.records += 1
            _message(message, where, gathering, acts)


def _event(event: dict[str, Json], place: str, gathering: Gathering) -> None:
    """Tell an event of version 3. Its time is when it occurred; `data.created_at` is the incident's."""
    full = words(event.get("event_type"))
    sort, data, agent = full.removeprefix("incident."), mapping(event.get("data")), mapping(event.get("agent"))
    incident = mapping(data.get("incident")) or data
    number = incident.get("number")
    title = words(incident.get("title")) or words(incident.get("summary"))
    about = f"[#{number}] {title}" if isinstance(number, int) else title
    said = next((text for key in ("content", "message", "note") if (text := words(data.get(key)).strip())), "")
    handed = sort in ("reassigned", "delegated", "escalated", "triggered")
    assignees = tuple(words(who.get("summary")) for who in objects(data.get("assignees"))) if handed else ()
    act = sort.replace("_", " ").replace(".", " ").capitalize()
    if assignees:
        act = f"{act}{', assigned' if sort == 'triggered' else ''} to {', '.join(assignees)}"
    elif sort == "priority_updated":
        act = f"Priority set to {words(mapping(data.get('priority')).get('summary')) or 'none'}"
    elif sort == "responder.replied":
        act = f"Responder {words(data.get('state')) or 'replied'}"
    noise = "" if full.startswith("incident.") else "settings of the service"
    declined = sort == "responder.replied" and data.get("state") not in ("accepted", None)
    gathering.tell(place, Told(
        event.get("occurred_at"), (f"{act}: {said}" if said else act) + (f" ({about})" if about else ""),
        "note" if declined or noise else _EVENTS.get(sort, "note"), words(event.get("id")), words(agent.get("summary")),
        not words(agent.get("type")).startswith("user"), () if sort == "triggered" else assignees,
        (incident.get("html_url"),), noise=noise,
    ))  # fmt: skip


def _message(message: dict[str, Json], place: str, gathering: Gathering, acts: set[str]) -> None:
    """Tell a message of version 1, or of version 2 without log entries."""
    sort = words(message.get("event") or message.get("type")).removeprefix("incident.")
    incident = mapping(mapping(message.get("data")).get("incident")) or mapping(message.get("incident"))
    at = words(message.get("created_on")) or words(message.get("created_at"))
    summary = mapping(incident.get("trigger_summary_data"))
    title = words(incident.get("title")) or words(summary.get("subject")) or words(summary.get("description"))
    title = title or words(incident.get("incident_key"))
    number = incident.get("incident_number")
    about = f"[#{number}] {title}" if number is not None else title
    person = _person(sort, incident)
    service = mapping(incident.get("service"))
    assigned = mapping(incident.get("assigned_to_user"))
    act = {"assign": "assigned", "delegate": "delegated"}.get(sort, f"{sort.rstrip('e')}ed")
    act = act.capitalize() + (f" to {words(assigned.get('name'))}" if sort in ("assign", "delegate") and assigned else "")
    gathering.tell(place, Told(
        at, f"{act} ({about})" if about else act, _MESSAGES.get(sort, "note"), words(message.get("id")),
        person or words(service.get("name")) or words(service.get("summary")), not person,
        (words(assigned.get("name")),), (incident.get("html_url"),),
        noise="assigned by policy" if sort == "assign" and at in acts else "",
    ))  # fmt: skip


def _person(sort: str, incident: dict[str, Json]) -> str:
    """Return who did it, where version 1 names somebody."""
    if sort in ("trigger", "assign", "escalate"):
        return ""
    by = mapping(incident.get("resolved_by_user")) if sort == "resolve" else {}
    by = by or mapping(incident.get("last_status_change_by"))
    return words(by.get("name")) or words(by.get("summary"))
