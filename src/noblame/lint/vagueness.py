"""Forms of actions that nobody can finish, each with a better form to fill in (the anti-patterns of seed A).

A form only counts where the words hold nothing concrete: ``improve monitoring`` is vague, ``improve
monitoring: page when queue_depth > 500`` is not.
"""

import re
from typing import NamedTuple


class VagueForm(NamedTuple):
    """Words that promise nothing in particular, and what to say instead."""

    pattern: re.Pattern[str]
    better: str
    """A form with ‹slots›."""


def _form(pattern: str, better: str) -> VagueForm:
    return VagueForm(re.compile(pattern, re.IGNORECASE), better)


def _about(things: str) -> str:
    """A pattern of vague words about things: made better in whatever way, or only named."""
    bare = r"^(?:(?:add|more|increase|extend|have|set up|update|write|better|some|a|unit|integration)\s+)*"
    return rf"\b(?:improve|enhance|strengthen|better|ensure|review)\b.*\b(?:{things})\b|{bare}(?:{things})$"


FORMS = (
    _form(r"\b(?:more care(?:ful)?|careful(?:ly)?|pay (?:more )?attention|vigilant|double[- ]check|remember to|avoid mistakes)\b",
          "check ‹what› automatically; it fails when ‹condition›"),
    _form(_about("monitoring|alerts?|alerting|observability|visibility|metrics?|dashboards?"),
          "alert when ‹metric› > ‹value› for ‹minutes›"),
    _form(_about("tests?|testing|test coverage"), "regression test: ‹input› gives ‹result›, as in this failure"),
    _form(_about("docs|documentation|runbooks?|playbooks?|wiki"),
          "write how to ‹task›, linked from ‹alert or page›; ‹who was not there› can follow it"),
    _form(_about("training|awareness") + r"|\b(?:educate|raise awareness|remind)\b",
          "practise ‹scenario› with ‹who›; done in under ‹minutes›"),
    _form(_about("communication|coordination|collaboration") + r"|^communicate\b",
          "tell ‹who› within ‹minutes› of ‹event›, by ‹channel›"),
    _form(r"^(?:investigate|look (?:into|at)|explore|consider|evaluate|discuss|think about|research|analy[sz]e)\b"
          r"|^(?:find a way|see if|check if|figure out)\b",
          "decide whether ‹change›, from ‹measurement or trial›; write the decision in ‹place›"),
    _form(r"^(?:improve|enhance|strengthen|better|ensure|review|optimi[sz]e|harden|clean up|refactor)\b|^fix(?: \w+)?$",
          "change ‹what› so that ‹measure› stays below ‹value›"),
)  # fmt: skip
"""In the order in which they are tried."""

_CONCRETE = re.compile(
    r"\d|[<>≤≥=]|`[^`]+`|\w[_/.]\w|[a-z][A-Z]|\b(?:when|until|unless|so that|below|above|fails? if|if)\b|\b[A-Z]{2,}-?\d+\b"
)
"""Signs that the words name something: a number, a comparison, code, an identifier, a condition."""

_MEASURE = re.compile(
    r"[<>≤≥=]\s*\d|\d\s*(?:%|percent|ms|s|sec(?:onds?)?|min(?:utes?)?|h|hours?|days?|rps|qps|[kmg]i?b|x)(?!\w)"
    r"|\b(?:below|above|under|over|within|at least|at most|less than|more than|fewer than|no more than|up to)\s+\w*\s?\d",
    re.IGNORECASE,
)


def vague_form(text: str) -> VagueForm | None:
    """Return the vague form that an action has, or None where its words name something."""
    if _CONCRETE.search(text):
        return None
    return next((form for form in FORMS if form.pattern.search(text)), None)


def is_specific(text: str) -> bool:
    """Return whether the words say what to do: something concrete, or a doing and an object that are not vague."""
    if _CONCRETE.search(text):
        return True
    return vague_form(text) is None and len(text.split()) > 1


def has_measure(text: str) -> bool:
    """Return whether the words hold a number that something can be held against."""
    return _MEASURE.search(text) is not None
