"""Adding a reading to a record, once.

Rows that the record knows by format and native id are not added again. A later export may have
new words or a time for them: that is taken over where nobody has made the row their own, and the
earlier words stay in `raw`. A postmortem that is read into the record it was written from adds
only what is new in it: a row with the same words at the same minute is the same.
"""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeAlias

from noblame.importers.base import Reading, Refused, Row, hashed
from noblame.importers.chats.slack_message import LONE_EMOJI
from noblame.importers.echoes import joined
from noblame.importers.kinds import KIND_OF
from noblame.importers.merging_document import with_document
from noblame.importers.undisturbed import undisturbed
from noblame.model import LISTS, MOST_ENTRIES, Event, Record, clean_line, in_order, next_id

_Identity: TypeAlias = tuple[datetime | None, str, str]


_BY_FIRST_WORDS = frozenset({"lines", "markdown", "syslog", "transcript"})
"""Formats whose keys hold a time and the first words: what goes on in a later export is the same row, other words are another."""


@dataclass(frozen=True, slots=True)
class Added:
    """What an import did."""

    new: int = 0
    known: int = 0
    """Rows that the record had already, changed ones included."""
    changed: int = 0
    """Known rows of which words or time were taken over."""
    differs: int = 0
    """Known rows that say another time or other words now; the record's stay."""
    noise: tuple[tuple[str, int], ...] = ()
    """New rows that are hidden, by reason."""
    unplaced: int = 0
    """New rows without a time that are not hidden."""
    starred: int = 0
    echoes: int = 0
    """Rows of chats that were folded into rows of surer sources."""
    pieces: tuple[tuple[str, int], ...] = ()
    """Parts of a document beside its timeline that were taken over, counted."""


def into(record: Record, reading: Reading) -> tuple[Record, Added]:
    """Return the record with the rows of a reading as events; the same object if nothing is new.

    Raises Refused where that would be more than a session holds.
    """
    if (entries := sum(len(getattr(record, name)) for name in LISTS) + len(reading.rows)) > MOST_ENTRIES:
        raise Refused(
            f"this import would make {entries:,} entries; a session holds at most {MOST_ENTRIES:,}, so export a shorter time"
        )
    with undisturbed():
        return _into(record, reading)


def _into(record: Record, reading: Reading) -> tuple[Record, Added]:
    events = list(record.events)
    known = {(event.source, event.native_id): place for place, event in enumerate(events) if event.source and event.native_id}
    handles = {name.casefold(): person.id for person in record.people for name in (person.id, person.name) if name}
    matched = _matched(record, reading, known)
    number = int(next_id("e", events)[1:])
    old = changed = differs = 0
    new: list[Row] = []
    told = {(_minute(event.at), event.text) for event in events if reading.document}
    for row, place in zip(reading.rows, matched, strict=True):
        if told and (_minute(row.at), row.text) in told:
            old += 1
            continue
        key = (reading.source, clean_line(row.native_id))
        if place is None and key[1] and key in known:
            row = _apart(row) if known[key] < len(record.events) else row
            key = (reading.source, row.native_id)
            place = known.get(key)
        if place is None:
            known[key] = len(events)
            events.append(_event(f"e{number + len(new)}", row, reading.source, handles))
            new.append(row)
            continue
        old += 1
        before = events[place]
        events[place] = later = _later(before, row)
        changed += later is not before
        differs += later is before and not _as_told(later, row)
    ids = frozenset(f"e{number + n}" for n in range(len(new)))
    together, echoes = joined(in_order(events), ids)
    whole, pieces = with_document(record, reading.document) if reading.document else (record, ())
    added = Added(
        new=len(new),
        known=old,
        changed=changed,
        differs=differs,
        noise=tuple(Counter(row.noise for row in new if row.noise).most_common()),
        unplaced=sum(1 for row in new if row.at is None and not row.noise),
        starred=sum(1 for row in new if row.preselect),
        echoes=echoes,
        pieces=pieces,
    )
    return (whole.but(events=together) if new or changed else whole), added


def _goes_on(event: Event, row: Row) -> bool:
    """Whether one says what the other says, and more; or somebody has put an event in words of their own."""
    told = row.raw or row.text
    return any(
        told.startswith(known) or known.startswith(told) for known in ((event.raw or event.text), event.text, event.raw) if known
    )


def _apart(row: Row) -> Row:
    """Return a row with its words in its key."""
    return replace(row, native_id=clean_line(f"{row.native_id} {hashed(f'{row.author} {row.text}')}"))


