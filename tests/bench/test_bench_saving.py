"""How long an edit takes to be on the disk."""

import os
import queue
import statistics
import time
from pathlib import Path

from figures import bounded, ratio, told
from long_sessions import long_record, on_disk

from noblame.editor.editor import Editor
from noblame.editor.edits.entries import replace
from noblame.store.session import SessionFile
from noblame.store.writer import Saved, Writer

ROUNDS = 41


def _replaced_plainly(path: Path, content: bytes) -> float:
    """Replace a file durably, doing nothing else; return the seconds."""
    began = time.perf_counter()
    temporary = path.with_suffix(".new")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    os.write(descriptor, content)
    os.fsync(descriptor)
    os.close(descriptor)
    temporary.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)
    return time.perf_counter() - began


def _appended(path: Path, line: bytes) -> float:
    """Append a line durably, the least that any saving can be; return the seconds."""
    began = time.perf_counter()
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    os.write(descriptor, line)
    os.fdatasync(descriptor)
    os.close(descriptor)
    return time.perf_counter() - began


def test_an_edit_is_on_the_disk(tmp_path: Path):
    path = on_disk(tmp_path, "long", long_record(2000))
    file = SessionFile.open(path)
    finished: queue.SimpleQueue[Saved] = queue.SimpleQueue()
    editor = Editor(file.record)
    writer = Writer(file, finished.put)
    editor.attach(writer)

    def edited(number: int) -> float:
        began = time.perf_counter()
        editor.apply("words", lambda record: replace(record, f"e{number * 37 % 2000 + 1}", text=f"corrected {number}"))
        saved = finished.get(timeout=10)
        took = time.perf_counter() - began
        assert saved.written is not None
        editor.settle(saved)
        return took

    edited(0)
    ours: list[float] = []
    plain: list[float] = []
    append: list[float] = []
    for number in range(1, ROUNDS + 1):
        ours.append(edited(number))
        plain.append(_replaced_plainly(tmp_path / "plain.toml", path.read_bytes()))
        append.append(_appended(tmp_path / "lines", b"x" * 200))
    assert writer.close()
    assert f"corrected {ROUNDS}" in path.read_text(encoding="utf-8")
    told("plain atomic replace of the same bytes", statistics.median(plain) * 1000, " ms")
    told("append and fdatasync of a line", statistics.median(append) * 1000, " ms")
    told("an edit on the disk, 2,000 events", statistics.median(ours) * 1000, " ms", "aim 16 ms")
    bounded("an edit on the disk / plain replace", ratio(ours, plain), 4)
    told("an edit on the disk / append and fdatasync", ratio(ours, append), " x", "aim 8 x")
