"""Adding what a whole postmortem says beside its timeline to a record: nothing twice, nothing over what is there."""

from collections.abc import Sequence
from typing import Any

from noblame.analysis.graph import would_cycle
from noblame.model import LETTERS, Cause, Entry, Incident, Lesson, Note, Record, next_id

_TEXTS = ("summary", "narrative", "root_cause", "takeaway")
_SINGLE = ("title", "reference", "service", "severity")
_LISTS = {
    "impact": "impact",
    "causes": "causes",
    "lessons": "lessons",
    "notes": "notes",
    "links": "links",
    "actions": "action items",
}
"""The lists that a document fills, by the words that people know them by."""


def with_document(record: Record, document: Record) -> tuple[Record, tuple[tuple[str, int], ...]]:
    """Return the record with the parts of a document and how much of each was new; the same object if nothing was.

    What the record says already stays. A title or severity that differs is told in the narrative.
    """
    incident, told = _incident(record, document.incident)
    changes: dict[str, Any] = {} if incident is record.incident else {"incident": incident}
    called: dict[str, str] = {}
    for name, words in _LISTS.items():
        had: Sequence[Entry] = getattr(record, name)
        known = {_said(entry): entry.id for entry in had}
        new = [entry for entry in getattr(document, name) if _said(entry) not in known]
        first = int(next_id(LETTERS[name], had)[1:])
        called |= {entry.id: known[_said(entry)] for entry in getattr(document, name) if _said(entry) in known}
        called |= {entry.id: f"{LETTERS[name]}{first + n}" for n, entry in enumerate(new)}
        if new:
            changes[name] = (*had, *(_renamed(entry, called, record) for entry in new))
            told.append((words, len(new)))
    if "causes" in changes:
        changes["causes"] = _linked(record.but(causes=changes["causes"]), document.causes, called, len(record.causes))
    handles = {person.id for person in record.people} | {person.name.casefold() for person in record.people}
    people = [person for person in document.people if person.id not in handles and person.name.casefold() not in handles]
    if people:
        changes["people"] = (*record.people, *people)
        told.append(("people", len(people)))
    return (record.but(**changes) if changes else record), tuple(told)


def pieces(document: Record) -> tuple[tuple[str, int], ...]:
    """Return what a document says beside its timeline, counted."""
    return with_document(Record(), document)[1]


def _linked(record: Record, told: Sequence[Cause], called: dict[str, str], known: int) -> tuple[Cause, ...]:
    """Return the causes, the first `known` of which were there before, these explaining the new ones where that was told."""
    new = {cause.id for cause in record.causes[known:]}
    for cause in told:
        here = record.cause(called[cause.id])
        if here is None or here.id in new or here.kind == "effect":
            continue
        more = [name for name in (called.get(one, "") for one in cause.parents) if name in new]
        fit = tuple(name for name in more if not would_cycle(record, here.id, name))
        if fit:
            linked = here.but(parents=tuple(dict.fromkeys((*here.parents, *fit))))
            record = record.but(causes=tuple(linked if one is here else one for one in record.causes))
    return record.causes


def _renamed(entry: Entry, called: dict[str, str], record: Record) -> Entry:
    """Return an entry with the ids that it and those it names go by in the record."""
    update: dict[str, Any] = {"id": called[entry.id]}
    for name in ("parents", "answers"):
        if ids := getattr(entry, name, ()):
            update[name] = tuple(called.get(one, one) for one in ids)
    if isinstance(entry, Cause) and entry.events:
        update["events"] = tuple(name for name in entry.events if record.event(name))
    return entry.model_copy(update=update)


def _said(entry: Entry) -> tuple[str, str]:
    """Return the words by which two entries are the same; those of lessons and notes count by their kind."""
    kind = entry.kind if isinstance(entry, (Lesson, Note)) else ""
    return kind, str(getattr(entry, "text", "") or getattr(entry, "title", "")).casefold()


def _incident(record: Record, found: Incident) -> tuple[Incident, list[tuple[str, int]]]:
    """Return the head with what it did not say yet; the same object if nothing is new."""
    had = record.incident
    changes: dict[str, Any] = {}
    told: list[tuple[str, int]] = []
    differs: list[str] = []
    for name in _SINGLE:
        said, new = getattr(had, name), getattr(found, name)
        if new and not said:
            changes[name] = new
            told.append((name, 1))
        elif new and new.casefold() != said.casefold():
            differs.append(f"{name.capitalize()}: {new}")
    if found.declared_minutes is not None and had.declared_minutes is None:
        changes["declared_minutes"] = found.declared_minutes
        told.append(("declared duration", 1))
    if found.diagram and not had.diagram:
        changes["diagram"] = found.diagram
        told.append(("diagram", 1))
    if found.status != had.status == "draft":
        changes["status"] = found.status
    if found.zone != had.zone == "UTC" and not record.events:
        changes["zone"] = found.zone
    for name in _TEXTS:
        said = getattr(had, name)
        parts = [getattr(found, name), *(differs if name == "narrative" else ())]
        new_parts = [part for part in parts if part and part not in said]
        if new_parts:
            changes[name] = "\n\n".join(filter(None, (said, *new_parts)))
            told.append((name.replace("_", " "), 1))
    return (had.model_copy(update=changes) if changes else had), told
