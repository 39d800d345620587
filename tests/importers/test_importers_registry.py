import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from noblame.importers import registry
from noblame.importers.base import LONGEST_TEXT, MOST_WARNINGS, Hints, Importer, Reading, Row, Warnings, reading
from noblame.importers.kinds import KIND_OF
from noblame.importers.preview import as_json, in_words
from noblame.importers.refusal import Refused
from noblame.importers.source import Source, source_from_bytes
from noblame.model import KINDS

DAY = json.dumps([{"ts": "1705415480.000200", "text": "disk full", "user": "U1"}]).encode()
TABLE = b"time,what\n2024-05-02 10:00,slow\n"


def source(content: bytes, name: str = "file") -> Source:
    return source_from_bytes(name, content)


def importer(name: str, certainty: float, records: int = 1) -> Importer:
    return Importer(name, name.title(), lambda _: certainty, lambda _, __: reading(name, records, []))


@pytest.mark.parametrize(("content", "name"), [(DAY, "slack_export"), (TABLE, "csv")])
def test_the_content_decides_and_not_the_name(content: bytes, name: str):
    assert registry.identify(source(content, "misleading.png"))[0][1].name == name
    assert registry.read(source(content, "misleading.xlsx"), Hints(zone="UTC")).source == name


def test_formats_that_fit_alike_are_a_question(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(registry, "IMPORTERS", (importer("one", 0.5), importer("two", 0.55), importer("three", 0.1)))
    with pytest.raises(Refused, match="--format two or --format one"):
        registry.read(source(b"x"), Hints())
    assert registry.read(source(b"x"), Hints(), "three").source == "three"
    monkeypatch.setattr(registry, "IMPORTERS", (importer("one", 0.5), importer("two", 0.55), importer("three", 0.1, records=0)))
    with pytest.raises(Refused, match="nothing in it reads as Three"):
        registry.read(source(b"x"), Hints(), "three")
    with pytest.raises(Refused, match="there are one, two, three"):
        registry.read(source(b"x"), Hints(), "four")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "an empty file"),
        (b"dear all,\nnothing here", "text that begins with 'dear all,'"),
        (b'{"alpha": 1, "beta": 2}', "JSON with alpha, beta"),
        (b'{"alpha": 1}\n{"alpha": 2}', "JSON lines with alpha"),
        (b'[{"ts": "1"', "line 1, column 12"),
        (b"\x89PNG\r\n\0\0", "is a PNG picture; name the text file"),
        ("words of text".encode("utf-16-le"), "UTF-16 without"),
        (b"\x1f\x8b" + b"\xff" * 9, "a gzip file"),
    ],
)
def test_what_is_no_format_is_described(content: bytes, said: str):
    with pytest.raises(Refused) as refused:
        registry.read(source(content), Hints())
    assert str(refused.value).startswith("file: ")
    assert said in str(refused.value)


def test_a_folder_of_something_else_is_described():
    with pytest.raises(Refused, match=r"a folder with 0 JSON files"):
        registry.read(Source("photos", (), container="folder"), Hints())


def test_a_refusal_is_one_clean_line():
    assert str(Refused("a\x1b[31m:\nb")) == "a␛[31m: b"


def test_every_source_kind_makes_a_kind_of_the_model():
    assert set(KIND_OF.values()) <= set(KINDS)


def test_many_warnings_of_a_sort_become_a_count():
    warnings = Warnings(["first"])
    for number in range(MOST_WARNINGS + 5):
        warnings.add(f"row {number}", f"cannot read {number}", "cannot read")
    said = warnings.all()
    assert len(said) == MOST_WARNINGS + 2
    assert said[0] == "first"
    assert said[-1] == "5 more: cannot read"


def row(text: str, minute: int | None = None, **more: object) -> Row:
    at = None if minute is None else datetime(2024, 5, 2, 10, minute, tzinfo=UTC)
    return replace(Row(at, text, origin=f"file, {text}"), **more)  # type: ignore[arg-type]


def made(*rows: Row) -> Reading:
    return reading("csv", 9, rows, zone="UTC", columns=(("time", "Wann"),), warnings=Warnings(["row 9: odd"]))


def test_rows_stand_in_the_order_of_time_and_long_texts_are_cut_but_kept():
    found = made(row("none"), row("b", 5), row("a", 1), row("c", 5), row("x" * 3000, 9))
    assert [r.text[:4] for r in found.rows] == ["a", "b", "c", "xxxx", "none"]
    assert len(found.rows[3].text) == LONGEST_TEXT
    assert found.rows[3].raw == "x" * 3000


def test_the_preview_for_scripts_offers_what_has_a_place():
    found = made(row("a", 1, author="Mira Sol", source_kind="note"), row("j", 2, noise="joined the channel"), row("lost"))
    assert as_json(found) == {
        "source": "csv",
        "records": 9,
        "entries": [
            {"at": "2024-05-02T10:01:00+00:00", "text": "a", "author": "Mira Sol", "kind": "note", "source_ref": "file, a"}
        ],
        "skipped": [{"reason": "joined the channel", "count": 1}, {"reason": "no time that can be read", "count": 1}],
        "unplaced": [{"text": "lost", "source_ref": "file, lost"}],
        "warnings": ["row 9: odd"],
    }


def test_the_preview_for_people_says_all_there_is_to_check():
    told = "\n".join(
        in_words(
            made(
                row("a", 1, author="Mira", preselect=True), row("b", 2), row("j", 3, noise="joined"), row("d", 4, precision="day")
            )
        )
    )
    for part in (
        "9 records, 3 for the timeline",
        "1 starred",
        "read as UTC",
        "'Wann'",
        "Mira: a",
        "joined (1)",
        "row 9: odd",
        "2024-05-02  d",
    ):
        assert part in told
