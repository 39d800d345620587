"""The one quiet line about an action: its words, who, when."""

from datetime import date

import pytest

from noblame.lint.advice import about_action
from noblame.model import Action
from noblame.model.settings import LintSettings, Settings

PINNED = Action(id="", text="Pin the image of the relay", owner="mei")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"due_said": "ASAP"}, "“ASAP” is not a date. Which date?"),
        ({"text": "Pin the image of the relay next sprint"}, "“next sprint” is not a date. Which date?"),
        ({"text": "Pin the image of the relay, tbd"}, "“tbd” is not a date. Which date?"),
        ({"text": "Pin the image of the relay by 03/04/2026"}, "“03/04/2026” could be 3 April or 4 March. Which?"),
        ({"owner": "sre"}, "“sre” is not one person; somebody has to carry it. Who of them?"),
        ({"text": "Pin the image and remove the old gateway"}, "Two actions? Pin the image · Remove the old gateway"),
    ],
)
def test_an_action_is_asked_about_what_helps_most(changes: dict[str, object], said: str):
    found = about_action(PINNED.but(**changes))
    assert found is not None
    assert found.message == said
    assert about_action(PINNED.but(**changes), settings=Settings(lint=LintSettings(off=("action",)))) is None


@pytest.mark.parametrize("changes", [{}, {"due": date(2026, 4, 3), "text": "Pin the image of the relay next sprint"}])
def test_nothing_is_said_of_a_plain_action_or_of_words_that_a_date_settles(changes: dict[str, object]):
    assert about_action(PINNED.but(**changes)) is None
