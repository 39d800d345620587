"""Sessions of any length, the same at every run."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from noblame.model import KINDS, Action, Agenda, Cause, Event, Incident, Person, Record, in_order
from noblame.model.agenda import planned
from noblame.store.session import SessionFile

TITLE = "Paging storm after the relay move"
_FIRST = datetime(2024, 3, 4, 6, 0, tzinfo=UTC)
_PEOPLE = ("ana", "bo", "chen", "dee", "eli", "fay")
_WHAT = (
    "the relay in the second hall stopped taking mail and the queue behind it grew",
    "asked the network desk whether the move had touched the old addresses",
    "dashboard shows the retry rate at twelve a second and rising",
    "believed it was the certificate, because that one ran out last spring",
    "moved a third of the senders to the spare relay by hand",
    "the spare relay answers, but its own queue is longer than before",
)
_WHY = ("the move was tried on one sender only", "the alert looks at errors, not at the age of the queue", "two lists of senders")


def long_record(size: int) -> Record:
    """Return a record of `size` events told over a day and a half, with what a meeting makes of it."""
    events = tuple(
        Event(
            id=f"e{number + 1}",
            at=_FIRST + timedelta(seconds=number * 129_600 // size),
            kind=KINDS[number * 7 % len(KINDS)],
            text=f"{_WHAT[number % len(_WHAT)]} ({number + 1})",
            who=(_PEOPLE[number % len(_PEOPLE)],),
            evidence=(f"https://chat.example/archive/{number:05d}",) if number % 4 == 0 else (),
        )
        for number in range(size)
    )
    causes = tuple(
        Cause(
            id=f"c{number + 1}",
            text=f"{_WHY[number % len(_WHY)]} ({number + 1})",
            parents=(f"c{(number + 2) // 3}",) if number else (),
        )
        for number in range(40)
    )
    actions = tuple(
        Action(id=f"a{number + 1}", text=f"try the move on {number + 2} senders first", owner="ana") for number in range(30)
    )
    return Record(
        incident=Incident(title=TITLE, severity="SEV2"),
        people=tuple(Person(id=name, name=name.title()) for name in _PEOPLE),
        events=events,
        causes=causes,
        actions=actions,
    )


def imported_record(size: int) -> Record:
    """Return a long record as an import leaves it: nothing starred, some of it set aside or without a time."""
    record = long_record(size)
    events = (
        event.but(
            source="slack_export",
            origin="#incident",
            native_id=str(number),
            kind=event.kind if number % 9 == 0 else "observed",
            hidden=number % 23 == 5,
            aside="joined the channel" if number % 23 == 5 else "",
            at=None if number % 500 == 7 else event.at,
        )
        for number, event in enumerate(record.events)
    )
    return record.but(events=in_order(events))


def running(record: Record, since: datetime) -> Record:
    """Return a record in which the second block of the meeting runs since then."""
    plan = planned("standard")
    return record.but(agenda=Agenda(preset=plan.preset, blocks=plan.blocks, current=1, since=since, started=since))


def on_disk(folder: Path, name: str, record: Record) -> Path:
    """Write a session and return its path."""
    return SessionFile.create(folder / f"{name}.toml", record).path
