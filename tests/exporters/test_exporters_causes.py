"""What the forms of causes hold comes back: written and read again, it is the same graph."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from noblame.analysis.graph import Graph
from noblame.exporters.graphs import dot_text, ishikawa_text, mermaid_text
from noblame.exporters.refusal import ExportRefused
from noblame.exporters.registry import export
from noblame.importers.base import Hints
from noblame.importers.registry import identify, read
from noblame.importers.source import source_from_bytes
from noblame.model import CATEGORIES, Cause, Record
from seed_incidents import duplicate_emails, payments, service_outage

FORMS = ("whys", "fishbone", "faulttree", "list")
words = st.text(st.sampled_from("abYz  09[](){};:~*_`#-→?%&<>|\\/\"'.,!=@^+│├└─┬┌²漢"), max_size=24) | st.sampled_from(
    ("AND: both", "OR: any", "Why 2: so", "Why? → so", "People: new", "- item", "1. item", "Tray: x", "x [c9]", "x [AND]", "?: y")
    + ("Top event: x", "Effect: y", "Problem: z", "Root cause: r", "Action: a", "Evidence: e", "AND", "2 of 3", "x (OR)", "# x", "ishikawa", "> q")
)  # fmt: skip


@st.composite
def graphs(draw) -> Record:
    """Causes of all kinds, without circles, shared ones and a tray among them."""
    count = draw(st.integers(1, 5))
    causes: list[Cause] = []
    for number in range(1, count + 1):
        above = [cause.id for cause in causes]
        parents = tuple(draw(st.lists(st.sampled_from(above), max_size=2, unique=True))) if above else ()
        role = draw(st.sampled_from(("", "", "contributing", "root")))
        causes.append(
            Cause(
                id=f"c{number}",
                kind=draw(st.sampled_from(("cause", "cause", "safeguard"))) if parents else draw(st.sampled_from(("effect", "cause"))),
                text=draw(words),
                question=draw(words),
                parents=parents,
                join=draw(st.sampled_from(("undecided", "any", "all", "some"))),
                k=draw(st.integers(1, 4)),
                negated=draw(st.integers(0, 5)) == 0,
                category=draw(st.sampled_from(("", *CATEGORIES, "Our suppliers", "§"))),
                status=draw(st.sampled_from(("occurred", "suspected", "ruled out", "potential"))),
                evidence=tuple(filter(None, draw(st.lists(words, max_size=2)))),
                events=draw(st.sampled_from(((), ("e1", "e2")))),
                stop=draw(st.sampled_from((None, "systemic", "not pursued"))),
                confidence=draw(st.sampled_from(("", "guess", "certain"))),
                role=role,
                rank=draw(st.none() | st.integers(1, 3)) if role == "root" else None,
                accepted=draw(words),
                probability=draw(st.none() | st.floats(0, 1)),
                switch=draw(st.sampled_from((None, None, None, "on", "off"))),
            )
        )  # fmt: skip
    return Record(causes=tuple(draw(st.permutations(causes))))


def back(text: str, form: str) -> Record:
    reading = read(source_from_bytes("causes", text.encode()), Hints(), form)
    assert reading.document is not None
    return reading.document


def held(record: Record, *but: str) -> dict[str, object]:
    """What a record says of its causes: each without the fields that a form has no place for, and what explains it in order."""
    graph = Graph(record.causes)
    homes = {c.id: next(iter(graph.parents[c.id]), "") for c in record.causes}
    told: dict[str, object] = {}
    for cause in record.causes:
        fields = cause.model_dump(exclude={*but, *(("k",) if cause.join != "some" else ())})
        told[cause.id] = (fields, [child.id for child in graph.children(cause.id) if homes[child.id] == cause.id])
    return told


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_open_psa_holds_everything(record: Record):
    try:
        written = export(record, "openpsa")
    except ExportRefused:
        assume(False)
    found = back(written, "openpsa")
    assert found.causes == tuple(c if c.join == "some" else c.but(k=2) for c in record.causes)


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=60, deadline=None)
@given(graphs())
def test_a_text_form_holds_the_graph_and_short_facts(form: str, record: Record):
    absent = ("question", "accepted", "events", *(("evidence",) if form != "whys" else ()))
    assert held(back(export(record, form), form), *absent) == held(record, *absent)


@pytest.mark.parametrize("form", [*FORMS, "openpsa"])
@pytest.mark.parametrize("example", [duplicate_emails, payments, service_outage])
def test_its_own_forms_are_known_by_content(form: str, example):
    found = identify(source_from_bytes("causes", export(example(), form).encode()))
    assert [importer.name for certainty, importer in found if certainty > found[0][0] - 0.1] == [form]
