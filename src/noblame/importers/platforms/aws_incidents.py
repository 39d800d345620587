"""AWS Systems Manager Incident Manager: timeline events, one event, incident records.

The list of events says no words, only sorts; the words stand in each event alone, as JSON in a string.
An event may lie far from the others, because people write times by hand: it is kept and said.
"""

from datetime import datetime, timedelta

from noblame.importers.base import Hints
from noblame.importers.gathering import Gathering, Told, moment, unset
from noblame.importers.json_format import CERTAIN, first, json_importer
from noblame.importers.json_reading import Json, NotJson, items, mapping, parse, words

_TYPES = {
    "Custom Event": "note", "Note": "note", "SSM Incident Trigger": "alert_fired", "SSM Incident Record Update": "note",
    "SSM Incident Created": "incident_opened", "SSM Incident Resolved": "resolved", "SSM Contacts Page": "page_sent",
    "SSM Contacts Page Acknowledgement": "acknowledged", "SSM Automation Event": "action", "Action": "action",
}  # fmt: skip
"""Source kind of an event's type; what is not here is a note."""
_FAR = timedelta(days=30)


def _certainty(value: Json) -> float:
    body = mapping(value)
    head = first(body.get("eventSummaries"))
    if "eventSummaries" in body and (not head or "eventTime" in head):
        return CERTAIN
    if {"eventTime", "eventType", "incidentRecordArn"} <= (mapping(body.get("event")) or first(value)).keys():
        return CERTAIN
    return CERTAIN if "incidentRecordSummaries" in body or "incidentRecord" in body else 0.0


def _take(value: Json, place: str, _hints: Hints, gathering: Gathering) -> None:
    body = mapping(value)
    if "incidentRecordSummaries" in body or "incidentRecord" in body:
        for where, record in gathering.each(body.get("incidentRecordSummaries", body.get("incidentRecord")), place, "record"):
            _record(record, where, gathering)
        return
    events = list(gathering.each(body.get("eventSummaries", body.get("event", value)), place, "event"))
    times = sorted(at for _, event in events if (at := moment(event.get("eventTime"))))
    middle = times[len(times) // 2] if times else None
    for where, event in events:
        _event(event, middle, where, gathering)


def _event(event: dict[str, Json], middle: datetime | None, place: str, gathering: Gathering) -> None:
    """Tell one event of a timeline."""
    sort, at = words(event.get("eventType")), event.get("eventTime")
    data = words(event.get("eventData"))
    try:
        inner = parse(data) if data else None
    except NotJson:
        inner = data
    said = inner if isinstance(inner, str) else next((words(text) for text in mapping(inner).values() if words(text)), "")
    found = moment(at)
    if found and middle and abs(found - middle) > _FAR:
        gathering.warnings.add(place, f"{found:%Y-%m-%d} lies more than a month from the other events; check its date")
    incident = words(event.get("incidentRecordArn")).rsplit("/", 2)[-2:]
    gathering.tell(place, Told(
        at, f"{sort}: {said}" if said else f"{sort} ({incident[0]})" if len(incident) == 2 else sort,
        _TYPES.get(sort, "note"), words(event.get("eventId")), "AWS Incident Manager", True,
        links=(mapping(each).get("resource") for each in items(event.get("eventReferences"))),
    ))  # fmt: skip


def _record(record: dict[str, Json], place: str, gathering: Gathering) -> None:
    """Tell when an incident was created and resolved."""
    title, own = words(record.get("title")), words(record.get("arn"))
    made = mapping(record.get("incidentRecordSource"))
    author = words(made.get("createdBy")).rsplit("/", 1)[-1]
    for field, sort, word in (("creationTime", "incident_opened", "opened"), ("resolvedTime", "resolved", "resolved")):
        at = record.get(field)
        if word == "opened" or not unset(at):
            gathering.tell(place, Told(at, f"{word}: {title}", sort, f"{own} {word}", author if word == "opened" else "", True))


IMPORTER = json_importer(
    "aws_incident_manager", "AWS Incident Manager", "eventSummaries with eventTime, or incidentRecord", _certainty, _take
)
