"""Adding what a whole postmortem says beside its timeline to a record: nothing twice, nothing over what is there."""

from collections.abc import Sequence
from typing import Any

from noblame.model import LETTERS, Entry, Incident, Record, next_id

_TEXTS = ("summary", "narrative", "root_cause", "takeaway")
_SINGLE = ("title", "reference", "service", "severity")
_LISTS = {"impact": "impact", "causes": "causes", "lessons": "lessons", "notes": "notes", "actions": "action items"}
"""The lists that a document fills, by the words that people know them by."""


def with_document(record: Record, document: Record) -> tuple[Record, tuple[tuple[str, int], ...]]:
    """Return the record with the parts of a document and how much of each was new; the same object if nothing was.

    What the record says already stays. A title or severity that differs is told in the narrative.
    """
    incident, told = _incident(record, document.incident)
    changes: dict[str, Any] = {} if incident is record.incident else {"incident": incident}
    for name, words in _LISTS.items():
        had: Sequence[Entry] = getattr(record, name)
        known = {_said(entry) for entry in had}
        new = [entry for entry in getattr(document, name) if _said(entry) not in known]
        if new:
            first = int(next_id(LETTERS[name], had)[1:])
            numbered = (entry.model_copy(update={"id": f"{LETTERS[name]}{first + n}"}) for n, entry in enumerate(new))
            changes[name] = (*had, *numbered)
            told.append((words, len(new)))
    handles = {person.id for person in record.people} | {person.name.casefold() for person in record.people}
    people = [person for person in document.people if person.id not in handles and person.name.casefold() not in handles]
    if people:
        changes["people"] = (*record.people, *people)
        told.append(("people", len(people)))
    return (record.but(**changes) if changes else record), tuple(told)


def pieces(document: Record) -> tuple[tuple[str, int], ...]:
    """Return what a document says beside its timeline, counted."""
    return with_document(Record(), document)[1]


def _said(entry: Entry) -> tuple[str, str]:
    """Return the words by which two entries are the same."""
    return str(getattr(entry, "kind", "")), str(getattr(entry, "text", "")).casefold()


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
