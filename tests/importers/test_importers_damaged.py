"""Cut, damaged and incomplete files of every format: the good half is read and the rest is said, or all is refused in a sentence."""

import copy
import json
import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from specimens import HINTS, LINES, TEXTS, TREES, text_of

from noblame.importers.base import Reading, Refused
from noblame.importers.registry import IMPORTERS, identify, read
from noblame.importers.source import source_from_bytes

NAMES = [importer.name for importer in IMPORTERS]
JUNK = (
    None,
    "",
    0,
    -1,
    1e308,
    10**30,
    True,
    [],
    {},
    "x",
    [None],
    {"a": [1]},
    "9" * 40,
    "2024-13-45T99:99:99Z",
    "0001-01-01T00:00:00Z",
)


def attempt(content: bytes, format_name: str) -> Reading | None:
    """Return the reading, or none where it was refused in one line."""
    try:
        return read(source_from_bytes("file", content), HINTS, format_name)
    except Refused as refusal:
        sentence = str(refusal)
    assert sentence
    assert "\n" not in sentence
    return None


def paths(value: object, above: tuple = ()) -> Iterator[tuple]:
    """Yield the way to everything inside of a JSON value."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield (*above, key)
        yield from paths(inner, (*above, key))


def list_of(value: object) -> list | None:
    """Return the first list of objects, looking from outside in."""
    level = [value]
    while level:
        if found := next((v for v in level if isinstance(v, list) and v and isinstance(v[0], dict)), None):
            return found
        level = [inner for v in level if isinstance(v, dict) for inner in v.values()]
    return None


def with_other(value: object, path: tuple, *other: object) -> object:
    """Return a JSON value with something else at a place, or nothing there."""
    value = copy.deepcopy(value)
    holder = value
    for key in path[:-1]:
        holder = holder[key]
    if other:
        holder[path[-1]] = other[0]
    else:
        del holder[path[-1]]
    return value


def test_there_is_a_specimen_of_every_format():
    assert sorted((*TEXTS, *TREES, *LINES)) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_each_is_known_by_its_content_and_read_whole(name):
    source = source_from_bytes("file", text_of(name).encode())
    certainty, importer = identify(source)[0]
    assert (importer.name, certainty > 0.4) == (name, True)
    reading = read(source, HINTS)
    assert [row for row in reading.rows if row.at and not row.noise] or (reading.document and reading.document.causes)
    assert not reading.skipped or name in ("lines", "irc")
    assert not any("secret" in row.raw + row.text + " ".join(row.evidence) for row in reading.rows)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_cut_anywhere_is_read_as_far_as_it_goes_or_refused(name):
    content = text_of(name).encode()
    whole = len(attempt(content, name).rows)
    for end in range(0, len(content), max(1, len(content) // 40)):
        reading = attempt(content[:end], name)
        assert reading is None or len(reading.rows) <= whole + 1


@pytest.mark.parametrize("name", NAMES)
def test_flipped_bits_are_never_more_than_a_refusal(name):
    chance = random.Random(name)
    content = text_of(name).encode()
    for _ in range(40):
        damaged = bytearray(content)
        for _ in range(chance.randrange(1, 6)):
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        attempt(bytes(damaged), name)


@pytest.mark.parametrize("name", [*TREES, *LINES])
def test_any_field_may_be_missing_or_nonsense(name):
    chance = random.Random(name)
    values = [TREES[name]] if name in TREES else LINES[name]
    for index, value in enumerate(values):
        for path in paths(value):
            for other in ((), (chance.choice(JUNK),), (chance.choice(JUNK),)):
                changed = [*values[:index], with_other(value, path, *other), *values[index + 1 :]]
                attempt("\n".join(map(json.dumps, changed)).encode(), name)


@pytest.mark.parametrize("name", LINES)
def test_a_line_that_is_not_json_is_counted_with_its_place(name):
    lines = [json.dumps(value) for value in LINES[name]]
    whole = attempt("\n".join(lines).encode(), name)
    reading = attempt("\n".join((lines[0], '{"half": ', *lines[1:])).encode(), name)
    assert len(reading.rows) == len(whole.rows)
    assert sum(count for _, count in reading.skipped) == 1
    assert any("line 2" in warning for warning in reading.warnings)


@pytest.mark.parametrize("name", [name for name in TREES if list_of(TREES[name]) and name != "grafana_legacy"])
def test_one_bad_record_is_counted_with_its_place(name):
    value = copy.deepcopy(TREES[name])
    holder = list_of(value)
    holder.append("no record")
    reading = attempt(json.dumps(value).encode(), name)
    assert len(reading.rows) == len(attempt(text_of(name).encode(), name).rows)
    assert sum(count for _, count in reading.skipped) == 1
    assert reading.warnings


PIECES = st.sampled_from(
    [b'"', b"{", b"}", b"[" * 500, b"]", b",", b":", b"\n", b"\r", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1b[2J", b"null", b"-1", b"1e999", b"NaN",
     b"9" * 400, b"2024-13-45T99:99:99Z", b"9999-12-31T23:59:59-12:00", b"<!DOCTYPE x [", b"<a>" * 300, b"`" * 3, b"|" * 300, b"\xe2\x80\xae", b"\\ud800"]
)  # fmt: skip
CUTS = st.tuples(st.integers(0, 20_000), st.integers(0, 60), PIECES | st.binary(max_size=6))


@pytest.mark.fuzz
@given(st.sampled_from(NAMES), st.lists(CUTS, min_size=1, max_size=8), st.sampled_from(NAMES))
@settings(max_examples=max(150, settings().max_examples))
def test_any_damage_is_read_or_refused_in_one_line(name, cuts, other):
    content = text_of(name).encode()
    for start, length, piece in cuts:
        start %= len(content) + 1
        content = content[:start] + piece + content[start + length :]
    for taken_for in {name, other}:
        reading = attempt(content, taken_for)
        for row in reading.rows if reading else ():
            assert not set(row.text) & {"\0", "\x1b", "\u202e"}


@pytest.mark.parametrize("name", [name for name in TREES if name not in ("dispatch_json",)])
def test_a_damaged_first_record_hides_no_format(name: str):
    tree = copy.deepcopy(TREES[name])
    lists = [tree] if isinstance(tree, list) else [value for value in tree.values() if isinstance(value, list) and value]  # type: ignore[union-attr]
    for records in lists:
        records[:0] = [{"of": "another sort"}, None]
    source = source_from_bytes("file", json.dumps(tree).encode())
    assert identify(source)[0][1].name == name
    assert read(source, HINTS).rows
