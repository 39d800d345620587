"""Everything that a fault tree says about its top event, as far as it can be computed.

Small trees are answered at once and in full. For larger ones the sets of one event come first, then those of up to
two and three, then all, so that whoever waits sees the most useful part early. All work is counted in steps, not in
seconds: the same tree has the same answer everywhere.
"""

import math
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from noblame.analysis.arranging import Order, arranged
from noblame.analysis.bdd import Decisions, Edge
from noblame.analysis.circuit import Circuit, circuit
from noblame.analysis.families import EMPTY, Families, Family, TooLarge, deep_enough
from noblame.analysis.formulas import FaultTree
from noblame.analysis.minimal import MinimalSets
from noblame.analysis.probability import Bounds, Importance, Weighed, bounds

AT_ONCE = 8_000
"""Steps of an answer that somebody waits for: twice what a tree of sixty events takes."""
PATIENT = 6_000_000
"""Steps of an answer that is worth half a minute and a gigabyte."""
MOST_SETS = 10_000
_EARLY = (1, 2, 3)
_LATE = (4, 5, 6)
_ORDERS: tuple[tuple[Order, float], ...] = (
    ("as written", 0.08), ("small first", 0.1), ("shared first", 0.05), ("as written", 0.3),
)  # fmt: skip
"""Orders of variables to try, each with its share of the steps."""


class Answer(NamedTuple):
    """What is known about a top event."""

    top: str
    events: tuple[str, ...]
    """The basic events that it can depend on."""
    by_order: dict[int, int]
    """How many minimal cut sets there are of each size, up to `order`."""
    order: float
    """Up to which size sets were looked for: infinite where all were, 0 where none could be."""
    sets: tuple[tuple[str, ...], ...]
    """The shortest of them, each sorted."""
    members: dict[str, int]
    """In how many of the sets that were counted each event is; events in none are left out."""
    truncated: bool
    """Whether there are, or may be, longer sets than `order`."""
    exact: float | None
    """P(top); None where an event has no probability, or the diagram is too large."""
    rare_event: float | None
    mcub: float | None
    """Both of the sets up to `order` only."""
    importance: dict[str, Importance]

    @property
    def total(self) -> int:
        """How many minimal cut sets were counted."""
        return sum(self.by_order.values())

    @property
    def note(self) -> str:
        """A plain statement of what was left out; empty where nothing was."""
        if not self.order:
            return "The tree is too large to compute its minimal cut sets here."
        notes = [f"Sets of more than {self.order:.0f} events were not looked for."] if self.truncated else []
        if len(self.sets) < self.total:
            notes.append(f"{len(self.sets):,} of {self.total:,} sets are listed.")
        return " ".join(notes)


def answer(
    tree: FaultTree, top: str, *, steps: int = AT_ONCE, limit_order: int | None = None, max_sets: int = MOST_SETS
) -> Answer:
    """Return the fullest answer that `steps` allow."""
    *_, last = answers(tree, top, steps=steps, limit_order=limit_order, max_sets=max_sets, early=False)
    return last


def answers(
    tree: FaultTree,
    top: str,
    *,
    steps: int = PATIENT,
    limit_order: int | None = None,
    max_sets: int = MOST_SETS,
    early: bool = True,
) -> Iterator[Answer]:
    """Yield fuller and fuller answers; each holds all that the one before it did.

    `limit_order` is the size from which on sets are neither looked for nor listed. `early` asks for the short sets of
    large trees before all of them.
    """
    plain = circuit(tree, top)
    chances = {name: tree.events[name] for name in plain.events.values()}
    work = _Work(top, plain, chances, math.inf if limit_order is None else limit_order, max_sets)
    with deep_enough(2 * len(plain.nodes)):
        full = work.full("as written", min(steps, AT_ONCE), min(steps, AT_ONCE))
        known = 0
        if full is None and plain.monotone and early:
            for order in _EARLY:
                if order < work.limit and (found := work.short(order, steps)):
                    known = order
                    yield found
        for order, share in _ORDERS if steps > AT_ONCE else ():
            full = full or work.full(order, int(steps * share), steps)
        if full is not None:
            yield full
            return
        found: Answer | None = None
        for order in (*_EARLY, *_LATE) if plain.monotone else ():
            if known < order <= work.limit:
                better = work.short(order, steps)
                found = better or found
                if better is None:
                    break
        if found or not known:
            yield found or work.nothing()


