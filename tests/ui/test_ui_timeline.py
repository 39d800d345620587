"""What keys do to the rows of the timeline, and that each can be taken back."""

from collections.abc import Callable
from datetime import timedelta

from driving import LARGE, Open

from noblame.model import Event, Record


def text_of(record: Record) -> list[tuple[str, str]]:
    return [(f"{event.at:%H:%M}" if event.at else "", event.text) for event in record.events]


CHANGES: list[tuple[tuple[str, ...], Callable[[Event], object], object]] = [
    (("]",), lambda e: f"{e.at:%H:%M}", "14:31"),
    (("[",), lambda e: f"{e.at:%H:%M}", "14:29"),
    (("s",), lambda e: e.star, True),
    (("c",), lambda e: e.kind, "acknowledged"),
    (("h",), lambda e: e.hidden, True),
    (("v", *"OPS-7", "enter"), lambda e: e.evidence, ("OPS-7",)),
    (("r", *["backspace"] * 5, *"14:52", "enter"), lambda e: f"{e.at:%H:%M}", "14:52"),
]


async def test_a_key_changes_the_event_and_undo_takes_it_back(open_room: Open, record: Record):
    async with open_room(part="timeline") as room:
        for keys, seen, wanted in CHANGES:
            await room.choose("e2")
            await room.press(*keys)
            assert seen(room.record.event("e2")) == wanted, keys
            changed = room.record
            await room.press("ctrl+z")
            assert room.record == record
            room.shows("Undone: ")
            await room.press("ctrl+y")
            assert room.record == changed
            await room.saved()
            assert room.reopened() == changed
            await room.press("ctrl+z")


async def test_enter_brings_the_line_back_to_be_changed(open_room: Open):
    async with open_room(part="timeline") as room:
        await room.burst("half a thought")
        await room.choose("e2")
        await room.press("enter")
        room.shows("change e2")
        await room.burst(" by hand @ana\n")
        event = room.record.event("e2")
        assert (event.text, event.kind, event.who) == ("Queue alert by hand", "detected", ("ana",))
        assert len(room.record.events) == 3
        assert room.draft == "half a thought"


async def test_escape_leaves_an_entry_as_it_was(open_room: Open, record: Record):
    async with open_room(part="timeline") as room:
        await room.choose("e1")
        await room.press("enter")
        await room.burst("nonsense")
        await room.press("escape")
        assert room.record == record
        assert room.draft == ""
        room.shows("Left as it was.")


async def test_insert_offers_the_time_in_the_middle(open_room: Open):
    async with open_room(part="timeline") as room:
        await room.choose("e2")
        await room.press("o")
        assert room.draft == "14:45 "
        await room.burst("the queue grows\n")
        assert text_of(room.record)[2] == ("14:45", "the queue grows")


async def test_delete_join_and_undo(open_room: Open, record: Record):
    async with open_room(part="timeline") as room:
        await room.choose("e2")
        await room.press("D")
        assert [event.id for event in room.record.events] == ["e1", "e3"]
        room.shows("Removed e2; ctrl+z brings it back.")
        await room.press("ctrl+z")
        assert room.record == record
        await room.choose("e2")
        await room.press("J")
        assert [event.id for event in room.record.events if event.shown] == ["e1", "e3"]
        assert "“Queue alert”" in room.record.event("e1").evidence
        await room.press("ctrl+z")
        assert room.record == record


async def test_moving_past_a_neighbour_keeps_the_cursor_on_the_event(open_room: Open, record: Record):
    events = (record.events[0], record.events[1].but(at=record.events[0].at + timedelta(minutes=1)), record.events[2])
    async with open_room(record.but(events=events), part="timeline") as room:
        await room.choose("e1")
        await room.press("]", "]")
        assert [event.id for event in room.record.events] == ["e2", "e1", "e3"]
        assert room.rows.chosen == "e1"
        assert any("▌" in line and "Config pushed" in line for line in room.screen_text())


