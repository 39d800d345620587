"""Saving beside the program, and two hands on one file."""

import threading
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from records import records

from noblame.model import Cause, Event, Lesson, Note, Person, Record
from noblame.store import session as session_module
from noblame.store import writer as writer_module
from noblame.store.codec import Codec, load
from noblame.store.merge import merge, merged
from noblame.store.refusal import SessionRefused
from noblame.store.session import SessionFile
from noblame.store.writer import Saved, Writer


@pytest.fixture
def file(tmp_path: Path, record: Record) -> SessionFile:
    return SessionFile.create(tmp_path / "s.toml", record)


def titled(record: Record, title: str) -> Record:
    return record.but(incident=record.incident.but(title=title))


def reread(file: SessionFile) -> Record:
    return load(file.path.read_text(encoding="utf-8"), file.path)


def written_by_another(file: SessionFile, record: Record) -> None:
    file.path.write_text(Codec().dump(record) + "\n", encoding="utf-8")


def test_a_new_session_never_takes_the_place_of_another(file: SessionFile, record: Record):
    with pytest.raises(FileExistsError):
        SessionFile.create(file.path, record)


def test_both_hands_survive_in_a_save(file: SessionFile, record: Record):
    ours = record.but(events=(*record.events, Event(id="e4", text="ours")))
    theirs = record.but(events=(*record.events, Event(id="e4", text="theirs")), people=(*record.people, Person(id="bo")))
    written_by_another(file, theirs)
    written = file.save(ours).record
    assert written == reread(file)
    assert {event.text for event in written.events} >= {"ours", "theirs"}
    assert written.event("e4").text == "theirs"
    assert written.person("bo")
    again = titled(written, "again")
    assert file.save(again).record is again


def test_a_file_that_was_touched_but_not_changed_is_nobody_else(file: SessionFile, record: Record):
    file.path.touch()
    mine = titled(record, "mine")
    assert file.save(mine).record is mine


def test_a_file_that_was_removed_is_written_again(file: SessionFile, record: Record):
    file.path.unlink()
    file.save(record)
    assert reread(file) == record


def test_what_is_no_session_any_more_is_left_alone(file: SessionFile, record: Record):
    file.path.write_text("<<<<<<< ours\n")
    with pytest.raises(SessionRefused, match="merge conflict"):
        file.save(titled(record, "mine"))
    assert file.path.read_text() == "<<<<<<< ours\n"


# Merging.


@given(records(), records())
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_only_one_side_changed_is_taken(base: Record, changed: Record):
    kept = {key: value for key, value in (base.model_extra or {}).items() if key not in (changed.model_extra or {})}
    changed = changed.but(**kept, causes=changed.causes[::-1])
    assert merge(base, changed, base) == changed
    assert merge(base, base, changed) == changed
    assert merge(base, changed, changed) == changed


def test_tables_that_a_newer_noblame_wrote_are_merged_too(record: Record):
    base, ours, theirs = (record.but(later={"key": value}) for value in ("old", "old", "new"))
    assert merge(base, ours, theirs).model_extra == {"later": {"key": "new"}}
    assert merge(base, theirs, ours).model_extra == {"later": {"key": "new"}}


def test_fields_of_one_entry_are_merged_one_by_one(record: Record):
    ours, theirs = (
        record.but(events=(record.events[0].but(**change), *record.events[1:])) for change in ({"text": "A"}, {"star": True})
    )
    event = merge(record, ours, theirs).events[0]
    assert (event.text, event.star) == ("A", True)


def test_lists_in_an_entry_keep_what_both_added_and_neither_took_out(record: Record):
    base, ours, theirs = (
        record.but(events=(record.events[0].but(evidence=e),)) for e in (("a", "b"), ("b", "c"), ("a", "b", "d"))
    )
    assert merge(base, ours, theirs).events[0].evidence == ("b", "c", "d")


def test_a_conflict_becomes_a_question(record: Record):
    ours, theirs = (record.but(events=(record.events[0].but(text=text), *record.events[1:])) for text in ("mine", "other"))
    merged = merge(record, ours, theirs)
    assert merged.events[0].text == "mine"
    note = merged.notes[-1]
    assert (note.kind, note.about, note.open) == ("question", "e1", True)
    assert "“mine”" in note.text
    assert "“other”" in note.text
    assert "Two versions of the title of the incident" in merge(record, titled(record, "A"), titled(record, "B")).notes[-1].text


@pytest.mark.parametrize("swap", [False, True])
def test_what_one_deleted_and_the_other_changed_stays(record: Record, swap: bool):
    deleted = record.but(events=record.events[1:])
    changed = record.but(events=(record.events[0].but(text="better"), *record.events[1:]))
    merged = merge(record, *((changed, deleted) if swap else (deleted, changed)))
    assert [event.text for event in merged.events] == ["better", "Queue alert", "Queue drained"]
    assert merge(record, deleted, record).events == merge(record, record, deleted).events == record.events[1:]


def test_what_we_added_under_their_id_keeps_its_relations(record: Record):
    theirs = record.but(causes=(*record.causes, Cause(id="c5", text="theirs", parents=("c1",))))
    ours = record.but(
        causes=(*record.causes, Cause(id="c5", text="ours", parents=("c1",)), Cause(id="c6", text="below", parents=("c5",))),
        notes=(Note(id="n1", text="about ours", about="c5"),),
    )
    both = merged(record, ours, theirs)
    ours_now = next(cause.id for cause in both.record.causes if cause.text == "ours")
    assert both.renamed == {"c5": ours_now}
    assert both.record.cause("c5").text == "theirs"
    assert next(cause for cause in both.record.causes if cause.text == "below").parents == (ours_now,)
    assert both.record.notes[0].about == ours_now


