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
