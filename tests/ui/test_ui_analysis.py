"""Causes are typed as fast as they are said, moved by keys, and drawn in three ways."""

from driving import LARGE, SMALL, Open

from noblame.model import Record


def parents(record: Record) -> dict[str, tuple[str, ...]]:
    return {cause.id: cause.parents for cause in record.causes}


async def test_an_empty_graph_is_filled_by_typing_alone(open_room: Open, record: Record):
    async with open_room(record.but(causes=()), part="analysis", size=LARGE) as room:
        await room.type_line("mail was late")
        await room.press("tab")
        await room.type_line("the queue was full")
        await room.type_line("nobody looked")
        await room.press("tab")
        await room.type_line("no alert on age")
        await room.press("shift+tab")
        await room.type_line("it was a holiday")
        assert [cause.kind for cause in room.record.causes] == ["effect", *["cause"] * 4]
        assert parents(room.record) == {"c1": (), "c2": ("c1",), "c3": ("c1",), "c4": ("c3",), "c5": ("c1",)}
        await room.saved()
        assert room.reopened() == room.record


MOVES = [("c4", "tab", ("c2",)), ("c3", "shift+tab", ("c1",)), ("c4", ">", ("c2",)), ("c3", "<", ("c1",))]
TURNS = [("g", "join", "any"), ("c", "category", "people"), ("s", "status", "suspected"), ("r", "role", "contributing")]


async def test_keys_move_a_cause_and_turn_what_is_known_of_it(open_room: Open, record: Record):
    async with open_room(part="analysis", size=LARGE) as room:
        changes = [(*move[:2], "parents", move[2]) for move in MOVES] + [("c2", *turn) for turn in TURNS]
        for chosen, key, field, wanted in changes:
            await room.choose(chosen)
            await room.press(key)
            assert getattr(room.record.cause(chosen), field) == wanted, key
            assert room.rows.chosen == chosen
            await room.press("ctrl+z")
            assert room.record == record


async def test_the_drawings_turn_on_a_wide_screen(open_room: Open):
    async with open_room(part="analysis", size=LARGE) as room:
        seen: list[str] = []
        for _ in range(3):
            text = "\n".join(line[60:] for line in room.screen_text()[6:-8])
            assert text.split()
            seen.append(text)
            await room.press("ctrl+g")
        assert len(set(seen)) == 3
        assert "\n".join(line[60:] for line in room.screen_text()[6:-8]) == seen[0]


async def test_on_a_narrow_screen_a_drawing_takes_the_place_of_the_outline(open_room: Open):
    async with open_room(part="analysis", size=SMALL) as room:
        seen = ["\n".join(room.screen_text()[5:-6])]
        for _ in range(3):
            await room.press("ctrl+g")
            seen.append("\n".join(room.screen_text()[5:-6]))
        assert len(set(seen)) == 4
        assert all("Mail was late" in text or "Mail" in text for text in seen)
        await room.press("ctrl+g")
        assert "\n".join(room.screen_text()[5:-6]) == seen[0]


async def test_an_action_typed_at_a_cause_answers_it(open_room: Open):
    async with open_room(part="analysis") as room:
        await room.choose("c4")
        await room.press("a")
        await room.burst("Alert on the age of mail\n")
        assert [action.answers for action in room.record.actions] == [("c4",)]


async def test_what_is_below_a_cause_can_be_folded(open_room: Open):
    async with open_room(part="analysis") as room:
        await room.choose("c2")
        await room.press("space")
        assert not any("Consumer stopped" in line for line in room.screen_text()[:-8])
        await room.press("f")
        room.shows("Consumer stopped")
