"""Both versions of what two hands changed at once, to choose from."""

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from noblame.editor.edits.conflicts import conflicts, settled, standing
from noblame.model import Record, clean_line
from noblame.store.doubt_words import field_words, place_words, told
from noblame.ui.ink import Line, line
from noblame.ui.rows import Lines, Target
from noblame.ui.screens.page import PageScreen

if TYPE_CHECKING:
    from noblame.ui.screens.meeting import MeetingScreen

_OTHER = "/other"


class Conflicts:
    """The list over a meeting; Enter settles one and the list stays open while there are others."""

    def __init__(self, screen: "MeetingScreen") -> None:
        self._screen = screen

    def show(self) -> None:
        """Show what is not settled, or say that all is."""
        if not conflicts(self._screen.record):
            self._screen.say("Nobody changed the same thing twice; there is nothing to choose.")
            return
        page = PageScreen("two versions: which is right?", conflict_lines(self._screen.record), enter="take this one")
        self._screen.over(page, self._chosen)

    def _chosen(self, target: str | None) -> None:
        if not target:
            return
        note_id, other = target.removesuffix(_OTHER), target.endswith(_OTHER)
        try:
            self._screen.editor.apply(f"choose a version for {note_id}", lambda record: settled(record, note_id, other=other))
        except ValueError:
            self._screen.say("The other version does not fit its field any more; the one that stands was kept.")
            return
        if conflicts(self._screen.record):
            self.show()
        else:
            self._screen.say("Every question of two versions is settled; ctrl+z takes the last choice back.")


def _told(record: Record, value: object) -> str:
    """Return a version in words, a moment in the zone of the room."""
    return told(value.astimezone(ZoneInfo(record.incident.zone)) if isinstance(value, datetime) else value)


def conflict_lines(record: Record) -> Lines:
    """Return both versions of each field, the one that stands first."""
    lines: list[Line] = []
    targets: list[Target] = []
    for note in conflicts(record):
        if lines:
            lines.append(())
        field, place = (str(note.conflict.get(key, "")) for key in ("field", "place"))
        lines.append(line((f" {field_words(field)} of {place_words(record, place)}", "heading")))
        versions = (
            (note.id, "stands   ", standing(record, note)),
            (note.id + _OTHER, "was also written   ", note.conflict.get("other")),
        )
        for target, word, value in versions:
            targets.append(Target(target, len(lines)))
            lines.append(
                line(
                    "   ", (word, "muted"), clean_line(_told(record, value)) if value not in (None, "") else ("nothing", "muted")
                )
            )
    return Lines(tuple(lines), tuple(targets))
