"""Cutting what was imported down to the story, and reading it with the room."""

from datetime import UTC, datetime, timedelta

import pytest
from driving import LARGE, SMALL, Open

from noblame.model import Event, Record
from noblame.model.settings import Settings
from noblame.ui.screens.page import PageScreen

FIRST = datetime(2024, 1, 15, 14, 0, tzinfo=UTC)


@pytest.fixture
def imported(record: Record) -> Record:
    """The small incident, and sixty rows of a chat around it."""
    rows = tuple(
        Event(
            id=f"m{n}",
            at=FIRST + timedelta(minutes=n) if n else None,
            text="let us roll back" if n == 45 else f"message {n}",
            who=("ana" if n % 2 else "bob",),
            kind="decision" if n == 45 else "observed",
            source="slack_export",
            origin="#incident",
            native_id=str(n),
            hidden=n in (50, 51),
            aside="joined the channel" if n in (50, 51) else "",
        )
        for n in range(60)
    )
    events = sorted((*record.events, *rows), key=lambda event: event.at or datetime.max.replace(tzinfo=UTC))
    return record.but(events=tuple(events))


async def test_a_filter_follows_every_letter_and_escape_lets_go(open_room: Open, imported: Record):
    async with open_room(imported, part="timeline", size=LARGE) as room:
        room.shows("0 of 60 imported rows starred · 60 hidden as evidence, a shows those · 1 without a time")
        await room.press("escape", "f")
        await room.burst("message 4")
        room.shows("message 4: 14 of 63 rows", "message 44", "show only")
        await room.burst(" @bob")
        room.shows("message 4 @bob: 10 of 63 rows")
        await room.press("enter")
        room.shows("message 44")
        assert room.draft == ""
        await room.press("escape")
        room.shows("60 hidden as evidence")
        await room.press("f", *"xyz", "escape")
        room.shows("60 hidden as evidence", "Config pushed")


async def test_a_stretch_is_marked_and_starred_at_once(open_room: Open, imported: Record):
    async with open_room(imported, part="timeline") as room:
        await room.press("escape", "a")
        await room.choose("m5")
        await room.press("shift+down", "shift+down", "j")
        assert room.rows.marked == ("m5", "m6", "m7", "m8")
        await room.press("s")
        assert [event.id for event in room.record.events if event.star] == ["m5", "m6", "m7", "m8"]
        assert room.rows.marked == ()
        await room.press("ctrl+z")
        assert room.record == imported
        await room.choose("m5")
        await room.press("m", "k", "escape")
        assert room.rows.marked == ()
        assert room.rows.has_focus


async def test_marked_rows_become_one_and_come_back(open_room: Open, imported: Record):
    async with open_room(imported, part="timeline") as room:
        await room.press("escape", "a")
        await room.choose("m5")
        await room.press("m", "j", "j", "C")
        room.shows("message 5  ×3")
        assert "message 6" not in "\n".join(room.screen_text())
        await room.press("C")
        assert room.record == imported
        await room.press("C")
        room.shows("Mark several rows first")


async def test_hiding_takes_a_row_out_of_sight_and_the_list_of_reasons_opens_it(open_room: Open, imported: Record):
    async with open_room(imported, part="timeline") as room:
        await room.press("escape", "a")
        await room.choose("m5")
        await room.press("h")
        assert room.record.event("m5").hidden
        await room.press("b")
        assert isinstance(room.app.screen, PageScreen)
        room.shows("1  without a time", "1  set aside by hand", "2  joined the channel")
        await room.press("down", "down", "enter")
        room.shows('noise:"joined the channel": 2 of 63 rows', "message 50", "set aside: joined the channel")
        await room.choose("m50")
        await room.press("h")
        assert room.record.event("m50").open


async def test_candidates_are_jumped_to_and_say_why(open_room: Open, imported: Record):
    async with open_room(imported, part="timeline", size=LARGE) as room:
        await room.press("escape", "home", "n")
        assert room.rows.chosen == "m20"
        room.shows("At the time of change", "2 min before change", "all but 2 shown, b lists those")
        await room.choose("m40")
        await room.press("n")
        assert room.rows.chosen == "m45"
        room.shows("Reads as decision")
        await room.press("N")
        assert room.rows.chosen == "m32"
        await room.press("home", "N")
        room.shows("No other row above stands out; filter with f, or go down with n.")
        await room.press("end", "n")
        room.shows("No other row below stands out; filter with f, or go back up with N.")


async def test_a_change_before_the_signal_is_told_by_minutes(open_room: Open):
    async with open_room(part="timeline", size=LARGE) as room:
        room.shows("Config pushed  10 min before the first signal")


