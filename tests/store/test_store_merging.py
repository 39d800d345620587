"""Two versions of one session: the plan and its clock, causes that one side hung elsewhere, places of what was added."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from noblame.model import Action, Agenda, Cause, Event, Incident, Lesson, Note, Record
from noblame.model.agenda import PRESETS
from noblame.store import doubt_words
from noblame.store.codec import Codec, load
from noblame.store.merge import merge, merged

TEN = datetime(2024, 1, 17, 10, tzinfo=UTC)
PLAN = Agenda(blocks=PRESETS["standard"])
ON = PLAN.but(
    current=1,
    since=TEN,
    since_boot="b1",
    since_uptime=7.0,
    started=TEN - timedelta(minutes=5),
    started_boot="b1",
    started_uptime=3.0,
)
"""A meeting that is on, in its second block."""


def longer(agenda: Agenda, number: int, minutes: int) -> Agenda:
    blocks = [block.but(extra=minutes) if place == number else block for place, block in enumerate(agenda.blocks)]
    return agenda.but(blocks=tuple(blocks))


def plans(base: Agenda, ours: Agenda, theirs: Agenda) -> Agenda:
    both = merged(*(Record(agenda=agenda) for agenda in (base, ours, theirs)))
    assert both.record.notes == ()
    return both.record.agenda


@pytest.mark.parametrize("swap", [False, True])
def test_minutes_are_merged_block_by_block(swap: bool):
    sides = longer(PLAN, 1, 5), longer(PLAN, 3, -2)
    both = plans(PLAN, *(sides[::-1] if swap else sides))
    assert [block.extra for block in both.blocks] == [0, 5, 0, -2, 0]


@pytest.mark.parametrize("swap", [False, True])
def test_a_clock_that_one_side_turned_goes_on_beside_the_minutes_of_the_other(swap: bool):
    sides = ON, longer(PLAN, 3, -2)
    both = plans(PLAN, *(sides[::-1] if swap else sides))
    assert both == longer(ON, 3, -2)


def test_where_both_turned_the_clock_ours_goes_on_whole():
    ours = longer(ON.but(current=3, since=TEN + timedelta(minutes=9), since_uptime=540.0), 0, 1)
    theirs = longer(
        ON.but(current=2, since=None, since_boot="", since_uptime=0.0, started=TEN, ended=TEN, started_boot="b2"), 4, 1
    )
    assert plans(PLAN, ours, theirs) == longer(ours, 4, 1)
    assert plans(ON, ON.but(current=2), theirs) == longer(ON.but(current=2), 4, 1)


def test_another_plan_of_theirs_is_taken_where_we_did_not_touch_ours():
    quick = PLAN.but(preset="quick", blocks=PRESETS["quick"])
    extended = PLAN.but(preset="extended", blocks=PRESETS["extended"])
    assert plans(PLAN, PLAN.but(current=0, since=TEN), extended) == extended.but(current=0, since=TEN)
    assert plans(PLAN, longer(PLAN, 1, 5), extended).blocks == longer(PLAN, 1, 5).blocks
    assert plans(extended, longer(PLAN, 1, 5), longer(PLAN, 2, 5)).blocks == longer(longer(PLAN, 1, 5), 2, 5).blocks
    assert plans(PLAN, quick.but(current=0), quick.but(current=1)) == quick.but(current=0)


EFFECT = Cause(id="c1", kind="effect", text="Payments failed")
CHAIN = Record(
    causes=(
        EFFECT,
        Cause(id="c2", text="The pool was empty", parents=("c1",)),
        Cause(id="c3", text="Each request opened a connection", parents=("c2",)),
    )
)


def hung(record: Record, **parents: tuple[str, ...]) -> Record:
    return record.but(causes=tuple(cause.but(parents=parents.get(cause.id, cause.parents)) for cause in record.causes))


def parents(record: Record) -> dict[str, tuple[str, ...]]:
    return {cause.id: cause.parents for cause in record.causes}


@pytest.mark.parametrize("swap", [False, True])
def test_a_cause_below_one_that_the_other_side_removed_goes_up_to_where_that_hung(swap: bool):
    removed = CHAIN.but(causes=(EFFECT, CHAIN.causes[2].but(parents=("c1",))))
    more = CHAIN.but(causes=(*CHAIN.causes, Cause(id="c4", text="The review saw nothing", parents=("c2",))))
    both = merged(CHAIN, *((more, removed) if swap else (removed, more)))
    assert parents(both.record) == {"c1": (), "c3": ("c1",), "c4": ("c1",)}
    assert (both.renamed, both.doubts, both.record.notes) == ({}, 0, ())


def test_a_cause_goes_up_past_all_that_was_removed_and_stands_once():
    base = CHAIN.but(causes=(*CHAIN.causes, Cause(id="c4", text="No test", parents=("c3", "c2"))))
    removed = CHAIN.but(causes=(EFFECT,))
    more = base.but(causes=(*base.causes[:3], base.causes[3].but(text="No test of the pool")))
    assert parents(merge(base, removed, more)) == {"c1": (), "c4": ("c1",)}


def test_of_a_circle_our_own_links_stand_and_theirs_are_asked_about():
    base = CHAIN.but(causes=(EFFECT, CHAIN.causes[1], CHAIN.causes[2].but(parents=("c1",))))
    ours, theirs = hung(base, c2=("c3",)), hung(base, c3=("c2",))
    both = merged(base, ours, theirs)
    assert parents(both.record) == {"c1": (), "c2": ("c3",), "c3": ("c1",)}
    assert both.doubts == 1
    (note,) = both.record.notes
    assert (
        note.text
        == "Two versions of what is explained of “Each request opened a connection”: “c1” stands, “c2” was also written. Which is right?"
    )
    assert (note.kind, note.about, note.conflict) == ("question", "c3", {"place": "c3", "field": "parents", "other": ("c2",)})


def test_what_they_added_follows_its_neighbour_and_the_first_comes_first():
    def lessons(*texts: str) -> Record:
        return Record(lessons=tuple(Lesson(id=f"l{text}", text=text) for text in texts))

    def order(base: Record, ours: Record, theirs: Record) -> list[str]:
        return [lesson.text for lesson in merge(base, ours, theirs).lessons]

    base = lessons("1", "2", "3")
    assert order(base, lessons("1", "2", "3", "9"), lessons("1", "2", "7", "3")) == ["1", "2", "7", "3", "9"]
    assert order(base, lessons("1", "2", "3", "9"), lessons("7", "1", "2", "3")) == ["7", "1", "2", "3", "9"]
    assert order(base, lessons("2", "3", "9"), lessons("1", "7", "2", "3")) == ["2", "3", "9", "7"]
    assert order(base, lessons("3", "2", "1"), lessons("1", "2", "3", "7", "8")) == ["3", "7", "8", "2", "1"]


def test_a_table_of_a_newer_noblame_that_both_changed_is_asked_about(record: Record):
    base, ours, theirs = (record.but(later={"key": value}, same={"key": 1}) for value in ("old", "mine", "other"))
    both = merged(base, ours, theirs)
    assert both.record.model_extra == {"later": {"key": "mine"}, "same": {"key": 1}}
    (note,) = both.record.notes
    assert note.conflict == {"place": "the session", "field": "later", "other": {"key": "other"}}
    assert merge(record, ours, record).model_extra == ours.model_extra
    assert merge(base, ours, ours).notes == ()


def test_what_one_side_took_out_of_a_list_of_words_stays_out():
    at = TEN
    base, ours, theirs = (
        Record(events=(Event(id="e1", at=at, evidence=found),)) for found in (("a", "b"), ("a", "b", "c"), ("b",))
    )
    assert merge(base, ours, theirs).events[0].evidence == ("b", "c")
    assert merge(base, theirs, ours).events[0].evidence == ("b", "c")


FOLDED = Record(events=tuple(Event(id=f"e{n}", at=TEN + timedelta(minutes=n), text=f"event {n}") for n in (1, 2)))


def folds(record: Record) -> dict[str, str]:
    return {event.id: event.part_of for event in record.events}


def test_what_is_folded_follows_its_event_to_another_id():
    head = Event(id="e3", at=TEN, text="ours")
    ours = FOLDED.but(events=(head, *(event.but(part_of="e3") for event in FOLDED.events)))
    theirs = FOLDED.but(events=(head.but(text="theirs"), *FOLDED.events))
    both = merged(FOLDED, ours, theirs)
    assert both.renamed == {"e3": "e4"}
    assert folds(both.record) == {"e3": "", "e4": "", "e1": "e4", "e2": "e4"}


def test_a_question_of_two_versions_follows_its_entry_to_another_id():
    conflict = {"place": "e3", "field": "text", "other": "x"}
    ours = FOLDED.but(
        events=(*FOLDED.events, Event(id="e3", at=TEN, text="ours")), notes=(Note(id="n1", conflict=conflict, about="e3"),)
    )
    theirs = FOLDED.but(events=(*FOLDED.events, Event(id="e3", at=TEN, text="theirs")))
    (note,) = merge(FOLDED, ours, theirs).notes
    assert (note.about, note.conflict) == ("e4", {**conflict, "place": "e4"})


def test_nothing_stays_folded_into_what_the_other_side_removed():
    ours = FOLDED.but(events=(FOLDED.events[0], FOLDED.events[1].but(part_of="e1")))
    assert folds(merge(FOLDED, ours, FOLDED.but(events=FOLDED.events[1:]))) == {"e2": ""}


def test_nothing_answers_or_shows_what_the_other_side_removed():
    base = CHAIN.but(events=FOLDED.events)
    action = Action(id="a1", text="x", answers=("c2", "c3"))
    ours = base.but(actions=(action,), causes=(*base.causes[:2], base.causes[2].but(events=("e1", "e2"))))
    theirs = base.but(events=FOLDED.events[1:], causes=(base.causes[0], base.causes[2].but(parents=("c1",))))
    both = merge(base, ours, theirs)
    assert both.actions[0].answers == ("c3",)
    assert both.cause("c3").events == ("e2",)


@pytest.mark.parametrize("place", ["incident", "e1"])
def test_who_yields_takes_their_version_and_asks_nothing(place: str):
    def worded(words: str) -> Record:
        if place == "incident":
            return FOLDED.but(incident=FOLDED.incident.but(title=words))
        return FOLDED.but(events=(FOLDED.events[0].but(text=words), FOLDED.events[1]))

    both = merged(FOLDED, worded("ours"), worded("theirs"), yielding=True)
    assert (both.record, both.doubts) == (worded("theirs"), 1)


def test_two_versions_are_told_as_people_say_it():
    ours = FOLDED.but(events=(FOLDED.events[0].but(at=TEN, who=("ana", "bo")), FOLDED.events[1]))
    theirs = FOLDED.but(events=(FOLDED.events[0].but(at=None), FOLDED.events[1]))
    (note,) = merge(FOLDED, ours, theirs).notes
    assert (
        note.text
        == "Two versions of the time of “event 1”: “2024-01-17 10:00:00 UTC” stands, “nothing” was also written. Which is right?"
    )


def test_what_pointed_to_nothing_before_stays_as_somebody_wrote_it():
    base = CHAIN.but(actions=(Action(id="a1", text="x", answers=("c9", "c2")),))
    ours = base.but(actions=(base.actions[0].but(text="y"),))
    theirs = base.but(causes=(base.causes[0], base.causes[2].but(parents=("c1",))))
    assert merge(base, ours, theirs).actions[0].answers == ("c9",)


def test_who_yields_keeps_what_the_other_side_cannot_be_without():
    ours = FOLDED.but(events=(FOLDED.events[0].but(smell="x"), FOLDED.events[1]))
    base = FOLDED.but(events=(FOLDED.events[0].but(smell="y"), FOLDED.events[1]))
    both = merged(base, ours, FOLDED, yielding=True).record
    assert load(Codec().dump(both), Path("s.toml")) == both


def test_every_field_that_has_words_is_one_and_the_others_are_told_as_they_are():
    models = (Event, Cause, Action, Note, Incident)
    fields = {name for model in models for name in model.model_fields}
    assert set(doubt_words._FIELDS) <= fields
    assert all(words.startswith(("the ", "what ")) for words in doubt_words._FIELDS.values())
    assert doubt_words.field_words("done_when") == "done when"
    assert doubt_words.place_words(CHAIN, "c1") == f"“{EFFECT.text}”"
    assert [doubt_words.place_words(CHAIN, place) for place in ("incident", "the session")] == ["the incident", "the session"]
