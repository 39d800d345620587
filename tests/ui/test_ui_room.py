"""Facilitating the room: votes, the four notes, the stage, the read-back, the clock that owes by its own time."""

import pytest
from driving import LARGE, SMALL, Open

from noblame.model import PARTS, Action, Event, Meeting, Note, Part, Person, Record

CAPTURED = {
    "/e ": "events", "/c ": "causes", "/a ": "actions", "/p ": "notes", "/d ": "notes", "/r ": "notes", "/l ": "lessons",
    "? ": "notes",
}  # fmt: skip


@pytest.mark.parametrize("part", PARTS)
async def test_from_any_part_everything_is_captured_with_four_keys_beside_the_text(open_room: Open, part: Part):
    async with open_room(part=part) as room:
        for prefix, name in CAPTURED.items():
            assert len(prefix) + len(("enter",)) <= 4
            before = len(getattr(room.record, name))
            await room.type_line(f"{prefix}the words {prefix.strip(' /?')}")
            assert len(getattr(room.record, name)) == before + 1
            assert room.meeting.viewed == part


async def test_a_note_remembers_where_and_when_it_came_up(open_room: Open):
    async with open_room(part="timeline") as room:
        await room.choose("e2")
        await room.press("i")
        await room.type_line("/remedy alert on age")
        await room.type_line("/dissent it was the cache @ana settles: the cache log")
        remedy, dissent = room.record.notes
        assert (remedy.kind, remedy.about, remedy.part) == ("remedy", "e2", "timeline")
        assert remedy.said_at == room.clock.now().wall
        assert (dissent.by, dissent.settles, dissent.about) == ("ana", "the cache log", "e2")
        await room.press("f5")
        room.shows("Held remedies", "alert on age", "10:00, timeline, at “Queue alert”")


async def test_thumbs_vote_only_when_the_time_is_up(open_room: Open):
    async with open_room(size=LARGE) as room:
        await room.press("ctrl+n", "ctrl+n")
        await room.type_line("7 2 1")
        assert not room.record.agenda.votes
        assert room.record.events[-1].text == "7 2 1" or any(e.text == "7 2 1" for e in room.record.events)
        for step in (5, 3, 1):
            room.clock.go(30)
            await room.type_line("7 2 1")
            assert room.record.agenda.votes[-1].minutes == step
        assert room.record.agenda.block
        assert room.record.agenda.block.extra == 9
        count = len(room.record.events)
        await room.type_line("7 2 1")
        assert len(room.record.agenda.votes) == 3
        assert len(room.record.events) == count + 1


async def test_the_clock_jumps_where_it_is_told_to(open_room: Open):
    async with open_room() as room:
        await room.press("ctrl+n")
        await room.type_line("/jump act")
        assert (room.meeting.viewed, room.record.agenda.current) == ("actions", 3)
        await room.type_line("/jump 2")
        assert (room.meeting.viewed, room.record.agenda.current) == ("timeline", 1)
        await room.type_line("/jump nowhere")
        room.shows("Name a part")


async def test_a_rebalance_by_one_key_leaves_actions_and_closing(open_room: Open):
    async with open_room(size=LARGE) as room:
        await room.press("ctrl+n")
        room.clock.go(12)
        await room.press("ctrl+r")
        minutes = {block.part: block.planned for block in room.record.agenda.blocks}
        assert minutes["timeline"] + minutes["analysis"] == 28
        assert (minutes["actions"], minutes["closing"]) == (15, 5)
        room.shows("the meeting ends on time")


PRIVATE = Record(
    meeting=Meeting(private_notes="Private words"),
    people=(
        Person(id="ana", name="Ana", roles=("responder",), present=True, turns=7),
        Person(id="dana", name="Dana", roles=("facilitator",), present=True),
    ),
    events=(Event(id="e1", text="The queue grows", kind="detected"),),
    actions=(Action(id="a1", text="Alert on age", owner="ana"), Action(id="a2", text="Say no", owner="dana")),
    notes=(Note(id="n1", text="Old gateway"), Note(id="n2", kind="dissent", text="It was the cache")),
)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_stage_shows_one_thing_a_question_and_the_clock_and_nothing_private(open_room: Open, size: tuple[int, int]):
    async with open_room(PRIVATE, part="timeline", size=size, theme="projector") as room:
        await room.press("ctrl+n", "f3", "ctrl+l")
        room.shows("The queue grows", "What told you that this one mattered?", "of 5:00 for Opening")
        text = "\n".join(room.screen_text())
        assert "Private" not in text
        assert "heard" not in text
        await room.press("a")
        room.shows("What else should we know")
        await room.press("escape")
        assert room.meeting.viewed == "timeline"


async def test_closing_reads_back_empties_the_parking_lot_and_counts_hands(open_room: Open):
    async with open_room(PRIVATE, part="closing", size=LARGE) as room:
        await room.choose("a1")
        room.shows("ana: Alert on age. Do you accept?")
        await room.press("y", "n")
        assert [action.consent for action in room.record.actions] == ["accepted", "declined"]
        await room.choose("n1")
        await room.press("x")
        await room.type_line("@ana")
        assert room.record.notes[0].outcome == "ana takes it"
        await room.type_line("/hands 2 1")
        await room.type_line("/follow-up 31 jan 14:00")
        assert (room.record.meeting.learned, room.record.meeting.again) == (2, 1)
        assert room.record.meeting.follow_up
        room.shows("It was the cache", "held without a name")


async def test_leaving_parked_lines_is_asked_about_once_and_never_refused(open_room: Open):
    async with open_room(PRIVATE) as room:
        await room.press(*["ctrl+n"] * 6)
        room.shows("1 parked line is left")
        assert room.record.agenda.ended is None
        await room.press("ctrl+n")
        assert room.record.agenda.ended is not None


async def test_a_preread_is_written_and_what_changed_since_is_told(open_room: Open):
    async with open_room(size=LARGE) as room:
        await room.type_line("/preread")
        written = room.path.with_suffix(".preread.md")
        assert "# Pre-read: Mail queue stuck" in written.read_text(encoding="utf-8")
        assert room.record.meeting.preread_at == room.clock.now().wall
        await room.type_line("/e 14:40 operators paged")
        room.shows("Since the pre-read", "+1 event")


async def test_the_checklist_is_ticked_line_by_line(open_room: Open):
    async with open_room(size=LARGE) as room:
        await room.type_line("/checklist")
        room.shows("Draft written", "Patterns reviewed across incidents  ")
        await room.press("enter")
        assert room.record.meeting.done == ("Draft written",)


async def test_the_opening_names_its_next_step_once_the_meeting_runs(open_room: Open):
    async with open_room() as room:
        await room.press("ctrl+n")
        room.shows("Ask whether everyone agrees to notes being kept")


async def test_any_key_leaves_the_tour(open_room: Open):
    async with open_room() as room:
        await room.type_line("/tour")
        room.shows("1 of 10", "any key leaves the tour")
        await room.press("x")
        assert room.app.screen is room.meeting
        assert room.draft == ""
