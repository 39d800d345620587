"""Every rule is held to its own examples, which are also its documentation."""

from datetime import date

import pytest
from short_documents import document

from noblame.lint.actions.rules import RULES as ACTION_RULES
from noblame.lint.actions.rules import broken
from noblame.lint.document.rules import RULES as DOCUMENT_RULES
from noblame.lint.document.sections import RULES as SECTION_RULES
from noblame.lint.findings import findings
from noblame.lint.rule import Rule
from noblame.lint.rules import RULES, found
from noblame.lint.whys import RULES as WHY_RULES
from noblame.lint.whys import stops
from noblame.lint.wording.check import RULES as BLAME_RULES
from noblame.lint.wording.check import wording
from noblame.model.settings import ActionSettings, Settings


def examples(rules: tuple[Rule, ...], which: str) -> list[tuple[Rule, str]]:
    return [(rule, example) for rule in rules for example in getattr(rule, which)]


def named(pair: object) -> str:
    return pair.id if isinstance(pair, Rule) else str(pair)


@pytest.mark.parametrize(("rule", "words"), examples(BLAME_RULES, "flagged"), ids=named)
def test_words_that_blame(rule: Rule, words: str):
    remark = wording(words)
    assert remark is not None
    assert remark.rule is rule
    start, end = remark.span
    assert 0 <= start < end <= len(words)
    assert remark.question.endswith("?")


@pytest.mark.parametrize(("rule", "words"), examples(BLAME_RULES, "fine"), ids=named)
def test_words_that_do_not(rule: Rule, words: str):
    assert wording(words) is None


@pytest.mark.parametrize(("rule", "words"), examples(WHY_RULES, "flagged"), ids=named)
def test_whys_that_stop(rule: Rule, words: str):
    assert rule in [stop.rule for stop in stops(words)]


@pytest.mark.parametrize(("rule", "words"), examples(WHY_RULES, "fine"), ids=named)
def test_whys_that_go_on(rule: Rule, words: str):
    assert stops(words) == ()


def broken_by(example: str) -> list[Rule]:
    field, colon, value = example.partition(": ")
    fields = {"owner": "", "due": "", "priority": ""}
    if colon and field in fields:
        return [rule for rule, _ in broken("Pin the image of the relay", **{**fields, field: value})]
    words, _, due = example.partition(", due ")
    return [rule for rule, _ in broken(words, due=due)]


@pytest.mark.parametrize(("rule", "words"), examples(ACTION_RULES, "flagged"), ids=named)
def test_actions_that_need_more(rule: Rule, words: str):
    assert rule in broken_by(words)


@pytest.mark.parametrize(("rule", "words"), examples(ACTION_RULES, "fine"), ids=named)
def test_actions_that_do_not(rule: Rule, words: str):
    assert rule not in broken_by(words)


OF_A_TEAM = Settings(actions=ActionSettings(rotation_day="tuesday"))


def said_of(example: str) -> set[str]:
    return {finding.rule for finding in findings(document(example), OF_A_TEAM, date(2024, 1, 18))}


@pytest.mark.parametrize(("rule", "example"), examples((*SECTION_RULES, *DOCUMENT_RULES), "flagged"), ids=named)
def test_documents_that_lack_or_contradict(rule: Rule, example: str):
    assert rule.id in said_of(example)


@pytest.mark.parametrize(("rule", "example"), examples((*SECTION_RULES, *DOCUMENT_RULES), "fine"), ids=named)
def test_documents_that_do_not(rule: Rule, example: str):
    assert rule.id not in said_of(example)


def test_ids_are_unique_and_found_by_their_parts():
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert [rule.id for rule in found("failed-to")] == ["blame.failed-to"]
    assert {rule.id for rule in found("blame")} == {rule.id for rule in BLAME_RULES}
    assert found("nothing-of-the-kind") == ()


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_every_rule_says_what_it_is(rule: Rule):
    assert rule.about.endswith(".")
    assert rule.asks
    assert rule.flagged
    assert rule.fine
