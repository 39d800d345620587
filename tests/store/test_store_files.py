"""Files are replaced whole or not at all; what is no session is refused in one sentence that says where."""

import os
from datetime import date
from pathlib import Path

import pytest

from noblame.model import Incident, Record
from noblame.store.atomic import write_atomically
from noblame.store.codec import Codec, load
from noblame.store.reading import decode, read_bytes
from noblame.store.refusal import SessionRefused
from noblame.store.session import SessionFile
from noblame.store.workspace import find, path_for, title, workspace


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "x.toml"
    path.write_bytes(b"old")
    return path


def full(*_: object, **__: object) -> int:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    ("owner", "step"),
    [(os, "open"), (os, "write"), (os, "fchmod"), (os, "fsync"), (Path, "replace")],
    ids=lambda value: str(value),
)
def test_an_interrupted_write_leaves_the_old_file_and_nothing_else(old: Path, owner, step: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(owner, step, full)
    with pytest.raises(OSError, match="No space"):
        write_atomically(old, b"new")
    monkeypatch.undo()
    assert old.read_bytes() == b"old"
    assert list(old.parent.iterdir()) == [old]


def test_a_disk_that_takes_little_at_a_time_gets_all_of_it(old: Path, monkeypatch: pytest.MonkeyPatch):
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, content: write(descriptor, content[:3]))
    write_atomically(old, b"all of this text")
    assert old.read_bytes() == b"all of this text"


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_permissions_stay(old: Path, mode: int):
    old.chmod(mode)
    write_atomically(old, b"new")
    assert old.stat().st_mode & 0o7777 == mode


def test_a_symbolic_link_stays_one(old: Path, tmp_path: Path):
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.toml"
    link.symlink_to(old)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert old.read_bytes() == b"new"
    assert list(link.parent.iterdir()) == [link]


def test_what_a_dead_writer_left_is_removed_and_a_living_one_is_left_alone(old: Path):
    dead, living, other = (old.with_name(f".{name}.tmp") for name in ("x.toml.999999999", "x.toml.1", "y.toml.999999999"))
    for path in (dead, living, other):
        path.write_bytes(b"half")
    write_atomically(old, b"new")
    assert (dead.exists(), living.exists(), other.exists()) == (False, True, True)


def test_a_trap_at_the_temporary_name_is_not_followed(old: Path, tmp_path: Path):
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    old.with_name(f".{old.name}.{os.getpid()}.tmp").symlink_to(victim)
    write_atomically(old, b"new")
    assert (old.read_bytes(), victim.read_bytes()) == (b"new", b"precious")


CONTENTS = [
    (b"\xff\xfes\0", "is UTF-16"),
    (b"schema = 1\n\0", "holds NUL bytes"),
    (b"schema = 1\n# caf\xe9\n", "line 2 is not UTF-8"),
    (b"schema = 1\nnot toml at all\n", "line 2"),
    (b"schema = 99\n", "schema 99 is newer"),
    (b"[x]\n" + b"y." * 100 + b"z = 1\n", "nested more than 64 levels"),
    (b'[[events]]\nid = "e1"\nat = 9999-12-31T23:59:59-23:59\n', "the year should be between"),
    (b"[incident]\ntitle = 7\n", "line 2: incident.title"),
    (b'[[actions]]\nid = "a1"\n[[actions]]\nid = "a1"\n', "id 'a1' stands twice"),
]


@pytest.mark.parametrize(("content", "said"), CONTENTS)
def test_a_file_that_is_no_session_is_refused(old: Path, content: bytes, said: str):
    old.write_bytes(content)
    with pytest.raises(SessionRefused) as refusal:
        SessionFile.open(old)
    message = str(refusal.value)
    assert message.startswith(f"{old}: ")
    assert said in message
    assert "\n" not in message
    assert old.read_bytes() == content


@pytest.mark.parametrize(
    ("make", "said"), [(None, "no such file"), (Path.mkdir, "is a folder"), (os.mkfifo, "not a regular file")]
)
def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path, make, said: str):
    path = tmp_path / "thing.toml"
    if make:
        make(path)
    with pytest.raises(SessionRefused, match=said):
        read_bytes(path)


def test_byte_order_mark_and_carriage_returns_are_read(old: Path):
    old.write_bytes('\ufeffschema = 1\r\n[incident]\r\ntitle = "x"\r\n'.encode())
    assert load(decode(read_bytes(old), old), old).incident.title == "x"


@pytest.mark.parametrize(
    ("given", "environment", "wanted"),
    [
        ("g", {"NOBLAME_DIR": "n"}, "g"),
        (None, {"NOBLAME_DIR": "n", "HOME": "h"}, "n"),
        (None, {"HOME": "h"}, "h/.local/share/noblame"),
        (None, {"HOME": "h", "XDG_DATA_HOME": "d"}, "d/noblame"),
    ],
)
def test_the_workspace(tmp_path: Path, given: str | None, environment: dict[str, str], wanted: str):
    assert workspace(Path(given) if given else None, environment, tmp_path) == Path(wanted)
    (tmp_path / "sessions").mkdir()
    if not given and "NOBLAME_DIR" not in environment:
        assert workspace(None, environment, tmp_path) == tmp_path / "sessions"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("Mail queue stuck", "Mail lost", "Zürich: down!"):
        path = path_for(tmp_path, name, date(2024, 1, 15))
        path.write_text(Codec().dump(Record(incident=Incident(title=name))), encoding="utf-8")
    (tmp_path / "broken.toml").write_text("not toml")
    return tmp_path


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("2024-01-15-mail-lost", "2024-01-15-mail-lost.toml"), ("queue", "2024-01-15-mail-queue-stuck.toml"),
        ("DOWN", "2024-01-15-z-rich-down.toml"), ("zürich", "2024-01-15-z-rich-down.toml"), ("broken", "broken.toml"),
    ],
)  # fmt: skip
def test_a_session_is_found_by_part_of_its_name(folder: Path, wanted: str, found: str):
    assert find(wanted, folder) == folder / found


@pytest.mark.parametrize(("wanted", "said"), [("mail", "means any of"), ("nothing", "no such session"), ("[", "no such session")])
def test_no_session_or_several_are_told(folder: Path, wanted: str, said: str):
    with pytest.raises(SessionRefused, match=said):
        find(wanted, folder)


def test_a_file_of_another_name_is_meant_itself(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(folder)
    Path("notes.txt").write_text("x")
    assert find("notes.txt", folder) == Path("notes.txt")


def test_names_for_files(folder: Path):
    assert path_for(folder, "Mail lost", date(2024, 1, 15)).name == "2024-01-15-mail-lost-2.toml"
    assert path_for(folder, "../../etc", date(2024, 1, 15)).name == "2024-01-15-etc.toml"
    assert path_for(folder, "事故", date(2024, 1, 15)).name == "2024-01-15-incident.toml"
    assert len(path_for(folder, "x" * 500, date(2024, 1, 15)).name) < 100
    assert find("./a/path.toml", folder) == Path("a/path.toml")
    assert title(folder / "broken.toml") == ""
