"""incident.io: incidents with their timestamps, incident updates, webhooks that hold either."""

from noblame.importers.base import Hints
from noblame.importers.gathering import Gathering, Told, unset
from noblame.importers.json_format import CERTAIN, first, json_importer
from noblame.importers.json_reading import Json, mapping, objects, words
from noblame.importers.platforms.milestones import milestone


def _certainty(value: Json) -> float:
    body, head = mapping(value), first(value)
    if words(body.get("event_type")).startswith(("public_incident.", "private_incident.")):
        return CERTAIN
    updates = first(body.get("incident_updates"))
    if {"new_incident_status", "incident_id"} <= updates.keys() or {"new_incident_status", "message"} <= head.keys():
        return CERTAIN
    for each in (head, mapping(body.get("incident")), first(body.get("incidents"))):
        if "incident_timestamp_values" in each or ("timestamps" in each and "reference" in each):
            return CERTAIN
        if {"incident_status", "reference", "created_at"} <= each.keys():
            return CERTAIN
    return 0.0


def _take(value: Json, place: str, _hints: Hints, gathering: Gathering) -> None:
    body = mapping(value)
    event = words(body.get("event_type"))
    if event:
        _webhook(event, mapping(body.get(event)), place, gathering)
        return
    updates = body.get("incident_updates", value if "new_incident_status" in first(value) else None)
    if updates is not None:
        for where, update in gathering.each(updates, place, "update"):
            _update(update, where, gathering)
        return
    inside = body.get("incidents", body.get("incident", value))
    for where, incident in gathering.around(inside, place, "incident"):
        _incident(incident, where, gathering)


def _update(update: dict[str, Json], place: str, gathering: Gathering) -> None:
    """Tell an update, with the status and severity it brought."""
    by = mapping(update.get("updater"))
    person, key = words(mapping(by.get("user")).get("name")), words(mapping(by.get("api_key")).get("name"))
    status = words(mapping(update.get("new_incident_status")).get("name"))
    severity = words(mapping(update.get("new_severity")).get("name"))
    changed = ", ".join(filter(None, (status and f"status {status}", severity and f"severity {severity}")))
    text = words(update.get("message")) or "Update"
    gathering.tell(place, Told(
        update.get("created_at"), f"{text} ({changed})" if changed else text, "status_update", words(update.get("id")),
        person or key, not person,
    ))  # fmt: skip


def _incident(incident: dict[str, Json], place: str, gathering: Gathering) -> None:
    """Tell each timestamp that is set; where there are none, that the incident was created."""
    about = f"{words(incident.get('reference'))} {words(incident.get('name'))}".strip()
    own, url = words(incident.get("id")), (incident.get("permalink"), incident.get("postmortem_document_url"))
    stamps = [
        (words(mapping(each.get("incident_timestamp")).get("name")), mapping(each.get("value")).get("value"))
        for each in objects(incident.get("incident_timestamp_values"))
    ] or [(words(each.get("name")), each.get("last_occurred_at")) for each in objects(incident.get("timestamps"))]
    stamps = [(name, at) for name, at in stamps if not unset(at)]
    gathering.records += max(len(stamps), 1)
    creator = words(mapping(mapping(incident.get("creator")).get("user")).get("name"))
    for name, at in stamps or [("Created", incident.get("created_at"))]:
        sort, kind = milestone(name)
        author = creator if sort == "incident_opened" else ""
        severity = words(mapping(incident.get("severity")).get("name")) if sort == "incident_opened" else ""
        text = f"{name}: {about}" + (f" ({severity})" if severity else "")
        gathering.tell(place, Told(at, text, sort, f"{own} {name}", author, links=url, kind=kind))


def _webhook(event: str, body: dict[str, Json], place: str, gathering: Gathering) -> None:
    """Tell what happened to an incident, or the incident itself."""
    if "new_incident_status" in body:
        gathering.records += 1
        _update(body, place, gathering)
        return
    incident = mapping(body.get("incident")) or body
    if event.endswith(("incident_created_v2", "incident_created")):
        _incident(incident, place, gathering)
        return
    gathering.records += 1
    old, new = (words(mapping(body.get(key)).get("name")) for key in ("previous_status", "new_status"))
    about = f"{words(incident.get('reference'))} {words(incident.get('name'))}".strip()
    said = words(body.get("description")) or words(body.get("title")) or words(body.get("message"))
    act = f"Status {old} \u2192 {new}" if new else event.split(".", 1)[-1].replace("_", " ")
    at = incident.get("updated_at") or body.get("updated_at") or body.get("created_at")
    gathering.tell(place, Told(
        at, ": ".join(filter(None, (act, about, said))), "status_update" if new else "note", f"{incident.get('id')} {event} {at}",
        links=(incident.get("permalink"),),
    ))  # fmt: skip


IMPORTER = json_importer(
    "incidentio", "incident.io (incidents, updates, webhooks)",
    "incidents with incident_timestamp_values, or incident_updates", _certainty, _take,
)  # fmt: skip
