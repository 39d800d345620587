"""What holds for every line and every entry, however odd."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from places import PEOPLE, place

from noblame.capture.completion import complete
from noblame.capture.grammar import parse
from noblame.capture.making import fields
from noblame.capture.preview import preview
from noblame.capture.words import IMPACT_GROUPS
from noblame.capture.writing import write
from noblame.model import (
    ACTION_KINDS,
    CATEGORIES,
    FACETS,
    KINDS,
    LESSON_KINDS,
    NOTE_KINDS,
    PARTS,
    PRIORITIES,
    ROLES,
    Action,
    Cause,
    Entry,
    Event,
    Impact,
    Lesson,
    Note,
    Person,
    clean_line,
)  # fmt: skip

FRAGMENTS = [
    "14:31", "14:31:20", "~14:30", "14:3?", "9:05-9:10", "+5m", "+90s", "now", "yesterday", "23:50", "16 Jan", "jan 22", "16 jan 2024",
    "2025-02-03", "2025-02-03T09:00:00+01:00", "Z", "UTC", "-08:00", "finding", "ruled out", "decision:", "to", "#det", "#ruled-out",
    "#1234", "#mon", '#"third party"', "#", "@omar", "@Lena", "@sam", "@x@y.z", "@omar,", "@omar's", '@"a bot"', '@"', "@", "~",
    "~INFRA-1", '~"as seen"', "~“x", "~5", "~$2", "~/x", "p1", "P0", "p2,", "fri", "Friday", "by", "due", "tbd", "TBD", "eow", "in 2 weeks", "25/12/2026", "3/4/2025", "Q2", "later", "next sprint", "end of week", "sat",
    "today", "+2w", "may 5", "done:", "done:x", "settles:", "for", "c2", "c5,", "c99", "and", "as", "oncall", "ic", "joined", "+", "-",
    "!", "?", "/", "//", "/park", "/p", "/nope", "/event", "\\", "\\\\", "\\@omar", "\\fri", "\\x", "[/b]", "\U0001f9ef",
    "\u05e9\u05dc\u05d5\u05dd", "\u0663:30", "e\u0301", "\u00a0", "\u3000", "\u202e", "\x1b[2J", "\n", "\t", "\ud800", "\x00", "“", "”", '"', "",
]  # fmt: skip
LINES = st.one_of(
    st.text(max_size=60), st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=4), max_size=12).map(" ".join),
    st.lists(st.sampled_from(FRAGMENTS), max_size=8).map("".join),
)  # fmt: skip
WORDS = LINES.map(clean_line)
SOME_WORDS = WORDS.filter(bool)
ZONES = st.sampled_from(["UTC", "Europe/Prague", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu"]).map(ZoneInfo)
CONTEXTS = st.builds(
    place,
    part=st.sampled_from(PARTS),
    zone=ZONES,
    day=st.none() | st.dates(date(2024, 1, 1), date(2026, 12, 31)),
    previous=st.none() | st.datetimes(datetime(2024, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC)),
    default_kind=st.none() | st.sampled_from(KINDS),
    midpoint=st.none() | st.just(datetime(2025, 2, 3, 9, 40, tzinfo=UTC)),
)  # fmt: skip


@pytest.mark.fuzz
@given(LINES, CONTEXTS)
@settings(max_examples=max(300, settings().max_examples))
def test_any_text_means_something(text: str, context: Any):
    captured = parse(text, context)
    assert captured.text or captured.problem or captured.target in ("command", "person")
    assert preview(captured, context, ("09:00", "10:00"), {}, "")
    end = 0
    for token in captured.tokens:
        assert end <= token.start < token.end <= len(text)
        end = token.end


@given(LINES, st.integers(0, 80), CONTEXTS)
def test_choices_replace_what_stands_before_the_cursor(text: str, cursor: int, context: Any):
    for choice in complete(text, cursor, context, (("next-part", "Go on."),)):
        assert 0 <= choice.start < choice.end == min(cursor, len(text))
        assert choice.label in choice.insert


@given(LINES, CONTEXTS)
def test_no_word_is_lost_that_is_not_coloured(text: str, context: Any):
    captured = parse(text, context)
    if captured.target in ("command", "person"):
        return
    kept = "".join(captured.text.split())
    place_in_text = 0
    covered = {n for token in captured.tokens for n in range(token.start, token.end)}
    for number, character in enumerate(text):
        if number not in covered and not character.isspace() and character not in ",;.:":
            assert character in kept[place_in_text:], (character, kept)
            place_in_text = kept.index(character, place_in_text) + 1


def same(one: Any, other: Any) -> bool:
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one.isoformat(timespec="seconds") == other.isoformat(timespec="seconds")
    return one == other


def assert_read_back(entry: Entry, context: Any, *silent: str) -> None:
    line = write(entry, context)
    made = fields(parse(line, context))
    wrong = {name: (getattr(entry, name), value) for name, value in made.items() if not same(getattr(entry, name), value)}
    assert not wrong, (line, wrong)
    assert set(made) >= {"text", "kind"} - set(silent) or "name" in made


NAMES = st.sampled_from([handle for handle, _ in PEOPLE]) | SOME_WORDS
PRECISE = st.sampled_from(["second", "minute", "ten", "about", "day"])
OFFSETS = st.sampled_from([0, 60, -210, 345, 840, -720]).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@st.composite
def events(draw: Any) -> Event:
    precision = draw(PRECISE)
    at = draw(st.datetimes(datetime(2024, 1, 1), datetime(2026, 12, 31), timezones=OFFSETS))
    cut: dict[str, dict[str, int]] = {
        "second": {}, "about": {}, "minute": {"second": 0, "microsecond": 0},
        "ten": {"minute": at.minute // 10 * 10, "second": 0, "microsecond": 0},
        "day": {"hour": 0, "minute": 0, "second": 0, "microsecond": 0},
    }  # fmt: skip
    return Event(
        id="e1", at=draw(st.sampled_from([None, at.replace(**cut[precision])])), precision=precision,
        until=draw(st.none() | st.timedeltas(timedelta(0), timedelta(days=3)).map(lambda later: at + later)),
        kind=draw(st.sampled_from(KINDS)), text=draw(SOME_WORDS), who=draw(st.lists(NAMES, max_size=3, unique=True)),
        evidence=draw(st.lists(SOME_WORDS, max_size=2, unique=True)),
    )  # fmt: skip


@given(events(), CONTEXTS)
@settings(max_examples=300, deadline=None)
def test_an_event_is_read_back(event: Event, context: Any):
    assert_read_back(event, context)


@given(
    st.builds(Cause, id=st.just("c1"), text=SOME_WORDS, category=st.sampled_from(["", *CATEGORIES, "Third Party"]) | WORDS,
              evidence=st.lists(SOME_WORDS, max_size=2, unique=True)),
    CONTEXTS,
)  # fmt: skip
@settings(deadline=None)
def test_a_cause_is_read_back(cause: Cause, context: Any):
    assert_read_back(cause, context, "kind")


@given(
    st.builds(
        Action, id=st.just("a1"), text=SOME_WORDS, owner=st.lists(NAMES, max_size=2, unique=True).map(", ".join) | WORDS,
        priority=st.none() | st.sampled_from(PRIORITIES), due=st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)), due_said=WORDS,
        kind=st.none() | st.sampled_from(ACTION_KINDS), done_when=WORDS, ticket=WORDS,
        answers=st.lists(st.sampled_from(["c2", "c5", "c12"]), unique=True),
    ),
    CONTEXTS,
)  # fmt: skip
@settings(max_examples=300, deadline=None)
def test_an_action_is_read_back(action: Action, context: Any):
    assert_read_back(action, context)


@given(
    st.builds(Lesson, id=st.just("l1"), text=SOME_WORDS, kind=st.sampled_from(LESSON_KINDS),
              phase=st.sampled_from(["", "detection", "response"])),
    CONTEXTS,
)  # fmt: skip
@settings(deadline=None)
def test_a_lesson_is_read_back(lesson: Lesson, context: Any):
    assert_read_back(lesson, context)


@given(
    st.builds(Note, id=st.just("n1"), text=SOME_WORDS, kind=st.sampled_from(NOTE_KINDS),
              by=st.lists(NAMES, max_size=2, unique=True).map(", ".join), settles=WORDS),
    CONTEXTS,
)  # fmt: skip
@settings(deadline=None)
def test_a_note_is_read_back(note: Note, context: Any):
    assert_read_back(note, context)


@given(
    st.builds(
        Impact, id=st.just("i1"), text=SOME_WORDS, facet=st.sampled_from(["", *FACETS]), group=st.sampled_from(IMPACT_GROUPS)
    ),
    CONTEXTS,
)
@settings(deadline=None)
def test_impact_is_read_back(impact: Impact, context: Any):
    assert_read_back(impact, context, "kind")


@given(st.builds(Person, id=st.just("x"), name=SOME_WORDS, roles=st.lists(st.sampled_from(ROLES), unique=True)), CONTEXTS)
@example(Person(id="x", name="14:31 Guest", roles=("scribe",)), place("opening"))
@settings(deadline=None)
def test_a_person_is_read_back(person: Person, context: Any):
    assert_read_back(person, context)


@pytest.mark.parametrize(
    "piece", ["@a", '~"', "\\", "~“", "done:", "for c2,", "14:31", "by ", "(", ".", "~a.", "#", "e\u0301", "~x;"]
)
@pytest.mark.parametrize("part", ["timeline", "actions", "opening"])
def test_a_very_long_line_is_read_in_a_breath(piece: str, part: Any):
    """A square number of steps would take minutes here."""
    for between in ("", " "):
        parse(between.join([piece] * 20_000), place(part))
