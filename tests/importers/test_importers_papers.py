"""Written timelines and postmortems: dates, zones, entries in any shape, and everything beside the timeline."""

from datetime import UTC, date, datetime

import pytest
from telling import reads_text, shown

from noblame.importers.base import Hints, NeedsHint
from noblame.importers.merging import into
from noblame.model import Record

UTC_DAY = Hints(zone="UTC", date=date(2024, 1, 15))


def clocks(text: str, hints: Hints = UTC_DAY) -> list[tuple[str, str]]:
    return [(f"{row.at:%d %H:%M}" if row.at else "", row.text) for row in shown(reads_text(text, hints, name="x.md"))]


@pytest.mark.parametrize(
    "timeline",
    [
        "- 14:00 pool is dry\n- 14:05 rolled back\n",
        "* **14:00** - pool is dry\n* **14:05** - rolled back\n",
        "| Time | What |\n|---|---|\n| 14:00 | pool is dry |\n| 14:05 | rolled back |\n",
        "### 14:00\n\npool is dry\n\n### 14:05\n\nrolled back\n",
        "14:00: pool is dry\n\n14:05: rolled back\n",
        "- 2:00 PM: pool is dry\n- 2:05 PM: rolled back\n",
    ],
    ids=["items", "bold", "table", "headings", "paragraphs", "half days"],
)
def test_entries_in_any_shape(timeline):
    assert clocks(f"# Outage\n\n## Timeline\n\n{timeline}") == [("15 14:00", "pool is dry"), ("15 14:05", "rolled back")]


def test_the_day_above_the_entries_wins_over_the_title_and_moves_over_midnight():
    text = "# Outage of 2023-09-01\n\n## Timeline\n\nAll times UTC.\n\n### 2024-01-15\n\n- 23:58 dry\n- 00:02 back\n\n### 2024-01-17\n\n- 09:00 review\n"
    assert clocks(text, Hints()) == [("15 23:58", "dry"), ("16 00:02", "back"), ("17 09:00", "review")]


def test_what_is_about_or_half_known_keeps_its_doubt_and_ranges_end():
    rows = reads_text("## Timeline\n\n- ~14:30 looking\n- 14:3? restarted\n- 14:50 - 15:02 rollback\n", UTC_DAY, name="x.md").rows
    assert [row.precision for row in rows] == ["about", "ten", "minute"]
    assert rows[-1].until == datetime(2024, 1, 15, 15, 2, tzinfo=UTC)


def test_an_entry_without_a_time_waits_and_code_stays_with_its_entry():
    text = "## Timeline\n\n- 14:00 pool is dry\n\n  ```\n  free 0\n  ```\n\n- ??:?? somebody restarted it\n- 14:05 rolled back\n"
    reading = reads_text(text, UTC_DAY, name="x.md")
    assert reading.unplaced == 1
    assert "free 0" in reading.rows[0].raw


def test_zone_and_day_are_asked_for():
    with pytest.raises(NeedsHint) as day:
        reads_text("## Timeline\n\n- 14:00 pool is dry\n- 14:05 back\n", Hints(zone="UTC"), name="x.md")
    with pytest.raises(NeedsHint) as zone:
        reads_text("## Timeline\n\n2024-01-15\n\n- 14:00 pool is dry\n- 14:05 back\n", Hints(), name="x.md")
    assert (day.value.missing, zone.value.missing) == ("date", "zone")


WHOLE = """# Checkout outage

**Date:** 2024-01-15
**Severity:** SEV2
**Duration:** 47 minutes
**Incident Commander:** Bo Kim

## Summary

Nobody could pay.

## Impact

- 12,000 customers

## Root Cause

- The pool was bypassed

## Timeline

All times UTC.

- 14:00 pool is dry
- 14:05 rolled back

## What went well

- The alert fired

## What went wrong

- No test covers the pool

## Where we got lucky

- Everybody was in

## Action Items

| Action | Owner | Due | Priority |
|---|---|---|---|
| Test the pool | @ann | 2024-01-22 | P1 |
"""


def test_a_whole_postmortem_fills_the_record_once():
    reading = reads_text(WHOLE, name="x.md")
    record, added = into(Record(), reading)
    incident = record.incident
    assert (incident.title, incident.severity, incident.declared_minutes) == ("Checkout outage", "SEV2", 47)
    assert incident.summary == "Nobody could pay."
    assert [one.text for one in record.impact] == ["12,000 customers"]
    assert [(one.text, one.role) for one in record.causes] == [("The pool was bypassed", "root")]
    assert [(one.kind, one.text) for one in record.lessons] == [
        ("well", "The alert fired"), ("poorly", "No test covers the pool"), ("lucky", "Everybody was in"),
    ]  # fmt: skip
    assert [(a.text, a.owner, a.due, a.priority) for a in record.actions] == [("Test the pool", "ann", date(2024, 1, 22), "P1")]
    assert record.person("bo-kim").roles == ("incident commander",)
    assert added.new == 2
    again, nothing = into(record, reading)
    assert (again, nothing.new, nothing.pieces) == (record, 0, ())


