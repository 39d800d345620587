"""What noblame keeps beside a session: older versions, drafts, notes in the inbox, a report of its own faults."""

import os
import stat
from pathlib import Path

import pytest

from noblame.model import Record
from noblame.store import copies as copies_module
from noblame.store import inbox
from noblame.store.codec import Codec, load
from noblame.store.copies import Copies
from noblame.store.draft import Draft, Drafts
from noblame.store.refusal import SessionRefused
from noblame.store.report import report
from noblame.store.session import SessionFile
from noblame.store.workspace import find, sessions
from noblame.store.writer import Saved, Writer


@pytest.fixture
def session(tmp_path: Path) -> Path:
    return tmp_path / "work" / "s.toml"


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


def contents(copies: Copies) -> list[bytes]:
    return [path.read_bytes() for path in copies.all()]


def titled(record: Record, title: str) -> Record:
    return record.but(incident=record.incident.but(title=title))


def test_versions_are_kept_newest_first_and_each_once(state: Path, session: Path):
    copies = Copies(state, session)
    for content in (b"one", b"two", b"two", b"three"):
        copies.keep(content)
    assert contents(copies) == [b"three", b"two", b"one"]
    assert [path.name for path in copies.all()] == ["000003.toml", "000002.toml", "000001.toml"]
    folder = copies.all()[0].parent
    assert (stat.S_IMODE(folder.stat().st_mode), stat.S_IMODE(copies.all()[0].stat().st_mode)) == (0o700, 0o600)
    assert state in folder.parents
    assert contents(Copies(state, session.with_name("other.toml"))) == []


def test_the_first_version_of_a_run_is_kept_once(state: Path, session: Path):
    copies = Copies(state, session)
    copies.keep(b"one", first=True)
    copies.keep(b"two", first=True)
    assert contents(copies) == [b"one"]
    Copies(state, session).keep(b"three", first=True)
    assert contents(copies) == [b"three", b"one"]


def test_only_so_many_versions_are_kept(state: Path, session: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(copies_module, "KEPT", 3)
    copies = Copies(state, session)
    for number in range(6):
        copies.keep(str(number).encode())
    assert contents(copies) == [b"5", b"4", b"3"]


def test_a_save_keeps_what_was_there_before_and_what_others_wrote_over(state: Path, session: Path, record: Record):
    SessionFile.create(session, record)
    before = session.read_bytes()
    file = SessionFile.open(session, Copies(state, session))
    file.save(titled(record, "ours"))
    file.save(titled(record, "ours again"))
    assert contents(Copies(state, session)) == [before]
    ours = session.read_bytes()
    session.write_text(Codec().dump(titled(record, "theirs")), encoding="utf-8")
    file.save(file.record.but(people=()))
    assert contents(Copies(state, session)) == [ours, before]


def test_a_writer_goes_on_at_another_path(session: Path, record: Record):
    reports: list[Saved] = []
    writer = Writer(SessionFile.create(session, record), reports.append)
    elsewhere = session.with_name("elsewhere.toml")
    writer.move(elsewhere)
    writer.save(titled(record, "moved"))
    assert writer.close()
    assert load(elsewhere.read_text(), elsewhere).incident.title == "moved"
    assert load(session.read_text(), session) == record


def test_a_draft_is_left_by_a_program_that_ended_and_by_no_other(state: Path, session: Path):
    ended, runs = Drafts(state, session, process=2**22 + 7), Drafts(state, session, process=os.getppid())
    ended.keep(Draft(text="from the one that ended"))
    runs.keep(Draft(text="from the one that runs"))
    mine = Drafts(state, session)
    assert mine.left() == Draft(text="from the one that ended")
    mine.drop()
    assert mine.left() is None
    assert [Draft(aside="x").typed, Draft(edit="x").typed, Draft(text=" ").typed] == [True, True, False]


def test_notes_of_the_inbox_are_read_without_their_names_and_moved_aside(session: Path):
    folder = inbox.folder_of(session)
    folder.mkdir(parents=True)
    for name, text in (("ana.txt", "one\x1b"), ("bo.md", "two"), (".hidden", "no"), ("empty", " \n")):
        (folder / name).write_text(text)
    (folder / "link").symlink_to(folder / "bo.md")
    os.mkfifo(folder / "pipe")
    notes = inbox.waiting(session)
    assert sorted(note.text for note in notes) == ["one␛", "two"]
    assert [note.key for note in notes] == sorted(note.key for note in notes)
    assert not {"ana", "bo"} & set("".join(note.key for note in notes))
    key = next(note.key for note in notes if note.text == "two")
    inbox.screened(session, key, "taken")
    assert [note.text for note in inbox.waiting(session)] == ["one␛"]
    assert (folder / "taken" / "bo.md").read_text() == "two"


def test_a_report_tells_the_stack_and_nobodys_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)

    def fails(words: str) -> None:
        try:
            raise KeyError(words)
        except KeyError as problem:
            raise ValueError(words) from problem

    with pytest.raises(ValueError, match="Ana did it") as caught:
        fails("Ana did it")
    text = Path(report(caught.value)).read_text()
    first, parts, _, kind, *_ = text.split("\n")
    assert first.startswith("noblame ")
    assert all(part.split(" ")[0] in ("textual", "pydantic", "tomli", "rich") for part in parts.split(", "))
    assert (kind, "KeyError" in text, "Ana" in text, str(tmp_path) in text) == ("ValueError", True, False, False)
    assert "test_store_aside.py" in text
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    assert report(caught.value) == ""


def test_a_session_is_found_by_path_id_and_a_part_of_its_title(tmp_path: Path, record: Record):
    for name, title in (
        ("2024-01-15-mail", "Mail queue stuck"),
        ("2024-02-01-mail", "Mail lost"),
        ("2024-03-01-db", "Database full"),
    ):
        SessionFile.create(tmp_path / f"{name}.toml", titled(record, title))
    (tmp_path / "noblame.toml").write_text("")
    assert [path.stem for path in sessions(tmp_path)] == ["2024-01-15-mail", "2024-02-01-mail", "2024-03-01-db"]
    for wanted in ("2024-01-15-mail", "QUEUE", str(tmp_path / "2024-01-15-mail.toml")):
        assert find(wanted, tmp_path).stem == "2024-01-15-mail"
    with pytest.raises(SessionRefused, match="means any of 2024-01-15-mail, 2024-02-01-mail"):
        find("mail", tmp_path)
    with pytest.raises(SessionRefused, match="there is no such session"):
        find("disk", tmp_path)
    assert sessions(tmp_path / "nowhere") == []
