"""What a key costs in the capture line, and what silence costs."""

import statistics
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from figures import FLOOR, NOBLAME, PYTHON, bounded, ratio, told
from long_sessions import TITLE, long_record, on_disk, running
from pseudo_terminal import Running

ROUNDS = 3
WORDS = "14:31 the pager went off twice and nobody in the room knew where the runbook was kept"
LISTED = " #detected"
"""What opens the choices above the line, narrows them and closes them."""
BETWEEN = 0.03
"""Seconds of quiet after which a key counts as dealt with: longer than a frame, so that none is shared."""
PREPARED = 1.5
"""Seconds of quiet after which what is loaded beside the screen has been, too."""
SILENCE = 6.0


class Cost(NamedTuple):
    """Means over the keys of one run."""

    size: float
    """Bytes to the terminal."""
    cpu: float
    """Seconds."""
    listed: float
    """Bytes for each key of those that change the choices."""


def _typing(words: Sequence[str], home: Path, ready: str) -> Cost:
    """Type a line key by key, each after the one before is dealt with."""
    with Running(words, home) as program:
        program.first_key(ready, "Ж")
        program.settle(PREPARED)
        size, cpu = program.written, program.cpu()
        _press(program, WORDS)
        typed, spent = program.written, program.cpu()
        _press(program, LISTED)
        return Cost((typed - size) / len(WORDS), (spent - cpu) / len(WORDS), (program.written - typed) / len(LISTED))


def _press(program: Running, keys: str) -> None:
    for key in keys:
        program.press(key)
        time.sleep(BETWEEN)
        program.settle(BETWEEN)


def test_a_key_in_the_capture_line(tmp_path: Path):
    path = on_disk(tmp_path, "long", long_record(2000))
    programs = {
        "floor": ([PYTHON, FLOOR], "READY"),
        "field": ([PYTHON, FLOOR, "field"], "READY"),
        "ours": ([NOBLAME, "open", str(path), "--at", "timeline"], TITLE),
    }
    costs: dict[str, list[Cost]] = {name: [] for name in programs}
    for _ in range(ROUNDS):
        for name, (words, ready) in programs.items():
            costs[name].append(_typing(words, tmp_path, ready))
    cpu = {name: [cost.cpu for cost in found] for name, found in costs.items()}
    for name, title in (("floor", "floor"), ("field", "floor with Textual's Input")):
        told(f"a key, {title}: bytes", statistics.median(cost.size for cost in costs[name]), " bytes")
        told(f"a key, {title}: CPU", statistics.median(cpu[name]) * 1000, " ms")
    bounded("a key typed, 2,000 events: bytes", statistics.median(cost.size for cost in costs["ours"]), 400, " bytes")
    told("a key that changes the choices: bytes", statistics.median(cost.listed for cost in costs["ours"]), " bytes")
    told("a key typed, 2,000 events: CPU", statistics.median(cpu["ours"]) * 1000, " ms", "aim 5 ms")
    bounded("a key typed, 2,000 events / floor, CPU", ratio(cpu["ours"], cpu["floor"]), 1.5)
    bounded("a key typed, 2,000 events / Textual's Input, CPU", ratio(cpu["ours"], cpu["field"]), 1.4)


def test_silence(tmp_path: Path):
    record = long_record(2000)
    still = on_disk(tmp_path, "still", record)
    ticking = on_disk(tmp_path, "ticking", running(record, datetime.now(UTC)))
    with (
        Running([PYTHON, FLOOR], tmp_path) as floor,
        Running([NOBLAME, "open", str(still), "--at", "timeline"], tmp_path) as waiting,
        Running([NOBLAME, "open", str(ticking), "--at", "timeline"], tmp_path) as clock,
    ):
        programs = (floor, waiting, clock)
        for program, ready in zip(programs, ("READY", TITLE, TITLE), strict=True):
            program.first_key(ready, "Ж")
        time.sleep(1)
        # The wall clock in the title turns by the minute; the silence lies between two turns.
        if (into := time.time() % 60) > 59 - SILENCE:
            time.sleep(61 - into)
        before = [program.written for program in programs]
        time.sleep(SILENCE)
        rates = [(program.written - count) / SILENCE for program, count in zip(programs, before, strict=True)]
    told("silence, floor", rates[0], " bytes/s")
    bounded("silence, no clock running", rates[1], 0, " bytes/s")
    bounded("silence, the meeting's clock running", rates[2], 100, " bytes/s")
