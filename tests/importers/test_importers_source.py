import io
import os
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from noblame.importers import source as opening
from noblame.importers.decoding import decode
from noblame.importers.refusal import Refused
from noblame.importers.source import read_source, source_from_bytes


def zipped(*entries: tuple[str | zipfile.ZipInfo, str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return held.getvalue()


def test_a_file_is_one_member_and_knows_its_folder(tmp_path: Path):
    folder = tmp_path / "inc-42"
    folder.mkdir()
    (folder / "day.json").write_text("[]")
    source = read_source(folder / "day.json")
    assert (source.name, source.place, source.container) == ("day.json", "inc-42", "")
    assert source.members[0].content == b"[]"


@pytest.mark.parametrize("place", ["missing", "pipe", "/dev/null", "nul\0byte"])
def test_what_is_no_regular_file_is_refused_without_waiting(tmp_path: Path, place: str):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Refused, match=r"check|save"):
        read_source(tmp_path / place)


def test_a_huge_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(opening, "LARGEST", 10)
    (tmp_path / "big.csv").write_text("x" * 11)
    with pytest.raises(Refused, match="larger than"):
        read_source(tmp_path / "big.csv")


def test_a_folder_gives_its_json_and_says_what_it_leaves_out(tmp_path: Path):
    export = tmp_path / "export"
    (export / "general").mkdir(parents=True)
    (export / "general" / "2024-05-01.json").write_text("[]")
    (export / "notes.txt").write_text("not read")
    os.mkfifo(export / "general" / "2024-05-02.json")
    (export / "general" / "2024-05-03.json").symlink_to("/etc/hostname")
    (export / "elsewhere").symlink_to("/etc")
    (export / "again").symlink_to(export)
    source = read_source(export)
    assert [member.name for member in source.members] == ["general/2024-05-01.json"]
    assert len(source.warnings) == 4
    assert any("leads out" in said and "2024-05-03" in said for said in source.warnings)


def test_folders_deep_down_are_left_out(tmp_path: Path):
    deep = tmp_path.joinpath(*"abcde")
    deep.mkdir(parents=True)
    (deep / "x.json").write_text("[]")
    source = read_source(tmp_path)
    assert not source.members
    assert "too deep" in source.warnings[0]


def test_too_many_bytes_in_a_folder_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(opening, "LARGEST_TOTAL", 5)
    for name in "ab":
        (tmp_path / f"{name}.json").write_text("[1]")
    with pytest.raises(Refused, match="more than"):
        read_source(tmp_path)


def test_a_zip_gives_its_json_in_order_of_names():
    source = source_from_bytes(
        "x.zip", zipped(("b/2.json", "[2]"), ("a.json", "[1]"), ("pic.png", "…"), ("__MACOSX/._a.json", "?"))
    )
    assert [(member.name, member.content) for member in source.members] == [("a.json", b"[1]"), ("b/2.json", b"[2]")]
    assert "2 files" in source.warnings[0]


def test_a_name_without_the_mark_of_utf_8_is_read_as_utf_8():
    packed = bytearray(zipped(("büro/2024-05-01.json", "[]")))
    for signature, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = packed.find(signature) + place
        packed[at : at + 2] = struct.pack("<H", struct.unpack("<H", packed[at : at + 2])[0] & ~0x800)
    assert source_from_bytes("x.zip", bytes(packed)).members[0].name == "büro/2024-05-01.json"


@pytest.mark.parametrize("name", ["../users.json", "/etc/users.json", "C:\\users.json", "a\\..\\..\\users.json"])
def test_members_with_paths_that_lead_out_are_refused(name: str):
    with pytest.raises(Refused, match="points outside"):
        source_from_bytes("x.zip", zipped((name, "[]")))


def test_links_in_a_zip_are_refused():
    info = zipfile.ZipInfo("users.json")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with pytest.raises(Refused, match="is a link"):
        source_from_bytes("x.zip", zipped((info, "/etc/passwd")))


def test_too_many_members_are_refused_before_the_directory_is_read():
    with pytest.raises(Refused, match="more than"):
        source_from_bytes("x.zip", b"PK\3\4" + b"PK\1\2" * 20_001)


def test_what_comes_out_of_a_zip_is_counted(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("noblame.importers.archive.LARGEST", 100)
    with pytest.raises(Refused, match=r"a\.json: is larger than"):
        source_from_bytes("x.zip", zipped(("a.json", " " * 101)))
    monkeypatch.setattr("noblame.importers.archive.LARGEST_TOTAL", 150)
    with pytest.raises(Refused, match="more than"):
        source_from_bytes("x.zip", zipped(("a.json", " " * 90), ("b.json", " " * 90)))


@pytest.mark.parametrize(
    ("signature", "place", "value", "said"),
    [
        (b"PK\1\2", 8, b"\1\0", "encrypted"),
        (b"PK\1\2", 10, b"\x0e\0", "unusual way"),
        (b"PK\1\2", 24, b"\3\0\0\0", "damaged"),
        (b"PK\3\4", 0, b"XX", "damaged"),
    ],
    ids=["encrypted", "method", "lying-size", "broken-header"],
)
def test_zips_that_lie_or_are_locked_are_refused(signature: bytes, place: int, value: bytes, said: str):
    packed = bytearray(zipped(("first.json", "[1]"), ("a.json", '[{"text": "hello"}]')))
    at = packed.rfind(signature) + place
    packed[at : at + len(value)] = value
    with pytest.raises(Refused, match=said):
        source_from_bytes("x.zip", bytes(packed))


@pytest.mark.parametrize("length", [30, 60, -5])
def test_a_cut_zip_is_refused(length: int):
    with pytest.raises(Refused, match="damaged or cut"):
        source_from_bytes("x.zip", zipped(("a.json", "[]"))[:length])


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        ("größer".encode(), "größer", "UTF-8"),
        ("größer".encode("utf-8-sig"), "größer", "UTF-8"),
        ("größer".encode("utf-16"), "größer", "UTF-16"),
        ("größer".encode("utf-32"), "größer", "UTF-32"),
        ("größer – 5 €".encode("cp1252"), "größer – 5 €", "Windows-1252"),
    ],
)
def test_encodings_are_found(content: bytes, text: str, encoding: str):
    assert decode(content)[:2] == (text, encoding)


def test_what_is_no_text_is_named():
    assert "UTF-16 without" in decode("plain words".encode("utf-16-le")).trouble
    assert "NUL" in decode(b"many words and one \0 in them").trouble


def test_each_line_is_in_the_encoding_it_came_in():
    text = b"\xef\xbb\xbfZo\xc3\xab: dry\r\nBo: caf\xe9\nZo\xc3\xab: back"
    assert decode(text) == ("Zo\u00eb: dry\r\nBo: caf\u00e9\nZo\u00eb: back", "Windows-1252", "")
