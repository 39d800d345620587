"""Edits of several rows, of whole sources, and of what was asked."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from noblame.editor.edits import events, folding, moments, sources
from noblame.editor.edits.entries import remove, replace
from noblame.model import Event, Now, Record

NOON = datetime(2024, 3, 30, 12, 0, tzinfo=UTC)
PRAGUE = ZoneInfo("Europe/Prague")


@pytest.fixture
def sifted() -> Record:
    """Five imported rows, a minute apart."""
    return Record(
        events=tuple(
            Event(id=f"e{n}", at=NOON + timedelta(minutes=n), text=f"row {n}", source="slack_export", count=n)
            for n in range(1, 6)
        )
    )


def shown(record: Record) -> str:
    return " ".join(event.id for event in record.events if event.shown)


def test_a_range_is_starred_and_hidden_as_one_and_turned_back(sifted: Record):
    starred = events.starred(sifted, "e2", "e3")
    assert shown(starred) == "e2 e3"
    assert shown(events.starred(starred, "e2", "e3", "e4")) == "e2 e3 e4"
    assert events.starred(starred, "e2", "e3") == sifted
    hidden = events.kept_aside(starred, "e3", "e4")
    assert shown(hidden) == "e2"
    assert [event.id for event in hidden.events if event.open] == ["e1", "e2", "e5"]
    assert [event.id for event in events.kept_aside(hidden, "e3", "e4").events if event.open] == ["e1", "e2", "e3", "e4", "e5"]


def test_what_is_not_touched_stays_the_same_object(sifted: Record):
    changed = events.starred(sifted, "e2")
    assert [a is b for a, b in zip(sifted.events, changed.events, strict=True)] == [True, False, True, True, True]
    assert events.of_kind(sifted, "observed", "e1", "e2") is sifted
    assert events.starred(sifted, "gone") is sifted


def test_a_nudge_keeps_the_order_of_time(sifted: Record):
    moved = events.nudged(sifted, ("e1", "e2"), 10)
    assert [event.id for event in moved.events] == ["e3", "e4", "e5", "e1", "e2"]


def test_folding_is_undone_step_by_step(sifted: Record):
    record = events.starred(sifted, "e3")
    inner = folding.folded(record, "e1", "e2")
    assert inner.event("e2").part_of == "e1"
    outer = folding.folded(inner, "e1", "e3", "e4")
    assert [event.id for event in outer.events if event.open] == ["e3", "e5"]
    assert folding.unfolded(outer, "e3") == inner
    assert folding.unfolded(inner, "e1") == record
    assert folding.folded(record, "e1") is record


def test_removing_the_head_sets_what_was_folded_into_it_free(sifted: Record):
    record = folding.folded(sifted, "e1", "e2")
    assert next((event.id, event.open) for event in remove(record, "e1").events) == ("e2", True)


def test_a_joined_row_can_be_taken_out_again(sifted: Record):
    record = folding.joined(sifted, "e2", "e1")
    assert record.event("e1").evidence == ("“row 2”",)
    apart = folding.unfolded(record, "e1")
    assert apart.event("e2") == sifted.event("e2")
    assert apart.event("e1").evidence == ()


def test_a_time_places_a_row_that_had_none_and_leaves_others_as_they_were(sifted: Record):
    lost = Event(id="lost", source="slack_export", hidden=True)
    record = sifted.but(events=(*sifted.events, lost))
    placed = events.retimed(record, "lost", NOON, "about", None).event("lost")
    assert placed.shown
    assert placed.at == NOON
    assert placed.precision == "about"
    assert not events.retimed(record, "e1", NOON, "minute", None).event("e1").star


def test_split_makes_two_of_one(sifted: Record):
    record, made = folding.split(sifted, "e2", "first", "second")
    one, two = record.event("e2"), record.event(made)
    assert (one.text, two.text) == ("first", "second")
    assert (one.at, one.source) == (two.at, two.source)
    assert len(record.events) == 6


def test_another_day_keeps_the_clock_over_a_change_of_clocks():
    told = datetime(2024, 3, 30, 14, 0, tzinfo=timezone(timedelta(hours=1)))
    record = Record(events=(Event(id="e1", at=told, until=told + timedelta(minutes=5)),))
    moved = events.on_another_day(record, ("e1",), 1, PRAGUE).event("e1")
    assert moved.at.isoformat() == "2024-03-31T14:00:00+02:00"
    assert moved.until - moved.at == timedelta(minutes=5)
    assert events.on_another_day(Record(events=(moved,)), ("e1",), -1, PRAGUE) == record


def test_another_day_keeps_the_offset_it_was_told_in():
    record = Record(events=(Event(id="e1", at=NOON),))
    assert events.on_another_day(record, ("e1",), 1, PRAGUE).event("e1").at.isoformat() == "2024-03-31T11:00:00+00:00"


def test_a_source_is_set_right_whole(sifted: Record):
    record = sifted.but(events=(*sifted.events, Event(id="typed", at=NOON)))
    origin = sources.Origin.of(record.event("e1"))
    late = sources.set_right(record, origin, sources.correction("-90s"))
    assert late.event("e1").at == NOON - timedelta(seconds=30)
    assert late.event("e1").set_right == "-90s"
    assert late.event("typed") is record.event("typed")
    there = sources.set_right(record, origin, sources.correction("Europe/Prague"))
    assert there.event("e1").at.isoformat() == "2024-03-30T12:01:00+01:00"


def test_two_files_of_a_format_have_a_clock_each():
    rows = tuple(
        Event(id=f"e{n}", at=NOON, source="slack_export", origin=f"{file}, {n}")
        for n, file in enumerate(("ours/ops/2024-01-15.json", "ours/web/2024-01-16.json", "theirs/ops/2024-01-15.json"))
    )
    right = sources.set_right(Record(events=rows), sources.Origin.of(rows[0]), 30)
    assert [event.id for event in right.events if event.at == NOON] == ["e2"]
    twice = sources.set_right(right, sources.Origin.of(rows[0]), ZoneInfo("Europe/Prague"))
    assert twice.event("e0").set_right == "+30s, Europe/Prague"


@pytest.mark.parametrize(("words", "seconds"), [("+30s", 30), ("-2m", -120), ("+1h", 3600), ("-45", -45), ("+3 min", 180)])
def test_a_shift_is_read(words: str, seconds: int):
    assert sources.correction(words) == seconds


@pytest.mark.parametrize("words", ["", "30", "soon", "../etc", "Mars/Base"])
def test_what_is_no_shift_is_none(words: str):
    assert sources.correction(words) is None


def test_a_question_is_asked_then_open_then_not_asked(sifted: Record, now: Now):
    question = "What did you expect to see?"
    asked = moments.turned(sifted, "e1", question, now)
    assert asked.event("e1").asked == (question,)
    assert moments.state(asked, "e1", question) == "asked"
    waiting = moments.turned(asked, "e1", question, now)
    (note,) = waiting.notes
    assert (note.kind, note.text, note.about, note.open) == ("question", question, "e1", True)
    assert moments.state(waiting, "e1", question) == "open"
    assert moments.turned(waiting, "e1", question, now) == sifted
    answered = replace(waiting, note.id, outcome="A flat line")
    assert moments.state(answered, "e1", question) == "answered"
    assert moments.turned(answered, "e1", question, now) is answered
