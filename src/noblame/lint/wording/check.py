"""What is remarked on in a sentence: the most serious thing, once, with its place and a question that invents no fact."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from noblame.lint.english import is_english
from noblame.lint.rule import Rule, silenced
from noblame.lint.wording import counterfactual, individual, omission, verdicts
from noblame.lint.wording.contexts import blames_nobody
from noblame.lint.wording.cues import WORD, Cues
from noblame.lint.wording.people import PERSON, QUOTED, SOMEBODY, may_hold_people, plain, small, with_people, without_quotations
from noblame.model.settings import LINT, LintSettings

CATEGORIES = {
    "punitive": (verdicts.PUNITIVE, verdicts.PUNITIVE_PATTERNS),
    "human-error-as-cause": (verdicts.HUMAN_ERROR, verdicts.HUMAN_ERROR_PATTERNS),
    "failed-to": (omission.RULE, omission.PATTERNS),
    "counterfactual": (counterfactual.RULE, counterfactual.PATTERNS),
    "judgement-word": (verdicts.JUDGEMENT, verdicts.JUDGEMENT_PATTERNS),
    "individual-blame": (individual.RULE, individual.PATTERNS),
}
"""The six kinds of blame, in the order in which a facilitator would mention them first."""

RULES: tuple[Rule, ...] = tuple(rule for rule, _ in CATEGORIES.values())

_STOP = re.compile(r"(?<=[.!?])[\"”')]*\s+(?=[\"“'(]?[A-Z@ᛗ])|\n+|(?<=\.)(?=[A-Z][a-z])")


class Wording(NamedTuple):
    """One remark on the words."""

    rule: Rule
    category: str
    """One of `CATEGORIES`."""
    span: tuple[int, int]
    """First character and the one after the last, of the text that was given."""
    question: str
    """How the room could ask instead."""


def wording(text: str, settings: LintSettings = LINT) -> Wording | None:
    """Return the most serious remark on `text`, or None: one remark a line is enough."""
    return _remark(text, settings.off, settings.people, settings.systems, settings.judgements, settings.allowed)


@lru_cache(maxsize=4096)
def _remark(
    text: str,
    off: tuple[str, ...],
    people: tuple[str, ...],
    systems: tuple[str, ...],
    judged: tuple[str, ...],
    allowed: tuple[str, ...],
) -> Wording | None:
    """Remember what was found: a document changes by a line at a time."""
    words = without_quotations(plain(text))
    low = small(words)
    for word in judged:
        if (at := low.find(word.lower())) >= 0 and not silenced(verdicts.JUDGEMENT.id, off):
            return Wording(verdicts.JUDGEMENT, "judgement-word", (at, at + len(word)), verdicts.JUDGEMENT.asks)
    for word in allowed:
        words, low = _blanked(words, low, word.lower())
    found = [
        remark
        for start, sentence in _sentences(words)
        if (remark := _of_sentence(sentence, start, people, systems, off)) is not None
    ]
    return min(found, key=lambda remark: _ORDER[remark.category], default=None) if found and is_english(text) else None


def _blanked(words: str, low: str, word: str) -> tuple[str, str]:
    """Take out an expression that a team allows."""
    while word and (at := low.find(word)) >= 0:
        gap = QUOTED * len(word)
        words, low = words[:at] + gap + words[at + len(word) :], low[:at] + gap + low[at + len(word) :]
    return words, low


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield each sentence with where it begins."""
    start = 0
    for stop in _STOP.finditer(text):
        yield start, text[start : stop.start()]
        start = stop.end()
    yield start, text[start:]


def _of_sentence(
    text: str, start: int, people: tuple[str, ...], systems: tuple[str, ...], off: tuple[str, ...]
) -> Wording | None:
    """Return the first remark in a sentence."""
    low = small(text)
    words = set(WORD.findall(low))
    somebody = bool(people) or may_hold_people(text, words)
    possible = _CUES.possible(low, words, somebody=somebody)
    if not possible:
        return None
    sentence = with_people(text, people, systems) if somebody or systems else low
    quiet = _quiet(off)
    nobody = not somebody or (PERSON not in sentence and SOMEBODY.isdisjoint(words))
    for number in possible:
        category, pattern = _PATTERNS[number]
        rule = CATEGORIES[category][0]
        if (nobody and pattern.of_people) or category in quiet:
            continue
        if found := pattern.search(sentence):
            if blames_nobody(sentence):
                return None
            return Wording(rule, category, (start + found.start(), start + found.end()), pattern.asks or rule.asks)
    return None


@lru_cache(maxsize=8)
def _quiet(off: tuple[str, ...]) -> frozenset[str]:
    """Return the categories that a team switched off."""
    return frozenset(category for category, (rule, _) in CATEGORIES.items() if silenced(rule.id, off))


_ORDER = {category: number for number, category in enumerate(CATEGORIES)}
_PATTERNS = tuple((category, pattern) for category, (_, patterns) in CATEGORIES.items() for pattern in patterns)

_CUES = Cues([pattern for _, pattern in _PATTERNS])
