"""Cut sets, held against truth tables on small random graphs."""

from itertools import combinations

import pytest
from counted import calls
from hypothesis import given, settings
from hypothesis import strategies as st

from noblame.analysis.consequence import but_for, consequence
from noblame.analysis.cutsets import minimal_cut_sets, single_points
from noblame.analysis.logic import logic
from noblame.model import Cause, Record


def node(name: str, *parents: str, **fields: object) -> Cause:
    kind = "effect" if name == "top" else "cause"
    return Cause(**{"id": name, "text": f"{name} happened", "parents": parents, "kind": kind, **fields})


def record(*causes: Cause) -> Record:
    return Record(causes=causes)


def sets(found: Record, **options: object) -> list[str]:
    return ["+".join(sorted(one)) for one in minimal_cut_sets(found, "top", **options).sets]


BROKER = record(
    node("top", join="all"),
    node("twice", "top", join="any"),
    node("no_key", "top"),
    node("published", "twice", join="all"),
    node("redelivered", "twice", status="potential"),
    node("retried", "published"),
    node("republishes", "published"),
)


def test_the_sets_are_listed_shortest_first():
    found = minimal_cut_sets(BROKER, "top")
    assert sets(BROKER) == ["no_key+redelivered", "no_key+republishes+retried"]
    assert (found.complete, found.by_order, found.total, found.note) == (True, {2: 1, 3: 1}, 2, "")


def test_undecided_joins_are_read_both_ways():
    some = record(node("top"), node("a", "top"), node("b", "top", join="some", k=2), *(node(f"b{n}", "b") for n in range(3)))
    assert sets(some) == ["a", "b0+b1", "b0+b2", "b1+b2"]
    assert sets(some, reading="all") == ["a+b0+b1", "a+b0+b2", "a+b1+b2"]
    assert minimal_cut_sets(some, "top").undecided == 1


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"redelivered": {"status": "ruled out"}}, ["no_key+republishes+retried"]),
        ({"redelivered": {"switch": "on"}}, ["no_key"]),
        ({"no_key": {"switch": "off"}}, []),
        ({"no_key": {"status": "ruled out"}}, []),
        ({"no_key": {"kind": "safeguard"}}, ["redelivered", "republishes+retried"]),
        ({"no_key": {"parents": ()}}, ["redelivered", "republishes+retried"]),
    ],
)
def test_what_counts_as_true_or_false(changes: dict[str, dict[str, object]], expected: list[str]):
    assert sets(record(*(cause.but(**changes.get(cause.id, {})) for cause in BROKER.causes))) == expected


def test_one_cause_is_passed_through_whatever_the_join():
    chain = record(node("top", join="some", k=3), node("a", "top", join="all"), node("b", "a"))
    assert sets(chain) == ["b"]


def test_a_cause_whose_explanations_were_all_ruled_out_is_a_leaf_again():
    assert sets(record(node("top"), node("a", "top"), node("b", "a", status="ruled out"))) == ["a"]


def test_a_ruled_out_cause_is_left_out_of_an_undecided_join():
    open_join = record(node("top"), node("a", "top"), node("b", "top", status="ruled out"))
    assert sets(open_join, reading="all") == ["a"]
    assert minimal_cut_sets(open_join, "top").undecided == 0


def test_prevented_causes_leave_the_other_ways():
    assert sets(BROKER, without=frozenset({"published"})) == ["no_key+redelivered"]
    assert sets(BROKER, without=frozenset({"no_key"})) == []


def test_nothing_below_the_effect_and_knots_say_so():
    assert minimal_cut_sets(record(node("top")), "top").sets == ()
    knot = minimal_cut_sets(record(node("top"), node("a", "top", "b"), node("b", "a")), "top")
    assert (knot.complete, knot.sets) == (False, ())
    assert knot.note.startswith("Causes explain one another in a circle")


def test_limits_are_said():
    wide = record(node("top", join="some", k=3), *(node(f"c{n}", "top") for n in range(40)))
    found = minimal_cut_sets(wide, "top")
    assert (len(found.sets), found.total, found.complete) == (100, 9880, False)
    assert found.note == "The 100 shortest of 9,880 sets are listed."
    assert found.members == {f"c{n}": 741 for n in range(40)}
    assert minimal_cut_sets(wide, "top", limit_order=2).note == "Sets of more than 2 causes were not looked for."


def test_a_large_tree_never_blocks():
    causes = [node("top", join="all")]
    for n in range(500):
        causes.append(
            node(f"c{n}", *(["top"] if n < 3 else [f"c{n // 3}", f"c{n * 7 % (n // 2 + 1)}"]), join=("any", "all")[n % 2])
        )
    graph = record(*causes)
    assert calls(lambda: minimal_cut_sets(graph, "top")) < 500_000
    found = minimal_cut_sets(graph, "top")
    assert found.complete or found.note


def test_single_points_hold_however_the_open_joins_turn_out():
    graph = record(node("top", join="any"), node("a", "top"), node("b", "top"), node("b1", "b"), node("b2", "b"))
    assert [cause.id for cause in single_points(graph, "top")] == ["a"]


# Truth tables.

JOINS = st.sampled_from(("undecided", "any", "all", "some"))


