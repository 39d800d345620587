"""Status pages: Statuspage (API, history, webhook, updates alone), and GitHub's history as JSON lines.

The time is `display_at`, which people set when they tell a story afterwards; `created_at` is when they
typed it. An incident's impact is an attribute and no event.
"""

from noblame.importers.base import Hints
from noblame.importers.gathering import Gathering, Told
from noblame.importers.json_format import CERTAIN, first, json_importer
from noblame.importers.json_reading import Json, items, mapping, objects, words

TELLER = "Status page"


def _certainty(value: Json) -> float:
    body, head = mapping(value), first(value)
    for each in (head, mapping(body.get("incident")), first(body.get("incidents")), first(body.get("scheduled_maintenances"))):
        if any("new_incident_status" in update for update in objects(each.get("incident_updates"))):
            return 0.0
        if "incident_updates" in each or ("updates" in each and {"at", "status"} <= first(each["updates"]).keys()):
            return CERTAIN
    if "component_update" in body or {"incident_id", "body", "display_at"} <= head.keys():
        return CERTAIN
    return 0.0


def _take(value: Json, place: str, _hints: Hints, gathering: Gathering) -> None:
    body = mapping(value)
    if "component_update" in body:
        gathering.records += 1
        _component(body, place, gathering)
        return
    if "display_at" in first(value) and "incident_updates" not in first(value):
        for where, update in gathering.each(value, place, "update"):
            _update(update, {}, where, gathering)
        return
    inside: list[Json] = []
    for key in ("incidents", "scheduled_maintenances", "incident"):
        more = body.get(key)
        inside += more if isinstance(more, list) else [more] if isinstance(more, dict) else []
    inside = inside or (value if isinstance(value, list) else [value])
    for where, incident in gathering.around(inside if len(inside) > 1 else inside[0], place, "incident"):
        updates = incident.get("incident_updates", incident.get("updates"))
        if not items(updates):
            gathering.records += 1
            alone = {**incident, "body": words(incident.get("name")) or words(incident.get("title")), "id": ""}
            _update(alone, {}, where, gathering)
        for spot, update in gathering.each(updates if isinstance(updates, list) else [], where, "update"):
            _update(update, incident, spot, gathering)


def _update(update: dict[str, Json], incident: dict[str, Json], place: str, gathering: Gathering) -> None:
    """Tell an update, its status first."""
    title = words(incident.get("name")) or words(incident.get("title"))
    status = words(update.get("status")).replace("_", " ").capitalize()
    body = words(update.get("body")) or words(update.get("message"))
    at = update.get("display_at") or update.get("at") or update.get("created_at")
    own = words(update.get("id")) or f"{incident.get('id')} {at} {status} {body[:80]}"
    changed = [
        f"{words(part.get('name'))} {words(part.get('old_status'))} \u2192 {words(part.get('new_status'))}".replace("_", " ")
        for part in objects(update.get("affected_components"))
        if part.get("old_status") != part.get("new_status")
    ]
    text = ": ".join(filter(None, (status, body))) + (f" ({title})" if title and title not in body else "")
    text += f" [{'; '.join(changed)}]" if changed else ""
    gathering.tell(place, Told(
        at, text, "status_update", own, TELLER, True, links=(incident.get("shortlink"), incident.get("url")),
        precision="minute" if "at" in update and words(at).endswith(":00Z") else "second",
    ))  # fmt: skip


def _component(body: dict[str, Json], place: str, gathering: Gathering) -> None:
    """Tell that a component changed its status."""
    update, component = mapping(body["component_update"]), mapping(body.get("component"))
    old, new = (words(update.get(key)).replace("_", " ") for key in ("old_status", "new_status"))
    text = f"{new.capitalize()}: {words(component.get('name')) or 'a component'} (was {old})"
    gathering.tell(place, Told(update.get("created_at"), text, "status_update", words(update.get("id")), TELLER, True))


IMPORTER = json_importer(
    "statuspage", "Status page (Statuspage, GitHub status)",
    "incidents with incident_updates, or updates with at and status", _certainty, _take,
)  # fmt: skip
