"""The application: themes, styles, signals, and saving beside the screen."""

import asyncio
import codecs
import gc
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

from textual import _ansi_sequences, events
from textual.app import App
from textual.command import Provider
from textual.drivers import linux_driver
from textual.drivers._writer_thread import WriterThread
from textual.screen import Screen
from textual.timer import Timer

from noblame.editor.editor import Editor
from noblame.model import Part
from noblame.model.settings import Settings
from noblame.store.workspace import asset
from noblame.ui import signals, skeleton
from noblame.ui.clock import Clock
from noblame.ui.field import OWN, Field
from noblame.ui.news import WasSaved
from noblame.ui.resuming import draft_of, resume
from noblame.ui.screens.meeting import MeetingScreen
from noblame.ui.sitting import Sitting
from noblame.ui.themes import THEMES

STYLES = ("base", "chrome", "panes", "pages", "room")
DRAFT_SECONDS = 0.4
"""How long a key may stay without being kept; the disk and a busy machine need the rest of the promised second."""
_BURST = 64
"""Keys in a burst between which all else has its turn: a queue that is never empty lets nothing run, no signal either."""
FAULT_SECONDS = 10.0
"""A second fault of ours within so long ends the program."""
INTERNAL = 70
NOT_WRITTEN = 4


def _palette() -> type[Provider]:
    """Load the palette when it is first opened."""
    from noblame.ui.palette import Commands

    return Commands


class NoblameApp(App[None]):
    """The screen over one sitting."""

    CSS_PATH = [str(asset("styles") / f"{name}.tcss") for name in STYLES]  # noqa: RUF012
    COMMANDS = {_palette}  # noqa: RUF012
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "f20"

    def __init__(
        self,
        sitting: Sitting,
        clock: Clock,
        *,
        view: Part | None = None,
        theme: str = "dark",
        settings: Settings | None = None,
        first: str = "",
    ) -> None:
        """`first` names the command that the meeting begins with, such as ``stage`` or ``tour``."""
        super().__init__()
        self.sitting = sitting
        self.file = sitting.file
        self.clock = clock
        self.settings = settings or Settings()
        self.fault: BaseException | None = None
        """What went wrong inside noblame and ended this screen."""
        self._part_wanted: Part | None = view
        for known in THEMES:
            self.register_theme(known)
        # Assigned in the usual way, it would have all styles read a second time.
        self.set_reactive(NoblameApp.theme, f"noblame-{theme}")
        self.stylesheet.set_variables(self.get_css_variables())
        self._first = first
        self._draft_timer: Timer | None = None
        self._early: list[events.Key | events.Paste] = []
        """What was typed before there was anything to take it."""
        self._open = False
        self._keys = 0
        self._leaving = False

    @property
    def editor(self) -> Editor:
        """The one way to change the record."""
        return self.sitting.editor

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our own variables a value in themes that are not ours."""
        return THEMES[0].variables

    def get_default_screen(self) -> Screen[None]:
        """Begin with the meeting itself: a blank screen below it would be laid out and drawn for nothing."""
        screen = self.first_screen()
        self.sitting.told = partial(screen.post_message, WasSaved(self.sitting.settle))  # pyright: ignore[reportAttributeAccessIssue] nobody asks what it returns
        return screen

    def on_mount(self) -> None:
        """Show the meeting where somebody left it if the program ended without being told to."""
        screen = self.screen
        if isinstance(screen, MeetingScreen):
            screen.typed = self._typed
            if self.sitting.draft is not None:
                screen.call_after_refresh(resume, screen, self.sitting.draft, self.file.content)
        screen.call_after_refresh(self.call_later, self._opened)
        self.title = f"noblame: {self.editor.record.incident.title}"
        if not self.is_headless:
            loop = asyncio.get_running_loop()
            for number in signals.LEAVING:
                signals.take(number, loop, partial(self.leave_on, number))
            if isinstance(self._driver, linux_driver.LinuxDriver):
                # Textual's own handler may break into a write to the terminal and then wait for ever for its queue.
                signals.take(signal.SIGTSTP, loop, self._driver._sigtstp_application)  # pyright: ignore
                if mode := skeleton.own_mode():
                    self._driver.attrs_before = mode
            signals.release()

    def first_screen(self) -> Screen[None]:
        """Return what is shown first."""
        draft = self.sitting.draft
        part = self._part_wanted or (draft.part if draft else None)
        return MeetingScreen(self.editor, self.clock, part, self.settings, first=self._first)

    async def on_event(self, event: events.Event) -> None:
        """Keep what is typed while the screen is made until it is there.

        A line feed is Enter: so it comes from a terminal that was not ours yet, and in a paste that is not called one.
        """
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._keys += 1
        if not self._leaving and not self._keys % _BURST:
            await asyncio.sleep(0)
        if self._leaving:
            return
        if isinstance(event, events.Key) and event.key == "ctrl+j":
            event = events.Key("enter", "\r")
        if self._open:
            await self._opened()
            await self._read(event)
        else:
            self._early.append(event)

    async def _opened(self) -> None:
        """Read what was typed early."""
        self._open = True
        while self._early:
            await self._read(self._early.pop(0))

    async def _read(self, event: events.Key | events.Paste) -> None:
        """Let each key have done what it does before the next one is looked at.

        Textual puts a key into the queue of what has the focus, and runs what is bound to it once it has come back
        from there. Keys in a burst, from a slow line or a macro, overtake it: letters typed behind the key that opens
        the line would run as commands, and a backspace would take a letter that was typed after it.
        """
        if isinstance(event, events.Paste):
            await super().on_event(event)
            return
        focused, took = self.focused, getattr(self.screen, "took", None)
        if isinstance(focused, Field):
            if event.is_printable:
                await super().on_event(event)
                return
            await focused.caught_up()
            if event.key in OWN:
                await super().on_event(event)
                await focused.caught_up()
                return
        elif took is None or took(event.key):
            if took is None:
                await super().on_event(event)
            return
        if not await self._check_bindings(event.key, priority=True) and not await self._check_bindings(event.key):
            await super().on_event(event)

    def on_ready(self) -> None:
        """Let the garbage collector run, which start-up kept waiting, past what start-up made."""
        gc.freeze()
        gc.enable()

    def on_driver_signal_resume(self) -> None:
        """Draw everything again after the program was stopped and goes on."""
        self.screen.refresh()

    def next_theme(self) -> str:
        """Turn to the next theme and return its name."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)] if self.theme in names else names[0]
        return self.theme.removeprefix("noblame-")

    def _meeting(self) -> MeetingScreen | None:
        return next((screen for screen in self.screen_stack if isinstance(screen, MeetingScreen)), None)

    def finish(self) -> bool:
        """Wait for the last save; say whether everything is on the disk."""
        return self.sitting.finish()

    def leave_on(self, number: int) -> None:
        """Leave in good order when told to from outside."""
        self.exit(return_code=128 + number)

    async def action_quit(self) -> None:
        """Leave; the meeting asks first while something is not saved. Textual's own key comes before those of screens."""
        meeting = self._meeting()
        if meeting is None or not self.editor.trouble:
            self.exit()
            return
        while self.screen is not meeting:
            self.pop_screen()
        meeting.action_run("quit")

    def exit(self, *arguments: Any, **how: Any) -> None:
        """Leave; a half-typed line is kept first, and keys that still wait to be read hold nobody up."""
        self._leaving = True
        self._keep_draft()
        super().exit(*arguments, **how)

    def panic(self, *renderables: Any) -> None:
        """End this screen without showing anything of what it held."""
        self._fatal_error()

    def _fatal_error(self) -> None:
        """End this screen; what Textual would print are local variables, and so the room's words."""
        if self.fault is None:
            self.fault = self._exception or RuntimeError("the screen could not go on")
            self._keep_draft()
        self._close_messages_no_wait()

    def _typed(self) -> None:
        """Take note that there is something new to keep."""
        if self._draft_timer is None:
            self._draft_timer = self.set_timer(DRAFT_SECONDS, self._keep_draft)

    def _keep_draft(self) -> None:
        self._draft_timer = None
        screen = self._meeting() if self._running else None
        if screen is not None and screen.is_mounted:
            draft = draft_of(screen, self.file.content)
            if draft != self.sitting.draft:
                self.sitting.keep(draft)


