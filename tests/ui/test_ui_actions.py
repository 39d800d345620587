"""Actions are weighed on a board, held against the causes, put off or left with a reason, and remember what changed."""

from datetime import date

from driving import LARGE, SMALL, Open

from noblame.model import Action, Note, Record


def promised(record: Record) -> Record:
    return record.but(
        actions=(
            Action(id="a1", text="Page on the age of mail", owner="ana", priority="P1", answers=("c4",)),
            Action(id="a2", text="Improve monitoring", due=date(2024, 2, 1)),
        ),
        notes=(Note(id="n1", kind="remedy", text="A bigger queue", about="c2"),),
    )


async def test_the_row_that_the_cursor_came_to_is_told_about_at_once(open_room: Open, record: Record):
    first = Action(id="a1", text="Page on the age of mail", done_when="it pages in staging")
    second = Action(id="a2", text="Page on the depth of the queue", done_when="it pages in staging", owner="ana")
    async with open_room(record.but(actions=(first, second)), part="actions", size=LARGE) as room:
        room.shows("Who, by when, how urgent?")
        await room.press("escape", "D")
        room.shows("By when, how urgent?")


async def test_what_was_asked_from_the_list_gives_the_keys_back_to_it(open_room: Open, record: Record):
    async with open_room(promised(record), part="actions", size=SMALL) as room:
        await room.choose("a1")
        await room.press("escape", "o", "ctrl+u", *"omar", "enter", "d", *"2024-03-01", "enter")
        assert (room.record.action("a1").owner, room.record.action("a1").due) == ("omar", date(2024, 3, 1))
        await room.press("o", *"nobody", "escape", "p")
        assert room.record.action("a1").owner == "omar"
        assert room.record.action("a1").priority != promised(record).action("a1").priority
        await room.press("enter", *" more", "enter", "m")
        room.shows("little effort")
        assert room.record.action("a1").text.endswith(" more")
        await room.press("i")
        await room.type_line("/owner")
        await room.press("ctrl+u", *"ana", "enter", *"Cap the retries")
        assert room.draft == "Cap the retries"


async def test_actions_are_placed_on_the_board_by_keys(open_room: Open, record: Record):
    for size in (SMALL, LARGE):
        async with open_room(promised(record), part="actions", size=size) as room:
            await room.choose("a1")
            await room.press("m")
            room.shows("little effort", "Not placed yet", "Improve monitoring")
            await room.press("K")
            assert (room.record.action("a1").impact, room.record.action("a1").effort) == (2, 2)
            await room.press("K", "<", "alt+left")
            assert (room.record.action("a1").impact, room.record.action("a1").effort) == (3, 1)
            high = next(line for line in room.screen_text() if line.startswith(" high") or "high " in line)
            assert "Page on the age" in high
            assert room.rows.chosen == "a1"
            await room.press("m")
            room.shows("Owner", "Ready")
            await room.press(*["ctrl+z"] * 3)
            assert room.record == promised(record)
        room.path.unlink()


async def test_another_view_begins_at_the_cursor_and_speaks_of_what_it_is_on(open_room: Open, record: Record):
    many = tuple(
        Action(id=f"a{i}", text=f"Set a limit of {i} retries", owner="ana", due=date(2024, 1, 16), answers=("c3",))
        for i in range(30)
    )
    unanswering = Action(id="a40", text="Raise the limit to 200 @ana and @bob", owner="ana and bob")
    async with open_room(record.but(actions=(*many, unanswering)), part="actions", size=SMALL) as room:
        await room.choose("a29")
        room.shows("ana would have 30 in the week of 15 Jan")
        await room.press("m")
        assert room.rows.target is not None
        assert room.rows.target.row in range(room.rows.scroll_offset.y, room.rows.scroll_offset.y + room.rows.size.height)
        await room.press("v")
        assert room.rows.chosen == "a40"
        room.shows("one of them has to carry it")


async def test_the_matrix_shows_which_action_answers_which_cause(open_room: Open, record: Record):
    async with open_room(promised(record), part="actions", size=LARGE) as room:
        await room.choose("a1")
        await room.press("v")
        lines = [line.removeprefix("▌") for line in room.screen_text()]
        rows = {line.split()[0]: line for line in lines if line.split()[:1] in (["c3"], ["c4"])}
        assert "●" in rows["c4"]
        assert "no answer" in rows["c3"]
        room.shows("Which cause does it answer?", "Improve monitoring")
        await room.choose("c4")
        room.shows("Answered by a1 Page on the age of mail")
        await room.choose("c3")
        await room.press("x")
        await room.type_line("we replace it in March")
        assert room.record.cause("c3").accepted == "we replace it in March"
        room.shows("accepted")


async def test_what_an_action_answers_is_said_by_ids_that_are_there(open_room: Open, record: Record):
    async with open_room(promised(record), part="actions", size=LARGE) as room:
        await room.choose("a2")
        await room.press("c")
        await room.type_line("c3, c9")
        room.shows("There is no cause c9")
        assert room.record.action("a2").answers == ()
        await room.press("c") if room.rows.has_focus else await room.press("escape", "c")
        await room.type_line("c3 c2")
        assert room.record.action("a2").answers == ("c3", "c2")


async def test_a_promise_remembers_what_changed_and_when(open_room: Open, record: Record):
    async with open_room(promised(record), part="actions", size=LARGE) as room:
        await room.choose("a1")
        await room.press("p", "s", "h")
        assert room.record.action("a1").history == ("2024-01-18 priority P1 → P2", "2024-01-18 status open → started")
        room.shows("priority P1 → P2", "status open → started")
        await room.press("L")
        await room.type_line("after the move")
        assert (room.record.action("a1").status, room.record.action("a1").reason) == ("later", "after the move")
        await room.choose("a1")
        room.shows("Later: after the move", "status started → later")
        await room.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert room.record == promised(record)


async def test_what_is_reworded_and_read_back_is_remembered_too(open_room: Open, record: Record):
    async with open_room(promised(record), part="actions", size=LARGE) as room:
        await room.choose("a1")
        before = room.record.action("a1").text
        await room.press("e")
        await room.press("ctrl+u")
        await room.type_line("Page when the queue is older than 90 s @mika p1")
        told = room.record.action("a1").history
        assert f"2024-01-18 reworded, was “{before}”" in told
        assert any(words.startswith("2024-01-18 owner ana → ") for words in told)
        room.meeting.view("closing")
        await room.choose("a1")
        await room.press("y")
        assert room.record.action("a1").history[-1].endswith(" accepted")


async def test_a_held_remedy_goes_into_an_action_that_is_there(open_room: Open, record: Record):
    async with open_room(promised(record), part="actions", size=LARGE) as room:
        await room.choose("n1")
        await room.press("g")
        await room.type_line("")
        assert room.record.notes[0].outcome == "merged into a1"
        assert room.record.action("a1").answers == ("c4", "c2")
        assert room.record.action("a1").history == ("2024-01-18 took in “A bigger queue”",)
        assert not any("Held remedies" in line for line in room.screen_text())


async def test_a_vague_action_gets_a_better_form_and_the_ways_it_leaves_open_are_told(open_room: Open, record: Record):
    joined = tuple(c.but(join="any") if c.id == "c1" else c for c in record.causes)
    async with open_room(promised(record).but(causes=joined), part="actions", size=LARGE) as room:
        await room.choose("a2")
        room.shows("Too vague to verify.", "Try ", "Who, done when", "Ways still open", "Consumer stopped")
