"""The words that begin a line or name a thing, and what they mean."""

import re
from typing import Literal, get_args

from noblame.model import ACTION_KINDS, CATEGORIES, FACETS, KINDS, LESSON_KINDS, NOTE_KINDS, ROLES, Part
from noblame.model.incident import ImpactGroup
from noblame.model.note import LessonKind

Target = Literal["event", "cause", "action", "person", "lesson", "parked", "remedy", "dissent", "question", "impact", "command"]

SLASHES: dict[str, tuple[Target, str]] = {
    "event": ("event", "a row of the timeline"),
    "cause": ("cause", "something that made it possible"),
    "action": ("action", "a promise: who, by when, done when"),
    "park": ("parked", "off topic now, not forgotten"),
    "remedy": ("remedy", "a fix offered early; held until Actions"),
    "dissent": ("dissent", "somebody sees it differently"),
    "question": ("question", "what the room could not answer"),
    "lesson": ("lesson", "what to take away"),
    "person": ("person", "who is here, in what role"),
    "impact": ("impact", "what was felt, by whom; none is an answer"),
}
"""The words after a slash: what they make, and what that is."""

SIGNS: dict[str, tuple[Target, LessonKind | None]] = {
    "+": ("lesson", "well"),
    "-": ("lesson", "poorly"),
    "!": ("lesson", "lucky"),
    "?": ("question", None),
}
"""One character and a space."""

DEFAULTS: dict[Part, Target] = {
    "opening": "person",
    "timeline": "event",
    "analysis": "cause",
    "actions": "action",
    "closing": "lesson",
}
"""What a line without a prefix makes in each pane."""

PHASES = ("detection", "response")
IMPACT_GROUPS = get_args(ImpactGroup)

HASHES: dict[Target, tuple[str, ...]] = {
    "event": KINDS,
    "cause": CATEGORIES,
    "action": ACTION_KINDS,
    "lesson": (*LESSON_KINDS, *PHASES),
    "person": ROLES,
    "impact": (*FACETS, *IMPACT_GROUPS),
}
"""What ``#`` can name."""

WITH_PEOPLE: frozenset[Target] = frozenset(["event", "action", *NOTE_KINDS])
WITH_EVIDENCE: frozenset[Target] = frozenset(["event", "cause", "action"])
"""Entries that have a place for it; in the others ``@`` and ``~`` are text, so that no word is lost."""

ROLES_SAID = {
    **{role: role for role in ROLES},
    "facilitating": "facilitator", "moderator": "facilitator",
    "commander": "incident commander", "ic": "incident commander",
    "oncall": "responder", "on-call": "responder", "on call": "responder",
    "engineer": "responder", "developer": "responder", "sre": "responder",
    "notes": "scribe", "note taker": "scribe", "note-taker": "scribe",
    "communications": "comms", "guest": "observer",
}  # fmt: skip

WEEKDAYS = (
    "mon(?:day)?", "tue(?:s(?:day)?)?", "wed(?:nesday)?", "thu(?:r(?:s(?:day)?)?)?", "fri(?:day)?", "sat(?:urday)?", "sun(?:day)?",
)  # fmt: skip
MONTHS = (
    "jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?", "july?", "aug(?:ust)?",
    "sep(?:t(?:ember)?)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?",
)  # fmt: skip
"""Patterns of the names, short and long."""
MONTH = "|".join(MONTHS)
_SHORT_MONTHS = [month[:3] for month in MONTHS]

SPECIAL = re.compile(
    r"[@#~/+\-–—!?\d]|(?:done|settles):|(?:p[0-4]|now|today|yesterday|tomorrow|by|due|for|end|eo[dwmqy]|utc|"
    r"tb[ad]|q[1-4]|asap|soon|later|next|in|" + "|".join((*WEEKDAYS, *MONTHS, *(kind.split()[0] for kind in KINDS))) + r")(?!\w)",
    re.IGNORECASE,
)
"""How everything begins that can mean something; there a backslash makes it text."""


def slash(word: str) -> Target | None:
    """Return what a slash word makes: a beginning that only one of them has; ``p`` is park."""
    wanted = word.casefold()
    if wanted == "p":
        return "parked"
    hits: list[Target] = [target for name, (target, _) in SLASHES.items() if wanted and name.startswith(wanted)]
    return hits[0] if len(hits) == 1 else None


def hashed(word: str, target: Target) -> str:
    """Return the kind or category that a beginning of its name means; nothing where none or several do."""
    wanted = _bare(word)
    choices = HASHES.get(target, ())
    hits = [choice for choice in choices if wanted and _bare(choice).startswith(wanted)]
    return next((choice for choice in hits if _bare(choice) == wanted), hits[0] if len(hits) == 1 else "")


def month(name: str) -> int:
    """Return the number of a month from its name."""
    return _SHORT_MONTHS.index(name[:3].casefold()) + 1


def _bare(name: str) -> str:
    """Return a name as it is compared: ``ruled-out`` is ``ruled out``."""
    return name.casefold().replace("-", "").replace("_", "").replace(" ", "")
