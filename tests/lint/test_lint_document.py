"""Faults that stand in real examples of both seeds, each built as somebody would write it, and the records that have none."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from seed_incidents import cache_miss, duplicate_emails, payments, service_outage
from short_documents import document

from noblame.lint.findings import at_least, findings, is_private
from noblame.model import PRESETS, Action, Agenda, Cause, Event, Impact, Incident, Lesson, Person, Record
from noblame.model.settings import ActionSettings, LintSettings, Settings

DAY = date(2024, 1, 18)
START = datetime(2024, 1, 15, 14, 23, tzinfo=UTC)


def found(record: Record, settings: Settings | None = None) -> dict[str, list[str]]:
    """Return the places of each rule that has something to say."""
    by_rule: dict[str, list[str]] = {}
    for finding in findings(record, settings or Settings(), DAY):
        by_rule.setdefault(finding.rule, []).append(finding.place)
    return by_rule


def told(record: Record, rule: str) -> list[str]:
    return [finding.message for finding in findings(record, Settings(), DAY) if finding.rule == rule]


def event(entry_id: str, minutes: int, kind: Any, text: str, **more: Any) -> Event:
    return Event(id=entry_id, at=START + timedelta(minutes=minutes), kind=kind, text=text, **more)


def actions(*texts: str, **more: Any) -> tuple[Action, ...]:
    return tuple(Action(id=f"a{number}", text=text, **more) for number, text in enumerate(texts, 1))


def with_causes(*causes: Cause, promised: Sequence[Action] = ()) -> Record:
    return Record(causes=(Cause(id="c1", kind="effect", text="Orders failed"), *causes), actions=tuple(promised))


# The fourteen faults of the seeds, where a rule can decide them.


def test_a_percentage_is_held_against_the_number_of_the_affected():
    record = Record(
        incident=Incident(summary="Payments failed for 12,000 customers."),
        impact=(Impact(id="i1", text="847 support tickets (23% of affected users)"),),
    )
    assert told(record, "number-mismatch") == ["847 tickets is 7.1% of 12,000, not 23%"]


def test_a_declared_duration_may_fit_only_from_the_first_alert():
    record = Record(
        incident=Incident(declared_minutes=47),
        events=(event("e1", 0, "change", "Deploy"), event("e2", 8, "detected", "Alert"), event("e3", 55, "resolved", "Over")),
    )
    (message,) = told(record, "document.counted-from-detection")
    assert "47 min fits" in message
    assert "no event says when users first felt it" in message


def test_a_summary_may_claim_what_no_event_and_no_action_knows():
    record = Record(
        incident=Incident(summary="Resolved by rolling back and increasing connection pool limits."),
        events=(event("e1", 0, "mitigated", "Rollback to v2.3.3 finished"),),
    )
    (message,) = told(record, "document.unknown-claim")
    assert "increasing connection pool limits" in message
    known = record.but(actions=actions("Increase the limits of the connection pool to 200"))
    assert told(known, "document.unknown-claim") == []


def test_the_same_thing_may_be_praised_and_found_slow():
    assert found(payments())["document.praise-and-complaint"] == ["l13"]


@pytest.mark.parametrize(
    "last", ["Developer unfamiliar with the codebase", "A developer refactored the pool inadvertently", "Human error"]
)
def test_a_why_that_ends_at_a_person_is_asked_further(last: str):
    leaf = with_causes(Cause(id="c2", parents=("c1",), text=last))
    assert found(leaf)["why.stops-at-a-person"] == ["c2"]
    goes_on = with_causes(
        Cause(id="c2", parents=("c1",), text=last), Cause(id="c3", parents=("c2",), text="No page describes the pool")
    )
    assert "why.stops-at-a-person" not in found(goes_on)


def test_an_improvement_that_matches_no_cause_is_asked_about():
    record = with_causes(Cause(id="c2", parents=("c1",), text="No test covers the pool"), promised=actions("Deploy by canary"))
    assert found(record)["document.answers-nothing"] == ["a1"]


def test_an_action_nobody_can_verify_and_a_priority_without_a_day():
    record = with_causes(promised=actions("Evaluate canary deployment strategy", owner="ana", priority="P0"))
    assert found(record)["action.anti-pattern.open-investigation"] == ["a1"]
    assert told(record, "action-not-ready") == ["“Evaluate canary deployment strategy” is not ready: It has no date."]


def test_one_line_may_hold_two_actions_without_an_owner():
    record = with_causes(promised=actions("Add disk usage alerting at 80% threshold + auto-scaling"))
    assert found(record)["action.two-in-one"] == ["a1"]
    assert "Nobody owns it yet." in told(record, "action-not-ready")[0]


def test_a_gate_over_one_cause_was_meant_one_level_higher():
    record = with_causes(
        Cause(id="c2", parents=("c1",), text="Load balancer failure", join="all"),
        Cause(id="c3", parents=("c2",), text="Config error"),
    )
    assert found(record)["document.gate-of-one"] == ["c2"]
    assert "document.gate-of-one" not in found(service_outage())


def test_a_date_may_be_later_than_the_team_s_own_horizon():
    late = with_causes(promised=actions("Cap retries at 3", owner="ana", priority="P1", due=date(2024, 2, 20)))
    assert "document.due-after-horizon" not in found(late)  # nobody said when the rotation changes
    ours = Settings(actions=ActionSettings(rotation_day="wednesday"))
    assert found(late, ours)["document.due-after-horizon"] == ["a1"]


def test_names_in_neutral_acts_are_no_blame():
    record = Record(
        events=(
            event("e1", 0, "acknowledged", "@alice acknowledges the alert", who=("alice",)),
            event("e2", 8, "finding", "Bob identifies the pool as the cause", who=("bob",)),
        )
    )
    assert not any(rule.startswith("blame.") for rule in found(record))


def test_an_agenda_may_have_time_for_one_side_only():
    one_sided = Record(agenda=Agenda(blocks=PRESETS["extended"]))
    assert found(one_sided)["document.one-sided-agenda"] == ["closing"]
    assert "document.one-sided-agenda" not in found(Record(agenda=Agenda(blocks=PRESETS["standard"])))


# Other classes of faults.


def test_a_total_is_held_against_its_parts():
    record = Record(impact=(Impact(id="i1", text="847 tickets (600 by mail + 250 by phone)"),))
    assert told(record, "number-mismatch") == ["600 + 250 is 850, not 847"]
    for fine in ("850 tickets (600 by mail + 250 by phone)", "2 hosts (4 CPUs, 16 GB)", "3 retries + backoff"):
        assert told(Record(impact=(Impact(id="i1", text=fine),)), "number-mismatch") == []


@pytest.mark.parametrize(
    ("record", "rule", "place"),
    [
        (Record(incident=Incident(summary="It broke.")), "document.thin-summary", "incident"),
        (Record(incident=Incident(summary="The index was swapped before its copy had ended.")), "document.summary-without-users", "incident"),
        (
            Record(events=(event("e1", 0, "resolved", "Over"), event("e2", 9, "detected", "Alert"))),
            "document.marks-out-of-order",
            "e1",
        ),
        (Record(events=(event("e1", 9, "impact", "Slow", until=START),)), "document.ends-before-it-begins", "e1"),
        (
            with_causes(Cause(id="c2", parents=("c1",), text="Perhaps the new cache")),
            "why.speculative",
            "c2",
        ),
        (
            with_causes(
                Cause(id="c2", parents=("c1",), text="No alert", category="monitoring"),
                Cause(id="c3", parents=("c1",), text="No review", category="process"),
            ),
            "document.empty-ribs",
            "analysis",
        ),
        (
            with_causes(promised=actions("Cap retries at 3", "Pin the image", "Add a lock", owner="ana", due=DAY, kind="prevention")),
            "document.one-kind",
            "actions",
        ),
        (
            with_causes(promised=actions("Cap retries at 3", "Pin the image", "Add a lock", owner="ana", due=DAY)),
            "document.too-much",
            "a3",
        ),
        (Record(lessons=(Lesson(id="l1", kind="well", text="A"), Lesson(id="l2", kind="well", text="B"))), "document.one-sided", "closing"),
        (Record(incident=Incident(status="final")), "document.final-with-findings", "incident"),
        (
            Record(
                people=(Person(id="p1", name="ana", roles=("facilitator",)),),
                events=(event("e1", 0, "action", "Restarted the relay", who=("ana",)),),
            ),
            "document.facilitator-in-timeline",
            "p1",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_fault_is_found_at_its_place(record: Record, rule: str, place: str):
    assert place in found(record)[rule]


def test_ways_that_no_action_breaks_are_told_once():
    outage = service_outage()
    assert len(found(outage)["document.open-way"]) == 4
    answered = outage.but(actions=actions("Check both balancers every minute", answers=("c3", "c4")))
    assert "document.open-way" not in found(answered)
    alone = with_causes(Cause(id="c2", parents=("c1",), text="No alert"))
    assert "document.open-way" not in found(alone)  # it is told already as a cause without an answer
    assert found(alone)["unanswered"] == ["c2"]
    half = outage.but(causes=tuple(c.but(accepted="rare") if c.id in ("c3", "c6") else c for c in outage.causes))
    assert len(found(half)["document.open-way"]) == 3


def test_what_most_actions_lack_is_said_once_for_the_list():
    record = with_causes(promised=actions("Cap retries at 3", "Pin the image", "Add a lock", "Drop the table", owner="ana"))
    messages = told(record, "action-not-ready")
    assert "4 of 4 actions have no date." in messages
    assert "4 of 4 actions have no priority." in messages
    assert len(messages) == 3  # the third: when three of them are done


def test_imported_rows_are_exempt_from_remarks_on_words():
    words = "We should have paged sooner"
    for source, expected in (("slack", []), ("", ["e1"])):
        record = Record(events=(event("e1", 0, "observed", words, source=source),))
        assert found(record).get("blame.counterfactual", []) == expected


def test_a_rule_or_a_subject_is_switched_off():
    record = Record(events=(event("e1", 0, "observed", "We should have paged sooner"),))
    for off in ("blame", "blame.counterfactual"):
        assert "blame.counterfactual" not in found(record, Settings(lint=LintSettings(off=(off,))))
    assert "no-title" not in found(record, Settings(lint=LintSettings(off=("no-title",))))
    allowed = Settings(lint=LintSettings(allowed=("should have paged",)))
    assert "blame.counterfactual" not in found(record, allowed)


def test_levels_and_privacy():
    record = with_causes(Cause(id="c2", parents=("c1",), text="Bob forgot the flag"))
    every = findings(record, Settings(), DAY)
    assert {finding.level for finding in at_least(every, "error")} == {"error"}
    assert [finding.rule for finding in every if is_private(finding)] == ["why.stops-at-a-person"]


def test_the_examples_have_few_findings_and_true_ones():
    assert sorted(found(payments())) == ["document.counted-from-detection", "document.praise-and-complaint"]
    assert not any(
        rule.startswith(("blame.", "document.")) for rule in found(cache_miss()) if rule != "document.final-with-findings"
    )
    assert found(duplicate_emails())["why.stops-at-a-person"] == ["c8"]


def test_words_of_an_effect_are_remarked_on_though_nothing_stands_below_it():
    assert "blame.judgement" in found(document("causes: The operator was careless"))
    below = found(document("causes: Orders failed > The operator was careless"))
    assert "why.stops-at-a-person" in below
    assert "blame.judgement" not in below


def test_what_is_quoted_of_a_line_ends_with_a_word_that_says_something():
    record = Record(events=(event("e1", 0, "observed", "QA missed the bug in the export"),))
    said = [finding.message for finding in findings(record, Settings(), date(2024, 1, 16)) if finding.place == "e1"]
    assert said == ["“QA missed” may sound like blame."]
