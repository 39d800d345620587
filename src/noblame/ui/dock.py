"""The bottom of the screen: the capture line, what Enter will do, and what could be meant."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Protocol

from rich.style import Style
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import TextArea

from noblame.analysis.cells import cells, fit
from noblame.capture.completion import Completion, complete
from noblame.capture.context import Context
from noblame.capture.grammar import Captured, parse
from noblame.editor.commands import COMMANDS
from noblame.model import Entry, Part
from noblame.ui.advising import Advising, quiet
from noblame.ui.asking import Asking
from noblame.ui.field import Field
from noblame.ui.ink import Inked, Line, Sheet, clipped, line
from noblame.ui.mixins import Kept

if TYPE_CHECKING:
    from noblame.lint.advice import Advice

_TOKEN_TONES = {
    "prefix": "accent", "time": "good", "kind": "warn", "person": "teal", "evidence": "teal", "priority": "bad", "due": "good",
    "done": "violet", "answers": "teal", "category": "warn", "escape": "muted",
}  # fmt: skip

_READING = 4.0
"""Seconds that the room gets to read what was said before the clock may speak in its place."""

_SLASH = tuple((command.slash, command.help) for command in COMMANDS if not command.browse)


class Chair(Protocol):
    """Who sits above the capture line: knows the place and takes what is entered."""

    def context(self, part: Part | None = None) -> Context:
        """Return what the grammar has to know here, or as it were in another pane."""
        ...

    def preview(self, captured: Captured) -> Line:
        """Say in words what Enter will do."""
        ...

    @property
    def advising(self) -> Advising:
        """Knows what is worth saying about the line, or about what the cursor stands on."""
        ...

    def hint(self) -> Line:
        """Return the line below an empty capture line."""
        ...

    def take(self, captured: Captured) -> None:
        """Make what was entered part of the record, or run it."""
        ...

    def rewrite(self, begun: Entry, captured: Captured) -> None:
        """Change an entry from what it was to what its line says now."""
        ...

    def paste(self, lines: list[str], rest: str) -> str:
        """Take several lines in one step; return what of `rest` stays in the line."""
        ...

    def steer(self, key: str) -> None:
        """Take a key that moves something above the line."""
        ...

    @property
    def typed(self) -> Callable[[], None]:
        """What to call when the line has changed."""
        ...

    def refresh_foot(self) -> None:
        """Name the keys that matter now that the line is used for something else."""
        ...


class Typing(Kept, Horizontal):
    """The prompt and the field beside it."""


class Dock(Kept, Vertical):
    """Holds the draft. While it asks for something the draft waits and comes back afterwards."""

    CHOICES: ClassVar[int] = 8

    def __init__(self, chair: Chair) -> None:
        super().__init__(id="dock")
        self._chair = chair
        self.field = Field(self)
        self._prompt = Sheet([line(("  ❯", "accent"))], id="prompt")
        self._preview = Sheet([()], id="preview")
        self._rule = Sheet([()], id="rule")
        self.choices = Choices()
        self._asking: Asking | None = None
        self.aside = ""
        """The line that a question about it stands in for; it comes back when that is kept."""
        self._said = ""
        self._said_over = ""
        """What stood in the line when it was said; the sentence goes when that changes."""
        self._said_at = 0.0
        self._parsed: tuple[str, Part | None, Captured] | None = None

    def compose(self) -> ComposeResult:
        """Rule, line, preview."""
        yield self._rule
        with Typing(id="typing"):
            yield self._prompt
            yield self.field
        yield self._preview

    def on_resize(self) -> None:
        """Draw the rule as wide as the screen."""
        self.refresh_preview()

    # What the field asks and tells.

    def colours(self, text: str) -> Sequence[tuple[int, int, str]]:
        """Return the tokens of the line with their tones."""
        if not text or (self._asking and self._asking.part is None):
            return ()
        return [(token.start, token.end, _TOKEN_TONES.get(token.role, "text")) for token in self._captured(text).tokens]

    def field_style(self, tone: str) -> Style:
        """Return how a tone looks in the line."""
        return self._preview.style_of(tone)

    def entered(self, text: str) -> None:
        """Take the line: as a choice, as an answer, as a change, or as an entry."""
        begun = self.choices.current and self.choices.current.label.startswith(text.strip().casefold())
        if begun and text.startswith("/") and " " not in text and self._accept():
            text = self.field.text
            if text.endswith(" ") and self._captured(text).target != "command":
                return
        asking = self._asking
        if asking is None:
            if text.strip():
                captured = self._captured(text)
                self._clear()
                self._chair.take(captured)
                if self.aside:
                    self.field.replace_text(self.aside)
                    self._said_over, self.aside = self.aside, ""
        elif asking.begun is None:
            self.leave()
            asking.then(text.strip())
        else:
            captured = self._captured(text)
            if captured.problem:
                self.say(captured.problem)
                return
            self.leave()
            self._chair.rewrite(asking.begun, captured)
        self.refresh_preview()

    def pasted(self, lines: list[str], rest: str) -> str:
        """Hand several lines on, each of which is an entry of its own; return what stays in the line.

        While it asks for something they are one answer.
        """
        if self._asking:
            return " ".join(part for text in (*lines, rest) if (part := text.strip()))
        self._clear()
        return self._chair.paste([text for text in lines if text.strip()], rest)

    def steered(self, key: str) -> None:
        """Move in the choices if there are any, else above the line."""
        if self.choices.open and key in ("up", "down"):
            self.choices.move(1 if key == "down" else -1)
        elif self.choices.open and key == "tab":
            self._accept()
        elif self.choices.open and key == "escape":
            self.choices.show_all(())
        elif key == "tab" and self.field.next_slot():
            pass
        elif self._asking and key == "escape":
            live = self._asking.live
            self.leave()
            if live:
                live("")
            else:
                self.say("Left as it was.")
        else:
            self._chair.steer(key)

    # What the screen asks and tells.

    @property
    def asking(self) -> Asking | None:
        """What the line is being used for, if not for an entry."""
        return self._asking

    def renamed(self, names: dict[str, str]) -> None:
        """Let an open change follow its entry to another id."""
        if self._asking and self._asking.begun and self._asking.entry_id in names:
            self._asking = replace(self._asking, begun=self._asking.begun.but(id=names[self._asking.entry_id]))

    @property
    def draft(self) -> str:
        """What is being typed as an entry, even while the line asks for something else."""
        return self._asking.draft if self._asking else self.field.text

    def ask(
        self,
        question: str,
        then: Callable[[str], None],
        *,
        given: str = "",
        live: Callable[[str], None] | None = None,
        tells: str = "",
        about: str = "",
    ) -> None:
        """Ask for one thing in plain words; typing takes the place of one word that is `given`."""
        self._begin(Asking(question, then, self.draft, live=live, tells=tells, about=about), given)

    def change(self, entry: Entry, text: str, part: Part) -> None:
        """Let an entry's own line be changed."""
        self._begin(Asking(f"change {entry.id}", lambda words: None, self.draft, entry, part), text)

    @property
    def changing(self) -> str:
        """Id of the entry whose own line is being changed, or nothing."""
        return self._asking.entry_id if self._asking else ""

    def prefill(self, text: str, *, first: bool = False) -> None:
        """Put the beginning of an entry into the line; what stood there comes back behind what comes `first`."""
        self.leave()
        self.aside = self.field.text if first else self.aside
        self.field.replace_text(text)
        self.field.focus()

    def leave(self) -> None:
        """End a question or a change; draft and keys are again where they were."""
        if self._asking is None:
            return
        ended, self._asking = self._asking, None
        self._show_prompt("")
        self.field.replace_text(ended.draft)
        if ended.from_list:
            self._chair.steer("escape")
        self._chair.refresh_foot()

    def say(self, words: str) -> None:
        """Show a sentence until something is typed."""
        self._said, self._said_over, self._said_at = words, self.field.text, time.monotonic()
        self._preview.show([clipped(line("    ", (words, "warn")), self.size.width - 1)])

    @property
    def being_read(self) -> bool:
        """Whether something was said so lately that it should stay."""
        return bool(self._said) and time.monotonic() - self._said_at < _READING

    def hush(self) -> None:
        """Take back what was said."""
        self._said = ""

    def refresh_preview(self) -> None:
        """Say what Enter will do now, and what could be said instead."""
        self._rule.show([quiet(self.advised()[1], self.size.width)])
        if self._said:
            return
        text = self.field.text
        if self._asking and self._asking.part is None:
            words = line((self._asking.tells, "muted")) if self._asking.tells else ()
        elif text.strip():
            words = self._chair.preview(self._captured(text))
        else:
            words = self._chair.hint()
        self._preview.show([clipped(line("    ", *words), self.size.width - 1)])

    def captured(self) -> Captured:
        """Return what the line means as it stands."""
        return self._captured(self.field.text)

    def advised(self) -> "tuple[Captured | None, Advice | None]":
        """Return what is worth saying now, with the line that it is about; without one it is about the entry under the cursor."""
        if self._asking and self._asking.part is None:
            return None, None
        captured = self.captured() if self.field.text.strip() and self.field.has_focus else None
        return captured, self._chair.advising.about(captured)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Follow what is typed with preview and choices."""
        event.stop()
        self._chair.typed()
        if self.field.text == self.aside:
            self.aside = ""
        if self.field.text != self._said_over:
            self.hush()
        if self._asking and self._asking.live:
            self._asking.live(self.field.text)
        if self._asking is None or self._asking.part is not None:
            found = complete(self.field.text, self.field.cursor_location[1], self._here(), _SLASH)
            self.choices.show_all(found[: self.CHOICES] if self.field.has_focus else ())
        self.refresh_preview()

    def _begin(self, asking: Asking, given: str) -> None:
        from_list = self._asking.from_list if self._asking else not self.field.has_focus
        self._asking = replace(asking, from_list=from_list)
        self._show_prompt(asking.question)
        self.choices.show_all(())
        self.field.replace_text(given)
        if asking.part is None and " " not in given:
            self.field.select_all()
        self.field.focus()
        self.refresh_preview()
        self._chair.refresh_foot()

    def _show_prompt(self, question: str) -> None:
        words = f"{fit(question, max(10, self.size.width // 2))} " if question else ""
        self._prompt.styles.width = cells(words) + 4
        self._prompt.show([line("  ", (words, "muted"), ("❯", "accent"))])

    def _clear(self) -> None:
        self.field.replace_text("")
        self.choices.show_all(())

    def _here(self) -> Context:
        return self._chair.context(self._asking.part if self._asking else None)

    def _captured(self, text: str) -> Captured:
        """Return what the line means, read once for colours, preview and Enter."""
        part = self._asking.part if self._asking else None
        if self._parsed is None or self._parsed[:2] != (text, part):
            self._parsed = (text, part, parse(text, self._here()))
        return self._parsed[2]

    def forget(self) -> None:
        """Read the line anew: the place or the record is another."""
        self._parsed = None
        self.refresh_preview()

    def _accept(self) -> bool:
        """Put the highlighted choice into the line."""
        choice = self.choices.current
        if choice is None:
            return False
        text = self.field.text
        self.field.replace_text(text[: choice.start] + choice.insert + text[choice.end :])
        self.choices.show_all(())
        return True


class Choices(Inked):
    """A short list above the line of what the word being typed could become."""

    def __init__(self) -> None:
        super().__init__(id="choices")
        self._found: tuple[Completion, ...] = ()
        self._at = 0

    @property
    def open(self) -> bool:
        """Whether there is anything to choose."""
        return bool(self._found)

    @property
    def current(self) -> Completion | None:
        """The highlighted choice."""
        return self._found[self._at] if self._found else None

    def show_all(self, found: Sequence[Completion]) -> None:
        """Offer other choices; none closes the list."""
        if not found and not self._found:
            return
        if tuple(found) == self._found:
            return
        grown = len(found) != len(self._found)
        self._found, self._at = tuple(found), 0
        if grown:
            self.styles.height = len(found)  # never hidden: what comes and goes has the whole screen painted anew
        else:
            self.refresh()

    def move(self, step: int) -> None:
        """Highlight another choice."""
        self._at = max(0, min(self._at + step, len(self._found) - 1))
        self.refresh()

    def render_line(self, y: int):
        """Draw one choice: what would be inserted, and what it is."""
        width = self.size.width
        if y >= len(self._found):
            return self.strip((), width)
        choice = self._found[y]
        spans = line("   ", (f"{choice.label:<16} ", "accent" if y == self._at else "strong"), (choice.help, "muted"))
        return self.strip(clipped(spans, width), width, self.style_of("selected") if y == self._at else None)
