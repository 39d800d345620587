"""Causes are typed as fast as they are said, moved by keys, and drawn in three ways."""

import asyncio

from driving import LARGE, SMALL, Open
from seed_incidents import payments

from noblame.analysis.loose_ends import loose_ends
from noblame.model import Cause, Record


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


async def test_a_branch_is_marked_and_put_linked_or_refused(open_room: Open, record: Record):
    async with open_room(part="analysis", size=LARGE) as room:
        await room.choose("c2")
        await room.press("x")
        room.shows("✂ marked")
        await room.choose("c3")
        await room.press("p")
        room.shows("already explains")
        assert room.record == record
        await room.choose("c4")
        await room.press("l")
        assert room.record.cause("c2").parents == ("c1", "c4")
        assert room.rows.chosen == "c2"
        room.shows("↳ shown elsewhere")
        await room.press("u")
        assert room.record == record
        await room.choose("c2")
        await room.press("x")
        await room.choose("c4")
        await room.press("p")
        assert room.record.cause("c2").parents == ("c4",)
        await room.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert room.record == record


async def test_alt_and_an_arrow_move_a_cause_while_typing(open_room: Open, record: Record):
    async with open_room(part="analysis", size=LARGE) as room:
        await room.choose("c4")
        await room.press("i")
        await room.burst("half a thought")
        await room.press("alt+right")
        assert room.record.cause("c4").parents == ("c2",)
        await room.press("alt+left")
        assert room.record.cause("c4").parents == ("c1",)
        await room.press("alt+up")
        assert [cause.id for cause in room.record.children("c1")] == ["c4", "c2"]
        assert room.draft == "half a thought"


async def test_lines_go_beside_the_cursor_and_above_it(open_room: Open):
    async with open_room(part="analysis") as room:
        await room.choose("c2")
        await room.press("o")
        await room.type_line("behind it")
        await room.choose("c2")
        await room.press("O")
        await room.type_line("above it")
        assert [cause.text for cause in room.record.children("c1")] == [
            "above it", "Queue was full", "behind it", "No alert on age",
        ]  # fmt: skip


async def test_a_pasted_block_is_a_branch_and_one_step(open_room: Open, record: Record):
    async with open_room(part="analysis", size=LARGE) as room:
        await room.choose("c4")
        await room.press("i")
        await room.paste("- no owner\n  - the team was new\n- no budget")
        assert parents(room.record) == parents(record) | {"c5": ("c4",), "c6": ("c5",), "c7": ("c4",)}
        assert not room.draft
        room.shows("3 causes taken as a branch", "the team was new")
        await room.press("ctrl+z")
        assert room.record == record


async def test_causes_are_found_split_and_joined(open_room: Open, record: Record):
    async with open_room(part="analysis", size=LARGE) as room:
        await room.choose("c2")
        await room.press("space", "ctrl+f")
        await room.type_line("stopped")
        assert room.rows.chosen == "c3", "it was folded away and is shown again"
        await room.press("S")
        assert room.draft == "Consumer stopped"
        await room.type_line(" / nobody restarted it")
        assert [cause.text for cause in room.record.children("c2")] == ["Consumer stopped", "nobody restarted it"]
        await room.choose("c5")
        await room.press("M")
        assert [cause.id for cause in room.record.children("c2")] == ["c3"]
        assert room.record.cause("c3").evidence == ("“nobody restarted it”",)
        assert room.rows.chosen == "c3"
        await room.press("n")
        room.shows("Consumer stopped")
        await room.press("ctrl+z", "ctrl+z")
        assert room.record == record


async def test_the_tray_keeps_what_has_no_place_and_the_drawing_says_what_it_lacks(open_room: Open):
    async with open_room(part="analysis", size=LARGE) as room:
        await room.choose("c4")
        await room.press("t")
        room.shows("tray: no place yet", "not drawn: 1 in the tray")
        await room.choose("c3")
        await room.press("h")
        room.shows("1 safeguard · 1 in the tray")


FACTS = [("w", "stop", "systemic", "the system can be changed"), ("y", "confidence", "guess", "We guess so")]


async def test_stops_confidence_and_ranks_are_turned_and_told(open_room: Open):
    async with open_room(part="analysis", size=LARGE) as room:
        await room.choose("c3")
        for key, field, value, words in FACTS:
            await room.press(key)
            assert getattr(room.record.cause("c3"), field) == value
            room.shows(words)
        await room.press("R")
        room.shows("Only root causes have a rank")
        await room.press("r", "r")
        await room.choose("c4")
        await room.press("r", "r")
        room.shows("root 1", "root 2")
        await room.press("R")
        assert room.record.cause("c4").rank == 1


async def test_the_fault_tree_lists_its_cut_sets_and_can_be_drawn_as_gates(open_room: Open, record: Record):
    record = record.but(causes=tuple(c.but(join="any") if c.id == "c1" else c for c in record.causes))
    async with open_room(record, part="analysis", size=LARGE) as room:
        await room.choose("c3")
        await room.press("v")
        room.shows("Enough alone", "● Consumer stopped")
        before = room.screen_text()
        await room.press("d")
        room.shows("┌", "OR", "Enough alone")
        await room.press("d")
        assert room.screen_text()[:-3] == before[:-3]


