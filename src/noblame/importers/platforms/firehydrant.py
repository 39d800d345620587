"""FireHydrant: incidents with their milestones, and an incident's events."""

from noblame.importers.base import Hints
from noblame.importers.gathering import Gathering, Told, unset
from noblame.importers.json_format import CERTAIN, first, json_importer
from noblame.importers.json_reading import Json, mapping, objects, words
from noblame.importers.platforms.milestones import milestone

_EVENTS = {
    "chat_message": "message", "generic_chat_message": "message", "note": "note", "role_update": "responder_joined",
    "alert_linked": "alert_fired", "incident_status": "note", "general_update": "status_update",
    "bulk_update": "status_update", "change_type": "change", "task_update": "action",
}  # fmt: skip
"""Source kind of an event's type; what is not here is a note."""


def _inside(value: Json) -> Json:
    body = mapping(value)
    return next((body[key] for key in ("incidents", "data") if isinstance(body.get(key), list)), value)


def _certainty(value: Json) -> float:
    head = first(_inside(value))
    if "milestones" in head and ("current_milestone" in head or "incident_roles" in head):
        return CERTAIN
    if "current_milestone" in head and "started_at" in head:
        return CERTAIN
    return CERTAIN if {"incident_id", "occurred_at", "type", "visibility"} <= head.keys() else 0.0


def _take(value: Json, place: str, _hints: Hints, gathering: Gathering) -> None:
    inside = _inside(value)
    if "occurred_at" in first(inside):
        for where, event in gathering.each(inside, place, "event"):
            _event(event, where, gathering)
        return
    for where, incident in gathering.around(inside, place, "incident"):
        about = f"#{incident.get('number')} {words(incident.get('name'))}"
        own, creator = words(incident.get("id")), words(mapping(incident.get("created_by")).get("name"))
        url = (incident.get("incident_url"),)
        if not objects(incident.get("milestones")):
            gathering.records += 1
            told = Told(incident.get("started_at"), f"started: {about}", "incident_opened", f"{own} started", creator, links=url)
            gathering.tell(where, told)
            continue
        for spot, step in gathering.each(incident["milestones"], where, "milestone"):
            name = words(step.get("type")) or words(step.get("slug"))
            sort, kind = milestone(name)
            later = name.startswith(("postmortem", "retrospective"))
            sort, kind = ("note", None) if later else (sort, kind)
            at = None if unset(step.get("occurred_at")) else step["occurred_at"]
            gathering.tell(spot, Told(
                at, f"{name.replace('_', ' ')}: {about}", sort, f"{own} {name} {at or ''}",
                creator if sort == "incident_opened" else "", links=url, kind=kind, noise="bookkeeping" if later else "",
            ))  # fmt: skip


def _event(event: dict[str, Json], place: str, gathering: Gathering) -> None:
    """Tell one event of an incident's timeline."""
    inner, author = mapping(event.get("data")), mapping(event.get("author"))
    said = next((text for key in ("body", "message", "text", "summary", "description") if (text := words(inner.get(key)))), "")
    sort = words(event.get("type"))
    gathering.tell(place, Told(
        event.get("occurred_at") or event.get("created_at"), said or sort.replace("_", " "), _EVENTS.get(sort, "note"),
        words(event.get("id")), words(author.get("name")), words(author.get("source")) == "system", star=False,
    ))  # fmt: skip


IMPORTER = json_importer(
    "firehydrant", "FireHydrant incidents", "incidents with milestones and current_milestone", _certainty, _take
)
