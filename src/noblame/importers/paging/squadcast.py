"""Squadcast: incidents with their logs."""

from noblame.importers.base import Hints
from noblame.importers.gathering import Gathering, Told, unset
from noblame.importers.json_format import CERTAIN, first, json_importer
from noblame.importers.json_reading import Json, mapping, objects, words

_LOGS = {
    "triggered": "alert_fired", "acknowledged": "acknowledged", "unacknowledged": "unacknowledged",
    "reassigned": "reassigned", "escalated": "escalated", "resolved": "resolved", "reopened": "reopened",
    "suppressed": "silenced", "snoozed": "action", "note_created": "note", "note_added": "note",
    "priority_updated": "severity_changed", "responder_added": "responder_joined", "status_updated": "status_update",
}  # fmt: skip
"""Source kind of a log's action; what is not here is a note."""
_BOOKKEEPING = ("tags_modified", "tags_added", "postmortem_created", "postmortem_updated", "service_modified")


def _incidents(value: Json) -> Json:
    body = mapping(value)
    return next((body[key] for key in ("incidents", "data") if key in body), value)


def _certainty(value: Json) -> float:
    head = first(_incidents(value))
    known = "action" in first(head.get("logs")) or {"alert_source", "tta (ms)"} <= head.keys()
    return CERTAIN if known else 0.0


def _take(value: Json, place: str, _hints: Hints, gathering: Gathering) -> None:
    inside = _incidents(value)
    for where, incident in gathering.around(inside, place, "incident"):
        title = words(incident.get("title"))
        own, url = words(incident.get("id")), (incident.get("url"),)
        if objects(incident.get("logs")):
            for spot, log in gathering.each(incident["logs"], where, "log"):
                _log(log, title, own, url, spot, gathering)
            continue
        gathering.records += 1
        for key, action in (("created_at", "triggered"), ("acknowledged_at", "acknowledged"), ("resolved_at", "resolved")):
            if not unset(incident.get(key)):
                told = Told(incident[key], f"{action}: {title}", _LOGS[action], f"{own} {action}", links=url)
                gathering.tell(where, told)


def _log(log: dict[str, Json], title: str, own: str, url: tuple[Json, ...], place: str, gathering: Gathering) -> None:
    """Tell one act; who did it stands only in the sentence of some."""
    action, reason = words(log.get("action")), words(log.get("reason"))
    said = words(mapping(log.get("additionalInfo")).get("note"))
    text = f"{reason or action.replace('_', ' ')}: {said}" if said else reason or action.replace("_", " ")
    gathering.tell(place, Told(
        log.get("time"), f"{text} ({title})", _LOGS.get(action, "note"), f"{own} {action} {log.get('time')} {text[:80]}",
        links=url,
        noise="bookkeeping" if action in _BOOKKEEPING else "",
    ))  # fmt: skip


IMPORTER = json_importer("squadcast", "Squadcast incidents", "incidents with logs of action and time", _certainty, _take)
