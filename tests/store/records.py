"""Strategies that make any record the model allows."""

from datetime import date, datetime, timedelta, timezone

from hypothesis import strategies as st

from noblame.model import (
    ACTION_KINDS,
    CATEGORIES,
    KINDS,
    LESSON_KINDS,
    NOTE_KINDS,
    PRESETS,
    PRIORITIES,
    Action,
    Cause,
    Event,
    Impact,
    Incident,
    Lesson,
    Link,
    Meeting,
    Note,
    Person,
    Record,
    planned,
)

texts = st.text(max_size=60)
"""Any text, hostile as well: the model cleans it."""
handles = st.lists(st.text("abcdefgh", min_size=1, max_size=6), max_size=3, unique=True).map(tuple)
instants = st.builds(
    lambda at, minutes: at.replace(tzinfo=timezone(timedelta(minutes=minutes))),
    st.datetimes(datetime(1900, 1, 2), datetime(2200, 1, 1)),
    st.integers(-14 * 60, 14 * 60),
)


def _listed(letter: str, make):
    return st.lists(make, max_size=4).map(lambda found: tuple(e.but(id=f"{letter}{n}") for n, e in enumerate(found, 1)))


events = st.builds(
    Event,
    id=st.just("e1"),
    at=st.none() | instants,
    until=st.none() | instants,
    kind=st.sampled_from(KINDS),
    text=texts,
    who=handles,
    evidence=st.lists(texts, max_size=2).map(tuple),
    raw=texts,
    star=st.booleans(),
    hidden=st.booleans(),
    source=texts,
)
causes = st.builds(
    Cause,
    id=st.just("c1"),
    text=texts,
    question=texts,
    category=st.sampled_from(("", *CATEGORIES)),
    join=st.sampled_from(("undecided", "any", "all", "some")),
    probability=st.none() | st.floats(0, 1),
    rank=st.none() | st.integers(1, 9),
)
actions = st.builds(
    Action,
    id=st.just("a1"),
    text=texts,
    owner=texts,
    priority=st.none() | st.sampled_from(PRIORITIES),
    due=st.none() | st.dates(date(1900, 1, 1)),
    kind=st.none() | st.sampled_from(ACTION_KINDS),
    done_when=texts,
)
extras = st.dictionaries(
    st.text("xyz", min_size=2, max_size=5), texts | st.integers(0, 99) | st.lists(st.integers(0, 9), max_size=2), max_size=2
)


def _with_parents(found: tuple[Cause, ...]) -> tuple[Cause, ...]:
    """Hang each cause below the one before it, so that there is no circle."""
    return tuple(c.but(parents=(found[n - 1].id,)) if n else c.but(kind="effect") for n, c in enumerate(found))


@st.composite
def records(draw) -> Record:
    """Any record, with keys in it that a newer noblame might have written."""
    made = Record(
        incident=Incident(
            title=draw(texts),
            summary=draw(texts),
            severity=draw(texts),
            declared_minutes=draw(st.none() | st.integers(0, 9999)),
            **draw(extras),
        ),
        meeting=Meeting(
            norms=tuple(draw(st.lists(texts, max_size=2))), private_notes=draw(texts), preread_at=draw(st.none() | instants)
        ),
        agenda=planned(draw(st.sampled_from(list(PRESETS)))).but(
            current=draw(st.none() | st.integers(0, 4)), since=draw(st.none() | instants)
        ),
        impact=draw(_listed("i", st.builds(Impact, id=st.just("i1"), text=texts, facet=texts, headline=st.booleans()))),
        people=draw(
            _listed("p", st.builds(Person, id=st.just("p1"), name=texts, present=st.booleans(), turns=st.integers(0, 99)))
        ),
        events=draw(_listed("e", events)),
        causes=_with_parents(draw(_listed("c", causes))),
        lessons=draw(_listed("l", st.builds(Lesson, id=st.just("l1"), kind=st.sampled_from(LESSON_KINDS), text=texts))),
        notes=draw(
            _listed(
                "n",
                st.builds(
                    Note,
                    id=st.just("n1"),
                    kind=st.sampled_from(NOTE_KINDS),
                    text=texts,
                    said_at=st.none() | instants,
                    outcome=texts,
                ),
            )
        ),
        links=draw(_listed("r", st.builds(Link, id=st.just("r1"), title=texts, url=texts))),
        actions=draw(_listed("a", actions)),
    )
    tables = {"later": {"key": draw(texts)}} if draw(st.booleans()) else {}
    return Record.model_validate({**made.__dict__, **draw(extras), **tables})
