"""Opsgenie and Jira Service Management: alerts, their logs, incidents with timelines, webhooks.

An alert's report counts milliseconds from its creation; `updatedAt` of a listed alert is bookkeeping,
but in a webhook it is the act, in nanoseconds. A resolved incident is not a closed one.
"""

import re
from datetime import timedelta

from noblame.importers.base import Hints
from noblame.importers.gathering import Gathering, Told, moment
from noblame.importers.json_format import CERTAIN, first, json_importer
from noblame.importers.json_reading import Json, mapping, words
from noblame.importers.paging.opsgenie_webhooks import is_webhook, webhook

_LOGS = (
    (r"alert created", "alert_fired"), (r"un-?ack", "unacknowledged"), (r"\back(?:nowledged|ed)\b", "acknowledged"),
    (r"note added|added note", "note"), (r"\bclosed\b", "resolved"), (r"escalated", "escalated"),
    (r"assigned|ownership|owner (?:changed|set|updated)|took owner", "reassigned"),
    (r"(?:added|new) (?:recipient|responder|team)|(?:recipient|responder|team)\b.*\badded", "responder_joined"),
    (r"priority.*(?:updated|changed)|updated.*priority", "severity_changed"),
    (r"custom action|executed|snoozed", "action"), (r"re-?opened", "reopened"),
)  # fmt: skip
"""Source kind by what a log says, the first that fits; deliveries and scheduling fit none."""
_DELIVERY = re.compile(r"^(?:sent|sending|delivered|notif|trying|skip)|\b(?:scheduled|notification|delivered)\b", re.IGNORECASE)
_TIMELINE = {
    "IncidentOpened": "incident_opened", "IncidentCreated": "incident_opened", "IncidentResolved": "resolved",
    "IncidentClosed": "closed", "IncidentReopened": "reopened", "IncidentPriorityChanged": "severity_changed",
    "IncidentPriorityUpdated": "severity_changed", "StatusPageAdded": "status_update", "StatusPageUpdated": "status_update",
    "StakeholderUpdated": "status_update", "ResponderAlertCreated": "page_sent", "ResponderAlertAcked": "acknowledged",
    "ResponderAlertUnAcked": "unacknowledged", "ResponderAlertEscalated": "escalated", "ResponderAlertClosed": "closed",
    "AssociatedAlertAdded": "alert_fired", "ActionExecuted": "action",
}  # fmt: skip
"""Source kind of an incident's timeline by type; responders joining are told by their ending, the rest is a note."""


def _certainty(value: Json) -> float:
    if is_webhook(value):
        return CERTAIN
    body = mapping(value)
    for head in (first(value), first(body.get("data"))):
        if {"log", "createdAt"} <= head.keys() and ("offset" in head or "owner" in head):
            return CERTAIN
        if "tinyId" in head and {"message", "createdAt"} <= head.keys():
            return CERTAIN
    return 0.0


def _take(value: Json, place: str, _hints: Hints, gathering: Gathering) -> None:
    if is_webhook(value):
        webhook(value, place, gathering)
        return
    body = mapping(value)
    inside = body["data"] if "data" in body and "tinyId" not in body else value
    if "log" in first(inside):
        for where, log in gathering.each(inside, place, "log"):
            _log(log, where, gathering)
        return
    for where, holder in gathering.around(inside, place, "alert"):
        if "timelines" in holder:
            for spot, event in gathering.each(holder["timelines"], where, "timeline"):
                _event(event, holder, spot, gathering)
        else:
            gathering.records += 1
            _alert(holder, where, gathering)


def _log(log: dict[str, Json], place: str, gathering: Gathering) -> None:
    """Tell one line of an alert's log."""
    text = words(log.get("log"))
    kind = "note" if log.get("type") == "note" else ""
    if not kind and not _DELIVERY.search(text):
        kind = next((kind for pattern, kind in _LOGS if re.search(pattern, text, re.IGNORECASE)), "")
    owner = words(log.get("owner"))
    gathering.tell(place, Told(
        log.get("createdAt"), text, kind or "log", words(log.get("offset")), owner, owner.casefold() in ("system", "api", ""),
        noise="" if kind else "delivery or scheduling",
    ))  # fmt: skip


def _alert(alert: dict[str, Json], place: str, gathering: Gathering) -> None:
    """Tell when an alert was created and, from its report, acknowledged and closed."""
    own, message = words(alert.get("id")) or words(alert.get("tinyId")), words(alert.get("message"))
    incident = "impactStartDate" in alert or "impactedServices" in alert
    count = alert.get("count")
    created, report = alert.get("createdAt"), mapping(alert.get("report"))
    priority = words(alert.get("priority"))
    gathering.tell(place, Told(
        created, f"{message} ({priority})" if priority else message, "incident_opened" if incident else "alert_fired",
        f"{own} created", words(alert.get("source")) or words(mapping(alert.get("integration")).get("name")), True,
        links=(mapping(alert.get("links")).get("web"),), count=min(count, 1_000_000) if isinstance(count, int) else 1,
    ))  # fmt: skip
    start = moment(created)
    for after, by, done, kind in (
        ("ackTime", "acknowledgedBy", "acknowledged", "acknowledged"),
        ("closeTime", "closedBy", "closed", "resolved"),
    ):
        late = report.get(after)
        if start is not None and isinstance(late, int) and not isinstance(late, bool) and 0 < late < 10**11:
            at, author = start + timedelta(milliseconds=late), words(report.get(by))
            gathering.tell(place, Told(at, f"{done}: {message}", kind, f"{own} {done}", author, not author))


def _event(event: dict[str, Json], incident: dict[str, Json], place: str, gathering: Gathering) -> None:
    """Tell one act of an incident's timeline."""
    sort, actor = words(event.get("type")), mapping(event.get("actor"))
    by_api = words(actor.get("type")) == "api"
    kind = "responder_joined" if "Responder" in sort and sort.endswith("Added") else _TIMELINE.get(sort, "note")
    echo = by_api and sort.startswith("ResponderAlert")
    title = words(mapping(event.get("title")).get("content")) or sort
    body = words(mapping(event.get("description")).get("content"))
    gathering.tell(place, Told(
        event.get("eventTime"), f"{title}{': ' + body if body else ''} ({words(incident.get('message'))})", kind,
        words(event.get("id")), words(actor.get("name")), by_api or actor.get("name") == "System",
        links=(mapping(incident.get("links")).get("web"),),
        noise="echo of the incident" if echo else "hidden in the source" if event.get("hidden") is True else "",
    ))  # fmt: skip


IMPORTER = json_importer(
    "opsgenie", "Opsgenie (alerts, alert logs, incidents, webhooks)",
    "alerts with tinyId, logs with offset, or a webhook's action and alert", _certainty, _take,
)  # fmt: skip
