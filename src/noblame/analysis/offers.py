"""What the words of a row offer to be: sentences that people say when they take, find, decide, fix or end something.

An offer is a reason to look and the kind that the list of kinds begins with; the room sets the kind.
"""

import re
from functools import cache

from noblame.model import Kind

_SAID: tuple[tuple[Kind, str], ...] = (
    ("ruled out", r"\bruled? (?:\w+ )?out\b|\b(?:is|was|it'?s) not the (?:cause|problem|issue)\b|\bred herring\b"),
    ("hypothesis", r"^(?:i (?:think|suspect|wonder)|maybe|perhaps|could (?:it|this) be|my guess|theory:)\b"),
    (
        "finding",
        r"\b(?:root cause|culprit|found it|found the)\b|\b(?:turns out|the (?:problem|cause|change)(?: in \S+)? is)\b"
        r"|\b(?:went|jumped|rose|dropped|fell) from \S+ to \d|\b(?:is|are|was|were) (?:now )?at (?:\d+ ?%|\d+ of \d)",
    ),
    ("decision", r"^decision:|\b(?:let'?s|we(?:'ll| will)?(?: now)?) (?:roll|revert|fail ?over|drain|scale|restart|disable)"),
    ("declared", r"\bdeclar(?:ing|ed)\b|\bsev-?\d\b"),
    ("escalated", r"\b(?:escalat(?:ing|ed?)|paging|paged)\b"),
    ("acknowledged", r"^(?:(?:i'?m |i am )?(?:on it|looking)|i(?:'ll| will)? take (?:it|this)|ack(?:ed|nowledged)?)\b"),
    (
        "mitigating",
        r"\b(?:roll(?:ing|ed)(?: \S+)? ?back|rollback (?:on|to|started|begun|running))\b"
        r"|\b(?:revert(?:ing|ed)|fail(?:ing|ed) over|drain(?:ing|ed))\b"
        r"|\b(?:stopp|kill|restart|disabl|throttl|block|scal|turn|switch)ed (?:(?:up|out|off|down) )?(?:the|all|our|it|both)\b",
    ),
    ("stable", r"\b(?:is|are|looks?|all) stable\b|\bback to normal\b"),
    ("resolved", r"\b(?:resolved|all clear|recovered)\b|^\[ok\]"),
    ("impact", r"\b(?:customers?|users?) (?:\w+ )?(?:report|complain|see|can'?t|cannot)|\bsince (?:about )?\d?\d:\d\d\b"),
    ("change", r"\b(?:deploy(?:ed|ing)|releas(?:ed|ing)|merged|rolled out|shipped)\b|\bstarted on \W?prod"),
)  # fmt: skip


@cache
def _offers() -> re.Pattern[str]:
    """Return all of them in one; made with the first row that is asked about, which no start waits for."""
    return re.compile("|".join(f"(?P<k{n}>{pattern})" for n, (_, pattern) in enumerate(_SAID)), re.IGNORECASE)


def offered(text: str) -> Kind | None:
    """Return the kind that words offer; none for most of what is said."""
    found = _offers().search(text)
    return _SAID[int(found.lastgroup[1:])][0] if found and found.lastgroup else None
