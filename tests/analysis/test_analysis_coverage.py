from noblame.analysis.answers import unanswered
from noblame.analysis.coverage import coverage, open_sets
from noblame.model import Action, Cause, Record

CACHE = Record(
    causes=(
        Cause(id="c1", kind="effect", text="Prices were stale", join="any"),
        Cause(id="c2", text="Flush did not reach two nodes", parents=("c1",), join="all"),
        Cause(id="c3", text="Flush is sent once", parents=("c2",)),
        Cause(id="c4", text="Network blip", parents=("c2",), status="suspected"),
        Cause(id="c5", text="Wrong TTL", parents=("c1",)),
        Cause(id="c6", text="Bad deploy", parents=("c1",), status="ruled out"),
        Cause(id="c7", text="Idea from the room"),
        Cause(id="c8", text="Review of TTLs was skipped", role="root"),
        Cause(id="c9", text="Old price page held", kind="safeguard", parents=("c1",)),
    )
)


def ids(causes: tuple[Cause, ...]) -> list[str]:
    return [cause.id for cause in causes]


def with_actions(*actions: Action) -> Record:
    return CACHE.but(actions=actions)


def test_leaves_that_occurred_or_are_suspected_and_roots_ask_for_an_answer():
    found = coverage(CACHE)
    assert ids(found.asking) == ids(found.unanswered) == ["c3", "c4", "c5", "c8"]
    assert found.in_words == "answers 0 of 4 causes · 2 cut sets open"


def test_an_intended_action_or_an_acceptance_answers():
    record = with_actions(Action(id="a1", answers=("c3",)), Action(id="a2", answers=("c5",), status="won't do"))
    accepted = record.but(causes=tuple(c.but(accepted="rare") if c.id == "c4" else c for c in record.causes))
    assert ids(unanswered(accepted)) == ["c5", "c8"]
    assert coverage(accepted).in_words == "answers 2 of 4 causes · 1 cut set open"


def test_an_action_on_a_step_between_closes_every_way_through_it():
    record = with_actions(Action(id="a1", answers=("c2",)))
    assert open_sets(record, "c1").sets == (frozenset({"c5"}),)
    assert ids(unanswered(record)) == ["c3", "c4", "c5", "c8"], "the causes below it are still open"


def test_every_way_closed():
    record = with_actions(Action(id="a1", answers=("c3", "c5")))
    assert coverage(record).in_words == "answers 2 of 4 causes · every cut set broken"


def test_without_causes_there_is_nothing_to_break():
    assert coverage(Record()).in_words == "answers 0 of 0 causes"
