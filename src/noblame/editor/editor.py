"""The editor: the current record, its history, and whether it is on the disk."""

from collections.abc import Callable
from typing import NamedTuple

from noblame.editor.changes import Change, difference
from noblame.model import Record
from noblame.store.merge import merge
from noblame.store.writer import Saved, Writer

Edit = Callable[[Record], Record]


def _nobody(change: Change) -> None:
    """Stand for a listener where there is none."""


class Step(NamedTuple):
    """A named edit that can be undone."""

    label: str
    before: Record
    after: Record


class Editor:
    """Holds one record and is the only thing that replaces it.

    A record is immutable, so history is a stack of whole records that share what did not change;
    there are no inverse edits and there is no second copy of the truth.
    """

    def __init__(self, record: Record, changed: Callable[[Change], None] = _nobody) -> None:
        self._record = record
        self._durable = record
        self._reason = ""
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._writer: Writer | None = None
        self.changed = changed

    @property
    def record(self) -> Record:
        """The record as it is now."""
        return self._record

    @property
    def saved(self) -> bool:
        """Whether what is shown is what stands on the disk."""
        return self._record is self._durable

    @property
    def trouble(self) -> str:
        """Why saving does not work, or nothing."""
        return self._reason

    @property
    def undoable(self) -> str:
        """The name of the step that undo would take back."""
        return self._done[-1].label if self._done else ""

    @property
    def redoable(self) -> str:
        """The name of the step that redo would repeat."""
        return self._undone[-1].label if self._undone else ""

    def attach(self, writer: Writer) -> None:
        """Let every further edit be saved by `writer`."""
        self._writer = writer

    def apply(self, label: str, edit: Edit) -> Change:
        """Make an edit; `label` names it for undo. An edit that changes nothing leaves no step."""
        before, after = self._record, edit(self._record)
        if after is before:
            return Change(frozenset(), frozenset(), frozenset())
        self._done.append(Step(label, before, after))
        self._undone.clear()
        return self._show(after)

    def amend(self, edit: Edit) -> Change:
        """Make an edit that is no step of its own: the running clock, drafts."""
        return self._show(edit(self._record))

    def undo(self) -> str:
        """Take the last step back and return its name.

        What came in from elsewhere since (the clock, another hand on the file) stays.
        """
        if not self._done:
            return ""
        step = self._done.pop()
        self._undone.append(step)
        self._show(_replaced(step.after, step.before, self._record))
        return step.label

    def redo(self) -> str:
        """Repeat the step that was undone last and return its name."""
        if not self._undone:
            return ""
        step = self._undone.pop()
        self._done.append(step)
        self._show(_replaced(step.before, step.after, self._record))
        return step.label

    def settle(self, saved: Saved) -> Change:
        """Take in what the writer reports; to be called in the editor's own thread."""
        self._reason = saved.reason
        if saved.written is None:
            return Change(frozenset(), frozenset(), frozenset())
        asked, written = saved.asked, saved.written
        if self._record is asked:
            self._durable = written
            return self._show(written, save=False)
        if written is not asked:
            return self._show(merge(asked, self._record, written))
        return Change(frozenset(), frozenset(), frozenset())

    def absorb(self, base: Record, theirs: Record) -> Change:
        """Take in what another hand wrote since `base`, while everything of ours is saved."""
        merged = merge(base, self._record, theirs)
        self._durable = merged
        return self._show(merged, save=False)

    def _show(self, record: Record, *, save: bool = True) -> Change:
        change = difference(self._record, record)
        self._record = record
        if save and self._writer is not None:
            self._writer.save(record)
        self.changed(change)
        return change


def _replaced(base: Record, wanted: Record, current: Record) -> Record:
    """Return `wanted`, with whatever changed from `base` to `current` outside the history."""
    return wanted if current is base else merge(base, wanted, current)
