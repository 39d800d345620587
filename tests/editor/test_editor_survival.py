"""Two hands on one file through every order of typing, undoing, saving, crashing and editing outside: what must survive does.

The model is three sets of words: what stands in the file, and for each hand what it did since its last save.
"""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from noblame.editor.editor import Editor
from noblame.model import Cause, Event, Incident, Record, next_id
from noblame.store.session import SessionFile
from noblame.store.writer import Saved


class Hand:
    """One program that has the file open, with a writer that writes when the test says so."""

    def __init__(self, path: Path) -> None:
        self.file = SessionFile.open(path)
        self.editor = Editor(self.file.record)
        self.editor.attach(self)  # pyright: ignore[reportArgumentType] all that an editor wants of a writer
        self.newest = self.file.record
        self.requests = 0
        self.undone: list[tuple[str, str]] = []
        self.done: list[tuple[str, str]] = []
        self.pending: list[tuple[str, str]] = []
        """What was done since the last save: words that were put there or taken away."""

    def save(self, record: Record) -> int:
        self.newest = record
        self.requests += 1
        return self.requests

    def seen(self, written: Record) -> None:
        self.newest = written

    def write(self) -> Saved:
        asked, request = self.newest, self.requests
        done = self.file.save(asked)
        return Saved(asked, done.record, "", done.renamed, done.doubts, done.others, request)

    def does(self, step: tuple[str, str], edit: Any) -> None:
        self.editor.apply(" ".join(step), edit)
        self.pending.append(step)
        self.done.append(step)
        self.undone.clear()

    def put(self, words: str, kind: str) -> None:
        if kind == "event":
            self.does(("put", words), lambda r: r.but(events=(*r.events, Event(id=next_id("e", r.events), text=words))))
        else:
            parents = tuple(cause.id for cause in self.editor.record.causes[-1:])
            self.does(
                ("put", words),
                lambda r: r.but(causes=(*r.causes, Cause(id=next_id("c", r.causes), text=words, parents=parents))),
            )


def words_of(record: Record) -> list[str]:
    return sorted(entry.text for entry in (*record.events, *record.causes))


def after(words: set[str], steps: list[tuple[str, str]]) -> set[str]:
    """Return the words that stand after steps."""
    words = set(words)
    for what, word in steps:
        (words.add if what == "put" else words.discard)(word)
    return words


sides = st.sampled_from((0, 1))


class Survival(RuleBasedStateMachine):
    """Everything that two hands, an outside editor and a crash can do to one file."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.path = Path(self._folder.name) / "s.toml"
        SessionFile.create(self.path, Record(incident=Incident(title="x")))
        self.hands = [Hand(self.path), Hand(self.path)]
        self.there: set[str] = set()
        self.count = 0

    def teardown(self) -> None:
        self._folder.cleanup()

    def new(self) -> str:
        self.count += 1
        return f"word {self.count}"

    @rule(side=sides, kind=st.sampled_from(("event", "event", "cause")))
    def types(self, side: int, kind: str) -> None:
        self.hands[side].put(self.new(), kind)

    @rule(side=sides)
    def undoes(self, side: int) -> None:
        hand = self.hands[side]
        if hand.editor.undo():
            what, words = step = hand.done.pop()
            hand.undone.append(step)
            if what != "title":
                hand.pending.append(("take" if what == "put" else "put", words))

    @rule(side=sides)
    def redoes(self, side: int) -> None:
        hand = self.hands[side]
        if hand.editor.redo():
            step = hand.undone.pop()
            hand.done.append(step)
            if step[0] != "title":
                hand.pending.append(step)

    @rule(side=sides, place=st.integers(0, 9))
    def deletes(self, side: int, place: int) -> None:
        hand = self.hands[side]
        if events := hand.editor.record.events:
            event = events[place % len(events)]
            hand.does(("take", event.text), lambda r: r.but(events=tuple(e for e in r.events if e.id != event.id)))

    @rule(side=sides, retitled=st.text("ab", max_size=3))
    def retitles(self, side: int, retitled: str) -> None:
        hand = self.hands[side]
        before = hand.editor.undoable, len(hand.editor._done)
        hand.editor.apply("retitle", lambda r: r.but(incident=r.incident.but(title=f"{side} {retitled} {self.count}")))
        if (hand.editor.undoable, len(hand.editor._done)) != before:
            hand.done.append(("title", ""))
            hand.undone.clear()

    @rule(side=sides, typing=st.booleans())
    def saves(self, side: int, typing: bool) -> None:
        hand = self.hands[side]
        saved = hand.write()
        self.there, hand.pending = after(self.there, hand.pending), []
        if typing:  # while the disk was busy
            hand.put(self.new(), "event")
        hand.editor.settle(saved)

    @rule(side=sides, first=st.booleans())
    def crashes(self, side: int, first: bool) -> None:
        hand = self.hands[side]
        if first:
            hand.write()
            self.there = after(self.there, hand.pending)
        self.hands[side] = Hand(self.path)

    @rule()
    def somebody_edits_outside(self) -> None:
        outside = SessionFile.open(self.path)
        words = self.new()
        record = outside.record
        outside.save(record.but(events=(*record.events, Event(id=next_id("e", record.events), text=words))))
        self.there.add(words)

    @invariant()
    def the_file_holds_what_was_saved(self) -> None:
        assert words_of(SessionFile.open(self.path).record) == sorted(self.there)

    @precondition(lambda self: self.count > 3)
    @rule()
    def both_come_to_the_same(self) -> None:
        for side in (0, 1, 0, 1):
            self.saves(side, False)
        assert not any(hand.pending for hand in self.hands)
        for hand in self.hands:
            assert words_of(hand.editor.record) == sorted(self.there)
            ids = [entry.id for entry in (*hand.editor.record.events, *hand.editor.record.causes)]
            assert len(set(ids)) == len(ids)


TestSurvival = pytest.mark.fuzz(Survival.TestCase)
