"""Two terminals on one file: the meeting and the facilitator's cockpit."""

import asyncio
import time
from pathlib import Path

from driving import LARGE, Open, Still

from noblame.model import Now, Record
from noblame.store.session import SessionFile
from noblame.ui.cockpit import CockpitApp
from noblame.ui.screens.cockpit import CockpitScreen
from noblame.ui.sitting import Sitting

SECONDS = 2.5
"""A second as promised, and what a busy machine takes beside it."""


async def until(what) -> float:
    began = time.monotonic()
    async with asyncio.timeout(SECONDS):
        while not what():
            await asyncio.sleep(0.02)
    return time.monotonic() - began


async def test_what_either_writes_appears_in_the_other(open_room: Open, path: Path, record: Record, now: Now):
    async with open_room(record, size=LARGE, part="timeline") as room:
        cockpit = CockpitApp(Sitting(SessionFile.open(path)), Still(now))
        async with cockpit.run_test(size=LARGE) as pilot:
            await pilot.pause()
            screen = cockpit.screen
            assert isinstance(screen, CockpitScreen)
            room.meeting._editor.apply("add", lambda r: r.but(incident=r.incident.but(summary="Heard in the room")))
            await until(lambda: cockpit.editor.record.incident.summary == "Heard in the room")
            screen.entered("/park who owns the runbook")
            screen.entered("Ana looks tired")
            await until(lambda: room.record.notes and room.record.meeting.private_notes)
            assert room.record.notes[0].kind == "parked"
            assert "Ana looks tired" in room.record.meeting.private_notes
            screen._heard(1)
            await until(lambda: room.record.people[0].turns == 1)
            await room.settled()
            assert not any("Ana looks tired" in text for text in room.screen_text())
        assert cockpit.finish()


async def test_notes_from_the_inbox_are_screened_without_a_name(path: Path, record: Record, now: Now):
    inbox = path.with_name("session.inbox")
    inbox.mkdir()
    (inbox / "from-ana.txt").write_text("I was afraid to say it", encoding="utf-8")
    (inbox / "from-bob.txt").write_text("Not this one", encoding="utf-8")
    cockpit = CockpitApp(Sitting(SessionFile.create(path, record)), Still(now))
    async with cockpit.run_test(size=LARGE) as pilot:
        await pilot.pause()
        screen = cockpit.screen
        assert isinstance(screen, CockpitScreen)
        text = "\n".join(strip.text for strip in screen._compositor.render_strips())
        assert "I was afraid to say it" in text
        assert "from-ana" not in text
        for words, taken in (("I was afraid to say it", True), ("Not this one", False)):
            note = next(note for note in screen._inbox if note.text == words)
            screen.rows.choose(f"inbox:{note.key}")
            screen._screen_note(taken=taken)
        assert [(note.text, note.by) for note in cockpit.editor.record.notes] == [("I was afraid to say it", "")]
        assert (inbox / "taken" / "from-ana.txt").exists()
        assert (inbox / "dropped" / "from-bob.txt").exists()
    assert cockpit.finish()
