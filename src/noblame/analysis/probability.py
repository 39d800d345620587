"""How likely the top event is, and how much each basic event matters to it.

Basic events are taken to be independent. The exact figure and the importance come from the decision diagram,
the rare-event sum and the min-cut upper bound from the minimal cut sets.
"""

import math
from collections.abc import Mapping
from typing import NamedTuple

from noblame.analysis.bdd import Decisions, Edge
from noblame.analysis.families import EMPTY, NONE, Families, Family

_FEW = 20_000
"""Sets up to which the upper bound multiplies them one by one."""
_TERMS = 400
_SATURATED = 40.0
"""From here on 1 - exp(-x) is 1."""


class Importance(NamedTuple):
    """How much one basic event matters; None where it divides by nothing, which for `rrw` means: without end."""

    birnbaum: float
    """P(top | event) - P(top | no event)."""
    criticality: float | None
    """Birnbaum times the event's probability over the top's."""
    diagnosis: float | None
    """P(event | top)."""
    raw: float | None
    """Risk achievement worth: P(top | event) / P(top)."""
    rrw: float | None
    """Risk reduction worth: P(top) / P(top | no event)."""
    fussell_vesely_mcs: float | None
    """Upper bound of the minimal cut sets with the event, over P(top)."""


class Bounds(NamedTuple):
    """What the minimal cut sets say without regard to what they share."""

    rare_event: float
    """The sum of their probabilities; may be above 1."""
    mcub: float
    """One less the chance that none of them happens, taken as independent."""
    with_event: dict[int, float]
    """`mcub` of the sets that hold an event, by its variable."""


class Weighed:
    """The probabilities of all nodes of one function: that it is true, and that it is false.

    Both are summed up on their own, so that neither is lost where the other is nearly 1.
    """

    def __init__(self, decisions: Decisions, top: Edge, chances: Mapping[int, float]) -> None:
        self._decisions = decisions
        self._top = top
        self._chances = chances
        self._nodes = decisions.below(top)
        self._true, self._false = self._sums(chances)
        self.exact = self._of(top)

    def _sums(self, chances: Mapping[int, float]) -> tuple[dict[int, float], dict[int, float]]:
        true, false = {0: 1.0}, {0: 0.0}
        both = (true, false)
        decisions = self._decisions
        for node in self._nodes:
            low, high, p = decisions.lows[node], decisions.highs[node], chances[decisions.variables[node]]
            true[node] = (1 - p) * both[low & 1][low >> 1] + p * both[high & 1][high >> 1]
            false[node] = (1 - p) * both[~low & 1][low >> 1] + p * both[~high & 1][high >> 1]
        return true, false

    def _of(self, edge: Edge) -> float:
        return (self._false if edge & 1 else self._true)[edge >> 1]

    def birnbaum(self) -> dict[int, float]:
        """Return P(top | event) - P(top | no event) by variable, in one pass from the top."""
        decisions = self._decisions
        reach = dict.fromkeys([0, *self._nodes], 0.0)
        reach[self._top >> 1] = -1.0 if self._top & 1 else 1.0
        found = dict.fromkeys(self._chances, 0.0)
        for node in reversed(self._nodes):
            variable, low, high = decisions.variables[node], decisions.lows[node], decisions.highs[node]
            here, p = reach[node], self._chances[variable]
            for edge, share in ((low, 1 - p), (high, p)):
                reach[edge >> 1] += -here * share if edge & 1 else here * share
            gain, loss = self._of(high) - self._of(low), self._of(low ^ 1) - self._of(high ^ 1)
            small = max(self._of(high), self._of(low)) < 0.5
            found[variable] += here * (gain if small else loss)
        return found

    def without(self, variable: int) -> float:
        """Return P(top | no event), 0 only where the top cannot be without it."""
        true, false = self._sums({**self._chances, variable: 0.0})
        return (false if self._top & 1 else true)[self._top >> 1]

    def importance(self, bounds: Bounds | None) -> dict[int, Importance]:
        """Return the importance of every event by its variable."""
        found: dict[int, Importance] = {}
        q = self.exact
        for variable, birnbaum in self.birnbaum().items():
            p = self._chances[variable]
            if q <= 0:
                found[variable] = Importance(birnbaum, None, None, None, None, None)
                continue
            up, down = q + (1 - p) * birnbaum, q - p * birnbaum
            if abs(down) < 1e-6 * q:
                down = self.without(variable)
            above = bounds.with_event.get(variable, 0.0) / q if bounds else None
            found[variable] = Importance(birnbaum, birnbaum * p / q, up * p / q, up / q, q / down if down > 0 else None, above)
        return found


def bounds(families: Families, family: Family, chances: Mapping[int, float]) -> Bounds:
    """Return what the minimal cut sets alone say; no set is listed where there are many.

    For many sets the logarithm of each factor 1 - P is its power series, and the sum of the n-th powers of all sets
    is one pass over the diagram.
    """
    if family <= EMPTY:
        return Bounds(float(family == EMPTY), float(family == EMPTY), {})
    total, each = _sums(families, family, chances)
    if sum(families.counts(family).values()) <= _FEW:
        logs, log = _one_by_one(families, family, chances)
    else:
        logs, log = _series(families, family, chances, each, total)
    return Bounds(total, -math.expm1(-log), {variable: -math.expm1(-value) for variable, value in logs.items()})


def _sums(families: Families, family: Family, chances: Mapping[int, float]) -> tuple[float, dict[int, float]]:
    """Return the sum of the probabilities of all sets, and of those with an event by its variable."""
    nodes = families.below(family)
    sums = {NONE: 0.0, EMPTY: 1.0}
    for node, variable, low, high in nodes:
        sums[node] = sums[low] + chances[variable] * sums[high]
    reach = dict.fromkeys([NONE, EMPTY, *(node for node, *_ in nodes)], 0.0)
    reach[family] = 1.0
    each: dict[int, float] = {}
    for node, variable, low, high in reversed(nodes):
        share = reach[node] * chances[variable]
        reach[low] += reach[node]
        reach[high] += share
        each[variable] = each.get(variable, 0.0) + share * sums[high]
    return sums[family], each


def _minus_log(chance: float) -> float:
    return -math.log1p(-chance) if chance < 1 else math.inf


def _one_by_one(families: Families, family: Family, chances: Mapping[int, float]) -> tuple[dict[int, float], float]:
    logs: dict[int, float] = {}
    log = 0.0
    for size in families.counts(family):
        for one in families.of_size(family, size):
            part = _minus_log(math.prod(chances[variable] for variable in one))
            log += part
            for variable in one:
                logs[variable] = logs.get(variable, 0.0) + part
    return logs, log


def _series(
    families: Families, family: Family, chances: Mapping[int, float], each: dict[int, float], total: float
) -> tuple[dict[int, float], float]:
    sure, sure_each = _sums(families, family, {variable: float(p == 1) for variable, p in chances.items()})
    logs = {variable: math.inf if sure_each[variable] else value for variable, value in each.items()}
    log = math.inf if sure else total
    for n in range(2, _TERMS):
        more, more_each = _sums(families, family, {variable: p**n for variable, p in chances.items()})
        parts = [(value / n, logs[variable]) for variable, value in more_each.items()]
        logs = {variable: logs[variable] + value / n for variable, value in more_each.items()}
        log += more / n
        if all(part <= 1e-8 * so_far or so_far > _SATURATED for part, so_far in [*parts, (more / n, log)]):
            break
    return logs, log
