"""One editor: every edit has a name, can be taken back, and says what it touched."""

from hypothesis import given
from hypothesis import strategies as st

from noblame.capture.grammar import parse
from noblame.capture.writing import write
from noblame.editor.editor import Editor
from noblame.editor.edits import causes, events
from noblame.editor.edits.entries import remove, replace
from noblame.editor.situation import Situation, context
from noblame.editor.taking import Taken, rewrite
from noblame.model import Entry, Now, Person, Record
from noblame.store.merge import merge
from noblame.store.writer import Saved


def test_undo_and_redo_go_all_the_way(record: Record):
    editor = Editor(record)
    editor.apply("star e1", lambda r: events.starred(r, "e1"))
    editor.apply("later", lambda r: events.nudged(r, ("e2",), 3))
    done = editor.record
    assert editor.undo() == "later"
    assert editor.undo() == "star e1"
    assert editor.record == record
    assert editor.undo() == ""
    assert (editor.redo(), editor.redo(), editor.redo()) == ("star e1", "later", "")
    assert editor.record == done


def test_an_edit_that_changes_nothing_is_no_step(record: Record):
    editor = Editor(record)
    editor.apply("nothing", lambda r: replace(r, "e1", text="Config pushed"))
    assert not editor.undoable


def test_a_change_names_what_it_touched_and_shares_the_rest(record: Record):
    seen = []
    editor = Editor(record, seen.append)
    change = editor.apply("later", lambda r: events.nudged(r, ("e2",), 3))
    assert change.parts == {"events"}
    assert change.entries == {"e2"}
    assert not change.order
    assert editor.record.event("e1") is record.event("e1")
    assert editor.record.causes is record.causes
    assert seen == [change]


def test_moving_an_event_past_another_says_that_the_order_changed(record: Record):
    change = Editor(record).apply("later", lambda r: events.nudged(r, ("e1",), 15))
    assert change.order == {"events"}


def test_undo_keeps_what_came_from_elsewhere(record: Record):
    editor = Editor(record)
    editor.apply("star e1", lambda r: events.starred(r, "e1"))
    asked = editor.record
    theirs = asked.but(people=(*asked.people, Person(id="bo", name="Bo")))
    editor.settle(Saved(asked, theirs))
    assert editor.saved
    editor.undo()
    assert editor.record.event("e1").star is False
    assert editor.record.person("bo")


def test_undo_leaves_what_another_hand_wrote_in_the_same_place(record: Record):
    editor = Editor(record)
    editor.apply("change e1", lambda r: replace(r, "e1", text="ours"))
    asked = editor.record
    written = merge(record, replace(record, "e1", text="theirs"), asked)
    editor.settle(Saved(asked, written))
    notes = editor.record.notes
    assert (editor.record.event("e1").text, len(notes)) == ("theirs", 1)
    for turn in (editor.undo, editor.redo):
        turn()
        assert (editor.record.event("e1").text, editor.record.notes) == ("theirs", notes)


def test_undo_leaves_the_title_that_another_hand_wrote(record: Record):
    editor = Editor(record)
    editor.apply("title", lambda r: r.but(incident=r.incident.but(title="ours", service="db")))
    editor.settle(Saved(editor.record, editor.record.but(incident=editor.record.incident.but(title="theirs"))))
    editor.undo()
    assert (editor.record.incident.title, editor.record.incident.service) == ("theirs", record.incident.service)
    assert editor.record.notes == record.notes


def changed(record: Record, begun: Entry, line: str) -> Taken:
    at = record.events[0].at
    assert at
    place = context(record, Situation(Now(at), "timeline"))
    return rewrite(record, begun, parse(line, place), at.date())


def test_a_change_is_merged_with_what_came_in_since_its_line_was_opened(record: Record):
    begun = record.event("e1")
    kind = replace(record, "e1", kind="change")
    assert changed(kind, begun, "14:20 in our words").record.event("e1").text == "in our words"
    taken = changed(replace(record, "e1", text="in their words", star=True), begun, "14:20 in our words")
    entry = taken.record.event("e1")
    assert (entry.text, entry.star) == ("in our words", True)
    assert [note.conflict.get("other") for note in taken.record.notes if note.conflict] == ["in their words"]
    assert "both versions are kept" in taken.told


def test_a_change_of_what_somebody_removed_brings_it_back_with_the_words(record: Record):
    begun = record.event("e1")
    gone = remove(record, "e1")
    taken = changed(gone, begun, "14:20 in our words")
    assert [event.text for event in taken.record.events] == ["in our words", *(event.text for event in gone.events)]
    assert (taken.record.notes, "it is back" in taken.told) == (gone.notes, True)
    left = changed(gone, begun, write(begun, context(record, Situation(Now(begun.at), "timeline"))))
    assert (left.record is gone, left.told) == (True, "Somebody else has removed that meanwhile.")


