"""What advice costs: for a line at every key, and for a whole document; the line is held against reading it as TOML."""

import time
from datetime import UTC, date, datetime, timedelta

import tomli
from figures import bounded, ratio, told

from noblame.lint.advice import about_action, advice
from noblame.lint.findings import findings
from noblame.model import Action, Event, Record
from noblame.model.settings import Settings

ROUNDS = 5
LINE = "The engineer on call should have checked whether the replica was ready before the switch, {n}"
PROMISE = "Improve the monitoring of the relay so that it is easier to see what happens, {n}"
DOCUMENT = "[[events]]\ntext = '''{line}'''\nkind = 'observed'\nat = 2024-01-15 14:31:00+00:00\n" * 10


def _seconds(what, times: int = 100) -> float:
    started = time.perf_counter()
    for number in range(times):
        what(number)
    return (time.perf_counter() - started) / times


def test_a_line_at_every_key():
    lines, promises, reading = [], [], []
    for turn in range(ROUNDS):
        lines.append(_seconds(lambda n, turn=turn: advice(LINE.format(n=f"{turn}-{n}"), "cause")))
        promises.append(_seconds(lambda n, turn=turn: about_action(Action(id="", text=PROMISE.format(n=f"{turn}-{n}")))))
        reading.append(_seconds(lambda n: tomli.loads(DOCUMENT.replace("{line}", LINE.format(n=n)))))
    told("advice on a cause being typed", sorted(lines)[ROUNDS // 2] * 1000, " ms", "aim 1 ms")
    told("advice on an action being typed", sorted(promises)[ROUNDS // 2] * 1000, " ms", "aim 1 ms")
    bounded("advice on a cause / reading ten such entries", ratio(lines, reading), 20)
    bounded("advice on an action / reading ten such entries", ratio(promises, reading), 6)


def test_a_document_of_five_hundred_lines():
    start = datetime(2024, 1, 15, 14, 0, tzinfo=UTC)
    first, again, reading = [], [], []
    for turn in range(ROUNDS):
        events = tuple(
            Event(id=f"e{n}", at=start + timedelta(minutes=n), text=f"Relay {n} of turn {turn} was restarted by the deploy job")
            for n in range(500)
        )
        record = Record(events=events)
        text = "".join(DOCUMENT.replace("{line}", f"{turn} {n}") for n in range(50))
        first.append(_seconds(lambda _, record=record: findings(record, Settings(), date(2024, 1, 18)), 1))
        again.append(_seconds(lambda _, record=record: findings(record, Settings(), date(2024, 1, 18)), 1))
        reading.append(_seconds(lambda _, text=text: tomli.loads(text), 1))
    told("findings of 500 lines, never seen", sorted(first)[ROUNDS // 2] * 1000, " ms", "aim 20 ms")
    told("findings of 500 lines, known", sorted(again)[ROUNDS // 2] * 1000, " ms", "aim 20 ms")
    bounded("findings of 500 lines / reading them", ratio(first, reading), 25)
    bounded("findings of 500 known lines / reading them", ratio(again, reading), 2)
