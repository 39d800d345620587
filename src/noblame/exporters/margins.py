"""What the room said beside the story, and how the meeting about it went."""

from collections.abc import Callable
from dataclasses import dataclass

from noblame.analysis.triggers import TRIGGERS, triggers
from noblame.analysis.votes import in_words
from noblame.exporters.moments import clocks, span, stamp
from noblame.exporters.naming import Naming
from noblame.model import Entry, Event, Note, Person, Record


@dataclass(frozen=True)
class Saying:
    """A parked line, a remedy, a question or a dissent."""

    kind: str
    text: str
    by: str
    context: str
    """Where in the meeting it came up, and about what."""
    settles: str
    outcome: str


@dataclass(frozen=True)
class Sitting:
    """One block of the agenda, in minutes."""

    name: str
    planned: str
    spent: str


def sayings(record: Record, naming: Naming) -> tuple[Saying, ...]:
    """Return the notes in order."""
    clock = clocks(record)

    def saying(note: Note) -> Saying:
        at = stamp(note.said_at, record.incident.zone)[-5:] if note.said_at else ""
        entry = record.entry(note.about) if note.about else None
        about = _words_of(entry, clock) if entry else note.about
        context = ", ".join(filter(None, (note.part, at, f"about “{about}”" if about else "")))
        return Saying(note.kind, note.text, naming.call(note.by), context, note.settles, note.outcome)

    return tuple(map(saying, record.notes))


def _words_of(entry: Entry, clock: Callable[[Event], str]) -> str:
    """Return the words of an entry; none where it is a row of the timeline that is not shown."""
    if isinstance(entry, Event):
        return f"{clock(entry)} {entry.text}" if entry.shown else ""
    if isinstance(entry, Person):
        return entry.shown
    return str(getattr(entry, "text", "") or getattr(entry, "title", "") or entry.id)


def sittings(record: Record) -> tuple[Sitting, ...]:
    """Return planned and spent minutes of every block; nothing where the meeting never began."""
    agenda = record.agenda
    if not agenda.started and not any(block.spent for block in agenda.blocks):
        return ()
    return tuple(
        Sitting(
            block.name,
            f"{block.minutes}{f' {block.extra:+d}' if block.extra else ''} min",
            f"{int(block.spent // 60)}:{int(block.spent % 60):02d}",
        )
        for block in agenda.blocks
    )


def meeting_facts(record: Record, naming: Naming) -> tuple[tuple[str, str], ...]:
    """Return what is known of the meeting, each with a label."""
    zone = record.incident.zone
    agenda, meeting = record.agenda, record.meeting
    there = [person for person in record.people if person.present]
    held = span(agenda.started, agenda.ended, zone) if agenda.started else ""
    facts = (
        ("Held because", "; ".join(_reasons(record)) if agenda.started or record.incident.triggers else ""),
        ("Pre-read sent", stamp(meeting.preread_at, zone) if meeting.preread_at else ""),
        ("Planned for", stamp(meeting.planned_at, zone) if meeting.planned_at and not held else ""),
        ("Held", held),
        ("Agenda", agenda.preset if held else ""),
        ("In the room", _people(naming, there)),
        ("Not in the room" if there else "People", _people(naming, [person for person in record.people if not person.present])),
        ("Votes", "; ".join(map(in_words, agenda.votes))),
        ("Show of hands", _hands(record, len(there))),
        ("Agreed norms", "; ".join(meeting.norms)),
        ("Follow-up", stamp(meeting.follow_up, zone) if meeting.follow_up else ""),
        ("Done", "; ".join(meeting.done)),
    )
    return tuple((label, said) for label, said in facts if said)


def _reasons(record: Record) -> list[str]:
    """Return the triggers that fired, in words, and what else was ticked."""
    return [t.words for t in triggers(record) if t.fired] + [name for name in record.incident.triggers if name not in TRIGGERS]


def _hands(record: Record, there: int) -> str:
    """Return the counts of the last two questions (Etsy's debriefing guide), without names."""
    of = f" of {there}" if there else ""
    return ", ".join(
        f"{count}{of} {words}"
        for count, words in (
            (record.meeting.learned, "learned something that changes their work"),
            (record.meeting.again, "would come again"),
        )
        if count is not None
    )


def _people(naming: Naming, people: list[Person]) -> str:
    return "; ".join(naming.introduce(person) + (f" ({', '.join(person.roles)})" if person.roles else "") for person in people)
