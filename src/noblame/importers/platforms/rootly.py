"""Rootly: incidents and incident events in the envelopes of JSON:API.

Each ``…_at`` of an incident that is set is one row; created and updated are bookkeeping.
"""

from noblame.importers.base import Hints
from noblame.importers.gathering import Gathering, Told, unset
from noblame.importers.json_format import CERTAIN, first, json_importer
from noblame.importers.json_reading import Json, mapping, words

_MOMENTS = (
    ("in_triage_at", "note", "in_triage_by"), ("started_at", "incident_opened", "started_by"),
    ("detected_at", "alert_fired", ""), ("acknowledged_at", "acknowledged", ""),
    ("mitigated_at", "mitigated", "mitigated_by"), ("resolved_at", "resolved", "resolved_by"),
    ("closed_at", "closed", "closed_by"), ("cancelled_at", "closed", "cancelled_by"),
)  # fmt: skip
"""Field, source kind, and the field that says who."""
_SAID = {"mitigated_at": "mitigation_message", "resolved_at": "resolution_message", "cancelled_at": "cancellation_message"}


def _certainty(value: Json) -> float:
    body = mapping(value)
    for head in (first(body.get("data")), first(value)):
        if words(head.get("type")) in ("incidents", "incident_events") and "attributes" in head:
            return CERTAIN
    event = mapping(body.get("event"))
    return CERTAIN if words(event.get("type")).startswith("incident.") and "started_at" in mapping(body.get("data")) else 0.0


def _take(value: Json, place: str, _hints: Hints, gathering: Gathering) -> None:
    body = mapping(value)
    inside = body.get("data", value)
    for where, record in gathering.each(inside, place, "incident"):
        attributes = mapping(record.get("attributes")) or record
        own = words(record.get("id"))
        if record.get("type") == "incident_events":
            _event(attributes, own, where, gathering)
        elif record.get("type") not in ("incidents", None) or all(unset(attributes.get(field)) for field, _, _ in _MOMENTS):
            gathering.skip(where, "is no incident that tells when something was", "record without a moment of an incident")
        else:
            _incident(attributes, own, where, gathering)
    for where, record in gathering.each(body.get("included") or [], place, "included record"):
        if record.get("type") == "incident_events":
            _event(mapping(record.get("attributes")), words(record.get("id")), where, gathering)
        else:
            gathering.records -= 1


def _incident(incident: dict[str, Json], own: str, place: str, gathering: Gathering) -> None:
    """Tell each moment of an incident that is set."""
    title = words(incident.get("title"))
    severity = words(_attributes(incident.get("severity")).get("name"))
    for field, kind, by in _MOMENTS:
        if unset(incident.get(field)):
            continue
        said = words(incident.get(_SAID.get(field, "")))
        text = f"{field.removesuffix('_at').replace('_', ' ')}: {title}" + (f": {said}" if said else "")
        text += f" ({severity})" if severity and field == "started_at" else ""
        author = _attributes(incident.get(by)) if by else {}
        gathering.tell(place, Told(
            incident[field], text, kind, f"{own} {field}", words(author.get("full_name")) or words(author.get("name")),
            links=(incident.get("url"), incident.get("slack_channel_url")),
        ))  # fmt: skip


def _attributes(value: Json) -> dict[str, Json]:
    """Return the attributes of a linked record, which may stand bare."""
    inner = mapping(value)
    return mapping(mapping(inner.get("data")).get("attributes")) or inner


def _event(event: dict[str, Json], own: str, place: str, gathering: Gathering) -> None:
    """Tell an event that somebody or the platform wrote into the timeline."""
    at = event.get("occurred_at") or event.get("created_at")
    author = words(event.get("user_display_name")) or words(_attributes(event.get("user")).get("name"))
    gathering.tell(place, Told(at, words(event.get("event")), "note", own, author))


IMPORTER = json_importer(
    "rootly", "Rootly (incidents, incident events)", "data of type incidents with attributes", _certainty, _take
)