def _matched(record: Record, reading: Reading, known: dict[tuple[str, str], int]) -> list[int | None]:
    """Return for each row the place of the event that it is already, by its key, else by what is the same of it.

    A whole export of Slack names a channel by its id, a single day file by its folder, so the key of a
    message is another; and what begins alike at one moment is numbered from the top of each file.
    """
    by_words = reading.source in _BY_FIRST_WORDS
    places: list[int | None] = []
    for row in reading.rows:
        place = known.get((reading.source, clean_line(row.native_id))) if row.native_id else None
        places.append(None if place is not None and by_words and not _goes_on(record.events[place], row) else place)
    if not by_words and reading.source != "slack_export":
        return places
    free: dict[_Identity, list[int]] = {}
    used = set(places)
    for place in range(len(record.events) - 1, -1, -1):
        if record.events[place].source == reading.source and place not in used:
            free.setdefault(_identity(record.events[place]), []).append(place)
    return [
        found.pop() if place is None and (found := free.get(_identity(row))) else place
        for row, place in zip(reading.rows, places, strict=True)
    ]


def _identity(told: Event | Row) -> _Identity:
    """Return the moment and the words of a row, where it has none its key within the channel."""
    own = told.native_id.rpartition(" ")[2] if told.at is None else ""
    return told.at, own, told.raw or told.text


def _minute(at: datetime | None) -> datetime | None:
    """Return the minute by which a document tells a moment."""
    return at and at.replace(second=0, microsecond=0)


def _event(entry_id: str, row: Row, source: str, handles: dict[str, str]) -> Event:
    """Return a row as an event; people of the record go by the handles they have there."""
    who = row.who
    if handles and who:
        of_author = handles.get(row.author.casefold()) if row.author else None
        who = (of_author or handles.get(who[0].casefold(), who[0]), *(handles.get(name.casefold(), name) for name in who[1:]))
    at = row.at if row.at and 1 < row.at.year < 9999 else None  # no zone can show the first and the last year
    told: dict[str, Any] = {
        "id": entry_id, "at": at, "precision": row.precision, "until": row.until, "kind": row.kind, "text": row.text,
        "who": who, "star": row.preselect, "hidden": bool(row.noise), "aside": row.noise, "evidence": row.evidence,
        "source": source, "origin": row.origin, "native_id": row.native_id, "raw": row.raw,
    }  # fmt: skip
    if row.count != 1:
        told["count"] = row.count
    return Event.model_validate({name: value for name, value in told.items() if value})


def _as_told(event: Event, row: Row) -> bool:
    """Whether a known event says what its source says now, or said when somebody took it over."""
    same = (row.raw or row.text) in (event.text, event.raw) or row.text == event.text or _goes_on(event, row)
    return bool(row.noise) or (same and (row.at is None or event.at in (None, row.at)))


def _later(event: Event, row: Row) -> Event:
    """Return a known event with what a later export says, or the event itself.

    It stays as it is if it is starred, if its words, kind or time were set by hand, or if the source
    has deleted it since: what was said stays evidence. What was hidden for what it was then is shown
    by what it has become: a draft that was published, a run that has failed.
    """
    if event.hidden and event.aside not in ("", LONE_EMOJI) and not event.star and not row.noise:
        kind = row.kind if event.kind == KIND_OF["log"] else event.kind
        told: dict[str, Any] = {"kind": kind, "text": row.text, "at": row.at or event.at, "until": row.until or event.until}
        count = max(event.count, row.count)
        return event.but(**told, raw=_both(event, row), count=count, star=row.preselect, hidden=False, aside="")
    retold = event.kind != row.kind or (event.at is not None and event.at != row.at)
    by_hand = event.text != row.text and event.raw != "" and event.raw == (row.raw or row.text)
    if event.star or retold or by_hand or (row.noise and not event.hidden):
        return event
    shorter = event.source in _BY_FIRST_WORDS and event.text.startswith(row.text)
    if (shorter or event.text == row.text) and event.at == row.at and event.count >= row.count:
        return event
    until = row.until or event.until
    return event.but(text=row.text, at=row.at, until=until, raw=_both(event, row), count=max(event.count, row.count))


def _both(event: Event, row: Row) -> str:
    """Return what stood there before the words of a row."""
    return event.raw if event.text == row.text else "\n".join(dict.fromkeys(filter(None, (event.raw, event.text))))
