"""Echoes: what a bot posted in a chat about something that its own source tells too.

Rows are joined by a key that both carry (number of the incident, name of the alert, commit,
version, address), the same kind and a nearness in time; never by similar words, and never what
people said. The chat's row is folded into the surer one, from which it can be taken out again.
PagerDuty gives one act an id in its log and another in its webhooks: what comes later is folded too.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta

from noblame.importers.chats.offers import offered
from noblame.model import Event, Kind, handle

_BY_HAND = frozenset({"csv", "markdown", "lines"})
"""Formats in which people write what they saw: no surer than a bot."""
CHATS = frozenset({"slack_export", "discord", "mattermost", "msteams", "zulip", "irc", "zoom_chat"})
"""Formats in which bots repeat what other sources tell first."""
NEAR = timedelta(seconds=120)
NEAR_CHANGE = timedelta(seconds=300)
"""Deploys are announced when they begin or when they are done."""
SAME_ACT = timedelta(seconds=1)
"""Within which two listings of one program tell the same act."""
_TWICE = "pagerduty"
_TOLD_BY_BOTS: frozenset[Kind] = frozenset(
    ("detected", "acknowledged", "escalated", "resolved", "declared", "change", "mitigating", "comms")
)
_NUMBER = re.compile(r"(?<![\w&])#(\d{1,9})\b")
"""Of an incident; the first of a text is its own, those after it are of others."""
_KEYS = (
    _NUMBER,
    re.compile(r"\b[A-Z][a-z]+(?:[A-Z0-9][A-Za-z0-9]*){1,}\b"),
    re.compile(r"\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,40}\b"),
    re.compile(r"(?<![\w.])v?\d+\.\d+\.\d+(?:[-+][\w.]+)?(?![\w.]*\d)"),
    re.compile(r"https?://[^\s<>|\"')]+/(?:incidents?|alerts?|commits?|pull|releases?|deployments?|runs)/[^\s<>|\"')]+"),
)
"""Number of an incident, name of an alert in one word, commit, version, address of one thing."""
_TELLING = _KEYS[:2]
"""Of these both may carry others; then they are about two things, whatever else they have in common."""
_BY = re.compile(r"\bby (?:[A-Z][\w.'-]*)(?: [A-Z][\w.'-]*)*")
"""Names of people are written like those of alerts."""


def joined(events: Sequence[Event], new: frozenset[str]) -> tuple[tuple[Event, ...], int]:
    """Return the events with the echoes among them folded, and how many were; the order stays.

    Only pairs of which at least one is among the ids in `new`: what was taken apart stays apart.
    """
    sure: dict[tuple[Kind, str], list[Event]] = defaultdict(list)
    for event in events:
        if event.source and event.source not in CHATS | _BY_HAND and event.at and event.open and event.kind in _TOLD_BY_BOTS:
            for key in keys(event):
                sure[event.kind, key].append(event)
    if not sure:
        return tuple(events), 0
    acts = {event.id for told in sure.values() for event in told if event.source == _TWICE and event.id not in new}
    found = 0
    result: list[Event] = []
    for event in events:
        origin = None
        if event.open and event.kind in _TOLD_BY_BOTS:
            if event.source in CHATS and offered(event.text) == "message":
                origin = _origin(event, sure, new)
            elif acts and event.source == _TWICE and event.id in new:
                origin = _act(event, sure, acts)
        if origin is not None:
            event = event.model_copy(update={"part_of": origin.id})
            found += 1
        result.append(event)
    return tuple(result), found


def _origin(event: Event, sure: dict[tuple[Kind, str], list[Event]], new: frozenset[str]) -> Event | None:
    """Return the nearest surer row with the same kind and a key that both carry."""
    at = event.at
    if at is None:
        return None
    near = NEAR_CHANGE if event.kind == "change" else NEAR
    fits = [
        (abs(other.at - at), other)
        for key in keys(event)
        for other in sure.get((event.kind, key), ())
        if other.at is not None and abs(other.at - at) <= near and (event.id in new or other.id in new)
        if not _about_others(event, other)
    ]
    return min(fits, key=lambda pair: (pair[0], pair[1].id), default=(None, None))[1]


def _act(event: Event, sure: dict[tuple[Kind, str], list[Event]], known: set[str]) -> Event | None:
    """Return the row that an earlier import of the same program made of the same act by the same hand."""
    at = event.at
    fits = [
        other
        for key in keys(event)
        for other in sure.get((event.kind, key), ())
        if at is not None
        and other.at is not None
        and abs(other.at - at) <= SAME_ACT
        and other.id in known
        and not _people(event, other)
        and not _about_others(event, other)
    ]
    return min(fits, key=lambda other: other.id, default=None)


def _people(event: Event, other: Event) -> bool:
    """Whether two rows name other people; programs, written as they write themselves, have other names in other listings."""
    one, two = ({name for name in told.who if name == handle(name)} for told in (event, other))
    return bool(one and two and one != two)


def _about_others(event: Event, other: Event) -> bool:
    """Whether both carry numbers of incidents, or names of alerts, and none of them is the same."""
    for pattern in _TELLING:
        one, two = (set(_found((_plain(told), *told.evidence), (pattern,))) for told in (event, other))
        if one and two and not one & two:
            return True
    return False


def _plain(event: Event) -> str:
    """Return the words of an event without the names of people in them."""
    text = _BY.sub("by", event.text)
    return " ".join(word for word in text.split(" ") if not any(word.casefold() in name.split("-") for name in event.who))


def keys(event: Event) -> set[str]:
    """Return the keys that an event's words, number and links carry."""
    return set(_found((_plain(event), event.native_id, *event.evidence), _KEYS))


def _found(texts: Iterable[str], patterns: Iterable[re.Pattern[str]]) -> Iterable[str]:
    for text in texts:
        for pattern in patterns:
            for match in pattern.finditer(text[:1_000]):
                yield match[match.lastindex or 0].casefold().rstrip("/.,")
                if pattern is _NUMBER:
                    break
