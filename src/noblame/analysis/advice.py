"""One quiet line for the cause under the cursor: what is odd about it, and the question that helps.

Sources of the rules: "do not stop at human error" and the stop rules of the seeds; the but-for question that
settles a join; method advice after the shape of the tree.
"""

import re
from collections import Counter
from typing import NamedTuple

from noblame.analysis.categories import key, title
from noblame.analysis.graph import Graph, graph_of
from noblame.analysis.phases import phases
from noblame.analysis.questions import next_question
from noblame.model import Cause, Record

_FAULT = (
    r"human error|operator error|user error|mistake\w*|careless\w*|negligen\w*|forgot\w*|did(?: not|n['’]t) (?:know|notice|check"
    r"|read|follow|think|understand|pay attention)|should(?: not|n['’]t)? have|overlooked|misread|misunderstood|inattenti\w*"
    r"|unfamiliar|inexperienced|untrained|distracted|tired|was(?: not|n['’]t) (?:aware|paying attention)|failed to follow"
)
_SOMEBODY = (
    r"engineers?|developers?|operators?|admins?|administrators?|reviewers?|on-?call(?:er)?|responders?|somebody|someone|he|she"
    r"|they|dba|sre|employee|contractor|intern|colleague"
)
_STOPS_AT_A_PERSON = re.compile(
    rf"\b(?:human|operator|user|pilot) error\b|\b(?:{_SOMEBODY})\b.*\b(?:{_FAULT})\b|^@\w+", re.IGNORECASE
)
_PERSONAL = re.compile(rf"\b(?:{_FAULT})\b", re.IGNORECASE)
_ONE_SIDED = 0.75
_ENOUGH = 4
"""Causes from which the shape of a tree says something about the method."""


class Advice(NamedTuple):
    """A remark and a question; either may be empty."""

    remark: str
    question: str


def stops_at_person(record: Record, words: str) -> bool:
    """Whether a statement ends at what somebody did not do or know, rather than at what made that likely."""
    if _STOPS_AT_A_PERSON.search(words):
        return True
    names = {name for person in record.people for name in (person.id, person.name, person.name.split(" ")[0]) if len(name) > 1}
    named = names and re.search(rf"\b(?:{'|'.join(map(re.escape, names))})\b", words, re.IGNORECASE)
    return bool(named and _PERSONAL.search(words))


def advise(record: Record, cause: Cause) -> Advice:
    """Return what to say of one cause: the first that applies, of person, join, stop, guess, then the next why."""
    children = [child for child in record.children(cause.id) if child.kind != "safeguard" and child.status != "ruled out"]
    if not children and stops_at_person(record, cause.text):
        return Advice(f"“{cause.text}” stops at a person.", "What made that likely, and what let it through?")
    if len(children) > 1 and cause.join == "undecided":
        return Advice(
            "",
            f"Had only “{children[0].text}” not happened, would it still have? Yes is OR, no is AND (g).",
        )
    if cause.stop:
        return Advice(*_stopped(cause))
    if not children and cause.confidence == "guess":
        return Advice("This is a guess.", "What would show whether it was so?")
    early = not children and cause.status != "ruled out" and _ends_early(record, cause)
    return Advice("It ends after one why, others go on." if early else "", next_question(record, cause))


def _ends_early(record: Record, cause: Cause) -> bool:
    """Whether a cause stands right below an effect while other whys go two steps deeper."""
    first = {c.id: c.parents[0] for c in record.causes if c.parents and c.kind != "safeguard"}
    effects = {c.id for c in record.causes if c.kind == "effect"}
    return first.get(cause.id, "") in effects and any(first.get(first.get(above, ""), "") in effects for above in first.values())


def _stopped(cause: Cause) -> tuple[str, str]:
    """Return what a reason to stop still asks for."""
    match cause.stop:
        case "outside":
            return "Outside our control.", "How do we live with it next time?"
        case "unknown":
            return "Nobody knows yet.", "Who can find out, and by when?"
        case "not pursued":
            return "Not pursued further.", ""
        case _:
            asks = "" if cause.evidence else "What shows that it was so?"
            return "It stops at something we can change.", asks


def method(record: Record, effect_id: str, drawing: str) -> str:
    """Return which drawing would help more than the present one, in a sentence; empty where it serves."""
    graph = graph_of(record)
    below = [graph.by_id[name] for name in graph.reach(effect_id) if name in graph.by_id and name != effect_id]
    if len(below) < _ENOUGH:
        return ""
    undecided = sum(len(graph.children(c.id)) > 1 and c.join == "undecided" for c in below)
    shared = sum(len(graph.parents[c.id]) > 1 for c in below)
    if drawing == "whys" and (undecided > 1 or shared):
        return "The whys branch and meet; the fault tree asks which of them were needed."
    if drawing != "fishbone" and (side := one_sided(graph, below)):
        return f"{side}; the fishbone asks about the other sides."
    return ""


def one_sided(graph: Graph, causes: list[Cause]) -> str:
    """Say that nearly all causes are of one category; empty where they are not, or are few."""
    categories = graph.categories()
    given = Counter(key(categories[cause.id]) for cause in causes if categories[cause.id])
    if given.total() < _ENOUGH:
        return ""
    name, count = given.most_common(1)[0]
    return f"{count} of {given.total()} causes are {title(name)}" if count >= _ONE_SIDED * given.total() else ""


def halve_it(record: Record) -> str:
    """Return the question that halves the longest interval, e.g. ``8 min to detect: what would have made it 4?``."""
    longest = max(phases(record), key=lambda phase: phase.minutes, default=None)
    if longest is None or longest.minutes < 2:
        return ""
    verb = "detect" if longest.name == "undetected" else longest.name
    minutes = round(longest.minutes)
    return f"{minutes} min to {verb}: what would have made it {minutes // 2}?"
