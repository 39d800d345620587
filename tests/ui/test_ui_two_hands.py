"""Two real programs on one session, both typing: nobody's line is lost, and each sees the other's."""

from collections.abc import Callable
from pathlib import Path

import pytest
from terminals import Terminal

from noblame.model import Record
from noblame.store.codec import Codec
from noblame.store.session import SessionFile

LINES = 12
Start = Callable[[], Terminal]


@pytest.fixture
def path(tmp_path: Path, record: Record) -> Path:
    return SessionFile.create(tmp_path / "session.toml", record).path


@pytest.fixture
def start(path: Path) -> Start:
    return lambda: Terminal(["open", str(path), "--at", "timeline"], path.parent)


def texts(path: Path) -> list[str]:
    return [event.text for event in SessionFile.open(path).record.events]


def test_two_programs_type_into_one_file_and_lose_nothing(start: Start, path: Path):
    with start() as one, start() as other:
        for terminal in (one, other):
            terminal.shows("2 Timeline.*Queue alert")
        for number in range(LINES):
            one.type(f"14:31 left {number}.\n")
            other.type(f"14:31 right {number}.\n" * 2 if number == 5 else f"14:31 right {number}.\n")
            for terminal in (one, other):
                terminal.look(0.01 * number)
        both = [f"{side} {number}." for side in ("left", "right") for number in range(LINES)]
        wanted = sorted([*both, "right 5.", "Config pushed", "Queue alert", "Queue drained"])

        def written() -> bool:
            for terminal in (one, other):
                terminal.look(0.02)
            return sorted(texts(path)) == wanted

        one.until(written, "every line of both hands in the file")
        one.type("14:58 last words of one\n")
        other.type("14:59 last words of the other\n")
        wanted = sorted([*wanted, "last words of one", "last words of the other"])
        one.until(written, "the last words of both")
        assert [text for text in texts(path) if text.startswith("left")] == [f"left {n}." for n in range(LINES)]
        for terminal in (one, other):
            terminal.type("\x11")
            assert terminal.ended() == 0
    assert sorted(texts(path)) == wanted


def test_undo_takes_back_only_what_this_hand_did(start: Start, path: Path):
    with start() as one, start() as other:
        for terminal in (one, other):
            terminal.shows("2 Timeline.*Queue alert")
        one.enter("14:31 from one")
        other.shows("from one")
        other.enter("14:32 from the other")
        one.shows("from the other")
        one.type("\x1a")
        one.shows("(?i)undo")
        one.until(lambda: "from one" not in texts(path), "taking one line back")
        assert "from the other" in texts(path)
        other.until(lambda: "from one" not in other.text, "seeing that it was taken back")


def test_what_another_program_writes_in_place_comes_in(start: Start, path: Path):
    with start() as terminal:
        terminal.shows("2 Timeline.*Queue alert")
        terminal.enter("14:31 typed here")
        terminal.type("14:33 half a line")
        there = SessionFile.open(path).record
        elsewhere = there.but(events=(*there.events, there.events[0].but(id="e9", text="pulled from git")))
        path.write_text(Codec().dump(elsewhere).replace('"Queue alert"', '"Queue alert, reworded"'), encoding="utf-8")
        terminal.shows("pulled from git.*Queue alert, reworded.*❯ 14:33 half a line")
        terminal.type("\n")
        terminal.shows("saved ✓[^❯]*half a line")
    assert {"typed here", "half a line", "pulled from git", "Queue alert, reworded"} <= set(texts(path))
