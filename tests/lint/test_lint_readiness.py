from datetime import date

import pytest

from noblame.lint.actions.anti_patterns import anti_pattern
from noblame.lint.readiness import LETTERS, readiness
from noblame.model import Action

READY = Action(
    id="a1",
    text="Page the search on-call when p99 > 800 ms for 5 min",
    owner="mei",
    due=date(2025, 5, 9),
    priority="P1",
    done_when="the page fires in staging",
)


def letters(action: Action) -> str:
    return "".join(letter if met else "-" for letter, met in zip(LETTERS, readiness(action).flags, strict=True))


def test_an_action_that_meets_all_five_is_ready():
    found = readiness(READY)
    assert found.ready
    assert (found.reasons, found.verdict, found.better, found.asks, found.advice) == ((), "", "", "", "")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"text": "Improve monitoring", "done_when": ""}, "-AT-P"),
        ({"text": "Improve monitoring", "done_when": "it pages"}, "-ATVP"),
        ({"owner": ""}, "S-TVP"),
        ({"due": None}, "SA-VP"),
        ({"priority": None}, "SATV-"),
        ({"text": "Draw the failover of the search cluster", "done_when": ""}, "SAT-P"),
        ({"text": "Cut the reindex to < 20 min", "done_when": ""}, "SATVP"),
        ({"text": ""}, "-ATVP"),
    ],
)
def test_each_letter_stands_for_one_criterion(changes: dict[str, object], expected: str):
    assert letters(READY.but(**changes)) == expected


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Be more careful with flags", "check ‹what› automatically; it fails when ‹condition›"),
        ("Improve monitoring", "alert when ‹metric› > ‹value› for ‹minutes›"),
        ("more alerting", "alert when ‹metric› > ‹value› for ‹minutes›"),
        ("Add more tests", "regression test: ‹input› gives ‹result›, as in this failure"),
        ("Update the runbook of search", ""),
        ("update runbooks", "write how to ‹task›, linked from ‹alert or page›; ‹who was not there› can follow it"),
        ("Remind people of the checklist", "practise ‹scenario› with ‹who›; done in under ‹minutes›"),
        ("Better communication", "tell ‹who› within ‹minutes› of ‹event›, by ‹channel›"),
        ("Look into the retry storm", "decide whether ‹change›, from ‹measurement or trial›; write the decision in ‹place›"),
        ("Harden the gateway", "change ‹what› so that ‹measure› stays below ‹value›"),
    ],
)
def test_a_vague_form_brings_a_better_one(text: str, better: str):
    found = readiness(READY.but(text=text, done_when=""))
    assert found.better == better
    assert found.specific is (better == "")


@pytest.mark.parametrize(
    "text",
    [
        "添加连接池测试",
        "Une alerte sur la file d'attente et sur le monitoring de la base",
        "Wir müssen das Monitoring der Warteschlange verbessern und nicht nur die Logs",
        "Mejorar el monitoring de la base de datos y los logs",
        "接続プールのテストを追加する",
    ],
)
def test_words_of_another_language_are_not_judged(text: str):
    found = readiness(READY.but(text=text))
    assert found.ready
    assert not found.better
    assert anti_pattern(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Improve monitoring: page when queue_depth > 500",
        "Add a regression test for the empty-shard path",
        "Evaluate `jemalloc` on two replicas until 1 June",
        "Fix the retry loop of the indexer",
        "Remove the old gateway",
    ],
)
def test_words_that_name_something_are_specific(text: str):
    assert readiness(READY.but(text=text)).specific


@pytest.mark.parametrize("owner", ["mei", "@mei", "Mei Tanaka", "m.tanaka", "Dev Alland", "Allison"])
def test_one_person_can_carry_it(owner: str):
    assert readiness(READY.but(owner=owner)).assignable


@pytest.mark.parametrize(
    ("owner", "reason"),
    [
        ("", "Nobody owns it yet."),
        ("TBD", "Nobody owns it yet."),
        ("[name]", "Nobody owns it yet."),
        ("Search team", "“Search team” is not one person; somebody has to carry it."),
        ("SRE", "“SRE” is not one person; somebody has to carry it."),
        ("on-call", "“on-call” is not one person; somebody has to carry it."),
        ("mei, tom", "“mei, tom” are several; one of them has to carry it."),
        ("@mei @tom", "“@mei @tom” are several; one of them has to carry it."),
        ("Mei and Tom", "“Mei and Tom” are several; one of them has to carry it."),
    ],
)
def test_no_one_person_carries_it(owner: str, reason: str):
    found = readiness(READY.but(owner=owner))
    assert not found.assignable
    assert found.reasons == (reason,)


def test_words_are_no_date():
    assert readiness(READY.but(due=None, due_said="when we get to it")).reasons == ("“when we get to it” is not a date.",)


def test_the_advice_is_one_line():
    found = readiness(Action(id="a2", text="Improve monitoring", priority="P3"))
    assert found.advice == "Too vague to verify. Who, by when, done when?"
    assert readiness(READY.but(owner="")).advice == "Who?"
    assert readiness(Action(id="a3")).advice == "It does not say what to do. Who, by when, done when, how urgent?"
