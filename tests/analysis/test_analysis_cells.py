import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

import noblame
from noblame.analysis.cells import _NARROW, cells, fit, graphemes, wrap

WORDS = st.text(alphabet="abc xyz-_日本語磁盘é👩‍🚀👍🏽🇨🇿́、。", max_size=60).map(lambda text: " ".join(text.split()))


def test_every_character_of_the_fast_path_is_one_column_wide():
    narrow = [chr(code) for code in range(0x2800) if _NARROW.fullmatch(chr(code))]
    assert len(narrow) > 1000
    assert [c for c in narrow if wcswidth(c) != 1 or unicodedata.combining(c)] == []


def test_no_sign_of_the_screen_itself_reaches_the_tables_of_unicode():
    drawn = "".join(path.read_text("utf-8") for path in (Path(noblame.__file__).parent / "ui").rglob("*.py"))
    assert "⌁" in drawn
    assert {sign for sign in drawn if not sign.isascii() and not _NARROW.fullmatch(sign)} == set()


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("plain", 5), ("磁盘", 4), ("e\u0301tat", 4), ("👩\u200d🚀!", 3), ("a → b…", 6), ("🇨🇿", 2)]
)
def test_cells_counts_columns_not_characters(text: str, width: int):
    assert cells(text) == width


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("short", 5, "short"),
        ("a little longer", 9, "a little…"),
        ("磁盘已经满了", 7, "磁盘已…"),
        ("磁盘已经满了", 6, "磁盘…"),
        ("no room", 1, "…"),
        ("no room", 0, ""),
        ("👩\u200d🚀👩\u200d🚀", 3, "👩\u200d🚀…"),
        ("日e\u0301本e\u0301x", 4, "日e\u0301…"),  # as many columns as code points
    ],
)
def test_fit_cuts_with_an_ellipsis(text: str, width: int, shown: str):
    assert fit(text, width) == shown


def test_graphemes_keep_marks_with_their_letters():
    assert graphemes("e\u0301a👍🏽") == ["e\u0301", "a", "👍🏽"]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, ()),
        ("one line", 10, ("one line",)),
        ("broken between the words", 10, ("broken", "between", "the words")),
        ("an_identifier_that_is_long fits not", 12, ("an_identifi…", "fits not")),
        ("磁盘已经满了。", 6, ("磁盘已", "经满", "了。")),
        ("磁盘 is full", 6, ("磁盘", "is", "full")),
        ("anything", 0, ("…",)),
    ],
)
def test_wrap_breaks_between_words(text: str, width: int, lines: tuple[str, ...]):
    assert wrap(text, width) == lines


@given(WORDS, st.integers(0, 30))
def test_fit_never_exceeds_the_width_and_keeps_what_fits(text: str, width: int):
    shown = fit(text, width)
    assert cells(shown) <= width
    assert shown == text if cells(text) <= width else shown.endswith("…") or width <= 0
    assert text.startswith(shown.removesuffix("…"))


@given(WORDS, st.integers(2, 30))
def test_wrap_keeps_every_word_and_never_exceeds_the_width(text: str, width: int):
    lines = wrap(text, width)
    assert all(cells(line) <= width for line in lines)
    if not any("…" in line for line in lines):
        assert "".join("".join(lines).split()) == "".join(text.split())