class _Work:
    """The ways to an answer about one circuit; all return None where the steps do not suffice."""

    def __init__(self, top: str, plain: Circuit, chances: dict[str, float | None], limit: float, max_sets: int) -> None:
        self.top = top
        self.plain = plain
        self.limit = limit
        self.max_sets = max_sets
        known = [p for p in chances.values() if p is not None]
        self._chances = dict(zip(chances, known, strict=True)) if len(known) == len(chances) else None

    def full(self, order: Order, steps: int, set_steps: int) -> Answer | None:
        """Return the answer by way of the decision diagram."""
        placed = arranged(self.plain, order)
        decisions, families = Decisions(steps), Families(set_steps)
        try:
            edge = decisions.build(placed)
            diagram = (placed, decisions, edge)
            return self._told(families, MinimalSets(decisions, families).of(edge), math.inf, diagram)
        except TooLarge:
            pass
        return None

    def short(self, order: int, steps: int) -> Answer | None:
        """Return the sets of at most `order` events, computed from the leaves up; right for monotone circuits only."""
        families = Families(steps, order)
        try:
            made: list[Family] = [EMPTY]
            for number, node in enumerate(self.plain.nodes[1:], 1):
                if isinstance(node, str):
                    made.append(families.single(number))
                else:
                    made.append(families.at_least(node.needed, [made[literal >> 1] for literal in node.inputs]))
        except TooLarge:
            return None
        return self._told(families, made[self.plain.top >> 1], order, None)

    def nothing(self) -> Answer:
        """Return the answer that says only that there is none."""
        return Answer(self.top, tuple(self.plain.events.values()), {}, 0, (), {}, True, None, None, None, {})

    def _told(self, families: Families, family: Family, order: float, diagram: tuple[Circuit, Decisions, Edge] | None) -> Answer:
        """Return the answer that a family of sets is."""
        names = (diagram[0] if diagram else self.plain).events
        longest = max(families.counts(family), default=0)
        family = families.short(family, self.limit)
        by_order = dict(sorted(families.counts(family).items()))
        within: Bounds | None = None
        importance: dict[str, Importance] = {}
        exact = None
        if self._chances is not None and order:
            weights = {number: self._chances[name] for number, name in names.items()}
            within = bounds(families, family, weights)
            if diagram:
                weighed = Weighed(diagram[1], diagram[2], weights)
                exact = weighed.exact
                importance = {names[variable]: found for variable, found in weighed.importance(within).items()}
        truncated = longest > self.limit if order == math.inf else order < len(names)
        return Answer(
            top=self.top,
            events=tuple(self.plain.events.values()),
            by_order=by_order,
            order=min(order, self.limit) if truncated else math.inf,
            sets=_listed(families, family, by_order, names, self.max_sets),
            members={names[variable]: times for variable, times in families.members(family).items()},
            truncated=truncated,
            exact=exact,
            rare_event=within.rare_event if within else None,
            mcub=within.mcub if within else None,
            importance=importance,
        )


def _listed(
    families: Families, family: Family, by_order: dict[int, int], names: dict[int, str], most: int
) -> tuple[tuple[str, ...], ...]:
    """Return the shortest sets by size and name; of a size that is cut, whichever come first."""
    found: list[tuple[str, ...]] = []
    for size in by_order:
        some = islice(families.of_size(family, size), most - len(found))
        found += sorted(tuple(sorted(names[number] for number in one)) for one in some)
    return tuple(found)
