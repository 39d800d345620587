import json
from datetime import UTC, datetime

import pytest
from telling import acts, found, reads

from noblame.importers.base import Hints


def unified(*alerts: dict, **more: object) -> dict:
    return {
        "receiver": "ops", "status": "firing", "alerts": list(alerts), "groupKey": "{}", "orgId": 1, "title": "[FIRING:1]",
        "state": "alerting", "message": "x", "groupLabels": {"alertname": "Memory"}, **more,
    }  # fmt: skip


ALERT = {
    "status": "resolved", "labels": {}, "annotations": {"summary": "nearly full"}, "startsAt": "2024-03-05T08:00:00.123456789Z",
    "endsAt": "2024-03-05T09:00:00Z", "fingerprint": "f1", "dashboardURL": "https://grafana.example.org/d/1?token=x",
}  # fmt: skip


def test_unified_alerts_of_grafana_are_read_by_their_own_status():
    reading = reads(unified(ALERT, truncatedAlerts=1))
    assert reading.source == "grafana"
    assert acts(reading) == [("08:00:00", "alert_fired", "Grafana"), ("09:00:00", "alert_resolved", "Grafana")]
    assert (reading.rows[0].text, reading.rows[0].evidence) == ("Memory: nearly full", ("https://grafana.example.org/d/1",))
    assert "1 alert was cut" in reading.warnings[0]


def test_legacy_alerts_tell_no_time():
    body = {
        "ruleName": "CPU",
        "state": "alerting",
        "title": "[Alerting] CPU",
        "orgId": 1,
        "ruleUrl": "https://grafana.example.org/d/1",
    }
    reading = reads(body)
    assert (reading.source, acts(reading)) == ("grafana_legacy", [("", "alert_fired", "Grafana")])
    assert reading.warnings == ("file.json: there is no timestamp in the payload; say when it came with --start TIME",)
    start = datetime(2024, 3, 5, 8, tzinfo=UTC)
    assert acts(reads(body, hints=Hints(start=start))) == [("08:00:00", "alert_fired", "Grafana")]
    assert acts(reads({**body, "state": "ok", "time": "2024-03-05T09:00:00Z"})) == [("09:00:00", "alert_resolved", "Grafana")]
    for state in ("pending", "paused"):
        assert reads({**body, "state": state}).noise == ((f"alert {state}", 1),)


def test_annotations_of_grafana():
    reading = reads([
        {"id": 1, "alertId": 4, "alertName": "CPU", "newState": "alerting", "prevState": "ok", "time": 1709625600000, "text": "high"},
        {"id": 2, "dashboardId": 3, "tags": ["deploy"], "text": "v2", "login": "mira", "time": 1709625660000, "timeEnd": 1709625720000},
    ])  # fmt: skip
    assert acts(reading) == [("08:00:00", "alert_fired", "Grafana"), ("08:01:00", "note", "mira")]
    assert reading.rows[1].text == "v2 (deploy)"
    assert reading.rows[1].until == datetime(2024, 3, 5, 8, 2, tzinfo=UTC)


def issue(state: str, **more: object) -> dict:
    return {
        "id": "n1", "issueUrl": "https://radar.example.org/issues/1", "title": "High CPU", "priority": "CRITICAL", "state": state,
        "createdAt": 1709625600000, "updatedAt": 1709625660000, "workflowName": "w", **more,
    }  # fmt: skip


def test_issues_of_new_relic_are_born_once_and_act_later():
    reading = reads(
        issue("ACTIVATED"), issue("ACKNOWLEDGED", owner="mira"), issue("CLOSED", closedAt=1709625720000), issue("ODD")
    )
    assert acts(reading) == [
        ("08:00:00", "alert_fired", "New Relic"), ("08:01:00", "acknowledged", "mira"), ("08:01:00", "note", "New Relic"),
        ("08:02:00", "resolved", "New Relic"),
    ]  # fmt: skip
    assert reading.rows[0].text == "activated: High CPU (critical)"


@pytest.mark.parametrize("stamp", ["yesterday", 1709625600000000000000, "", None, [1]])
def test_a_timestamp_of_new_relic_may_be_nonsense(stamp: object):
    body = {"condition_name": "Server Down", "current_state": "open", "details": "x", "incident_id": 12, "timestamp": stamp}
    assert acts(reads(body)) == [("", "alert_fired", "New Relic")]
    assert acts(reads({**body, "timestamp": "1709625600000"})) == [("08:00:00", "alert_fired", "New Relic")]