def test_what_the_record_says_already_stays_and_the_other_version_is_told():
    mine = Record().but(incident=Record().incident.but(title="Payments down", severity="SEV1"))
    record, _ = into(mine, reads_text(WHOLE, name="x.md"))
    assert (record.incident.title, record.incident.severity) == ("Payments down", "SEV1")
    assert "Severity: SEV2" in record.incident.narrative


def test_ids_of_a_document_do_not_meet_those_of_the_record():
    first, _ = into(Record(), reads_text(WHOLE, name="x.md"))
    record, _ = into(first, reads_text(WHOLE.replace("The pool was bypassed", "Nobody looked"), name="y.md"))
    assert [(cause.id, cause.text) for cause in record.causes] == [("c1", "The pool was bypassed"), ("c2", "Nobody looked")]


@pytest.mark.parametrize(
    ("line", "clock", "text"),
    [
        (
            '10.0.0.1 - - [05/Mar/2024:09:01:02 +0100] "GET /pay HTTP/1.1" 500 12',
            "08:01:02",
            '10.0.0.1 - - "GET /pay HTTP/1.1" 500 12',
        ),
        ("[Tue Mar  5 08:01:02 2024] Out of memory: Killed process 7", "08:01:02", "Out of memory: Killed process 7"),
        ("[1709625662] SERVICE ALERT: db1;Connections;CRITICAL", "08:01:02", "SERVICE ALERT: db1;Connections;CRITICAL"),
        ("E0305 08:01:02.123456       1 main.go:11] no pods", "08:01:02", "E 1 main.go:11] no pods"),
        ('ts=2024-03-05T08:01:02Z level=error msg="pool full"', "08:01:02", 'level=error msg="pool full"'),
        ("api-1  | 2024-03-05T08:01:02.000000000Z pool full", "08:01:02", "api-1: pool full"),
        ("[05/03/2024, 08:01:02] Ana: pool full", "08:01:02", "Ana: pool full"),
        ("5/3/24, 8:01 AM - Ana: pool full", "08:01:00", "Ana: pool full"),
    ],
)
def test_lines_of_programs_and_chats_are_placed_and_what_follows_continues_them(line: str, clock: str, text: str):
    hints = Hints(zone="UTC", date=date(2024, 3, 5), year=2024)
    reading = reads_text(f"{line}\n{line}\n", hints)
    assert reading.source == "lines"
    assert [(f"{row.at.astimezone(UTC):%H:%M:%S}", row.text) for row in reading.rows] == [(clock, text)] * 2
    if clock != "08:01:00":
        longer = reads_text(f"{line}\n  at Pool.get\nCaused by: nothing\n{line}\n", hints)
        assert len(longer.rows) == 2
        assert "Caused by: nothing" in longer.rows[0].raw
        assert not any(row.preselect for row in longer.rows)


def test_a_table_without_titles_is_no_text():
    assert reads_text("2024-03-05T08:01:00Z,ana,first alert\n2024-03-05T08:04:00Z,bo,rollback\n").source == "csv"


def test_lines_of_text_say_their_day_and_zone_on_top():
    text = "Incident on 15 Jan 2024, times UTC\n14:00 pool is dry\n  and stays so\n14:05 rolled back\nresolved around lunch\n"
    reading = reads_text(text)
    assert reading.source == "lines"
    assert [(row.at and f"{row.at:%H:%M}", row.text) for row in reading.rows] == [
        ("14:00", "pool is dry"), ("14:05", "rolled back"), (None, "resolved around lunch"),
    ]  # fmt: skip
    assert reading.unplaced == 1


def test_an_item_without_a_time_between_others_waits_for_one():
    text = "## Timeline (UTC)\n\n- 14:30 pool is dry\n  - seen on db1\n- later: two customers called\n- 15:00 rolled back\n"
    assert clocks(text) == [("15 14:30", "pool is dry"), ("15 15:00", "rolled back"), ("", "later: two customers called")]


