"""Which rows a few words mean, which are worth a look, and what the whole adds up to."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from noblame.analysis.candidates import Candidates
from noblame.analysis.density import bars, counts
from noblame.analysis.intervals import NAMES, intervals, without_events
from noblame.analysis.lanes import BELIEFS, UNSAID, lanes
from noblame.analysis.moment import ours, questions
from noblame.analysis.offers import offered
from noblame.analysis.order import order_faults
from noblame.analysis.sifting import STATES, sieve
from noblame.model import KINDS, Event, Kind, Person, Record, in_order

NOON = datetime(2024, 1, 15, 12, 0, tzinfo=UTC)


def at(minutes: float) -> datetime:
    return NOON + timedelta(minutes=minutes)


def told(*rows: tuple[float, Kind, str]) -> Record:
    return Record(events=tuple(Event(id=f"e{n}", at=at(when), kind=kind, text=text) for n, (when, kind, text) in enumerate(rows)))


def chat(entry_id: str, minutes: float | None, text: str, **more: object) -> Event:
    when = None if minutes is None else at(minutes)
    return Event(id=entry_id, at=when, text=text, source="slack_export", origin="#incident 7", **more)


ROWS = (
    Event(id="typed", at=NOON, text="Pool exhausted", who=("bob",), kind="finding"),
    chat("bob", 1, "the pool is full", who=("bob",), kind="decision"),
    chat("ana", 2, "all quiet", who=("ana",), star=True, evidence=("https://graphs.example/pool",)),
    chat("lost", None, "pool again?"),
    chat("noise", 3, "joined", hidden=True, aside="joined the channel"),
    chat("hand", 4, "lunch?", hidden=True),
    chat("part", 5, "pool pool", part_of="bob"),
)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("", "typed bob ana lost"),
        ("pool", "typed bob ana lost"),
        ("POOL -full", "typed ana lost"),
        ('"pool is"', "bob"),
        ("@bob", "typed bob"),
        ("#dec", "bob"),
        ("from:slack", "bob ana lost"),
        ("from:slack @bob", "bob"),
        ("is:starred", "ana"),
        ("is:typed", "typed"),
        ("is:unplaced", "lost"),
        ("is:aside", "noise hand"),
        ("is:aside -is:noise", "hand"),
        ('noise:"joined the channel"', "noise"),
        ("is:folded", "part"),
        ("is:", "typed bob ana lost"),
        ("is:nonsense", "typed bob ana lost"),
        ("@nobody", ""),
        ("-pool", ""),
    ],
)
def test_words_mean_rows(words: str, wanted: str):
    assert " ".join(event.id for event in ROWS if sieve(words).fits(event)) == wanted


def test_every_state_that_is_named_can_be_asked_for():
    for name in STATES:
        assert sieve(f"is:{name}").tests
        assert not sieve("")


def test_a_candidate_has_a_reason_and_a_change_is_told_by_its_minutes_only():
    record = Record(
        events=(
            chat("early", -20, "old push", kind="change"),
            chat("push", -8, "push", kind="change"),
            Event(id="signal", at=NOON, kind="detected", text="alert"),
            chat("near", 1, "is that us?"),
            chat("far", 30, "lunch?"),
            chat("hint", 40, "roll back", kind="decision"),
            chat("taken", 1, "mine", star=True),
        )
    )
    found = Candidates.of(record)
    why = {event.id: found.why(event) for event in record.events}
    assert why == {
        "early": "reads as change", "push": "8 min before the first signal", "signal": "", "near": "1 min after detected",
        "far": "", "hint": "reads as decision", "taken": "",
    }  # fmt: skip
    assert found.before_signal(record.events[0]) == ""


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Declaring SEV1 for checkout", "declared"),
        ("rolling back v3.2.1", "mitigating"),
        ("rolled it back", "mitigating"),
        ("I think it's the pool", "hypothesis"),
        ("DNS is ruled out", "ruled out"),
        ("turns out the pool was never raised", "finding"),
        ("decision: fail over", "decision"),
        ("on it", "acknowledged"),
        ("paging the database team", "escalated"),
        ("error rate is back to normal", "stable"),
        ("all clear", "resolved"),
        ("customers report 502s since about 08:30", "impact"),
        ("deployed 4.2 to prod", "change"),
        ("*pay* `4.2` started on *prod* by @ana", "change"),
        ("*pay* `4.1` rollback on *prod* by @ana", "mitigating"),
        ("stopped the reindex job", "mitigating"),
        ("p99 on `pay` went from 0.4 to 31 at 08:30", "finding"),
        ("node db-3 is at 100% CPU", "finding"),
        ("[OK] p99 of pay 0.8s", "resolved"),
        ("I stopped for lunch", None),
        ("lunch?", None),
        ("the rollback button is on the left", None),
    ],
)
def test_words_offer_a_kind(words: str, kind: Kind | None):
    assert offered(words) == kind


def test_what_is_said_again_and_again_is_worth_no_look_for_its_words():
    nightly = [chat(f"n{n}", 60 * n, f"disk of db-{n} fills", kind="detected") for n in range(1, 6)]
    record = Record(events=(*nightly, chat("other", 400, "checkout errors", kind="detected")))
    found = Candidates.of(record)
    assert [found.why(event) for event in record.events if event.id != "n1"] == ["", "", "", "", "reads as detected"]


def test_before_anything_is_starred_the_first_imported_detection_is_the_signal():
    record = Record(events=(chat("push", -3, "push", kind="change"), chat("page", 0, "page", kind="detected")))
    assert Candidates.of(record).before_signal(record.events[0]) == "3 min before the first signal"


def test_intervals_name_their_events_and_say_what_they_lack():
    record = told(
        (0, "change", "a"), (8, "detected", "b"), (10, "acknowledged", "c"), (47, "mitigated", "d"), (55, "resolved", "e")
    )
    found = {each.name: (each.minutes, each.start.text, each.end.text) for each in intervals(record)}
    assert found == {
        "detect": (8, "a", "b"), "acknowledge": (2, "b", "c"), "mitigate": (39, "b", "d"), "resolve": (47, "b", "e"),
        "impact window": (47, "a", "d"), "response window": (47, "b", "e"),
    }  # fmt: skip
    assert [name for name, _ in without_events(record)] == ["diagnose"]
    assert [name for name, _ in without_events(Record())] == list(NAMES)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            [(0, "acknowledged"), (3, "detected")],
            "Acknowledged 12:00 stands before detected 12:03. Which of the two times is right?",
        ),
        ([(0, "detected"), (1, "resolved"), (5, "impact")], "Impact 12:05 comes after resolved 12:01. Did it come back?"),
        (
            [(0, "ruled out"), (1, "hypothesis")],
            "Ruled out 12:00 stands before hypothesis 12:01. Which of the two times is right?",
        ),
        ([(0, "detected"), (1, "mitigated"), (2, "resolved"), (3, "stable")], ""),
    ],
)
def test_order_faults_are_questions(rows: list[tuple[float, Kind]], said: str):
    assert "".join(order_faults(told(*((when, kind, "x") for when, kind in rows)))) == said


def test_an_event_that_ends_before_it_begins_is_asked_about():
    event = Event(id="e1", at=NOON, until=at(-5), kind="impact", text="x")
    assert order_faults(Record(events=(event,))) == ("Impact 12:00 ends before it begins. When did it end?",)


def test_density_shows_whatever_is_there():
    times = [at(0), *(at(9) for _ in range(100)), at(10)]
    found = counts(times, at(0), at(10), 10)
    assert (sum(found), found[0], found[-1]) == (102, 1, 101)
    assert bars(found)[0] == "▁"
    assert bars(found)[-1] == "█"
    assert bars(found)[1:-1] == " " * 8
    assert counts([NOON], NOON, NOON, 3) == (1, 0, 0)


def test_lanes_are_roles_systems_and_beliefs():
    record = Record(
        people=(Person(id="ana", name="Ana", roles=("responder",)),),
        events=(
            Event(id="e1", at=at(0), who=("ana",), text="a"),
            Event(id="e2", at=at(1), who=("grafana",), kind="detected", text="b"),
            Event(id="e3", at=at(2), who=("ana",), kind="hypothesis", text="c"),
            Event(id="e4", at=at(3), text="d"),
            Event(id="e5", at=at(4), text="e", lane="responder"),
            chat("e6", 5, "hidden"),
        ),
    )
    found = {lane.name: [event.id for event in lane.events] for lane in lanes(record)}
    assert found == {"responder": ["e1", "e5"], "grafana": ["e2"], UNSAID: ["e4"], BELIEFS: ["e3"]}
    assert lanes(record)[-1].name == BELIEFS


def test_three_questions_a_kind_that_ask_how_and_what():
    assert set(ours()) == set(KINDS)
    for said in ours().values():
        assert len(said) == len(set(said)) == 3
        for question in said:
            assert re.fullmatch(r"(How|What) .+\?", question), question
            assert len(question) <= 40


def test_a_team_puts_its_own_questions_in_place_of_ours():
    event = Event(id="e1", kind="finding")
    assert questions(event, {}) == ours()["finding"]
    assert questions(event, {"finding": ("How loud was it?",)}) == ("How loud was it?",)
    assert questions(event, {"change": ("How?",)}) == ours()["finding"]


def test_rows_without_a_time_come_last():
    assert [event.id for event in in_order(ROWS)][-1] == "lost"
