"""What the words of an action promise: specific, verifiable, owned, dated."""

import re
from functools import lru_cache
from typing import NamedTuple

from noblame.lint.actions.anti_patterns import CONCRETE, Form, anti_pattern
from noblame.lint.actions.dues import DueKind, due_in, due_kind
from noblame.lint.actions.owners import OwnerKind, owner_in, owner_kind
from noblame.lint.english import is_english

_GENERIC = re.compile(
    r"^\W*(?:\w+ing|\w+)(?: (?:a|an|the|some|more|our|new|all|any|automated|automatic|better|proper|regular|clear|basic|additional|comprehensive|appropriate|good|and|or|for|to|of|in|on|with|"
    r"alerts?|alerting|monitoring|monitors?|tests?|testing|dashboards?|documentation|docs|runbooks?|playbooks?|tools?|tooling|process(?:es)?|polic(?:y|ies)|plans?|procedures?|logging|logs?|"
    r"metrics?|observability|checks?|service|services|system|systems|infrastructure|health|deployments?|config|configuration|production|environment|team|teams|issues?|problems?|incidents?|"
    r"management|strategy|solution|mechanism|everything|it|this|that|things?|capacity|redundancy|validation|automation|security|performance|availability|reliability|backup|backups|server|servers))*\W*$",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    r"\b(?:not enough|certain|suitable|etc\.?|and so on|some kind|somehow|something|various|more generally|near future|x%|more than x|near-term|roadmap|and/or|or similar|potential\w*"
    r"|debrief|reach out|ping (?:the|them|him|her)|abnormal\w*|unusual|strange|weird|anomal\w*|suspicious|reasonable|sensible|correctly|properly|generally|deeper|timeouts?$|a (?:number|couple|few|lot) of)\b",
    re.IGNORECASE,
)
_ENDLESS = re.compile(
    r"\b(?:reach out|debrief|follow up|work with|always|whenever|liais|collaborat|coordinat|encourag|so we can catch|keep|meet with|talk|continue|regular|monitor (?:the|for|how|closely)|watch|be able to"
    r"|try to|manual testing process|make sure)\b",
    re.IGNORECASE,
)

_MEASURE = re.compile(
    r"[<>≤≥=]\s*\d|\d\s*(?:%|percent|ms|s|sec(?:onds?)?|min(?:utes?)?|h|hours?|days?|rps|qps|[kmg]i?b|x)(?!\w)"
    r"|\b(?:below|above|under|over|within|at least|at most|less than|more than|fewer than|no more than|up to)\s+\w*\s?\d",
    re.IGNORECASE,
)
_SLOT = re.compile(r"‹[^›]*›")


class Words(NamedTuple):
    """One action as its words have it."""

    specific: bool
    verifiable: bool
    owner: OwnerKind
    due: DueKind
    form: Form | None
    """The anti-pattern that it has."""


@lru_cache(maxsize=2048)
def read(text: str, owner: str = "", due: str = "") -> Words:
    """Return what an action promises; fields go before the words, which may name an owner or a day too."""
    form = anti_pattern(text)
    concrete = CONCRETE.search(text) is not None
    vague = not concrete and (_GENERIC.fullmatch(text) or _LOOSE.search(text)) and is_english(text)
    specific = form is None and not slots(text) and not vague
    return Words(
        specific=specific,
        verifiable=form is None and not (_ENDLESS.search(text) and is_english(text)),
        owner=_owner(text, owner),
        due=due_kind(due) if due_kind(due) != "none" else due_in(text),
        form=form,
    )


def slots(text: str) -> tuple[str, ...]:
    """Return what of a better form is still to be filled in, such as ``‹metric›``."""
    return tuple(_SLOT.findall(text))


def has_measure(text: str) -> bool:
    """Return whether the words hold a number that something can be held against."""
    return _MEASURE.search(_SLOT.sub("", text)) is not None


def _owner(text: str, owner: str) -> OwnerKind:
    kind = owner_kind(owner)
    return kind if kind != "none" else owner_kind(owner_in(text))
