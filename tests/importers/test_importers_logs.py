import json
from datetime import UTC, date, datetime

import pytest
from telling import acts, found, reads, reads_text, shown

from noblame.importers.base import Hints, NeedsHint, Refused
from noblame.importers.merging import into
from noblame.model import Record

ABOUT = {"kind": "Pod", "namespace": "shop", "name": "web-1", "uid": "p1"}


def event(sort: str, first: str | None, **more: object) -> dict:
    return {
        "kind": "Event", "type": sort, "reason": "BackOff", "message": "restarting", "involvedObject": ABOUT, "firstTimestamp": first,
        "lastTimestamp": None, "count": None, "eventTime": None, "metadata": {"creationTimestamp": "2024-03-05T07:00:00Z"},
        "source": {"component": "kubelet"}, **more,
    }  # fmt: skip


def test_warnings_of_a_cluster_are_offered_and_the_rest_is_hidden():
    last = "2024-03-05T08:10:00Z"
    reading = reads({"kind": "List", "items": [
        event("Warning", "2024-03-05T08:00:00Z", count=4, lastTimestamp=last), event("Normal", "2024-03-05T08:00:00Z", reason="Pulled"),
        event("Warning", None, eventTime="2024-03-05T08:01:00.5Z", series={"count": 2, "lastObservedTime": last}, reason="Failed"),
        event("Warning", None, reason="Evicted"), {"kind": "Pod"},
    ]})  # fmt: skip
    assert (reading.source, reading.records) == ("kubernetes", 5)
    assert acts(reading) == [("07:00:00", "log", "kubelet"), ("08:00:00", "log", "kubelet"), ("08:01:00", "log", "kubelet")]
    row = shown(reading)[1]
    assert (row.count, row.until) == (4, datetime(2024, 3, 5, 8, 10, tzinfo=UTC))
    assert row.text == "BackOff: restarting [Pod shop/web-1] (4 times until 08:10:00)"
    assert (reading.noise, reading.skipped) == ((("event of type Normal", 1),), (("no event", 1),))


def test_events_of_the_newer_api_and_one_alone():
    new = {
        "type": "Warning", "reason": "Failed", "note": "no image", "regarding": ABOUT, "eventTime": None, "deprecatedCount": 3,
        "deprecatedFirstTimestamp": "2024-03-05T08:00:00Z", "reportingController": "kubelet",
    }  # fmt: skip
    (row,) = reads(new).rows
    assert (row.count, row.text) == (3, "Failed: no image [Pod shop/web-1] (3 times)")
    assert acts(reads({"type": "ADDED", "object": new})) == [("08:00:00", "log", "kubelet")]


KUBECTL = """LAST SEEN               TYPE      REASON    OBJECT      MESSAGE
5m                      Warning   BackOff   pod/web-1   Back-off restarting container
2m3s (x4 over 10m)      Normal    Pulled    pod/web-1   Image pulled
"""


def test_the_table_of_kubectl_shows_ages():
    reading = reads_text(KUBECTL)
    assert (reading.source, reading.records, acts(reading)) == ("kubectl_events", 2, [("", "log", "Kubernetes")])
    assert reading.rows[0].text == "BackOff: Back-off restarting container [pod/web-1], 5m ago"
    assert "kubectl get events -o json" in reading.warnings[0]
    assert len(reading.warnings) == 1
    placed = reads_text(KUBECTL, Hints(start=datetime(2024, 3, 5, 8, 10, tzinfo=UTC)))
    assert [(f"{row.at:%H:%M:%S}", row.precision, row.count) for row in placed.rows] == [
        ("08:05:00", "about", 1), ("08:07:57", "second", 4),
    ]  # fmt: skip


def entry(**more: object) -> dict:
    return {
        "__CURSOR": "c1", "__REALTIME_TIMESTAMP": "1709625600221373", "PRIORITY": "3", "SYSLOG_IDENTIFIER": "sshd", "_HOSTNAME": "web-1",
        "MESSAGE": "refused", **more,
    }  # fmt: skip


