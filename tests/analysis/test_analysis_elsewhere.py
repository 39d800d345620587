"""Large trees are counted in a process of their own, the short sets told first."""

import math
import subprocess
import sys

import pytest

from noblame.analysis.elsewhere import COMMAND, LENGTH, found, packed, unpacked
from noblame.analysis.formulas import FaultTree, Formula
from noblame.analysis.known import Known, Question, question
from noblame.analysis.reckoning import Answer


def tangled(size: int) -> Question:
    """Return a tree whose shared events make it more than is answered at once."""
    gates = {"top": Formula("and", tuple(f"g{n}" for n in range(size)))}
    for n in range(size):
        gates[f"g{n}"] = Formula(
            "or", tuple(dict.fromkeys(f"e{(n * n * step + 5 * n) % (2 * size - 1)}" for step in (1, 3, 5, 9)))
        )
    return question(FaultTree(gates, {}, {}, {}), "top", None, 100)


LARGE, SMALL = tangled(20), tangled(3)


def orders(told: list[tuple[Question, Answer]], asked: Question) -> list[float]:
    return [answer.order for one, answer in told if one == asked]


def test_the_short_sets_of_all_come_before_the_long_ones_of_any():
    told = list(found((LARGE, SMALL)))
    assert orders(told, LARGE) == [1, 2, 3, math.inf]
    assert orders(told, SMALL) == [math.inf]
    assert [one for one, _ in told[:2]] == [LARGE, SMALL]


def test_a_process_says_the_same_and_ends():
    with subprocess.Popen([sys.executable, *COMMAND], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(packed((SMALL,)))
        process.stdin.flush()
        said = process.stdout.read()
        assert process.wait(timeout=60) == 0
    assert unpacked(said[LENGTH:]) == next(found((SMALL,)))


def test_a_process_tells_while_its_input_is_open_and_ends_with_it():
    with subprocess.Popen([sys.executable, *COMMAND], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(packed((LARGE,)))
        process.stdin.flush()
        length = int.from_bytes(process.stdout.read(LENGTH), "big")
        asked, answer = unpacked(process.stdout.read(length))
        assert (asked, answer.order) == (LARGE, 1)
        process.stdin.close()
        assert process.wait(timeout=60) == 0


def test_what_is_known_only_grows_and_is_asked_for_until_settled():
    known = Known()
    at_once = known.answer(LARGE)
    assert at_once.truncated
    assert known.unfinished((LARGE, SMALL, LARGE)) == (LARGE,)
    told = [answer for one, answer in found((LARGE,))]
    known.take(LARGE, told[0])
    assert known.answer(LARGE).order == max(at_once.order, told[0].order)
    known.take(LARGE, told[-1])
    assert known.answer(LARGE) == told[-1]
    assert known.unfinished((LARGE,)) == ()


def test_nobody_looks_twice_for_what_cannot_be_had():
    known = Known()
    known.answer(LARGE)
    known.settle((LARGE,))
    assert known.unfinished((LARGE,)) == ()


@pytest.mark.parametrize("word", ["other words", "…"])
def test_words_ask_nothing_new(word: str):
    tree = LARGE.tree
    assert question(tree._replace(labels={"g1": word}), "top", None, 100) == LARGE
