"""The agenda runs over deadlines, is moved by few keys, and survives leaving the program."""

import pytest
from driving import LARGE, Open

from noblame.model import Record
from noblame.ui import dock


async def test_the_meeting_starts_goes_on_and_ends(open_room: Open):
    async with open_room(size=LARGE) as room:
        seen: list[str] = []
        for _ in range(5):
            await room.press("ctrl+n")
            seen.append(room.meeting.viewed)
            room.clock.go(4)
        assert seen == ["opening", "timeline", "analysis", "actions", "closing"]
        await room.press("f7")
        assert room.meeting.viewed == "actions"
        await room.press("f8", "f8")
        room.shows("The meeting is over")
        assert room.record.agenda.ended == room.clock.now().wall


async def test_looking_at_another_part_leaves_the_clock_alone(open_room: Open):
    async with open_room() as room:
        await room.press("ctrl+n")
        agenda = room.record.agenda
        for key, part in (("f3", "timeline"), ("f6", "closing"), ("alt+1", "opening")):
            await room.press(key)
            assert room.meeting.viewed == part
        assert room.record.agenda == agenda


async def test_minutes_more_a_pause_and_the_place_survive_reopening(open_room: Open, record: Record):
    async with open_room(size=LARGE) as room:
        await room.press("ctrl+n", "ctrl+n")
        room.clock.go(3)
        await room.press("ctrl+t")
        room.meeting.refresh_head()
        await room.settled()
        room.shows("2 Timeline 3:00/20:00")
        await room.press("f10")
        room.clock.go(30)
        room.meeting.refresh_head()
        await room.settled()
        room.shows("3:00/20:00 ‖")
        await room.saved()
        left = room.record.agenda
    async with open_room(None, size=LARGE) as room:
        assert room.record.agenda == left
        assert room.meeting.viewed == "timeline"
        room.shows("3:00/20:00 ‖")
        await room.press("f10")
        room.clock.go(25)
        room.meeting.refresh_head()
        await room.settled()
        room.shows("28:00/20:00", "▲ 5 min over")


async def test_time_goes_on_while_the_program_is_away(open_room: Open):
    async with open_room(size=LARGE) as room:
        await room.press("ctrl+n")
        await room.saved()
    async with open_room(None, size=LARGE) as room:
        room.clock.go(4)
        room.meeting.refresh_head()
        await room.settled()
        room.shows("1 Opening 4:00/5:00")


async def test_before_the_start_keys_of_the_clock_say_why_not(open_room: Open):
    async with open_room() as room:
        before = room.record
        await room.press("ctrl+t")
        await room.press("f10")
        assert room.record is before
        await room.type_line("/agenda extended")
        assert [block.minutes for block in room.record.agenda.blocks] == [5, 15, 20, 15, 10, 20, 5]
        await room.press("ctrl+n")
        await room.type_line("/agenda quick")
        room.shows("The meeting has started")


async def test_the_clock_speaks_once_what_was_said_has_been_read(open_room: Open, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dock, "_READING", float("inf"))
    async with open_room(size=LARGE) as room:
        await room.press("ctrl+n")
        await room.type_line("/timebox soon")
        room.clock.go(6)
        room.meeting._tick()
        await room.settled()
        room.shows("Say how many minutes", "time's up")
        monkeypatch.setattr(dock, "_READING", 0.0)
        room.meeting._tick()
        await room.settled()
        room.shows("Time's up for Opening")
