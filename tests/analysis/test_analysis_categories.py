from typing import get_args

from noblame.analysis import categories
from noblame.analysis.canvas import Tone
from noblame.model import CATEGORIES


def test_every_category_has_a_title_a_tone_and_a_definition():
    assert tuple(categories.TABLE) == categories.ORDER == CATEGORIES
    assert all(entry.tone in get_args(Tone) and entry.definition.endswith(".") for entry in categories.TABLE.values())


def test_titles_and_tones_of_a_teams_own_words():
    assert categories.title("MONITORING") == "Monitoring"
    assert categories.title("SaaS vendor") == "SaaS vendor"
    assert categories.title("night shift") == "Night shift"
    assert categories.title("") == "No category"
    assert [categories.tone(name) for name in ("External", "vendor", "")] == ["external", "accent", "muted"]