def test_two_items_with_times_are_a_timeline():
    assert clocks("- 14:30 pool is dry\n- 14:31 page sent\n") == [("15 14:30", "pool is dry"), ("15 14:31", "page sent")]


def test_a_day_that_is_none_waits_and_the_year_turns_with_a_word():
    text = "# Outage\n\n## Timeline (UTC)\n\n- Feb 28, 10:00 pushed\n- Feb 29, 11:00 alert\n- Feb 29 fixed\n"
    assert clocks(text, Hints(zone="Europe/Prague", year=2023)) == [("28 10:00", "pushed"), ("", "alert"), ("", "fixed")]
    text = "# Outage\n\nDate: 2025-01-02\n\n## Timeline (UTC)\n\n- Dec 31, 23:50 alert\n- Jan 1, 00:10 failover\n"
    reading = reads_text(text, Hints(), name="x.md")
    assert [f"{row.at:%Y-%m-%d}" for row in reading.rows if row.at] == ["2024-12-31", "2025-01-01"]
    assert [said.partition(": ")[2] for said in reading.warnings] == [
        "the year turns, so this is taken for 2024-12-31", "the year turns, so this is taken for 2025-01-01",
    ]  # fmt: skip
    assert [f"{row.at:%Y}" for row in reads_text(text, Hints(year=2023), name="x.md").rows if row.at] == ["2023", "2024"]


@pytest.mark.parametrize(
    "titles",
    [
        ("Timeline 2024-05-14", "Timeline 2024-05-15"),
        ("2024-05-14", "2024-05-15"),
        ("Timeline of detection", "Timeline, 2024-05-15"),
    ],
)
def test_timelines_in_several_sections_are_one(titles: tuple[str, str]):
    text = f"# Outage of 2024-05-14\n\n## {titles[0]}\n\n- 22:00 alert\n- 22:05 ack\n\n## Impact\n\nSome.\n\n## {titles[1]}\n\n- 09:30 ok\n"
    assert clocks(text, Hints(zone="UTC")) == [("14 22:00", "alert"), ("14 22:05", "ack"), ("15 09:30", "ok")]


def test_a_list_that_begins_with_the_newest_is_told_of():
    text = "## Timeline (UTC)\n\n- 00:10 done\n- 23:50 alert\n"
    assert reads_text(text, UTC_DAY, name="x.md").warnings == (
        "x.md, line 4: the clock rises to 23:50 on the same day, 2024-01-15; does the newest stand first?",
    )


def test_what_stands_below_a_table_or_above_an_item_is_not_its_own():
    text = "## Timeline (UTC)\n\n| Time | What |\n|---|---|\n| 14:00 | dry |\n| 14:05 | |\n\nThen we slept.\n"
    assert clocks(text) == [("15 14:00", "dry")]
    text = "## Timeline (UTC)\n\n- Detection\n  - 14:00 dry\n  - 14:05 ack\n- Recovery\n  - 14:10 back\n"
    rows = reads_text(text, UTC_DAY, name="x.md").rows
    assert [(row.text, row.raw) for row in rows] == [
        ("dry", "  - 14:00 dry"),
        ("ack", "  - 14:05 ack"),
        ("back", "  - 14:10 back"),
    ]


def test_the_same_words_on_another_day_are_another_row():
    for text, name in (("## Timeline (UTC)\n\n- 14:00 alert\n- 14:01 ack\n", "x.md"), ("14:00 alert\n14:01 ack\n", "x.txt")):
        record, _ = into(Record(), reads_text(text, UTC_DAY, name=name))
        other = reads_text(text, Hints(zone="UTC", date=date(2024, 1, 20)), name=name)
        assert (into(record, other)[1].new, into(record, reads_text(text, UTC_DAY, name=name))[1].new) == (2, 0)


def test_what_goes_on_below_a_line_in_a_later_text_is_of_the_same_row():
    record, _ = into(Record(), reads_text("10:00 dry\n10:01 ok\n", UTC_DAY))
    assert into(record, reads_text("10:00 dry\n10:01 ok\n  at tail\n", UTC_DAY))[1].new == 0


def test_what_stands_in_a_short_and_in_a_long_timeline_is_one_row():
    text = (
        "## Timeline (UTC)\n\n- 14:00 dry\n- 15:00 back\n\n## Detailed timeline (UTC)\n\n- 14:00 dry\n- 14:10 ack\n- 15:00 back\n"
    )
    reading = reads_text(text, UTC_DAY, name="x.md")
    assert [row.text for row in reading.rows] == ["dry", "ack", "back"]
    assert (reading.records, reading.skipped) == (5, (("entry that stands twice in the document", 2),))
