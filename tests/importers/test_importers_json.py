import pytest
from hypothesis import given
from hypothesis import strategies as st

from noblame.importers.json_reading import DEEPEST, NotJson, documents, parse, words


@pytest.mark.parametrize("text", ["[NaN]", "[-Infinity]", "[" * 100_000, '{"a": ' + "9" * 5_000 + "}", "[1,", ""])
def test_what_no_reader_should_meet_is_refused(text: str):
    with pytest.raises(NotJson):
        parse(text)


def test_depth_has_a_limit():
    assert parse("[" * DEEPEST + "]" * DEEPEST) is not None
    with pytest.raises(NotJson, match="levels"):
        parse("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1))


def test_json_lines_keep_their_numbers_and_name_the_broken_ones():
    found = documents('{"a": 1}\n\nbroken\n{"a": 2}\n7\n')
    assert found.lines
    assert found.values == ((1, {"a": 1}), (4, {"a": 2}))
    assert found.unreadable == (3, 5)


def test_a_broken_first_line_does_not_hide_the_others():
    assert documents('{"a": 1\n{"a": 2}\n').values == ((2, {"a": 2}),)


def test_a_cut_document_is_trouble_with_its_place():
    found = documents('[\n {"a": 1},\n {"a"')
    assert not found.values
    assert "line 3" in found.trouble


@pytest.mark.parametrize("text", ["[23:30] <ana> hello", "{notes}", "time,what\n1,2", "", "<feed/>"])
def test_other_text_is_no_trouble(text: str):
    assert not documents(text).trouble


@given(st.text())
def test_any_text_is_survived(text: str):
    documents(text)
    documents("[" + text)
    documents('{"a": 1}\n' + text)


def test_pages_of_an_answer_may_stand_behind_each_other():
    found = documents('{\n "a": 1\n}\n{\n "a": 2\n}\n[\n {"a": 3}\n]\n')
    assert found.values == ((1, {"a": 1}), (4, {"a": 2}), (7, [{"a": 3}]))
    assert found.lines
    for text in ('{\n "a": 1\n}\n{\n "a"', '{\n "a": 1\n}\n7', '{\n "a": 1\n} x'):
        assert not documents(text).values
        assert documents(text).trouble


def test_values_behind_each_other_may_begin_anywhere():
    assert documents('\n \n{\n"a": 1}\n\n{\n"a": 2}\n').values == ((3, {"a": 1}), (6, {"a": 2}))


def test_what_takes_no_room_is_left_out_of_words():
    assert words("\ufeffdb\u200b is down \u200d") == "db is down \u200d"
