"""A session while it is open: what stays when the screen has to be built anew."""

from collections.abc import Callable
from queue import Empty, SimpleQueue

from noblame.editor.editor import Editor
from noblame.store.draft import Draft, Drafts
from noblame.store.session import SessionFile
from noblame.store.writer import Saved, Writer

PATIENCE = 1.2
"""Seconds to wait for the disk when leaving; twice that must stay below what a hang-up may take."""


class Sitting:
    """The file, the editor with its history, the writer, and the draft."""

    def __init__(self, file: SessionFile, drafts: Drafts | None = None) -> None:
        self.file = file
        self.editor = Editor(file.record)
        self.told: Callable[[], None] = lambda: None
        """Called in the writer's thread when there is something to take in."""
        self._drafts = drafts
        self.draft: Draft | None = drafts.left() if drafts else None
        """Where a program that ended was, or the screen before this one."""
        self._reports: SimpleQueue[Saved] = SimpleQueue()
        self.writer = Writer(file, self._report)
        self.editor.attach(self.writer)

    def _report(self, saved: Saved) -> None:
        self._reports.put(saved)
        self.told()

    def settle(self) -> list[tuple[Saved, dict[str, str]]]:
        """Let the editor take in what the writer reported; return the reports, each with the ids that are others now."""
        taken: list[tuple[Saved, dict[str, str]]] = []
        while True:
            try:
                saved = self._reports.get_nowait()
            except Empty:
                return taken
            taken.append((saved, self.editor.settle(saved)))

    def keep(self, draft: Draft) -> None:
        """Let a draft survive whatever happens next."""
        self.draft = draft
        if self._drafts is not None:
            drafts = self._drafts
            self.writer.afterwards(lambda: drafts.keep(draft))

    def finish(self) -> bool:
        """Wait for the last save, keep a half-typed line; say whether everything is on the disk."""
        self.told = lambda: None
        for _ in range(3):
            self.writer.flush(PATIENCE)
            if not self.settle():
                break
        durable = self.writer.close(PATIENCE) and self.editor.saved
        if self._drafts is not None:
            if self.draft and self.draft.typed:
                self._drafts.keep(self.draft)
            else:
                self._drafts.drop()
        return durable
