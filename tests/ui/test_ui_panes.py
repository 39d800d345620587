"""Each pane shows its own things, and what is typed in it is in the record and on the disk."""

import pytest
from driving import LARGE, SMALL, Open
from seed_incidents import payments

from noblame.analysis.cells import cells
from noblame.model import PARTS, Part, Record

OWN: dict[Part, tuple[str, ...]] = {
    "opening": ("Read aloud", "In the room", "Ana", "Dana", "Norms"),
    "timeline": ("14:20", "Config pushed", "Queue alert", "Queue drained", "detected"),
    "analysis": ("Mail was late", "Queue was full", "Consumer stopped", "Fishbone"),
    "actions": ("Action", "Owner", "Not answered yet", "No alert on age"),
    "closing": ("Read back", "What we learned"),
}


@pytest.mark.parametrize("size", [SMALL, LARGE, (60, 20)])
@pytest.mark.parametrize("part", PARTS)
async def test_a_pane_shows_its_own_things_in_its_place(open_room: Open, part: Part, size: tuple[int, int]):
    async with open_room(part=part, size=size) as room:
        for keys in ("f1", "?"):
            lines = room.screen_text()
            room.shows(*OWN[part][: None if size[1] > 20 else 1])
            assert len(lines) == size[1]
            assert max(cells(line) for line in lines) <= size[0]
            assert "Mail queue stuck" in lines[0]
            assert all(f"{number} " in lines[1] for number in range(1, 6))
            assert "❯" in lines[-3]
            assert f"{keys} help" in lines[-1]
            assert sum(span.tone == "accent" for span in room.meeting._foot.lines[0]) <= 7
            await room.press("escape")


TYPED: list[tuple[Part, str, str, str, str]] = [
    ("opening", "chen as scribe", "people", "name", "Chen"),
    ("timeline", "14:40 the queue is full @ana", "events", "text", "the queue is full"),
    ("analysis", "nobody watched the age of mail", "causes", "text", "nobody watched the age of mail"),
    ("actions", "Page on mail age @ana p1 fri", "actions", "owner", "ana"),
    ("closing", "+ the drill helped", "lessons", "kind", "well"),
    ("closing", "/park the other queue", "notes", "kind", "parked"),
    ("timeline", "? who owns the queue", "notes", "kind", "question"),
    ("analysis", "/remedy a bigger queue", "notes", "kind", "remedy"),
    ("actions", "/dissent the alert was fine", "notes", "kind", "dissent"),
]


async def test_a_typed_line_is_kept(open_room: Open):
    async with open_room(size=LARGE) as room:
        for part, text, kept, field, value in TYPED:
            room.meeting.view(part)
            before = {entry.id for entry in getattr(room.record, kept)}
            await room.type_line(text)
            assert not room.draft
            await room.saved()
            room.shows("saved ✓", value if field in ("name", "text") else "")
            record = room.record
            assert [getattr(entry, field) for entry in getattr(record, kept) if entry.id not in before] == [value]
            assert room.reopened() == record


async def test_twenty_lines_in_one_burst_are_twenty_events(open_room: Open, record: Record):
    async with open_room(part="timeline") as room:
        await room.burst("".join(f"15:{number:02d} line {number} of the chat\n" for number in range(20)))
        assert [e.text for e in room.record.events[len(record.events) :]] == [f"line {n} of the chat" for n in range(20)]
        await room.saved()
        assert room.reopened() == room.record


async def test_a_paste_of_several_lines_is_one_step_and_its_rest_stays_to_be_finished(open_room: Open, record: Record):
    async with open_room(part="timeline") as room:
        await room.burst("15:10 be")
        await room.paste("gun\r\n\r\n15:11 went on\n15:12 not fin")
        assert [event.text for event in room.record.events[-2:]] == ["begun", "went on"]
        assert room.draft == "15:12 not fin"
        await room.burst("ished\n")
        assert room.record.events[-1].text == "not finished"
        await room.press("ctrl+z")
        await room.press("ctrl+z")
        assert room.record.events == record.events


@pytest.mark.parametrize("size", [(59, 20), (60, 19), (50, 15)])
async def test_a_window_that_is_too_small_says_so_and_comes_back(open_room: Open, size: tuple[int, int]):
    async with open_room(part="timeline", size=size) as room:
        room.shows("This window is too small", "60 columns and 20 rows")
        await room.pilot.resize_terminal(*SMALL)
        await room.settled()
        room.shows(*OWN["timeline"])


async def test_a_narrow_meeting_can_be_widened(open_room: Open):
    async with open_room(part="analysis", size=SMALL) as room:
        await room.pilot.resize_terminal(*LARGE)
        await room.settled()
        await room.settled()
        room.shows(*OWN["analysis"], "min", "draft")
        assert {cells(line) for line in room.screen_text()} <= set(range(LARGE[0] + 1))


async def test_the_line_says_what_enter_will_do_and_completes_names(open_room: Open):
    async with open_room(part="timeline") as room:
        await room.burst("14:45 finding it was @an")
        room.shows("◉ finding", "between 14:30 and 15:00", "Ana")
        await room.press("tab")
        assert room.draft == "14:45 finding it was @ana "
        await room.press("enter")
        assert room.record.events[2].who == ("ana",)


async def test_what_has_no_meaning_is_told_in_a_sentence(open_room: Open, record: Record):
    async with open_room(part="timeline") as room:
        await room.type_line("/nonsense")
        room.shows("There is no /nonsense")
        assert room.record is room.app.editor.record
        assert room.record == record


@pytest.mark.parametrize("size", [(4, 4), (20, 5), (45, 20)])
async def test_every_place_is_drawn_in_a_window_of_any_size(open_room: Open, size: tuple[int, int]):
    async with open_room(payments(), size=size) as room:
        for key in ("f3", "f4", "f5", "f6", "f2"):
            await room.press(key, "escape", "down", "v", "m", "escape")
        await room.press("ctrl+l", "escape", "f1", "escape", "alt+c", "escape", "i", "slash", "escape")
        assert room.app.return_code is None
