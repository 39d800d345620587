import pytest

from noblame.analysis import whys
from noblame.analysis.questions import next_question, why
from noblame.model import Cause, Record

LATE = Record(
    causes=(
        Cause(id="c1", kind="effect", text="Invoices went out twice"),
        Cause(id="c2", text="The nightly job ran again", parents=("c1",), evidence=("scheduler log",)),
        Cause(id="c3", text="Lock expired after 10 min", parents=("c2",), question="Why did the lock let it in?"),
        Cause(id="c4", text="Job is slower since June", parents=("c3",), status="suspected", stop="unknown"),
        Cause(id="c5", text="No key marks an invoice as sent", parents=("c1",), stop="systemic"),
        Cause(id="c6", text="Lock was taken by hand", parents=("c2",), status="ruled out"),
        Cause(id="c7", text="Clock skew on the scheduler", parents=("c3", "c5")),
        Cause(id="c8", text="A card in the tray"),
    )
)

TREE = """\
Invoices went out twice
│  Why did invoices go out twice?
├─ The nightly job ran again
│  │  ⌁ scheduler log
│  │  Why did the lock let it in?
│  ├─ Lock expired after 10 min
│  │  │  Why did Lock expire after 10 min?
│  │  ├─ Job is slower since June (suspected)
│  │  │  ■ unknown, needs facts
│  │  └─ Clock skew on the scheduler
│  └─ Lock was taken by hand (ruled out)
└─ No key marks an invoice as sent
   │  ■ systemic
   │  Why: “No key marks an invoice as sent”?
   └─ ↳ Clock skew on the scheduler"""


def test_the_whys_as_a_tree_of_questions_and_answers():
    assert whys.drawing(LATE, 60).text == TREE


def test_the_answer_in_focus_shows_the_question_that_comes_next():
    drawing = whys.drawing(LATE, 60, "c6")
    assert "│     Why was Lock taken by hand?" in drawing.text.splitlines()
    assert {span.tone for line in drawing.lines for span in line if span.cause_id == "c6"} == {"focus"}


@pytest.mark.parametrize("width", [24, 40, 100])
def test_the_whys_keep_to_their_width(width: int):
    assert whys.drawing(LATE, width, "c4").width <= width


def test_a_very_deep_chain_keeps_room_for_words():
    chain = [Cause(id="c0", kind="effect", text="Search was down")]
    chain += [Cause(id=f"c{n}", text=f"Reason number {n}", parents=(f"c{n - 1}",)) for n in range(1, 60)]
    drawing = whys.drawing(Record(causes=tuple(chain)), 60)
    assert drawing.width <= 60
    assert "…" in drawing.text
    assert "Reason number 59" in drawing.text


@pytest.mark.parametrize(
    ("statement", "question"),
    [
        ("Connections exhausted, 80 of 80", "Why were connections exhausted?"),
        ("Nobody was told for 8 minutes", "Why was nobody told for 8 minutes?"),
        ("The pool did not grow", "Why did the pool not grow?"),
        ("The alert didn't fire.", "Why didn't the alert fire?"),
        ("Payments failed for 9,000 shops", "Why did payments fail for 9,000 shops?"),
        ("Recovery took 26 minutes", "Why did recovery take 26 minutes?"),
        ("Each request opened its own connection", "Why did each request open its own connection?"),
        ("Kubernetes was slow", "Why was Kubernetes slow?"),
        ("Kafka stopped", "Why did Kafka stop?"),
        ("No alert fired", "Why did no alert fire?"),
        ("Retries had been removed", "Why had retries been removed?"),
        ("Alert set at 90%", "Why: “Alert set at 90%”?"),
        ("Confirmation sent twice", "Why: “Confirmation sent twice”?"),
        ("The flag that we tried was off", "Why: “The flag that we tried was off”?"),
        ("磁盘已经满了", "Why: “磁盘已经满了”?"),
        ("  ", "Why?"),
    ],
)
def test_a_statement_becomes_a_question_where_that_is_safe(statement: str, question: str):
    assert why(statement) == question


def test_the_rooms_own_question_wins():
    assert next_question(LATE, LATE.causes[1]) == "Why did the lock let it in?"
    assert next_question(LATE, LATE.causes[0]) == "Why did invoices go out twice?"