async def test_times_can_be_told_in_other_ways(open_room: Open):
    async with open_room(part="timeline", size=LARGE) as room:
        await room.choose("e1")
        await room.press("z")
        room.shows("minutes from the start", "+40m", "Times count from the start of the incident.")
        await room.press("z")
        room.shows("Times are told in UTC.")


async def test_times_count_from_the_first_signal_and_not_from_chatter_of_the_day_before(open_room: Open, record: Record):
    signal = next(event for event in record.events if event.kind == "detected")
    assert signal.at
    told = record.but(
        events=tuple(
            event.but(at=signal.at + timedelta(hours=hours), kind=kind, source=source, id=event_id)
            for event_id, hours, kind, source, event in (
                ("m1", -30, "observed", "slack", signal), ("e1", 0, "detected", "", signal), ("e2", 1, "resolved", "", signal),
            )
        )
    )  # fmt: skip
    async with open_room(told, part="timeline", size=LARGE) as room:
        await room.press("escape", "a", "z")
        room.shows("minutes from the start")
        text = "\n".join(room.screen_text())
        assert "+0m" in text
        assert "+1h" in text


async def test_the_zone_in_use_is_always_printed(open_room: Open, record: Record):
    prague = record.but(incident=record.incident.but(zone="Europe/Prague"))
    async with open_room(prague, part="timeline", size=LARGE) as room:
        await room.choose("e1")
        room.shows("· Europe/Prague", "15:20")
        await room.press("z")
        room.shows("· UTC", "14:20", "Times are told in UTC.")
        await room.press("r")
        room.shows("new time, Europe/Prague")


async def test_insert_says_seconds_and_the_day_where_they_are_needed(open_room: Open, record: Record):
    first, second, last = record.events
    soon = first.but(at=first.at + timedelta(seconds=10))
    close = record.but(events=(soon, second.but(at=first.at + timedelta(seconds=50)), last.but(at=first.at + timedelta(days=3))))
    async with open_room(close, part="timeline", size=LARGE) as room:
        await room.choose("e1")
        await room.press("o")
        assert room.draft == "14:20:30 "
        await room.press("escape", *["backspace"] * 9)
        await room.choose("e2")
        await room.press("o")
        assert room.draft == "2024-01-17 02:20 "


async def test_the_other_version_and_the_answer_stand_below_their_event(open_room: Open, record: Record):
    async with open_room(record, part="timeline", size=LARGE) as room:
        await room.choose("e1")
        await room.press("d", *"after lunch", "enter")
        await room.choose("e2")
        await room.choose("e1")
        room.shows("≠ Others remember: after lunch")


async def test_imported_rows_are_aside_until_starred(open_room: Open, record: Record):
    chat = Event(id="e4", at=record.events[1].at, text="chatter", source="slack-export", native_id="1")
    async with open_room(record.but(events=(*record.events[:2], chat, record.events[2])), part="timeline") as room:
        room.shows("0 of 1 starred")
        assert "chatter" not in "\n".join(room.screen_text())
        await room.press("escape", "a")
        room.shows("chatter", "☆")
        await room.choose("e4")
        await room.press("s", "a")
        room.shows("chatter", "★", "1 of 1 imported rows starred")


async def test_tab_names_the_kind_of_the_next_line_only(open_room: Open):
    async with open_room(part="timeline") as room:
        await room.press("tab")
        room.shows("next is change")
        await room.type_line("14:21 pushed again")
        await room.type_line("14:22 looked on")
        assert [event.kind for event in room.record.events[1:3]] == ["change", "observed"]


async def test_a_line_being_changed_keeps_its_day_wherever_the_cursor_goes(open_room: Open, record: Record):
    first = record.events[0]
    early = record.but(events=(first.but(at=first.at - timedelta(days=400)), *record.events[1:]))
    async with open_room(early, part="timeline") as room:
        await room.choose(first.id)
        await room.press("enter", "down", "down")
        await room.burst(" by hand\n")
        changed = room.record.event(first.id)
        assert (changed.text, changed.at) == (f"{first.text} by hand", early.events[0].at)
