"""What a key costs in the timeline, with thousands of imported rows in sight."""

import statistics
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from figures import FLOOR, NOBLAME, PYTHON, bounded, ratio, told
from long_sessions import TITLE, imported_record, on_disk
from pseudo_terminal import Running

ROUNDS = 3
MOVES = 40
QUIET = 0.04
"""Seconds without a byte after which a key counts as dealt with."""
ESCAPE, DOWN = "\x1b", "\x1b[B"
KEYS = {
    "down": (DOWN,),
    "star": ("s",),
    "hide": ("h",),
    "candidate": ("n", "N"),  # none of the rows is one: each way is searched to its end
    "kind": ("c",),
    "mark": ("m",),
    "later": ("]",),
    "zone": ("z",),
    "all": ("a",),
}


class Cost(NamedTuple):
    """Of one key."""

    size: float
    """Bytes to the terminal."""
    cpu: float
    """Seconds."""
    latency: float
    """Seconds to the first byte."""


def _cost(program: Running, key: str) -> Cost:
    """Press one key and wait until it is dealt with."""
    size, cpu, began = program.written, program.cpu(), time.perf_counter()
    program.press(key)
    latency = program.answered(size) - began
    program.settle(QUIET)
    return Cost(program.written - size, program.cpu() - cpu, latency)


def _opened(words: Sequence[str], home: Path, ready: str, first: str = "") -> Running:
    """Start a program, wait for it, and bring it where keys are measured."""
    program = Running(words, home)
    program.first_key(ready, "Ж")
    program.settle(0.5)
    if first:
        program.press("\x7f")
        program.settle(0.2)
        program.press(ESCAPE)
        program.settle(0.3)
        program.press(first)
        program.settle(0.5)
    return program


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(*(statistics.median(values) for values in zip(*costs, strict=True)))


def test_the_cursor_moves(tmp_path: Path):
    path = on_disk(tmp_path, "long", imported_record(2000))
    ours: list[Cost] = []
    floor: list[Cost] = []
    for _ in range(ROUNDS):
        with _opened([NOBLAME, "open", str(path), "--at", "timeline"], tmp_path, TITLE, "a") as program:
            ours.append(_median([_cost(program, DOWN) for _ in range(MOVES)]))
        with _opened([PYTHON, FLOOR], tmp_path, "READY") as program:
            floor.append(_median([_cost(program, "x") for _ in range(MOVES)]))
    bounded("cursor down, 2,000 imported rows: bytes", statistics.median(c.size for c in ours), 1200, " bytes")
    told("cursor down, 2,000 imported rows: CPU", statistics.median(c.cpu for c in ours) * 1000, " ms")
    bounded("cursor down / floor, latency", ratio([c.latency for c in ours], [c.latency for c in floor]), 2.0)


def test_a_row_is_inserted(tmp_path: Path):
    path = on_disk(tmp_path, "long", imported_record(2000))
    costs: list[Cost] = []
    typed: list[Cost] = []
    with _opened([NOBLAME, "open", str(path), "--at", "timeline"], tmp_path, TITLE, "a") as program:
        program.press("i")
        for number in range(21):
            for letter in f"06:{number + 10} a row more":
                typed.append(_cost(program, letter))
            costs.append(_cost(program, "\r"))
    told("a letter of the line: CPU", _median(typed).cpu * 1000, " ms")
    told("a row inserted among 2,000 imported: CPU", _median(costs[1:]).cpu * 1000, " ms", "aim 16 ms")
    bounded("a row inserted / a letter typed, CPU", _median(costs[1:]).cpu / _median(typed).cpu, 8)


def test_no_key_is_slow_in_a_very_long_timeline(tmp_path: Path):
    path = on_disk(tmp_path, "longest", imported_record(20_000))
    with (
        _opened([NOBLAME, "open", str(path), "--at", "timeline"], tmp_path, TITLE, "a") as program,
        _opened([PYTHON, FLOOR], tmp_path, "READY") as floor,
    ):
        least = _median([_cost(floor, "x") for _ in range(20)]).latency
        for name, keys in KEYS.items():
            costs = _median([_cost(program, key) for _ in range(6 // len(keys)) for key in keys])
            told(f"{name}, 20,000 rows: latency", costs.latency * 1000, " ms", "aim 100 ms")
            bounded(f"{name}, 20,000 rows / floor, latency", costs.latency / least, 60)
