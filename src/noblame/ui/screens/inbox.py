"""The inbox over a meeting, for a facilitator with one terminal: each note is asked without a name, or left out."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from noblame.analysis.cells import wrap
from noblame.editor.editor import Editor
from noblame.editor.edits.meeting import asked_without_name
from noblame.model import Now, Part
from noblame.store.inbox import Dropped, folder_of, screened, waiting
from noblame.ui.ink import Line, line
from noblame.ui.rows import Lines, Target
from noblame.ui.screens.page import PageScreen

if TYPE_CHECKING:
    from noblame.ui.screens.meeting import MeetingScreen

_LEFT_OUT = "/left-out"


class Inbox:
    """The list of notes; Enter screens one and the list stays open while there are others."""

    def __init__(self, screen: "MeetingScreen", session: Path) -> None:
        self._screen, self._session = screen, session

    def show(self) -> None:
        """Show what waits, or say where notes are dropped."""
        notes = waiting(self._session)
        if not notes:
            self._screen.say(f"No note waits. Text files dropped into {folder_of(self._session).name} come here without a name.")
            return
        page = PageScreen(
            "notes without a name, for your eyes only", inbox_lines(notes, self._screen.size.width), enter="do that"
        )
        self._screen.over(page, self._chosen)

    def _chosen(self, target: str | None) -> None:
        if not target:
            return
        key, taken = target.removesuffix(_LEFT_OUT), not target.endswith(_LEFT_OUT)
        note = next((note for note in waiting(self._session) if note.key == key), None)
        if note is None:
            self._screen.say("That note is not in the inbox any more.")
            return
        said = screen_note(self._screen.editor, self._session, note, self._screen.viewed, self._screen.now(), taken=taken)
        if waiting(self._session):
            self.show()
        else:
            self._screen.say(said)


def screen_note(editor: Editor, session: Path, note: Dropped, part: Part, now: Now, *, taken: bool) -> str:
    """Make a note an open question without a name, or leave it out; return what to say about it."""
    if taken:
        editor.apply("note from the inbox", lambda record: asked_without_name(record, note.text, part, now.wall))
    try:
        screened(session, note.key, "taken" if taken else "dropped")
    except OSError as problem:
        return f"The note stays in the inbox folder: {problem.strerror}."
    return "It is among the open questions, without a name." if taken else "It was put aside in the folder “dropped”."


def inbox_lines(notes: Sequence[Dropped], width: int) -> Lines:
    """Return each note with what can become of it."""
    lines: list[Line] = []
    targets: list[Target] = []
    for note in notes:
        first, *rest = wrap(note.text, width - 6) or ("",)
        lines += [line((" ✉ ", "violet"), (first, "strong")), *(line("   ", (text, "strong")) for text in rest)]
        for target, words in ((note.key, "ask it in the room, without a name"), (note.key + _LEFT_OUT, "leave it out")):
            targets.append(Target(target, len(lines)))
            lines.append(line("   › ", (words, "muted")))
        lines.append(())
    return Lines(tuple(lines), tuple(targets))
