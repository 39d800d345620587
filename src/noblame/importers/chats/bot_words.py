"""What alert and paging bots post in chat: the openings by which it is told what they announce.

Nothing else sets a kind in chat: what people say is offered as it stands.
"""

import re

_ADORNMENT = re.compile(r"^(?::[\w+'-]+:|[^\w\[])+")
"""Emoji, bullets and emphasis before the first word."""
_POSTED: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), kind)
    for pattern, kind in (
        (r"\[(?:firing|alerting|triggered|problem|critical|down)\b", "alert_fired"),
        (r"\[(?:resolved|ok|recovered|recovery|up)\b", "alert_resolved"),
        (r"triggered #\d+", "page_sent"),
        (r"acknowledged #\d+ by (?P<who>[^\n]+)", "acknowledged"),
        (r"resolved #\d+ by (?P<who>[^\n]+)", "resolved"),
    )
)
_SHOUTED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?:ALERT|ALARM|PROBLEM|CRITICAL|DOWN|FIRING)\b"), "alert_fired"),
    (re.compile(r"(?:OK|RECOVERY|RECOVERED|RESOLVED|UP)\b"), "alert_resolved"),
)
"""Words in capitals with which monitoring bots begin where there is no markup."""


def posted(text: str) -> tuple[str, str]:
    """Return the kind of what a bot posted and the person it names as the one who acted, empty where it names none."""
    opening = _ADORNMENT.sub("", text, count=1).replace("*", "", 2)
    for pattern, kind in _POSTED:
        if found := pattern.match(opening):
            who = found.groupdict().get("who") or ""
            return kind, who.strip("*_. ")
    return "bot", ""


def shouted(text: str) -> str:
    """Return the kind of a line of plain text that a monitoring bot wrote, ``message`` for any other."""
    kind, _ = posted(text)
    if kind != "bot":
        return kind
    return next((kind for pattern, kind in _SHOUTED if pattern.match(text)), "message")
