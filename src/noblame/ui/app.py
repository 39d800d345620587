"""The application: themes, styles, signals, and saving beside the screen."""

import asyncio
import gc
import signal
from typing import ClassVar

from textual.app import App
from textual.command import Provider
from textual.screen import Screen

from noblame.editor.editor import Editor
from noblame.model import Part
from noblame.model.settings import Settings
from noblame.store.refusal import SessionRefused
from noblame.store.session import SessionFile
from noblame.store.workspace import asset
from noblame.store.writer import Saved, Writer
from noblame.ui.clock import Clock
from noblame.ui.screens.meeting import MeetingScreen
from noblame.ui.themes import THEMES

STYLES = ("base", "chrome", "panes", "pages", "room")
LOOK_SECONDS = 0.5
"""How often the file is asked whether somebody else wrote to it; only its stamp is read."""


def _palette() -> type[Provider]:
    """Load the palette when it is first opened."""
    from noblame.ui.palette import Commands

    return Commands


class NoblameApp(App[None]):
    """Holds the editor and the writer of one session."""

    CSS_PATH = [str(asset("styles") / f"{name}.tcss") for name in STYLES]  # noqa: RUF012
    COMMANDS = {_palette}  # noqa: RUF012
    ENABLE_COMMAND_PALETTE = True
    HEARS_OF_SAVES: ClassVar[type[Screen[None]]] = MeetingScreen
    """The kind of screen that the writer reports to."""
    COMMAND_PALETTE_BINDING = "f20"

    def __init__(
        self,
        file: SessionFile,
        clock: Clock,
        *,
        view: Part | None = None,
        theme: str = "dark",
        settings: Settings | None = None,
        stage: bool = False,
        tour: bool = False,
    ) -> None:
        super().__init__()
        self.file = file
        self.clock = clock
        self.editor = Editor(file.record)
        self._part_wanted: Part | None = view
        self._theme_wanted = f"noblame-{theme}"
        self.settings = settings or Settings()
        self._stage_wanted, self._tour_wanted = stage, tour
        self._writer = Writer(file, self._saved)
        self.editor.attach(self._writer)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our own variables a value in themes that are not ours."""
        return THEMES[0].variables

    def on_mount(self) -> None:
        """Show the meeting."""
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self._theme_wanted
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._leave_on, number)
        self.push_screen(self.first_screen())
        self.set_interval(LOOK_SECONDS, self._look_outside)
        self.title = f"noblame: {self.editor.record.incident.title}"

    def first_screen(self) -> Screen[None]:
        """Return what is shown first."""
        return MeetingScreen(self.editor, self.clock, self._part_wanted, self.settings, first=self._first())

    def _first(self) -> str:
        """Return the command that the meeting begins with, or nothing."""
        return "stage" if self._stage_wanted else "tour" if self._tour_wanted else ""

    def _look_outside(self) -> None:
        """Show what another hand wrote to the file; while ours is not saved, saving merges it."""
        if not self.editor.saved or not self.file.elsewhere():
            return
        try:
            self.editor.absorb(*self.file.reread())
        except SessionRefused:
            return  # half a file of another program: the next look, or the next save, finds it whole or says so

    def on_ready(self) -> None:
        """Let the garbage collector run, which start-up kept waiting, past what start-up made."""
        gc.freeze()
        gc.enable()

    def next_theme(self) -> str:
        """Turn to the next theme and return its name."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)] if self.theme in names else names[0]
        return self.theme.removeprefix("noblame-")

    def shown(self) -> int:
        """Run on the screen until it is left, save, and return the exit code."""
        self.run()
        durable = self.finish()
        return (self.return_code or 0) if durable else 4

    def finish(self) -> bool:
        """Wait for the last save; say whether everything is on the disk."""
        return self._writer.close()

    def _saved(self, saved: Saved) -> None:
        """Hand the writer's report to the screen; called in the writer's thread."""
        for screen in self.screen_stack:
            if isinstance(screen, self.HEARS_OF_SAVES):
                screen.post_message(MeetingScreen.WasSaved(saved))

    def _leave_on(self, number: int) -> None:
        """Leave in good order when told to from outside."""
        self.exit(return_code=128 + number)
