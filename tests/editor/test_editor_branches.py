"""Branches of the causal graph: put, linked, split, joined, pasted; circles are refused in a sentence."""

import pytest

from noblame.analysis.graph import check, outline
from noblame.editor.branching import grow, indented
from noblame.editor.edits import branch, causes
from noblame.editor.situation import Situation
from noblame.model import Action, Cause, Note, Record

ICE = Record(
    causes=(
        Cause(id="c1", kind="effect", text="The lift stood still"),
        Cause(id="c2", kind="effect", text="Nobody heard the bell"),
        Cause(id="c3", text="The brake was iced", parents=("c1",)),
        Cause(id="c4", text="The heater was off and its switch is outside", parents=("c3",), evidence=("photo 3",)),
        Cause(id="c5", text="Power was cut at night", parents=("c4",)),
        Cause(id="c6", text="No power, no bell", parents=("c2",)),
    ),
    actions=(Action(id="a1", text="Move the switch inside", answers=("c4",)),),
    notes=(Note(id="n1", kind="question", text="Who has the key?", about="c4"),),
)


def shape(record: Record) -> list[str]:
    return ["  " * node.depth + node.cause.id + ("*" if node.shared else "") for node in outline(record)]


def test_a_branch_moves_with_all_that_hangs_on_it():
    moved = branch.placed_under(ICE, "c4", "c2")
    assert shape(moved) == ["c1", "  c3", "c2", "  c6", "  c4", "    c5"]
    assert moved.cause("c4").evidence == ("photo 3",)


def test_a_cause_can_explain_two_effects_and_be_taken_back_from_the_second():
    linked = branch.linked(ICE, "c5", "c6")
    assert shape(linked) == ["c1", "  c3", "    c4", "      c5", "c2", "  c6", "    c5*"]
    assert branch.unlinked(linked, "c5") == ICE


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (lambda: branch.placed_under(ICE, "c3", "c5"), "already explains"),
        (lambda: branch.placed_under(ICE, "c3", "c3"), "cannot explain itself"),
        (lambda: branch.placed_under(ICE, "c5", "c4"), "stands there already"),
        (lambda: branch.linked(ICE, "c3", "c5"), "already explains"),
        (lambda: branch.linked(ICE, "c5", "c4"), "explains “The heater"),
        (lambda: branch.linked(ICE, "c1", "c6"), "effect is what has to be explained"),
        (lambda: branch.unlinked(ICE, "c5"), "explains one thing only"),
        (lambda: branch.laid_aside(ICE, "c1"), "no place in the tray"),
        (lambda: branch.laid_aside(branch.laid_aside(ICE, "c5"), "c5"), "waits in the tray already"),
        (lambda: branch.split(ICE, "c5", ("Power was cut",)), "Put a /"),
        (lambda: branch.merged(ICE, "c5", "c3"), "they stay two"),
        (lambda: branch.merged(ICE, "c5", "c5"), "another cause"),
        (lambda: branch.linked(ICE, "gone", "c1"), "Put the cursor on a cause"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(edit, words: str):
    with pytest.raises(branch.Refused, match=words) as refused:
        edit()
    assert str(refused.value).endswith(".")


def test_what_is_laid_aside_waits_in_the_tray_with_its_branch():
    assert shape(branch.laid_aside(ICE, "c4")) == ["c1", "  c3", "c2", "  c6", "c4", "  c5"]


def test_one_cause_becomes_several_side_by_side():
    halves = branch.split(ICE, "c4", ("The heater was off ", " its switch is outside"))
    assert [c.text for c in halves.children("c3")] == ["The heater was off", "its switch is outside"]
    assert [c.id for c in halves.children("c4")] == ["c5"]


def test_joined_causes_lose_nothing_that_was_said_or_promised():
    joined = branch.merged(ICE, "c4", "c6")
    kept = joined.cause("c6")
    assert joined.cause("c4") is None
    assert kept.parents == ("c2", "c3")
    assert kept.evidence == ("“The heater was off and its switch is outside”", "photo 3")
    assert joined.cause("c5").parents == ("c6",)
    assert joined.actions[0].answers == ("c6",)
    assert joined.notes[0].about == "c6"
    assert check(joined) is None


def test_a_join_turns_through_every_number_of_causes():
    record = Record(causes=(ICE.causes[0], *(Cause(id=f"d{n}", text="x", parents=("c1",)) for n in range(4))))
    seen = []
    for _ in range(6):
        record = causes.next_join(record, "c1")
        seen.append((record.cause("c1").join, record.cause("c1").k if record.cause("c1").join == "some" else 0))
    assert seen == [("any", 0), ("all", 0), ("some", 2), ("some", 3), ("undecided", 0), ("any", 0)]


def test_root_causes_are_ranked_in_the_order_they_were_named_until_somebody_says_otherwise():
    record = ICE
    for chosen in ("c4", "c4", "c5", "c5"):
        record = causes.next_role(record, chosen)
    assert (record.cause("c4").rank, record.cause("c5").rank) == (1, 2)
    record = causes.ranked_up(record, "c5")
    assert (record.cause("c4").rank, record.cause("c5").rank) == (2, 1)


BLOCK = """\
- The bell was iced too
    * No cover #technology
\t- nobody's task
        1. it came with the house ~"deed of 1987"
- The siren is in the cellar
"""


def test_a_pasted_block_becomes_a_branch_by_how_far_its_lines_stand_in(situation: Situation):
    place = Situation(now=situation.now, part="analysis", selected="c6", under="c2")
    grown, made = grow(ICE, BLOCK.splitlines(), place)
    assert made == ("c7", "c8", "c9", "c10", "c11")
    below = outline(grown)
    assert shape(grown)[-7:] == ["c2", "  c6", "  c7", "    c8", "    c9", "      c10", "  c11"]
    assert below[-4].cause.category == "technology"
    assert grown.cause("c10").evidence == ("deed of 1987",)
    assert grown.cause("c10").text == "it came with the house"


def test_a_branch_can_be_pasted_from_a_drawn_tree_and_begin_with_the_effect(situation: Situation):
    lines = ["The mill stopped", "├─ Why 1: The belt tore", "│  └─ It was dry", "└─ No spare"]
    grown, _ = grow(Record(), lines, Situation(now=situation.now, part="analysis"))
    assert shape(grown) == ["c1", "  c2", "    c3", "  c4"]
    assert [node.cause.text for node in outline(grown)] == ["The mill stopped", "The belt tore", "It was dry", "No spare"]
    assert grown.causes[0].kind == "effect"


def test_lines_without_words_are_no_causes():
    assert indented(["", "  - ", "│  ├─ ", "* a"]) == [(0, "a")]
