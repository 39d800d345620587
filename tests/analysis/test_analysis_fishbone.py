import re

from counted import calls
from hypothesis import given, settings
from hypothesis import strategies as st

from noblame.analysis import fishbone
from noblame.analysis.bones import bones
from noblame.analysis.canvas import Drawing
from noblame.analysis.fishbone_tree import tree
from noblame.model import CATEGORIES, Cause, Record

QUEUE = Record(
    causes=(
        Cause(id="c1", kind="effect", text="Mail arrived six hours late"),
        Cause(id="c2", text="Only one of us knew the relay", category="people", parents=("c1",)),
        Cause(id="c3", text="No page for a full queue", category="process", parents=("c1",)),
        Cause(id="c4", text="Relay retries for ever", category="technology", parents=("c1",)),
        Cause(id="c5", text="back-off has no limit", parents=("c4",)),
        Cause(id="c6", text="Disk sized for 2021", category="environment", parents=("c4",)),
        Cause(id="c7", text="Greylisting at a big receiver", category="external", parents=("c1",), status="suspected"),
    )
)

SLANTED = """\
People                   Technology               Monitoring
 ╲── Only one of us knew  ╲── Relay retries for    ╲     What alerts and
  ╲  the relay             ╲  ever                  ╲    dashboards showed,
   ╲                        ╲   └ back-off has no    ╲   and what they
    ╲                        ╲    limit               ╲  could not.
     ╲                        ╲                        ╲         ┃ Mail
────────────────────────────────────────────────────────────────▶┃ arrived six
     ╱                        ╱                        ╱         ┃ hours late
    ╱─ No page for a full    ╱▸ Disk sized for 2021   ╱─ Greylisting at a big
   ╱   queue                ╱  ↳ from Relay retries… ╱   receiver (suspected)
  Process                  Environment              External"""

FLAT = """\
People                              Technology
 ╲─ Only one of us knew the relay    ╲─ Relay retries for ever (+1)
  ╲                                   ╲                    ┃ Mail
──────────────────────────────────────────────────────────▶┃ arrived six
  ╱                                   ╱                    ┃ hours late
 ╱─ No page for a full queue         ╱─ Disk sized for 2021
Process                             Environment"""

TREE = """\
Mail arrived six hours late
├─ People: Only one of us knew the relay
├─ Process: No page for a full queue
├─ Technology: Relay retries for ever
│    └ back-off has no limit
├─ Environment: Disk sized for 2021
├─ Monitoring: What alerts and dashboards showed, and what they
│              could not.
└─ External: Greylisting at a big receiver (suspected)"""

NARROW_TREE = """\
Mail arrived six hours late
├─ People: Only one of us knew the
│          relay
├─ Process: No page for a full queue
├─ Technology: Relay retries for
│              ever
│    └ back-off has no limit
├─ Environment: Disk sized for 2021
├─ Monitoring: What alerts and
│              dashboards showed,
│              and what they could
│              not.
└─ External: Greylisting at a big
             receiver (suspected)"""


def test_bones_slant_towards_the_head_and_an_empty_one_stays_as_a_question():
    drawing = fishbone.drawing(QUEUE, "c1", 78, 20, "c6")
    assert drawing.text == SLANTED
    tones = {span.text.strip(): span.tone for line in drawing.lines for span in line}
    assert (tones["Process"], tones["Monitoring"], tones["Disk sized for 2021"]) == ("process", "muted", "focus")
    assert drawing.rows_of("c6") == (8,)


LONG = Record(
    causes=(
        Cause(id="c1", kind="effect", text="Every order of the morning was shipped twice to its customer"),
        *(
            Cause(id=f"c{number}", text=text, category=category, parents=("c1",))
            for number, (category, text) in enumerate(
                (
                    ("process", "The runbook tells to restart the worker and does not say what that repeats"),
                    ("people", "Two of us shared the shift"),
                    ("process", "A change of the schedule needs nobody's eyes but one's own"),
                    ("technology", "The queue hands a message out again after two minutes"),
                    ("process", "Nobody rehearses a restart"),
                    ("external", "The courier confirms late on Mondays"),
                ),
                2,
            )
        ),
    )
)


def test_long_bones_stand_on_one_side_and_get_more_columns_so_that_the_height_is_kept():
    text = fishbone.drawing(LONG, "c1", 72, 16).text
    assert "▶" in text
    assert text.count("\n") + 1 <= 16
    assert "…" not in text
    assert "(+" not in text
    words = {word for cause in LONG.causes for word in cause.text.split()}
    assert words <= set(text.replace("─ ", " ").split())


def test_the_head_takes_rows_rather_than_an_ellipsis():
    lines = fishbone.drawing(LONG, "c1", 72, 20).text.splitlines()
    head = [line.split("┃")[1].strip() for line in lines if "┃" in line]
    assert " ".join(head) == LONG.causes[0].text
    assert len(head) > 3


def test_nothing_moves_when_the_cursor_does():
    plain = fishbone.drawing(QUEUE, "c1", 78, 20).text
    for cause in QUEUE.causes:
        lit = fishbone.drawing(QUEUE, "c1", 78, 20, cause.id)
        assert lit.text.replace("▸", "─") == plain
        assert any(span.tone == "focus" for line in lit.lines for span in line)


def test_few_rows_fold_what_hangs_below():
    few = QUEUE.but(causes=tuple(cause for cause in QUEUE.causes if cause.id != "c7"))
    assert fishbone.drawing(few, "c1", 72, 7).text == FLAT


