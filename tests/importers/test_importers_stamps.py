from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noblame.importers.times.stamps import EARLIEST, LATEST, epoch, iso, parse
from noblame.importers.times.zones import offers, twice_or_never, zone, zone_on

MOMENT = datetime(2024, 1, 16, 14, 31, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2024-01-16T14:31:20Z",
        "2024-01-16T14:31:20.000000000Z",
        "2024-01-16 14:31:20+00:00",
        "2024-01-16T15:31:20+0100",
        "2024-01-16T09:31:20,000-05:00",
    ],
)
def test_iso_forms(text: str):
    assert iso(text) == MOMENT


@pytest.mark.parametrize("text", ["0001-01-01T00:00:00Z", "", "soon", "2024-13-01T00:00:00Z", "2024-01-16T14:31:20", "1" * 100])
def test_what_is_no_moment(text: str):
    assert iso(text) is None


@pytest.mark.parametrize(
    ("value", "micros"),
    [("1705415480", 0), (1705415480, 0), ("1705415480123", 123_000), ("1705415480123456", 123_456),
     ("1705415480123456789", 123_456), ("1705415480.123456", 123_456), (1705415480.5, 500_000)],
)  # fmt: skip
def test_epochs_are_told_by_their_size(value: str | int | float, micros: int):
    assert epoch(value) == MOMENT + timedelta(microseconds=micros)


@pytest.mark.parametrize("value", ["123456789", "9999999999", "12345678901", "-1705415480", "1e9", True, float("inf"), "٣" * 10])
def test_what_is_no_epoch(value: str | int | float):
    assert epoch(value) is None


@given(st.datetimes(EARLIEST.replace(tzinfo=None), LATEST.replace(tzinfo=None) - timedelta(seconds=1), timezones=st.just(UTC)))
def test_a_microsecond_epoch_comes_back_exactly(moment: datetime):
    micros = (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
    if micros >= 10**15:
        assert epoch(micros) == moment


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [
        ("16.01.2024 14:31", date(2024, 1, 16), time(14, 31)),
        ("16. 1. 2024 14:31:20", date(2024, 1, 16), time(14, 31, 20)),
        ("16.01.24, 14:31 Uhr", date(2024, 1, 16), time(14, 31)),
        ("16/Jan/24 2:31 PM", date(2024, 1, 16), time(14, 31)),
        ("16/Jan/2024:14:31:20 +0100", date(2024, 1, 16), time(14, 31, 20)),
        ("Tue Jan 16 14:31:20 2024", date(2024, 1, 16), time(14, 31, 20)),
        ("Tue Jan 16 14:31:20 UTC 2024", date(2024, 1, 16), time(14, 31, 20)),
        ("1/16/2024 2:31 PM", date(2024, 1, 16), time(14, 31)),
        ("1/16/2024 12:05 a.m.", date(2024, 1, 16), time(0, 5)),
        ("16/01/2024 14h31", date(2024, 1, 16), time(14, 31)),
        ("2024/01/16 14:31:20.5", date(2024, 1, 16), time(14, 31, 20, 500_000)),
        ("2024年1月16日 14:31", date(2024, 1, 16), time(14, 31)),
        ("16 Jan 2024 14:31", date(2024, 1, 16), time(14, 31)),
        ("Tue, 16 January 2024 at 14:31", date(2024, 1, 16), time(14, 31)),
        ("Jan 16, 2024", date(2024, 1, 16), None),
        ("2024-01-16", date(2024, 1, 16), None),
        ("14:31", None, time(14, 31)),
        ("2 pm", None, time(14)),
    ],
)
def test_dates_as_people_type_them(text: str, day: date | None, clock: time | None):
    found = parse(text)
    assert found is not None
    assert (found.day, found.clock, found.other_day) == (day, clock, None)


@pytest.mark.parametrize(
    "text", ["hello", "42", "10", "31.02.2024", "25:00", "14:61", "13 pm", "1234 19:01:01", "1.5.3-rc2", "10:34 - down"]
)
def test_what_is_no_time(text: str):
    assert parse(text) is None


def test_a_date_that_can_be_read_two_ways_keeps_both():
    found = parse("03/04/2024 10:00")
    assert found
    assert (found.day, found.other_day, found.order) == (date(2024, 3, 4), date(2024, 4, 3), "")
    assert [parse(f"{text}/2024").order for text in ("13/4", "4/13", "4/4")] == ["day first", "month first", ""]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "said"), [("16.01.2024 14:31 CET", "CET"), ("14:31 (UTC)", "UTC"), ("2024-01-16 14:31:20 +0200 CEST", "+0200 CEST")]
)
def test_words_after_the_clock_are_its_zone(text: str, said: str):
    found = parse(text)
    assert found
    assert found.zone == said


@given(st.text(max_size=100))
def test_any_text_is_survived(text: str):
    parse(text)
    epoch(text)
    zone_on(text, datetime(2024, 1, 1))
    offers(text)


@pytest.mark.parametrize(
    ("name", "hours"),
    [("UTC", 0), ("Z", 0), ("+02:00", 2), ("-0500", -5), ("UTC+3", 3), ("Europe/Prague", 1), ("PST", -8), ("CET", 1),
     ("+0200 CEST", 2), ("(CET)", 1)],
)  # fmt: skip
def test_zones_in_winter(name: str, hours: int):
    kept = zone_on(name, datetime(2024, 1, 16, 12))
    assert kept
    assert datetime(2024, 1, 16, 12, tzinfo=kept).utcoffset() == timedelta(hours=hours)


def test_a_winter_name_on_a_summer_day_is_a_question():
    assert zone_on("CET", datetime(2024, 6, 2, 12)) is None
    assert offers("CET") == ("Europe/Paris",)
    assert zone_on("CEST", datetime(2024, 6, 2, 12)) is not None


@pytest.mark.parametrize("name", ["CST", "IST", "BST"])
def test_names_that_several_countries_use_are_questions(name: str):
    assert zone_on(name, datetime(2024, 1, 16)) is None
    assert len(offers(name)) > 1


@pytest.mark.parametrize("name", ["", "Mars", "Mars/Base", "../../etc/passwd", "+25:00", "CEST"])
def test_what_is_no_zone_to_name(name: str):
    assert zone(name) is None


def test_wall_times_at_a_change_of_clocks():
    prague = zone("Europe/Prague")
    assert prague
    assert twice_or_never(datetime(2024, 10, 27, 2, 30), prague) == "twice"
    assert twice_or_never(datetime(2024, 3, 31, 2, 30), prague) == "never"
    assert twice_or_never(datetime(2024, 3, 31, 4, 30), prague) == ""
