"""The README says what is true: its keys, pictures, commands, links, lines and session."""

import re
import shlex
from pathlib import Path

import pictures
import pytest

from noblame import __version__
from noblame.capture.grammar import parse
from noblame.cli.main import main
from noblame.cli.parser import parser
from noblame.editor.commands import named
from noblame.editor.situation import Situation, context
from noblame.model import Cause, Now, Record
from noblame.store.settings import read_settings

TEXT = pictures.README.read_text(encoding="utf-8")
BLOCKS = re.findall(r"^ *```(\w+)\n(.*?)^ *```", TEXT, re.MULTILINE | re.DOTALL)
PROSE = re.sub(r"^ *```.*?^ *```", "", TEXT, flags=re.MULTILINE | re.DOTALL)
COMMANDS = sorted(
    {line.strip() for _, block in BLOCKS for line in block.split("\n") if line.strip().startswith("noblame ")}
    | set(re.findall(r"`(noblame [^`]+)`", PROSE))
)
SESSION, SETTINGS = (block for language, block in BLOCKS if language == "toml")
LINKS = sorted(set(re.findall(r"\]\(([^)\s]+)\)", TEXT)))
LINES = re.findall(r"^\| `([^`]+)` \| \*\*(\w+)\*\*", TEXT, re.MULTILINE)


def test_the_key_table_is_the_one_that_the_commands_make():
    assert "| `ctrl+n` `f8` |" in TEXT
    assert pictures.filled(TEXT) == TEXT, "make pictures writes it anew"


async def test_the_pictures_show_the_program_as_it_is():
    named_there = {Path(link).stem for link in LINKS if link.endswith(".svg")}
    fresh = await pictures.drawn()
    assert named_there == set(fresh)
    for name, svg in fresh.items():
        stored = (pictures.PICTURES / f"{name}.svg").read_text(encoding="utf-8")
        assert pictures.rows(stored) == pictures.rows(svg), f"{name}.svg is old: make pictures"


@pytest.mark.parametrize("path", sorted(pictures.PICTURES.glob("*.svg")), ids=lambda path: path.name)
def test_a_picture_asks_nothing_of_the_network(path: Path):
    text = path.read_text(encoding="utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not re.search(r"https?:|@font-face|url\((?!#)", text)


def test_the_readme_shows_commands():
    assert {shlex.split(shown)[1] for shown in COMMANDS} >= {"new", "import", "export", "open", "show", "add", "schema"}


@pytest.mark.parametrize("shown", COMMANDS)
def test_a_command_that_is_shown_parses(shown: str):
    words = shlex.split(shown, comments=True)[1:]
    if len(words) == 1 and words[0] in ("add", "show", "import", "export"):
        words += ["--help"]
    if "--help" not in words:
        assert parser().parse_args(words).command == words[0]
        return
    with pytest.raises(SystemExit) as done:
        parser().parse_args(words)
    assert done.value.code == 0


@pytest.mark.parametrize("link", LINKS)
def test_a_relative_link_leads_somewhere(link: str):
    assert not link.startswith("/")
    if not re.match(r"\w+:|#", link):
        assert (pictures.ROOT / link.split("#")[0]).is_file()


def test_the_readme_names_targets_of_make_that_exist():
    makefile = (pictures.ROOT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"\bmake (demo|test|lint|pictures|bench)\b", TEXT)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


def test_there_are_lines_to_hold():
    assert len(LINES) >= 10


@pytest.mark.parametrize(("typed", "becomes"), LINES)
def test_a_line_becomes_what_the_readme_says(typed: str, becomes: str, record: Record, now: Now):
    known = record.but(causes=(*record.causes, Cause(id="c9", text="No test covers the pool", parents=("c1",))))
    captured = parse(typed, context(known, Situation(now, part="timeline")))
    assert (captured.target, captured.problem) == (becomes, "")
    if becomes == "event":
        assert (captured.kind, captured.who, captured.evidence) == ("detected", ("grafana",), ("OPS-567",))
    if becomes == "action":
        assert captured.due
        assert (captured.who, captured.priority, captured.answers) == (("alice",), "P0", ("c9",))
        assert captured.done_when == "it fails on v2.3.4"
    if becomes == "dissent":
        assert captured.settles == "a drill"
    if becomes == "command":
        assert named(captured.command)


def test_the_session_that_is_shown_can_be_opened(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "shown.toml"
    path.write_text(SESSION, encoding="utf-8")
    assert main(["show", str(path)]) == 0
    assert 'text = "Customers could not pay"' in capsys.readouterr().out


def test_every_setting_that_is_shown_is_one(tmp_path: Path):
    path = tmp_path / "noblame.toml"
    path.write_text(SETTINGS, encoding="utf-8")
    settings = read_settings((path,))
    assert settings.agenda.default == "quick"
    tables = [settings, settings.lint, settings.actions, settings.timeline, settings.analysis, settings.agenda]
    assert [table.model_extra for table in tables] == [{}] * len(tables)


def test_the_changelog_knows_this_version():
    changelog = (pictures.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"\n## [{__version__}]" in changelog
