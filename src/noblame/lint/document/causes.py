"""The causes: where they stop, what joins them, and what no action answers."""

from collections.abc import Iterator

from noblame.analysis.answers import unanswered
from noblame.analysis.categories import title
from noblame.analysis.coverage import open_sets
from noblame.analysis.graph import graph_of
from noblame.lint.document import rules
from noblame.lint.document.rules import said
from noblame.lint.finding import Finding
from noblame.lint.rule import silenced
from noblame.lint.whys import GUESS, stops
from noblame.model import CATEGORIES, Action, Cause, Record
from noblame.model.settings import LintSettings

_MANY = 3
"""From so many actions on, what most of them lack is said once."""
_WAYS = 5
"""How many open ways are told of an effect; the rest is a number."""


def causes(record: Record, settings: LintSettings) -> Iterator[Finding]:
    """Yield what the graph of causes leaves open."""
    graph = graph_of(record)
    for cause in record.causes:
        if cause.kind == "cause" and cause.status != "ruled out" and not graph.children(cause.id):
            yield from _stops(cause, settings)
        below = len(graph.children(cause.id))
        if (cause.join in ("all", "some") and below == 1) or (cause.join != "undecided" and not below):
            yield said(rules.GATE_OF_ONE, cause.id, f"“{cause.text}” joins {'one cause only' if below else 'no causes'}.")
    yield from _ribs(record)
    if not silenced(rules.OPEN_WAY.id, settings.off):
        yield from _ways(record)
    if any(cause.kind == "cause" for cause in record.causes):
        yield from _for_nothing([action for action in record.actions if action.intended])


def _for_nothing(meant: list[Action]) -> Iterator[Finding]:
    """Actions that answer no cause; once for a list of which most do not, as in a document that never says it."""
    idle = [action for action in meant if not action.answers]
    if len(idle) >= _MANY and 2 * len(idle) > len(meant):
        yield said(rules.ANSWERS_NOTHING, "actions", f"{len(idle)} of {len(meant)} actions answer no cause.")
        return
    for action in idle:
        yield said(rules.ANSWERS_NOTHING, action.id, f"“{action.text}” answers no cause.")


def _stops(cause: Cause, settings: LintSettings) -> Iterator[Finding]:
    """A leaf at which nobody asks further, and that rests on a person or a guess; a suspected cause is meant as a guess."""
    for stop in stops(cause.text, settings):
        if stop.rule is GUESS and (cause.status == "suspected" or cause.confidence == "guess"):
            continue
        what = "is a guess" if stop.rule is GUESS else "ends at a person"
        yield Finding(stop.rule.id, stop.rule.level, cause.id, f"“{cause.text}” {what}.", stop.question, stop.span)


def _ribs(record: Record) -> Iterator[Finding]:
    used = {cause.category.casefold() for cause in record.causes if cause.category}
    empty = [title(category) for category in CATEGORIES if category not in used]
    if len(used.intersection(CATEGORIES)) >= 2 and empty:
        yield said(rules.EMPTY_RIBS, "analysis", f"The fishbone has nothing under {', '.join(empty)}.")


def _ways(record: Record) -> Iterator[Finding]:
    """Minimal cut sets that are left where every action works; one whose causes were all accepted is answered.

    A way of one cause that has no answer is said as that already.
    """
    texts = {cause.id: cause.text for cause in record.causes}
    asked = {cause.id for cause in unanswered(record)}
    accepted = {cause.id for cause in record.causes if cause.accepted}
    for effect in record.causes:
        if effect.kind != "effect":
            continue
        left = open_sets(record, effect.id)
        ways = [way for way in left.sets if not way <= accepted and not (len(way) == 1 and way <= asked)]
        for way in ways[:_WAYS]:
            together = " together with ".join(f"“{texts.get(cause, cause)}”" for cause in sorted(way))
            enough = "is" if len(way) == 1 else "are"
            yield said(
                rules.OPEN_WAY, sorted(way)[0], f"{together} {enough} enough for “{effect.text}”, and no action breaks it."
            )
        if (more := left.total - len(left.sets) + len(ways) - _WAYS) > 0:
            yield said(rules.OPEN_WAY, effect.id, f"{more:,} more ways to “{effect.text}” are open.")