def test_the_journal_counts_microseconds():
    (row,) = reads(entry()).rows
    assert (row.at, row.author, row.preselect) == (datetime(2024, 3, 5, 8, 0, 0, 221373, UTC), "sshd on web-1", True)
    own = reads(entry(_SOURCE_REALTIME_TIMESTAMP="1709625599000000", PRIORITY="6")).rows[0]
    assert (own.at, own.preselect) == (datetime(2024, 3, 5, 7, 59, 59, tzinfo=UTC), False)


@pytest.mark.parametrize(
    ("message", "text"),
    [([104, 105, 255], "hi\ufffd"), (["a", "b"], "a b"), (None, "message without words"), ({}, "message without words"), ([], "message without words")],
)  # fmt: skip
def test_messages_of_the_journal_may_be_bytes_or_lists(message: object, text: str):
    (row,) = reads(entry(MESSAGE=message, SYSLOG_IDENTIFIER=["sshd", "x"])).rows
    assert (row.text, row.author, bool(row.noise)) == (text, "sshd on web-1", "without" in text)


BSD = """Dec 31 23:59:58 web-1 sshd[3]: Server listening
   on two lines
Dec 31 23:59:57 web-1 sshd[3]: out of order
Jan  1 00:00:01 web-1 last message repeated 3 times
"""


def test_bsd_lines_need_year_and_zone_and_the_year_turns_once():
    with pytest.raises(NeedsHint) as asked:
        reads_text(BSD)
    assert asked.value.missing == "year"
    with pytest.raises(NeedsHint) as asked:
        reads_text(BSD, Hints(year=2023))
    assert asked.value.missing == "zone"
    reading = reads_text(BSD, Hints(year=2023, zone="Europe/Prague"))
    assert (reading.source, reading.records, reading.zone) == ("syslog", 3, "Europe/Prague")
    assert [f"{row.at.astimezone(UTC):%Y-%m-%d %H:%M:%S}" for row in reading.rows] == [
        "2023-12-31 22:59:57", "2023-12-31 22:59:58", "2023-12-31 23:00:01",
    ]  # fmt: skip
    assert (reading.rows[1].text, reading.rows[2].count) == ("Server listening on two lines", 3)
    assert "taken for 2024" in reading.warnings[0]


def test_stamps_with_offsets_need_no_hint():
    lines = "2024-03-05T09:00:00.5+01:00 web-1 sshd[3]: refused\n2024-03-05T09:00:01+01:00 web-1 systemd: done\n"
    reading = reads_text(lines)
    assert acts(reading) == [("08:00:00", "log", "sshd on web-1"), ("08:00:01", "log", "systemd on web-1")]
    assert reading.zone == ""


def test_lines_of_rfc_5424_and_their_priority():
    lines = (
        '<11>1 2024-03-05T08:00:00.003Z web-1 app 12 ID47 [ex@1 a="b]\\" c"][y z="1"] \ufeffdied\n'
        '<14>1 2024-03-05T08:00:01Z - app - - [timeQuality tzKnown="1"][origin x="[y]"] fine\n'
        "<3444>1 2024-03-05T08:00:02Z web-1 app - - - odd\n<11>1 - web-1 app - - - when\n"
    )
    reading = reads_text(lines)
    assert [(row.text, row.author, row.preselect) for row in reading.rows] == [
        ('died [ex@1 a="b]\\" c"][y z="1"]', "app on web-1", True), ("fine", "app", False), ("odd", "app on web-1", False), ("when", "app on web-1", False),
    ]  # fmt: skip
    assert any("line 3: <3444> is no priority" in said for said in reading.warnings)
    assert reading.unplaced == 1


def test_lines_before_the_first_stamp_are_counted_and_other_logs_are_none():
    reading = reads_text("dear all\n2024-03-05T08:00:00Z web-1 sshd: a\n", format_name="syslog")
    assert (reading.records, reading.skipped) == (2, (("line before the first stamp", 1),))
    marked = reads_text(
        "-- Logs begin --\n2024-03-05T08:00:00Z web-1 sshd: a\n-- Boot 3f2a --\n2024-03-05T08:01:00Z web-1 sshd: b\n"
    )
    assert (marked.source, marked.records, marked.skipped) == ("syslog", 4, (("mark of the journal", 2),))
    assert [row.text for row in marked.rows] == ["a", "b"]
    with pytest.raises(Refused, match="no line begins with a syslog stamp"):
        reads_text("dear all\n", format_name="syslog")
    assert reads_text("2024-03-05T08:00:00Z <otto> sshd: is it down\n").source != "syslog"


