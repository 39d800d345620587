"""What a pane may ask of the screen it lies on."""

from collections.abc import Callable
from typing import Protocol

from noblame.editor.editor import Editor
from noblame.lint.finding import Finding
from noblame.model import Now
from noblame.model.settings import Settings


class Desk(Protocol):
    """The meeting screen, as panes see it."""

    @property
    def editor(self) -> Editor:
        """The one way to change the record."""
        ...

    @property
    def settings(self) -> Settings:
        """What the team set for itself."""
        ...

    def now(self) -> Now:
        """Read the clocks."""
        ...

    def say(self, words: str) -> None:
        """Show a sentence below the capture line until the next key."""
        ...

    def ask(
        self,
        question: str,
        then: Callable[[str], None],
        *,
        given: str = "",
        live: Callable[[str], None] | None = None,
        tells: str = "",
    ) -> None:
        """Let the capture line ask for one thing; Enter gives it to `then`, Escape leaves it.

        `live` takes it at every letter, and empty words on Escape; `tells` says what can be typed.
        """
        ...

    def prefill(self, text: str) -> None:
        """Put the beginning of a line into the capture line and the cursor behind it."""
        ...

    def look_at(self, entry_id: str) -> None:
        """Put the cursor on an entry once it is drawn."""
        ...

    def go(self, finding: Finding) -> None:
        """Go where a finding is settled."""
        ...

    def refresh_foot(self) -> None:
        """Name other keys: what can be done is not the same any more."""
        ...
