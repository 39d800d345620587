"""What a key costs in the outline of five hundred causes, the drawing beside it drawn anew."""

import statistics
import time
from pathlib import Path

from figures import FLOOR, NOBLAME, PYTHON, bounded, ratio, told
from long_sessions import TITLE, long_record, on_disk
from pseudo_terminal import Running

from noblame.model import CATEGORIES, Cause

ROUNDS = 3
MOVES = ("j", "j", "k") * 8
EDITS = ("J", "K", ">", "<") * 6
BETWEEN = 0.03
REST = 0.5
"""Seconds in which what may follow the keys later is done."""


def wide_graph(size: int) -> tuple[Cause, ...]:
    """Return so many causes, four below each, in six categories."""
    return tuple(
        Cause(
            id=f"c{number + 1}",
            kind="cause" if number else "effect",
            text=f"reason number {number + 1} of the very many that were found",
            parents=(f"c{(number + 3) // 4}",) if number else (),
            category=CATEGORIES[number % 6] if number % 3 == 0 and number else "",
        )
        for number in range(size)
    )


def _keys(program: Running, keys: tuple[str, ...]) -> float:
    """Return seconds of CPU a key, each after the one before is dealt with."""
    program.settle(REST)
    before = program.cpu()
    for key in keys:
        program.press(key)
        time.sleep(BETWEEN)
        program.settle(BETWEEN)
    program.settle(REST)
    return (program.cpu() - before) / len(keys)


def test_a_key_in_the_outline(tmp_path: Path):
    path = on_disk(tmp_path, "wide", long_record(10).but(causes=wide_graph(500)))
    costs: dict[str, list[float]] = {"floor": [], "move": [], "edit": []}
    for _ in range(ROUNDS):
        with Running([PYTHON, FLOOR], tmp_path) as floor:
            floor.first_key("READY", "Ж")
            costs["floor"].append(_keys(floor, MOVES))
        with Running([NOBLAME, "open", str(path), "--at", "analysis"], tmp_path) as ours:
            ours.shows(TITLE)
            ours.settle(REST)
            ours.press("\x1b")
            time.sleep(REST)
            costs["move"].append(_keys(ours, ("j",) * 4 + MOVES))
            costs["edit"].append(_keys(ours, EDITS))
    for name, title in (("move", "moves the cursor"), ("edit", "changes the graph")):
        told(f"a key that {title}, 500 causes: CPU", statistics.median(costs[name]) * 1000, " ms", "aim 16 ms")
        bounded(f"a key that {title}, 500 causes / floor, CPU", ratio(costs[name], costs["floor"]), 12)