def test_equal_lines_are_lines_of_their_own():
    line = "2024-03-05T08:00:00Z web-1 sshd: refused\n"
    assert len({row.native_id for row in reads_text(line * 3).rows}) == 3


def call(name: str, read_only: object = False, **more: object) -> dict:
    return {
        "eventVersion": "1.08", "eventTime": "2024-03-05T08:00:00Z", "eventSource": "iam.amazonaws.com", "eventName": name, "readOnly": read_only,
        "eventID": f"{name}{more}", "requestParameters": {"roleName": "admin", "policyDocument": "x" * 500},
        "userIdentity": {"type": "IAMUser", "userName": "mira"}, **more,
    }  # fmt: skip


def test_calls_that_only_read_are_hidden_and_failed_writes_stay():
    role = {
        "type": "AssumedRole",
        "arn": "arn:aws:sts::1:assumed-role/ops/mira",
        "sessionContext": {"sessionIssuer": {"userName": "ops"}},
    }
    reading = reads({"Records": [
        call("DeleteRole", errorCode="AccessDenied"), call("GetRole", True), call("ListRoles", None), call("PutRole", None, userIdentity=role),
    ]})  # fmt: skip
    assert (reading.source, reading.records) == ("cloudtrail", 4)
    assert [(row.text, row.author) for row in shown(reading)] == [
        ("iam DeleteRole admin (failed: AccessDenied)", "mira"), ("iam PutRole admin", "mira (ops)"),
    ]  # fmt: skip
    assert reading.noise == (("call that only reads", 2),)


def test_looked_up_events_hold_json_in_a_string():
    looked = {
        "EventId": "e1", "EventName": "ConsoleLogin", "ReadOnly": "false", "EventTime": "2024-03-05T00:00:05-08:00", "Username": "mira",
        "EventSource": "signin.amazonaws.com", "CloudTrailEvent": json.dumps(call("ConsoleLogin", eventSource="signin.amazonaws.com")),
    }  # fmt: skip
    assert acts(reads({"Events": [looked]})) == [("08:00:00", "change", "mira")]
    cut = reads({"Events": [{**looked, "CloudTrailEvent": "{cut"}]})
    assert (acts(cut), "not JSON" in cut.warnings[0]) == ([("08:00:05", "change", "mira")], True)
    assert reads({"Events": [{**looked, "ReadOnly": "true", "CloudTrailEvent": "{}"}]}).noise == (("call that only reads", 1),)


def test_other_records_are_no_calls():
    with pytest.raises(Refused, match="none of the known formats"):
        reads({"Records": [{"eventSource": "aws:s3", "eventName": "ObjectCreated:Put"}]})
    assert found({"Records": [call("PutRole")]}) == "cloudtrail"


def test_lines_of_another_form_among_those_of_syslog_are_records():
    text = (
        "Mar 11 22:55:30 web1 nginx: timed out\n2024-03-11 22:55:31,123 ERROR boom\n  at Foo.java\n"
        "Mar 11 22:55:33 web1 nginx: fine\n"
    )
    rows = reads_text(text, Hints(zone="UTC", year=2024)).rows
    assert [(f"{row.at:%M:%S}" if row.at else "", row.text, row.author) for row in rows] == [
        ("55:30", "timed out", "nginx on web1"), ("55:31", "ERROR boom at Foo.java", ""), ("55:33", "fine", "nginx on web1"),
    ]  # fmt: skip


@pytest.mark.parametrize(("day", "years"), [(date(2025, 1, 1), [2024, 2025]), (date(2024, 12, 31), [2024, 2025])])
def test_the_year_of_a_log_is_the_one_nearest_to_the_day(day: date, years: list[int]):
    for text in (
        "Dec 31 23:55:30 web1 app: a\nJan  1 00:05:30 web1 app: b\n",
        "E1231 23:55:30.000000 a\nE0101 00:05:30.000000 b\n",
    ):
        rows = reads_text(text, Hints(zone="UTC", date=day)).rows
        assert [row.at.year for row in rows if row.at] == years


