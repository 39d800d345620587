from datetime import UTC, date, datetime

import pytest

from noblame.lint.completeness import FACETS, completeness
from noblame.model import Action, Cause, Event, Impact, Incident, Lesson, Note, Record


def whole() -> Record:
    """A document with nothing left to say."""
    return Record(
        incident=Incident(title="Search was empty", severity="SEV2", summary="Every search was empty.", declared_minutes=20),
        impact=tuple(Impact(id=f"i{n}", facet=facet, text="none") for n, facet in enumerate(FACETS)),
        events=tuple(
            Event(id=f"e{n}", at=datetime(2025, 4, 1, 9, 10 * n, tzinfo=UTC), kind=kind, text=kind)
            for n, kind in enumerate(("change", "detected", "mitigated", "resolved"))
        ),
        causes=(Cause(id="c1", kind="effect", text="Empty pages"), Cause(id="c2", text="Index swapped early", parents=("c1",))),
        actions=(
            Action(
                id="a1", text="Swap only when the new index has > 95% of the documents", owner="mei", due=date(2025, 5, 2),
                priority="P1", answers=("c2",), consent="accepted",
            ),
            Action(id="a2", text="Second cluster", status="won't do", reason="costs more than the outage"),
        ),
        lessons=(Lesson(id="l1", text="The banner was up in two minutes", kind="well"),),
        notes=(Note(id="n1", text="Old gateway?", outcome="ticket opened"),),
    )  # fmt: skip


def rules(record: Record) -> list[str]:
    return [finding.rule for finding in completeness(record).findings]


def test_a_whole_document_is_complete():
    found = completeness(whole())
    assert found.findings == ()
    assert found.in_words == "100% complete"


def test_a_blank_one_is_not_complete_at_all():
    assert completeness(Record()).percent == 0


@pytest.mark.parametrize(
    ("changes", "rule", "place"),
    [
        ({"incident": whole().incident.but(title="")}, "no-title", "incident"),
        ({"incident": whole().incident.but(severity="")}, "no-severity", "incident"),
        ({"incident": whole().incident.but(summary="")}, "no-summary", "incident"),
        ({"incident": whole().incident.but(declared_minutes=90)}, "duration-mismatch", "timeline"),
        ({"incident": whole().incident.but(summary="5 of 10 shards (90%)")}, "number-mismatch", "incident"),
        ({"impact": whole().impact[1:]}, "no-impact-users", "impact"),
        ({"impact": (*whole().impact[:4], whole().impact[4].but(text=""))}, "no-impact-sla", "impact"),
        ({"events": whole().events[1:]}, "no-start", "timeline"),
        ({"actions": (whole().actions[0].but(owner=""), whole().actions[1])}, "action-not-ready", "a1"),
        ({"actions": (whole().actions[0].but(consent=""), whole().actions[1])}, "action-not-accepted", "a1"),
        ({"actions": (whole().actions[0], whole().actions[1].but(reason=""))}, "no-reason", "a2"),
        ({"actions": (whole().actions[0].but(answers=()), whole().actions[1])}, "unanswered", "c2"),
        ({"lessons": ()}, "no-lessons", "closing"),
        ({"notes": (whole().notes[0].but(outcome=""),)}, "parked-left", "n1"),
        ({"notes": (Note(id="n2", kind="remedy", text="Restart it"),)}, "remedy-left", "n2"),
        ({"notes": (Note(id="n3", kind="question", text="Who knew?"),)}, "question-left", "n3"),
    ],
)
def test_each_thing_that_is_missing_is_found_once(changes: dict[str, object], rule: str, place: str):
    found = completeness(whole().but(**changes))
    assert [(finding.rule, finding.place) for finding in found.findings] == [(rule, place)]
    assert 90 <= found.percent < 100


def test_a_check_with_nothing_to_look_at_does_not_count():
    without_actions = whole().but(actions=())
    assert rules(without_actions) == ["unanswered", "no-actions"]
    assert completeness(without_actions).percent < completeness(whole()).percent


def test_messages_can_be_read_aloud():
    record = whole().but(impact=(), actions=(whole().actions[0].but(owner="", consent="declined"),))
    words = [finding.message for finding in completeness(record).findings]
    assert "Nobody has said how many users felt it." in words
    assert words[-2:] == [
        "“Swap only when the new index has > 95% of the documents” is not ready: Nobody owns it yet.",
        "“Swap only when the new index has > 95% of the documents” was declined by its owner.",
    ]
