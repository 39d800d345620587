"""What the facilitator is told about the room, the days around the meeting, and earlier incidents."""

from datetime import UTC, date, datetime, timedelta

from noblame.analysis import carryover, checklist, cues, nudges, pace, preread, prompts, review, roster, votes
from noblame.analysis.questions import next_question
from noblame.model import (
    PARTS,
    PRESETS,
    Action,
    Cause,
    Event,
    Incident,
    Meeting,
    Note,
    Now,
    Person,
    Record,
    planned,
)  # fmt: skip

NOON = datetime(2024, 1, 18, 12, 0, tzinfo=UTC)


def someone(name: str, *roles: str, turns: int = 0, present: bool = True) -> Person:
    return Person(id=name, name=name.title(), roles=roles, turns=turns, present=present)  # type: ignore[arg-type]


def test_a_round_begins_with_who_was_not_heard():
    record = Record(
        people=(
            someone("dana", "facilitator"), someone("priya", "scribe"), someone("ana", "responder", turns=3), someone("bo"),
            someone("chen", present=False), someone("eve", turns=1),
        )
    )  # fmt: skip
    assert [person.id for person in roster.in_turn(record)] == ["bo", "priya", "eve", "ana"]
    assert [person.id for person in roster.not_heard(record)] == ["bo", "priya"]
    assert roster.invitation(record.people[2]) == "Ana, what did this look like from where you were?"


def test_changes_since_the_preread_are_counted(record: Record):
    record = record.but(meeting=Meeting(preread=preread.snapshot(record)))
    assert preread.changes(record).none
    first, second, *rest = record.events
    later = record.but(
        events=(
            first.but(at=first.at + timedelta(minutes=1)), second.but(text="Queue alert fired"), Event(id="e9", at=NOON, text="new"),
        ),
        notes=(Note(id="n1", kind="question", text="who?"), Note(id="n2", kind="question", text="why?", outcome="known")),
    )  # fmt: skip
    assert preread.changes(later) == (1, 1, 1, len(rest), 1)


def test_promises_and_factors_of_the_same_service_are_carried_over():
    record = Record(
        incident=Incident(service="Payments"),
        causes=(Cause(id="c1", text="Connection pool was exhausted"), Cause(id="c2", text="No canary")),
    )
    earlier = Record(
        incident=Incident(title="Pool again", service="payments"),
        causes=(Cause(id="c1", text="The connection pool exhausted under load"),),
        actions=(
            Action(id="a1", text="Alert on saturation", owner="bob", due=date(2024, 1, 9)),
            Action(id="a2", text="Kept", status="verified"),
            Action(id="a3", text="Dropped", status="won't do"),
            Action(id="a4", text="Undated"),
        ),
    )
    elsewhere = earlier.but(incident=Incident(service="search"))
    found = carryover.carried(record, (earlier, earlier, elsewhere), NOON.date())
    assert [(item.action.id, item.days) for item in found.actions] == [("a1", 9), ("a1", 9), ("a4", 0), ("a4", 0)]
    assert found.factors == (("Connection pool was exhausted", 2),)
    assert carryover.carried(Record(), (earlier,), NOON.date()) == ((), ())


def test_the_nearer_of_two_dates_stands_and_the_other_is_told(record: Record):
    meeting = datetime(2024, 1, 19, 14, 0, tzinfo=UTC)
    record = record.but(meeting=Meeting(planned_at=meeting, done=("Pre-read sent",)))
    tasks = {task.words: task for task in checklist.checklist(record, NOON)}
    assert tasks["Pre-read sent"].due == datetime(2024, 1, 17, 15, 0, tzinfo=UTC)
    assert tasks["Pre-read sent"].said == "day 2"
    assert tasks["Pre-read sent"].other == "24 h before the meeting would be Thu 18 Jan"
    assert tasks["Pre-read sent"].done
    assert tasks["Document final"].due == meeting + timedelta(hours=24)
    assert tasks["Document final"].other == "day 7 would be Mon 22 Jan"
    assert tasks["Patterns reviewed across incidents"].due.date() == date(2024, 3, 31)
    assert all(task.due is None for task in checklist.checklist(Record(), NOON))


