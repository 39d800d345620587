import pytest

from noblame.lint.numbers import number_faults
from noblame.model import Event, Impact, Incident, Record


def messages(*texts: str, summary: str = "", told: str = "") -> list[str]:
    facets = tuple(Impact(id=f"i{n}", text=text) for n, text in enumerate(texts))
    events = (Event(id="e1", text=told),)
    return [
        finding.message for finding in number_faults(Record(incident=Incident(summary=summary), impact=facets, events=events))
    ]


@pytest.mark.parametrize(
    ("texts", "fault"),
    [
        (("8,000 unique customers", "570 support tickets (31% of affected users)"), "570 tickets is 7.1% of 8,000, not 31%"),
        (("640 of 3,200 orders (25%)",), "640 is 20% of 3,200, not 25%"),
        (("25% (640 of 3,200 orders)",), "640 is 20% of 3,200, not 25%"),
        (("40 percent (640 out of 3,200)",), "640 is 20% of 3,200, not 40%"),
    ],
)
def test_a_percentage_that_does_not_fit_its_numbers(texts: tuple[str, ...], fault: str):
    assert messages(*texts) == [fault]


@pytest.mark.parametrize(
    "texts",
    [
        ("8,000 customers", "900 tickets (11% of affected users)"),
        ("640 of 3,200 orders (20%)",),
        ("1 of 3 replicas (33%)",),
        ("2 of 3 replicas (66%)",),
        ("8,000 customers", "6,500 accounts", "900 tickets (31% of affected users)"),
        ("900 tickets (31% of affected users)",),
        ("8,000 customers", "error rate at 23%, 900 tickets"),
        ("8,000 customers", "$900 refunds (31% of customers)"),
        ("0 of 0 orders (5%)",),
    ],
)
def test_what_fits_or_cannot_be_judged_is_left_alone(texts: tuple[str, ...]):
    assert messages(*texts) == []


def test_every_text_of_the_record_is_read():
    assert messages(summary="12 of 48 shards (50%)", told="At noon 3 of 4 nodes (25%) answered") == [
        "12 is 25% of 48, not 50%",
        "3 is 75% of 4, not 25%",
    ]


def test_the_place_is_named():
    (finding,) = number_faults(Record(impact=(Impact(id="i7", text="1 of 2 (90%)"),)))
    assert (finding.place, finding.rule, finding.level) == ("i7", "number-mismatch", "warning")
