"""Real samples with expectations, where the environment names a folder of them."""

import json
import os
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from noblame.editor.edits import sources
from noblame.importers.base import Hints, Reading, Row
from noblame.importers.kinds import KIND_OF
from noblame.importers.merging import into
from noblame.importers.registry import IMPORTERS, read
from noblame.importers.source import read_source
from noblame.model import Record

SAMPLES = os.environ.get("NOBLAME_SAMPLES")
FOLDERS = {
    *("slack", "alertmanager", "csv_timeline", "discord", "mattermost", "msteams", "zulip"),
    *("irc", "transcript", "shell_history", "markdown_timeline"),
    *("pagerduty", "opsgenie", "grafana", "statuspage", "incident_platforms", "git", "github", "argocd", "kubernetes"),
    *("journald", "syslog", "aws"),
}
"""Those whose formats are read so far."""
START = datetime(2024, 1, 15, 14, tzinfo=UTC)
"""When a recording began whose expectations count from there."""
MARKS = 1
"""How far the count of records may be off: some expectations count the end of the file as a line."""

EXPECTED = sorted(Path(SAMPLES, "imports").glob("*/*.expected.json")) if SAMPLES else []
CASES = [path for path in EXPECTED if path.parent.name in FOLDERS]

pytestmark = pytest.mark.skipif(not CASES, reason="NOBLAME_SAMPLES names no folder of samples")


def hints(wanted: dict) -> Hints:
    given = dict(wanted.get("import_args", {}))
    if (wanted.get("timezone") or {}).get("known") is False:
        given.setdefault("zone", "UTC")
    if "date" in given:
        given["date"] = date.fromisoformat(given["date"])
    if any(((wanted.get(end) or {}).get("time") or "").startswith("+") for end in ("first", "last")):
        given.setdefault("start", START)
    return Hints(**given)


def load(path: Path) -> tuple[dict, Reading]:
    wanted = json.loads(path.read_text("utf-8"))
    return wanted, read(read_source(path.with_name(path.name.removesuffix(".expected.json"))), hints(wanted))


def entries(reading: Reading) -> list[Row]:
    placed = [row for row in reading.rows if row.at and not row.noise]
    return placed or [row for row in reading.rows if not row.noise]


def moment(time: str) -> datetime:
    """Return a time, also one that counts from the start of a recording."""
    if time.startswith("+"):
        hours, minutes, seconds = time[1:].split(":")
        return START + timedelta(hours=int(hours), minutes=int(minutes), seconds=float(seconds))
    at = datetime.fromisoformat(time)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def within(number: int, wanted: object) -> bool:
    if isinstance(wanted, dict):
        return wanted.get("min", 0) <= number <= wanted.get("max", number)
    return number == wanted


@pytest.fixture(params=CASES, ids=lambda path: f"{path.parent.name}/{path.name.removesuffix('.expected.json')}")
def sample(request: pytest.FixtureRequest) -> tuple[dict, Reading]:
    return load(request.param)


def test_every_record_is_counted(sample):
    wanted, reading = sample
    assert abs(reading.records - wanted["records_total"]) <= MARKS * (reading.source == "irc")


def test_as_many_entries_as_a_careful_human_offers(sample):
    wanted, reading = sample
    assert within(len(entries(reading)), wanted["entries_expected"])


@pytest.mark.parametrize("end", ["first", "last"])
def test_first_and_last_entry(sample, end):
    wanted, reading = sample
    if wanted[end] is None:
        pytest.skip("nothing is expected there")
    sure = [row for row in entries(reading) if row.precision != "about"]
    found = sure[0 if end == "first" else -1]
    if wanted[end]["time"] is None:
        assert found.at is None
        return
    year = wanted.get("import_args", {}).get("year")
    at = moment(f"{year}-{wanted[end]['time']}" if year else wanted[end]["time"])
    together = [row for row in entries(reading) if row.at == found.at]
    one = timedelta(seconds=1)  # old Slack counts where microseconds would stand
    assert found.at - one < at < (found.until or found.at) + one
    text, author = wanted[end].get("text_contains"), wanted[end].get("author")
    assert any((not text or text.casefold() in row.text.casefold()) and (not author or row.author == author) for row in together)


def test_kinds_of_the_best_reading(sample):
    wanted, reading = sample
    best = wanted["entries_expected"]
    best = best.get("best") if isinstance(best, dict) else best
    kinds = {kind: n for kind, n in wanted["kinds"].items() if kind in KIND_OF}
    if len(entries(reading)) == best and sum(kinds.values()) == best:
        assert Counter(row.source_kind for row in entries(reading)) == kinds


def test_what_is_left_out_is_counted(sample):
    wanted, reading = sample
    if "drops" in wanted:
        assert sum(count for _, count in (*reading.noise, *reading.skipped)) == sum(wanted["drops"].values())


def test_no_more_is_starred_than_may_be(sample):
    wanted, reading = sample
    if "preselect" in wanted:
        assert within(sum(row.preselect for row in reading.rows), wanted["preselect"])


def test_columns_and_warnings(sample):
    wanted, reading = sample
    assert wanted.get("columns", {}).items() <= dict(reading.columns).items()
    for warning in wanted.get("warnings_expected", []):
        if warning != "no zone":
            words = warning.replace('"', "'").replace(": ", " ").split()
            assert any(all(word.strip(":").casefold() in said.casefold() for word in words) for said in reading.warnings), warning


def test_secrets_of_links_are_nowhere(sample):
    _, reading = sample
    assert not any("xoxe-" in text for row in reading.rows for text in (row.text, row.raw, *row.evidence))


def test_every_format_has_a_name_of_its_own():
    assert len({importer.name for importer in IMPORTERS}) == len(IMPORTERS)


def test_a_second_import_adds_nothing_whatever_became_of_the_clock(sample):
    _, reading = sample
    record, _ = into(Record(), reading)
    assert into(record, reading)[0] is record
    for step in (40, ZoneInfo("Asia/Tokyo")):
        moved = record
        for origin in {sources.Origin.of(event) for event in record.events}:
            moved = sources.set_right(moved, origin, step)
        assert into(moved, reading)[0] is moved
