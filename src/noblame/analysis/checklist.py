"""What is to be done before and after the meeting, with dates from both seeds.

Seed A counts from the meeting (24 hours before and after it), seed B from the incident (days 1-2, 3-5, 5-7, week 2,
the quarter). Where both name a date for the same thing the nearer one is the date, and the other is told.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Literal, NamedTuple

from noblame.model import Record

Stage = Literal["before", "after"]
_Rule = Callable[[datetime], datetime]


class Task(NamedTuple):
    """One line of the checklist."""

    words: str
    stage: Stage
    due: datetime | None
    """None where neither the meeting nor the incident has a date yet."""
    said: str
    """Where the date comes from: ``24 h before the meeting``."""
    other: str
    """The later date that the other seed gives, in words; empty where they agree or only one speaks."""
    done: bool


class _Line(NamedTuple):
    words: str
    stage: Stage
    meeting: tuple[str, _Rule] | None = None
    incident: tuple[str, _Rule] | None = None


def _plus(**span: float) -> _Rule:
    return lambda moment: moment + timedelta(**span)


def _quarter_end(moment: datetime) -> datetime:
    """Return the last day of the quarter, at the same time of day."""
    number = (moment.month + 2) // 3 * 3
    first = moment.replace(year=moment.year + (number == 12), month=number % 12 + 1, day=1)
    return first - timedelta(days=1)


_LINES = (
    _Line("Draft written", "before", incident=("day 2", _plus(days=2))),
    _Line("Pre-read sent", "before", ("24 h before the meeting", _plus(hours=-24)), ("day 2", _plus(days=2))),
    _Line("Timeline checked by those in it", "before", ("before the meeting", _plus())),
    _Line("Meeting held", "before", incident=("day 5", _plus(days=5))),
    _Line("Document final", "after", ("24 h after the meeting", _plus(hours=24)), ("day 7", _plus(days=7))),
    _Line("Sent to the wider organization", "after", ("24 h after the meeting", _plus(hours=24))),
    _Line("Actions in the tracker", "after", ("24 h after the meeting", _plus(hours=24)), ("day 7", _plus(days=7))),
    _Line("Actions reviewed", "after", ("a week after the meeting", _plus(days=7)), ("week 2", _plus(days=14))),
    _Line("Patterns reviewed across incidents", "after", incident=("end of the quarter", _quarter_end)),
)


def checklist(record: Record, now: datetime) -> tuple[Task, ...]:
    """Return the checklist; dates are told in the zone of `now`."""
    meeting = record.agenda.ended or record.agenda.started or record.meeting.planned_at
    over = max((event.at for event in record.events if event.at and event.shown), default=None)
    ticked = set(record.meeting.done)
    tasks: list[Task] = []
    for line in _LINES:
        found = [
            (rule[1](moment).astimezone(now.tzinfo or UTC), rule[0])
            for rule, moment in ((line.meeting, meeting), (line.incident, over))
            if rule and moment
        ]
        found.sort(key=lambda item: item[0])
        due, said = found[0] if found else (None, "")
        later = found[1] if len(found) > 1 and found[1][0].date() != found[0][0].date() else None
        other = f"{later[1]} would be {later[0]:%a} {later[0].day} {later[0]:%b}" if later else ""
        tasks.append(Task(line.words, line.stage, due, said, other, line.words in ticked))
    return tuple(tasks)