async def test_questions_are_ticked_kept_open_and_answered(open_room: Open):
    async with open_room(part="timeline", size=LARGE) as room:
        await room.choose("e2")
        room.shows("Ask about the detection   1 What made this visible?   2 How sure was the signal?")
        await room.press("2")
        assert room.record.event("e2").asked == ("How sure was the signal?",)
        room.shows("2 ✓ How sure was the signal?")
        await room.press("2")
        room.shows("2 ? How sure was the signal?", "Kept as an open question")
        await room.press("x", *"Twice a week it lies", "enter")
        (note,) = room.record.notes
        assert (note.about, note.outcome) == ("e2", "Twice a week it lies")
        room.shows("2 ✔ How sure")


async def test_a_team_has_its_own_questions(open_room: Open):
    async with open_room(part="timeline", settings=Settings(questions={"resolved": ("How loud was the cheer?",)})) as room:
        await room.choose("e3")
        room.shows("Ask about the recovery   1 How loud was the cheer?")
        await room.press("ctrl+l")
        room.shows("How loud was the cheer?")


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_questions_are_cut_with_an_ellipsis_and_stay_on_one_line(open_room: Open, size: tuple[int, int]):
    async with open_room(part="timeline", size=size) as room:
        await room.choose("e2")
        (said,) = [text.rstrip() for text in room.screen_text() if "Ask about" in text]
        assert len(said) <= size[0]
        assert said.endswith("…") == (size == SMALL)


async def test_a_walk_goes_through_the_story_and_ends(open_room: Open, imported: Record):
    async with open_room(imported, part="timeline", size=LARGE) as room:
        await room.press("escape", "home", "space")
        assert room.rows.chosen == "e1"
        await room.press("space", "space")
        assert room.rows.chosen == "e3"
        room.shows("by ana")
        await room.press("space")
        room.shows("That was the last event of the story.")
        assert "by ana" not in "\n".join(room.screen_text())


async def test_pages_show_figures_and_lanes(open_room: Open, record: Record):
    async with open_room(record, part="timeline", size=LARGE) as room:
        await room.press("escape", "w")
        room.shows(
            "response window", "30 min", "14:30 detected “Queue alert” to 15:00 resolved", "needs acknowledged and a finding"
        )
        room.shows("Nothing says when somebody took it on.", "Recorded when")
        await room.press("escape", "L")
        room.shows("what each knew when", "nobody named", "responder", "Queue drained")
        await room.press("down", "down", "enter")
        assert room.rows.chosen == "e3"


async def test_the_gaps_that_are_asked_about_can_be_set(open_room: Open, record: Record):
    seen = Event(id="e4", at=record.events[1].at + timedelta(minutes=6), text="seen")
    async with open_room(record.but(events=(*record.events[:2], seen, record.events[2])), part="timeline") as room:
        room.shows("24 min with nothing recorded")
        assert "6 min with" not in "\n".join(room.screen_text())
        await room.type_line("/gaps 5")
        room.shows("24 min with nothing recorded", "6 min with nothing recorded")
        await room.type_line("/gaps 0")
        room.shows("Minutes from 1 to 1440")
        assert room.record.incident.gap_minutes == 5


async def test_a_source_is_set_right_from_its_row(open_room: Open, imported: Record):
    async with open_room(imported, part="timeline") as room:
        await room.press("escape", "a")
        await room.choose("m5")
        await room.press("i")
        await room.type_line("/shift -60s")
        assert room.record.event("m5").at == FIRST + timedelta(minutes=4)
        assert room.record.event("e1") is imported.event("e1")
        room.shows("All 60 rows of slack_export #incident are set right by -60s.")


async def test_a_row_without_a_time_is_placed_by_giving_it_one(open_room: Open, imported: Record):
    async with open_room(imported, part="timeline", size=LARGE) as room:
        await room.press("escape", "b")
        room.shows("1  without a time: r gives it one", "2  joined the channel")
        await room.press("enter", "[")
        room.shows("message 0", "Time not known yet", "It has no time yet; r gives it one.")
        await room.press("r", *"14:3?", "enter")
        placed = room.record.event("m0")
        assert placed.precision == "ten"
        assert placed.at == FIRST + timedelta(minutes=30)
        assert placed.shown
        room.shows("Now 14:3? UTC, Mon 15 Jan 2024. Placed in the story")


