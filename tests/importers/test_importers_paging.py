import pytest
from telling import acts, found, reads, shown

from noblame.importers.base import Hints

MIRA = {"id": "U1", "type": "user_reference", "summary": "Mira Sol"}
SERVICE = {"id": "S1", "type": "service_reference", "summary": "checkout"}
INCIDENT = {"id": "I7", "summary": "[#7] Checkout slow", "html_url": "https://acme.pagerduty.example/incidents/I7"}


def entry(sort: str, clock: str, agent: dict | None = None, **more: object) -> dict:
    return {
        "id": f"R-{sort}-{clock}", "type": f"{sort}_log_entry", "summary": f"{sort} summary.",
        "created_at": f"2024-03-05T{clock}Z", "agent": agent or MIRA, "channel": {"type": "website"}, "incident": INCIDENT, **more,
    }  # fmt: skip


def auto(sort: str, clock: str) -> dict:
    return entry(sort, clock, SERVICE, channel={"type": "auto"})


def test_log_entries_are_told_by_their_type():
    sorts = {
        "trigger": "alert_fired", "acknowledge": "acknowledged", "unacknowledge": "unacknowledged", "escalate": "escalated",
        "delegate": "reassigned", "annotate": "note", "snooze": "action", "priority_change": "severity_changed",
        "status_update": "status_update", "reopen": "reopened", "resolve": "resolved", "something_new": "note",
    }  # fmt: skip
    entries = [entry(sort, f"08:{minute:02}:00") for minute, sort in enumerate(sorts)]
    reading = reads({"log_entries": entries[::-1], "limit": 25})
    assert (reading.source, reading.records) == ("pagerduty", 12)
    assert [kind for _, kind, _ in acts(reading)] == list(sorts.values())
    assert reading.rows[0].text == "trigger summary ([#7] Checkout slow)"
    assert reading.rows[0].evidence == (INCIDENT["html_url"],)
    assert (reading.rows[0].who, reading.rows[0].native_id) == (("mira-sol",), "R-trigger-08:00:00")


def test_deliveries_and_echoes_of_the_policy_are_hidden_with_a_reason():
    reading = reads(
        [auto("assign", "08:00:01"), auto("notify", "08:00:01"), auto("trigger", "08:00:01"), auto("assign", "09:00:00")]
    )
    assert acts(reading) == [("08:00:01", "alert_fired", "checkout"), ("09:00:00", "reassigned", "checkout")]
    assert dict(reading.noise) == {"assigned by policy": 1, "delivery of a notification": 1}
    assert reading.rows[0].who == ("checkout",)


def test_escalations_of_one_second_and_agent_are_one():
    reading = reads([{**entry("escalate", "08:00:01"), "id": f"R{number}"} for number in range(3)])
    assert [(row.count, row.native_id) for row in reading.rows] == [(3, "R0")]
    assert reading.records == 3


@pytest.mark.parametrize("key", ["body", "summary"])
def test_notes_have_their_words_and_offset(key: str):
    note = {
        **entry("annotate", "08:00:00"),
        "created_at": "2024-03-05T03:00:00-05:00",
        "channel": {"type": "note", key: "try it"},
    }
    (row,) = reads({"log_entries": [note]}).rows
    assert (row.text, row.at.isoformat()) == ("annotate summary: try it ([#7] Checkout slow)", "2024-03-05T03:00:00-05:00")


def incident(status: str, **more: object) -> dict:
    return {
        "id": "I7", "incident_number": 7, "title": "Checkout slow", "created_at": "2024-03-05T08:00:00Z", "status": status,
        "service": SERVICE, "first_trigger_log_entry": {"id": "R-trigger-08:00:00"}, "last_status_change_by": MIRA,
        "last_status_change_at": "2024-03-05T09:00:00Z",
        "acknowledgements": [{"at": "2024-03-05T08:05:00Z", "acknowledger": MIRA}], **more,
    }  # fmt: skip


def test_an_incident_without_log_entries_tells_its_states():
    reading = reads({"incidents": [incident("acknowledged")]})
    assert acts(reading) == [("08:00:00", "alert_fired", "checkout"), ("08:05:00", "acknowledged", "Mira Sol")]
    assert reading.rows[0].native_id == entry("trigger", "08:00:00")["id"]
    assert acts(reads(incident("resolved")))[-1] == ("09:00:00", "resolved", "Mira Sol")
    inside = reads({"incident": {**incident("resolved"), "log_entries": [entry("trigger", "08:00:00")]}})
    assert acts(inside) == [("08:00:00", "alert_fired", "Mira Sol")]


