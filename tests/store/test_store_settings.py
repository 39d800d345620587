"""Settings are found in two places, joined key by key, and refused with file and key."""

from pathlib import Path

import pytest

from noblame.model.settings import Settings
from noblame.store.refusal import SessionRefused
from noblame.store.settings import places, read_settings


def test_nothing_has_to_be_set(tmp_path: Path):
    assert read_settings(places({"HOME": str(tmp_path)}, tmp_path)) == Settings()


def test_the_workspace_stands_over_the_user(tmp_path: Path):
    own, team = places({"XDG_CONFIG_HOME": str(tmp_path / "etc")}, tmp_path / "work")
    own.parent.mkdir(parents=True)
    team.parent.mkdir()
    own.write_text('later = 1\n[lint]\noff = ["hindsight"]\n')
    team.write_text('[lint]\noff = ["judgement"]\n')
    settings = read_settings((own, team))
    assert settings.lint.off == ("judgement",)
    assert settings.model_extra == {"later": 1}


def test_the_card_is_a_file_beside_the_settings(tmp_path: Path):
    path = tmp_path / "noblame.toml"
    path.write_text('[agenda]\ncard = "card.txt"\n')
    with pytest.raises(SessionRefused, match=r"card\.txt"):
        read_settings((path,))
    (tmp_path / "card.txt").write_text("Welcome.\n\nWe are here to learn.\n")
    assert read_settings((path,)).agenda.card_words == ("Welcome.", "We are here to learn.")


@pytest.mark.parametrize(("text", "told"), [("[lint]\noff = 3\n", "line 2: lint.off"), ("[lint\n", "not TOML")])
def test_what_cannot_be_used_is_named(tmp_path: Path, text: str, told: str):
    path = tmp_path / "noblame.toml"
    path.write_text(text)
    with pytest.raises(SessionRefused, match=told) as refused:
        read_settings((path,))
    assert str(path) in str(refused.value)
