"""What has a date, as a calendar (RFC 5545): actions, the meeting, the follow-up, the checklist."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from noblame.analysis.checklist import checklist
from noblame.exporters.naming import Naming
from noblame.exporters.promises import promises
from noblame.model import Record

_OCTETS = 75
"""The longest line."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def ics(record: Record) -> str:
    """Return one event for each date, with a reminder two days before; the same incident gives the same ids again.

    Only so much is told apart by title and reference: an incident that gets another of them gets other ids.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//noblame//noblame//EN", *_events(record), "END:VCALENDAR"]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _events(record: Record) -> Iterator[str]:
    title = record.incident.title or "an incident"
    naming = Naming(record, "name")
    for promise in promises(record, naming):
        action = record.actions[promise.number - 1]
        if action.due and action.status not in ("done", "verified"):
            owner = f"{promise.owner}: " if promise.owner else ""
            about = "\n".join(
                filter(None, (f"Done when: {promise.done_when}" if promise.done_when else "", title, promise.ticket))
            )
            yield from _event(record, action.id, action.due, f"{owner}{promise.text}", about, len(action.history))
    moments = (("meeting", "Postmortem", record.meeting.planned_at), ("follow-up", "Follow-up", record.meeting.follow_up))
    for name, words, moment in moments:
        if moment:
            yield from _event(record, name, moment, f"{words}: {title}", "")
    for task in checklist(record, _EPOCH):
        if task.due and not task.done:
            yield from _event(record, task.words, task.due.date(), f"{task.words}: {title}", task.said)


def _event(record: Record, name: str, when: date, words: str, about: str, changed: int = 0) -> Iterator[str]:
    """Yield one event: a whole day for a date, a moment for an instant."""
    moment = when.astimezone(UTC) if isinstance(when, datetime) else None
    known = f"noblame:{record.incident.reference}:{record.incident.title}:{name}"
    yield from (
        "BEGIN:VEVENT",
        f"UID:{uuid5(NAMESPACE_URL, known)}",
        f"DTSTAMP:{_stamp(_written(record))}",
        f"SEQUENCE:{changed}",
    )
    if moment:
        yield f"DTSTART:{_stamp(moment)}"
    else:
        yield f"DTSTART;VALUE=DATE:{when:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{when + timedelta(days=1):%Y%m%d}"
        yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{_text(words)}"
    if about:
        yield f"DESCRIPTION:{_text(about)}"
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P2D", f"DESCRIPTION:{_text(words)}", "END:VALARM", "END:VEVENT")


def _written(record: Record) -> datetime:
    """Return the last moment that the record knows, so that the same record gives the same bytes."""
    known = (record.agenda.ended, record.agenda.started, record.meeting.planned_at, *(event.at for event in record.events))
    return max((moment for moment in known if moment), default=_EPOCH)


def _stamp(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    for sign in "\\;,":
        words = words.replace(sign, f"\\{sign}")
    return words.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Return a line in pieces of at most 75 octets, none of which ends inside a character."""
    pieces: list[str] = []
    piece, room = "", _OCTETS
    for sign in line:
        if len((piece + sign).encode()) > room:
            pieces.append(piece)
            piece, room = "", _OCTETS - 1
        piece += sign
    return "\r\n ".join([*pieces, piece])