def test_events_stay_in_the_order_of_time(record: Record):
    early = Event(id="e9", at=record.events[0].at - timedelta(hours=1), text="first")
    merged = merge(record, titled(record, "x"), record.but(events=(early, *record.events)))
    assert [event.id for event in merged.events] == ["e9", "e1", "e2", "e3"]


# The writer.


class Desk:
    """Collects what the writer reports."""

    def __init__(self) -> None:
        self.told: list[Saved] = []
        self.heard = threading.Event()

    def __call__(self, saved: Saved) -> None:
        self.told.append(saved)
        self.heard.set()


def test_the_newest_record_wins(file: SessionFile, record: Record, monkeypatch: pytest.MonkeyPatch):
    begun, go_on, write = threading.Event(), threading.Event(), session_module.write_atomically

    def slow(path: Path, content: bytes, **how: Any) -> Any:
        begun.set()
        assert go_on.wait(5)
        return write(path, content, **how)

    monkeypatch.setattr(session_module, "write_atomically", slow)
    desk = Desk()
    writer = Writer(file, desk)
    versions = [titled(record, str(number)) for number in range(20)]
    writer.save(versions[0])
    assert begun.wait(5)
    for version in versions[1:]:
        writer.save(version)
    go_on.set()
    assert writer.close()
    assert [saved.asked for saved in desk.told] == [versions[0], versions[-1]]
    assert reread(file) == versions[-1]


def test_a_disk_that_fails_is_told_of_and_tried_again(file: SessionFile, record: Record, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(writer_module, "RETRY_SECONDS", 0.01)
    write, fails = session_module.write_atomically, [3]

    def failing(path: Path, content: bytes, **how: Any) -> Any:
        if fails[0]:
            fails[0] -= 1
            raise OSError(28, "No space left on device")
        return write(path, content, **how)

    monkeypatch.setattr(session_module, "write_atomically", failing)
    done, told = threading.Event(), list[Saved]()

    def report(saved: Saved) -> None:
        told.append(saved)
        if saved.written is not None:
            done.set()

    writer = Writer(file, report)
    mine = titled(record, "mine")
    writer.save(mine)
    assert done.wait(5)
    assert [saved.reason for saved in told] == ["No space left on device"] * 3 + [""]
    assert writer.close()
    assert reread(file) == mine


def test_closing_says_when_something_is_not_on_the_disk(file: SessionFile, record: Record, monkeypatch: pytest.MonkeyPatch):
    def failing(path: Path, content: bytes, **how: Any) -> Any:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(session_module, "write_atomically", failing)
    desk = Desk()
    writer = Writer(file, desk)
    writer.save(titled(record, "mine"))
    assert desk.heard.wait(5)
    assert writer.close(1.0) is False
    assert reread(file) == record


def test_closing_writes_what_waits(file: SessionFile, record: Record):
    writer = Writer(file, lambda saved: None)
    last = titled(record, "last")
    writer.save(titled(record, "first"))
    writer.save(last)
    assert writer.close()
    assert reread(file) == last


def learned(path: Path, text: str) -> None:
    """Put a file with one lesson more in its place, as ``git pull`` does."""
    theirs = SessionFile.open(path).record
    theirs = theirs.but(lessons=(*theirs.lessons, Lesson(id=f"l9{len(theirs.lessons)}", text=text)))
    other = path.with_name("pulled")
    other.write_text(Codec().dump(theirs), encoding="utf-8")
    other.replace(path)


def test_what_comes_while_a_save_is_on_its_way_is_merged_and_not_replaced(
    file: SessionFile, record: Record, monkeypatch: pytest.MonkeyPatch
):
    """Somebody else's version arrives when ours is written but not yet in its place, three times over."""
    write, left = session_module.write_atomically, [1, 2, 3]

    def overtaken(path: Path, content: bytes, **how: Any) -> Any:
        def unless() -> bool:
            if left:
                learned(path, f"theirs {left.pop(0)}")
            return how["unless"]()

        return write(path, content, unless=unless)

    monkeypatch.setattr(session_module, "write_atomically", overtaken)
    written = file.save(titled(record, "mine"))
    assert written.others
    assert reread(file) == written.record
    assert written.record.incident.title == "mine"
    assert {"theirs 1", "theirs 2", "theirs 3"} <= {lesson.text for lesson in written.record.lessons}


def test_what_comes_right_behind_a_save_is_not_taken_for_it(file: SessionFile, record: Record, monkeypatch: pytest.MonkeyPatch):
    write = session_module.write_atomically

    def followed(path: Path, content: bytes, **how: Any) -> Any:
        facts = write(path, content, **how)
        learned(path, "theirs")
        return facts

    with monkeypatch.context() as at_once:
        at_once.setattr(session_module, "write_atomically", followed)
        file.save(titled(record, "mine"))
    assert file.touched()
    file.save(titled(record, "mine again"))
    assert "theirs" in [lesson.text for lesson in reread(file).lessons]
    assert reread(file).incident.title == "mine again"
