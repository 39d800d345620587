from datetime import UTC, datetime

import pytest
from telling import acts, found, reads, reads_text, shown

from noblame.importers.base import Hints, Refused


def stamp(name: str, value: str | None) -> dict:
    return {"incident_timestamp": {"id": name, "name": name, "rank": 1}, "value": {"value": value} if value else None}


INCIDENT = {
    "id": "01F", "reference": "INC-61", "name": "db outage", "permalink": "https://app.incident.example/61", "severity": {"name": "Major"},
    "created_at": "2024-03-05T07:00:00Z", "updated_at": "2024-03-05T10:00:00Z", "incident_status": {"name": "Closed"},
    "creator": {"user": {"name": "Mira Sol"}},
    "incident_timestamp_values": [
        stamp("Reported at", "2024-03-05T08:00:00Z"), stamp("Impact started at", "2024-03-05T07:50:00Z"),
        stamp("Fixed at", "2024-03-05T09:00:00Z"), stamp("Resolved at", None),
    ],
}  # fmt: skip


def test_each_timestamp_of_incident_io_that_is_set():
    for value in ({"incidents": [INCIDENT]}, {"incident": INCIDENT}, INCIDENT):
        reading = reads(value)
        assert (reading.source, reading.records) == ("incidentio", 3)
        assert acts(reading) == [
            ("07:50:00", "note", ""), ("08:00:00", "incident_opened", "Mira Sol"), ("09:00:00", "mitigated", ""),
        ]  # fmt: skip
        assert (reading.rows[0].kind, reading.rows[1].text) == ("impact", "Reported at: INC-61 db outage (Major)")
    assert acts(reads({"incidents": [{**INCIDENT, "incident_timestamp_values": []}]})) == [
        ("07:00:00", "incident_opened", "Mira Sol")
    ]


def test_webhooks_of_incident_io():
    created, changed = "public_incident.incident_created_v2", "public_incident.incident_status_updated_v2"
    assert len(reads({"event_type": created, created: INCIDENT}).rows) == 3
    body = {"incident": INCIDENT, "previous_status": {"name": "Fixing"}, "new_status": {"name": "Closed"}}
    (row,) = reads({"event_type": changed, changed: body}).rows
    assert (row.text, row.source_kind) == ("Status Fixing \u2192 Closed: INC-61 db outage", "status_update")


def test_milestones_of_firehydrant():
    def step(sort: str, at: str | None) -> dict:
        return {"id": sort, "type": sort, "occurred_at": at, "duration": "PT0S"}

    incident = {
        "id": "f1", "name": "slow", "number": 3, "current_milestone": "resolved", "created_by": {"name": "Mira Sol"},
        "started_at": "2024-03-05T08:00:00Z", "incident_url": "https://app.firehydrant.example/f1",
        "milestones": [
            step("resolved", "2024-03-05T09:00:00Z"), step("started", "2024-03-05T08:00:00Z"), step("detected", "0001-01-01T00:00:00Z"),
            step("mitigated", "2024-03-05T09:00:00Z"), step("postmortem_started", "2024-03-06T09:00:00Z"),
        ],
    }  # fmt: skip
    reading = reads([incident])
    assert (reading.source, reading.records) == ("firehydrant", 5)
    assert acts(reading) == [
        ("08:00:00", "incident_opened", "Mira Sol"), ("09:00:00", "resolved", ""), ("09:00:00", "mitigated", ""), ("", "alert_fired", ""),
    ]  # fmt: skip
    assert (reading.noise, reading.unplaced) == ((("bookkeeping", 1),), 1)
    assert acts(reads({**incident, "milestones": []})) == [("08:00:00", "incident_opened", "Mira Sol")]


def test_events_of_firehydrant():
    event = {
        "id": "e1", "incident_id": "f1", "occurred_at": "2024-03-05T08:00:00Z", "type": "generic_chat_message", "visibility": "open",
        "author": {"name": "Otto", "source": "slack"}, "data": {"body": "looking"},
    }  # fmt: skip
    reading = reads({"data": [event]})
    assert (acts(reading), reading.rows[0].text) == ([("08:00:00", "message", "Otto")], "looking")


