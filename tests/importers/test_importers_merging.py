from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from noblame.capture.grammar import parse
from noblame.capture.writing import write
from noblame.editor.situation import Situation, context
from noblame.editor.taking import rewrite
from noblame.importers.base import Reading, Row, reading
from noblame.importers.merging import Added, into
from noblame.model import Event, Now, Person, Record

AT = datetime(2024, 5, 2, 10, 0, tzinfo=UTC)


def row(text: str, minute: int = 0, **more: object) -> Row:
    return replace(Row(AT + timedelta(minutes=minute), text, native_id=f"k {text}", origin=f"file, {text}"), **more)  # type: ignore[arg-type]


def made(*rows: Row, source: str = "csv") -> Reading:
    return reading(source, len(rows), rows)


def event(record: Record, text: str) -> Event:
    return next(event for event in record.events if event.text == text)


def test_rows_become_events_in_the_order_of_time():
    typed = Event(id="e4", at=AT + timedelta(minutes=2), text="typed")
    record, added = into(Record(events=(typed,)), made(row("b", 3), row("a", 1), row("lost", at=None)))
    assert [(found.id, found.text) for found in record.events] == [("e5", "a"), ("e4", "typed"), ("e6", "b"), ("e7", "lost")]
    assert record.events[1] is typed
    assert added == Added(new=3, unplaced=1)


def test_everything_a_row_knows_is_kept():
    given = row(
        "a", kind="finding", precision="minute", until=AT + timedelta(minutes=9), who=("mira",), raw="*a*",
        evidence=("https://x.example.org",), count=3, preselect=True,
    )  # fmt: skip
    found = into(Record(), made(given))[0].events[0]
    assert (found.kind, found.precision, found.until, found.who, found.raw) == (
        "finding",
        "minute",
        given.until,
        ("mira",),
        "*a*",
    )
    assert (found.evidence, found.count, found.star, found.hidden) == (given.evidence, 3, True, False)
    assert (found.source, found.origin, found.native_id) == ("csv", "file, a", "k a")


def test_noise_is_hidden_and_counted():
    record, added = into(Record(), made(row("j", noise="joined"), row("k", noise="joined"), row("a", preselect=True)))
    assert [found.hidden for found in record.events] == [True, True, False]
    assert added == Added(new=3, noise=(("joined", 2),), starred=1)


def test_a_second_import_adds_nothing_and_changes_nothing():
    first = made(row("a"), row("b", native_id=" odd\x1f key\n"), row("a"))
    record, added = into(Record(), first)
    assert (added.new, added.known) == (2, 1)
    again, second = into(record, first)
    assert again is record
    assert second == Added(known=3)


def test_the_same_key_of_another_format_is_another_row():
    record, _ = into(Record(), made(row("a")))
    assert into(record, made(row("a"), source="slack_export"))[1].new == 1


def test_rows_without_a_key_are_always_new():
    assert into(Record(), made(row("a", native_id=""), row("a", native_id="")))[1].new == 2


def test_a_later_export_brings_new_words_and_keeps_the_old_ones():
    record, _ = into(Record(), made(row("slow", native_id="k"), row("other", 1)))
    later, added = into(record, made(row("very slow", native_id="k"), row("other", 1)))
    assert added == Added(known=2, changed=1)
    assert (later.events[0].text, later.events[0].raw, later.events[0].id) == ("very slow", "slow", record.events[0].id)
    assert later.events[1] is record.events[1]


def test_a_time_that_becomes_known_is_taken_over():
    record, _ = into(Record(), made(row("end", at=None), row("b", 5)))
    later, added = into(record, made(row("end", 1)))
    assert added.changed == 1
    assert [found.text for found in later.events] == ["end", "b"]


@pytest.mark.parametrize("change", [{"star": True}, {"kind": "decision"}, {"at": AT + timedelta(minutes=7)}])
def test_rows_that_somebody_made_their_own_are_left_alone(change: dict[str, object]):
    record, _ = into(Record(), made(row("slow", native_id="k")))
    record = record.but(events=(record.events[0].but(**change),))
    later, added = into(record, made(row("very slow", native_id="k")))
    assert later is record
    assert added == Added(known=1, differs=1)