def event(sort: str, **data: object) -> dict:
    inner = {"id": "I7", "number": 7, "title": "Checkout slow", "created_at": "2020-01-01T00:00:00Z", **data}
    return {
        "event": {"id": f"E-{sort}", "event_type": sort, "occurred_at": "2024-03-05T08:00:00.5Z", "agent": MIRA, "data": inner}
    }


@pytest.mark.parametrize(
    ("sort", "kind", "text", "data"),
    [
        ("incident.triggered", "alert_fired", "Triggered ([#7] Checkout slow)", {}),
        ("incident.reassigned", "reassigned", "Reassigned to Otto ([#7] Checkout slow)", {"assignees": [{"summary": "Otto"}]}),
        ("incident.priority_updated", "severity_changed", "Priority set to P1 ([#7] Checkout slow)", {"priority": {"summary": "P1"}}),
        ("incident.annotated", "note", "Annotated: killed it ([#7] Checkout slow)", {"content": "killed it"}),
        ("incident.responder.replied", "responder_joined", "Responder accepted: on it ([#7] Checkout slow)",
         {"state": "accepted", "message": "on it"}),
        ("incident.responder.replied", "note", "Responder declined ([#7] Checkout slow)", {"state": "declined"}),
        ("incident.unheard_of", "note", "Unheard of ([#7] Checkout slow)", {}),
    ],
)  # fmt: skip
def test_webhooks_of_version_3(sort: str, kind: str, text: str, data: dict):
    (row,) = reads(event(sort, **data)).rows
    assert (row.source_kind, row.text, row.at.isoformat()) == (kind, text, "2024-03-05T08:00:00.500000+00:00")


def test_webhooks_of_other_things_are_hidden_and_lists_of_bodies_taken_apart():
    reading = reads([event("incident.triggered"), event("service.updated")])
    assert (reading.records, reading.noise) == (2, (("settings of the service", 1),))


def test_webhooks_of_version_2_hold_log_entries():
    message = {"event": "incident.trigger", "log_entries": [entry("trigger", "08:00:00")], "incident": incident("triggered")}
    assert acts(reads({"messages": [message]})) == [("08:00:00", "alert_fired", "Mira Sol")]


def test_webhooks_of_version_1_hold_incidents():
    def message(sort: str, at: str, **more: object) -> dict:
        held = {
            "incident_number": 7, "trigger_summary_data": {"subject": "It burns"}, "service": {"name": "checkout"},
            "assigned_to_user": {"name": "Otto"}, "last_status_change_by": {"name": "Mira Sol"}, **more,
        }  # fmt: skip
        return {"id": f"{sort}{at}", "type": f"incident.{sort}", "created_on": f"2015-02-07T{at}Z", "data": {"incident": held}}

    reading = reads({"messages": [
        message("trigger", "21:00:00"), message("assign", "21:09:49"), message("acknowledge", "21:09:49"),
        message("resolve", "21:30:00", resolved_by_user=None, last_status_change_by=None),
    ]})  # fmt: skip
    assert acts(reading) == [
        ("21:00:00", "alert_fired", "checkout"), ("21:09:49", "acknowledged", "Mira Sol"), ("21:30:00", "resolved", "checkout"),
    ]  # fmt: skip
    assert reading.rows[-1].text == "Resolved ([#7] It burns)"
    assert reading.noise == (("assigned by policy", 1),)


def test_an_alert_of_opsgenie_derives_its_times_from_the_report():
    alert = {
        "id": "a1", "tinyId": "17", "message": "disk full", "createdAt": "2024-03-05T08:00:00Z", "priority": "P2", "count": 79,
        "updatedAt": "2024-04-05T08:00:00Z", "report": {"ackTime": 15702, "closeTime": 60503, "acknowledgedBy": "mira@example.org"},
    }  # fmt: skip
    for value in ([alert], {"data": [alert]}, {"data": alert}):
        reading = reads(value)
        assert acts(reading) == [
            ("08:00:00", "alert_fired", ""), ("08:00:15", "acknowledged", "mira@example.org"), ("08:01:00", "resolved", ""),
        ]  # fmt: skip
        assert (reading.records, reading.rows[0].count, reading.rows[0].text) == (1, 79, "disk full (P2)")
    huge = reads([{**alert, "count": 10**40, "report": {"ackTime": 10**30}}])
    assert (len(huge.rows), huge.rows[0].count) == (1, 1_000_000)


