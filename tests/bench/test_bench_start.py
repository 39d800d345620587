"""How soon there is something to look at, and something to type into."""

import os
import statistics
import subprocess
from collections.abc import Sequence
from pathlib import Path

from figures import FLOOR, NOBLAME, PYTHON, bounded, ratio, told
from long_sessions import TITLE, long_record, on_disk
from pseudo_terminal import Running, environment

ROUNDS = 9
PROCESSES = 31
KEY = "Ж"
"""A letter that neither program shows by itself."""


def _start(words: Sequence[str], home: Path, ready: str) -> tuple[float, float]:
    """Return seconds to the first paint and to the first key acted on."""
    with Running(words, home) as program:
        return program.first_paint(), program.first_key(ready, KEY)


def test_first_paint_and_first_key(tmp_path: Path):
    programs = {
        "floor": ([PYTHON, FLOOR], "READY"),
        "200": ([NOBLAME, "open", str(on_disk(tmp_path, "short", long_record(200))), "--at", "timeline"], TITLE),
        "2,000": ([NOBLAME, "open", str(on_disk(tmp_path, "long", long_record(2000))), "--at", "timeline"], TITLE),
    }
    paints: dict[str, list[float]] = {name: [] for name in programs}
    keys: dict[str, list[float]] = {name: [] for name in programs}
    for number in range(ROUNDS + 1):
        for name, (words, ready) in programs.items():
            paint, key = _start(words, tmp_path, ready)
            if number:  # the first round fills the caches of the machine
                paints[name].append(paint)
                keys[name].append(key)
    told("first paint, floor", statistics.median(paints["floor"]) * 1000, " ms")
    told("first key acted on, floor", statistics.median(keys["floor"]) * 1000, " ms")
    bounded("first paint, 200 events / floor", ratio(paints["200"], paints["floor"]), 0.10)
    bounded("first paint, 2,000 events / floor", ratio(paints["2,000"], paints["floor"]), 0.10)
    bounded("first key acted on, 200 events / floor", ratio(keys["200"], keys["floor"]), 1.9)
    bounded("first key acted on, 2,000 events / floor", ratio(keys["2,000"], keys["floor"]), 2.3)


def _cpu(words: Sequence[str], home: Path) -> float:
    """Return the seconds of processor time of one process, the system's included."""
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, env=environment(home), cwd=home)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return usage.ru_utime + usage.ru_stime


def test_the_version_costs_no_more_than_an_empty_program(tmp_path: Path):
    empty: list[float] = []
    version: list[float] = []
    for number in range(PROCESSES + 1):
        times = _cpu([PYTHON, "-c", "pass"], tmp_path), _cpu([NOBLAME, "--version"], tmp_path)
        if number:
            empty.append(times[0])
            version.append(times[1])
    told("python -c pass, CPU", statistics.median(empty) * 1000, " ms")
    bounded("--version / python -c pass, CPU", statistics.median(version) / statistics.median(empty), 1.3)
