"""Percentages and totals that do not fit the numbers beside them.

Three forms are read, all exact enough to be sure of: a total with its parts, ``12 calls (5 + 8)``; a
count with a share of the affected, ``847 support tickets (23% of affected users)``, held against the
number of affected in the record; and a share with both numbers, ``23% (847 of 12,000)``.
"""

import re
from collections.abc import Iterator

from noblame.lint.finding import Finding
from noblame.model import Record

_NUMBER = r"(\d[\d,]*(?:\.\d+)?)"
_SHARE = r"(\d+(?:\.\d+)?)\s?(?:%|percent)"
_PEOPLE = r"(?:unique |affected |active |paying )*(?:users|customers|accounts|people|tenants|merchants|subscribers)\b"
_COUNT_OF_AFFECTED = re.compile(
    rf"(?<![\w.$€£,]){_NUMBER} ((?:[a-z-]+ ){{0,2}}[a-z-]+) \(?{_SHARE} of (?:all |the )?{_PEOPLE}", re.IGNORECASE
)
_SHARE_OF_BOTH = re.compile(rf"{_SHARE} \({_NUMBER} (?:out )?of {_NUMBER}\b", re.IGNORECASE)
_BOTH_WITH_SHARE = re.compile(rf"(?<![\w.$€£,]){_NUMBER} (?:out )?of {_NUMBER}(?: [a-z-]+){{0,2}} \({_SHARE}\)", re.IGNORECASE)
_AFFECTED = re.compile(rf"(?<![\w.$€£,]){_NUMBER} {_PEOPLE}", re.IGNORECASE)
_PART = rf"{_NUMBER}[^()+;.]*"
_TOTAL = re.compile(
    rf"(?<![\w.$€£,]){_NUMBER}(?: in total| total)?((?: [a-z-]+){{0,3}}) ?(?:\(|= ?|: )({_PART}(?:\+ ?{_PART})+)", re.IGNORECASE
)
"""A total with its parts: ``847 tickets (600 by mail + 247 by phone)``."""
_TOLERANCE = 0.05
"""Part of the share by which it may differ besides its rounding: counts beside percentages are often rounded too."""


def number_faults(record: Record) -> tuple[Finding, ...]:
    """Return a finding for each percentage that does not fit its numbers.

    Where the record tells of several numbers of affected people, a share of them is not judged.
    """
    total = _affected(record)
    return tuple(
        Finding("number-mismatch", "warning", place, fault, "Say which of the numbers is right.")
        for place, text in _texts(record)
        for fault in _faults(text, total)
    )


def _texts(record: Record) -> Iterator[tuple[str, str]]:
    """Yield the places of the record that tell of numbers, with their words."""
    incident = record.incident
    for text in (incident.summary, incident.narrative, incident.root_cause, incident.takeaway):
        yield "incident", text
    for entries in (record.impact, record.events, record.causes, record.lessons):
        for entry in entries:
            yield entry.id, entry.text


def _value(number: str) -> float:
    return float(number.replace(",", ""))


def _affected(record: Record) -> float | None:
    """Return how many were affected, if the head of the record tells one number only."""
    texts = [record.incident.summary, *(facet.text for facet in record.impact)]
    told = {_value(found[1]) for text in texts for found in _AFFECTED.finditer(text)}
    return told.pop() if len(told) == 1 else None


def _faults(text: str, total: float | None) -> Iterator[str]:
    if "+" in text:
        yield from _totals(text)
    if "%" not in text and "percent" not in text:
        return
    for found in _COUNT_OF_AFFECTED.finditer(text) if total else ():
        count, noun, share = found.groups()
        yield from _fault(count, noun.split()[-1], f"{total:,.0f}", share)
    for found in _SHARE_OF_BOTH.finditer(text):
        yield from _fault(found[2], "", found[3], found[1])
    for found in _BOTH_WITH_SHARE.finditer(text):
        yield from _fault(found[1], "", found[2], found[3])


def _totals(text: str) -> Iterator[str]:
    """Yield the totals that their parts do not add up to."""
    for found in _TOTAL.finditer(text):
        parts = [number for part in found[3].split("+") if (number := re.match(rf"\s*{_NUMBER}", part))]
        told = sum(_value(part[1]) for part in parts)
        if abs(told - _value(found[1])) > 0.5:
            yield f"{' + '.join(part[1] for part in parts)} is {told:,.10g}, not {found[1]}"


def _fault(count: str, noun: str, total: str, share: str) -> Iterator[str]:
    """Yield what is wrong where `count` is not `share` percent of `total`, allowing for its rounding."""
    if not _value(total):
        return
    right = 100 * _value(count) / _value(total)
    rounding = 0.5 * 10 ** -len(share.partition(".")[2])
    if abs(right - float(share)) > rounding + _TOLERANCE * float(share):
        exact = f"{right:.1f}".removesuffix(".0")
        yield f"{count}{' ' if noun else ''}{noun} is {exact}% of {total}, not {share}%"