@pytest.mark.parametrize(
    ("text", "sort", "kind"),
    [
        ("Alert created via API[Prom]", "system", "alert_fired"), ("Alert acknowledged via web", "system", "acknowledged"),
        ("Alert unacknowledged via web", "system", "unacknowledged"), ("rolled back", "note", "note"),
        ("Alert closed via API", "system", "resolved"), ("Alert's owner is assigned to otto", "system", "reassigned"),
        ("Alert escalated to next", "system", "escalated"), ("Added responder Otto", "system", "responder_joined"),
        ("Priority updated to P1", "system", "severity_changed"), ("Sent [Mobile] notification to [x]", "alertRecipient", ""),
        ("Escalation rule [a] scheduled", "system", ""), ("Viewed on web", "system", ""),
    ],
)  # fmt: skip
def test_logs_of_opsgenie(text: str, sort: str, kind: str):
    log = {"log": text, "type": sort, "owner": "System", "createdAt": "2024-05-14T23:43:50.7Z", "offset": "1_1"}
    (row,) = reads({"data": [log]}).rows
    assert (row.source_kind if not row.noise else "") == kind
    assert row.noise in ("", "delivery or scheduling")


def webhook(action: str, **alert: object) -> dict:
    held = {"alertId": "a1", "message": "disk full", "createdAt": 1709625600000, "username": "mira@example.org", **alert}
    return {"action": action, "alert": held, "integrationId": "i1"}


def test_webhooks_of_opsgenie_count_nanoseconds_for_acts_and_hide_bookkeeping():
    late = {"updatedAt": 1709625660000000962}
    reading = reads(
        webhook("Create", **late), webhook("Acknowledge", **late), webhook("AddNote", note="look", **late), webhook("Restart", **late),
        webhook("AddTags", **late), webhook("Escalate"), webhook("Close", **late),
    )  # fmt: skip
    who = "mira@example.org"
    assert acts(reading) == [
        ("08:00:00", "alert_fired", who), ("08:01:00", "acknowledged", who), ("08:01:00", "note", who),
        ("08:01:00", "action", who), ("08:01:00", "resolved", who), ("", "escalated", who),
    ]  # fmt: skip
    assert (reading.unplaced, reading.noise) == (1, (("bookkeeping", 1),))
    assert any("line 6: says no time" in said for said in reading.warnings)


def test_an_incident_of_opsgenie_is_told_by_its_timeline():
    def step(sort: str, at: str, actor: str = "Otto", kind: str = "user") -> dict:
        return {
            "id": f"{sort}{at}", "type": sort, "eventTime": f"2024-03-05T{at}Z", "hidden": False,
            "actor": {"name": actor, "type": kind}, "title": {"content": sort},
        }  # fmt: skip

    incident = {
        "id": "i1", "tinyId": "1", "message": "schema", "createdAt": "2024-03-05T08:00:00Z", "impactStartDate": "2024-03-05T08:00:00Z",
        "timelines": [
            step("IncidentClosed", "09:10:00"), step("ResponderAlertClosed", "09:10:01", "API", "api"),
            step("IncidentResolved", "09:00:00"), step("IncidentResponderUserAdded", "08:01:00"), step("IncidentOpened", "08:00:00"),
        ],
    }  # fmt: skip
    reading = reads([incident])
    assert [kind for _, kind, _ in acts(reading)] == ["incident_opened", "responder_joined", "resolved", "closed"]
    assert (reading.records, reading.noise) == (5, (("echo of the incident", 1),))
    del incident["timelines"]
    assert acts(reads([incident])) == [("08:00:00", "incident_opened", "")]