@st.composite
def graphs(draw: st.DrawFn) -> Record:
    causes = [node("top", join=draw(JOINS), k=draw(st.integers(1, 3)))]
    for number in range(draw(st.integers(0, 9))):
        above = ["top", *(f"c{n}" for n in range(number))]
        parents = draw(st.lists(st.sampled_from(above), min_size=1, max_size=3, unique=True))
        status = draw(st.sampled_from(("occurred",) * 5 + ("suspected", "ruled out")))
        switch = draw(st.sampled_from((None,) * 8 + ("on", "off")))
        causes.append(node(f"c{number}", *parents, join=draw(JOINS), k=draw(st.integers(1, 3)), status=status, switch=switch))
    return record(*causes)


def true(graph: Record, cause: Cause, leaves: frozenset[str], reading: str, seen: set[str]) -> bool:
    """Whether a cause is true, straight from the rules; notes in `seen` which leaves were asked about."""
    if cause.id != "top":
        if cause.switch:
            return cause.switch == "on"
        if cause.status == "ruled out":
            return False
    causes = list(graph.children(cause.id))
    if cause.join in ("undecided", "any"):
        causes = [child for child in causes if child.status != "ruled out" or child.switch]
    if not causes:
        seen.add(cause.id)
        return cause.id in leaves
    values = [true(graph, child, leaves, reading, seen) for child in causes]
    join = reading if cause.join == "undecided" else cause.join
    needed = 1 if len(values) == 1 or join == "any" else len(values) if join == "all" else cause.k
    return sum(values) >= needed


def brute_force(graph: Record, reading: str) -> set[frozenset[str]]:
    top = graph.causes[0]
    seen: set[str] = set()
    true(graph, top, frozenset(), reading, seen)
    found: list[frozenset[str]] = []
    for size in range(len(seen) + 1):
        for chosen in map(frozenset, combinations(sorted(seen - {"top"}), size)):
            if not any(one <= chosen for one in found) and true(graph, top, chosen, reading, set()):
                found.append(chosen)
    return set(found)


@settings(max_examples=300, deadline=None)
@given(graphs(), st.sampled_from(("any", "all")))
def test_cut_sets_agree_with_truth_tables(graph: Record, reading: str):
    found = minimal_cut_sets(graph, "top", reading=reading)
    expected = brute_force(graph, reading)
    assert set(found.sets) == expected
    assert found.complete
    assert [len(one) for one in found.sets] == sorted(len(one) for one in expected)
    short = minimal_cut_sets(graph, "top", limit_order=2, reading=reading)
    assert set(short.sets) == {one for one in expected if len(one) <= 2}


@settings(max_examples=150, deadline=None)
@given(graphs())
def test_but_for_agrees_with_removing_each_cause(graph: Record):
    found = but_for(graph, "top")
    occurred = frozenset(leaf for leaf in logic(graph, "top").leaves if graph.cause(leaf).status == "occurred")
    top = graph.causes[0]
    assert found.explained == true(graph, top, occurred, "all", set())
    assert found.possible == true(graph, top, occurred, "any", set())
    needed = {c for c in occurred if found.explained and not true(graph, top, occurred - {c}, "any", set())}
    assert {cause.id for cause in found.necessary} == needed


@pytest.mark.parametrize(
    ("causes", "line"),
    [
        ((), "Nothing to explain yet: say what happened, as an effect."),
        ((node("top"),), "Nothing explains “top happened” yet."),
        (
            (node("top", join="all"), node("a", "top"), node("b", "top")),
            "What occurred explains it; “a happened”, “b happened” were each needed. "
            "No cause is enough alone. 1 minimal cut set: 1 of 2 causes.",
        ),
        (
            (node("top", join="any"), node("a", "top"), node("b", "top")),
            "What occurred explains it. “a happened”, “b happened” are each enough alone. 2 minimal cut sets: 2 single causes.",
        ),
        (
            (node("top"), node("a", "top"), node("b", "top", status="suspected")),
            "Whether what occurred explains it depends on 1 undecided join. 1 to 2 minimal cut sets, 1 undecided join.",
        ),
        (
            (node("top", join="all"), node("a", "top"), node("b", "top", status="suspected")),
            "What occurred does not explain it: a cause is missing, or a join is wrong. "
            "No cause is enough alone. 1 way was one event away: had “b happened” happened too. 1 minimal cut set: 1 of 2 causes.",
        ),
        (
            (
                node("top", join="any"),
                node("ab", "top", join="all"),
                node("bc", "top", join="all"),
                node("a", "ab"),
                node("b", "ab", "bc", status="potential"),
                node("c", "bc"),
                node("d", "top"),
            ),
            "What occurred explains it; without “d happened” it would not have happened. “d happened” is enough alone. "
            "2 ways were one event away: had “b happened” happened too. 3 minimal cut sets: 1 single cause, 2 of 2 causes.",
        ),
        ((node("top"), node("a", "top", switch="on")), "What occurred explains it."),
        (
            (node("top", join="all"), node("a", "top"), node("b", "top", status="ruled out")),
            "What occurred does not explain it: a cause is missing, or a join is wrong.",
        ),
    ],
)
def test_the_consequence_in_one_line(causes: tuple[Cause, ...], line: str):
    assert consequence(record(*causes)) == line
