"""What the document still lacks, and how complete it is."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

from noblame.analysis.coverage import unanswered
from noblame.analysis.phases import declared_fault
from noblame.lint.finding import Finding, Level
from noblame.lint.numbers import number_faults
from noblame.lint.readiness import readiness
from noblame.model import Action, Kind, Note, Record
from noblame.model.note import NoteKind

FACETS = {
    "users": "how many users felt it",
    "duration": "how long users felt it",
    "revenue": "what it did to revenue",
    "data": "whether data was lost or damaged",
    "sla": "whether an SLA was missed",
}
"""The facets of impact that are asked for by name (seed A), and what is asked; "none" is an answer, a blank is not."""


class Completeness(NamedTuple):
    """What is left to do on a document."""

    findings: tuple[Finding, ...]
    percent: int
    """The share of checks with nothing to say, rounded down: 100 only where there is no finding. A check that has nothing to
    look at, such as the owners of no actions, does not count."""

    @property
    def in_words(self) -> str:
        """``96% complete``."""
        return f"{self.percent}% complete"


def completeness(record: Record) -> Completeness:
    """Return what a record lacks as a document, in the order of its sections."""
    checks = (*_head(record), *_impact(record), *_timeline(record), *_analysis(record), *_actions(record), *_closing(record))
    counted = [found for found in checks if found is not None]
    findings = tuple(finding for found in counted for finding in found)
    return Completeness(findings, 100 * sum(not found for found in counted) // len(counted))


_MANY = 3
"""From so many actions on, what most of them lack is said once: nine in ten real lists have no dates."""
_Check = list[Finding] | None
"""What one check has to say; None where it has nothing to look at."""
_Listed = TypeVar("_Listed", Action, Note)


def _wanted(there: object, rule: str, level: Level, place: str, message: str, suggestion: str = "") -> _Check:
    """Return a check that something is there."""
    return [] if there else [Finding(rule, level, place, message, suggestion)]


def _each(entries: Sequence[_Listed], remark: Callable[[_Listed], Finding | None]) -> _Check:
    """Return one check over all `entries`."""
    return [finding for entry in entries if (finding := remark(entry))] if entries else None


def _head(record: Record) -> Iterable[_Check]:
    incident = record.incident
    yield _wanted(incident.title, "no-title", "error", "incident", "The incident has no title.", "Say what users met.")
    yield _wanted(incident.severity, "no-severity", "warning", "incident", "Nobody has said how severe it was.")
    two = "Two sentences: what happened, who felt it."
    yield _wanted(incident.summary, "no-summary", "warning", "incident", "There is no summary.", two)


def _impact(record: Record) -> Iterable[_Check]:
    told = {facet.facet.casefold() for facet in record.impact if facet.text}
    for facet, asked in FACETS.items():
        message = f"Nobody has said {asked}."
        yield _wanted(facet in told, f"no-impact-{facet}", "note", "impact", message, "“None” is an answer too.")


def _timeline(record: Record) -> Iterable[_Check]:
    kinds = {event.kind for event in record.events if event.shown}

    def marked(kinds_of_mark: tuple[Kind, ...], rule: str, message: str) -> _Check:
        return _wanted(kinds.intersection(kinds_of_mark), rule, "warning", "timeline", message)

    yield _wanted(kinds, "no-events", "error", "timeline", "The timeline is empty.", "Begin with what was noticed first.")
    if kinds:
        yield marked(("change", "impact"), "no-start", "No event marks when it began.")
        yield marked(("detected",), "no-detection", "No event marks when it was noticed.")
        yield marked(("mitigating", "mitigated"), "no-mitigation", "No event marks what made it better.")
        yield marked(("resolved",), "no-resolution", "No event marks when it was over.")
    if record.incident.declared_minutes is not None:
        fault = declared_fault(record)
        yield _wanted(not fault, "duration-mismatch", "warning", "timeline", fault, "Say which of them is right.")
    shares = number_faults(record)
    yield list(shares) if shares else None


def _analysis(record: Record) -> Iterable[_Check]:
    kinds = {cause.kind for cause in record.causes}
    yield _wanted("effect" in kinds, "no-effect", "warning", "analysis", "Nothing says what has to be explained.")
    yield _wanted("cause" in kinds, "no-causes", "warning", "analysis", "Nothing says how it came about.")
    if "cause" in kinds:
        yield [
            Finding(
                "unanswered", "warning", cause.id, f"“{cause.text}” has no answer.", "An action, or a reason to live with it."
            )
            for cause in unanswered(record)
        ]


def _actions(record: Record) -> Iterable[_Check]:
    meant = [action for action in record.actions if action.intended]
    yield _wanted(record.actions, "no-actions", "warning", "actions", "Nobody has promised anything yet.")
    ahead = [action for action in meant if action.status in ("open", "started")]
    yield _readiness(ahead) if ahead else None
    yield _each(ahead, _not_accepted)
    left = [action for action in record.actions if not action.intended]
    yield _each(left, _left_without_reason)


_CRITERIA = ("", "no one owner", "no date", "nothing that says when they are done", "no priority")
"""What several actions lack, by the place of the criterion; whether words are specific is said of each alone."""


def _readiness(meant: list[Action]) -> list[Finding]:
    """Return what makes actions unready: what most of a list lacks once for the list, everything else with its action."""
    found = [readiness(action) for action in meant]
    lacking = [sum(not state.flags[number] for state in found) for number in range(len(_CRITERIA))]
    common = [number for number in range(1, len(_CRITERIA)) if lacking[number] >= _MANY and 2 * lacking[number] > len(meant)]
    said = [
        Finding("action-not-ready", "warning", "actions", f"{lacking[number]} of {len(meant)} actions have {_CRITERIA[number]}.")
        for number in common
    ]
    for action, state in zip(meant, found, strict=True):
        unmet = [number for number, met in enumerate(state.flags) if not met]
        reasons = [
            reason
            for number, reason in zip(unmet, state.reasons, strict=True)
            if number not in common and not (number == 0 and state.better)
        ]
        if reasons:
            message = f"“{action.text}” is not ready: {reasons[0]}"
            said.append(Finding("action-not-ready", "warning", action.id, message, state.better or state.asks))
    return said


def _not_accepted(action: Action) -> Finding | None:
    if action.consent == "accepted":
        return None
    who = action.owner or "its owner"
    message = f"“{action.text}” was declined by {who}." if action.consent else f"“{action.text}” has not been read back to {who}."
    return Finding("action-not-accepted", "note", action.id, message)


def _left_without_reason(action: Action) -> Finding | None:
    if action.reason:
        return None
    return Finding("no-reason", "note", action.id, f"Nothing says why “{action.text}” will not be done.")


def _closing(record: Record) -> Iterable[_Check]:
    yield _wanted(
        record.lessons, "no-lessons", "note", "closing", "Nothing says what went well, what went poorly or what was luck."
    )
    yield _left(record, "parked", "parked-left", "is still parked.")
    yield _left(record, "remedy", "remedy-left", "was offered as a fix and is still held.")
    yield _left(record, "question", "question-left", "was asked and has no answer.")


def _left(record: Record, kind: NoteKind, rule: str, words: str) -> _Check:
    """Return one check that no note of a kind is left open."""
    notes = [note for note in record.notes if note.kind == kind]
    return _each(notes, lambda note: Finding(rule, "note", note.id, f"“{note.text}” {words}") if note.open else None)
