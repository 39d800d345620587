"""What the capture line is being used for: an entry, a change, or one answer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from noblame.model import Entry, Part

if TYPE_CHECKING:
    from noblame.ui.screens.meeting import MeetingScreen


def about(screen: "MeetingScreen", then: Callable[[str], None]) -> tuple[Callable[[str], None], str]:
    """Return `then` for what the cursor stands on, and its id; where somebody removes that, the answer stays in the line."""
    chosen = screen.record.entry(screen.pane.selected)

    def answered(words: str) -> None:
        if chosen and words and screen.record.entry(chosen.id) is None:
            screen.dock.prefill(words, first=True)
            screen.say("Somebody else has removed what this was about; the words stay in the line.")
        else:
            then(words)

    return answered, chosen.id if chosen else ""


@dataclass(frozen=True)
class Asking:
    """A use of the capture line that ends with Enter or Escape and gives the draft back."""

    question: str
    then: Callable[[str], None]
    draft: str
    """What stood in the line before."""
    begun: Entry | None = None
    """The entry that is being changed, as it was when that began."""
    part: Part | None = None
    """The pane whose grammar reads the line; none where the answer is plain words."""
    live: Callable[[str], None] | None = None
    """Takes every change while it is typed; nothing is left behind by Escape, which gives it empty words."""
    from_list: bool = False
    """Whether the keys went to the list above; they go there again afterwards."""
    tells: str = ""
    """What can be typed, in place of the keys that end the question."""
    about: str = ""
    """Id of the entry that a question is about, or nothing."""

    @property
    def entry_id(self) -> str:
        """Id of the entry that is being changed, or nothing."""
        return self.begun.id if self.begun else ""
