"""What the forms of causes hold comes back: written and read again, it is the same graph."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from seed_incidents import duplicate_emails, payments, service_outage

from noblame.analysis.graph import Graph
from noblame.exporters.graphs import dot_text, ishikawa_text, mermaid_text
from noblame.exporters.refusal import ExportRefused
from noblame.exporters.registry import export
from noblame.importers.base import Hints
from noblame.importers.registry import identify, read
from noblame.importers.source import source_from_bytes
from noblame.model import CATEGORIES, Cause, Record

FORMS = ("whys", "fishbone", "faulttree", "list")
words = st.text(st.sampled_from("abYz  09[](){};:~*_`#-→?%&$<>|\\/\"'.,!=@^+│├└─┬┌²漢"), max_size=24) | st.sampled_from((
    "AND: both", "OR: any", "Why 2: so", "Why? → so", "People: new", "- item", "1. item", "Tray: x", "x [c9]", "x [AND]", "?: y",
    "Top event: x", "Effect: y", "Problem: z", "Root cause: r", "Action: a", "Evidence: e", "AND", "2 of 3", "x (OR)", "# x", "> q",
))  # fmt: skip


@st.composite
def graphs(draw) -> Record:
    """Causes of all kinds, without circles, shared ones and a tray among them."""
    count = draw(st.integers(1, 7))
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


@settings(max_examples=40, deadline=None)
@given(graphs())
def test_open_psa_holds_everything(record: Record):
    try:
        written = export(record, "openpsa")
    except ExportRefused:
        assume(False)
    found = back(written, "openpsa")
    assert found.causes == tuple(c if c.join == "some" else c.but(k=2) for c in record.causes)


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=40, deadline=None)
@given(graphs())
def test_a_text_form_holds_the_graph_and_short_facts(form: str, record: Record):
    absent = ("question", "accepted", "events", *(("evidence",) if form != "whys" else ()))
    assert held(back(export(record, form), form), *absent) == held(record, *absent)


@pytest.mark.parametrize("form", [*FORMS, "openpsa"])
@pytest.mark.parametrize("example", [duplicate_emails, payments, service_outage])
def test_its_own_forms_are_known_by_content(form: str, example):
    found = identify(source_from_bytes("causes", export(example(), form).encode()))
    assert [importer.name for certainty, importer in found if certainty > found[0][0] - 0.1] == [form]


HOSTILE = 'a "quoted" \\ `tick` <script>alert(1)</script> & #35; end --> n9; [x](y) ]]> {{z}}'


def test_no_words_leave_their_label():
    record = Record(
        causes=(Cause(id="c1", kind="effect", text=HOSTILE), Cause(id="c2", text=HOSTILE, parents=("c1",), category=HOSTILE))
    )
    for kind in ("whys", "faulttree"):
        for line in export(record, "mermaid", drawing=kind).splitlines()[1:]:
            assert re.fullmatch(r'  (n\d+(\["[^"<>`&]*"\]|\(\("[^"<>`&]*"\)\))|n\d+g? [-.]+(\|"[^"<>`&]*"\|)? n\d+g?)', line), (
                line
            )
    for kind in ("whys", "fishbone", "faulttree"):
        for line in export(record, "dot", drawing=kind).splitlines():
            assert len(re.sub(r"\\\\.", "", line).split('"')) % 2, line
        root = ElementTree.fromstring(export(record, "svg", drawing=kind))
        assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {"svg", "title", "style", "text", "path"}


def test_a_mermaid_fishbone_has_a_cause_a_line_that_is_no_keyword():
    assert ishikawa_text("ishikawa beta") == "\u2013 ishikawa beta"
    assert ishikawa_text("%% <b>x</b>") == "\u2013 %% \u2039b\u203ax\u2039/b\u203a"
    drawn = export(duplicate_emails(), "mermaid", drawing="fishbone").splitlines()
    assert drawn[:2] == ["ishikawa-beta", "  Users received duplicate order confirmation emails"]
    assert drawn.index("    Process") + 1 == drawn.index("      No rollback runbook existed")


def test_labels_keep_what_people_read():
    assert mermaid_text("p99 > 5s, 95% (α)") == "p99 #62; 5s, 95% (α)"
    assert dot_text('say "no" \\ now') == '"say \\"no\\" \\\\ now"'


def test_gates_stand_between_causes_in_graphs():
    mermaid, dot = export(service_outage(), "mermaid"), export(service_outage(), "dot")
    assert '  n1g{{"AND"}}' in mermaid
    assert "  n1g --- n2" in mermaid
    assert 'n2g [label="OR", shape=ellipse' in dot
    assert "  n2g -> n3 [dir=none];" in dot


@pytest.mark.parametrize("kind", ["whys", "fishbone", "faulttree"])
def test_a_picture_shows_every_word_of_the_drawing_in_its_place(kind: str):
    root = ElementTree.fromstring(export(service_outage(), "svg", drawing=kind))
    shown = " ".join(element.text or "" for element in root.iter() if element.tag.endswith("}text"))
    for cause in service_outage().causes:
        assert set(cause.text.split()) <= set(shown.split())
    assert not re.search(r"[│─├┬┴╲╱]", shown), "lines are drawn, not typed"
    width = float(root.attrib["width"])
    for element in root.iter():
        if element.tag.endswith("}text"):
            assert float(element.attrib["x"]) + float(element.attrib["textLength"]) <= width


def test_what_cannot_be_drawn_is_refused_in_a_sentence():
    for form in ("mermaid", "dot", "svg", "openpsa", *FORMS):
        with pytest.raises(ExportRefused, match=r"yet, so"):
            export(Record(), form)
    with pytest.raises(ExportRefused, match="There is no drawing 'tree'"):
        export(service_outage(), "svg", drawing="tree")