def history(old: str, new: str, at: str, sort: str = "StateUpdate") -> dict:
    inner = {
        "oldState": {"stateValue": old},
        "newState": {"stateValue": new, "stateReason": "Threshold [1.0 (17/02/24 11:51:00)]"},
    }
    return {
        "AlarmName": "cpu", "Timestamp": at, "HistoryItemType": sort, "HistorySummary": f"Alarm updated from {old} to {new}",
        "HistoryData": json.dumps(inner),
    }  # fmt: skip


def test_the_history_of_an_alarm():
    items = [
        history("ALARM", "OK", "2024-03-05T09:00:00.442Z"), history("OK", "ALARM", "2024-03-05T09:00:00+01:00"),
        history("OK", "INSUFFICIENT_DATA", "2024-03-05T07:00:00Z"), history("", "", "2024-03-05T06:00:00Z", "ConfigurationUpdate"),
        {**history("OK", "ALARM", "2024-03-05T10:00:00Z"), "HistoryData": "{cut"},
    ]  # fmt: skip
    reading = reads({"AlarmHistoryItems": items})
    assert [(clock, kind) for clock, kind, _ in acts(reading)] == [
        ("08:00:00", "alert_fired"), ("09:00:00", "alert_resolved"), ("10:00:00", "alert_fired"),
    ]  # fmt: skip
    assert dict(reading.noise) == {"alarm ConfigurationUpdate": 1, "alarm without enough data": 1}


def test_an_alarm_of_one_event_or_notification():
    before = {"value": "ALARM", "timestamp": "2024-03-05T07:00:00.000+0000"}
    data = {
        "alarmName": "cpu",
        "state": {"value": "OK", "reason": "r", "timestamp": "2024-03-05T08:00:00.431+0000"},
        "previousState": before,
    }
    for value in (
        {"source": "aws.cloudwatch", "alarmData": data},
        {"detail-type": "CloudWatch Alarm State Change", "detail": data},
    ):
        reading = reads(value)
        assert acts(reading) == [("08:00:00", "alert_resolved", "CloudWatch")]
        assert "in alarm since 2024-03-05T07" in reading.rows[0].text
    message = {
        "AlarmName": "cpu", "NewStateValue": "ALARM", "OldStateValue": "OK", "NewStateReason": "r",
        "StateChangeTime": "2024-03-05T08:00:00.000+0000",
    }  # fmt: skip
    text = json.dumps(message)
    for value in (
        message,
        {"Type": "Notification", "Message": text},
        {"Records": [{"EventSource": "aws:sns", "Sns": {"Message": text}}]},
    ):
        assert acts(reads(value)) == [("08:00:00", "alert_fired", "CloudWatch")]
    assert found({"Type": "Notification", "Message": text}) == "cloudwatch"
    listed = {"AlarmName": "cpu", "StateValue": "ALARM", "StateReason": "r", "StateUpdatedTimestamp": "2024-03-05T08:00:00+00:00"}
    assert acts(reads({"MetricAlarms": [listed]})) == [("08:00:00", "alert_fired", "CloudWatch")]


def test_scaling_activities_are_changes_with_an_end():
    activity = {
        "ActivityId": "a", "Description": "Launching", "AutoScalingGroupName": "web", "StatusCode": "Successful", "Cause": "user request",
        "StartTime": "2024-03-05T08:00:00Z", "EndTime": "2024-03-05T08:01:00Z",
    }  # fmt: skip
    (row,) = reads({"Activities": [activity]}).rows
    assert (row.source_kind, row.text) == ("change", "Launching (web, Successful): user request")
    assert row.until == datetime(2024, 3, 5, 8, 1, tzinfo=UTC)


def test_a_closed_issue_of_new_relic_tells_who_acknowledged_it_once():
    issue = {"id": "n1", "issueUrl": "https://x.example", "title": "Pool dry", "state": "CLOSED", "createdAt": 1705327200000,
             "acknowledgedAt": 1705327260000, "acknowledgedBy": "ann", "closedAt": 1705327500000}  # fmt: skip
    assert acts(reads(issue)) == [("14:01:00", "acknowledged", "ann"), ("14:05:00", "resolved", "New Relic")]
    assert len(reads({**issue, "state": "ACKNOWLEDGED"}, issue).rows) == 2
    assert [row.native_id for row in reads({**issue, "state": "ACKNOWLEDGED"}).rows] == [reads(issue).rows[0].native_id]


def test_a_format_without_records_says_so():
    reading = reads({"version": "4", "groupKey": "x", "status": "firing", "alerts": "none"})
    assert (reading.records, len(reading.warnings)) == (0, 1)
    assert reading.warnings[0].endswith("but there is no record in it")
