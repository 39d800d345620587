"""Facilitating the room: votes, the four notes, the stage, the read-back, the clock that owes by its own time."""

from datetime import date

import pytest
from driving import LARGE, SMALL, Open

from noblame.model import PARTS, Action, Event, Meeting, Note, Part, Person, Record
from noblame.ui import dock

CAPTURED = {
    "event": ("/e ", "events"), "cause": ("/c ", "causes"), "action": ("/a ", "actions"), "parked": ("/p ", "notes"),
    "remedy": ("/r ", "notes"), "dissent": ("/d ", "notes"), "question": ("? ", "notes"), "lesson": ("/l ", "lessons"),
    "went well": ("+ ", "lessons"), "went poorly": ("- ", "lessons"), "lucky": ("! ", "lessons"),
}  # fmt: skip


@pytest.mark.parametrize("browsing", [False, True], ids=["typing", "browsing"])
@pytest.mark.parametrize("part", PARTS)
async def test_from_any_part_everything_is_captured_with_four_keys_beside_the_text(open_room: Open, part: Part, browsing: bool):
    async with open_room(PRIVATE, part=part, size=LARGE) as room:
        for kind, (prefix, name) in CAPTURED.items():
            before = getattr(room.record, name)
            if browsing:
                room.rows.focus()
                await room.settled()
            beside = [*(("i",) if browsing and not prefix.startswith("/") else ()), *prefix, "enter"]
            assert len(beside) <= 4
            text = f"words of {kind}"
            await room.press(beside[0])
            await room.burst(f"{''.join(beside[1:-1])}{text}\n")
            made = [entry for entry in getattr(room.record, name) if entry not in before]
            assert [entry.text for entry in made] == [text]
            assert kind in ("event", "cause", "action", "lesson") or made[0].kind in (kind, kind.removeprefix("went "))
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


async def test_thumbs_vote_only_when_the_time_is_up_or_nearly_so(open_room: Open):
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


async def test_a_tangent_gets_its_minutes(open_room: Open, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dock, "_READING", 0.0)
    async with open_room(size=LARGE) as room:
        await room.press("ctrl+n", "ctrl+n")
        await room.type_line("/timebox 3")
        room.shows("The tangent has 3 min from now")
        room.clock.go(3)
        room.meeting._tick()
        await room.settled()
        room.shows("◷ tangent over", "The tangent has had its time: /park keeps it")


async def test_a_block_inside_a_part_says_what_it_is_about_as_it_begins(open_room: Open):
    async with open_room() as room:
        await room.type_line("/agenda extended")
        await room.press(*["ctrl+n"] * 4)
        room.shows("Contributing factors: What made it worse")
        room.clock.go(3)
        room.meeting._tick()
        await room.settled()
        assert not any("What made it worse" in text for text in room.screen_text())


async def test_with_one_terminal_the_inbox_is_screened_on_demand(open_room: Open):
    async with open_room() as room:
        inbox = room.path.with_name("session.inbox")
        inbox.mkdir()
        for name, words in (("ana", "I was afraid to say it"), ("bo", "Not this one")):
            (inbox / f"{name}.txt").write_text(words, encoding="utf-8")
        await room.press("space", "backspace")
        room.shows("2 notes without a name wait")
        await room.type_line("/inbox")
        room.shows("I was afraid to say it", "Not this one")
        first = "afraid" in "\n".join(room.screen_text()).split("leave it out")[0]
        await room.press(*(("enter", "down", "enter") if first else ("down", "enter", "enter")))
        assert [(note.kind, note.text, note.by) for note in room.record.notes] == [("question", "I was afraid to say it", "")]
        assert (inbox / "dropped" / "bo.txt").exists()
        await room.type_line("/inbox")
        room.shows("No note waits")


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
        room.shows("to end on time")


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
        await room.choose("a1")
        await room.press("ctrl+l")
        room.shows("ana, what could get in the way?")
        await room.press("space")
        room.shows("Who else could take it?")
        await room.press("escape")
        await room.choose("a2")
        await room.press("d")
        await room.type_line("2024-02-09")
        assert (str(room.record.actions[1].due), room.record.actions[1].consent) == ("2024-02-09", "accepted")
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


async def test_what_nobody_owns_is_taken_by_somebody_or_stays_open(open_room: Open, record: Record):
    given = record.but(actions=(Action(id="a1", text="Page on the age of mail", due=date(2024, 2, 2)),))
    async with open_room(given, part="closing", size=LARGE) as room:
        await room.choose("a1")
        await room.press("y", "enter")
        assert room.record.action("a1") == given.action("a1")
        await room.press("y", *"@omar", "enter")
        assert (room.record.action("a1").owner, room.record.action("a1").consent) == ("omar", "accepted")


async def test_another_date_that_is_none_leaves_the_one_that_was_agreed(open_room: Open, record: Record):
    given = record.but(actions=(Action(id="a1", text="Page on the age of mail", owner="ana", due=date(2024, 2, 2)),))
    async with open_room(given, part="closing", size=LARGE) as room:
        await room.choose("a1")
        await room.press("d", *"when we can", "enter")
        room.shows("when we can is not a date")
        assert room.record.action("a1") == given.action("a1")
