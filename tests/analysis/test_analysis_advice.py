import pytest

from noblame.analysis import gates
from noblame.analysis.advice import advise, halve_it, method, stops_at_person
from noblame.analysis.categories import SIX, chosen
from noblame.analysis.consequence import consequence, sentences, still_open
from noblame.analysis.fishbone import drawing as fishbone
from noblame.analysis.left_out import left_out
from noblame.model import Action, Cause, Person, Record

SHOP = Record(
    people=(Person(id="mira", name="Mira Holt"),),
    causes=(
        Cause(id="c1", kind="effect", text="Orders were lost", join="any"),
        Cause(id="c2", kind="effect", text="It was seen late"),
        Cause(id="c3", text="The disk was full", parents=("c1",), join="all", category="technology"),
        Cause(id="c4", text="Logs are never rotated", parents=("c3",)),
        Cause(id="c5", text="The import wrote twice", parents=("c3",)),
        Cause(id="c6", text="The cable was cut", parents=("c1",), status="potential"),
        Cause(id="c7", text="Orders were on paper too", kind="safeguard", parents=("c1",)),
        Cause(id="c8", text="A card", parents=()),
    ),
)


@pytest.mark.parametrize(
    ("words", "stops"),
    [
        ("The engineer forgot the flag", True),
        ("Human error", True),
        ("Mira did not check the dashboard", True),
        ("Developer unfamiliar with the codebase", True),
        ("The disk was full", False),
        ("Mira restarted the service at 14:10", False),
        ("The on-call rotation has one person", False),
        ("The pager was tired of restarting", False),
    ],
)
def test_an_answer_stops_at_a_person_or_it_does_not(words: str, stops: bool):
    assert stops_at_person(SHOP, words) is stops


def test_a_person_as_the_last_answer_asks_what_made_it_likely():
    record = SHOP.but(causes=(*SHOP.causes, Cause(id="c9", text="The operator forgot it", parents=("c4",))))
    found = advise(record, record.cause("c9"))
    assert found == ("“The operator forgot it” stops at a person.", "What made that likely, and what let it through?")
    assert "person" not in advise(record, record.cause("c4")).remark


def test_an_open_join_asks_the_question_that_settles_it():
    record = SHOP.but(causes=tuple(c.but(join="undecided") if c.id == "c3" else c for c in SHOP.causes))
    assert "Had only “Logs are never rotated” not happened" in advise(record, record.cause("c3")).question
    assert advise(SHOP, SHOP.cause("c3")).question == "Why was the disk full?"


def test_a_guess_and_a_stop_ask_for_what_they_lack():
    guess, outside, ours = (
        SHOP.cause("c6").but(**how) for how in ({"confidence": "guess"}, {"stop": "outside"}, {"stop": "systemic"})
    )
    assert advise(SHOP, guess) == ("This is a guess.", "What would show whether it was so?")
    assert "live with it" in advise(SHOP, outside).question
    assert "What shows" in advise(SHOP, ours).question
    assert advise(SHOP, ours.but(evidence=("log",))).question == ""


def test_the_drawing_that_would_help_more_is_named_and_only_then():
    assert method(SHOP, "c1", "whys") == ""
    shared = SHOP.but(causes=tuple(c.but(parents=("c3", "c6")) if c.id == "c4" else c for c in SHOP.causes))
    assert "fault tree" in method(shared, "c1", "whys")
    assert method(shared, "c1", "fault tree") == ""
    sided = SHOP.but(causes=tuple(c.but(category="process") if c.kind == "cause" else c for c in SHOP.causes))
    assert method(sided, "c1", "fault tree") == "4 of 4 causes are Process; the fishbone asks about the other sides."
    assert method(sided, "c1", "fishbone") == ""


def test_half_of_the_longest_interval_is_asked_for(record: Record):
    assert halve_it(record) == "10 min to detect: what would have made it 5?"
    assert halve_it(Record()) == ""


def test_what_a_drawing_leaves_out_is_counted():
    assert left_out(SHOP, "c1", "whys") == "not drawn: 2 joins · 1 in the tray"
    assert left_out(SHOP, "c1", "fishbone") == "not drawn: 1 other effect · 2 joins · 1 safeguard · 1 in the tray"
    assert left_out(SHOP, "c1", "fault tree") == "not drawn: 1 other effect · 1 safeguard · 1 in the tray"
    assert left_out(Record(), "", "whys") == ""


def test_the_sentences_of_the_consequence_are_the_consequence():
    assert " ".join(sentences(SHOP, "c1")) == consequence(SHOP, "c1")
    assert len(sentences(SHOP, "c1")) == 3


def test_the_ways_that_actions_leave_open_name_the_cause_that_closes_most():
    assert still_open(SHOP, "c1") == ""
    record = SHOP.but(actions=(Action(id="a1", text="Rotate", answers=("c4",)),))
    assert still_open(record, "c1") == "1 way is still open after the actions; “The cable was cut” is in 1 of them."


def test_gates_hang_below_what_they_join():
    text = gates.drawing(SHOP, "c1", 52).text
    assert [word for word in text.split() if word in ("OR", "AND")] == ["OR", "AND"]
    assert text.count("┌") == text.count("┐") == 2
    assert all(word in text for cause in SHOP.causes if cause.id in "c1c3c4c5c6" for word in cause.text.split())
    assert gates.drawing(SHOP, "c1", 20).lines == (), "too narrow for boxes"
    assert gates.drawing(SHOP, "c2", 80).lines == (), "nothing is joined"
    assert gates.drawing(SHOP, "c1", 52).rows_of("c5")


@pytest.mark.parametrize("width", range(40, 130, 7))
def test_gates_keep_to_their_width(width: int):
    assert gates.drawing(SHOP, "c1", width).width <= width


def test_cut_sets_are_listed_by_size_and_what_the_incident_took_is_marked():
    assert gates.listed(SHOP, "c1", 60).text.splitlines() == [
        "Enough alone",
        "  ○ The cable was cut",
        "Enough together: 2",
        "  ● Logs are never rotated + The import wrote twice",
        "  ● all of it occurred   ○ not all",
    ]


def test_a_team_sorts_by_a_set_of_its_own_or_by_one_that_others_use():
    assert chosen(()) is SIX
    assert chosen(("4M",)).names == ("Manpower", "Machine", "Material", "Method")
    own = chosen(("Tools: What did the tools hide?", "People", "Tools"))
    assert own.names == ("Tools", "people")
    assert own.definition("tools") == "What did the tools hide?"
    assert own.definition("Vendor") == "Anything about Vendor?"
    text = fishbone(SHOP, "c1", 100, 30, own=own).text
    assert "What did the tools hide?" in text
    assert "Technology" in text, "a category that is used is drawn, whoever sorts by it"
    assert "External" not in text


def test_a_chain_that_ends_long_before_the_others_asks_once_more():
    record = SHOP.but(causes=(*SHOP.causes, Cause(id="c9", text="Nobody owns the host", parents=("c4",))))
    assert advise(record, record.cause("c6")).remark == "It ends after one why, others go on."
    assert advise(record, record.cause("c6")).question.startswith("Why")
    assert not advise(record, record.cause("c5")).remark, "it is two whys deep"
    assert not advise(SHOP, SHOP.cause("c6")).remark, "no other branch goes further"
