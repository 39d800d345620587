from datetime import UTC, datetime, timedelta

import pytest

from noblame.analysis.durations import in_full, in_words, minutes_between


@pytest.mark.parametrize(
    ("minutes", "short", "full"),
    [
        (0, "0m", "0 min"),
        (0.2, "<1m", "<1 min"),
        (0.5, "1m", "1 min"),
        (8, "8m", "8 min"),
        (8.49, "8m", "8 min"),
        (8.5, "9m", "9 min"),
        (59.6, "1h", "1 h"),
        (80, "1h20", "1 h 20"),
        (24 * 60, "1d", "1 d"),
        (27 * 60 + 10, "1d3h", "1 d 3 h"),
        (-5, "-5m", "-5 min"),
    ],
)
def test_minutes_in_words(minutes: float, short: str, full: str):
    assert in_words(minutes) == short
    assert in_full(minutes) == full


def test_minutes_between_is_exact_and_signed():
    start = datetime(2025, 3, 30, 1, 59, tzinfo=UTC)
    assert minutes_between(start, start + timedelta(seconds=90)) == 1.5
    assert minutes_between(start, start - timedelta(minutes=3)) == -3
