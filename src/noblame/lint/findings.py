"""Everything worth saying about a record: one call for `check`, the findings list and the cockpit."""

from collections.abc import Iterable
from datetime import date

from noblame.lint.completeness import completeness
from noblame.lint.document import rules
from noblame.lint.document.causes import causes
from noblame.lint.document.claims import claims
from noblame.lint.document.promises import promises
from noblame.lint.document.rules import said
from noblame.lint.document.story import story
from noblame.lint.document.words import words
from noblame.lint.finding import LEVELS, Finding, Level
from noblame.lint.rule import silenced
from noblame.lint.whys import PERSON
from noblame.model import Record
from noblame.model.settings import Settings

_OF_A_PERSON = frozenset({PERSON.id, rules.FACILITATOR_IN_TIMELINE.id, rules.TOO_MUCH.id})


def findings(record: Record, settings: Settings, today: date) -> tuple[Finding, ...]:
    """Return what a record lacks or contradicts, section by section, without the rules that a team switched off.

    `today` decides what the horizons of priorities mean. A remark on the words of a place stands with its characters.
    """
    found = _unsilenced(
        (
            *completeness(record).findings,
            *claims(record),
            *story(record),
            *causes(record, settings.lint),
            *promises(record, settings, today),
            *words(record, settings.lint),
        ),
        settings.lint.off,
    )
    if record.incident.status == "final" and (left := at_least(found, "warning")):
        message = f"The document is called final, with {len(left)} {'finding' if len(left) == 1 else 'findings'} open."
        found = (*found, *_unsilenced([said(rules.FINAL_WITH_FINDINGS, "incident", message)], settings.lint.off))
    return found


def is_private(finding: Finding) -> bool:
    """Return whether a finding is about one person or somebody's words: for the facilitator, not for a shared page."""
    return finding.rule.startswith("blame.") or finding.rule in _OF_A_PERSON


def at_least(found: Iterable[Finding], level: Level) -> tuple[Finding, ...]:
    """Return the findings of a level and above."""
    floor = LEVELS.index(level)
    return tuple(finding for finding in found if LEVELS.index(finding.level) >= floor)


def _unsilenced(found: Iterable[Finding], off: tuple[str, ...]) -> tuple[Finding, ...]:
    return tuple(finding for finding in found if not silenced(finding.rule, off))
