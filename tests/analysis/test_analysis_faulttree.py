import pytest

from noblame.analysis import faulttree
from noblame.model import Action, Cause, Record

BACKUP = Record(
    causes=(
        Cause(id="c1", kind="effect", text="Orders were lost", join="all"),
        Cause(id="c2", text="Primary disk failed", parents=("c1",), join="any"),
        Cause(id="c3", text="Firmware fault", parents=("c2",), events=("e1", "e2")),
        Cause(id="c4", text="Heat", parents=("c2",), stop="not pursued"),
        Cause(id="c5", text="No copy could be read", parents=("c1",), join="some", k=2),
        Cause(id="c6", text="Copy in the same rack", parents=("c5",)),
        Cause(id="c7", text="Restore never tried", parents=("c5",), accepted="drill in May"),
        Cause(id="c8", text="Maintenance window", parents=("c5",), switch="off"),
        Cause(id="c9", text="Key was rotated", parents=("c5",), status="ruled out"),
        Cause(id="c10", text="Power dip", parents=("c2", "c6")),
        Cause(id="c11", text="Shared feed", parents=("c10",)),
        Cause(id="c12", text="Second site held", kind="safeguard", parents=("c1",)),
    ),
    actions=(Action(id="a1", answers=("c6", "c7")), Action(id="a2", answers=("c3",), status="won't do")),
)

DRAWN = """\
1 minimal cut set: 1 of 2 causes.
Orders were lost                             AND
├─ Primary disk failed                       OR
│  ├─ ○ Firmware fault                                [e1 e2]
│  ├─ ◇ Heat
│  └─ Power dip                                       ×2
│     └─ ○ Shared feed
└─ No copy could be read                     2 of 4
   ├─ Copy in the same rack                           a1
   │  └─ ↳ Power dip                                  ×2
   ├─ ○ Restore never tried                           a1 accepted
   ├─ ⌂ Maintenance window                            off
   └─ ○ Key was rotated (ruled out)"""


def test_the_gate_stands_on_the_parent():
    assert faulttree.drawing(BACKUP, "c1", 74).text == DRAWN


def test_a_cause_that_is_enough_alone_says_so_in_words_and_tone():
    alone = Record(
        causes=(
            Cause(id="c1", kind="effect", text="Site down", join="any"),
            Cause(id="c2", text="Certificate expired", parents=("c1",)),
            Cause(id="c3", text="Both nodes gone", parents=("c1",)),
            Cause(id="c4", text="Node A", parents=("c3",)),
            Cause(id="c5", text="Node B", parents=("c3",)),
        )
    )
    drawing = faulttree.drawing(alone, "c1", 50, "c2")
    assert drawing.text.splitlines()[1:4] == [
        "Site down                                OR",
        "├─ ○ Certificate expired                 alone",
        "└─ Both nodes gone                       AND/OR?",
    ]
    assert {span.tone for span in drawing.lines[2] if span.text.strip() == "alone"} == {"warn"}
    assert {span.tone for span in drawing.lines[2] if span.cause_id == "c2"} == {"focus"}


@pytest.mark.parametrize("width", [32, 50, 64, 100])
def test_the_tree_keeps_to_its_width(width: int):
    assert faulttree.drawing(BACKUP, "c1", width, "c3").width <= width


def test_an_effect_that_is_not_there_has_no_tree():
    assert faulttree.drawing(BACKUP, "gone", 80).lines == ()
