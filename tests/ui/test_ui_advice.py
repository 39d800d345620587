"""The quiet line: what is said about what is typed or selected, and what its keys do. The list of findings goes to the place."""

from datetime import date

import pytest
from driving import LARGE, SMALL, Open, Room

from noblame.model import Action, Cause, Event, Record
from noblame.store.settings import read_settings

LOOKING_BACK = "We should have drained the node first"
QUESTION = "What could be seen then, and what made the choice reasonable?"


def rule(room: Room) -> str:
    """The line that separates the capture line from the pane."""
    text = room.screen_text()
    return text[next(n for n, row in enumerate(text) if "❯" in row) - 1]


async def test_hindsight_is_asked_about_in_every_pane_and_blocks_nothing(open_room: Open):
    async with open_room(size=SMALL) as room:
        for part, line in (
            ("timeline", f"14:31 {LOOKING_BACK}"),
            ("analysis", LOOKING_BACK),
            ("closing", f"- {LOOKING_BACK}"),
            ("actions", f"/cause {LOOKING_BACK}"),
            ("opening", f"+ {LOOKING_BACK}"),
        ):
            room.meeting.view(part)
            await room.burst(line)
            assert QUESTION in rule(room), part
            before = room.record
            await room.press("enter")
            assert room.record is not before
            assert QUESTION not in rule(room) or room.rows.has_focus


async def test_neutral_names_and_the_rooms_own_notes_are_left_alone(open_room: Open):
    async with open_room(part="timeline") as room:
        for line in ("14:31 @alice acknowledged the alert", f"/question {LOOKING_BACK}", f"/dissent {LOOKING_BACK}"):
            await room.burst(line)
            assert "alt+x" not in rule(room)
            await room.press("enter")


async def test_the_question_takes_the_place_of_the_words_and_they_come_back(open_room: Open):
    async with open_room(part="analysis") as room:
        await room.burst(LOOKING_BACK)
        await room.press("alt+a")
        assert room.draft == f"? {QUESTION}"
        await room.press("ctrl+z")
        assert room.draft == LOOKING_BACK
        await room.press("alt+a", "enter")
        assert [note.text for note in room.record.notes if note.kind == "question"][-1] == QUESTION
        assert room.draft == LOOKING_BACK
        await room.press("ctrl+u")
        await room.type_line("The page came late")
        assert room.draft == ""
        assert room.record.causes[-1].text == "The page came late"


async def test_words_about_somebody_go_on_no_list(open_room: Open):
    async with open_room(part="timeline", size=LARGE) as room:
        await room.burst("14:31 Ana forgot the flag")
        await room.press("alt+w")
        room.shows("Words about somebody go on no list")
        assert not room.path.with_name("noblame.toml").exists()


async def test_what_was_waved_off_is_not_said_again_and_other_words_are(open_room: Open):
    async with open_room(part="analysis") as room:
        await room.burst(LOOKING_BACK)
        await room.press("alt+x")
        assert QUESTION not in rule(room)
        assert room.draft == LOOKING_BACK
        await room.press("enter")
        await room.burst("We should have read the release notes")
        assert QUESTION in rule(room)


async def test_the_team_s_list_is_written_and_holds_from_then_on(open_room: Open):
    async with open_room(part="analysis") as room:
        await room.burst(LOOKING_BACK)
        await room.press("alt+w")
        path = room.path.with_name("noblame.toml")
        (words,) = read_settings((path,)).lint.allowed
        assert words in LOOKING_BACK.casefold()
        room.shows("is fine here from now on")
        assert QUESTION not in rule(room)
        await room.press("alt+w")
        room.shows("Nothing is asked about here.")


async def test_imported_rows_are_exempt_and_typed_ones_are_not(open_room: Open, record: Record):
    at = record.events[0].at
    said = record.but(
        events=(
            Event(id="e1", at=at, text="We should have paged sooner", kind="observed", source="slack"),
            Event(id="e2", at=at, text="We should have paged sooner", kind="observed"),
        )
    )
    async with open_room(said, part="timeline", size=LARGE) as room:
        await room.press("escape", "a")
        await room.choose("e1")
        assert "alt+x" not in rule(room)
        await room.choose("e2")
        assert QUESTION in rule(room)
        await room.press("alt+a", "enter")
        (note,) = [note for note in room.record.notes if note.text == QUESTION]
        assert note.about == "e2"


async def test_a_vague_action_becomes_a_form_whose_slots_are_filled_in_turn(open_room: Open):
    async with open_room(part="actions", size=LARGE) as room:
        await room.burst("Improve monitoring @bob p1 done: it pages")
        assert "Perhaps: alert when ‹metric› > ‹value› for ‹minutes›" in rule(room)
        await room.press("alt+a")
        await room.burst("queue_age")
        await room.press("tab")
        await room.burst("300 s")
        assert "‹minutes› is still to be filled in" in rule(room)
        await room.press("tab")
        await room.burst("5 min")
        assert "─ ‹" not in rule(room)
        await room.press("enter")
        action = room.record.actions[-1]
        assert (action.text, action.owner, action.done_when) == ("Alert when queue_age > 300 s for 5 min", "bob", "it pages")


async def test_a_line_with_two_actions_is_split_by_one_key(open_room: Open):
    async with open_room(part="actions", size=LARGE) as room:
        before = len(room.record.actions)
        await room.burst("Add an alert on queue age and write the runbook for it @bob p2")
        assert "Two actions?" in rule(room)
        await room.press("alt+a")
        one, two = room.record.actions[before:]
        assert (one.text, two.text) == ("Add an alert on queue age", "Write the runbook for it")
        assert (one.owner, two.owner, one.priority, two.priority) == ("bob", "bob", "P2", "P2")
        await room.press("ctrl+z")
        assert len(room.record.actions) == before


