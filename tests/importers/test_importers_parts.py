"""A folder or zip with files of several formats: each is read by its own, and what is left out is told."""

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from noblame.importers.base import Hints
from noblame.importers.parts import read_all
from noblame.importers.refusal import NeedsHint, Refused
from noblame.importers.source import Source, read_source, source_from_bytes

DAY = json.dumps([{"ts": "1705415480.000200", "text": "disk full", "user": "U1"}])
ALERTS = json.dumps([{"fingerprint": "f1", "startsAt": "2024-01-16T14:00:00Z", "endsAt": "0001-01-01T00:00:00Z",
                      "labels": {"alertname": "DiskFull"}, "annotations": {}, "status": {"state": "active"}}])  # fmt: skip
TABLE = "time,what\n2024-01-16T14:20:00Z,slow\n"
NOTES = "# Notes\n\nNothing with a time in it.\n"


def filled(folder: Path, files: dict[str, str | bytes]) -> Source:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_source(folder)


def sources(source: Source) -> list[tuple[str, str]]:
    return [(reading.file, reading.source) for reading in read_all(source, Hints(zone="UTC")).readings]


MIXED: dict[str, str | bytes] = {
    "chat/users.json": json.dumps([{"id": "U1", "name": "ana"}]), "chat/channels.json": json.dumps([{"id": "C1", "name": "inc"}]),
    "chat/inc/2024-01-16.json": DAY, "alerts.json": ALERTS, "table.csv": TABLE, "more/table.csv.gz": gzip.compress(TABLE.encode()),
    "NOTES.md": NOTES, "shot.png": b"\x89PNG", ".git/HEAD": "ref",
}  # fmt: skip
READ = [
    ("chat", "slack_export"), ("alerts.json", "alertmanager"), ("table.csv", "csv"), ("table.csv", "csv"),
]  # fmt: skip


def test_each_file_of_a_folder_is_read_by_its_own_format(tmp_path: Path):
    found = read_all(filled(tmp_path, MIXED), Hints(zone="UTC"))
    assert sorted((r.file, r.source) for r in found.readings) == sorted(READ)
    assert [row.author for row in found.readings[0].rows] == ["ana"]
    assert len(found.left_out) == 2
    assert any("NOTES.md: looks like text that begins with '# Notes'" in said for said in found.left_out)
    assert any("shot.png" in said for said in found.left_out)


def test_a_zip_of_several_formats_too(tmp_path: Path):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in MIXED.items():
            archive.writestr(name, content)
        archive.writestr("inner.zip", b"PK\5\6" + b"\0" * 18)
    packed = source_from_bytes("all.zip", held.getvalue())
    assert sorted(sources(packed)) == sorted(READ)
    assert any("inner.zip is a zip in a zip" in said for said in read_all(packed, Hints(zone="UTC")).left_out)
    (tmp_path / "all.zip").write_bytes(held.getvalue())
    assert sorted(sources(read_source(tmp_path))) == sorted(READ)


def test_a_file_that_asks_is_told_and_the_others_are_read(tmp_path: Path):
    folder = filled(tmp_path, {"alerts.json": ALERTS, "table.csv": "time,what\n2024-01-16 14:20,slow\n"})
    found = read_all(folder, Hints())
    assert [reading.source for reading in found.readings] == ["alertmanager"]
    assert "table.csv, row 1: times are written without a zone" in found.left_out[0]
    assert len(read_all(folder, Hints(zone="UTC")).readings) == 2
    with pytest.raises(NeedsHint):
        read_all(read_source(tmp_path / "table.csv"), Hints())


def test_one_export_in_many_files_stays_one(tmp_path: Path):
    found = read_all(filled(tmp_path, {"inc/2024-01-16.json": DAY, "inc/2024-01-17.json": DAY}), Hints())
    assert [reading.source for reading in found.readings] == ["slack_export"]


def test_a_folder_without_anything_known_is_refused(tmp_path: Path):
    with pytest.raises(Refused, match="looks like a folder with"):
        read_all(filled(tmp_path, {"NOTES.md": NOTES}), Hints())


def test_a_packed_file_is_read_and_a_cut_one_is_refused():
    packed = gzip.compress(TABLE.encode() * 50)
    assert sources(source_from_bytes("table.csv.gz", packed)) == [("table.csv", "csv")]
    with pytest.raises(Refused, match=r"table\.csv\.gz: is a gzip file that is damaged or cut"):
        source_from_bytes("table.csv.gz", packed[:-9])