def test_what_somebody_says_with_a_stamp_of_syslog_is_a_chat():
    text = "Dec 31 23:50:00 <ann> dry\nDec 31 23:51:00 <bo> back\n"
    assert reads_text(text, Hints(zone="UTC", year=2024)).source == "irc"


def test_a_watch_of_kubernetes_counts_on():
    event = {"kind": "Event", "involvedObject": {"kind": "Pod", "name": "p"}, "reason": "BackOff", "type": "Warning",
             "message": "back off", "firstTimestamp": "2024-01-15T14:00:00Z"}  # fmt: skip
    counts = [{**event, "count": count, "lastTimestamp": f"2024-01-15T14:0{count}:00Z"} for count in (1, 3, 2)]
    (row,) = reads(*counts).rows
    assert (row.count, row.text) == (3, "BackOff: back off [Pod p] (3 times until 14:03:00)")
    assert row.until == datetime(2024, 1, 15, 14, 3, tzinfo=UTC)


def test_rows_of_kubectl_that_are_wider_than_their_titles_are_cut_by_the_gaps():
    text = (
        "LAST SEEN   TYPE      REASON    OBJECT      MESSAGE\n"
        "2m          Warning   BackOff   pod/a       back off\n"
        "1m          Warning   BackOff   pod/very-long-name   back off again\n"
    )
    rows = reads_text(text, Hints(start=datetime(2024, 1, 15, 14, tzinfo=UTC))).rows
    assert [row.text for row in rows] == ["BackOff: back off [pod/a]", "BackOff: back off again [pod/very-long-name]"]


def test_routers_tell_their_zone_and_put_a_colon_behind_it():
    text = (
        "May 14 10:00:00.123 UTC: %SYS-5-CONFIG_I: Configured\n*May 14 10:00:01.123: %LINK-3-UPDOWN: down\n"
        "May 14 2024 10:00:02: %ASA-6-302013: Built\n"
    )
    rows = reads_text(text, Hints(zone="Europe/Prague", year=2024)).rows
    assert [(row.text, row.at and row.at.astimezone(UTC).hour) for row in rows] == [
        ("%LINK-3-UPDOWN: down", 8), ("%ASA-6-302013: Built", 8), ("%SYS-5-CONFIG_I: Configured", 10),
    ]  # fmt: skip


def test_what_goes_on_in_a_later_export_is_no_other_line():
    text = "Mar 11 22:55:30 web1 app: boom\n"
    hints = Hints(zone="UTC", year=2024)
    record, _ = into(Record(), reads_text(text, hints))
    assert into(record, reads_text(f"{text}  at Foo.java\n", hints))[1].new == 0
    assert into(record, reads_text(text, Hints(zone="UTC", year=2023)))[1].new == 1


def test_stamps_of_syslog_may_say_their_zone():
    (row,) = reads_text("May 14 10:00:00 UTC web1 app[1]: up\n", Hints(zone="Europe/Prague", year=2024)).rows
    assert (row.at, row.author) == (datetime(2024, 5, 14, 10, tzinfo=UTC), "app on web1")


@pytest.mark.parametrize("form", ["May 14 10:00:0{0} web1 app: Traceback\n  {1}\n", "10:00:0{0} Traceback\n  {1}\n"])
def test_two_tracebacks_that_begin_alike_are_two_rows(form: str):
    hints = Hints(zone="UTC", year=2024, date=date(2024, 5, 14))
    first, second = form.format(0, "a.py"), form.format(0, "b.py")
    for one, other, new in ((first + second, second, 0), (second, first + second, 1), (first, second, 1)):
        record, _ = into(Record(), reads_text(one, hints))
        told, added = into(record, reads_text(other, hints))
        words = {event.raw or event.text for event in told.events}
        assert sum("a.py" in text for text in words) == sum("b.py" in text for text in words) == 1
        assert (len(told.events), added.new >= new) == (2, True)