async def test_a_chosen_action_with_two_in_it_is_split_where_it_stands(open_room: Open, record: Record):
    both = Action(id="a1", text="Pin the image; remove the old gateway", owner="ana", priority="P3", answers=("c4",))
    async with open_room(record.but(actions=(both, Action(id="a2", text="Cap retries at 3"))), part="actions") as room:
        await room.choose("a1")
        await room.press("alt+a")
        texts = [(action.text, action.owner, action.answers) for action in room.record.actions]
        assert texts[:2] == [("Pin the image", "ana", ("c4",)), ("Remove the old gateway", "ana", ("c4",))]
        assert texts[2][0] == "Cap retries at 3"
        assert any("split" in words for words in room.record.actions[0].history)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Cap retries at 3 @search-team", "is not one person; somebody has to carry it. Who of them?"),
        ("Cap retries at 3 @bob @ana", "are several; one of them has to carry it."),
        ("Cap retries at 3 @bob due soon", "“soon” is not a date. Which date?"),
        ("Cap retries at 3 @bob 03/04/2026", "“03/04/2026” could be 3 April or 4 March. Which?"),
    ],
)
async def test_who_and_when_are_asked_about(open_room: Open, line: str, said: str):
    async with open_room(part="actions", size=LARGE) as room:
        await room.burst(line)
        assert said in rule(room)


async def test_more_than_a_week_holds_is_said_while_it_is_promised(open_room: Open, record: Record):
    due = date(2024, 2, 6)
    full = tuple(Action(id=f"a{n}", text=f"Cap retries of relay {n} at 3", owner="bob", due=due) for n in (1, 2))
    async with open_room(record.but(actions=full), part="actions", size=LARGE) as room:
        await room.burst("Pin the image of the relay @bob 2024-02-08")
        assert "bob would have 3 in the week of 5 Feb" in rule(room)


async def test_a_priority_says_by_when_and_its_day_is_kept(open_room: Open):
    async with open_room(part="actions", size=LARGE) as room:
        await room.burst("Cap retries at 3 @bob p1")
        room.shows("as P1 says")
        await room.press("enter")
        action = room.record.actions[-1]
        assert action.due is not None
        assert action.due.strftime("%A") == "Sunday"  # the rotation changes on Monday


async def test_the_kind_begins_with_what_the_words_suggest(open_room: Open, record: Record):
    async with open_room(record.but(actions=(Action(id="a1", text="Write the runbook of the relay"),)), part="actions") as room:
        await room.choose("a1")
        await room.press("t")
        assert room.record.action("a1").kind == "mitigation"


async def test_a_finding_is_chosen_and_the_line_begins_what_is_missing(open_room: Open, record: Record):
    async with open_room(record.but(impact=()), part="timeline", size=LARGE) as room:
        await room.press("alt+c")
        room.shows("what the document still needs", "Nobody has said how many users felt it.")
        page = room.app.screen
        wanted = next(n for n, text in enumerate(room.screen_text()) if "how many users" in text)
        target = next(t for t in page.rows.page.targets if t.row == wanted - page.rows.region.y + int(page.rows.scroll_y))
        page.rows.choose(target.id)
        await room.press("enter")
        assert room.draft == "/impact #users "
        await room.type_line("1,200 could not search")
        assert (room.record.impact[-1].facet, room.record.impact[-1].text) == ("users", "1,200 could not search")


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_finding_under_the_cursor_is_told_whole_with_what_to_do(open_room: Open, record: Record, size: tuple[int, int]):
    action = Action(id="a1", text="Write the runbook", owner="ana", due=date(2024, 1, 16), done_when="it is read", priority="P2")
    async with open_room(record.but(actions=(action,)), part="actions", size=size) as room:
        await room.press("alt+c")
        rows = room.app.screen.rows
        told = ""
        for _ in rows.page.targets:
            told = " ".join(" ".join(room.screen_text()[rows.region.bottom :]).split())
            if "Write the runbook”: improves" in told:
                break
            await room.press("down")
        assert "without a measure or an object that anybody could start on." in told
        assert "Write how to ‹task›, linked from ‹alert or page›; ‹who was not there› can follow it" in told


async def test_what_is_about_a_person_is_not_on_the_shared_page(open_room: Open, record: Record):
    blamed = record.but(causes=(*record.causes, Cause(id="c90", parents=("c1",), text="Bob forgot the flag")))
    for part in ("timeline", "closing"):
        async with open_room(blamed, part=part, size=LARGE) as room:
            if part == "timeline":
                await room.press("alt+c")
                room.shows("noblame cockpit shows them")
            assert not any("ends at a person" in text or "sound like blame" in text for text in room.screen_text())
        room.path.unlink()


async def test_a_finding_in_closing_leads_to_its_place(open_room: Open, record: Record):
    async with open_room(record.but(impact=()), part="closing", size=LARGE) as room:
        targets = [target.id for target in room.rows.page.targets if target.id.startswith("finding:")]
        assert targets
        shown = next(target for target in targets if "users" in room.meeting.pane._shared()[int(target.split(":")[1])].rule)
        await room.choose(shown)
        await room.press("enter")
        assert room.draft == "/impact #users "
