"""The summary and the lessons, held against the rest of the record."""

import re
from collections.abc import Iterator

from noblame.lint.document import rules
from noblame.lint.document.rules import said
from noblame.lint.finding import Finding
from noblame.model import Lesson, Record

_USERS = re.compile(
    r"\b(?:users?|customers?|clients?|people|accounts?|subscribers?|tenants?|merchants?|patients?|visitors?|buyers?|shoppers?|patrons?|students?|teams?|staff|everyone|everybody|nobody|no one"
    r"|players?|members?|orders?|payments?|requests?|calls?|searches|emails?|checkouts?|sign-?ins?|log-?ins?)\b",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b(?:resolved|mitigated|fixed|restored|recovered|solved|addressed|stopped|ended|remedied)\b(?P<how>[^.]*)", re.IGNORECASE
)
_DOING = re.compile(r"\b(?:by|and|then|,) (?P<doing>(?:[a-z]+ly )?[a-z]{2,}ing\b[^,;]*?)(?=,|;| and [a-z]+ing\b| then |$)")
_WORD = re.compile(r"[a-z][a-z0-9.-]*[a-z0-9]|\d[\d.]*")
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "to",
        "of",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "and",
        "or",
        "all",
        "its",
        "their",
        "our",
        "some",
        "more",
        "back",
        "up",
        "down",
        "out",
        "off",
        "over",
        "into",
        "one",
        "two",
        "it",
        "this",
        "that",
        "limits",
        "limit",
    ]
)
_PRAISE = re.compile(r"\b(?:smooth\w*|quick\w*|fast|swift\w*|prompt\w*|decisive\w*|immediate\w*|clear\w*|well|effective\w*|timely|good|excellent\w*|early|without (?:any )?(?:problem|trouble)s?)\b", re.IGNORECASE)  # fmt: skip
_COMPLAINT = re.compile(r"\b(?:slow\w*|late|delay\w*|took|too long|could be|could have|unclear|confus\w*|missing|lack\w*|poor\w*|manual\w*|hours?|missed|failed|not|never|no)\b", re.IGNORECASE)  # fmt: skip


def claims(record: Record) -> Iterator[Finding]:
    """Yield what the summary and the lessons say that does not fit."""
    yield from _summary(record)
    yield from _unknown(record)
    yield from _lessons(record)


def _summary(record: Record) -> Iterator[Finding]:
    summary = record.incident.summary
    if not summary:
        return
    words = len(summary.split())
    if words < 6 or words > 120:
        yield said(rules.THIN_SUMMARY, "incident", f"The summary is {words} words.")
    if not _USERS.search(summary):
        yield said(rules.SUMMARY_WITHOUT_USERS, "incident", "The summary does not say who felt it.")


def stems(text: str) -> frozenset[str]:
    """Return what the words of a text are about, cut to their beginnings: ``rolling back`` and ``rollback`` are one."""
    joined = re.sub(r"\broll(?:ed|ing|s)?[ -]?back\b", "rollback", text.casefold())
    return frozenset(_stem(word) for word in _WORD.findall(joined) if word not in _SMALL)


def _stem(word: str) -> str:
    bare = re.sub(r"(?:ations?|ings?|ed|es|s|ion|er)$", "", word)
    return (bare if len(bare) >= 3 else word)[:7]


def _unknown(record: Record) -> Iterator[Finding]:
    """Yield what the summary says ended the incident and nothing else in the record knows: less than half of its words anywhere."""
    if not record.events or not _ENDED.search(record.incident.summary):
        return
    known = [stems(entry.text) for entry in (*record.events, *record.actions)]
    for ended in _ENDED.finditer(record.incident.summary):
        for claim in _DOING.finditer(ended["how"]):
            words = stems(claim["doing"])
            if words and max((len(words & have) / len(words) for have in known), default=0) < 0.5:
                yield said(
                    rules.UNKNOWN_CLAIM, "incident", f"The summary says “{claim['doing'].strip()}”; no event and no action does."
                )


def _lessons(record: Record) -> Iterator[Finding]:
    well = [lesson for lesson in record.lessons if lesson.kind == "well"]
    poorly = [lesson for lesson in record.lessons if lesson.kind == "poorly"]
    if len(well) + len(poorly) >= 2 and not (well and poorly):
        yield said(rules.ONE_SIDED, "closing", f"Lessons say only what went {'well' if well else 'poorly'}.")
    yield from _agenda(record)
    for praised in well:
        for blamed in poorly:
            if _at_odds(praised, blamed):
                yield said(rules.PRAISE_AND_COMPLAINT, blamed.id, f"“{praised.text}” stands beside “{blamed.text}”.")


def _agenda(record: Record) -> Iterator[Finding]:
    """The minutes for one side, while the meeting is still ahead or running."""
    blocks = record.agenda.blocks
    words = " ".join(part for block in blocks for part in (block.name, *block.prompts))
    if record.agenda.ended is None and not re.search(r"\b(?:poorly|wrong|badly|better|did not)\b", words, re.IGNORECASE):
        for block in blocks:
            if re.search(r"\bwent well\b", block.name, re.IGNORECASE):
                message = f"“{block.name}” has {block.minutes} minutes, and what went poorly has none."
                yield said(rules.ONE_SIDED_AGENDA, "closing", message)


def _at_odds(praised: Lesson, blamed: Lesson) -> bool:
    """Say whether both begin with the same thing, one with praise and one with a complaint."""
    subjects = [stems(" ".join(lesson.text.split()[:2])) for lesson in (praised, blamed)]
    return bool(subjects[0] & subjects[1]) and bool(_PRAISE.search(praised.text)) and bool(_COMPLAINT.search(blamed.text))
