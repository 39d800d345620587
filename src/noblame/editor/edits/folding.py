"""Several rows as one, and one as several. Folding is undone by unfolding: a folded row loses nothing."""

from noblame.editor.edits.entries import add, replace
from noblame.editor.edits.events import chosen, each
from noblame.model import Event, Record


def folded(record: Record, *ids: str) -> Record:
    """Fold events into the first starred one of them, else into the first; it tells for all of them.

    What was folded into one of them before stays with it, so that unfolding goes back step by step.
    """
    rows = chosen(record, ids)
    if len(rows) < 2:
        return record
    head = next((event for event in rows if event.star), rows[0]).id
    return each(record, tuple(event.id for event in rows if event.id != head), lambda event: event.but(part_of=head))


def unfolded(record: Record, head: str) -> Record:
    """Take apart what was folded into an event; each row is what it was before, and is no longer quoted by the other."""
    rows = members(record, head)
    quotes = {_quote(event) for event in rows}
    record = each(record, (head,), lambda e: e.but(evidence=tuple(said for said in e.evidence if said not in quotes)))
    return each(record, tuple(event.id for event in rows), lambda event: event.but(part_of=""))


def members(record: Record, head: str) -> tuple[Event, ...]:
    """Return the events that are folded into one."""
    return tuple(event for event in record.events if event.part_of == head)


def joined(record: Record, event_id: str, into: str) -> Record:
    """Join an event into another: folded, its words become evidence, its people and star are kept."""
    event, target = record.event(event_id), record.event(into)
    if event is None or target is None:
        return record
    quote = (_quote(event),) if event.text and event.text != target.text else ()
    evidence = tuple(dict.fromkeys((*target.evidence, *quote, *event.evidence)))
    who = tuple(dict.fromkeys((*target.who, *event.who)))
    record = replace(record, into, evidence=evidence, who=who, star=target.star or event.star)
    return replace(record, event_id, part_of=into)


def _quote(event: Event) -> str:
    return f"“{event.text}”"


def split(record: Record, event_id: str, first: str, second: str) -> tuple[Record, str]:
    """Make two events of one and return the id of the second: it has the same time, kind and people."""
    event = record.event(event_id)
    if event is None:
        return record, ""
    record = replace(record, event_id, text=first)
    kept = {
        name: getattr(event, name) for name in ("at", "precision", "until", "kind", "who", "lane", "star", "source", "origin")
    }
    return add(record, "events", Event, after=event_id, text=second, **kept)
