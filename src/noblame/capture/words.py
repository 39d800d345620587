"""The words that begin a line or name a thing, and what they mean."""

from typing import Literal

from noblame.model import ACTION_KINDS, CATEGORIES, KINDS, LESSON_KINDS, Part

Target = Literal["event", "cause", "action", "person", "lesson", "parked", "remedy", "dissent", "question", "command"]

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
}
"""The words after a slash: what they make, and what that is."""

SIGNS: dict[str, tuple[Target, str]] = {
    "+": ("lesson", "well"),
    "-": ("lesson", "poorly"),
    "!": ("lesson", "lucky"),
    "?": ("question", ""),
}
"""One character and a space."""

DEFAULTS: dict[Part, Target] = {
    "opening": "person",
    "timeline": "event",
    "analysis": "cause",
    "actions": "action",
    "closing": "lesson",
}

HASHES: dict[str, tuple[str, ...]] = {
    "event": KINDS, "cause": CATEGORIES, "action": ACTION_KINDS, "lesson": (*LESSON_KINDS, "detection", "response"),
}  # fmt: skip
"""What ``#`` can name."""

ROLES_SAID = {
    "facilitator": "facilitator", "facilitating": "facilitator", "moderator": "facilitator",
    "incident commander": "incident commander", "commander": "incident commander", "ic": "incident commander",
    "responder": "responder", "on-call": "responder", "oncall": "responder", "on call": "responder", "engineer": "responder",
    "scribe": "scribe", "notes": "scribe", "note taker": "scribe", "author": "author", "comms": "comms", "communications": "comms",
    "observer": "observer", "guest": "observer",
}  # fmt: skip


def slash(word: str) -> Target | None:
    """Return what a slash word makes: a beginning that only one of the nine has; ``p`` is park."""
    wanted = word.casefold()
    if wanted == "p":
        return "parked"
    hits: list[Target] = [target for name, (target, _) in SLASHES.items() if wanted and name.startswith(wanted)]
    return hits[0] if len(hits) == 1 else None


def hashed(word: str, target: str) -> str:
    """Return the kind or category that a beginning of its name means; nothing where none or several do."""
    wanted = word.casefold().replace("-", " ").replace("_", " ")
    choices = HASHES.get(target, ())
    if wanted in choices:
        return wanted
    hits = [choice for choice in choices if wanted and choice.startswith(wanted)]
    return hits[0] if len(hits) == 1 else ""