def test_words_that_the_source_deleted_later_stay():
    record, _ = into(Record(), made(row("slow", native_id="k")))
    assert into(record, made(row("This message was deleted.", native_id="k", noise="deleted message")))[0] is record


def test_people_of_the_record_go_by_their_own_handles():
    people = (Person(id="ms", name="Mira Sol"), Person(id="otto"))
    rows = (
        row("a", author="Mira Sol", who=("mira-s",)),
        row("b", 1, author="Otto Lang", who=("Otto", "nina")),
        row("c", 2, author="X", who=("x",)),
    )
    record, _ = into(Record(people=people), made(*rows))
    assert [found.who for found in record.events] == [("ms",), ("otto", "nina"), ("x",)]


def test_ids_go_on_from_the_highest():
    record, _ = into(Record(events=(Event(id="e9"), Event(id="own"))), made(row("a"), row("b")))
    assert {"e10", "e11"} <= {found.id for found in record.events}


def test_many_rows_are_one_pass():
    rows = [row(f"r{number}", native_id=f"k{number}") for number in range(3_000)]
    record, added = into(Record(), made(*rows))
    assert (added.new, into(record, made(*rows))[0]) == (3_000, record)


def test_a_later_export_shows_what_it_has_made_of_the_hidden():
    draft = row("Release v1", native_id="r1", noise="draft of a release", at=None)
    record, _ = into(Record(), made(draft))
    later, added = into(record, made(row("Release v1: done", 5, native_id="r1", kind="change")))
    (found,) = later.events
    assert (found.text, found.kind, found.at, found.hidden, found.aside) == (
        "Release v1: done", "change", AT + timedelta(minutes=5), False, "",
    )  # fmt: skip
    assert (added.new, added.known, added.changed, added.differs) == (0, 1, 1, 0)
    by_hand = record.but(events=(record.events[0].but(aside=""),))
    assert into(by_hand, made(row("Release v1: done", 5, native_id="r1")))[0].events[0].hidden


def test_another_time_in_a_later_export_is_counted_and_not_taken_over():
    record, _ = into(Record(), made(row("fixed", native_id="k", until=None)))
    later, added = into(record, made(row("fixed", 9, native_id="k")))
    assert (later is record, added.differs) == (True, 1)


def test_what_was_hidden_is_shown_with_what_somebody_made_of_it():
    record, _ = into(Record(), made(row("Release v1", native_id="r1", noise="draft of a release")))
    record = record.but(events=(record.events[0].but(text="Ann's words for it", kind="finding"),))
    (found,) = into(record, made(row("Release v1 is out", 5, native_id="r1", kind="change", preselect=True)))[0].events
    assert (found.text, found.raw, found.kind, found.star) == ("Release v1 is out", "Ann's words for it", "finding", True)


def test_keys_of_one_reading_are_its_rows_own_and_keep_no_secret():
    reading = made(
        row("a", native_id="k"), row("a", native_id="k"), row("b", native_id="k"), row("c", native_id="x password=hunter22")
    )
    keys = [found.native_id for found in reading.rows]
    assert keys[:2] == ["k", "k"]
    assert keys[2].startswith("k ")
    assert "hunter22" not in keys[3]
    record, added = into(Record(), reading)
    assert (added.new, added.known) == (3, 1)
    assert into(record, reading)[1] == Added(known=4)


def test_words_that_somebody_changed_stay_and_the_sources_are_kept():
    record, _ = into(Record(), made(row("slow", native_id="k")))
    begun = record.events[0]
    place = context(record, Situation(Now(AT), "timeline"))
    record = rewrite(record, begun, parse(write(begun, place).replace("slow", "in our words"), place), AT.date()).record
    assert (record.events[0].text, record.events[0].raw) == ("in our words", "slow")
    same, added = into(record, made(row("slow", native_id="k")))
    assert (same is record, added.differs) == (True, 0)
    (later,) = into(record, made(row("very slow", native_id="k")))[0].events
    assert (later.text, later.raw) == ("very slow", "slow\nin our words")


def test_what_is_hidden_because_there_is_much_of_it_stays_hidden():
    record, _ = into(Record(), made(row(":eyes:", native_id="k", noise="lone emoji")))
    assert into(record, made(row(":eyes:", native_id="k")))[0] is record