def test_the_quarter_ends_in_every_month():
    ends = {
        month: checklist.checklist(Record(events=(Event(id="e1", at=datetime(2024, month, 15, tzinfo=UTC)),)), NOON)[-1].due
        for month in range(1, 13)
    }
    assert {(month - 1) // 3: (end.month, end.day) for month, end in ends.items()} == {
        0: (3, 31), 1: (6, 30), 2: (9, 30), 3: (12, 31),
    }  # fmt: skip


def test_the_review_counts_and_names_nobody():
    now = Now(NOON)
    agenda = votes.voted(pace.start(planned("quick"), now), votes.Counts(3, 1), now)
    record = Record(
        agenda=agenda,
        meeting=Meeting(learned=2, again=3),
        people=(someone("ana", turns=3), someone("bo", turns=1), someone("chen"), someone("eve", turns=9, present=False)),
        notes=(Note(id="n1", text="x"), Note(id="n2", text="y", outcome="dropped"), Note(id="n3", kind="dissent", text="z")),
    )
    found = review.review(record, Now(NOON + timedelta(minutes=4)))
    assert (found.parked, found.parked_left, found.dissents, found.votes) == (2, 1, 1, ("Opening +5 min (3 up, 1 down)",))
    assert found.balance == "2 of 3 were heard; nobody had more than 75% of the turns"
    assert found.verdict == "Of 3: 2 learned something that changes their work, 3 would come again"
    assert found.blocks[0][1:] == (3, 5, 240)
    assert not found.blocks[0].over


def test_a_tangent_that_is_over_is_told_for_a_minute_and_counts_for_no_vote():
    agenda = pace.timeboxed(pace.start(planned("standard"), Now(NOON)), 3, Now(NOON))
    told = [cues.cue(agenda, Now(NOON + timedelta(minutes=minutes))) for minutes in (2.9, 3, 3.9, 4)]
    assert [cue.kind if cue else "soon" for cue in told] == ["soon", "tangent", "tangent", "soon"]
    assert told[1]
    assert "/park" in told[1].words


def test_each_part_is_nudged_until_nothing_is_amiss(record: Record):
    for part in PARTS:
        assert nudges.nudge(Record(), part)
    assert nudges.nudge(record, "timeline") == nudges.nudge(record, "analysis") == ""
    assert nudges.nudge(record, "opening") == "Ask whether everyone agrees to notes being kept, and tick it."
    agreed = record.but(meeting=Meeting(norms=("Notes are kept, with our consent",)))
    assert nudges.nudge(agreed, "opening") == ""
    shallow = record.but(causes=record.causes[:2])
    assert nudges.nudge(shallow, "analysis").startswith("Every chain is one why deep")
    busy = record.but(actions=tuple(Action(id=f"a{n}", text="x", priority="P1") for n in range(6)))
    assert nudges.nudge(busy, "actions").startswith("6 actions are urgent")
    done = record.but(
        actions=(Action(id="a1", text="x", consent="accepted"),), meeting=Meeting(follow_up=NOON, learned=2, again=2)
    )
    assert nudges.nudge(done, "closing") == ""


def test_every_block_and_kind_has_something_to_ask(record: Record):
    for blocks in PRESETS.values():
        assert all(prompts.prompts(block, block.part) for block in blocks)
    own = PRESETS["quick"][0].but(prompts=("Say hello.",))
    assert prompts.prompts(own, "opening") == ("Say hello.",)
    assert prompts.prompts(own, "closing") == prompts.PROMPTS["closing"]
    event = record.events[1]
    asked = event.but(asked=(prompts.event_question(event, {}),))
    assert prompts.event_question(asked, {}) != prompts.event_question(event, {})
    assert prompts.event_question(event, {event.kind: ("How loud was it?",)}) == "How loud was it?"
    assert not any(question.casefold().startswith(("why", "who did")) for question in prompts.KIND_QUESTIONS.values())
    assert prompts.cause_question(record, record.causes[1]) == next_question(record, record.causes[1])
    assert prompts.cause_question(record, record.causes[1].but(status="suspected")) == "What would show whether this is so?"