def test_an_effect_of_few_words_stands_before_the_tree():
    short = QUEUE.but(causes=(QUEUE.causes[0].but(text="Mail late"), *QUEUE.causes[1:]))
    first, second, *_ = fishbone.drawing(short, "c1", 64).text.splitlines()
    assert first == "Mail late ─┬─ People: Only one of us knew the relay"
    assert second == "           ├─ Process: No page for a full queue"


def test_too_few_rows_or_columns_give_the_tree():
    assert fishbone.drawing(QUEUE, "c1", 64).text == TREE
    assert fishbone.drawing(QUEUE, "c1", 64, 3).text == TREE
    assert fishbone.drawing(QUEUE, "c1", 78, 6).text.startswith("Mail arrived six hours late\n├─ People")
    assert fishbone.drawing(QUEUE, "c1", 36).text == NARROW_TREE


def test_a_teams_own_category_and_a_cause_without_one_have_bones():
    causes = (
        Cause(id="c8", text="Contract renewed late", category="vendor", parents=("c1",)),
        Cause(id="c9", text="Nobody knows yet", parents=("c1",)),
        Cause(id="c10", text="Step between", parents=("c1",)),
        Cause(id="c11", text="Old kernel", category="Technology", parents=("c10",)),
        Cause(id="c12", kind="safeguard", text="Second relay held", parents=("c1",)),
    )
    text = fishbone.drawing(QUEUE.but(causes=(*QUEUE.causes, *causes)), "c1", 130).text
    assert "Vendor" in text
    assert "No category" in text
    assert "Nobody knows yet" in text
    assert "Old kernel" in text
    assert "Step between" not in text, "a step whose own causes have categories is no factor itself"
    assert "Second relay" not in text


def test_nothing_is_drawn_for_an_effect_that_is_not_there():
    assert fishbone.drawing(QUEUE, "gone", 78).lines == ()


WORD = st.text(alphabet="abcdefgh_ijk-é磁盘日本", min_size=1, max_size=16)
TEXT = st.lists(WORD, min_size=1, max_size=7).map(" ".join)


@st.composite
def trees(draw: st.DrawFn) -> Record:
    causes = [Cause(id="c0", kind="effect", text=draw(TEXT))]
    for number in range(1, draw(st.integers(1, 14))):
        parents = draw(st.lists(st.integers(0, number - 1), min_size=1, max_size=2, unique=True))
        category = draw(st.sampled_from(("", "", *CATEGORIES, "Vendor")))
        causes.append(Cause(id=f"c{number}", text=draw(TEXT), parents=tuple(f"c{p}" for p in parents), category=category))
    return Record(causes=tuple(causes))


def shown(drawing: Drawing, cause: Cause) -> str:
    """What a drawing shows of a cause, rows joined, without its twigs."""
    spans = [
        span.text for line in drawing.lines for span in line if span.cause_id == cause.id and span.tone not in ("muted", "twig")
    ]
    return "".join("".join(spans).replace("└", "").split())


@settings(max_examples=150, deadline=None)
@given(trees(), st.integers(40, 140), st.integers(5, 60))
def test_no_layout_exceeds_its_width_and_no_word_is_cut_without_an_ellipsis(record: Record, width: int, height: int):
    drawing = fishbone.drawing(record, "c0", width, height)
    assert drawing.width <= width
    if "▶" in drawing.text:
        assert len(drawing.lines) <= height
    for cause in record.causes[1:]:
        seen = re.sub(r"\(\+\d+\)$", "", shown(drawing, cause))
        if seen:
            pattern = ".*".join(re.escape(part) for part in seen.split("…"))
            assert re.fullmatch(pattern, "".join(cause.text.split())), "overwritten or cut"


@settings(max_examples=60, deadline=None)
@given(trees(), st.integers(70, 140))
def test_a_blank_stands_between_text_and_the_next_bone(record: Record, width: int):
    text = fishbone.drawing(record, "c0", width).text
    if "▶" in text:
        assert not re.search(r"[^\s─▸┃╲╱][╲╱]", text)


def many(count: int) -> Record:
    causes = [Cause(id="c0", kind="effect", text="Everything")]
    causes += [
        Cause(id=f"c{n}", text=f"Cause number {n} of very many", category=CATEGORIES[n % 6], parents=(f"c{n // 4}",))
        for n in range(1, count)
    ]
    return Record(causes=tuple(causes))


def test_twice_the_causes_are_twice_the_work():
    fishbone.drawing(many(20), "c0", 78, 20)
    small, large = (calls(lambda n=n: fishbone.drawing(many(n), "c0", 78, 20)) for n in (250, 500))
    assert large < 2.6 * small
    assert large < 40_000
    assert len(fishbone.drawing(many(500), "c0", 78, 20).lines) >= 499


def test_a_tree_names_a_category_once_a_document_with_each_cause():
    causes = (
        Cause(id="c1", kind="effect", text="Mail was late"),
        Cause(id="c2", text="Relay full", parents=("c1",), category="process"),
        Cause(id="c3", text="No owner", parents=("c1",), category="process"),
        Cause(id="c4", text="The team was new", parents=("c3",), category="process"),
    )
    found = bones(Record(causes=causes), "c1", ("process",))
    assert tree(found, causes[0], 40).text == (
        "Mail was late\n└─ Process: · Relay full\n            · No owner\n              └ The team was new"
    )
    assert tree(found, causes[0], 40, each=True).text == (
        "Mail was late\n├─ Process: Relay full\n└─ Process: No owner\n     └ The team was new"
    )
