"""What causes lack: an answer, what shows them, a category."""

from noblame.analysis.loose_ends import loose_ends
from noblame.model import Action, Cause, Record

TREE = (
    Cause(id="c1", kind="effect", text="Mail was lost"),
    Cause(id="c2", text="Queue was full", parents=("c1",)),
    Cause(id="c3", text="No alert", parents=("c2",), category="monitoring", evidence=("graph",)),
    Cause(id="c4", text="No limit", parents=("c2",), events=("e1",), stop="outside"),
    Cause(id="c5", text="Retry storm", parents=("c2",), status="ruled out"),
)


def lacks(record: Record) -> dict[str, tuple[str, ...]]:
    return {end.cause_id: end.lacks for end in loose_ends(record)}


def test_leaves_lack_an_answer_what_shows_them_and_a_category():
    assert lacks(Record(causes=TREE)) == {"c3": ("an answer",), "c4": ("a category",)}
    bare = Record(causes=(*TREE[:2], Cause(id="c3", text="No alert", parents=("c2",))))
    assert lacks(bare) == {"c3": ("an answer", "what shows it")}, "no category is missed where there is none"
    assert loose_ends(bare)[0].in_words == "lacks an answer and what shows it"


def test_an_action_a_reason_to_live_with_it_and_a_reason_to_stop_are_answers():
    answered = Record(causes=TREE, actions=(Action(id="a1", answers=("c3",)),))
    assert lacks(answered) == {"c4": ("a category",)}
    accepted = tuple(cause.but(accepted="rare", category="process") for cause in TREE)
    assert lacks(Record(causes=accepted)) == {}
    assert lacks(Record()) == {}