def rootly(**attributes: object) -> dict:
    unset = dict.fromkeys(("in_triage_at", "detected_at", "acknowledged_at", "mitigated_at", "resolved_at", "closed_at"))
    by = {"data": {"type": "users", "attributes": {"full_name": "Mira Sol"}}}
    held = {**unset, "title": "slow", "created_at": "2024-03-05T07:00:00Z", "started_by": by, "resolved_by": None, **attributes}
    return {"id": "r1", "type": "incidents", "attributes": held}


def test_moments_of_rootly_that_are_set():
    value = rootly(
        started_at="2024-03-05T00:00:00.042-08:00", resolved_at="2024-03-05T09:00:00Z", resolution_message="rolled back"
    )
    event = {"id": "e1", "type": "incident_events", "attributes": {"event": "paged", "occurred_at": "2024-03-05T08:30:00Z"}}
    reading = reads({"data": value})
    assert (reading.source, reading.records) == ("rootly", 1)
    assert acts(reading) == [("08:00:00", "incident_opened", "Mira Sol"), ("09:00:00", "resolved", "")]
    assert [row.text for row in reading.rows] == ["started: slow", "resolved: slow: rolled back"]
    both = reads({"data": [value], "included": [event, {"id": "s", "type": "severities"}]})
    assert (both.records, [row.text for row in both.rows][1]) == (2, "paged")
    assert acts(reads({"data": [event]})) == [("08:30:00", "note", "")]


def test_events_of_aws_have_sorts_and_one_may_lie_far_off():
    def event(own: str, sort: str, at: object) -> dict:
        return {
            "eventId": own,
            "eventType": sort,
            "eventTime": at,
            "incidentRecordArn": "arn:aws:ssm-incidents::1:incident-record/Plan/1",
        }

    reading = reads({"eventSummaries": [
        event("1", "SSM Incident Trigger", "2024-03-05T08:00:00+00:00"), event("2", "Custom Event", 1709629200.5),
        event("3", "Custom Event", "2023-08-05T08:00:00+00:00"),
    ]})  # fmt: skip
    assert (reading.source, reading.records) == ("aws_incident_manager", 3)
    assert [kind for _, kind, _ in acts(reading)] == ["note", "alert_fired", "note"]
    assert reading.rows[1].text == "SSM Incident Trigger (Plan)"
    assert reading.warnings == ("file.json, event 3: 2023-08-05 lies more than a month from the other events; check its date",)
    alone = {**event("9", "Custom Event", "2024-03-05T08:00:00Z"), "eventData": '"Incident \\"one\\""'}
    assert reads({"event": alone}).rows[0].text == 'Custom Event: Incident "one"'
    assert reads({"event": {**alone, "eventData": "{cut"}}).rows[0].text == "Custom Event: {cut"


def test_records_of_aws():
    record = {"arn": "a", "title": "slow", "creationTime": "2024-03-05T08:00:00+00:00", "resolvedTime": None, "status": "OPEN"}
    assert acts(reads({"incidentRecordSummaries": [record]})) == [("08:00:00", "incident_opened", "")]
    assert [kind for _, kind, _ in acts(reads({"incidentRecord": {**record, "resolvedTime": 1709629200}}))] == [
        "incident_opened",
        "resolved",
    ]


TABLE = "\n".join(
    "\t".join(cells)
    for cells in (
        ("id", "started_at", "ended_at", "source", "description", "details", "incident_id"),
        ("2", "2024-03-05 08:00:02.5", "2024-03-05 08:00:02.5", "Dispatch Core App", "Storage added to incident", "null", "1"),
        ("1", "2024-03-05 08:00:00", "2024-03-05 08:00:00", "Dispatch Core App", "Incident created", "null", "1"),
        ("3", "2024-03-05 08:01:00", "x", "Dispatch Core App", "a@example.org added to incident with Reporter role", "null", "1"),
        ("4", "2024-03-05 08:02:00", "x", "Dispatch Core App", "b@example.org added to incident with Scribe role", "null", "1"),
        ("5", "2024-03-05 08:03:00", "x", "Slack Plugin", '"It is back," said b@example.org', "null", "1"),
        ("6", "2024-03-05 08:04:00", "x", "Incident Participant", "b@example.org created a new tactical report", "{}", "1"),
        ("7", "later", "x", "Incident Participant", "b@example.org marked the incident as stable", "null", "1"),
        ("8", "cut"),
    )
)


