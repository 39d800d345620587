"""What single keys do to people, promises, notes and what is to be ticked."""

from collections.abc import Callable
from datetime import date

import pytest
from driving import LARGE, Open

from noblame.model import Action, Note, Part, Person, Record

PROMISE = Action(id="a1", text="Alert on the age of mail", owner="ana")
NOTES = (Note(id="n1", kind="remedy", text="a bigger queue"), Note(id="n2", kind="parked", text="the other queue"))
DONE: list[tuple[Part, str, tuple[str, ...], Callable[[Record], object], object]] = [
    ("opening", "ana", ("space",), lambda r: r.person("ana").present, True),
    ("opening", "ana", ("h",), lambda r: r.person("ana").turns, 1),
    ("opening", "norm:One conversation at a time", ("space",), lambda r: r.meeting.norms, ("One conversation at a time",)),
    ("actions", "a1", ("o", *["backspace"] * 3, *"@dana", "enter"), lambda r: r.action("a1").owner, "dana"),
    ("actions", "a1", ("d", *"2024-02-01", "enter"), lambda r: r.action("a1").due, date(2024, 2, 1)),
    ("actions", "a1", ("d", *"some day", "enter"), lambda r: (r.action("a1").due, r.action("a1").due_said), (None, "some day")),
    ("actions", "a1", ("w", *"it fires", "enter"), lambda r: r.action("a1").done_when, "it fires"),
    ("actions", "a1", ("p",), lambda r: r.action("a1").priority, "P0"),
    ("actions", "a1", ("t",), lambda r: r.action("a1").kind, "detection"),
    ("actions", "a1", ("x", *"moot", "enter"), lambda r: (r.action("a1").status, r.action("a1").reason), ("won't do", "moot")),
    ("actions", "c4", ("x", *"rare", "enter"), lambda r: r.cause("c4").accepted, "rare"),
    ("actions", "n1", ("r",), lambda r: [action.text for action in r.actions], [PROMISE.text, "a bigger queue"]),
    (
        "actions",
        "c4",
        ("r", *"Page on it", "enter"),
        lambda r: (r.actions[-1].text, r.actions[-1].answers),
        ("Page on it", ("c4",)),
    ),
    ("closing", "a1", ("y",), lambda r: r.action("a1").consent, "accepted"),
    ("closing", "a1", ("n",), lambda r: r.action("a1").consent, "declined"),
    ("closing", "n2", ("x", *"ana asks", "enter"), lambda r: r.notes[1].outcome, "ana asks"),
    ("closing", "task:Document final", ("space",), lambda r: r.meeting.done, ("Document final",)),
]


@pytest.mark.parametrize("part", ["opening", "actions", "closing"])
async def test_a_key_does_what_it_says_and_undo_takes_it_back(open_room: Open, record: Record, part: Part):
    full = record.but(actions=(PROMISE,), notes=NOTES)
    async with open_room(full, part=part, size=LARGE) as room:
        for here, row, keys, seen, wanted in DONE:
            if here == part:
                await room.choose(row)
                await room.press(*keys)
                assert seen(room.record) == wanted, (row, keys)
                await room.press("ctrl+z")
                assert room.record == full, (row, keys)


async def test_what_is_left_needs_a_reason(open_room: Open, record: Record):
    async with open_room(record.but(actions=(PROMISE,)), part="actions") as room:
        await room.choose("a1")
        await room.press("x", "enter")
        room.shows("A reason is needed")
        assert room.record.actions == (PROMISE,)


async def test_a_person_who_is_known_is_not_added_twice(open_room: Open, record: Record):
    async with open_room(part="opening") as room:
        await room.type_line("ana as scribe")
        assert room.record.people == (Person(id="ana", name="Ana", roles=("responder", "scribe"), present=True), record.people[1])


async def test_the_footer_names_the_keys_of_what_the_line_is_used_for(open_room: Open):
    async with open_room(part="timeline") as room:
        await room.press("escape", "r")
        assert room.screen_text()[-1].split() == ["enter", "keep", "esc", "leave", "as", "it", "was", "f1", "help"]
        await room.press("escape")
        assert "insert" in room.screen_text()[-1]
