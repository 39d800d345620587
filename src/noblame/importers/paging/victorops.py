"""VictorOps, now Splunk On-Call: incidents with their transitions, and outbound webhooks of incidents."""

from noblame.importers.base import Hints
from noblame.importers.gathering import Gathering, Told
from noblame.importers.json_format import CERTAIN, first, json_importer
from noblame.importers.json_reading import Json, mapping, objects, words

_TRANSITIONS = {
    "triggered": "alert_fired", "unacked": "alert_fired", "acknowledged": "acknowledged", "acked": "acknowledged",
    "resolved": "resolved", "rerouted": "reassigned", "escalated": "escalated", "snoozed": "action", "closed": "closed",
}  # fmt: skip
"""Source kind by a transition's name or a webhook's phase, in lower case; what is not here is a note."""


def _certainty(value: Json) -> float:
    head = first(_list(value))
    if "entityId" in head and ("transitions" in head or "currentPhase" in head):
        return CERTAIN
    return CERTAIN if {"incident_name", "current_phase"} <= mapping(mapping(value).get("incident")).keys() else 0.0


def _list(value: Json) -> Json:
    return mapping(value).get("incidents", value)


def _take(value: Json, place: str, _hints: Hints, gathering: Gathering) -> None:
    body = mapping(mapping(value).get("incident"))
    if "current_phase" in body:
        gathering.records += 1
        _webhook(body, place, gathering)
        return
    for where, incident in gathering.around(_list(value), place, "incident"):
        own, about = words(incident.get("entityId")), _about(incident)
        if not objects(incident.get("transitions")):
            gathering.records += 1
            gathering.tell(where, Told(incident.get("startTime"), f"triggered: {about}", "alert_fired", f"{own} start"))
            continue
        for spot, step in gathering.each(incident["transitions"], where, "transition"):
            name, by = words(step.get("name")), words(step.get("by"))
            said = words(step.get("message"))
            gathering.tell(spot, Told(
                step.get("at"), f"{name}: {about}" + (f": {said}" if said else ""),
                _TRANSITIONS.get(name.casefold(), "note"), f"{own} {name} {step.get('at')} {by} {said[:80]}",
                by or "Splunk On-Call", not by,
            ))  # fmt: skip


def _about(incident: dict[str, Json]) -> str:
    """Return an incident's number and name."""
    name = words(incident.get("entityDisplayName")) or words(incident.get("service"))
    number = str(incident.get("incidentNumber") or "")
    return f"#{number} {name}".strip() if number and f"#{number}" != name else name


def _webhook(body: dict[str, Json], place: str, gathering: Gathering) -> None:
    """Tell the phase that an incident came into; only of acknowledgements does a body say when."""
    phase = words(body.get("current_phase"))
    kind = _TRANSITIONS.get(phase.casefold(), "note")
    acked = first([policy for policy in _values(body.get("policies_paged")) if "acked_at" in policy])
    at = body.get("incident_timestamp") if kind == "alert_fired" else acked.get("acked_at") if kind == "acknowledged" else None
    about = f"{words(body.get('incident_name'))} {words(body.get('service'))}".strip()
    author = words(acked.get("acked_by")) or words(body.get("user"))
    gathering.tell(
        place, Told(at, f"{phase.casefold()}: {about}", kind, f"{body.get('incident_id')} {phase}", author, not author)
    )


def _values(value: Json) -> list[dict[str, Json]]:
    """Return the objects of a list, or of an object whose keys are numbers."""
    return objects(list(value.values()) if isinstance(value, dict) else value)


IMPORTER = json_importer(
    "victorops", "VictorOps / Splunk On-Call incidents", "incidents with entityId and transitions", _certainty, _take
)
