"""Every declared command can be run where it is offered, from its key, the palette and the slash."""

import itertools
from collections import Counter

import pytest
from driving import LARGE, SMALL, Open
from textual.command import CommandPalette

from noblame.editor.commands import COMMANDS, Command, footer, named
from noblame.model import PARTS, Part, Record
from noblame.store.session import SessionFile
from noblame.ui.panes.actions import ActionsPane
from noblame.ui.panes.analysis import AnalysisPane
from noblame.ui.panes.closing import ClosingPane
from noblame.ui.panes.opening import OpeningPane
from noblame.ui.panes.timeline import TimelinePane
from noblame.ui.screens.everywhere import Everywhere
from noblame.ui.screens.page import PageScreen

PANES = {pane.part: pane for pane in (OpeningPane, TimelinePane, AnalysisPane, ActionsPane, ClosingPane)}
CURSOR = {"down", "j", "up", "k", "home", "end", "G", "pageup", "pagedown", "slash", "i", "escape", "question_mark"}
"""Keys that the list itself takes before any command."""


@pytest.mark.parametrize("item", COMMANDS, ids=lambda item: item.id)
def test_a_command_has_somebody_who_does_it(item: Command):
    for part in item.parts:
        doer = getattr(PANES[part], f"do_{item.id}", None) or getattr(Everywhere, f"do_{item.id}", None)
        assert callable(doer), part
    assert item.browse or named(item.slash) is item


@pytest.mark.parametrize("part", PARTS)
def test_no_two_commands_of_a_place_have_one_key(part: Part):
    here = Counter(key for item in COMMANDS if part in item.parts for key in item.keys)
    assert [key for key, count in here.items() if count > 1] == []
    assert not CURSOR & set(here)
    assert 1 <= len(footer(part)) <= 6


def test_every_doer_is_declared():
    declared = {item.id for item in COMMANDS}
    done = {name.removeprefix("do_") for owner in (*PANES.values(), Everywhere) for name in dir(owner) if name.startswith("do_")}
    assert done == declared


async def test_the_palette_opens_over_every_part_and_closes(open_room: Open):
    async with open_room(size=SMALL) as room:
        for part in PARTS:
            room.meeting.view(part)
            await room.press("ctrl+p")
            assert isinstance(room.app.screen, CommandPalette)
            await room.press("escape")
            assert room.app.screen is room.meeting


async def test_a_command_chosen_in_the_palette_is_run(open_room: Open):
    async with open_room() as room:
        await room.press("ctrl+k")
        await room.burst("next part")
        await room.pilot.pause()
        await room.press("down", "enter")
        await room.pilot.pause()
        assert room.record.agenda.started is not None


async def test_help_shows_the_keys_of_the_place_and_closes(open_room: Open):
    async with open_room(size=LARGE) as room:
        for part, key in itertools.product(PARTS, ("f1", "?")):
            room.meeting.view(part)
            await room.press("escape", key)
            room.shows(f"help for {part.title()}", "What a line can hold")
            seen = room.screen_text()
            for _ in range(6):
                await room.press("pagedown")
                seen += room.screen_text()
            missing = [item.id for item in COMMANDS if part in item.parts and not any(item.title in line for line in seen)]
            assert not missing
            await room.press("q")
            assert room.app.screen is room.meeting
            await room.press("i")


async def test_a_key_of_another_place_only_says_where_it_belongs(open_room: Open, record: Record):
    async with open_room() as room:
        for part in PARTS:
            room.meeting.view(part)
            elsewhere = [
                key for item in COMMANDS if not item.browse and part not in item.parts for key in item.keys if len(key) > 1
            ]
            for key in elsewhere:
                await room.press(key)
                room.shows("That belongs to ")
        assert room.record == record


async def test_a_slash_alone_offers_what_there_is(open_room: Open):
    async with open_room(part="timeline") as room:
        await room.burst("/inc")
        room.shows("/incident")
        await room.press("escape")
        assert not room.meeting.dock.choices.open
        await room.press(*["backspace"] * 4)
        await room.type_line("/incident severity SEV1")
        assert room.record.incident.severity == "SEV1"


