"""What the disk has to tell the room, in words."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.message import Message

from noblame.editor.taking import kept_both
from noblame.store.writer import Saved
from noblame.ui.ink import Line, line

if TYPE_CHECKING:
    from noblame.ui.screens.meeting import MeetingScreen


class WasSaved(Message):
    """The writer finished; sent from its thread."""

    def __init__(self, reports: Callable[[], list[tuple[Saved, dict[str, str]]]]) -> None:
        super().__init__()
        self.reports = reports


def take_in(screen: "MeetingScreen", message: WasSaved) -> None:
    """Let cursor and line follow entries that have another id now, and say what came in."""
    for saved, names in message.reports():
        chosen, asking = screen.pane.selected, screen.dock.asking
        if asking and asking.about in names:
            screen.dock.prefill(screen.dock.field.text, first=True)
            screen.say("The entry has another number now; ask again, the words stay in the line.")
        screen.dock.renamed(names)
        if chosen in names:
            screen.look_at(names[chosen])
        if words := news(saved):
            screen.say(words)


def not_saved(reason: str) -> Line:
    """Return the line that stands while nothing reaches the disk."""
    return line(
        " ",
        ("not saved: ", "bad"),
        (f"{reason}. ", "strong"),
        ("Kept and tried again, or /save-to PATH.", "muted"),
    )


def news(saved: Saved) -> str:
    """Return a sentence about a save that brought something in; nothing for an ordinary one."""
    if saved.gone:
        return "The file of this session was gone; it has been written again."
    if not saved.others or saved.written is None:
        return ""
    return kept_both(saved.doubts) or "Somebody else's changes to this session came in."