def test_saved_means_the_newest_is_on_the_disk(record: Record):
    editor = Editor(record)
    editor.apply("star e1", lambda r: events.starred(r, "e1"))
    first = editor.record
    editor.apply("star e2", lambda r: events.starred(r, "e2"))
    editor.settle(Saved(first, first))
    assert not editor.saved
    editor.settle(Saved(editor.record, editor.record))
    assert editor.saved
    editor.settle(Saved(editor.record, None, "No space left on device"))
    assert editor.trouble == "No space left on device"


def test_removing_a_cause_hands_its_causes_on(record: Record):
    after = remove(record, "c2")
    assert after.cause("c3").parents == ("c1",)
    assert after.cause("c2") is None


def test_deeper_and_shallower_undo_each_other(record: Record):
    deeper = causes.deeper(record, "c4")
    assert deeper.cause("c4").parents == ("c2",)
    back = causes.shallower(deeper, "c4")
    assert back.cause("c4").parents == ("c1",)
    assert [c.id for c in back.children("c1")] == ["c2", "c4"]


def test_an_effect_stays_an_effect(record: Record):
    assert causes.deeper(record, "c1") is record
    assert causes.shallower(record, "c2") is record


@given(st.lists(st.tuples(st.sampled_from(["deeper", "shallower", "up", "down", "join"]), st.integers(1, 4)), max_size=12))
def test_no_way_of_moving_loses_a_cause_or_makes_a_circle(steps):
    from noblame.analysis.graph import check
    from noblame.model import Cause

    start = Record(causes=(Cause(id="c1", kind="effect"), *(Cause(id=f"c{n}", parents=("c1",)) for n in (2, 3, 4))))
    edits = {
        "deeper": causes.deeper,
        "shallower": causes.shallower,
        "up": lambda r, c: causes.moved(r, c, -1),
        "down": lambda r, c: causes.moved(r, c, 1),
        "join": causes.next_join,
    }
    record = start
    for step, number in steps:
        record = edits[step](record, f"c{number}")
    assert sorted(c.id for c in record.causes) == ["c1", "c2", "c3", "c4"]
    assert check(record) is None


def test_two_hands_on_one_record_keep_both_works(record: Record):
    ours = replace(record, "e1", text="Config 12 pushed")
    ours = ours.but(people=(*ours.people, Person(id="bo")))
    theirs = replace(replace(record, "e1", kind="impact"), "e2", text="Queue alert, first one")
    merged = merge(record, ours, theirs)
    assert (merged.event("e1").text, merged.event("e1").kind, merged.event("e2").text) == (
        "Config 12 pushed",
        "impact",
        "Queue alert, first one",
    )
    assert merged.person("bo")
    assert not merged.notes


def test_a_true_conflict_keeps_both_values(record: Record):
    merged = merge(record, replace(record, "e1", text="A"), replace(record, "e1", text="B"))
    assert merged.event("e1").text == "A"
    assert "“B” was also written" in merged.notes[0].text
    assert merged.notes[0].about == "e1"


def test_the_same_id_given_twice_becomes_two_entries(record: Record):
    from noblame.editor.edits.entries import add
    from noblame.model import Cause

    ours, _ = add(record, "causes", Cause, text="ours", parents=("c1",))
    theirs, new = add(record, "causes", Cause, text="theirs", parents=("c1",))
    theirs, _ = add(theirs, "causes", Cause, text="below theirs", parents=(new,))
    merged = merge(record, ours, theirs)
    texts = {c.text: c for c in merged.causes}
    assert {"ours", "theirs", "below theirs"} <= set(texts)
    assert texts["below theirs"].parents == (texts["theirs"].id,)
    assert texts["ours"].id != texts["theirs"].id


def test_a_line_that_leaves_the_time_alone_keeps_what_the_source_knew_of_it():
    from datetime import UTC, datetime

    from noblame.capture.grammar import parse
    from noblame.capture.writing import write
    from noblame.editor.situation import Situation, context
    from noblame.editor.taking import rewrite
    from noblame.model import Event, Now, Record

    at = datetime(2025, 2, 3, 9, 14, 7, 250_000, tzinfo=UTC)
    record = Record(events=(Event(id="e1", at=at, precision="second", text="Pager rang"),))
    place = context(record, Situation(Now(at), "timeline"))
    line = write(record.events[0], place)
    assert line == "09:14:07 Pager rang"
    assert rewrite(record, record.events[0], parse(f"{line} twice", place), at.date()).record.events[0].at == at
    moved = rewrite(record, record.events[0], parse("09:14:08 Pager rang", place), at.date()).record.events[0]
    assert (moved.at.second, moved.at.microsecond) == (8, 0)