async def test_words_of_a_chat_offer_a_kind_that_the_list_begins_with(open_room: Open, record: Record):
    said = Event(id="m1", at=FIRST + timedelta(hours=3), text="declaring SEV1 for mail", source="slack_export", native_id="1")
    async with open_room(record.but(events=(*record.events, said)), part="timeline", size=LARGE) as room:
        await room.press("escape", "n")
        assert room.rows.chosen == "m1"
        room.shows("Sounds like declared")
        assert room.record.event("m1").kind == "observed"
        await room.press("t", "enter")
        room.shows("The row of 17:00: declared.")
        assert room.record.event("m1").kind == "declared"


EDITS = [
    (("}",), lambda e: f"{e.at:%d %H:%M}", "16 14:30"),
    (("{",), lambda e: f"{e.at:%d %H:%M}", "14 14:30"),
    (("d", *"it was 14:35", "enter"), lambda e: e.disputed, "it was 14:35"),
    (("l", *["backspace"] * 12, *"network", "enter"), lambda e: e.lane, "network"),
    (("t", *"fin", "enter"), lambda e: e.kind, "finding"),
]


async def test_more_keys_change_the_event_and_undo_takes_it_back(open_room: Open, record: Record):
    async with open_room(part="timeline") as room:
        for keys, seen, wanted in EDITS:
            await room.choose("e2")
            await room.press(*keys)
            assert seen(room.record.event("e2")) == wanted, keys
            await room.press("ctrl+z")
            assert room.record == record


async def test_an_event_is_split_where_two_strokes_stand(open_room: Open, record: Record):
    async with open_room(part="timeline") as room:
        await room.choose("e2")
        await room.press("S", "enter")
        room.shows("Put // where the second event begins.")
        assert room.record == record
        await room.press("S", *" // and it was read", "enter")
        assert [event.text for event in room.record.events][1:3] == ["Queue alert", "and it was read"]
        assert room.rows.chosen == "e4"


async def test_what_fits_several_formats_is_shown_and_chosen(open_room: Open, tmp_path, monkeypatch):
    from noblame.importers import registry

    table = tmp_path / "rows.csv"
    table.write_text("time,text\n2024-01-15T14:00:00Z,one\n2024-01-15T14:01:00Z,two\n", encoding="utf-8")
    delimited, lines = (
        next(i for i in registry.IMPORTERS if i.name == n) for n in ("csv", registry.tables.json_lines.IMPORTER.name)
    )
    for place in ("noblame.ui.attempt.identify", "noblame.importers.registry.identify"):
        monkeypatch.setattr(place, lambda source: [(0.5, delimited), (0.5, lines)])
    async with open_room(part="timeline", size=LARGE) as room:
        await room.type_line(f"/import {table}")
        room.shows("rows.csv may be one of these", delimited.title, lines.title, "2 records")
        await room.press("enter")
        room.shows("nothing is taken yet", "Take 2 rows")
        await room.press("enter")
        assert [event.text for event in room.record.events if event.source] == ["one", "two"]


async def test_where_nothing_is_starred_the_keys_that_bring_rows_are_said(open_room: Open, imported: Record):
    only = imported.but(events=tuple(event for event in imported.events if event.source))
    async with open_room(only, part="timeline", size=SMALL) as room:
        room.shows("60 imported rows are kept as evidence", "a  shows every row", "0 of 60 starred · 60 hidden, a shows those")
        await room.press("escape", "n")
        room.shows("let us roll back")
        await room.press("f", *"nobody said this", "enter")
        room.shows("No row fits.")


async def test_rows_outside_the_hours_of_the_incident_are_counted_and_shown_when_wanted(open_room: Open, imported: Record):
    day = timedelta(days=1)
    early = tuple(event.but(id=f"x{event.id}", at=event.at - day) for event in imported.events if event.source and event.at)
    async with open_room(imported.but(events=(*early, *imported.events)), part="timeline", size=LARGE) as room:
        await room.press("escape", "a")
        room.shows("all but 61 shown, b lists those", "Mon 15 Jan 2024")
        assert "xm3" not in [target.id for target in room.rows.page.targets]
        await room.press("b")
        room.shows("57  outside the hours of the incident, Mon 15 Jan 12:30 to Mon 15 Jan 17:00")
        await room.press("enter")
        room.shows("all but 4 shown")
        assert "xm3" in [target.id for target in room.rows.page.targets]
        await room.press("escape")
        room.shows("all but 61 shown")


async def test_the_cursor_stays_in_sight_where_other_rows_come(open_room: Open, imported: Record):
    async with open_room(imported, part="timeline", size=SMALL) as room:
        await room.press("escape", "G", "a")
        room.shows("▌ 15:00")
