"""Why a postmortem is held: the six triggers of seed B, and which of them fired.

Three can be read from the record; the others somebody ticks. Whatever is ticked has fired.
"""

import re
from typing import NamedTuple

from noblame.analysis.durations import in_full
from noblame.analysis.phases import impact, in_words
from noblame.model import Record

TRIGGERS = {
    "severity": "SEV1 or SEV2",
    "customers": "Customer-facing longer than 15 min",
    "data": "Data loss or security",
    "near miss": "Near miss that could have been severe",
    "novel": "Novel failure",
    "unusual": "Needed an unusual intervention",
}
"""By the id that `Incident.triggers` holds: the words to show."""

_LONG_MINUTES = 15
_NONE = re.compile(
    r"(?:none|nil|nothing|nobody|no one|no|zero|0|-|–|n/?a|not applicable)[.!]?"
    r"|no(?: \w+){0,3} (?:affected|breach|corruption|damage|effect|impact|implications?|loss|lost|noticed|violations?)\b.*",
    re.IGNORECASE,
)


class Trigger(NamedTuple):
    """One of the six, and whether it fired."""

    id: str
    words: str
    why: str
    """What in the record says so, or that it was ticked; empty where it did not fire."""

    @property
    def fired(self) -> bool:
        """Whether it is a reason for this postmortem."""
        return bool(self.why)


def says_none(text: str) -> bool:
    """Return whether the words of a facet say that there was nothing, e.g. ``none`` or ``No data loss``."""
    return _NONE.fullmatch(text.strip()) is not None


def triggers(record: Record) -> tuple[Trigger, ...]:
    """Return the six triggers in their order, each with why it fired."""
    read = {"severity": _severity(record), "customers": _customers(record), "data": _data(record)}
    ticked = set(record.incident.triggers)
    return tuple(
        Trigger(name, words, read.get(name, "") or ("ticked" if name in ticked else "")) for name, words in TRIGGERS.items()
    )


def _severity(record: Record) -> str:
    return record.incident.severity if record.incident.rank in (1, 2) else ""


def _customers(record: Record) -> str:
    """Longer than a quarter of an hour by the timeline, else as declared, and somebody said what customers felt."""
    felt = any(facet.group == "customer" and facet.text and not says_none(facet.text) for facet in record.impact)
    computed, declared = impact(record), record.incident.declared_minutes
    if felt and computed:
        return in_words(record, computed) if computed.minutes > _LONG_MINUTES else ""
    return f"{in_full(declared)} declared" if felt and declared and declared > _LONG_MINUTES else ""


def _data(record: Record) -> str:
    facets = (f for f in record.impact if f.facet.casefold() in ("data", "security"))
    return next((facet.text for facet in facets if facet.text and not says_none(facet.text)), "")
