"""A team's word list grows by a line; the rest of the file is somebody's own."""

from pathlib import Path

import pytest

from noblame.store.refusal import SessionRefused
from noblame.store.settings import read_settings
from noblame.store.word_list import allow


@pytest.mark.parametrize(
    "before",
    [
        "",
        "# ours\n[actions]\nper_week = 3  # two is little\n",
        '[lint]\noff = ["action.no-priority"]\n\n[actions]\nper_week = 3\n',
        '[lint]  # words\nallowed = ["pager"]  # we say so\n[actions]\n',
        '[lint]\nallowed = [\n  # long list\n  "pager",\n  "war room",\n]\n',
        "[lint]\nallowed = []\n",
        "[agenda]\nbell = true",
    ],
)
def test_an_expression_is_added_and_everything_else_stays(tmp_path: Path, before: str):
    path = tmp_path / "noblame.toml"
    if before:
        path.write_text(before, encoding="utf-8")
    known = read_settings((path,))
    allow(path, 'missed "it"')
    after = path.read_text(encoding="utf-8")
    settings = read_settings((path,))
    assert settings.lint.allowed == ('missed "it"', *known.lint.allowed)
    assert settings.but(lint=known.lint) == known
    assert all(line in after for line in before.split("\n") if line.startswith("#") or ("  #" in line and "allowed" not in line))
    allow(path, 'missed "it"')
    assert path.read_text(encoding="utf-8") == after


@pytest.mark.parametrize("before", ['lint.allowed = ["pager"]\n', 'lint = { allowed = ["pager"] }\n'])
def test_a_file_of_another_shape_is_left_as_it_is(tmp_path: Path, before: str):
    path = tmp_path / "noblame.toml"
    path.write_text(before, encoding="utf-8")
    with pytest.raises(SessionRefused, match="by hand"):
        allow(path, "missed it")
    assert path.read_text(encoding="utf-8") == before
