"""PagerDuty: log entries, incidents with or without them, webhooks of versions 1 to 3.

Log entries and webhooks tell the same acts; the entry that triggered an incident has one key in both
listings of the API. Assignments by policy in the second of another act are its echo, as are several
escalations of one second.
"""

from noblame.importers.base import Hints
from noblame.importers.gathering import Gathering, Told
from noblame.importers.json_format import CERTAIN, LIKELY, first, json_importer
from noblame.importers.json_reading import Json, items, mapping, objects, words
from noblame.importers.paging.pagerduty_webhooks import is_webhook, webhook

_ENTRIES = {
    "trigger": "alert_fired", "acknowledge": "acknowledged", "unacknowledge": "unacknowledged", "escalate": "escalated",
    "repeat_escalation_path": "escalated", "exhaust_escalation_path": "escalated", "assign": "reassigned",
    "delegate": "reassigned", "reach_trigger_limit": "note", "reach_ack_limit": "note", "annotate": "note",
    "snooze": "action", "status_update": "status_update", "priority_change": "severity_changed",
    "urgency_change": "severity_changed", "severity_change": "severity_changed", "responder_request": "page_sent",
    "responder_accept": "responder_joined", "responder_add": "responder_joined", "reopen": "reopened",
    "resolve": "resolved", "merge": "note", "link": "note", "unlink": "note", "run_response_play": "action",
    "run_workflow": "action",
}  # fmt: skip
"""Source kind of a log entry by its type without ``_log_entry``; what is not here is a note."""


def _certainty(value: Json) -> float:
    if is_webhook(value):
        return CERTAIN
    head = first(value)
    if words(head.get("type")).endswith("_log_entry"):
        return CERTAIN
    incident = mapping(head.get("incident"))
    if any(words(first(holder.get("log_entries")).get("type")).endswith("_log_entry") for holder in (head, incident)):
        return CERTAIN
    if "log_entries" in head and not items(head["log_entries"]):
        return LIKELY
    for each in (head, incident, first(head.get("incidents"))):
        if {"incident_number", "created_at", "status"} <= each.keys():
            return CERTAIN
    return 0.0


def _take(value: Json, place: str, _hints: Hints, gathering: Gathering) -> None:
    if is_webhook(value):
        webhook(value, place, gathering, entries=_entries)
        return
    head = mapping(value)
    if "log_entries" in head and "incident_number" not in head:
        _entries(head["log_entries"], {}, place, gathering)
    elif words(first(value).get("type")).endswith("_log_entry"):
        _entries(value, {}, place, gathering)
    else:
        inside = head.get("incidents", head.get("incident", value))
        for where, incident in gathering.around(inside, place, "incident"):
            if objects(incident.get("log_entries")):
                _entries(incident["log_entries"], incident, where, gathering)
            else:
                _states(incident, where, gathering)


def _entries(value: Json, incident: dict[str, Json], place: str, gathering: Gathering) -> None:
    """Tell log entries; `incident` is the one around them, if any."""
    entries = list(gathering.each(value, place, "log entry"))
    acts = {
        words(entry.get("created_at"))[:19]
        for _, entry in entries
        if words(entry.get("type")) not in ("assign_log_entry", "notify_log_entry")
    }
    escalations: dict[str, str] = {}
    for where, entry in entries:
        sort = words(entry.get("type")).removesuffix("_log_entry").removesuffix("_reference")
        second = words(entry.get("created_at"))[:19]
        noise = ""
        if sort == "notify":
            noise = "delivery of a notification"
        elif sort == "assign" and mapping(entry.get("channel")).get("type") == "auto" and second in acts:
            noise = "assigned by policy"
        agent, of = mapping(entry.get("agent")), mapping(entry.get("incident")) or incident
        same = f"{sort} {second} {agent.get('id')} {of.get('id')}"
        if sort == "escalate" and same in escalations:
            gathering.again(escalations[same])
            continue
        escalations[same] = gathering.tell(where, Told(
            entry.get("created_at"), _words(entry, of), "log" if sort == "notify" else _ENTRIES.get(sort, "note"),
            words(entry.get("id")), words(agent.get("summary")) or words(agent.get("name")),
            not words(agent.get("type")).startswith("user"),
            tuple(words(who.get("summary")) for who in objects(entry.get("assignees"))),
            (entry.get("html_url"), of.get("html_url")), noise=noise,
        ))  # fmt: skip


def _words(entry: dict[str, Json], incident: dict[str, Json]) -> str:
    """Return an entry in words: what was done, what was said, to which incident."""
    channel, details = mapping(entry.get("channel")), mapping(entry.get("event_details"))
    noted = channel if words(channel.get("type")) == "note" else {}
    said = next(
        (text for holder, key in (
            (entry, "note"), (noted, "summary"), (channel, "body"), (channel, "note"), (channel, "message"), (entry, "message"),
        ) if (text := words(holder.get(key)).strip())), "",
    )  # fmt: skip
    about = words(incident.get("summary")) or words(incident.get("title"))
    about = about or words(details.get("description")) or words(channel.get("summary"))
    summary = words(entry.get("summary")) or words(entry.get("type")).removesuffix("_log_entry").replace("_", " ")
    if said and said not in summary:
        summary = f"{summary.rstrip('.')}: {said}"
    return summary if not about or about in summary else f"{summary.rstrip('.')} ({about})"


def _states(incident: dict[str, Json], place: str, gathering: Gathering) -> None:
    """Tell what an incident without log entries says of itself: triggered, acknowledged, resolved."""
    gathering.records += 1
    about = words(incident.get("summary")) or f"[#{incident.get('incident_number')}] {words(incident.get('title'))}"
    own, url = words(incident.get("id")), (incident.get("html_url"),)
    trigger = words(mapping(incident.get("first_trigger_log_entry")).get("id"))
    service = words(mapping(incident.get("service")).get("summary"))
    gathering.tell(
        place, Told(incident.get("created_at"), f"Triggered ({about})", "alert_fired", trigger or f"{own} triggered",
                    service, True, links=url),
    )  # fmt: skip
    for known in objects(incident.get("acknowledgements")):
        by = words(mapping(known.get("acknowledger")).get("summary"))
        told = Told(
            known.get("at"), f"Acknowledged by {by} ({about})", "acknowledged", f"{own} acknowledged {known.get('at')}", by
        )
        gathering.tell(place, told)
    if incident.get("status") == "resolved":
        last = mapping(incident.get("last_status_change_by"))
        gathering.tell(place, Told(
            incident.get("resolved_at") or incident.get("last_status_change_at"), f"Resolved ({about})", "resolved",
            f"{own} resolved", words(last.get("summary")), not words(last.get("type")).startswith("user"), links=url,
        ))  # fmt: skip


IMPORTER = json_importer(
    "pagerduty", "PagerDuty (log entries, incidents, webhooks)",
    "log_entries, incidents with incident_number, or webhook events", _certainty, _take,
)  # fmt: skip
