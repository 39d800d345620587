"""The editor: the current record, its history, and whether it is on the disk."""

from collections.abc import Callable
from typing import NamedTuple

from noblame.editor.changes import Change, difference
from noblame.model import Record
from noblame.store.merge import merged
from noblame.store.renaming import renamed, without_clashes
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
        self._durable: Record | None = record
        self._request: int | None = None
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

        What came in from elsewhere since (the clock, another hand on the file) stays, also in the very same words.
        """
        if not self._done:
            return ""
        step = self._done[-1]
        self._turn(step.after, step.before)
        self._undone.append(self._done.pop())
        return step.label

    def redo(self) -> str:
        """Repeat the step that was undone last and return its name."""
        if not self._undone:
            return ""
        step = self._undone[-1]
        self._turn(step.before, step.after)
        self._done.append(self._undone.pop())
        return step.label

    def settle(self, saved: Saved) -> dict[str, str]:
        """Take in what the writer reports; to be called in the editor's own thread.

        Returns the ids that entries of ours have given up for new ones.
        """
        self._reason = saved.reason
        asked, written = saved.asked, saved.written
        if written is None:
            return {}
        if self._record is asked and saved.request in (None, self._request):
            self._durable = written
        if written is asked:
            return {}
        if self._writer is not None:
            self._writer.seen(written)
        newer = self._record is not asked
        names = self._rename(saved.renamed) if saved.renamed else {}
        if not newer:
            self._durable = written
            self._show(written, save=False)
            return names
        both = merged(renamed(asked, names), self._record, written)
        names |= self._rename(both.renamed) if both.renamed else {}
        self._show(both.record)
        return names

    def _turn(self, base: Record, wanted: Record) -> None:
        """Show `wanted`, with whatever changed since `base` outside the history."""
        if self._record is base:
            self._show(wanted)
            return
        both = merged(base, wanted, self._record, yielding=True)
        if both.renamed:
            self._rename(both.renamed)
        self._show(both.record)

    def _rename(self, names: dict[str, str]) -> dict[str, str]:
        """Let our own entries, now and in history, have the ids that they have on the disk; say which changed."""
        history = [record for step in (*self._done, *self._undone) for record in step[1:]]
        names = without_clashes(names, [self._record, *history])
        known: dict[int, Record] = {}

        def now(record: Record) -> Record:
            return known.setdefault(id(record), renamed(record, names))

        self._record = now(self._record)
        for steps in (self._done, self._undone):
            steps[:] = [Step(step.label, now(step.before), now(step.after)) for step in steps]
        return names

    def _show(self, record: Record, *, save: bool = True) -> Change:
        change = difference(self._record, record)
        self._record = record
        if save and self._writer is not None:
            # The same record may be on its way twice, with another between: only the last request counts.
            self._durable, self._request = None, self._writer.save(record)
        self.changed(change)
        return change
