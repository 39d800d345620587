"""The preview of an import: what is asked is answered in place, and nothing is taken before it is said."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from driving import LARGE

TABLE = (
    "Wann;Wer;Was;Notiz\n15.01.2024 14:00;Ann;pool exhausted;the pool of the database ran dry\n15.01.2024 14:05;Bo;;rolled back\n"
)
CHAT = "[14:00] <ann> the queue is growing\n[14:01] *** bo has joined #ops\n[14:02] <bo> looking\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "notes.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


async def test_the_zone_is_asked_and_answered_in_the_preview(open_room, table):
    async with open_room(part="timeline", size=LARGE) as room:
        await room.type_line(f"/import {table}")
        room.shows("nothing is taken yet", "times are written without a zone", "zone ❯")
        assert "--zone" not in "\n".join(room.screen_text())
        await room.press(*["backspace"] * 20, *"+02:00", "enter")
        room.shows("Take 2 rows", "+02:00", "column 'Wann'", "column 'Was'")
        assert not [event for event in room.record.events if event.source]
        await room.press("enter")
        events = [event for event in room.record.events if event.source]
        assert [event.at for event in events] == [
            datetime(2024, 1, 15, 14, m, tzinfo=timezone(timedelta(hours=2))) for m in (0, 5)
        ]


async def test_what_cannot_be_an_answer_is_said_and_asked_again(open_room, table):
    async with open_room(part="timeline", size=LARGE) as room:
        await room.type_line(f"/import {table}")
        await room.press(*["backspace"] * 20, *"Atlantis", "enter")
        room.shows("“Atlantis” is not a zone that can be used")
        await room.press("escape")
        assert "nothing is taken yet" not in "\n".join(room.screen_text())


async def test_a_column_is_chosen_among_the_titles(open_room, table):
    async with open_room(part="timeline", size=LARGE) as room:
        await room.type_line(f"/import {table}")
        await room.press("enter", *["down"] * 5)
        await room.press("enter")
        room.shows("text ❯")
        await room.press("down", "down", "down", "enter")
        room.shows("column 'Notiz'")
        await room.press("enter")
        assert [event.text for event in room.record.events if event.source] == ["the pool of the database ran dry", "rolled back"]


async def test_one_question_follows_another_and_hidden_rows_open(open_room, tmp_path):
    path = tmp_path / "ops.log"
    path.write_text(CHAT, encoding="utf-8")
    async with open_room(part="timeline", size=LARGE) as room:
        await room.type_line(f"/import {path}")
        room.shows("date ❯")
        await room.press(*"2024-01-15", "enter")
        room.shows("zone ❯")
        await room.press(*["backspace"] * 20, *"UTC", "enter")
        room.shows("Take 2 rows", "joined the channel")
        assert "line 2" not in "\n".join(room.screen_text())
        await room.press(*["down"] * 9, "enter")
        room.shows("ops.log, line 2")
        await room.press(*["up"] * 9, "enter")
        assert [e.at for e in room.record.events if e.source and not e.hidden] == [
            datetime(2024, 1, 15, 14, m, tzinfo=UTC) for m in (0, 2)
        ]


async def test_a_folder_is_shown_file_by_file_and_taken_as_one_step(open_room, tmp_path):
    folder = tmp_path / "records"
    folder.mkdir()
    (folder / "chat.log").write_text(CHAT, encoding="utf-8")
    (folder / "one.csv").write_text("time,what\n2024-01-15T14:00:00Z,the pool is dry\n", encoding="utf-8")
    (folder / "two.csv").write_text("time,what\n2024-01-15T14:10:00Z,the pool is full\n", encoding="utf-8")
    (folder / "letter.txt").write_text("Dear all,\nnothing here.\n", encoding="utf-8")
    async with open_room(part="timeline", size=LARGE) as room:
        before = room.record
        await room.type_line(f"/import {folder}")
        room.shows("Take 2 rows of 2 files", "chat.log", "asks for the date", "1 left out", "letter.txt: looks like text")
        await room.press("down", "enter", *"2024-01-15", "enter", *["backspace"] * 20, *"UTC", "enter")
        room.shows("Take 2 rows into the timeline")
        await room.press("enter")
        room.shows("Take 4 rows of 3 files")
        await room.press("down", "enter", "escape")
        room.shows("Take 3 rows of 2 files", "1 rows, left out")
        await room.press("up", "up", "enter")
        room.shows("4 rows added")
        assert sorted({event.source for event in room.record.events if event.source}) == ["csv", "irc"]
        await room.press("escape", "ctrl+z")
        assert room.record == before
