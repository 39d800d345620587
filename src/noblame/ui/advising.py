"""The quiet line above the capture line: what could be asked or said instead, and the keys that take it or wave it off."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from noblame.analysis.cells import cells, fit
from noblame.capture.grammar import Captured, parse
from noblame.capture.making import fields
from noblame.editor.edits import promises
from noblame.editor.situation import context
from noblame.editor.taking import dated, take
from noblame.model import Action, Cause, Entry, Event, Impact, Lesson, Record
from noblame.store.refusal import SessionRefused
from noblame.ui.ink import Line, line

if TYPE_CHECKING:
    from noblame.lint.advice import Advice, Typed
    from noblame.ui.screens.meeting import MeetingScreen

_KINDS: "dict[str, Typed]" = {"event": "event", "cause": "cause", "lesson": "lesson", "impact": "impact"}
_TAKES = {"ask": "ask it", "fill": "take it", "split": "split"}


def quiet(said: "Advice | None", width: int) -> Line:
    """Return the rule above the capture line, with one remark in it if there is one."""
    room = width - 2
    if said is None:
        return line((" " + "─" * room, "line"))
    keys = [*([("alt+a", _TAKES[said.offer])] if said.offer else []), ("alt+x", "not here")]
    long = "   " + "   ".join(f"{key} {what}" for key, what in keys)
    short = "  " + "/".join(key.removeprefix("alt+" if number else "") for number, (key, _) in enumerate(keys))
    told = long if cells(said.message) + cells(long) + 6 <= room else short
    message = fit(said.message, room - cells(told) - 5)
    rest = room - cells(message) - cells(told) - 4
    return line((" ─ ", "line"), (message, "ask"), (told, "muted"), (f" {'─' * rest}", "line"))


class Advising:
    """Finds what is worth saying about what is typed or selected, and does what its keys ask.

    The rules are loaded with the first words that they are asked about: start-up does not wait for them.
    """

    def __init__(self, screen: "MeetingScreen") -> None:
        self._screen = screen
        self._waved: set[tuple[str, str]] = set()
        """Rules with the words that they are to say no more about, as long as this screen is open."""

    def about(self, captured: Captured | None) -> "Advice | None":
        """Return what is worth saying about a typed line; without one, about the entry under the cursor."""
        record = self._screen.record
        if captured is None:
            entry = record.entry(self._screen.pane.selected) if self._screen.pane.rows.has_focus else None
            said = self._of_entry(entry, record) if entry else None
        else:
            said = self._of_line(captured, record)
        return None if said and (said.rule, self._key(said)) in self._waved else said

    def _of_line(self, captured: Captured, record: Record) -> "Advice | None":
        settings = self._screen.settings
        if captured.problem or len(captured.text.split()) < 2:
            return None
        from noblame.lint.advice import about_action, advice

        if captured.target == "action":
            asking = self._screen.dock.asking
            told = captured if asking else dated(captured, self._screen.pane.situation())
            action = Action(id=asking.entry_id if asking else "", **fields(told))
            return about_action(action, record.actions, settings)
        kind = _KINDS.get(captured.target)
        return advice(captured.text, kind, settings.lint) if kind else None

    def _of_entry(self, entry: Entry, record: Record) -> "Advice | None":
        """Imported rows are what people said while it burned: nothing is said about their words."""
        from noblame.lint.advice import about_action, about_secret, advice

        settings = self._screen.settings
        if said := about_secret(entry):
            return said
        match entry:
            case Action() if entry.status in ("open", "started"):
                return about_action(entry, record.actions, settings)
            case Event() if not entry.source:
                return advice(entry.text, "event", settings.lint)
            case Cause():
                return advice(entry.text, "note" if record.children(entry.id) else "cause", settings.lint)
            case Lesson() | Impact():
                return advice(entry.text, "lesson", settings.lint)
            case _:
                return None

    @staticmethod
    def _key(said: "Advice") -> str:
        return (said.words or said.message).casefold()

    # What its keys do.

    def take(self) -> None:
        """Keep the question, put the better form in, or make two of one."""
        captured, said = self._screen.dock.advised()
        if said is None or not said.offer:
            self._screen.say("There is nothing to take over here.")
        elif said.offer == "split":
            self._split(captured, said.better)
        elif said.offer == "ask":
            self._ask(captured, said.better[0])
        else:
            if captured is None:
                self._screen.edit(self._screen.pane.selected)
                captured = self._screen.dock.captured()
            field = self._screen.dock.field
            field.rewrite(filled(field.text, captured, said.better[0]))
            field.next_slot()

    def _ask(self, captured: Captured | None, question: str) -> None:
        """Put the question where the words stood; they come back once it is kept. The question is about the entry."""
        dock = self._screen.dock
        if captured is None or dock.asking:
            self._screen.prefill(f"? {question}")
        else:
            dock.aside = dock.field.text
            dock.field.rewrite(f"? {question}")

    def _split(self, captured: Captured | None, two: Sequence[str]) -> None:
        screen, day = self._screen, self._screen.now().wall.date()
        asking = screen.dock.asking
        if captured is None or asking:
            chosen = asking.entry_id if asking else screen.pane.selected
            screen.dock.leave()
            screen.editor.apply(f"split {chosen}", lambda record: promises.split(record, chosen, two, day))
            screen.say(f"{chosen} is {len(two)} actions now; ctrl+z puts them together.")
            return
        raw, situation = screen.dock.field.text, screen.pane.situation()

        def both(record: Record) -> Record:
            for words in two:
                line_of_it = parse(filled(raw, captured, words), context(record, situation))
                record = take(record, line_of_it, situation).record
            return record

        screen.dock.field.replace_text("")
        screen.editor.apply(f"add {len(two)} actions", both)
        screen.say(f"{len(two)} actions now; ctrl+z takes them back.")

    def wave_off(self) -> None:
        """Say no more about these words while this screen is open."""
        _, said = self._screen.dock.advised()
        if said:
            self._waved.add((said.rule, self._key(said)))
            self._screen.dock.refresh_preview()

    def allow(self, path: Path) -> None:
        """Put the words on the team's list, so that nobody is asked about them again."""
        _, said = self._screen.dock.advised()
        if said is None or not said.words:
            name = f"[lint] off = [“{said.rule}”] in noblame.toml switches it off." if said else "Nothing is asked about here."
            self._screen.say(name)
            return
        from noblame.lint.advice import about_somebody
        from noblame.store.word_list import allow

        words = said.words.strip(" ,.;:").casefold()
        if about_somebody(said.words, self._screen.settings.lint):
            self._screen.say("Words about somebody go on no list; alt+x waves them off here.")
            return
        try:
            allow(path, words)
        except (SessionRefused, OSError) as problem:
            self._screen.say(f"Not kept: {problem}")
            return
        lint = self._screen.settings.lint
        self._screen.settings = self._screen.settings.but(lint=lint.but(allowed=(words, *lint.allowed)))
        self._screen.dock.refresh_preview()
        self._screen.say(f"“{words}” is fine here from now on; {path.name} has it.")


def filled(raw: str, captured: Captured, words: str) -> str:
    """Return a line with other words and everything else that it said: who, when, which cause."""
    if captured.text and captured.text in raw:
        return raw.replace(captured.text, words, 1)
    prefix = "".join(f"{raw[token.start : token.end].strip()} " for token in captured.tokens if token.role == "prefix")
    rest = " ".join(raw[token.start : token.end].strip() for token in captured.tokens if token.role != "prefix")
    return f"{prefix}{words} {rest}".strip()
