"""A node of the one causal graph that is drawn as whys, as a fishbone and as a fault tree."""

from typing import Literal, get_args

from pydantic import Field

from noblame.model.base import Entry
from noblame.model.text import Id, Line

NodeKind = Literal["cause", "effect", "safeguard"]
Join = Literal["undecided", "any", "all", "some"]
Category = Literal["people", "process", "technology", "environment", "monitoring", "external"]
CATEGORIES: tuple[Category, ...] = get_args(Category)
CauseStatus = Literal["occurred", "suspected", "ruled out", "potential"]
Stop = Literal["systemic", "outside", "unknown", "not pursued"]
Confidence = Literal["", "guess", "likely", "certain"]
CauseRole = Literal["", "proximate", "contributing", "root"]


class Cause(Entry):
    """Something that made something else possible.

    `parents` names what this one explains: the first is where the outline shows it, the others
    make it a shared cause. Causes without a parent wait in the tray. Siblings stand in the order
    of the record.
    """

    kind: NodeKind = "cause"
    text: Line = ""
    question: Line = ""
    """The why that this answers, where the room put it in its own words."""
    parents: tuple[Id, ...] = ()
    join: Join = "undecided"
    """How this node's own causes combine: ``any`` is OR, ``all`` is AND, ``some`` is k of n."""
    k: int = Field(default=2, ge=1)
    """For ``some``: how many of the causes are enough."""
    negated: bool = False
    """A NOT: it holds where its own causes, joined, do not. Fault trees from elsewhere have it; a room rarely says it."""
    category: Line = ""
    """One of `CATEGORIES`, or a word of the team; empty means: as its parent."""
    status: CauseStatus = "occurred"
    evidence: tuple[Line, ...] = ()
    events: tuple[Id, ...] = ()
    """Ids of the events that show it."""
    stop: Stop | None = None
    """Why nobody asked further below this one."""
    confidence: Confidence = ""
    role: CauseRole = ""
    rank: int | None = Field(default=None, ge=1)
    """Among root causes: 1 is primary."""
    accepted: Line = ""
    """The reason for living with it; an answer where there is no action."""
    probability: float | None = Field(default=None, ge=0, le=1)
    switch: Literal["on", "off"] | None = None
    """A house event: fixed true or false while the tree is computed."""
