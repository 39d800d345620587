"""What a crash, a paste or another hand on the file could take: half-typed lines, answers, entries, the file itself."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from driving import LARGE, Open, Room

from noblame.editor.edits.entries import remove, replace
from noblame.exporters.registry import export
from noblame.model import Action, Record
from noblame.store.codec import Codec
from noblame.store.writer import Saved
from noblame.ui import exporting
from noblame.ui.news import WasSaved, take_in

UNCHANGED = Saved(Record(), None)
LOOKING_BACK = "Ana should have known"


async def written_by_another(room: Room, edit: Callable[[Record], Record]) -> None:
    """Let somebody else change the file, and wait until the program has seen it."""
    await room.saved()
    changed = edit(room.record)
    room.path.write_text(Codec().dump(changed) + "\n", encoding="utf-8")
    async with asyncio.timeout(10):
        while room.record != changed:
            await room.pilot.pause(0.01)
    await room.settled()


async def test_a_line_and_the_question_in_its_place_both_come_back(open_room: Open):
    async with open_room(part="analysis") as room:
        await room.burst(LOOKING_BACK)
        await room.press("alt+a")
        question = room.draft
        assert question.startswith("? ")
        room.app.exit()
    async with open_room(None, part="analysis") as room:
        assert room.draft == question
        await room.press("enter")
        assert room.draft == LOOKING_BACK


async def test_an_answer_is_told_where_a_line_comes_back_too(open_room: Open):
    async with open_room(part="timeline", size=LARGE) as room:
        await room.burst("14:50 half a line")
        await room.press("escape")
        await room.choose("e2")
        await room.press("r")
        await room.burst("14:3")
        room.app.exit()
    async with open_room(None, part="timeline", size=LARGE) as room:
        assert room.draft == "14:50 half a line"
        room.shows("“14:3” was the answer to “new time")


@pytest.mark.parametrize(("key", "typed"), [("enter", "14:30 detected Queue alert"), ("r", "14:30")])
async def test_what_is_pasted_into_a_question_is_one_answer(open_room: Open, key: str, typed: str):
    async with open_room(part="timeline", size=LARGE) as room:
        before = room.record
        await room.choose("e2")
        await room.press(key)
        assert room.draft == typed
        await room.press("end")
        await room.paste(" and\nmore\n\nlines")
        assert (room.draft, room.record) == (f"{typed} and more lines", before)


async def test_an_open_change_is_merged_with_what_came_in(open_room: Open):
    async with open_room(part="timeline", size=LARGE) as room:
        await room.choose("e2")
        await room.press("enter", "end")
        await room.burst(" twice")
        await written_by_another(room, lambda record: replace(record, "e2", text="Queue alert, then silence"))
        await room.press("enter")
        room.shows("both versions are kept")
        assert room.record.event("e2").text == "Queue alert twice"
        assert [note.conflict["other"] for note in room.record.notes if note.conflict] == ["Queue alert, then silence"]
        await room.type_line("/conflicts")
        room.shows("the words of “Queue alert twice”", "Queue alert, then silence")


async def test_an_entry_that_somebody_removed_comes_back_with_the_words(open_room: Open):
    async with open_room(part="timeline", size=LARGE) as room:
        await room.choose("e2")
        await room.press("enter", "end")
        await room.burst(" twice")
        await written_by_another(room, lambda record: remove(record, "e2"))
        await room.press("enter")
        room.shows("it is back with these words")
        assert room.record.event("e2").text == "Queue alert twice"


async def test_an_answer_about_what_somebody_removed_stays_in_the_line(open_room: Open, record: Record):
    given = record.but(actions=(Action(id="a1", text="Cap the queue", owner="ana"),))
    async with open_room(given, part="actions", size=LARGE) as room:
        await room.burst("half a draft")
        await room.press("escape")
        await room.choose("a1")
        await room.press("w")
        await room.burst("the drill passes")
        await written_by_another(room, lambda record: remove(record, "a1"))
        await room.press("enter")
        room.shows("Somebody else has removed what this was about")
        assert (room.draft, room.record.actions) == ("the drill passes", ())
        assert room.meeting.dock.aside == "half a draft"


async def test_a_question_ends_where_its_entry_gets_another_number(open_room: Open):
    async with open_room(part="timeline", size=LARGE) as room:
        await room.burst("half a draft")
        await room.press("escape")
        await room.choose("e2")
        await room.press("r")
        await room.burst("15:0")
        take_in(room.meeting, WasSaved(lambda: [(UNCHANGED, {"e7": "e8"})]))
        assert room.draft == "15:0"
        assert room.meeting.dock.asking
        take_in(room.meeting, WasSaved(lambda: [(UNCHANGED, {"e2": "e9"})]))
        await room.settled()
        room.shows("The entry has another number now")
        assert (room.draft, room.meeting.dock.aside, room.meeting.dock.asking) == ("15:0", "half a draft", None)


async def test_an_open_change_and_the_cursor_follow_an_entry_to_its_other_number(open_room: Open):
    async with open_room(part="timeline", size=LARGE) as room:
        await room.choose("e2")
        await room.press("enter")
        take_in(room.meeting, WasSaved(lambda: [(UNCHANGED, {"e2": "e3"})]))
        await room.settled()
        assert (room.meeting.dock.changing, room.rows.chosen) == ("e3", "e3")


async def test_a_long_running_clock_brings_nothing_down(open_room: Open):
    async with open_room(part="timeline", size=LARGE) as room:
        await room.press("ctrl+n")
        room.clock.go(200 * 24 * 60)
        await room.press("ctrl+n", "ctrl+t")
        assert room.record.agenda.blocks[0].spent >= 199 * 24 * 3600


async def test_a_file_that_is_gone_is_written_again(open_room: Open):
    async with open_room(part="timeline", size=LARGE) as room:
        await room.saved()
        content = room.path.read_bytes()
        room.path.unlink()
        async with asyncio.timeout(10):
            while not room.path.exists():
                await room.pilot.pause(0.01)
        await room.pilot.pause(0.05)
        await room.settled()
        assert room.path.read_bytes() == content
        room.shows("The file of this session was gone; it has been written again.")


def test_an_export_puts_aside_what_somebody_wrote_into_the_last_one(
    tmp_path: Path, record: Record, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    session, document = tmp_path / "s.toml", tmp_path / "s.md"
    for words in ("by hand", "again by hand"):
        assert ".bak" not in exporting.write_document(record, session, "standard")
        assert ".bak" not in exporting.write_document(record.but(actions=(Action(id="a1", text=words),)), session, "standard")
        document.write_text(words)
        assert "what stood there is s.md.bak" in exporting.write_document(record, session, "standard")
    assert document.read_text() == export(record, "md", "standard")
    assert [(tmp_path / name).read_text() for name in ("s.md.bak", "s.md.bak2")] == ["by hand", "again by hand"]
