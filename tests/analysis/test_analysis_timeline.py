"""Phases, gaps and missing rows, told on one invented outage of a search service."""

from datetime import UTC, datetime

import pytest

from noblame.analysis.gaps import gaps
from noblame.analysis.missing import missing
from noblame.analysis.phases import declared_fault, impact, in_words, marks, phases, response
from noblame.model import Event, Incident, Kind, Record

OUTAGE: tuple[tuple[str, Kind], ...] = (
    ("14:23", "change"),
    ("14:31", "detected"),
    ("14:33", "acknowledged"),
    ("14:35", "observed"),
    ("14:41", "declared"),
    ("14:45", "finding"),
    ("14:52", "decision"),
    ("14:58", "mitigating"),
    ("15:10", "mitigated"),
    ("15:18", "resolved"),
)


def told(*rows: tuple[str, Kind], **incident: object) -> Record:
    events = tuple(
        Event(
            id=f"e{n}", at=datetime.fromisoformat(f"2025-02-03T{time}").replace(tzinfo=UTC), kind=kind, text=f"{kind} on search"
        )
        for n, (time, kind) in enumerate(rows)
    )
    return Record(incident=Incident(**incident), events=events)


def without(*kinds: Kind) -> Record:
    return told(*(row for row in OUTAGE if row[1] not in kinds))


def lengths(record: Record) -> dict[str, float]:
    return {phase.name: phase.minutes for phase in phases(record)}


def test_the_phases_of_a_full_timeline():
    assert lengths(told(*OUTAGE)) == {"undetected": 8, "acknowledge": 2, "diagnose": 12, "mitigate": 25, "confirm": 8}
    assert [(p.start.kind, p.end.kind) for p in phases(told(*OUTAGE))] == [
        ("change", "detected"),
        ("detected", "acknowledged"),
        ("acknowledged", "finding"),
        ("finding", "mitigated"),
        ("mitigated", "resolved"),
    ]


def test_impact_and_response_say_which_events_they_mean():
    record = told(*OUTAGE)
    window, answer = impact(record), response(record)
    assert window is not None
    assert answer is not None
    assert (window.minutes, answer.minutes) == (55, 47)
    assert in_words(record, answer) == "response 47 min, detected 14:31 to resolved 15:18"
    there = record.but(incident=Incident(zone="Asia/Kolkata"))
    assert in_words(there, answer) == "response 47 min, detected 20:01 to resolved 20:48"


@pytest.mark.parametrize(
    ("gone", "expected"),
    [
        (("detected",), {"diagnose": 12, "mitigate": 25, "confirm": 8}),
        (("acknowledged",), {"undetected": 8, "diagnose": 14, "mitigate": 25, "confirm": 8}),
        (("finding",), {"undetected": 8, "acknowledge": 2, "diagnose": 19, "mitigate": 18, "confirm": 8}),
        (("mitigated",), {"undetected": 8, "acknowledge": 2, "diagnose": 12, "mitigate": 33}),
        (("resolved",), {"undetected": 8, "acknowledge": 2, "diagnose": 12, "mitigate": 25}),
        (("change", "resolved", "mitigated"), {"acknowledge": 2, "diagnose": 12}),
    ],
)
def test_a_phase_needs_both_of_its_events(gone: tuple[Kind, ...], expected: dict[str, float]):
    assert lengths(without(*gone)) == expected


def test_hidden_unstarred_and_day_events_mark_nothing():
    record = told(*OUTAGE)
    changed = {"e1": {"hidden": True}, "e2": {"source": "slack"}, "e5": {"precision": "day"}}
    record = record.but(events=tuple(event.but(**changed.get(event.id, {})) for event in record.events))
    found = marks(record)
    assert (found.detected, found.acknowledged, found.finding) == (None, None, None)
    assert lengths(record) == {"mitigate": 18, "confirm": 8}


def test_a_change_after_the_detection_is_not_the_beginning():
    record = told(("10:00", "detected"), ("10:05", "change"), ("10:20", "resolved"))
    assert marks(record).start is None
    assert impact(record) is None


def test_no_phase_runs_backwards():
    record = told(("09:00", "finding"), ("10:00", "detected"), ("10:02", "acknowledged"), ("10:20", "resolved"))
    assert all(phase.minutes >= 0 for phase in phases(record))
    assert marks(record).finding is None


@pytest.mark.parametrize(("declared", "fits"), [(47, True), (55, True), (48, False), (12, False)])
def test_the_declared_duration_is_held_against_the_computed_ones(declared: int, fits: bool):
    fault = declared_fault(told(*OUTAGE, declared_minutes=declared))
    assert (fault == "") is fits
    if not fits:
        assert fault == (
            f"Declared {declared} min, but the timeline says: impact 55 min, change 14:23 to resolved 15:18; "
            "response 47 min, detected 14:31 to resolved 15:18."
        )


def test_a_declared_duration_with_nothing_to_compare_is_no_fault():
    assert declared_fault(told(("10:00", "detected"), declared_minutes=9)) == ""


def spans(record: Record, threshold: float = 7) -> list[tuple[str, str]]:
    return [(f"{gap.before.at:%H:%M}", f"{gap.after.at:%H:%M}") for gap in gaps(record.events, threshold)]


def test_only_the_silence_of_people_who_think_is_a_gap():
    (gap,) = gaps(told(*OUTAGE).events)
    assert (gap.before.kind, gap.after.kind, gap.minutes) == ("finding", "decision", 7)
    assert gap.question == "7 min with nothing recorded. What did people see and believe here?"
    assert gap.short == "7 min with nothing recorded"


def test_a_lower_threshold_asks_more():
    assert spans(told(*OUTAGE), 6) == [("14:35", "14:41"), ("14:45", "14:52"), ("14:52", "14:58")]


def test_thinking_starts_again_after_a_mitigation_that_did_not_help():
    rows: tuple[tuple[str, Kind], ...] = (
        ("10:00", "acknowledged"),
        ("10:05", "mitigating"),
        ("10:25", "observed"),
        ("10:40", "hypothesis"),
        ("10:55", "mitigated"),
        ("11:30", "resolved"),
    )
    assert spans(told(*rows)) == [("10:40", "10:55")]


def test_without_an_acknowledgement_gaps_count_from_the_detection_or_the_first_row():
    rows: tuple[tuple[str, Kind], ...] = (("10:00", "observed"), ("10:10", "detected"), ("10:20", "finding"))
    assert spans(told(*rows)) == [("10:10", "10:20")]
    assert spans(told(("10:00", "observed"), ("10:10", "observed"))) == [("10:00", "10:10")]


def test_a_gap_begins_where_a_long_event_ends():
    record = told(("10:00", "acknowledged"), ("10:20", "finding"))
    long = record.events[0].but(until=record.events[1].at)
    assert gaps((long, record.events[1])) == ()


def test_the_canonical_rows_that_are_not_there():
    assert [row.name for row in missing(told(*OUTAGE))] == ["stable"]
    assert [row.name for row in missing(without("mitigated", "declared"))] == ["severity", "stable"]
    assert len(missing(Record())) == 7
    assert missing(Record())[0].sentence == "Nothing says how it was first noticed."
