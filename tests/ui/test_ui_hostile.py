"""Whatever stands in a record is shown as it is: no markup, no escape bytes, nothing too wide, nothing that stops the screen."""

import re

import pytest
from driving import LARGE, Open, Room

from noblame.analysis.cells import cells
from noblame.editor.commands import COMMANDS
from noblame.model import (
    PARTS,
    Action,
    Cause,
    Event,
    Impact,
    Incident,
    Lesson,
    Link,
    Meeting,
    Note,
    Now,
    Part,
    Person,
    Record,
)

MARKUP = "[/b]"
WORDS = f"{MARKUP} [@click=app.quit]x[/] [link=http://x] \x1b[31m\x1b]52;c;eA==\x07 \u202etfel \U0001f469\u200d\U0001f692 {'w' * 5000}"
OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture
def hostile(now: Now) -> Record:
    """The same hostile words in every field of every kind of entry."""
    at, several = now.wall, (WORDS, WORDS)
    return Record(
        incident=Incident(
            title=WORDS, reference=WORDS, service=WORDS, severity=WORDS, summary=WORDS, narrative=WORDS, root_cause=WORDS,
            diagram=WORDS, takeaway=WORDS, triggers=(WORDS,),
        ),
        meeting=Meeting(norms=several[:1], done=several[:1], private_notes=WORDS, follow_up=at),
        impact=(Impact(id="i1", facet=WORDS, text=WORDS, headline=True),),
        people=(Person(id="p1", name=WORDS, roles=("facilitator", "scribe")), Person(id="p2", name=f"{WORDS} 2", present=True)),
        events=(
            Event(id="e1", at=at, text=WORDS, who=several, lane=WORDS, evidence=several, disputed=WORDS, asked=several, raw=WORDS),
            Event(id="e2", at=at, text=WORDS, source=WORDS, origin=WORDS, native_id=WORDS, count=3, until=at),
            Event(id="e3", text=WORDS),
        ),
        causes=(
            Cause(id="c1", kind="effect", text=WORDS, question=WORDS),
            Cause(id="c2", text=WORDS, parents=("c1",), category=WORDS, evidence=several, accepted=WORDS),
            Cause(id="c3", text=WORDS, question=WORDS, parents=("c2", "c1"), status="suspected", role="root"),
            Cause(id="c4", kind="safeguard", text=WORDS),
        ),
        lessons=(Lesson(id="l1", kind="well", text=WORDS),),
        notes=tuple(
            Note(id=f"n{n}", kind=kind, text=WORDS, by=WORDS, settles=WORDS, part=WORDS, about="e1", outcome=outcome)
            for n, (kind, outcome) in enumerate(
                [("parked", ""), ("remedy", ""), ("question", ""), ("dissent", ""), ("question", WORDS)], start=1
            )
        ),
        links=(Link(id="r1", title=WORDS, url=WORDS),),
        actions=(
            Action(id="a1", text=WORDS, owner=WORDS, due_said=WORDS, done_when=WORDS, ticket=WORDS, verified_by=WORDS, answers=("c2",)),
            Action(id="a2", text=WORDS, status="won't do", reason=WORDS),
        ),
    )  # fmt: skip


def harmless(room: Room, *words: str) -> None:
    """Assert that the screen fits, shows the words, and holds nothing that a terminal obeys or a click runs."""
    width = room.app.size.width
    for strip in room.app.screen._compositor.render_strips():
        assert not OBEYED.search(strip.text)
        assert cells(strip.text) <= width
        for segment in strip:
            assert not segment.control
            assert segment.style is None or (segment.style.link is None and "app.quit" not in str(segment.style.meta))
    room.shows(*words)


@pytest.mark.parametrize("size", [(60, 20), LARGE])
@pytest.mark.parametrize("part", PARTS)
async def test_panes(open_room: Open, hostile: Record, part: Part, size: tuple[int, int]):
    async with open_room(hostile, part=part, size=size) as room:
        harmless(room, MARKUP)
        for _ in range(2):
            await room.press("pagedown", "ctrl+g")
            harmless(room)
        assert room.reopened() == hostile


@pytest.mark.parametrize("part", PARTS)
async def test_every_key_on_every_kind_of_row(open_room: Open, hostile: Record, part: Part):
    async with open_room(hostile, part=part) as room:
        rows = {target.id.partition(":")[0].rstrip("0123456789"): target.id for target in room.rows.page.targets}
        assert rows
        for row in rows.values():
            for key in {key for item in COMMANDS if part in item.parts and item.browse for key in item.keys[:1]}:
                room.rows.focus()
                room.rows.choose(row)
                await room.press(key)
                harmless(room)
                if room.app.screen is not room.meeting:
                    await room.press("escape")
                room.meeting.dock.leave()
                room.meeting.dock.field.replace_text("")
                room.app.editor.undo()
        assert room.app.is_running


async def test_pages_and_questions(open_room: Open, hostile: Record, tmp_path, monkeypatch):
    (tmp_path / "[b]\x1b[31m\u202ename").mkdir()
    monkeypatch.chdir(tmp_path)
    async with open_room(hostile, part="timeline") as room:
        for command in ("/document", "/help", "/import", "/incident title", "/incident narrative"):
            await room.type_line(command)
            harmless(room, "[b]" if command == "/import" else "")
            await room.press("pagedown", "down")
            harmless(room)
            await room.press("escape")


async def test_the_dry_run_of_an_import(open_room: Open, tmp_path):
    table = tmp_path / "rows.csv"
    table.write_text(f'time,text\n2024-01-15T14:00:00Z,"{WORDS}"\n2024-01-15T14:01:00Z,plain\n', encoding="utf-8")
    async with open_room(part="timeline", size=LARGE) as room:
        await room.type_line(f"/import {table}")
        harmless(room, "nothing is taken yet", MARKUP)
        await room.press("enter")
        harmless(room, "2 rows added", MARKUP)


async def test_typing_and_the_palette(open_room: Open, hostile: Record):
    async with open_room(hostile) as room:
        for part in PARTS:
            room.meeting.view(part)
            await room.paste(WORDS)
            harmless(room)
            await room.press("enter")
            harmless(room)
            await room.type_line(f"/incident zone {MARKUP}[@click=app.quit]")
            harmless(room, f"{MARKUP}[@click=app.quit] cannot be the zone")
        await room.press("ctrl+p")
        await room.paste(WORDS[:60].replace("\x1b", ""))
        harmless(room, MARKUP)
        await room.press("escape")
        assert room.app.is_running


async def test_a_secret_stands_out_in_every_pane_and_is_named_under_the_cursor(open_room: Open, record: Record):
    token = "xoxb-12345678"
    said = f"ran {token}"
    leaky = record.but(
        people=(Person(id="p1", name=said),),
        events=(Event(id="e1", text=said),),
        causes=(Cause(id="c1", kind="effect", text=said),),
        actions=(Action(id="a1", text=said),),
        lessons=(Lesson(id="l1", kind="well", text=said),),
    )
    for part, entry_id in (("opening", "p1"), ("timeline", "e1"), ("analysis", "c1"), ("actions", "a1"), ("closing", "l1")):
        async with open_room(leaky, part=part, size=LARGE) as room:
            await room.choose(entry_id)
            room.shows("That holds a secret (Slack token)")
            tone = room.rows.style_of("wrong")
            rows = room.app.screen._compositor.render_strips()
            shown = [segment for strip in rows for segment in strip if token in segment.text]
            assert shown
            assert all(segment.text == token and segment.style and segment.style.bgcolor == tone.bgcolor for segment in shown), (
                part
            )
        room.path.unlink()
