"""What the headings of a postmortem mean, by the words that teams write there."""

import re
from typing import Literal

Role = Literal[
    "", "timeline", "summary", "impact", "well", "poorly", "lucky", "surprise", "lessons", "questions", "actions",
    "contributing", "trigger", "root", "prose",
]  # fmt: skip
_ROLES: tuple[tuple[str, Role], ...] = (
    (r"time\s?line|chronolog|sequence of events|event log|what happened when|zeitleiste|zeitlicher|verlauf|cronolog", "timeline"),
    (r"went well|worked well|what worked|did well|positives|lief gut", "well"),
    (
        r"went (?:wrong|poorly|badly|not)|didn.?t (?:go|work)|could (?:have )?(?:be|go)\w* |not so well"
        r"|poorly|badly|lief schlecht",
        "poorly",
    ),
    (r"luck", "lucky"),
    (r"surpris", "surprise"),
    (r"open questions?|questions? |^questions?$|unknowns", "questions"),
    (r"contributing|mitigating factors", "contributing"),
    (r"^triggers?\b|proximate", "trigger"),
    (r"root cause|^causes?\b|why it happened|five whys|5 whys|ursache", "root"),
    (
        r"action|follow[- ]?ups?\b|remediation|next steps?|improvements?\b|to-?dos?\b|corrective|preventi|prevention"
        r"|recommendation|ma(?:ß|ss)nahmen",
        "actions",
    ),
    (r"lesson|insight|take-?aways?|learn(?:ed|t|ings)|opportunit", "lessons"),
    (r"summary|tl;?dr|overview|abstract|synopsis|zusammenfassung|r\u00e9sum\u00e9|resumen", "summary"),
    (r"impact|affected|auswirkung|damage", "impact"),
    (
        r"appendix|anhang|background|detection|resolution|recovery|response|technical|monitoring$|what happened$|mitigation",
        "prose",
    ),
)
_WORDS: tuple[tuple[re.Pattern[str], Role], ...] = tuple((re.compile(pattern, re.IGNORECASE), role) for pattern, role in _ROLES)
_KINSHIP: dict[Role, tuple[Role, ...]] = {"actions": ("", "prose"), "lessons": ("",), "timeline": ()}
"""Roles that go on in headings below that say nothing of their own, or only what they are about."""


def role_of(title: str, above: Role = "") -> Role:
    """Return what a heading announces; under actions and lessons a heading without such words goes on with them."""
    own = _own(title)
    return above if above and own in _KINSHIP.get(above, ()) else own


def _own(title: str) -> Role:
    for pattern, role in _WORDS:
        if pattern.search(title):
            return role
    return ""
