"""The intervals that reports ask for, each with the two events that define it.

Unlike the phases they overlap: to mitigate and to resolve count from the detection, the impact from what began it.
"""

from noblame.analysis.phases import Marks, Phase, marks, phase
from noblame.model import Event, Record

NAMES = ("detect", "acknowledge", "diagnose", "mitigate", "resolve", "impact window", "response window")


def _ends(m: Marks) -> tuple[tuple[str, Event | None, Event | None], ...]:
    return (
        ("detect", m.start, m.detected),
        ("acknowledge", m.detected, m.acknowledged),
        ("diagnose", m.acknowledged or m.detected, m.finding),
        ("mitigate", m.detected, m.mitigated),
        ("resolve", m.detected, m.resolved),
        ("impact window", m.start, m.mitigated or m.resolved),
        ("response window", m.detected, m.resolved),
    )


def intervals(record: Record) -> tuple[Phase, ...]:
    """Return the intervals whose two events exist, in the order of `NAMES`.

    The impact window ends with the mitigation, because from then on people are served; the response goes on.
    """
    found = (phase(name, start, end) for name, start, end in _ends(marks(record)))
    return tuple(interval for interval in found if interval)


def without_events(record: Record) -> tuple[tuple[str, str], ...]:
    """Return the intervals that cannot be told, each with the words for what is missing."""
    wanted = {
        "detect": "a change or impact, and what detected it", "acknowledge": "detected and acknowledged",
        "diagnose": "acknowledged and a finding", "mitigate": "detected and mitigated", "resolve": "detected and resolved",
        "impact window": "a change or impact, and mitigated", "response window": "detected and resolved",
    }  # fmt: skip
    known = {interval.name for interval in intervals(record)}
    return tuple((name, wanted[name]) for name in NAMES if name not in known)
