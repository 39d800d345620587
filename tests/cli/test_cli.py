"""The command line as scripts use it: data on stdout, one line on stderr, exit codes."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from noblame import __version__
from noblame.cli.main import main
from noblame.store.session import SessionFile


@pytest.fixture(autouse=True)
def _away_from_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NOBLAME_DIR", str(tmp_path / "work"))


@pytest.fixture
def session(capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["new", "Mail queue stuck", "--no-open"]) == 0
    return capsys.readouterr().out.strip()


def test_new_prints_the_path_of_a_session_that_opens_by_a_part_of_its_title(session: str, capsys):
    assert Path(session).is_file()
    assert Path(session).stem.endswith("-mail-queue-stuck")
    assert main(["show", "queue stuck"]) == 0
    assert 'title = "Mail queue stuck"' in capsys.readouterr().out


def test_a_second_session_of_the_same_title_gets_its_own_name(session: str, capsys):
    main(["new", "Mail queue stuck", "--no-open"])
    assert capsys.readouterr().out.strip() != session
    assert main(["show", "mail"]) == 3
    assert "name one of them" in capsys.readouterr().err


def test_add_takes_the_grammar_of_the_capture_line(session: str, capsys):
    for line, made in (
        ("14:31 first alert #detected", "e1"),
        ("/cause Mail was late", "c1"),
        ("/cause Queue was full #environment", "c2"),
        ("/action Alert on queue age > 5 min @ana p1 done: fires in staging for c2", "a1"),
        ("+ the runbook was at hand", "l1"),
        ("/park who owns the relay", "n1"),
        ("/person dana as facilitator", "dana"),
    ):
        assert main(["add", session, line]) == 0
        assert capsys.readouterr().out.strip() == made
    main(["show", session, "--json"])
    record = json.loads(capsys.readouterr().out)
    assert record["events"][0]["kind"] == "detected"
    assert record["causes"][1]["parents"] == ["c1"]
    assert record["causes"][1]["category"] == "environment"
    assert record["actions"][0]["owner"] == "ana"
    assert record["actions"][0]["priority"] == "P1"
    assert record["actions"][0]["done_when"] == "fires in staging"
    assert record["actions"][0]["answers"] == ["c2"]
    assert record["people"][0]["roles"] == ["facilitator"]


def test_add_reads_lines_from_standard_input_and_says_which_it_could_not_take(session: str, capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"14:31 one\n\n/next-part\n14:32 two\n")))
    assert main(["add", session, "-"]) == 3
    out, err = capsys.readouterr()
    assert out.split() == ["e1", "e2"]
    assert "line 3" in err
    assert "/next-part" in err


def test_who_was_heard_how_often_is_exported_only_when_asked(session: str, capsys):
    main(["add", session, "/person zoe as observer"])
    file = SessionFile.open(Path(session))
    file.save(file.record.but(people=tuple(person.but(turns=7) for person in file.record.people)))
    capsys.readouterr()
    for asked in ([], ["--turns"]):
        main(["export", session, *asked])
        assert ("Zoe 7" in capsys.readouterr().out) == bool(asked)


def test_export_writes_the_same_to_a_file_and_to_standard_output(session: str, capsys, tmp_path):
    main(["add", session, "14:31 first alert #detected"])
    capsys.readouterr()
    assert main(["export", session]) == 0
    out = capsys.readouterr().out
    assert main(["export", session, "-o", str(tmp_path / "doc.md")]) == 0
    assert (tmp_path / "doc.md").read_text() == out
    assert "14:31" in out
    assert main(["export", session, "--profile", "nonesuch"]) == 3


def test_import_can_be_looked_at_before_it_is_taken(session: str, capsys, tmp_path):
    table = tmp_path / "notes.csv"
    table.write_text("time,who,what\n2024-01-15T14:31:00Z,ana,alert fired\n2024-01-15T14:40:00Z,bo,queue drained\n")
    assert main(["import", str(table), "--dry-run", "--json"]) == 0
    seen = json.loads(capsys.readouterr().out)
    assert [entry["text"] for entry in seen["entries"]] == ["alert fired", "queue drained"]
    assert seen["records"] == 2
    assert main(["import", str(table), "--into", session]) == 0
    assert "2 rows added" in capsys.readouterr().err
    assert main(["import", str(table), "--into", session]) == 0
    assert "0 rows added, 2 were known" in capsys.readouterr().err
    assert main(["import", str(table)]) == 2


def test_times_without_a_zone_are_asked_for(session: str, capsys, tmp_path):
    table = tmp_path / "notes.csv"
    table.write_text("time,what\n2024-01-15 14:31:00,alert fired\n")
    assert main(["import", str(table), "--into", session]) == 3
    assert "--zone" in capsys.readouterr().err
    assert main(["import", str(table), "--into", session, "--zone", "Europe/Prague"]) == 0
    main(["show", session, "--json"])
    assert json.loads(capsys.readouterr().out)["events"][0]["at"].startswith("2024-01-15T14:31:00+01:00")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"schema = 7\n", "schema 7 is newer"),
        (b"[incident\n", "not TOML at line 1"),
        (b"[incident]\ntitle = 4\n", "line 2: incident.title"),
        (b"\xff\xfe[\x00", "is UTF-16"),
        (b'title = "\xe9"\n', "line 1 is not UTF-8"),
        (b"a\0b", "holds NUL bytes"),
    ],
)
def test_what_is_no_session_is_refused_in_one_line_and_left_alone(content: bytes, said: str, capsys, tmp_path):
    path = tmp_path / "bad.toml"
    path.write_bytes(content)
    for words in (["show", str(path)], ["add", str(path), "14:31 x"], ["export", str(path)]):
        assert main(words) == 3
        err = capsys.readouterr().err
        assert said in err
        assert err.count("\n") == 1
        assert str(path) in err
    assert path.read_bytes() == content


def test_other_things_at_a_path_are_refused(capsys, tmp_path):
    import os

    os.mkfifo(tmp_path / "pipe.toml")
    for path in (tmp_path / "pipe.toml", tmp_path, tmp_path / "nothing.toml"):
        assert main(["show", str(path) if path != tmp_path else f"{path}/"]) == 3
        assert capsys.readouterr().err.count("\n") == 1


def test_a_file_that_cannot_be_written_is_said(session: str, capsys, monkeypatch):
    def full(path: object, content: bytes, **how: object) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr("noblame.store.session.write_atomically", full)
    before = Path(session).read_bytes()
    assert main(["add", session, "14:31 x"]) == 4
    assert "No space left on device" in capsys.readouterr().err
    assert Path(session).read_bytes() == before


def test_without_a_terminal_the_screen_says_so(session: str, capsys):
    assert main(["open", session]) == 2
    assert main(["demo"]) == 2
    assert capsys.readouterr().err.count("needs a terminal") == 2


def test_a_fault_of_ours_is_one_line_and_a_report_without_words(session: str, capsys, monkeypatch):
    def broken(*args: object) -> None:
        raise RuntimeError("SECRET WORDS")

    monkeypatch.setattr("noblame.cli.show.opened", broken)
    assert main(["show", session]) == 70
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    report = Path(err.strip().rsplit(" ", 1)[1])
    assert "RuntimeError" in report.read_text()
    assert "SECRET" not in report.read_text() + err
    report.unlink()


def test_the_schema_allows_what_the_sessions_hold(capsys):
    assert main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert {"incident", "events", "causes", "actions", "schema"} <= set(schema["properties"])


def test_keys_lists_every_command_once(capsys):
    from noblame.editor.commands import COMMANDS

    assert main(["keys"]) == 0
    assert len(capsys.readouterr().out.strip().split("\n")) == len(COMMANDS)


@pytest.mark.parametrize("words", [["--help"], ["add", "--help"], ["import", "--help"]])
def test_help_shows_examples(words: list[str], capsys):
    assert main(words) == 0
    assert "noblame" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        ["--version"],
        ["show", "S", "--json"],
        ["export", "S"],
        ["add", "S", "14:31 x"],
        ["schema"],
        ["keys"],
        ["new", "x", "--no-open"],
    ],
)
def test_only_the_screen_loads_textual(words: list[str], session: str):
    words = [session if word == "S" else word for word in words]
    run = "try: main()\nexcept SystemExit: pass\n"
    code = f"import sys\nfrom noblame.__main__ import main\nsys.argv[1:] = {words!r}\n{run}"
    code += "assert not {'textual', 'rich'} & set(sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_version_is_that_of_the_package():
    from importlib.metadata import version

    done = subprocess.run([sys.executable, "-m", "noblame", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"noblame {__version__}\n"
    assert version("noblame") == __version__


@pytest.fixture
def versions(session: str) -> tuple[Path, Path, Path]:
    """The same session three times: as it was, with a line of ours, with one of theirs."""
    base = Path(session)
    ours, theirs = base.with_name("ours.toml"), base.with_name("theirs.toml")
    for path in (ours, theirs):
        path.write_bytes(base.read_bytes())
        main(["add", str(path), f"2024-01-15T14:30Z seen by {path.stem}"])
    return base, ours, theirs


def test_merge_keeps_both_hands(versions: tuple[Path, Path, Path], capsys):
    capsys.readouterr()
    assert main(["merge", *map(str, versions)]) == 0
    out = capsys.readouterr().out
    assert "seen by ours" in out
    assert "seen by theirs" in out
    assert main(["merge", *map(str, versions), "-o", str(versions[1])]) == 0
    assert versions[1].read_text() == out


def test_merge_keeps_both_values_of_a_field_and_says_so(versions: tuple[Path, Path, Path], capsys):
    for path in versions[1:]:
        path.write_text(path.read_text().replace("Mail queue stuck", f"title of {path.stem}"))
    assert main(["merge", *map(str, versions)]) == 0
    told = capsys.readouterr()
    assert "title of ours" in told.out
    assert "title of theirs" in told.out
    assert "one field was changed on both sides" in told.err


def test_merge_writes_nothing_where_a_version_is_no_session(versions: tuple[Path, Path, Path], capsys):
    versions[2].write_text("not toml")
    before = versions[1].read_bytes()
    assert main(["merge", *map(str, versions), "-o", str(versions[1])]) == 3
    assert versions[1].read_bytes() == before
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_git_merges_two_branches_by_the_driver(versions: tuple[Path, Path, Path], tmp_path: Path):
    def git(*words: str) -> None:
        identity = ("-c", "user.name=A", "-c", "user.email=a@example.com")
        subprocess.run(["git", *identity, *words], cwd=repository, check=True, capture_output=True)

    repository = tmp_path / "repository"
    repository.mkdir()
    git("init")
    git("config", "merge.noblame.driver", f"{sys.executable} -m noblame merge %O %A %B -o %A")
    (repository / ".gitattributes").write_text("*.toml merge=noblame\n")
    session = repository / "session.toml"
    starts: dict[str, list[str]] = {"base": [], "ours": ["base"], "theirs": ["base"]}
    for path, (branch, start) in zip(versions, starts.items(), strict=True):
        git("checkout", "-B", branch, *start)
        session.write_bytes(path.read_bytes())
        git("add", ".")
        git("commit", "-m", branch)
    git("checkout", "ours")
    git("merge", "theirs", "-m", "both")
    assert "seen by ours" in session.read_text()
    assert "seen by theirs" in session.read_text()


def test_secrets_stay_out_of_the_document_unless_asked_for(session: str, capsys):
    main(["add", "mail", "2024-01-15T14:30Z run with --token abc123"])
    capsys.readouterr()
    assert main(["export", "mail"]) == 0
    told = capsys.readouterr()
    assert "abc123" not in told.out
    assert "--with-secrets" in told.err
    assert main(["export", "mail", "--with-secrets"]) == 0
    assert "abc123" in capsys.readouterr().out


def test_a_new_session_asks_about_gaps_as_the_team_wants(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "noblame.toml").write_text("[timeline]\ngap_minutes = 12\n")
    assert main(["new", "Quiet hours", "--no-open"]) == 0
    assert "gap_minutes = 12" in Path(capsys.readouterr().out.strip()).read_text()


def test_merge_leaves_other_toml_alone(versions: tuple[Path, Path, Path], capsys):
    settings = '# ours\n[lint]\npeople = ["Dana"]\n'
    for path in versions:
        path.write_text(settings)
    assert main(["merge", *map(str, versions), "-o", str(versions[1])]) == 3
    assert versions[1].read_text() == settings
    assert "is no session but another TOML file" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--help"], ["keys"], ["show", "mail"], ["add", "mail", "14:30 x"]])
@pytest.mark.parametrize("closed", [">&-", "2>&-"])
def test_a_closed_output_is_no_trouble(session: str, words: list[str], closed: str):
    command = f'exec "$0" -m noblame "$@" {closed}'
    done = subprocess.run(["/bin/sh", "-c", command, sys.executable, *words], capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stdout + done.stderr) == (0, False)


def test_a_file_that_cannot_be_read_hides_no_other(session: str, tmp_path: Path, capsys):
    folder = Path(session).parent
    (folder / os.fsdecode(b"b\xff.toml")).write_text("x = [")
    (folder / "mem.toml").symlink_to("/proc/self/mem")
    assert main(["show", "mail"]) == 0
    assert main(["show", str(folder / "mem.toml")]) == 3
    assert "cannot be read" in capsys.readouterr().err
