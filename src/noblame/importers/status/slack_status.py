"""Slack's status API: incidents with notes, newest first, in the offset of Slack's own office."""

from noblame.importers.base import Hints
from noblame.importers.gathering import Gathering, Told
from noblame.importers.json_format import CERTAIN, first, json_importer
from noblame.importers.json_reading import Json, items, mapping, words


def _incidents(value: Json) -> Json:
    body = mapping(value)
    return body.get("active_incidents", body.get("incidents", value))


def _certainty(value: Json) -> float:
    body, head = mapping(value), first(_incidents(value))
    if "services" in head and {"date_created", "body"} <= first(head.get("notes")).keys():
        return CERTAIN
    return CERTAIN if "active_incidents" in body and "date_created" in body else 0.0


def _take(value: Json, place: str, _hints: Hints, gathering: Gathering) -> None:
    inside = _incidents(value)
    for where, incident in gathering.around(inside, place, "incident"):
        title = words(incident.get("title"))
        if not title and "notes" not in incident:
            continue
        services = ", ".join(words(name) for name in items(incident.get("services")))
        notes = items(incident.get("notes")) or [
            {"body": words(incident.get("status")), "date_created": incident.get("date_created")}
        ]
        for spot, note in gathering.each(notes, where, "note"):
            body, at = words(note.get("body")), note.get("date_created")
            about = f"{title}; {services}" if services else title
            gathering.tell(spot, Told(
                at, f"{body} ({about})", "status_update", f"{incident.get('id')} {at} {body[:80]}", "Slack status", True,
                links=(incident.get("url"),),
            ))  # fmt: skip


IMPORTER = json_importer("slack_status", "Slack status API", "active_incidents with notes", _certainty, _take)
