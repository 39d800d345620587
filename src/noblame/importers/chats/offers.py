"""What a line of a plain log offers to be: sentences that people say when they take, fix or end an incident.

Only whole phrases count. An offer becomes part of the story when somebody stars the row.
"""

import re

_OFFERS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), kind)
    for pattern, kind in (
        (
            r"^(?:(?:i'?m |i am )?on it|(?:i(?:'ll| will) )?(?:take|taking) (?:it|this one)|ack(?:ed|nowledged)?)[.!]*$",
            "acknowledged",
        ),
        (r"\bdeclaring (?:an? )?(?:incident|sev|p\d)|^(?:this is|it'?s) (?:a )?sev-?\d", "severity_changed"),
        (r"^(?:i'?m |we'?re )?(?:rolling|rolled) (?:it |this )?back\b", "rollback"),
        (r"\b(?:calling|call) (?:it|this) resolved\b|^(?:incident )?resolved[.!]*$|^all clear\b", "resolved"),
        (r"^decision:", "decision"),
    )
)


def offered(text: str) -> str:
    """Return the kind that somebody's words offer, ``message`` for all that offers none."""
    return next((kind for pattern, kind in _OFFERS if pattern.search(text.strip())), "message")
