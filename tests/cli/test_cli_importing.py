"""``noblame import``: what the file does not say is given, or asked for at a terminal; columns can be named."""

import io
import json
import sys
from pathlib import Path

import pytest

from noblame.cli.main import main

TABLE = "Wann;Wer;Notiz;Was\n15.01.2024 14:00;Ann;pool empty since a while;dry\n15.01.2024 14:05;Bo;rolled back, all of it;ok\n"


class Terminal(io.StringIO):
    """A keyboard at which the answers are typed."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def table(tmp_path: Path) -> str:
    path = tmp_path / "notes.csv"
    path.write_text(TABLE, encoding="utf-8")
    return str(path)


def entries(capsys: pytest.CaptureFixture[str]) -> list[dict]:
    return json.loads(capsys.readouterr().out)["entries"]


def test_columns_are_named_by_title_or_number(table, capsys):
    assert main(["import", table, "--dry-run", "--json", "--zone", "UTC", "--map", "text=notiz", "--map", "author=4"]) == 0
    assert [(e["author"], e["text"]) for e in entries(capsys)] == [
        ("dry", "pool empty since a while"), ("ok", "rolled back, all of it"),
    ]  # fmt: skip


def test_a_column_that_is_not_there_is_refused_with_those_that_are(table, capsys):
    assert main(["import", table, "--dry-run", "--zone", "UTC", "--map", "text=Foo"]) == 3
    assert "the columns are 'Wann', 'Wer', 'Notiz', 'Was'" in capsys.readouterr().err
    assert main(["import", table, "--dry-run", "--map", "Foo"]) == 2
    assert "write ROLE=COLUMN" in capsys.readouterr().err


def test_a_person_at_a_terminal_is_asked(table, capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", Terminal("Atlantis\nEurope/Prague\n"))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert main(["import", table, "--dry-run", "--json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["entries"][0]["at"] == "2024-01-15T14:00:00+01:00"
    assert "times are written without a zone" in told.err
    assert "Atlantis: write UTC" in told.err


def test_a_script_is_told_which_option_to_give(table, capsys):
    assert main(["import", table, "--dry-run"]) == 3
    assert "--zone" in capsys.readouterr().err


def test_a_start_without_an_offset_is_told_in_the_zone_that_was_given(tmp_path, capsys):
    path = tmp_path / "call.vtt"
    path.write_text("WEBVTT\n\n00:00:10.000 --> 00:00:12.000\nAnn: dry\n", encoding="utf-8")
    assert main(["import", str(path), "--dry-run", "--json", "--start", "2024-01-15T14:00", "--zone", "Europe/Prague"]) == 0
    assert entries(capsys)[0]["at"] == "2024-01-15T14:00:10+01:00"


def test_lines_on_standard_input_are_entries(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", type("In", (), {"buffer": io.BytesIO(b"14:31 alert fired\n14:35 looking\n")})())
    assert main(["import", "-", "--dry-run", "--json", "--zone", "UTC", "--date", "2024-01-15"]) == 0
    assert [(e["at"][11:16], e["text"]) for e in entries(capsys)] == [("14:31", "alert fired"), ("14:35", "looking")]


def test_a_clock_that_was_wrong_is_set_right_at_once_and_a_second_import_adds_nothing(table, tmp_path, capsys):
    assert main(["--dir", str(tmp_path), "new", "Dry pool", "--no-open"]) == 0
    session = capsys.readouterr().out.strip()
    line = ["import", table, "--into", session, "--zone", "UTC", "--shift=-40s"]
    assert main(line) == 0
    assert main(line) == 0
    assert "0 rows added, 2 were known" in capsys.readouterr().err
    main(["show", session, "--json"])
    told = [(event["at"], event["set_right"]) for event in json.loads(capsys.readouterr().out)["events"]]
    assert told == [("2024-01-15T13:59:20Z", "-40s"), ("2024-01-15T14:04:20Z", "-40s")]
    assert main([*line[:-1], "--shift", "soon"]) == 2
    assert "write by how much" in capsys.readouterr().err


def test_drawn_causes_go_into_the_analysis_and_come_out_in_any_form(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("NOBLAME_DIR", str(tmp_path))
    assert main(["new", "Mail late", "--no-open"]) == 0
    session = capsys.readouterr().out.strip()
    tree = tmp_path / "tree.txt"
    tree.write_text("Top event: Mail was late\n├── AND: Queue full\n└── AND: Nobody looked\n", encoding="utf-8")
    assert main(["import", str(tree), "--into", session, "--dry-run"]) == 0
    assert capsys.readouterr().out == "faulttree: 3 causes\n"
    assert main(["import", str(tree), "--into", session]) == 0
    assert "taken: 3 causes" in capsys.readouterr().err
    assert main(["import", str(tree), "--into", session]) == 0
    assert "nothing new" in capsys.readouterr().err
    assert main(["export", session, "--to", "faulttree"]) == 0
    assert capsys.readouterr().out == "Top event: Mail was late [c1]\n├─ AND: Queue full [c2]\n└─ AND: Nobody looked [c3]\n"
    assert main(["export", session, "--to", "openpsa", "-o", str(tmp_path / "t.xml")]) == 0
    assert main(["faulttree", str(tmp_path / "t.xml")]) == 0
    assert "c2 + c3" in capsys.readouterr().out
    assert main(["export", session, "--to", "svg", "--drawing", "sideways"]) == 3
    assert "take whys, fishbone, faulttree" in capsys.readouterr().err
