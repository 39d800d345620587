"""Causes that others drew: the text forms of the seeds and what people make of them, and Open-PSA."""

import pytest

from noblame.analysis.explained import fault_tree
from noblame.analysis.reckoning import answer
from noblame.exporters.registry import export
from noblame.importers.base import Hints
from noblame.importers.causes.drawn import READERS
from noblame.importers.causes.forms import form_of
from noblame.importers.causes.sketch import Sketch
from noblame.importers.merging import into
from noblame.importers.openpsa import read_fault_tree
from noblame.importers.refusal import Refused
from noblame.importers.registry import identify, read
from noblame.importers.source import source_from_bytes
from noblame.model import Cause, Event, Record

WHYS = """Problem: Orders were confirmed twice.

Why 1: The mailer sent two mails.
Why 2: The event was published twice.
Why 3: The service retried after a timeout.

Root cause: Nobody watches the broker's disk.
Action: Add an alert at 80% of the disk.
"""
FISHBONE = """                ┌─ People: On-call was new to the service
                ├─ Process: No runbook for a rollback
Two mails ──────├─ Technology: Sends have no key
                │  └─ the id is not stored
                ├─ Our suppliers: The gateway retried
                └─ External: A burst of traffic
"""
FAULT_TREE = """Top event: Checkout was down
├── AND: Balancer failed
│   ├── OR: Config error
│   └── OR: Health check wrong
└── AND: No failover
    ├── OR: Not configured
    └── OR: Its health check failed too
"""


def sketch(text: str) -> Sketch:
    lines = text.split("\n")
    return READERS[form_of(lines) or "list"](lines)


def told(text: str) -> list[str]:
    """Each cause as its depth, join and words, which is quicker to read than the graph."""
    record = sketch(text).record
    depth: dict[str, int] = {}
    lines = []
    for cause in record.causes:
        depth[cause.id] = depth[cause.parents[0]] + 1 if cause.parents else 0
        join = {"any": " OR", "all": " AND", "some": f" {cause.k}+"}.get(cause.join, "")
        lines.append(f"{depth[cause.id]}{join} {cause.text}")
    return lines


def test_whys_are_a_chain_with_its_root_and_an_action_for_it():
    found = sketch(WHYS)
    assert told(WHYS) == [
        "0 Orders were confirmed twice.", "1 The mailer sent two mails.", "2 The event was published twice.",
        "3 The service retried after a timeout.", "4 Nobody watches the broker's disk.",
    ]  # fmt: skip
    assert found.causes[0].kind == "effect"
    assert found.causes[-1].role == "root"
    assert [(action.text, action.answers) for action in found.actions] == [
        ("Add an alert at 80% of the disk.", (found.causes[-1].id,))
    ]


def test_a_root_cause_that_is_an_answer_above_is_marked_there():
    found = sketch("Problem: p\nWhy 1: a\nWhy 2: b\nRoot cause: b\n")
    assert [(cause.text, cause.role) for cause in found.causes] == [("p", ""), ("a", ""), ("b", "root")]


def test_questions_with_arrows_are_a_chain_where_they_stand_in_one_column_and_a_tree_where_not():
    flat = "5 Whys:\n   - Why did it fail? → No connections\n   - Why none? → A leak\n   - Why a leak? -> No pool\n"
    assert told(flat) == ["0 Why did it fail?", "1 No connections", "2 A leak", "3 No pool"]
    nested = "Problem: It failed\n- Why did it fail? → No connections\n  - Why none? → A leak\n  - Why so few? → A default\n"
    assert told(nested) == ["0 It failed", "1 No connections", "2 A leak", "2 A default"]
    assert sketch(nested).causes[2].question == "Why none?"


def test_whys_under_headings_have_answers_evidence_and_ranked_roots():
    text = (
        "# 5 Whys: Checkout\n\n## Problem Statement\n\nCheckout failed for 47 minutes.\n\n### Why #1: Why did it fail?\n\n"
        "**Answer**: Connections were gone.\n\n**Evidence**: 100/100 in the graph.\n\n---\n\n### Why #2: Why were they gone?\n\n"
        "**Answer**: Each request opened one.\n\n## Root Causes Identified\n\n1. **Primary**: No test\n2. **Secondary**: No page\n"
    )
    assert told(text) == [
        "0 Checkout failed for 47 minutes.", "1 Connections were gone.", "2 Each request opened one.", "3 No test", "3 No page",
    ]  # fmt: skip
    found = sketch(text).causes
    assert (found[1].question, found[1].evidence) == ("Why did it fail?", ("100/100 in the graph.",))
    assert [(cause.role, cause.rank) for cause in found[3:]] == [("root", 1), ("root", 2)]


