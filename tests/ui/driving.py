"""The real program in a test: a session in a folder of its own, a clock that stands still, keys and what is on the screen."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Protocol

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from noblame.model import Now, Part, Record
from noblame.model.settings import Settings
from noblame.store.draft import Drafts
from noblame.store.session import SessionFile
from noblame.ui.app import NoblameApp
from noblame.ui.clock import Clock
from noblame.ui.rows import Rows
from noblame.ui.screens.meeting import MeetingScreen
from noblame.ui.sitting import Sitting

SMALL, LARGE = (80, 24), (120, 36)


class Still(Clock):
    """A clock that moves when it is told to."""

    def __init__(self, now: Now) -> None:
        super().__init__()
        self._now = now

    def now(self) -> Now:
        return self._now

    def go(self, minutes: float) -> None:
        self._now = Now(self._now.wall + timedelta(minutes=minutes), self._now.boot, self._now.uptime + minutes * 60)


@dataclass
class Room:
    """The open program: what a person at the keyboard can do and see."""

    app: NoblameApp
    pilot: Pilot[None]
    clock: Still
    path: Path

    @property
    def record(self) -> Record:
        return self.app.editor.record

    @property
    def meeting(self) -> MeetingScreen:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, MeetingScreen))

    @property
    def rows(self) -> Rows:
        return self.meeting.pane.rows

    @property
    def draft(self) -> str:
        return self.meeting.dock.field.text

    async def settled(self) -> None:
        """Wait until nothing that was sent is still on its way and all of it is drawn."""
        for _ in range(3):
            await self.pilot.pause(0)
        for _ in range(100):
            screen = self.app.screen
            drawn = self.rows.page.height and not (screen._layout_required or screen._dirty_widgets)
            if drawn:  # a pane that comes into sight is drawn once it has been laid out
                return
            await self.pilot.pause(0.002)

    async def press(self, *keys: str) -> None:
        for key in keys:
            self._send(key)
            await self.settled()

    async def burst(self, text: str) -> None:
        """Send keys as fast as a terminal hands them over; a line feed is Enter."""
        for character in text:
            self._send("enter" if character == "\n" else character)
        await self.settled()

    async def type_line(self, text: str) -> None:
        await self.burst(f"{text}\n")

    async def paste(self, text: str) -> None:
        self.app.post_message(events.Paste(text))
        await self.settled()

    async def choose(self, entry_id: str) -> None:
        """Put the cursor on an entry and let the list have the keys."""
        await self.settled()  # a pane that was turned to is there before it takes the keys
        self.rows.focus()
        self.rows.choose(entry_id)
        await self.settled()
        assert self.rows.chosen == entry_id

    async def saved(self) -> None:
        """Wait until what is shown is on the disk and the screen says so."""
        async with asyncio.timeout(5):
            while not self.app.editor.saved:
                await self.pilot.pause(0.005)
        await self.settled()

    def screen_text(self) -> list[str]:
        return [strip.text for strip in self.app.screen._compositor.render_strips()]

    def shows(self, *words: str) -> bool:
        text = "\n".join(self.screen_text())
        missing = [word for word in words if word not in text]
        assert not missing, f"{missing} not on the screen:\n{text}"
        return True

    def reopened(self) -> Record:
        return SessionFile.open(self.path).record

    def _send(self, key: str) -> None:
        character = key if len(key) == 1 else None
        name = _character_to_key(key) if character else key
        event = events.Key(name, character)
        event.set_sender(self.app)
        assert self.app._driver is not None
        self.app._driver.send_message(event)


class Open(Protocol):
    """Opens a record, by default the small one of all tests; `size`, `part`, `theme` and `settings` say how."""

    def __call__(self, given: Record | None = ..., **how: Any) -> AbstractAsyncContextManager[Room]: ...


@asynccontextmanager
async def opened(
    path: Path,
    record: Record | None,
    now: Now,
    *,
    part: Part | None = None,
    size: tuple[int, int] = SMALL,
    theme: str = "dark",
    settings: Settings | None = None,
) -> AsyncIterator[Room]:
    """Open a new session with `record` at `path`; without one, the session that is there."""
    file = SessionFile.create(path, record) if record is not None else SessionFile.open(path)
    clock = Still(now)
    app = NoblameApp(Sitting(file, Drafts(path.parent / "state", path)), clock, view=part, theme=theme, settings=settings)
    try:
        async with app.run_test(size=size) as pilot:
            room = Room(app, pilot, clock, path)
            await room.settled()
            yield room
    finally:
        assert app.finish()
