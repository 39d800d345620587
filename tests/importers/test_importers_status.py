from datetime import UTC, datetime

import pytest
from telling import acts, found, reads, reads_text

from noblame.importers.base import Hints, NeedsHint, Refused


def update(status: str, display: str | None, own: str = "u1", **more: object) -> dict:
    return {
        "id": own, "status": status, "body": "Queries time out.", "display_at": display, "created_at": "2024-04-01T00:00:00Z",
        "incident_id": "i1", "affected_components": None, **more,
    }  # fmt: skip


def incident(*updates: dict) -> dict:
    return {
        "id": "i1",
        "name": "Slow queries",
        "impact": "major",
        "shortlink": "https://stspg.example/1",
        "incident_updates": list(updates),
    }


def test_updates_count_from_when_they_are_shown():
    value = incident(update("resolved", "2024-03-05T09:00:00Z", "u2"), update("investigating", "2024-03-05T08:00:00Z"))
    page = {"page": {"id": "p"}, "incidents": [value]}
    for whole in (page, {"meta": {}, "page": {}, "incident": value}, [value], value):
        reading = reads(whole)
        assert (reading.source, reading.records) == ("statuspage", 2)
        assert [clock for clock, _, _ in acts(reading)] == ["08:00:00", "09:00:00"]
        assert reading.rows[0].text == "Investigating: Queries time out. (Slow queries)"
        assert reading.rows[0].evidence == ("https://stspg.example/1",)
    assert acts(reads(incident(update("resolved", None))))[0][0] == "00:00:00"


def test_updates_alone_and_changed_components():
    part = {"name": "API", "old_status": "operational", "new_status": "partial_outage"}
    same = {"name": "Web", "old_status": "operational", "new_status": "operational"}
    (row,) = reads([update("in_progress", "2024-03-05T08:00:00Z", affected_components=[part, same])]).rows
    assert row.text == "In progress: Queries time out. [API operational \u2192 partial outage]"
    body = {
        "page": {}, "component": {"name": "Database"},
        "component_update": {"id": "c1", "old_status": "operational", "new_status": "major_outage", "created_at": "2024-03-05T08:00:00Z"},
    }  # fmt: skip
    assert reads(body).rows[0].text == "Major outage: Database (was operational)"


def test_lines_of_github_have_the_precision_of_minutes():
    line = {"id": "1", "title": "Degraded", "url": "https://www.githubstatus.com/incidents/x", "updates": [
        {"at": "2024-01-03T12:42:00Z", "status": "Investigating", "message": "Looking."},
        {"at": "2024-01-03T12:42:00Z", "status": "Update", "message": "Looking."},
    ]}  # fmt: skip
    reading = reads(line, {**line, "id": "2"})
    assert (reading.records, len(reading.rows)) == (4, 4)
    assert {row.precision for row in reading.rows} == {"minute"}


def test_notes_of_slacks_own_page():
    held = {
        "id": 7, "title": "Trouble", "services": ["Messaging"], "url": "https://status.slack.example/1",
        "notes": [{"date_created": "2024-03-05T00:10:00-08:00", "body": "Fixed."}, {"date_created": "2024-03-05T00:00:00-08:00", "body": "Hm."}],
    }  # fmt: skip
    for value in ({"status": "active", "date_created": "2019-01-01T00:00:00-08:00", "active_incidents": [held]}, [held]):
        reading = reads(value)
        assert (reading.source, reading.records) == ("slack_status", 2)
        assert acts(reading) == [("08:00:00", "status_update", "Slack status"), ("08:10:00", "status_update", "Slack status")]
        assert reading.rows[0].text == "Hm. (Trouble; Messaging)"
    assert reads({"status": "ok", "date_created": "2019-01-01T00:00:00-08:00", "active_incidents": []}).records == 0


