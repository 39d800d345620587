import pytest
from hypothesis import given
from hypothesis import strategies as st

from noblame.analysis.graph import category_of, check, outline, would_cycle
from noblame.model import Cause, Record


def graph(*rows: tuple[str, ...], **changes: dict[str, object]) -> Record:
    """Each row is an id and the ids that it explains; ids that begin with E are effects."""
    return Record(
        causes=tuple(
            Cause(id=name, text=f"{name} happened", parents=parents, kind="effect" if name[0] == "E" else "cause").but(
                **changes.get(name, {})
            )
            for name, *rest in rows
            for parents in [tuple(rest)]
        )
    )


def drawn(record: Record, *folded: str) -> list[str]:
    return [
        "  " * node.depth + node.cause.id + (" (shared)" if node.shared else "") + (" …" if node.folded else "")
        for node in outline(record, frozenset(folded))
    ]


def test_effects_come_first_and_the_tray_last():
    record = graph(("tray",), ("a", "E"), ("E",), ("b", "a"), ("c", "E"))
    assert drawn(record) == ["E", "  a", "    b", "  c", "tray"]


def test_a_shared_cause_is_shown_in_full_at_its_first_parent_only():
    record = graph(("E",), ("a", "E"), ("b", "E"), ("s", "b", "a"), ("t", "s"))
    assert drawn(record) == ["E", "  a", "    s (shared)", "  b", "    s", "      t"]
    shared = [node for node in outline(record) if node.cause.id == "s"]
    assert [(node.parent, node.has_children) for node in shared] == [("a", False), ("b", True)]


def test_folding_hides_what_is_below():
    record = graph(("E",), ("a", "E"), ("b", "a"), ("c", "b"), ("d", "E"))
    assert drawn(record, "a", "d") == ["E", "  a …", "  d"]


def test_an_effect_may_explain_another():
    assert drawn(graph(("E1",), ("E2", "E1"), ("a", "E2"))) == ["E1", "  E2", "    a"]


@given(
    st.lists(st.tuples(st.integers(0, 11), st.lists(st.integers(0, 13), max_size=3)), max_size=12, unique_by=lambda row: row[0])
)
def test_whatever_a_file_holds_every_cause_is_listed_once_in_full(rows: list[tuple[int, list[int]]]):
    record = graph(*((f"c{name}", *(f"c{parent}" for parent in parents)) for name, parents in rows))
    full = [node.cause.id for node in outline(record) if not node.shared]
    assert sorted(full) == sorted(cause.id for cause in record.causes)


def test_a_chain_of_five_thousand_causes_is_followed_to_its_end():
    record = graph(("E",), ("c0", "E"), *((f"c{n}", f"c{n - 1}") for n in range(1, 5000)))
    assert outline(record)[-1].depth == 5000
    assert check(record) is None


def test_would_cycle_says_why():
    record = graph(("E",), ("a", "E"), ("b", "a"))
    assert would_cycle(record, "b", "E") == ""
    assert would_cycle(record, "a", "a") == "“a happened” cannot explain itself."
    assert would_cycle(record, "a", "b") == "“b happened” already explains “a happened”, so it cannot be explained by it."


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        ([("E",), ("a", "E")], None),
        ([("a", "gone")], "Cause a explains gone, but there is no cause gone."),
        ([("a", "a")], "Causes explain one another in a circle: a → a. Take one of these links away."),
        ([("a", "c"), ("b", "a"), ("c", "b")], "in a circle: a → c → b → a."),
        ([("E",), ("a", "E"), ("b", "E"), ("c", "a", "b")], None),
    ],
)
def test_check_names_what_is_wrong(rows: list[tuple[str, ...]], named: str | None):
    found = check(graph(*rows))
    assert found is None if named is None else found is not None and named in found


def test_a_category_is_inherited_from_the_first_parent():
    record = graph(("E",), ("a", "E"), ("b", "a"), ("c", "b"), a={"category": "process"}, c={"category": "people"})
    found = {cause.id: category_of(record, cause) for cause in record.causes}
    assert found == {"E": "", "a": "process", "b": "process", "c": "people"}


def test_a_category_in_a_circle_ends():
    record = graph(("a", "b"), ("b", "a"))
    assert category_of(record, record.causes[0]) == ""
