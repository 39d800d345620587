"""``check`` and ``lint`` as scripts use them."""

import io
import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from noblame.cli.main import main


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NOBLAME_DIR", str(tmp_path / "work"))
    return tmp_path / "work"


@pytest.fixture
def session(capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["new", "Mail queue stuck", "--no-open"]) == 0
    path = capsys.readouterr().out.strip()
    main(["add", path, "14:31 We should have paged sooner"])
    main(["add", path, "/action", "Improve", "monitoring", "@bob", "p1"])
    capsys.readouterr()
    return path


def checked(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = main(["check", *words])
    return code, capsys.readouterr().out


def test_findings_stand_on_a_line_each_with_file_place_rule_and_what_to_do(session: str, capsys):
    code, out = checked(capsys, session)
    assert code == 1
    line = next(line for line in out.splitlines() if "blame.counterfactual" in line)
    assert line.startswith(f"{session}: e1: warning: “")
    assert "(What could be seen then" in line
    assert any("alert when ‹metric›" in line and "a1: warning" in line for line in out.splitlines())


def test_json_has_stable_keys_and_spans(session: str, capsys):
    code, out = checked(capsys, session, "--json")
    found = json.loads(out)
    assert code == 1
    assert {tuple(sorted(finding)) for finding in found} == {("file", "level", "message", "place", "rule", "span", "suggestion")}
    blamed = next(finding for finding in found if finding["rule"] == "blame.counterfactual")
    start, end = blamed["span"]
    assert "should have" in "We should have paged sooner"[start:end]


def test_only_the_chosen_level_counts(session: str, capsys):
    levels = ("note", "warning", "error")
    counts = [len(json.loads(checked(capsys, session, "--json", "--level", level)[1])) for level in levels]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[1] > 0
    main(["add", session, "14:30 queue grows #impact"])
    capsys.readouterr()
    code, out = checked(capsys, session, "--level", "error")
    assert (code, out) == (0, "")


def test_rules_and_words_are_switched_off_in_the_settings(session: str, folder: Path, capsys):
    (folder / "noblame.toml").write_text('[lint]\noff = ["action", "no-summary"]\nallowed = ["should have paged"]\n')
    _, out = checked(capsys, session)
    assert "action.anti-pattern" not in out
    assert "no-summary" not in out
    assert "blame." not in out
    assert "no-severity" in out


def test_settings_beside_a_session_hold_for_it_wherever_it_lies(session: str, folder: Path, tmp_path: Path, capsys):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (copy,) = [shutil.copy(path, elsewhere) for path in folder.glob("*.toml")]
    (folder / "noblame.toml").write_text('[lint]\noff = ["no-summary"]\n')
    _, out = checked(capsys, copy)
    assert "no-summary" not in out
    assert "no-severity" in out
    (elsewhere / "noblame.toml").write_text('[lint]\noff = ["no-severity"]\n')
    _, out = checked(capsys, copy)
    assert "no-summary" in out
    assert "no-severity" not in out
    assert "no-severity" in checked(capsys, session)[1]


def test_what_has_no_effect_in_the_settings_is_told_and_the_rest_counts(session: str, folder: Path, capsys):
    (folder / "noblame.toml").write_text('later = 1\n[lint]\noff = ["blame.judgment", "no-summary"]\npeopel = ["Jasper"]\n')
    main(["check", session, session])
    out, err = capsys.readouterr()
    assert "no-summary" not in out
    assert err.splitlines() == [
        "noblame: noblame.toml: later is no setting that noblame knows",
        "noblame: noblame.toml: lint.peopel is no setting that noblame knows",
        "noblame: noblame.toml: lint.off: “blame.judgment” is no rule; 'noblame lint' lists them",
    ]


def test_settings_that_cannot_be_read_are_refused_in_a_line(session: str, folder: Path, capsys):
    (folder / "noblame.toml").write_text("[lint]\noff = 3\n")
    assert main(["check", session]) == 3
    assert capsys.readouterr().err.count("\n") == 1


def test_a_priority_alone_gives_a_day_by_the_team_s_rotation(session: str, folder: Path, capsys):
    (folder / "noblame.toml").write_text('[actions]\nrotation_day = "wednesday"\n')
    main(["add", session, "/action", "Cap", "retries", "at", "3", "p1"])
    capsys.readouterr()
    main(["show", session, "--json"])
    action = json.loads(capsys.readouterr().out)["actions"][-1]
    assert date.fromisoformat(action["due"]).strftime("%A") == "Tuesday"


def test_lint_answers_each_line_and_passes_over_what_is_none(monkeypatch: pytest.MonkeyPatch, capsys):
    lines = [
        '{"id": "1", "kind": "blame", "text": "Someone forgot to renew the certificate."}',
        "not json",
        '{"id": "2", "kind": "action", "text": "Improve monitoring", "owner": "SRE", "due": "soon", "priority": null}',
        '{"id": "3", "kind": "why", "text": "Probably the switch"}',
        '{"id": "4", "kind": "blame", "text": "El ingeniero olvidó renovar el certificado de la puerta."}',
    ]
    stdin = io.TextIOWrapper(io.BytesIO("\n".join(lines).encode()), encoding="utf-8")
    monkeypatch.setattr("sys.stdin", stdin)
    assert main(["lint", "--jsonl"]) == 3
    out = capsys.readouterr()
    answers = {answer["id"]: answer for answer in map(json.loads, out.out.splitlines())}
    assert "line 2" in out.err
    assert answers["1"]["category"] == "failed-to"
    assert {"action.team-owner", "action.vague-due", "action.anti-pattern.improve"} <= set(answers["2"]["rules"])
    assert answers["3"]["rules"] == ["why.speculative"]
    assert answers["4"] == {"id": "4", "flagged": False, "rules": []}


def test_a_rule_explains_itself_by_its_examples(capsys):
    assert main(["lint", "--explain", "blame.counterfactual"]) == 0
    out = capsys.readouterr().out
    assert "Remarks on" in out
    assert "Leaves alone" in out
    assert main(["lint", "--explain", "no-such-rule"]) == 2
