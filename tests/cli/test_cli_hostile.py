"""What can stand where a file, a terminal or input is expected: one line says so, nothing hangs, nothing is changed."""

import io
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from noblame.cli import standard_input
from noblame.cli.main import main
from noblame.model import MOST_ENTRIES, Cause, Event, Incident, Record
from noblame.store.codec import Codec


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, record: Record) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NOBLAME_DIR", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    path = tmp_path / "s.toml"
    path.write_text(Codec().dump(record), encoding="utf-8")
    return path


def refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Run a command that has to refuse its input and return the one line that it says."""
    capsys.readouterr()
    assert main(words) == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert told.err.isascii() or "�" not in told.err
    return told.err


SETTINGS: dict[str, Callable[[Path], object]] = {
    "binary": lambda path: path.write_bytes(bytes(range(256)) * 99),
    "huge": lambda path: path.write_bytes(b"a" * (33 * 2**20)),
    "no UTF-8": lambda path: path.write_bytes(b"# caf\xe9\n"),
    "UTF-16": lambda path: path.write_bytes("[lint]".encode("utf-16")),
    "dotted": lambda path: path.write_text("a." * 30_000 + "b = 1"),
    "deep": lambda path: path.write_text(f"a = {'[' * 5_000}{']' * 5_000}"),
    "another type": lambda path: path.write_text("lint = 3"),
    "a number too long": lambda path: path.write_text(f"a = {'9' * 5_000}"),
    "conflict": lambda path: path.write_text("<<<<<<< ours\n"),
    "pipe": os.mkfifo,
    "folder": Path.mkdir,
    "device": lambda path: path.symlink_to("/dev/zero"),
    "circle": lambda path: path.symlink_to(path),
    "card that is a device": lambda path: path.write_text('[agenda]\ncard = "/dev/zero"'),
    "no card": lambda path: path.write_text('[agenda]\ncard = "nowhere"'),
}


@pytest.mark.parametrize("kind", SETTINGS)
def test_settings_that_are_none(session: Path, kind: str, capsys):
    settings = session.with_name("noblame.toml")
    SETTINGS[kind](settings)
    before = session.read_bytes()
    said = refused(["check", str(session)], capsys)
    assert str(settings.parent) in said or "/dev/zero" in said
    refused(["add", str(session), "14:31 hello"], capsys)
    assert session.read_bytes() == before


def piped(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


COMMANDS = (["add", "s.toml", "-"], ["lint", "--jsonl"], ["import", "-", "--into", "s.toml"], ["faulttree", "-"])


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_standard_input_that_is_closed_or_never_ends(session: Path, words: list[str], capsys, monkeypatch):
    before = session.read_bytes()
    monkeypatch.setattr(sys, "stdin", None)
    assert "standard input: is closed" in refused(words, capsys)
    monkeypatch.setattr(standard_input, "LARGEST", 1)
    piped(monkeypatch, b"x" * (65 * 2**20))
    assert "is larger than" in (said := refused(words, capsys)) or "is longer than" in said
    assert session.read_bytes() == before


def test_a_list_that_nobody_types_is_sent_to_import(session: Path, capsys, monkeypatch):
    piped(monkeypatch, b"14:31 row\n" * 3_000)
    assert "'noblame import - --into SESSION'" in refused(["add", "s.toml", "-"], capsys)


def test_lint_says_once_that_lines_say_nothing_and_gives_up_on_what_is_something_else(session: Path, capsys, monkeypatch):
    good = b'{"id": 1, "text": "x", "kind": "why"}\n'
    for bad, answered in ((1, 1), (9, 1), (100_000, 0)):
        piped(monkeypatch, b"nothing\n" * bad + good)
        assert main(["lint", "--jsonl"]) == 3
        said = capsys.readouterr()
        assert (said.err.count("\n"), said.out.count("\n")) == (1, answered)


def test_bytes_that_are_no_text_become_text(session: Path, capsys, monkeypatch):
    piped(monkeypatch, b"14:31 \xff\xfe caf\xe9 \x1b[31m red \xc2\x9b \x00\n")
    assert main(["add", "s.toml", "-"]) == 0
    assert main(["show", "s.toml"]) == 0
    shown = capsys.readouterr().out
    assert "caf" in shown
    assert not set(shown) & {"\x1b", "\x9b", "\0"}


def test_more_entries_than_a_session_holds(session: Path, capsys, monkeypatch):
    at = datetime(2024, 1, 15, tzinfo=UTC)
    table = session.with_name("rows.csv")
    rows = (f"{at + timedelta(seconds=second):%Y-%m-%dT%H:%M:%SZ},row {second}" for second in range(MOST_ENTRIES))
    table.write_text("time,what\n" + "\n".join(rows), encoding="utf-8")
    before = session.read_bytes()
    assert f"at most {MOST_ENTRIES:,}" in refused(["import", str(table), "--into", "s.toml"], capsys)
    assert session.read_bytes() == before
    session.write_text("schema = 1\n" + "".join(f'[[links]]\nid = "r{n}"\n' for n in range(MOST_ENTRIES + 1)))
    assert f"more than the {MOST_ENTRIES:,}" in refused(["show", "s.toml"], capsys)


@pytest.mark.parametrize("command", [["show"], ["check"], ["export"]], ids=lambda words: words[0])
def test_a_chain_of_five_thousand_causes_is_no_deeper_than_the_stack(session: Path, command: list[str], capsys):
    chain = tuple(Cause(id=f"c{n}", text=f"why {n}", parents=(f"c{n - 1}",)) for n in range(2, 5_001))
    record = Record(incident=Incident(title="deep"), causes=(Cause(id="c1", kind="effect", text="it"), *chain))
    session.write_text(Codec().dump(record), encoding="utf-8")
    assert main([*command, "s.toml"]) in (0, 1)
    assert "why 5000" in capsys.readouterr().out or command == ["check"]


def run(words: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    kept = {"PATH": os.environ["PATH"], "HOME": str(folder), "NOBLAME_DIR": str(folder)}
    program = [sys.executable, "-m", "noblame", *words]
    return subprocess.run(program, env=kept | environment, cwd=folder, capture_output=True, stdin=subprocess.DEVNULL, timeout=60)


@pytest.mark.parametrize("environment", [{"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0"}])
def test_any_locale_gets_the_words(session: Path, environment: dict[str, str]):
    session.write_text(Codec().dump(Record(incident=Incident(title="Zürich 東京"), events=(Event(id="e1", text="λ ✓"),))))
    for words in (["show", "s.toml"], ["export", "s.toml"], ["check", "s.toml"], ["show", "nichts-ü"]):
        done = run(words, session.parent, **environment)
        assert done.returncode in (0, 1, 3)
        assert b"Traceback" not in done.stderr
    done = run(["export", "s.toml"], session.parent, **environment)
    assert "Zürich 東京" in done.stdout.decode()


def test_a_reader_that_goes_away_is_no_fault(session: Path):
    reading, writing = os.pipe()
    os.close(reading)
    kept = {"PATH": os.environ["PATH"], "HOME": str(session.parent), "NOBLAME_DIR": str(session.parent)}
    done = subprocess.run([sys.executable, "-m", "noblame", "show", "s.toml"], env=kept, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert done.returncode == 141
    assert done.stderr == b""


def test_a_pipe_as_a_source_is_not_waited_for(session: Path, capsys):
    os.mkfifo(session.with_name("pipe"))
    done = threading.Event()
    threading.Thread(target=lambda: (refused(["import", "pipe", "--into", "s.toml"], capsys), done.set()), daemon=True).start()
    assert done.wait(20)


@pytest.mark.parametrize("number", ["x", "0", "-1", "1.5", "9" * 5_000])
def test_a_count_that_is_none_is_told_in_words(number: str, capsys):
    assert main(["faulttree", "t.xml", f"--limit-order={number}"]) == 2
    assert "argument --limit-order: takes a whole number from 1" in capsys.readouterr().err


def test_a_tree_that_is_not_there_is_not_taken_for_a_session(tmp_path: Path, capsys):
    assert "there is no such file" in refused(["faulttree", str(tmp_path / "tree.xml")], capsys)