def test_a_fishbone_has_its_effect_beside_the_ribs_and_categories_before_the_colons():
    found = {cause.text: cause for cause in sketch(FISHBONE).causes}
    head = found["Two mails"]
    assert head.kind == "effect"
    assert [cause.category for cause in found.values() if cause.parents == (head.id,)] == [
        "people", "process", "technology", "Our suppliers", "external",
    ]  # fmt: skip
    assert found["the id is not stored"].parents == (found["Sends have no key"].id,)
    assert len(found) == 7


def test_a_category_may_stand_alone_above_its_causes():
    text = "Effect: Down\n├─ People:\n│  ├─ New on call\n│  └─ Handover missed\n└─ Process: No runbook\n"
    found = sketch(text).causes
    assert [(c.text, c.category, len(c.parents)) for c in found[1:]] == [
        ("New on call", "people", 1), ("Handover missed", "people", 1), ("No runbook", "process", 1),
    ]  # fmt: skip


def test_gates_before_the_children_are_hoisted_to_their_parent():
    assert told(FAULT_TREE) == [
        "0 AND Checkout was down", "1 OR Balancer failed", "2 Config error", "2 Health check wrong", "1 OR No failover",
        "2 Not configured", "2 Its health check failed too",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Top event: Down\n|-- OR: Store\n|   |-- 2 of 3: a\n|   |-- 2 of 3: b\n|   `-- 2 of 3: c\n+-- OR: API\n",
        "Down\n└── OR\n    ├── Store\n    │   └── 2 of 3\n    │       ├── a\n    │       ├── b\n    │       └── c\n    └── API\n",
        "Top event: Down  OR\n├─ Store (2 of 3)\n│  ├─ ○ a\n│  ├─ ○ b\n│  └─ ○ c\n└─ ○ API\n",
    ],
)
def test_a_gate_may_stand_on_the_cause_on_a_line_of_its_own_or_in_typed_lines(text: str):
    assert told(text) == ["0 OR Down", "1 2+ Store", "2 a", "2 b", "2 c", "1 API"]


def test_mixed_gates_leave_the_join_open_and_say_so():
    found = sketch("Top event: Down\n├── AND: a\n└── OR: b\n")
    assert found.causes[0].join == "undecided"
    assert found.warnings == ("the causes of “Down” are labelled AND and OR; their join stays undecided until g says which",)


@pytest.mark.parametrize("text", [WHYS, FISHBONE, FAULT_TREE])
def test_cut_anywhere_or_upside_down_a_drawing_still_reads(text: str):
    lines = text.split("\n")
    for reader in READERS.values():
        for end in range(len(lines)):
            assert len(reader(lines[:end]).causes) <= end + 1
            assert len(reader(lines[::-1][:end]).causes) <= end + 1


@pytest.mark.parametrize(
    "text",
    [
        "* 1a2b3c4 Process: queue earlier\n| * 5d6e7f8 fix\n|/\n* 9a0b1c2 start\n",
        "src\n├── app\n│   └── main.py\n└── tests\n",
        "14:00 AND: not a tree\n14:05 OR: neither\n",
        "# Notes\n\n- People: three\n- Process: none\n\nTalked about it for long.\n\nAnd again.\n",
    ],
)
def test_what_only_looks_like_a_drawing_is_not_taken_for_one(text: str):
    names = {"whys", "fishbone", "faulttree", "openpsa"}
    assert not [importer.name for _, importer in identify(source_from_bytes("x", text.encode())) if importer.name in names]


# Into a record.


def test_what_is_known_is_not_made_twice_and_new_links_of_it_are_taken():
    record = Record(causes=(Cause(id="c2", kind="effect", text="Other"), Cause(id="c9", text="Config error", parents=("c2",))))
    reading = read(source_from_bytes("tree", FAULT_TREE.encode()), Hints())
    merged, added = into(record, reading)
    assert added.pieces == (("causes", 6),)
    shared = merged.cause("c9")
    balancer = next(cause for cause in merged.causes if cause.text == "Balancer failed")
    assert shared
    assert shared.parents == ("c2", balancer.id)
    again, nothing = into(merged, reading)
    assert again is merged
    assert nothing.pieces == ()


def test_events_that_the_record_does_not_have_are_not_named():
    text = export(
        Record(causes=(Cause(id="c1", kind="effect", text="x", events=("e1", "e2")), Cause(id="c2", text="y", parents=("c1",)))),
        "openpsa",
    )
    merged, _ = into(Record(events=(Event(id="e2", text="seen"),)), read(source_from_bytes("t", text.encode()), Hints()))
    assert merged.causes[0].events == ("e2",)


# Open-PSA.


def model(formula: str, more: str = "") -> str:
    events = "".join(
        f'<define-basic-event name="{name}"><float value="0.{n}"/></define-basic-event>' for n, name in enumerate("abcd", 1)
    )
    gate = f'<define-gate name="top"><label>Down</label>{formula}</define-gate>'
    return f'<opsa-mef><define-fault-tree name="t">{gate}{more}</define-fault-tree><model-data>{events}</model-data></opsa-mef>'


def inputs(names: str) -> str:
    return "".join(f'<basic-event name="{name}"/>' for name in names)


@pytest.mark.parametrize(
    "formula",
    [
        f"<and>{inputs('ab')}</and>", f"<or>{inputs('abc')}</or>", f'<atleast min="2">{inputs("abcd")}</atleast>', inputs("a"),
        f"<and>{inputs('a')}<not>{inputs('b')}</not></and>", f"<xor>{inputs('ab')}</xor>", f"<nand>{inputs('ab')}</nand>",
        f"<nor>{inputs('ab')}</nor>", f"<iff>{inputs('ab')}</iff>", f"<imply>{inputs('ab')}</imply>",
        f'<cardinality min="1" max="2">{inputs("abc")}</cardinality>', f"<not><and>{inputs('ab')}</and></not>",
        f"<or>{inputs('a')}<and>{inputs('bc')}<or>{inputs('ad')}</or></and></or>", f'<or>{inputs("a")}<constant value="false"/></or>',
        f'<and>{inputs("a")}<or>{inputs("b")}<constant value="true"/></or></and>', f'<atleast min="1">{inputs("ab")}</atleast>',
    ],
)  # fmt: skip
def test_an_open_psa_tree_means_the_same_as_causes(formula: str):
    source = source_from_bytes("t.xml", model(formula).encode())
    reading = read(source, Hints())
    assert reading.document
    top = next(cause for cause in reading.document.causes if cause.kind == "effect")
    given, made = answer(read_fault_tree(source), "top"), answer(fault_tree(reading.document, top.id), top.id)
    names = {cause.id: cause.text for cause in reading.document.causes}
    assert top.text == "Down"
    assert made.exact == pytest.approx(given.exact)
    assert sorted(sorted(names[one] for one in found) for found in made.sets) == sorted(sorted(one) for one in given.sets)


def test_what_another_program_changed_counts_and_the_notes_say_the_rest():
    causes = (
        Cause(id="c1", kind="effect", text="Down", join="any"),
        Cause(id="c2", text="a", parents=("c1",), status="suspected", evidence=("seen",), probability=0.5),
        Cause(id="c3", text="b", parents=("c1",), probability=0.5),
    )
    text = (
        export(Record(causes=causes), "openpsa")
        .replace("<or>", "<and>")
        .replace("</or>", "</and>")
        .replace('value="0.5"', 'value="0.25"', 1)
    )
    reading = read(source_from_bytes("t", text.encode()), Hints())
    assert reading.document
    top, first, second = reading.document.causes
    assert (top.join, first.status, first.evidence, first.probability, second.probability) == (
        "all",
        "suspected",
        ("seen",),
        0.25,
        0.5,
    )


def test_a_damaged_tree_is_refused_with_its_line():
    text = model(f'<and>{inputs("a")}<gate name="gone"/></and>')
    with pytest.raises(Refused, match=r"t\.xml: line 1: the gate “gone” is not defined; define it, or check its name"):
        read(source_from_bytes("t.xml", text.encode()), Hints())
