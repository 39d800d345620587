"""What the opening says: why we meet, and who was involved."""

from datetime import UTC, datetime

import pytest

from noblame.analysis.roster import in_timeline, involved_facilitators, warning
from noblame.analysis.triggers import TRIGGERS, says_none, triggers
from noblame.model import Event, Impact, Incident, Person, Record


def event(number: int, minute: int, kind: str, *who: str, **fields: object) -> Event:
    return Event(**{"id": f"e{number}", "at": datetime(2025, 4, 1, 9, minute, tzinfo=UTC), "kind": kind, "who": who, **fields})


def fired(record: Record) -> dict[str, str]:
    return {trigger.id: trigger.why for trigger in triggers(record) if trigger.fired}


def test_all_six_are_listed_whether_they_fired_or_not():
    assert [trigger.id for trigger in triggers(Record())] == list(TRIGGERS)
    assert fired(Record()) == {}


@pytest.mark.parametrize(
    ("severity", "fires"), [("SEV1", True), ("sev 2", True), ("P1", True), ("SEV3", False), ("P2", False), ("", False)]
)
def test_severity(severity: str, fires: bool):
    assert fired(Record(incident=Incident(severity=severity))) == ({"severity": severity} if fires else {})


def test_customers_felt_it_for_longer_than_a_quarter_of_an_hour():
    felt = (Impact(id="i1", facet="users", text="Every fourth search was empty"),)
    long = (event(1, 0, "change"), event(2, 20, "resolved"))
    short = (event(1, 0, "change"), event(2, 15, "resolved"))
    assert fired(Record(impact=felt, events=long)) == {"customers": "impact 20 min, change 09:00 to resolved 09:20"}
    assert fired(Record(impact=felt, events=short, incident=Incident(declared_minutes=50))) == {}
    assert fired(Record(impact=felt, incident=Incident(declared_minutes=50))) == {"customers": "50 min declared"}
    assert fired(Record(impact=(Impact(id="i1", facet="users", text="None"),), events=long)) == {}


def test_data_and_what_people_ticked():
    lost = Record(impact=(Impact(id="i1", group="technical", facet="data", text="Two hours of drafts"),))
    assert fired(lost) == {"data": "Two hours of drafts"}
    assert fired(Record(incident=Incident(triggers=("novel", "severity")))) == {"novel": "ticked", "severity": "ticked"}


@pytest.mark.parametrize(
    "text", ["none", "None.", "no", "n/a", "NA", "0", "-", "No data loss", "No customers were affected", "Nobody"]
)
def test_none_is_an_answer(text: str):
    assert says_none(text)


@pytest.mark.parametrize(
    "text", ["", "Not known yet", "No replica survived, so drafts are gone", "Nonetheless some", "0.4% of orders"]
)
def test_other_words_are_not_none(text: str):
    assert not says_none(text)


PEOPLE = (
    Person(id="dana", name="Dana Okoye", roles=("facilitator",)),
    Person(id="ravi", name="Ravi", roles=("incident commander",)),
)


def test_people_are_found_by_handle_and_by_name_in_shown_events():
    record = Record(
        people=PEOPLE, events=(event(1, 0, "observed", "@ravi", "pager"), event(2, 4, "comms", "dana okoye", source="slack"))
    )
    assert {name: [e.id for e in events] for name, events in in_timeline(record).items()} == {"ravi": ["e1"], "pager": ["e1"]}
    assert warning(record) == ""


def test_a_facilitator_who_was_involved_is_told_so():
    record = Record(people=PEOPLE, events=(event(1, 7, "decision", "dana"),))
    assert [person.id for person in involved_facilitators(record)] == ["dana"]
    advice = "Let somebody who was not involved facilitate, or say it aloud now."
    assert warning(record) == f"Dana Okoye facilitates and is in the timeline at 09:07. {advice}"


def test_a_facilitator_who_commanded_the_incident_is_told_so():
    record = Record(people=(Person(id="ravi", name="Ravi", roles=("facilitator", "incident commander")),))
    assert warning(record).startswith("Ravi facilitates and commanded the incident.")