async def test_the_document_is_shown_and_written(open_room: Open):
    async with open_room(part="closing") as room:
        await room.type_line("/document")
        assert isinstance(room.app.screen, PageScreen)
        room.shows("Mail queue stuck")
        await room.press("escape")
        await room.type_line("/export")
        room.shows("Written: ")
        assert "Mail queue stuck" in room.path.with_suffix(".md").read_text()
        await room.type_line("/export html")
        assert "<title>Mail queue stuck" in room.path.with_suffix(".html").read_text()
        await room.type_line("/export redact html")
        room.shows("what readers outside will not see", "− ana")
        await room.press("escape")
        room.shows("Nothing was written.")
        await room.type_line("/export redact html")
        await room.press("enter")
        assert "ana" not in room.path.with_suffix(".redacted.html").read_text().casefold().split("</style>")[1].split()
        await room.type_line("/export ../nothing/here")
        room.shows("There is no profile '../nothing/here'")


async def test_quit_asks_while_the_disk_takes_nothing(open_room: Open, monkeypatch):
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    async with open_room(part="timeline") as room:
        with monkeypatch.context() as broken:
            broken.setattr("noblame.store.session.write_atomically", full)
            await room.type_line("14:33 last words")
            for _ in range(500):
                if room.app.editor.trouble:
                    break
                await room.pilot.pause(0.01)
            await room.settled()
            room.shows("not saved: No space left on device", "/save-to PATH")
            await room.press("f1", "ctrl+q")
            room.shows("This is not saved yet. ctrl+q again leaves, with a copy put aside.")
            await room.type_line("14:34 even later words")
            await room.press("ctrl+q")
            room.shows("This is not saved yet. ctrl+q again leaves, with a copy put aside.")
            assert room.app.is_running
        other = room.path.with_name("elsewhere.toml")
        await room.type_line(f"/save-to {other}")
        await room.saved()
        assert SessionFile.open(other).record == room.record


async def test_quit_leaves_with_everything_saved(open_room: Open):
    async with open_room(part="timeline") as room:
        await room.type_line("14:33 last words")
        await room.press("ctrl+q")
        left = room.record
    assert room.reopened().events == left.events


async def test_keys_in_a_burst_are_read_by_what_has_them_when_their_turn_comes(open_room: Open, record: Record):
    """As they come over a slow line or from a macro: what opens the line, the words, what leaves it, a key for the list."""
    async with open_room(part="timeline", size=LARGE) as room:
        first = record.events[0]
        await room.choose(first.id)
        await room.burst("oDave dived down\n")
        assert "Dave dived down" in [event.text for event in room.record.events]
        assert len(room.record.events) == len(record.events) + 1
        await room.choose(first.id)
        await room.burst("r14:01\ns")
        moved = room.record.event(first.id)
        assert moved
        assert moved.at
        assert moved.star != first.star
        assert f"{moved.at:%H:%M}" == "14:01"
        await room.burst("/park who owns it\n")
        assert room.record.notes[-1].text == "who owns it"
        assert room.draft == ""
        room.meeting.dock.field.focus()
        for key in [
            *"14:50 Evx",
            "backspace",
            "e",
            "home",
            "delete",
            "1",
            "end",
            *" is here",
            "ctrl+u",
            *"14:51 Bob went",
            "enter",
        ]:
            room._send(key)
        await room.settled()
        assert "Bob went" in [event.text for event in room.record.events]
        for key in [*"oneX", "backspace", *" two", "left", "left", "left", "left", "!", "f4", *" three"]:
            room._send(key)
        await room.settled()
        assert (room.meeting.viewed, room.draft) == ("analysis", "one! three two")


async def test_escape_in_the_list_stays_there(open_room: Open):
    async with open_room(part="timeline") as room:
        await room.press("escape", "escape", "down", "escape")
        assert room.rows.has_focus
        await room.press("i")
        assert not room.rows.has_focus


async def test_what_is_pasted_over_the_list_goes_into_the_line(open_room: Open):
    async with open_room(part="timeline") as room:
        room.rows.focus()
        await room.paste("14:35 one\n14:36 two\n14:37 th")
        assert {"one", "two"} <= {event.text for event in room.record.events}
        assert room.draft == "14:37 th"


async def test_what_was_undone_in_the_line_is_done_again_there(open_room: Open, record: Record):
    async with open_room(part="timeline") as room:
        await room.burst("14:31 half a line")
        await room.press("ctrl+z")
        assert room.draft != "14:31 half a line"
        await room.press(*["ctrl+y"] * 20)
        assert room.draft == "14:31 half a line"
        assert room.record == record
