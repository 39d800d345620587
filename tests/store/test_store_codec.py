"""What is written reads back as the same record; what is no session is refused in one line."""

from datetime import UTC
from pathlib import Path

import pytest
import tomli_w
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from records import records

from noblame.model import Event, Record, clean, planned
from noblame.store import codec
from noblame.store.codec import Codec, _plain, load
from noblame.store.reading import decode
from noblame.store.refusal import SessionRefused

HERE = Path("x.toml")


@given(records())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_reading_back_gives_the_same_record(record: Record):
    text = Codec().dump(record)
    again = load(text, HERE)
    assert again == record
    assert Codec().dump(again) == text
    assert [e.at and e.at.utcoffset() for e in again.events] == [e.at and e.at.utcoffset() for e in record.events]


def test_a_second_dump_uses_what_it_wrote(record: Record):
    codec = Codec()
    codec.dump(record)
    longer = record.but(events=(*record.events, Event(id="e9", text="one more")))
    assert codec.dump(longer) == Codec().dump(longer)


def test_actions_come_last_and_unknown_keys_stay(record: Record):
    text = 'schema = 1\nshade = "blue"\n[incident]\ntitle = "x"\nmood = 3\n[other]\na = 1\n[[events]]\nid = "e1"\nsmell = "smoke"\n[[actions]]\nid = "a1"\n'
    written = Codec().dump(load(text, HERE))
    for kept in ('shade = "blue"', "mood = 3", "[other]", 'smell = "smoke"'):
        assert kept in written
    assert written.rindex("[[") == written.index("[[actions]]")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("schema = 2", "schema 2 is newer"),
        ('schema = "one"', "schema should be a whole number"),
        ("what is this", "not TOML at line 1"),
        ("[incident]\ntitle = 3", "line 2: incident.title"),
        ('[[events]]\nid = "e1"\n[[events]]\nid = "e2"\nat = 14:31:00', "line 5: events[1].at"),
        ('[[events]]\nid = "e1"\nat = 2024-01-15T14:31:00', "line 3: events[0].at"),
        ('[incident]\nzone = "Mars/Base"', "'Mars/Base' is not a time zone"),
        ('[[events]]\nid = "e1"\n[[events]]\nid = "e1"', "line 4: id 'e1' stands twice"),
        ('[[causes]]\nid = "c1"\nparents = ["c2"]\n[[causes]]\nid = "c2"\nparents = ["c1"]', "in a circle"),
        ('[[causes]]\nid = "c1"\nparents = ["c7"]', "there is no cause c7"),
        ("<<<<<<< ours\n", "line 1 is a merge conflict marker"),
        ("a." * 40000 + "b = 1", "not TOML"),
        ("events = 3", "events"),
    ],
)
def test_what_is_no_session_is_refused_with_its_place(text: str, said: str):
    with pytest.raises(SessionRefused) as refusal:
        load(text, HERE)
    assert said in str(refusal.value)
    assert str(refusal.value).startswith("x.toml: ")
    assert "\n" not in str(refusal.value)


@given(records())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_that_a_terminal_obeys_is_ever_stored(record: Record):
    text = Codec().dump(record)
    assert not any((ord(c) < 32 and c not in "\n\t") or 0x7F <= ord(c) < 0xA0 or ord(c) in (0x202E, 0x2066) for c in text)
    assert clean(clean(text)) == clean(text)


PIECES = st.sampled_from(
    [b"[[events]]\n", b"[incident]\n", b'id = "e1"\n', b"at = 2024-01-15T14:31:00Z\n", b"= ", b'"' * 3, b"'" * 3, b"[", b"{", b"}", b"]", b".",
     b"\\u", b"\\ud800", b"\0", b"\r", b"\xff\xfe", b"\xef\xbb\xbf", b"<<<<<<< ours\n", b"9" * 5_000, b"a." * 2_000, b"[" * 2_000, b"nan"]
)  # fmt: skip
CUTS = st.tuples(st.integers(0, 5_000), st.integers(0, 40), PIECES | st.binary(max_size=6))


@pytest.mark.fuzz
@given(records(), st.lists(CUTS, max_size=8))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_any_damage_is_read_or_refused_in_one_line(record: Record, cuts: list[tuple[int, int, bytes]]):
    content = Codec().dump(record).encode()
    for start, length, piece in cuts:
        start %= len(content) + 1
        content = content[:start] + piece + content[start + length :]
    said, read = "x.toml: ", None
    try:
        read = load(decode(content, HERE), HERE)
    except SessionRefused as refusal:
        said = str(refusal)
    assert said.startswith("x.toml: ")
    assert said.isprintable()
    assert read is None or load(Codec().dump(read), HERE) == read


_VALUES = st.recursive(
    st.text() | st.integers() | st.booleans() | st.datetimes(timezones=st.just(UTC)) | st.floats(allow_nan=False),
    lambda inner: st.lists(inner).map(tuple),
    max_leaves=5,
)


@given(st.dictionaries(st.text(), _VALUES))
def test_lines_are_those_that_the_library_writes(table: dict[str, object]):
    assert _plain(table) == tomli_w.dumps(table, multiline_strings=True)


@pytest.mark.parametrize(
    ("part_of", "kept"),
    [
        (("", "e1"), ("", "e1")),
        (("", "e9"), ("", "")),
        (("e1", ""), ("", "")),
        (("e2", "e1"), ("", "")),
        (("e2", "e9"), ("", "")),
    ],
)
def test_what_is_folded_into_nothing_stands_for_itself(part_of: tuple[str, str], kept: tuple[str, str]):
    text = "".join(f'[[events]]\nid = "e{n}"\ntext = "x"\npart_of = "{head}"\n' for n, head in enumerate(part_of, start=1))
    assert tuple(event.part_of for event in load(text, Path("s.toml")).events) == kept


def test_a_plan_without_blocks_is_the_standard_one():
    assert load("[agenda]\ncurrent = 3\n", Path("s.toml")).agenda.blocks == planned("standard").blocks
    assert load("[agenda]\ncurrent = 3\n", Path("s.toml")).agenda.current is None


@pytest.mark.parametrize(
    "text",
    [
        '[[agenda.blocks]]\nname = "A"\npart = "opening"\nminutes = 5\nspent = inf\n',
        '[[agenda.blocks]]\nname = "A"\npart = "opening"\nminutes = 1000000000000\n',
        '[[actions]]\nid = "a1"\ndue = 9999-12-31\n',
        "[agenda]\nsince_uptime = 1e300\n",
    ],
)
def test_numbers_and_days_that_cannot_be_counted_are_refused(text: str):
    with pytest.raises(SessionRefused, match=r"s\.toml"):
        load(text, Path("s.toml"))


def test_more_tables_than_a_session_has_room_for_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(codec, "MOST_ENTRIES", 3)
    tables = "".join(f"\n[x.a{n}]" for n in range(7))
    with pytest.raises(SessionRefused, match="7 tables"):
        load(tables, Path("s.toml"))
    assert load(tables.rpartition("\n")[0], Path("s.toml"))