FEED = """<?xml version="1.0" encoding="UTF-8"?>
<feed xml:lang="en-US" xmlns="http://www.w3.org/2005/Atom">
  <entry>
    <id>tag:status.example.org,2005:Incident/1</id>
    <published>2024-01-01T01:00:00Z</published>
    <updated>2024-01-09T17:07:07Z</updated>
    <link rel="alternate" type="text/html" href="https://status.example.org/incidents/1"/>
    <title>Slow &amp; sad</title>
    <content type="html">&lt;p&gt;&lt;small&gt;Jan &lt;var data-var='date'&gt; 1&lt;/var&gt;, &lt;var data-var='time'&gt;00:40&lt;/var&gt; UTC&lt;/small&gt;&lt;br&gt;&lt;strong&gt;Resolved&lt;/strong&gt; - All well &amp;amp; fast.&lt;/p&gt;&lt;p&gt;&lt;small&gt;Dec &lt;var data-var='date'&gt;31&lt;/var&gt;, &lt;var data-var='time'&gt;23:50&lt;/var&gt; ZONE&lt;/small&gt;&lt;br&gt;&lt;strong&gt;Investigating&lt;/strong&gt; - Looking.&lt;/p&gt;</content>
  </entry>
</feed>
"""


def test_a_feed_says_neither_year_nor_when_it_was_changed():
    reading = reads_text(FEED.replace("ZONE", "UTC"))
    assert (reading.source, reading.records) == ("status_feed", 2)
    assert [row.at for row in reading.rows] == [
        datetime(2023, 12, 31, 23, 50, tzinfo=UTC),
        datetime(2024, 1, 1, 0, 40, tzinfo=UTC),
    ]
    assert reading.rows[1].text == "Resolved: All well & fast. (Slow & sad)"
    assert reading.rows[0].evidence == ("https://status.example.org/incidents/1",)


def test_the_zone_of_a_feed_may_be_a_question():
    assert reads_text(FEED.replace("ZONE", "PST")).rows[-1].at == datetime(2024, 1, 1, 7, 50, tzinfo=UTC)
    with pytest.raises(NeedsHint) as asked:
        reads_text(FEED.replace("ZONE", "IST"))
    assert "Asia/Kolkata" in asked.value.offers
    assert reads_text(FEED.replace("ZONE", "IST"), Hints(zone="Asia/Kolkata")).rows[0].at == datetime(
        2023, 12, 31, 18, 20, tzinfo=UTC
    )
    with pytest.raises(Refused, match=r"history\.atom"):
        reads_text("<html>", format_name="status_feed")


def test_incident_io_is_no_status_page():
    assert found({"incident_updates": [{"new_incident_status": {}, "incident_id": "1"}]}) == "incidentio"


def test_incidents_without_updates_are_told_by_their_name():
    alone = {
        "id": "i",
        "name": "Login down",
        "status": "investigating",
        "created_at": "2024-01-15T14:00:00Z",
        "incident_updates": None,
    }
    full = {**alone, "incident_updates": [{"id": "u", "status": "resolved", "body": "ok", "display_at": "2024-01-15T15:00:00Z"}]}
    assert [row.text for row in reads({"incidents": [full, alone, {**alone, "status": None}]}).rows] == [
        "Investigating: Login down", "Login down", "Resolved: ok (Login down)",
    ]  # fmt: skip
    slack = {"title": "Trouble", "services": ["Calls"], "status": "active", "date_created": "2024-01-15T14:00:00Z", "notes": []}
    note = {"date_created": "2024-01-15T13:00:00Z", "body": "we look"}
    assert [row.text for row in reads({"active_incidents": [{**slack, "notes": [note]}, slack]}).rows] == [
        "we look (Trouble; Calls)", "active (Trouble; Calls)",
    ]  # fmt: skip


def test_entries_of_a_feed_without_updates_and_without_an_end_are_told():
    entry = "<entry><id>{0}</id><title>{0}</title><published>2024-01-15T14:00:00Z</published><author><name>Ann</name></author></entry>"
    text = f'<feed xmlns="http://www.w3.org/2005/Atom">{entry.format("v1")}<entry><id>2</id><title>v2'
    reading = reads_text(text)
    assert [(row.text, row.author, row.source_kind) for row in reading.rows] == [("v1", "Ann", "note")]
    assert (reading.records, reading.skipped) == (2, (("entry without its end", 1),))