async def test_gates_without_room_beside_the_outline_take_the_whole_screen(open_room: Open):
    async with open_room(payments(), part="analysis", size=LARGE) as room:
        await room.press("escape", "d")
        room.shows("the fault tree as gates", "┴", "AND", "behavior")
        await room.press("escape")
        room.shows("1 minimal cut set", "Fault tree")
        await room.pilot.resize_terminal(*SMALL)
        await room.press("d")
        room.shows("The gates need more columns")


async def test_what_is_slow_for_hundreds_of_causes_follows_when_the_keys_rest(open_room: Open, record: Record):
    many = tuple(Cause(id=f"c{n}", text=f"Reason {n}", parents=(f"c{max(1, n // 5)}",)) for n in range(5, 300))
    async with open_room(record.but(causes=(*record.causes, *many)), part="analysis", size=LARGE) as room:
        await room.choose("c250")
        await room.press("v")
        await room.pilot.pause(0.3)
        await room.settled()
        room.shows("Fault tree", "Reason 250", "minimal cut sets")


WHYS = "Why 1: The relay was full\nWhy 2: Nobody drained it\n\nRoot cause: No alert on its age\nAction: Alert on the age\n"


async def test_pasted_whys_explain_what_the_cursor_stands_on(open_room: Open, record: Record):
    async with open_room(part="analysis", size=LARGE) as room:
        await room.choose("c1")
        await room.press("i")
        await room.paste(WHYS)
        made = room.record.causes[len(record.causes) :]
        assert [cause.text for cause in made] == ["The relay was full", "Nobody drained it", "No alert on its age"]
        assert made[0].parents == ("c1",)
        assert made[1].parents == (made[0].id,)
        assert room.record.actions[-1].answers == (made[2].id,)
        assert room.rows.chosen == made[0].id
        assert "3 causes taken from whys" in "\n".join(room.screen_text())
        await room.press("ctrl+z")
        assert room.record == record


async def test_a_pasted_fault_tree_is_an_effect_of_its_own_with_its_gates(open_room: Open, record: Record):
    async with open_room(part="analysis", size=LARGE) as room:
        await room.paste("Top event: It was noticed late\n├── AND: No alert\n└── AND: Nobody looked\n")
        made = room.record.causes[len(record.causes) :]
        assert [(cause.kind, cause.join) for cause in made] == [("effect", "all"), ("cause", "undecided"), ("cause", "undecided")]


async def test_a_large_tree_is_counted_beside_the_program(open_room: Open, record: Record):
    size = 20
    gates = [Cause(id="c1", kind="effect", text="mail was late", join="all")]
    gates += [Cause(id=f"g{n}", text=f"way {n}", parents=("c1",), join="any") for n in range(size)]
    links: dict[int, dict[str, None]] = {}
    for n in range(size):
        for step in (1, 3, 5, 9):
            links.setdefault((n * n * step + 5 * n) % (2 * size - 1), {})[f"g{n}"] = None
    leaves = [Cause(id=f"e{n}", text=f"leaf {n}", parents=tuple(parents)) for n, parents in links.items()]
    async with open_room(record.but(causes=(*gates, *leaves), actions=()), part="analysis", size=LARGE) as room:
        assert len(leaves) + size < 60
        room.shows("still counting")
        await room.press("ctrl+g")
        async with asyncio.timeout(20):
            while "still counting" in "\n".join(room.screen_text()):
                await room.pilot.pause(0.02)
        room.shows("19,412 minimal cut sets")


async def test_a_pane_that_is_seen_for_the_first_time_takes_the_keys(open_room: Open):
    async with open_room(part="opening", size=LARGE) as room:
        await room.press("escape", "f4", "j")
        assert room.rows.id == "analysis-rows"
        assert room.rows.chosen == room.record.causes[1].id


async def test_a_drawing_that_hides_the_outline_takes_its_keys(open_room: Open, record: Record):
    effect, why, *others = record.causes
    long = why.but(text="the queue was full because nobody had thought of so many letters")
    async with open_room(record.but(causes=(effect, long, *others)), part="analysis", size=SMALL) as room:
        room.shows(long.text)
        await room.press("escape")
        seen: list[str] = []
        for _ in range(4):
            seen.append("\n".join(room.screen_text()[5:-6]))
            await room.press("v")
        assert len(set(seen)) == 4
        await room.press("v", "j")
        assert room.rows.chosen == room.record.causes[1].id
        await room.press("g")
        assert room.record.causes[1].join == "any"


async def test_a_key_goes_from_one_loose_end_to_the_next_and_says_what_it_lacks(open_room: Open, record: Record):
    async with open_room(part="analysis", size=LARGE) as room:
        ends = [end.cause_id for end in loose_ends(room.record)]
        assert len(ends) > 1
        room.shows(f"{len(ends)} loose ends")
        await room.choose("c1")
        for end in [*ends, ends[0]]:
            await room.press("L")
            assert room.rows.chosen == end
            room.shows("” lacks ", f"{len(ends) - 1} more.")
