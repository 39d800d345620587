import json
from datetime import UTC, datetime, timedelta

import pytest
from telling import acts, reads

from noblame.importers.base import Hints, Reading
from noblame.importers.monitoring.alertmanager import IMPORTER
from noblame.importers.source import source_from_bytes

START = datetime(2024, 3, 5, 8, 0, tzinfo=UTC)
NEVER = "0001-01-01T00:00:00Z"


def at(minutes: int) -> str:
    return (START + timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M:%S.123456789Z")


def alert(
    name: str = "DiskFull", starts: str | None = None, ends: str = NEVER, status: object = "firing", **more: object
) -> dict[str, object]:
    return {
        "status": status, "labels": {"alertname": name, "severity": "warning", "instance": "db-1"},
        "annotations": {"summary": "disk nearly full"}, "startsAt": starts or at(0), "endsAt": ends,
        "fingerprint": f"f-{name}", **more,
    }  # fmt: skip


def body(*alerts: dict[str, object], status: str = "firing", **more: object) -> dict[str, object]:
    return {"version": "4", "groupKey": "{}", "receiver": "ops", "status": status, "alerts": list(alerts), **more}


def read(*values: object) -> Reading:
    source = source_from_bytes("alerts.json", "\n".join(json.dumps(value) for value in values).encode())
    assert IMPORTER.sniff(source) > 0.9
    return IMPORTER.read(source, Hints())


def test_a_firing_alert_is_detected_and_has_not_ended():
    (found,) = read(body(alert(generatorURL="https://prom.example.org/graph?token=x&g0=1"))).rows
    assert found.at == START + timedelta(microseconds=123_456)
    assert (found.source_kind, found.kind, found.until) == ("alert_fired", "detected", None)
    assert found.text == "DiskFull on db-1 (warning): disk nearly full"
    assert found.evidence == ("https://prom.example.org/graph?g0=1",)
    assert not found.preselect


def test_a_resolved_alert_has_two_rows():
    reading = read(body(alert(ends=at(30), status="resolved"), status="resolved"))
    assert [(found.source_kind, found.kind) for found in reading.rows] == [
        ("alert_fired", "detected"),
        ("alert_resolved", "observed"),
    ]
    assert reading.rows[1].at == START + timedelta(minutes=30, microseconds=123_456)
    assert reading.rows[1].text.startswith("resolved: DiskFull")
    assert reading.records == 1


def test_repeats_while_firing_are_counted_in_one_row():
    reading = read(
        body(alert()), body(alert()), body(alert(ends=at(9), status="resolved"), status="resolved"), body(alert(starts=at(20)))
    )
    fired = [found for found in reading.rows if found.source_kind == "alert_fired"]
    assert [found.count for found in fired] == [2, 1]
    assert len(reading.rows) == 3
    assert reading.records == 4


def test_the_end_in_the_list_of_the_api_is_a_timeout():
    state = {"state": "active", "silencedBy": [], "inhibitedBy": []}
    reading = read([alert(status=state, ends=at(9), updatedAt=at(4), receivers=[{"name": "a"}])])
    assert [found.source_kind for found in reading.rows] == ["alert_fired"]


def test_an_end_after_the_last_update_is_none():
    reading = read([alert(status="resolved", ends=at(9), updatedAt=at(4))])
    assert [found.at for found in reading.rows][1] is None


def test_an_end_before_the_start_is_none():
    reading = read(body(alert(ends=at(-5), status="resolved")))
    assert [found.at is None for found in reading.rows] == [False, True]


def test_an_end_that_a_later_body_tells_is_taken():
    reading = read(body(alert(status="resolved")), body(alert(ends=at(9), status="resolved")))
    assert [found.at is None for found in reading.rows] == [False, False]


def test_groups_list_an_alert_for_each_receiver_and_it_is_one():
    group = {"labels": {}, "receiver": {"name": "a"}, "alerts": [alert(status={"state": "active"})]}
    reading = read([group, {**group, "receiver": {"name": "b"}}])
    assert [found.count for found in reading.rows] == [1]
    assert reading.records == 2


def test_alerts_without_a_status_take_the_one_around_them():
    bare = alert()
    del bare["status"], bare["endsAt"]
    reading = read(body(bare, status="resolved"))
    assert [(found.source_kind, found.at is None) for found in reading.rows] == [("alert_fired", False), ("alert_resolved", True)]
    assert "resolved without end times" in reading.warnings[0]


def test_equal_labels_without_fingerprint_are_one_alert():
    one, two = alert(), alert()
    del one["fingerprint"], two["fingerprint"]
    assert len(read(body(one, two)).rows) == 1
    two["labels"] = {"alertname": "DiskFull", "instance": "db-2"}
    assert len(read(body(one, two)).rows) == 2


@pytest.mark.parametrize(
    ("more", "starred", "noise"),
    [
        ({"labels": {"alertname": "Down", "severity": "critical"}}, True, ""),
        ({"labels": {"alertname": "Down", "severity": "critical"}, "status": {"state": "suppressed"}}, False, ""),
        ({"labels": {"alertname": "Watchdog", "severity": "critical"}}, False, "heartbeat"),
    ],
)
def test_grave_alerts_are_starred_and_heartbeats_hidden(more: dict[str, object], starred: bool, noise: str):
    (found,) = read([alert(**more)]).rows
    assert (found.preselect, found.noise) == (starred, noise)


@pytest.mark.parametrize(
    ("labels", "notes", "around", "text"),
    [
        ({}, {"summary": "all down"}, {"groupLabels": {"job": "web"}}, "web: all down"),
        ({}, {"message": "all down"}, {}, "all down"),
        ({"alertname": "Down"}, {}, {"commonLabels": {"severity": "page"}}, "Down (page)"),
        ({}, {}, {}, "alert without a name"),
        ({"alertname": "Down", "instance": "db-1"}, {"summary": "db-1 is down"}, {}, "Down: db-1 is down"),
    ],
)
def test_an_alert_is_told_in_words(labels: dict[str, str], notes: dict[str, str], around: dict[str, object], text: str):
    (found,) = read(body(alert(labels=labels, annotations=notes), **around)).rows
    assert found.text == text


def test_a_silence_says_who_muted_what_until_when():
    silence = {
        "id": "s-1", "matchers": [{"name": "alertname", "value": "DiskFull", "isEqual": True},
                                  {"name": "env", "value": "dev", "isEqual": False}],
        "createdBy": "Mira Sol", "comment": "disk ordered", "startsAt": at(0), "endsAt": at(60),
    }  # fmt: skip
    (found,) = read([silence]).rows
    assert (found.source_kind, found.kind, found.who) == ("silenced", "action", ("mira-sol",))
    assert found.text == "silenced alertname=DiskFull, env!=dev: disk ordered"
    assert found.until == START + timedelta(minutes=60, microseconds=123_456)


def test_an_unreadable_start_waits_without_a_place():
    reading = read(body(alert(starts="yesterday")), body(alert("Other"), truncatedAlerts=3))
    assert reading.rows[-1].at is None
    assert any("'yesterday'" in said for said in reading.warnings)
    assert any("3 alerts were cut" in said and "line 2" in said for said in reading.warnings)


def test_the_envelope_of_the_first_api_is_opened():
    assert len(read({"status": "success", "data": [alert()]}).rows) == 1


@pytest.mark.parametrize("odd", [None, 7, [], {}, "x", [None]])
@pytest.mark.parametrize("key", ["labels", "annotations", "startsAt", "endsAt", "fingerprint", "status", "generatorURL"])
def test_fields_of_a_wrong_type_stop_nothing(key: str, odd: object):
    assert len(read(body({**alert(), key: odd}, alert("Other"))).rows) >= 2


def test_other_json_is_not_taken():
    for value in ([], {}, [1], {"alerts": 1}, [{"text": "x", "ts": "1"}]):
        assert IMPORTER.sniff(source_from_bytes("x", json.dumps(value).encode())) == 0.0


def test_prometheus_itself_says_since_when_an_alert_is_active():
    told = {"labels": {"alertname": "PoolHigh"}, "annotations": {}, "state": "firing", "activeAt": "2024-03-05T08:01:00.5Z"}
    waits = told | {"labels": {"alertname": "PoolSlow"}, "state": "pending"}
    reading = reads({"status": "success", "data": {"alerts": [told, waits]}})
    assert (reading.source, acts(reading)) == ("alertmanager", [("08:01:00", "alert_fired", "Alertmanager")])
    assert reading.noise == (("alert that does not fire yet", 1),)