def test_the_table_of_dispatch_is_utc_and_unquoted():
    reading = reads_text(TABLE)
    assert (reading.source, reading.records, reading.zone) == ("dispatch", 8, "UTC")
    assert [(clock, kind) for clock, kind, _ in acts(reading)] == [
        ("08:00:00", "incident_opened"), ("08:02:00", "responder_joined"), ("08:03:00", "note"), ("08:04:00", "status_update"),
        ("", "mitigated"),
    ]  # fmt: skip
    assert shown(reading)[1].who == ("Dispatch Core App", "b-example-org")
    assert dict(reading.noise) == {"housekeeping": 1, "whoever reported it is in by that": 1}
    assert reading.skipped == (("row of another width", 1),)
    assert reads_text(TABLE, Hints(zone="+01:00")).rows[0].at == datetime(2024, 3, 5, 7, tzinfo=UTC)
    with pytest.raises(Refused, match="not a time zone"):
        reads_text(TABLE, Hints(zone="Mars"))
    with pytest.raises(Refused, match="no table of Dispatch"):
        reads_text("a\tb", format_name="dispatch")


def test_events_of_dispatch_as_json():
    event = {
        "uuid": "d1",
        "started_at": "2024-03-05T08:00:00Z",
        "source": "Dispatch Core App",
        "description": "Incident created",
        "owner": "Mira",
    }
    reading = reads({"events": [event]})
    assert acts(reading) == [("08:00:00", "incident_opened", "Mira")]
    assert found([event]) == "dispatch_json"


@pytest.mark.parametrize("odd", [None, 7, True, [], {}, "x", [None], {"x": {}}, 10**40])
@pytest.mark.parametrize("key", [key for key in INCIDENT if key != "incident_timestamp_values"])
def test_fields_of_a_wrong_type_stop_nothing(key: str, odd: object):
    assert len(reads({"incidents": [{**INCIDENT, key: odd}]}).rows) == 3


def test_acts_of_two_people_and_of_two_moments_are_their_own():
    ack = {"name": "acked", "at": "2024-03-05T08:00:00Z", "by": "ann", "message": "a"}
    splunk = {"incidentNumber": "5", "entityId": "db", "transitions": [ack, {**ack, "by": "bo"}, {**ack, "message": "b"}, ack]}
    assert [(row.author, row.count) for row in reads({"incidents": [splunk]}).rows] == [("ann", 2), ("bo", 1), ("ann", 1)]
    note = {"action": "note_added", "time": "2024-03-05T08:00:00Z", "reason": "a note"}
    logs = [{**note, "additionalInfo": {"note": text}} for text in ("one", "two")]
    assert len(reads({"incidents": [{"id": "s", "title": "db", "logs": logs}]}).rows) == 2
    steps = [{"type": "mitigated", "occurred_at": f"2024-03-05T08:{minute}:00Z"} for minute in ("10", "50")]
    assert len(reads({"id": "f", "number": 3, "name": "db", "current_milestone": "x", "milestones": steps}).rows) == 2
    event = {"type": "incident_events", "attributes": {"event": "on it", "occurred_at": "2024-03-05T08:00:00Z"}}
    both = [{**event, "attributes": {**event["attributes"], "user_display_name": name}} for name in ("Ann", "Bo")]
    assert [row.author for row in reads({"data": both}).rows] == ["Ann", "Bo"]


def test_records_of_platforms_without_a_moment_are_counted():
    incident = {"type": "incidents", "id": "1", "attributes": {"title": "db", "started_at": "2024-03-05T08:00:00Z"}}
    reading = reads(
        {"data": [incident, {**incident, "attributes": {"title": "x"}}, {"type": "users", "id": "2", "attributes": {}}]}
    )
    assert (len(reading.rows), reading.skipped) == (1, (("record without a moment of an incident", 2),))
    aws = reads(
        {
            "incidentRecordSummaries": [
                {"arn": "a", "title": "db"},
                {"arn": "b", "title": "x", "creationTime": "2024-03-05T08:00:00Z"},
            ]
        }
    )
    assert [(row.at is None, row.text) for row in aws.rows] == [(False, "opened: x"), (True, "opened: db")]


def test_webhooks_of_incident_io_tell_what_was_written():
    event = "public_incident.follow_up_created_v1"
    body = {
        "id": "f",
        "title": "fix it",
        "incident": {"id": "1", "reference": "INC-1", "name": "db"},
        "created_at": "2024-03-05T08:00:00Z",
    }
    assert reads({"event_type": event, event: body}).rows[0].text == "follow up created v1: INC-1 db: fix it"
