"""Whatever ends the real program in a real terminal: the words are kept, the terminal is as it was, the last line says where."""

import random
import re
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from terminals import Terminal

from noblame.model import Record
from noblame.store.session import SessionFile

Start = Callable[..., Terminal]
LINE = "14:31 the queue alert fired"
BROKEN = """
import sys
from noblame.ui.panes.timeline import TimelinePane
from noblame.__main__ import main

draw = TimelinePane.draw

def broken(pane, change=None):
    incident_words = [event.text for event in pane.record.events if "explode" in event.text]
    if len(incident_words) > broken.seen:
        broken.seen = len(incident_words)
        raise ValueError(incident_words[-1])
    draw(pane, change)

broken.seen = 0
TimelinePane.draw = broken
main()
"""
"""The program with a pane that breaks over certain words."""


@pytest.fixture
def path(tmp_path: Path, record: Record) -> Path:
    return SessionFile.create(tmp_path / "session.toml", record).path


@pytest.fixture
def start(path: Path) -> Start:
    def starter(**how: Any) -> Terminal:
        return Terminal(["open", str(path), "--at", "timeline"], path.parent, **how)

    return starter


def texts(path: Path) -> list[str]:
    return [event.text for event in SessionFile.open(path).record.events]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT], ids=lambda n: n.name)
def test_a_signal_ends_it_in_good_order(start: Start, path: Path, number: signal.Signals):
    with start() as terminal:
        terminal.shows("2 Timeline.*Queue alert")
        assert terminal.left_on() >= {"alternate screen", "hidden cursor", "tty settings"}
        terminal.type(f"{LINE}\n")
        terminal.look(0.01)
        terminal.type("and this was not entered")
        terminal.shows("alert fired.*❯ and this was not entered")
        began = time.monotonic()
        terminal.send(number)
        assert terminal.ended() == 128 + number
        assert time.monotonic() - began < 10
        assert not terminal.left_on()
        assert terminal.last_words.endswith(f"noblame: the session is in {path}")
    assert LINE.removeprefix("14:31 ") in texts(path)
    with start() as terminal:
        terminal.shows("❯ and this was not entered")
        terminal.shows("was typed at .* and not entered")


@pytest.mark.parametrize("gone", [False, True], ids=["told to end", "terminal gone"])
def test_keys_that_wait_to_be_read_hold_no_signal_up(start: Start, path: Path, gone: bool):
    with start() as terminal:
        terminal.shows("2 Timeline.*Queue alert")
        for _ in range(20):
            terminal.type("and on and " * 90)
            terminal.look(0.01)
        if gone:
            assert terminal.hang_up() < 5
            assert terminal.process.returncode == 128 + signal.SIGHUP
        else:
            began = time.monotonic()
            terminal.send(signal.SIGTERM)
            assert terminal.ended() == 128 + signal.SIGTERM
            assert time.monotonic() - began < 5
            assert not terminal.left_on()
    with start() as terminal:
        terminal.shows("and on and.*was typed at .* and not entered")


def test_a_signal_while_it_starts_waits_until_the_terminal_can_be_restored(start: Start):
    for delay in (0.0, 0.1, 0.3):
        with start() as terminal:
            terminal.until(lambda terminal=terminal: terminal.raw, "the first byte")
            terminal.look(delay)
            terminal.send(signal.SIGTERM)
            assert terminal.ended() == 128 + signal.SIGTERM
            assert not terminal.left_on()


def test_a_terminal_that_goes_away_ends_it_within_two_seconds(start: Start, path: Path):
    with start() as terminal:
        terminal.shows("2 Timeline.*Queue alert")
        terminal.type(f"{LINE}\n")
        terminal.shows("alert fired.*❯")
        assert terminal.hang_up() < 2
        assert terminal.process.returncode == 128 + signal.SIGHUP
    assert LINE.removeprefix("14:31 ") in texts(path)


def test_a_terminal_that_goes_away_is_noticed_where_hang_ups_are_ignored(start: Start, path: Path):
    ignoring = "import signal, sys; signal.signal(signal.SIGHUP, signal.SIG_IGN); from noblame.__main__ import main; main()"
    with start(program=ignoring) as terminal:
        terminal.shows("2 Timeline.*Queue alert")
        terminal.type(f"{LINE}\n")
        terminal.shows("alert fired.*❯")
        assert terminal.hang_up() < 3
    assert LINE.removeprefix("14:31 ") in texts(path)


def test_killed_in_the_middle_of_a_line_it_offers_the_line_again(start: Start, path: Path):
    with start() as terminal:
        terminal.shows("2 Timeline.*Queue alert")
        terminal.enter(LINE)
        terminal.type("14:35 half a sen")
        terminal.shows("❯ 14:35 half a sen")
        terminal.look(1.0)
        terminal.until(lambda: list((path.parent / ".local/state/noblame/drafts").glob("*")), "a draft")
        terminal.look(1.0)
        terminal.send(signal.SIGKILL)
        assert terminal.ended() == -signal.SIGKILL
    assert LINE.removeprefix("14:31 ") in texts(path)
    with start() as terminal:
        terminal.shows(r"❯ 14:35 half a sen.*was typed at .* and not entered; enter takes it, ctrl\+u clears it")
        terminal.type("tence\n")
        terminal.shows("saved ✓[^❯]*half a sentence")
    assert not list(path.parent.glob(".*.tmp"))


