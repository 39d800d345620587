"""Whatever stands in a record is shown as it is: no markup, no escape bytes, nothing too wide, nothing that stops the screen."""

import ast
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from driving import LARGE, Open, Room, Still
from textual.screen import Screen

import noblame.ui
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
from noblame.store.session import SessionFile
from noblame.ui.cockpit import CockpitApp
from noblame.ui.sitting import Sitting

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
    harmless_on(room.app.screen)
    room.shows(*words)


def harmless_on(screen: Screen[object]) -> None:
    width = screen.app.size.width
    for strip in screen._compositor.render_strips():
        assert not OBEYED.search(strip.text)
        assert cells(strip.text) <= width
        for segment in strip:
            assert not segment.control
            assert segment.style is None or (segment.style.link is None and "app.quit" not in str(segment.style.meta))


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


Place = tuple[str, str]
"""Where a screen is made: its file below noblame/ui and the function."""
UI = Path(noblame.ui.__file__).parent


def places_of_screens() -> set[Place]:
    """Return every place of the program where a screen is made."""
    found = set[Place]()
    for path in UI.rglob("*.py"):
        functions = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.FunctionDef)]
        for function in functions:
            calls = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
            if any(isinstance(call, ast.Name) and call.id.endswith("Screen") for call in calls):
                found.add((str(path.relative_to(UI)), function.name))
    return found


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Callable[[Screen[object]], Place]:
    """Return what tells of a screen where it was made."""
    places: dict[int, Place] = {}
    plain = Screen.__init__

    def noting(self: Screen[object], *arguments: object, **named: object) -> None:
        frame = sys._getframe(1)
        while frame.f_back and (frame.f_code.co_name == "__init__" or not Path(frame.f_code.co_filename).is_relative_to(UI)):
            frame = frame.f_back
        if Path(frame.f_code.co_filename).is_relative_to(UI):
            places[id(self)] = (str(Path(frame.f_code.co_filename).relative_to(UI)), frame.f_code.co_name)
        plain(self, *arguments, **named)

    monkeypatch.setattr(Screen, "__init__", noting)
    return lambda screen: places[id(screen)]


async def test_no_screen_is_left_out(open_room: Open, hostile: Record, now: Now, tmp_path: Path, monkeypatch, made):
    """Every place that makes a screen is found in the code, so that a new one fails here until it is seen."""
    (tmp_path / "session.inbox").mkdir()
    (tmp_path / "session.inbox" / "[b]note.txt").write_text(WORDS, encoding="utf-8")
    papers = tmp_path / "[b]papers"
    papers.mkdir()
    row = f'2024-01-15T14:00:00Z,"{WORDS}"\n'
    for name in ("[b]one.csv", "[b]two.csv"):
        (papers / name).write_text(f"time,text\n{row}", encoding="utf-8")
    monkeypatch.chdir(papers)
    conflict = {"place": "incident", "field": WORDS, "other": WORDS}
    unsettled = Note(id="n9", kind="question", text=WORDS, conflict=conflict)
    aside = Event(id="e9", at=now.wall, text=WORDS, hidden=True, source=WORDS)
    wide = tuple(
        Cause(
            id=f"c{n}",
            text=f"{MARKUP} [b]and some more {n}",
            kind="cause" if n > 91 else "effect",
            parents=("c91",) if n > 91 else (),
        )
        for n in range(91, 98)
    )
    hostile = hostile.but(notes=(*hostile.notes, unsettled), events=(*hostile.events, aside), causes=(*hostile.causes, *wide))
    seen = set[Place]()
    async with open_room(hostile, part="timeline", size=LARGE) as room:

        async def look(*keys: str, line: str = "", words: str = "") -> None:
            if line:
                await room.type_line(line)
            await room.press(*keys)
            assert room.app.screen is not room.meeting, line or keys
            harmless(room, words)
            seen.add(made(room.app.screen))

        async def close() -> None:
            while room.app.screen is not room.meeting:
                await room.press("escape")

        seen.add(made(room.meeting))
        for line, words in (
            ("/inbox", MARKUP), ("/conflicts", MARKUP), ("/findings", ""), ("/document", ""), ("/help", ""), ("/stage", MARKUP),
            ("/tour", ""), ("/checklist", ""), ("/export redact", MARKUP), ("/import", "[b]one.csv"), (f"/import {papers}", "[b]one.csv"),
            (f"/import {papers / '[b]one.csv'}", MARKUP),
        ):  # fmt: skip
            await look(line=line, words=words)
            if line.endswith("one.csv"):
                room.app.screen.rows.choose("format")
                await look("enter")
            await close()
        for key, words in (("t", ""), ("b", ""), ("w", ""), ("L", MARKUP[:2])):
            room.meeting.view("timeline")
            await room.choose(next(target.id for target in room.rows.page.targets if target.id.startswith("e")))
            await look(key, words=words)
            await close()
        room.meeting.view("closing")
        await look(line="/review")
        await close()
        room.meeting.view("analysis")
        await room.choose("c91")
        await look("d", words=MARKUP[:2])
        await close()
    cockpit = CockpitApp(Sitting(SessionFile.open(room.path)), Still(now))
    async with cockpit.run_test(size=LARGE) as pilot:
        await pilot.pause()
        harmless_on(cockpit.screen)
        seen.add(made(cockpit.screen))
    assert cockpit.finish()
    assert places_of_screens() == seen


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