def test_transitions_of_victorops():
    value = {"incidents": [{
        "entityId": "e1", "incidentNumber": "4", "entityDisplayName": "Disk", "currentPhase": "ACKED",
        "transitions": [
            {"name": "triggered", "at": "2024-03-05T08:00:00Z", "alertUrl": "https://api.example.org/alerts/1"},
            {"name": "acknowledged", "at": "2024-03-05T08:04:00Z", "by": "otto"}, {"name": "odd", "at": None}, 7,
        ],
    }]}  # fmt: skip
    reading = reads(value)
    assert reading.source == "victorops"
    assert acts(reading) == [
        ("08:00:00", "alert_fired", "Splunk On-Call"), ("08:04:00", "acknowledged", "otto"), ("", "note", "Splunk On-Call"),
    ]  # fmt: skip
    assert (reading.records, reading.skipped) == (4, (("transition that is no object", 1),))
    assert reading.rows[1].text == "acknowledged: #4 Disk"


def test_the_webhook_of_victorops_tells_when_only_of_some_phases():
    body = {"incident_id": "12", "incident_name": "#12", "service": "disk", "incident_timestamp": 1709625600000, "user": "otto"}
    paged = {"policies_paged": {"0": {"acked_by": "mira", "acked_at": 1709625660000}}}
    assert acts(reads({"incident": {**body, "current_phase": "UNACKED"}})) == [("08:00:00", "alert_fired", "otto")]
    assert acts(reads({"incident": {**body, **paged, "current_phase": "ACKED"}})) == [("08:01:00", "acknowledged", "mira")]
    assert acts(reads({"incident": {**body, "current_phase": "RESOLVED"}})) == [("", "resolved", "otto")]


def test_logs_of_squadcast():
    incident = {
        "id": "s1", "title": "web down", "alert_source": "Email", "created_at": "2024-03-05T08:00:00Z", "tta (ms)": 0,
        "acknowledged_at": "2024-03-05T08:01:00Z", "resolved_at": "0001-01-01T00:00:00Z", "url": "https://app.example.org/s1",
    }  # fmt: skip
    assert acts(reads([incident])) == [("08:00:00", "alert_fired", ""), ("08:01:00", "acknowledged", "")]
    logs = [
        ("triggered", "", {}),
        ("tags_modified", "Tags by Otto", {}),
        ("note_created", "Otto created a note", {"note": "look"}),
    ]
    incident["logs"] = [
        {"action": action, "time": "2024-03-05T08:00:00Z", "reason": reason, "additionalInfo": info}
        for action, reason, info in logs
    ]
    reading = reads([incident])
    assert [(row.source_kind, row.text) for row in shown(reading)] == [
        ("alert_fired", "triggered (web down)"), ("note", "Otto created a note: look (web down)"),
    ]  # fmt: skip
    assert (reading.records, reading.noise) == (3, (("bookkeeping", 1),))


def test_lines_of_other_programs_are_counted_with_their_place():
    reading = reads(event("incident.triggered"), {"hello": 1}, [1])
    assert (reading.records, reading.skipped) == (3, (("record of another format", 2),))
    assert "file.json, line 2: is not of this format but has hello" in reading.warnings


@pytest.mark.parametrize("odd", [None, 7, True, [], {}, "x", [None], {"x": {}}, 10**40, 1e300])
@pytest.mark.parametrize(
    "key", ["id", "type", "summary", "created_at", "agent", "channel", "incident", "event_details", "assignees"]
)
def test_fields_of_a_wrong_type_stop_nothing(key: str, odd: object):
    good = entry("trigger", "08:00:00")
    assert (
        reads({"log_entries": [good, {**good, "id": "R2", key: odd}, entry("resolve", "09:00:00")]}, hints=Hints()).records == 3
    )


def test_formats_are_not_mixed_up():
    assert found(event("incident.triggered")) == "pagerduty"
    assert found(webhook("Close")) == "opsgenie"


def test_who_was_called_did_nothing_yet():
    called = {"id": "01", "event_type": "incident.triggered", "occurred_at": "2024-03-05T08:00:00Z", "agent": SERVICE,
              "data": {"id": "I7", "number": 7, "title": "Checkout slow", "assignees": [MIRA]}}  # fmt: skip
    triggered, resolved = (
        reads({"event": {**called, "event_type": f"incident.{sort}"}}).rows[0] for sort in ("triggered", "resolved")
    )
    assert (triggered.text, triggered.who) == ("Triggered, assigned to Mira Sol ([#7] Checkout slow)", ("checkout",))
    assert (resolved.text, resolved.who) == ("Resolved ([#7] Checkout slow)", ("checkout",))
