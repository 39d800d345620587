"""When an action is due: a date, words that are none, or nothing."""

import re
from calendar import month_name
from typing import Literal

from noblame.model.instant import reads_as_two

DueKind = Literal["date", "vague", "none"]

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|satur|sat|sun)(?:day)?"
_DATE = (
    rf"(?:\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}|\d{{1,2}}\.\d{{1,2}}\.(?!\d)|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,? \d{{4}})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?![a-z])(?:,? \d{{4}})?|(?:this |next )?{_DAY}\b|tomorrow|today|\d{{1,2}}[-/]{_MONTH}(?:[-/]\d{{2,4}})?)"
)
_IS_DATE = re.compile(rf"\W*(?:by |due |before |on |until |eod )*{_DATE}\W*(?:\d{{4}})?(?: eod)?\W*", re.IGNORECASE)
_NOTHING = re.compile(r"\W*(?:none|n/?a|date|due|due date|yyyy-mm-dd|dd/mm/yyyy|insert date|no date)?\W*", re.IGNORECASE)
_VAGUE_IN = re.compile(
    r"\b(?:soon(?:er)?(?: rather)?|asap|as soon as possible|when (?:we|i|you|they|time|there'?s|possible|someone|somebody)\b(?: get| have| can| permits?| allows?)?(?=.*\b(?:time|get to|permits?|allows?|possible|chance|free|capacity)\b)"
    r"|eventually|at some point|some ?day|(?:in the )?(?:near|not[- ]too[- ]distant|foreseeable) future|later(?: this| on| in)?(?= (?:this|the|on)|\W*$)"
    r"|(?:this|next|coming|following|within the|in the next|over the next|end of(?: the| this| next)?|early|late|mid) (?:\w+ )?(?:sprints?|weeks?|months?|quarters?|year|iteration|release|cycle|few (?:days|weeks|months|sprints))"
    rf"|eo[qymwd]|q[1-4](?: ?\d{{2,4}})?|by (?:q[1-4]|eo[qymwd]|(?:the )?end of \w+|{_MONTH}(?! \d)(?: \d{{4}})?|the end of \w+)|end of {_MONTH}"
    r"|(?:in|within|\+) ?(?:\d+|a|one|two|three|four|six|a few|a couple of) ?(?:days?|weeks?|months?|sprints?|w|d)\b|(?:due|deadline|eta)\s?[:=-]?\s*(?:tb[acd]\b|unknown|\?)"
    r"|long[- ]term|short[- ]term|medium[- ]term|near[- ]term|over time|in due course|one of these days|time permitting|as time (?:permits|allows)|when we get to it|going forward(?=\W*$)|tb[acd]\b(?=\W*$))",
    re.IGNORECASE,
)
_DATE_IN = re.compile(
    rf"\b(?:by|before|due(?: on| by)?|until|no later than|on|deadline|eta)\s?:? (?:the )?{_DATE}(?!\w)|[(\[]{_DATE}[)\]]",
    re.IGNORECASE,
)
_AMBIGUOUS = re.compile(r"\b(\d{1,2})([/.-])(\d{1,2})[/.-](?:\d{4}|\d{2})\b")


def due_kind(due: str) -> DueKind:
    """Return what a due field holds."""
    if _NOTHING.fullmatch(due):
        return "none"
    return "date" if _IS_DATE.fullmatch(due) else "vague"


def due_in(text: str) -> DueKind:
    """Return what the words of an action say of the day."""
    if _DATE_IN.search(text):
        return "date"
    return "vague" if vague_words(text) else "none"


def vague_words(text: str) -> str:
    """Return the words of an action that stand for a day and are no date: ``next sprint``; empty where there are none."""
    found = None if _DATE_IN.search(text) else _VAGUE_IN.search(text)
    return found[0].strip() if found else ""


def is_tbd(due: str) -> bool:
    """Return whether a due field says that nobody knows yet."""
    return re.search(r"\btb[acdn]\b|to be (?:decided|defined|determined|confirmed|announced)", due, re.IGNORECASE) is not None


def is_ambiguous(due: str) -> bool:
    """Return whether a date reads as two: ``03/04/2026`` is in March or in April."""
    return ambiguous_date(due) is not None


def ambiguous_date(text: str) -> tuple[str, str, str] | None:
    """Return a date that reads as two, with both readings: ``03/04/2026``, ``3 April``, ``4 March``."""
    found = _AMBIGUOUS.search(text)
    if found is None:
        return None
    one, other = int(found[1]), int(found[3])
    if not reads_as_two(one, other, found[2]):
        return None
    return found[0], f"{one} {month_name[other]}", f"{other} {month_name[one]}"
