"""The one screen of the meeting. It wires: what is drawn and what is done lives elsewhere."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Size
from textual.screen import Screen
from textual.timer import Timer

from noblame.analysis.cues import cue
from noblame.capture.context import Context
from noblame.capture.grammar import Captured
from noblame.capture.writing import write
from noblame.editor.changes import Change
from noblame.editor.commands import COMMANDS, Command, command, named, shown_key
from noblame.editor.editor import Editor
from noblame.editor.situation import context
from noblame.editor.taking import part_of, rewrite, take, take_lines
from noblame.lint.finding import Finding
from noblame.model import Entry, Now, Part, Record
from noblame.model.settings import Settings
from noblame.ui.advising import Advising
from noblame.ui.asking import about
from noblame.ui.bindings import bindings
from noblame.ui.clock import Clock
from noblame.ui.dock import Dock
from noblame.ui.header import footer, header, rail, reminder
from noblame.ui.ink import INKS, Line, Sheet, clipped, line, screen_size, width_of
from noblame.ui.mixins import Kept
from noblame.ui.news import WasSaved, not_saved, take_in
from noblame.ui.panes import Panes, opened, prepare
from noblame.ui.panes.pane import Pane
from noblame.ui.preview import preview
from noblame.ui.rows import Rows
from noblame.ui.screens.everywhere import Everywhere
from noblame.ui.screens.page import PageScreen

SMALLEST = (60, 20)
PREPARED_AFTER = 0.3
"""Seconds until the panes that are not in view are loaded; the first keys come before."""


class MeetingScreen(Kept, Screen[None]):
    """Header, agenda, one pane, the capture line, the footer."""

    COMPONENT_CLASSES = INKS
    BINDINGS: ClassVar[list[BindingType]] = bindings()
    AUTO_FOCUS = "#field"
    _reminded: Line = ()

    def __init__(
        self, editor: Editor, clock: Clock, view: Part | None = None, settings: Settings | None = None, *, first: str = ""
    ) -> None:
        super().__init__()
        self.settings = settings or Settings()
        self._first = first
        self._editor = editor
        self.clock = clock
        block = editor.record.agenda.block
        self.viewed: Part = view or (block.part if block else "opening")
        self._panes: dict[Part, Pane] = {self.viewed: opened(self.viewed, self)}
        """The panes that somebody has looked at."""
        self._laid_out_for = Size()
        self._stale: set[Part] = set()
        self._head = Sheet([(), (), ()], id="head")
        self._elapsed = Sheet([()], id="elapsed")
        self._foot = Sheet([()], id="foot")
        self.dock = Dock(self)
        self._everywhere = Everywhere(self)
        self.advising = Advising(self)
        self._ticker: Timer | None = None
        self._contexts: dict[Part | None, Context] = {}
        editor.changed = self._changed
        self.typed: Callable[[], None] = lambda: None
        """Told when the line, the pane or the cursor is another, so that it can be kept."""

    def compose(self) -> ComposeResult:
        """Lay the parts of the screen out, top to bottom."""
        yield self._head
        yield self._elapsed
        with Panes(initial=self.viewed, id="panes"):
            yield self.pane
        yield self.dock.choices
        yield self.dock
        yield self._foot
        yield Sheet([line("  This window is too small."), line("  noblame needs 60 columns and 20 rows.")], id="too-small")

    def on_mount(self) -> None:
        """Begin to follow the clock, and with what the meeting begins with; the first frame is whole."""
        self._lay_out(screen_size(self))
        self._schedule()
        self.set_timer(PREPARED_AFTER, lambda: self.run_worker(prepare, thread=True))
        if self._first:
            self.call_after_refresh(getattr(self._everywhere, f"do_{self._first}", self._everywhere.offer_tour))

    def on_resize(self, event: events.Resize) -> None:
        """Lay out for the new size; a terminal also tells, thrice at the start, the one that it has."""
        if event.size == self._laid_out_for:
            event.prevent_default()
        else:
            self._lay_out(event.size)

    def _lay_out(self, size: Size) -> None:
        """Show what there is room for, or say that it is too small."""
        self._laid_out_for = size
        self.set_class(size.width < SMALLEST[0] or size.height < SMALLEST[1], "-small")
        self.set_class(size.width < 100, "-narrow")
        self.refresh_head()
        self.refresh_foot()

    # The desk: what panes ask.

    @property
    def editor(self) -> Editor:
        """The one way to change the record."""
        return self._editor

    @property
    def record(self) -> Record:
        """The record as it is now."""
        return self._editor.record

    @property
    def pane(self) -> Pane:
        """The pane in view."""
        return self._panes[self.viewed]

    def now(self) -> Now:
        """Read the clocks."""
        return self.clock.now()

    def say(self, words: str) -> None:
        """Show a sentence below the capture line until the next key."""
        self.dock.say(words)

    def ask(
        self,
        question: str,
        then: Callable[[str], None],
        *,
        given: str = "",
        live: Callable[[str], None] | None = None,
        tells: str = "",
    ) -> None:
        """Let the capture line ask for one thing."""
        then, entry_id = (then, "") if live else about(self, then)
        self.dock.ask(question, then, given=given, live=live, tells=tells, about=entry_id)

    def prefill(self, text: str) -> None:
        """Put the beginning of a line into the capture line."""
        self.dock.prefill(text)

    def go(self, finding: Finding) -> None:
        """Go where a finding is settled."""
        from noblame.ui.jumping import jump

        jump(self, finding)

    def look_at(self, entry_id: str) -> None:
        """Put the cursor on an entry in the pane in view."""
        self.pane.rows.choose(entry_id)

    # The chair: what the capture line asks.

    def context(self, part: Part | None = None) -> Context:
        """Return what the grammar has to know here."""
        if part not in self._contexts:
            situation = self.pane.situation()
            if part is not None:
                situation = replace(situation, part=part, selected=self.dock.changing or situation.selected)
            self._contexts[part] = context(self.record, situation)
        return self._contexts[part]

    def preview(self, captured: Captured) -> Line:
        """Say in words what Enter will do."""
        if counted := self._everywhere.thumbs(captured.text):
            return line(("vote", "accent"), f"  {counted.up} up, {counted.down} down, {counted.side} aside")
        if captured.target == "command":
            item = named(captured.command)
            help_text = item.help if item else "There is no such command; / alone lists them all."
            return line((item.title if item else captured.command, "accent"), "  ", (help_text, "muted"))
        return preview(captured, self.record, self.pane.situation(), self.context(), anew=not self.dock.changing)

    def hint(self) -> Line:
        """Return what the clock says, else what can be typed here."""
        return self.pane.read_out() or reminder(self.record, self.viewed, self.now(), self.size.width) or self.pane.hint()

    def take(self, captured: Captured) -> None:
        """Make what was entered part of the record, or run it."""
        if self._everywhere.thumbs(captured.text):
            self._everywhere.do_vote(captured.text)
            return
        if captured.target == "command":
            item = named(captured.command)
            if item:
                self.run(item, captured.text)
            else:
                self.say(f"There is no /{captured.command}; / alone lists what there is.")
            return
        taken = take(self.record, captured, self.pane.situation())
        if taken.record is self.record:
            self.say(taken.label or "That is in the record already.")
            return
        self._editor.apply(taken.label, lambda record: taken.record)
        self.pane.taken(captured, taken.entry_id)

    def rewrite(self, begun: Entry, captured: Captured) -> None:
        """Change an entry from what it was to what its line says now."""
        taken = rewrite(self.record, begun, captured, self.now().wall.date())
        self._editor.apply(taken.label, lambda record: taken.record)
        self.look_at(taken.entry_id)
        self.dock.say(taken.told)

    def paste(self, lines: list[str], rest: str) -> str:
        """Take several lines as one step; what is behind the last line break stays, unless the part took the block."""
        if self.pane.pasted([*lines, rest]):
            return ""
        situation = self.pane.situation()
        self._editor.apply(f"paste {len(lines)} lines", lambda record: take_lines(record, lines, situation))
        self.say(f"{len(lines)} lines taken; ctrl+z takes them back.")
        return rest

    def steer(self, key: str) -> None:
        """Move the cursor above the line, or go there."""
        if key in ("up", "down", "pageup", "pagedown"):
            self.pane.rows.stepped(key)
        elif key == "escape":
            self.pane.take_keys()
        elif self.pane.steered(key):
            self._contexts.clear()
            self.dock.forget()

    # Commands.

    def action_run(self, command_id: str) -> None:
        """Run a command by its id, from a key or the palette."""
        self.run(command(command_id))

    def action_here(self, key: str) -> None:
        """Run the command that a key has in the part in view."""
        if item := self._with_key(key):
            self.run(item)

    def _with_key(self, key: str) -> Command | None:
        return next((item for item in COMMANDS if self.viewed in item.parts and key in item.keys), None)

    def run(self, item: Command, words: str = "") -> None:
        """Do what a command says, or say why it cannot be done now."""
        if self.dock.field.has_focus and self.dock.field.turned(item.id):
            return
        if self.viewed not in item.parts:
            self.say(f"That belongs to {' and '.join(part.title() for part in item.parts)}.")
            return
        if reason := item.unavailable(self._editor, self.pane.selected):
            self.say(reason)
            return
        doer = getattr(self.pane, f"do_{item.id}", None) or getattr(self._everywhere, f"do_{item.id}")
        doer(words) if item.takes_words else doer()

    def took(self, key: str) -> bool:
        """Read a single key while the list has the focus; say whether it meant something, for the other keys are bindings."""
        if not isinstance(self.focused, Rows):
            return False
        self.dock.hush()
        if self.pane.rows.stepped(key) or self.pane.pressed(key) or key == "escape":
            pass
        elif key in ("slash", "i") or (key == "tab" and self.viewed != "analysis"):
            self.dock.field.focus()
            if key == "slash" and not self.dock.field.text:
                self.dock.field.replace_text("/")
        elif key == "question_mark":
            self.run(command("help"))
        elif item := self._with_key(key):
            self.run(item)
        else:
            return False
        return True

    def on_paste(self, event: events.Paste) -> None:
        """Let what is pasted over the list go into the line."""
        event.stop()
        self.dock.field.focus()
        self.dock.field.paste_text(event.text)

    def edit(self, entry_id: str) -> None:
        """Put an entry's own line into the capture line."""
        entry = self.record.entry(entry_id)
        if entry is not None:
            part = part_of(entry) or self.viewed
            here = replace(self.pane.situation(), part=part, selected=entry_id)
            self._contexts.clear()
            self.dock.change(entry, write(entry, context(self.record, here)), part)

    def over(self, page: PageScreen, then: Callable[[str | None], None] | None = None) -> None:
        """Lay a page over the meeting; `then` gets what was chosen."""
        self.app.push_screen(page, then)  # pyright: ignore[reportUnknownMemberType] any app will do

    def view(self, part: Part) -> None:
        """Look at another part; the agenda's clock does not move."""
        self.dock.leave()
        typing = self.focused is self.dock.field
        self.dock.hush()
        self.viewed = part
        self.typed()
        panes = self.query_one(Panes)
        if part not in self._panes:
            self._panes[part] = opened(part, self)
            panes.mount(self.pane)
        panes.current = part
        if part in self._stale:
            self._stale.discard(part)
            self.pane.draw()
        self._contexts.clear()
        self._remind()
        self.refresh_head()
        self.refresh_foot()
        self.dock.forget()
        if not typing:
            self.pane.take_keys()

    # Drawing.

    def refresh_head(self) -> None:
        """Draw title, agenda and clocks as they are now."""
        now, width = self.now(), screen_size(self).width
        agenda = rail(self.record, now, self.viewed, width)
        self._head.show([header(self._editor, now, width), agenda.still, agenda.bars])
        self._elapsed.place(width_of(agenda.before), 1, width_of(agenda.clock))
        self._elapsed.show([agenda.clock])

    def refresh_foot(self) -> None:
        """Name at most six keys that matter here, or say as long as it lasts that nothing reaches the disk."""
        if self._editor.trouble:
            self._foot.show([clipped(not_saved(self._editor.trouble), screen_size(self).width)])
            return
        if self.dock.asking:
            items = [("enter", "keep"), ("esc", "leave as it was")]
        elif self.dock.field.has_focus:
            items = [("enter", "add"), *self.pane.line_keys(), ("esc", "browse"), ("/", "commands"), ("ctrl+n", "next part")]
        else:
            items = [*((shown_key(item.keys[0]), item.title) for item in self.pane.list_keys()[:5]), ("i", "type")]
        self._foot.show([footer(items, ("f1" if self.dock.field.has_focus else "?", "help"), screen_size(self).width)])

    def on_descendant_focus(self) -> None:
        """The footer names the keys of where the cursor is; the quiet line is about it."""
        self.refresh_foot()
        self.dock.refresh_preview()

    def on_rows_moved(self) -> None:
        """The cursor stands elsewhere: what a line would become is read anew."""
        self._contexts.clear()
        self.typed()
        self.pane.cursor_moved()
        self.dock.forget()

    def _changed(self, change: Change) -> None:
        self._contexts.clear()
        self._stale |= self._panes.keys() - {self.viewed}
        self.pane.draw(change)
        if "agenda" in change.parts:
            self._schedule()
        self._everywhere.redraw_stage()
        self.refresh_head()
        self.dock.forget()

    def on_was_saved(self, message: WasSaved) -> None:
        """Say that it is on the disk, and show what somebody else wrote there."""
        take_in(self, message)
        self.refresh_head()
        self.refresh_foot()

    def _schedule(self) -> None:
        """Tick by the second while the meeting runs, else by the minute."""
        if self._ticker is not None:
            self._ticker.stop()
        running = self.record.agenda.since is not None
        wait = 1.0 / min(self.clock.speed, 10.0) if running else 60.0 - self.now().wall.second
        self._ticker = self.set_timer(wait, self._tick)

    def _tick(self) -> None:
        self.refresh_head()
        self._remind()
        self._schedule()

    def _remind(self) -> None:
        """Let the line below the capture line follow the clock, once what was said is read; ring where the team wants that."""
        told = reminder(self.record, self.viewed, self.now(), self.size.width)
        if told[:1] == self._reminded[:1] or (told and self.dock.being_read):
            return
        if told:
            self.dock.hush()
        self._reminded = told
        self.dock.refresh_preview()
        if self.settings.agenda.bell and cue(self.record.agenda, self.now()):
            self.app.bell()  # pyright: ignore[reportUnknownMemberType] any app will do