class Output(WriterThread):
    """Writes to the terminal, and goes on taking what nobody will see once that is gone: else whoever writes waits for ever."""

    def run(self) -> None:
        """Write until told to stop."""
        with suppress(OSError):
            super().run()
            return
        while self._queue.get() is not None:
            pass

    def stop(self) -> None:
        """Stop; told twice, because the first may have been taken before the terminal was found gone."""
        self._queue.put(None)
        super().stop()


def run(sitting: Sitting, build: Callable[[bool], NoblameApp], report: Callable[[BaseException], None]) -> int:
    """Show the screen that `build` makes and return the exit code.

    A fault of ours does not end the meeting: `report` is told, and the same record comes back on a new screen, once;
    `build` is told that it is one.
    """
    linux_driver.WriterThread = Output  # pyright: ignore[reportAttributeAccessIssue, reportPrivateImportUsage]
    _take_any_bytes()
    _take_alt_with_digits()
    current: list[NoblameApp] = []
    signals.when_gone(lambda: current[-1].call_from_thread(current[-1].leave_on, 1) if current else None)
    fault_before = -FAULT_SECONDS
    while True:
        app = build(bool(current))
        current.append(app)
        app.run()
        signals.hold()
        if app.fault is None:
            code = app.return_code or 0
            break
        report(app.fault)
        moment = time.monotonic()
        if moment - fault_before < FAULT_SECONDS:
            code = INTERNAL
            break
        fault_before = moment
    durable = sitting.finish()
    waiting = signals.waiting()
    return NOT_WRITTEN if not durable else 128 + waiting if waiting and not code else code


def _take_any_bytes() -> None:
    """Let bytes on the terminal that are no UTF-8 become replacement characters; Textual would end the program."""

    def lenient(name: str) -> Callable[[], codecs.IncrementalDecoder]:
        return partial(codecs.getincrementaldecoder(name), errors="replace")

    linux_driver.getincrementaldecoder = lenient  # pyright: ignore[reportAttributeAccessIssue, reportPrivateImportUsage]


def _take_alt_with_digits() -> None:
    """Let alt and a digit be the key that is meant; Textual would type the letter that it is on one terminal of one system."""
    for digit in range(10):
        _ansi_sequences.ANSI_SEQUENCES_KEYS.pop(f"\x1b{digit}", None)  # pyright: ignore
