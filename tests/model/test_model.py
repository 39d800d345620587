"""Text is made harmless once, ids stay unique, and nothing that is frozen can be changed in place."""

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from noblame.model import (
    LETTERS,
    LISTS,
    PARTS,
    PRESETS,
    Cause,
    Event,
    Incident,
    Person,
    Record,
    clean,
    clean_line,
    handle,
    next_id,
    planned,
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("bell\x07 nul\x00 del\x7f", "bell␇ nul␀ del␡"),
        ("\x9b31m", "\ufffd31m"),
        ("\u202eabc\u2066d", "<U+202E>abc<U+2066>d"),
        ("\ud800 \ufffe \U000e0041", "\ufffd \ufffd \ufffd"),
        ("a\r\nb\rc\u2028d\x85e", "a\nb\nc\nd\ne"),
        ("tab\tstays", "tab\tstays"),
        ("שלום عربي", "שלום عربي"),
        ("\U0001f469\u200d\U0001f692 e\u0301 \u200f", "\U0001f469\u200d\U0001f692 e\u0301 \u200f"),
        ("[/b] [link=x]", "[/b] [link=x]"),
    ],
)
def test_cleaning(text: str, wanted: str):
    assert clean(text) == wanted


def stands_for(code: int) -> str:
    """What a character becomes, as the Unicode charts tell it."""
    if code in (0x0A, 0x0D, 0x85, 0x2028, 0x2029):
        return "\n"
    if code <= 0x1F and code != 0x09:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if code in (0x200B, 0xFEFF) or code in range(0x202A, 0x202F) or code in {*range(0x2060, 0x2065), *range(0x2066, 0x206A)}:
        return f"<U+{code:X}>"
    unfit = code in range(0x80, 0xA0) or code in range(0xD800, 0xE000) or code in range(0xFDD0, 0xFDF0)
    if unfit or code in range(0xE0000, 0xE0080) or code in (0xFFFE, 0xFFFF, 0x1FFFE, 0x1FFFF):
        return "\ufffd"
    return chr(code)


def test_every_character_is_harmless_or_stands_as_it_is():
    blocks = ((0, 0x300), (0x2000, 0x2100), (0xD7F0, 0xE010), (0xFDC0, 0x10010), (0x1FFF0, 0x20010), (0xDFFF0, 0xE0100))
    for first, behind in blocks:
        assert {code: clean(chr(code)) for code in range(first, behind)} == {
            code: stands_for(code) for code in range(first, behind)
        }


def test_marks_are_not_piled_up_without_end():
    assert clean("Z" + "\u0301" * 200 + "a\u0301") == "Z" + "\u0301" * 16 + "a\u0301"
    assert clean("Z" + "\u0301\u20dd" * 8) == "Z" + "\u0301\u20dd" * 8


def test_a_line_is_one_line():
    assert clean_line("  a \r\n\t b\nc  ") == "a b c"
    assert clean_line("a\tb") == "a b"
    assert clean_line("a \x85 b") == "a b"
    assert clean_line("a  b") == "a  b"


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str):
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)
    assert "\n" not in clean_line(text)


def test_every_way_into_a_model_cleans():
    assert Event(id="e1", text="\x1b x\n", evidence=("\x07",)).evidence == ("␇",)
    assert Event(id="e1").but(text="a\nb").text == "a b"
    assert Event(id="e1", smell={"\x1b": ["\x1b"]}).model_extra == {"smell": {"␛": ["␛"]}}
    assert Incident(summary="a\r\nb\x1b").summary == "a\nb␛"


@pytest.mark.parametrize(
    ("ids", "wanted"), [((), "c1"), (("c1", "c2"), "c3"), (("c7", "c2"), "c8"), (("x9", "c", "cx", "c²"), "c1")]
)
def test_next_id(ids: tuple[str, ...], wanted: str):
    assert next_id("c", [Cause(id=entry_id) for entry_id in ids]) == wanted


@pytest.mark.parametrize(
    ("name", "taken", "wanted"),
    [
        ("Ana Ruiz", (), "ana-ruiz"), ("Ana Ruiz", ("ana-ruiz", "ana-ruiz-2"), "ana-ruiz-3"), ("O'Brien (ops)", (), "o-brien-ops"),
        ("李雷", (), "李雷"), ("--", (), "someone"), ("ZOË", (), "zoë"),
    ],
)  # fmt: skip
def test_handles(name: str, taken: tuple[str, ...], wanted: str):
    assert handle(name, taken) == wanted


def test_every_list_but_people_has_a_letter_of_its_own():
    assert set(LETTERS) == set(LISTS) - {"people"}
    assert len(set(LETTERS.values())) == len(LETTERS)


def test_nothing_is_changed_in_place():
    event = Event(id="e1", text="x")
    with pytest.raises(ValidationError):
        event.text = "y"
    changed = event.but(text="y")
    assert (event.text, changed.text, changed.id) == ("x", "y", "e1")


@pytest.mark.parametrize(
    ("entry", "change"),
    [
        (Event(id="e1"), {"kind": "blame"}), (Event(id="e1"), {"count": 0}), (Event(id="e1"), {"at": datetime(2024, 1, 1)}),
        (Cause(id="c1"), {"probability": 1.5}), (Cause(id="c1"), {"k": 0}), (Person(id="p"), {"roles": ("boss",)}),
        (Incident(), {"zone": "Mars/Base"}), (Incident(), {"declared_minutes": -1}),
    ],
)  # fmt: skip
def test_a_copy_is_checked_like_the_first(entry, change):
    with pytest.raises(ValidationError):
        entry.but(**change)


def test_a_copy_keeps_what_a_newer_noblame_wrote():
    assert Event(id="e1", smell="smoke").but(text="y").model_extra == {"smell": "smoke"}


def test_a_copy_of_a_record_shares_what_it_does_not_name(record: Record):
    assert record.but(incident=Incident()).events is record.events


def test_events_stand_in_the_order_of_time_and_those_without_one_last():
    hours = [timezone(timedelta(hours=h)) for h in (2, 0, -3)]
    events = [Event(id=f"e{n}", at=datetime(2024, 1, 15, 12, tzinfo=zone)) for n, zone in enumerate(hours, start=1)]
    found = Record(events=(Event(id="e9"), *events[::-1])).events
    assert [event.id for event in found] == ["e1", "e2", "e3", "e9"]


def test_an_instant_keeps_its_offset_in_whole_minutes():
    odd = timezone(timedelta(hours=1, seconds=30))
    event = Event(id="e1", at=datetime(2024, 1, 15, 12, tzinfo=odd))
    assert event.at == datetime(2024, 1, 15, 12, tzinfo=odd)
    assert event.at.utcoffset() == timedelta(hours=1)


@pytest.mark.parametrize(("severity", "rank"), [("SEV1", 1), ("sev-2", 2), ("P0", 1), ("P3", 4), ("high", None), ("", None)])
def test_severity_as_a_number(severity: str, rank: int | None):
    assert Incident(severity=severity).rank == rank


@pytest.mark.parametrize(("preset", "minutes"), [("standard", 60), ("extended", 90), ("quick", 30), ("learning", 60)])
def test_presets_fill_their_time_and_hold_every_part(preset: str, minutes: int):
    blocks = planned(preset).blocks
    assert sum(block.minutes for block in blocks) == minutes
    assert list(dict.fromkeys(block.part for block in blocks)) == list(PARTS)
    assert all(0 < block.floor <= block.minutes for block in blocks)


def test_no_other_preset_is_known():
    assert set(PRESETS) == {"standard", "extended", "quick", "learning"}
    with pytest.raises(KeyError):
        planned("endless")
