"""What the document still lacks, and how complete it is."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

from noblame.analysis.answers import unanswered
from noblame.analysis.phases import declared_fault
from noblame.lint.document import sections
from noblame.lint.document.sections import FACETS, NO_IMPACT
from noblame.lint.finding import Finding
from noblame.lint.numbers import number_faults
from noblame.lint.readiness import readiness
from noblame.lint.rule import Rule
from noblame.model import Action, Kind, Note, Record
from noblame.model.note import NoteKind


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


def _said(rule: Rule, place: str, message: str = "", suggestion: str = "") -> Finding:
    return Finding(rule.id, rule.level, place, message or rule.about, suggestion or rule.asks)


def _wanted(there: object, rule: Rule, place: str, message: str = "") -> _Check:
    """Return a check that something is there."""
    return [] if there else [_said(rule, place, message)]


def _each(entries: Sequence[_Listed], remark: Callable[[_Listed], Finding | None]) -> _Check:
    """Return one check over all `entries`."""
    return [finding for entry in entries if (finding := remark(entry))] if entries else None


def _head(record: Record) -> Iterable[_Check]:
    incident = record.incident
    yield _wanted(incident.title, sections.NO_TITLE, "incident")
    yield _wanted(incident.severity, sections.NO_SEVERITY, "incident")
    yield _wanted(incident.summary, sections.NO_SUMMARY, "incident")


_TELLS = {
    "users": r"\d[\d,.]*[km%]? (?:[a-z-]+ ){0,3}(?:users|customers|accounts|people|tenants|merchants|clients|students)\b"
    r"|\b(?:no|all|every|some|most) (?:[a-z-]+ ){0,2}(?:users?|customers?|clients?|tenants?)\b",
    "duration": r"\b(?:\d+(?:\.\d+)?|an?|one|two|three|half an?) ?(?:min(?:ute)?s?|h(?:ou)?rs?|h|days?|seconds)\b",
    "revenue": r"\b(?:revenue|sales|turnover|refund\w*)\b|[$€£]\s?\d",
    "data": r"\bdata\b",
    "sla": r"\b(?:SLAs?|SLOs?|error budget)\b",
}
"""How a line of impact tells a facet by its words, where it names none: as imported documents do."""
_TELLING = {facet: re.compile(words, re.IGNORECASE) for facet, words in _TELLS.items()}


def _impact(record: Record) -> Iterable[_Check]:
    named = {facet.facet.casefold() for facet in record.impact if facet.text}
    texts = [facet.text for facet in record.impact if not facet.facet]
    for facet in FACETS:
        told = facet in named or any(_TELLING[facet].search(text) for text in texts)
        yield _wanted(told, NO_IMPACT[facet], "impact")


def _timeline(record: Record) -> Iterable[_Check]:
    kinds = {event.kind for event in record.events if event.shown}

    def marked(kinds_of_mark: tuple[Kind, ...], rule: Rule) -> _Check:
        return _wanted(kinds.intersection(kinds_of_mark), rule, "timeline")

    yield _wanted(kinds, sections.NO_EVENTS, "timeline")
    if kinds:
        yield marked(("change", "impact"), sections.NO_START)
        yield marked(("detected",), sections.NO_DETECTION)
        yield marked(("mitigating", "mitigated"), sections.NO_MITIGATION)
        yield marked(("resolved",), sections.NO_RESOLUTION)
    if record.incident.declared_minutes is not None:
        fault = declared_fault(record)
        yield _wanted(not fault, sections.DURATION, "timeline", fault)
    shares = number_faults(record)
    yield list(shares) if shares else None


def _analysis(record: Record) -> Iterable[_Check]:
    kinds = {cause.kind for cause in record.causes}
    yield _wanted("effect" in kinds, sections.NO_EFFECT, "analysis")
    yield _wanted("cause" in kinds, sections.NO_CAUSES, "analysis")
    if "cause" in kinds:
        yield [_said(sections.UNANSWERED, cause.id, f"“{cause.text}” has no answer.") for cause in unanswered(record)]


def _actions(record: Record) -> Iterable[_Check]:
    meant = [action for action in record.actions if action.intended]
    yield _wanted(record.actions, sections.NO_ACTIONS, "actions")
    ahead = [action for action in meant if action.status in ("open", "started")]
    yield _readiness(ahead) if ahead else None
    yield _acceptance(ahead) if ahead else None
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
        _said(sections.NOT_READY, "actions", f"{lacking[number]} of {len(meant)} actions have {_CRITERIA[number]}.")
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
            said.append(_said(sections.NOT_READY, action.id, message, state.asks))
    return said


def _acceptance(ahead: list[Action]) -> list[Finding]:
    """Return who has not accepted yet; once for a list that nobody has read back, as any is before the closing."""
    waiting = [action for action in ahead if not action.consent]
    common = len(waiting) >= _MANY and 2 * len(waiting) > len(ahead)
    said = (
        [_said(sections.NOT_ACCEPTED, "actions", f"{len(waiting)} of {len(ahead)} actions have not been read back.")]
        if common
        else []
    )
    for action in ahead:
        who = action.owner or "its owner"
        if action.consent == "declined":
            said.append(
                _said(sections.NOT_ACCEPTED, action.id, f"“{action.text}” was declined by {who}.", "Who takes it instead?")
            )
        elif not action.consent and not common:
            said.append(_said(sections.NOT_ACCEPTED, action.id, f"“{action.text}” has not been read back to {who}."))
    return said


def _left_without_reason(action: Action) -> Finding | None:
    if action.reason:
        return None
    return _said(sections.NO_REASON, action.id, f"Nothing says why “{action.text}” will not be done.")


def _closing(record: Record) -> Iterable[_Check]:
    yield _wanted(record.lessons, sections.NO_LESSONS, "closing")
    yield _left(record, "parked", sections.PARKED, "is still parked.")
    yield _left(record, "remedy", sections.REMEDY, "was offered as a fix and is still held.")
    yield _left(record, "question", sections.QUESTION, "was asked and has no answer.")


def _left(record: Record, kind: NoteKind, rule: Rule, words: str) -> _Check:
    """Return one check that no note of a kind is left open."""
    notes = [note for note in record.notes if note.kind == kind]
    return _each(notes, lambda note: _said(rule, note.id, f"“{note.text}” {words}") if note.open else None)