@pytest.mark.fuzz
def test_whenever_it_is_killed_what_it_called_saved_is_there(start: Start, path: Path, request: pytest.FixtureRequest):
    rounds = 60 if request.config.getoption("markexpr") == "fuzz" else 4
    drawn, called_saved = random.Random(rounds), list[str]()
    for number in range(rounds):
        with start() as terminal:
            terminal.shows("2 Timeline")
            terminal.type("\x15")
            for line in range(drawn.randrange(3)):
                called_saved.append(f"words {number} {line}")
                terminal.enter(f"14:3{line} {called_saved[-1]}")
            typed = f"14:40 never {number} entered\n"
            terminal.type(typed[: drawn.randrange(len(typed) + 1)])
            terminal.look(drawn.random() / 10)
            terminal.send(drawn.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGHUP]))
            terminal.ended()
        assert set(called_saved) <= set(texts(path))
    assert not list(path.parent.glob(".*.tmp"))


def test_a_stopped_program_gives_the_terminal_back_and_goes_on(start: Start, path: Path):
    with start() as terminal:
        terminal.shows("2 Timeline.*Queue alert")
        terminal.send(signal.SIGTSTP)
        terminal.until(lambda: b"\x1b[?1049l" in terminal.raw, "leaving the screen")
        terminal.until(lambda: state(terminal.process.pid) == "T", "the stop")
        assert not terminal.left_on()
        shown = len(terminal.raw)
        terminal.send(signal.SIGCONT)
        terminal.until(lambda: b"Queue alert" in terminal.raw[shown:], "drawing the screen again")
        terminal.shows("2 Timeline.*Queue alert")
        terminal.enter(LINE)
    assert LINE.removeprefix("14:31 ") in texts(path)


def test_a_fault_of_ours_does_not_end_the_meeting_and_tells_nobody_s_words(start: Start, path: Path):
    with start(program=BROKEN) as terminal:
        terminal.shows("2 Timeline.*Queue alert")
        terminal.type("14:31 explode one\n")
        terminal.until(lambda: b"\x1b[?1049l" in terminal.raw, "the fault")
        terminal.until(lambda: terminal.raw.count(b"\x1b[?1049h") > 2, "the screen again")
        terminal.shows("saved ✓[^❯]*explode one")
        terminal.enter("14:32 and on")
        terminal.type("\x11")
        assert terminal.ended() == 0
        assert not terminal.left_on()
        assert "something went wrong inside noblame" in terminal.last_words
        assert b"Traceback" not in terminal.raw
    assert {"explode one", "and on"} <= set(texts(path))
    (report,) = path.parent.glob("noblame-report-*")
    assert report.stat().st_mode & 0o777 == 0o600
    written = report.read_text()
    assert "ValueError" in written
    assert "noblame" in written
    assert not re.search("explode|incident_words|Queue alert", written)


def test_a_fault_that_comes_again_at_once_ends_it_with_everything_saved(start: Start, path: Path):
    with start(program=BROKEN) as terminal:
        terminal.shows("2 Timeline.*Queue alert")
        terminal.type("14:31 explode one\n")
        terminal.until(lambda: b"\x1b[?1049l" in terminal.raw, "the fault")
        terminal.until(lambda: terminal.raw.count(b"\x1b[?1049h") > 2, "the screen again")
        terminal.shows("saved ✓[^❯]*explode one")
        terminal.type("14:32 explode two\n")
        assert terminal.ended() == 70
        assert not terminal.left_on()
        assert terminal.last_words.endswith(f"the session is in {path}")
    assert {"explode one", "explode two"} <= set(texts(path))


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"TERM": "dumb"}, "needs a terminal"),
        ({"TERM": ""}, "needs a terminal"),
        ({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, "letters other than UTF-8"),
    ],
    ids=["dumb", "no TERM", "not UTF-8"],
)
def test_a_terminal_that_cannot_show_it_is_told_in_a_line(start: Start, environment: dict[str, str], said: str):
    with start(environment=environment) as terminal:
        assert terminal.ended() == 2
        assert said in terminal.last_words
        assert not terminal.left_on()


def test_without_colour_it_is_a_screen_all_the_same(start: Start):
    with start(environment={"NO_COLOR": "1"}) as terminal:
        terminal.shows("2 Timeline.*Queue alert")
        terminal.enter(LINE)
        colours = {
            int(code) for codes in re.findall(rb"\x1b\[([\d;]*)m", bytes(terminal.raw)) for code in codes.split(b";") if code
        }
        assert not colours & {*range(31, 37), *range(41, 47)}


def test_alt_and_a_digit_shows_a_part_and_types_nothing(start: Start):
    with start() as terminal:
        terminal.shows("2 Timeline.*Queue alert")
        terminal.type("\x1b1")
        terminal.shows("Read aloud")
        terminal.type("\x1b2")
        terminal.shows("Queue alert")
    assert "¡" not in terminal.raw.decode()


def state(process: int) -> str:
    """Return what the system says that a process does: T where it is stopped."""
    return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]


def test_what_is_typed_while_it_starts_is_not_lost(start: Start, path: Path):
    with start() as terminal:
        terminal.type("14:31 typed ahead\n14:32 and mo")
        terminal.shows("typed ahead.*❯ 14:32 and mo")
        terminal.type("re\n")
        terminal.shows("saved ✓[^❯]*and more")
    assert {"typed ahead", "and more"} <= set(texts(path))
