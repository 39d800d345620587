"""Over labelled sentences, where a folder of them is named: exact before complete."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from noblame.lint.whys import stops
from noblame.lint.wording.check import wording

FOLDER = Path(os.environ.get("NOBLAME_SAMPLES", "")) / "language"
pytestmark = pytest.mark.skipif("NOBLAME_SAMPLES" not in os.environ, reason="NOBLAME_SAMPLES names no folder")


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines() if line.strip()]


def test_blame_is_told_from_its_likes():
    found = [(row["label"] == "blame", wording(row["text"]) is not None, row) for row in rows("blame.jsonl")]
    hits = sum(blame and flagged for blame, flagged, _ in found)
    assert hits >= 0.85 * sum(flagged for _, flagged, _ in found)
    assert hits >= 0.75 * sum(blame for blame, _, _ in found)
    ordinary = [flagged for blame, flagged, row in found if row.get("random_sample") and not blame]
    assert sum(ordinary) <= len(ordinary) / 31


def test_whys_that_stop_at_a_person_or_a_guess():
    for label, rule, least in (
        ("stops_at_human_error", "why.stops-at-a-person", 0.85),
        ("speculative", "why.speculative", 0.8),
    ):
        found = [(row["labels"][label], rule in [stop.rule.id for stop in stops(row["text"])]) for row in rows("whys.jsonl")]
        hits = sum(right and flagged for right, flagged in found)
        assert 2 * hits >= least * (sum(right for right, _ in found) + sum(flagged for _, flagged in found))
