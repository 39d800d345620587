"""What the leaves of the causal graph still lack: something that shows them, an answer, a category."""

from typing import NamedTuple

from noblame.analysis.answers import asking, unanswered
from noblame.analysis.graph import graph_of
from noblame.model import Record


class LooseEnd(NamedTuple):
    """A cause that asks for an answer, and what it lacks."""

    cause_id: str
    lacks: tuple[str, ...]
    """In words, what matters most first."""

    @property
    def in_words(self) -> str:
        """``lacks an answer and what shows it``."""
        return f"lacks {' and '.join(filter(None, (', '.join(self.lacks[:-1]), self.lacks[-1])))}"


def loose_ends(record: Record) -> tuple[LooseEnd, ...]:
    """Return the causes that ask for an answer and lack something, in the order of the record.

    An answer is an action, an acceptance, or a reason to stop; an event or a piece of evidence shows a cause; where
    nothing in the graph has a category, nobody draws by categories and none is missed.
    """
    categories = graph_of(record).categories()
    drawn = any(categories.values())
    open_ones = {cause.id for cause in unanswered(record) if cause.stop is None}
    found: list[LooseEnd] = []
    for cause in asking(record):
        lacks = (
            "an answer" if cause.id in open_ones else "",
            "" if cause.evidence or cause.events else "what shows it",
            "" if categories.get(cause.id) or not drawn else "a category",
        )
        if any(lacks):
            found.append(LooseEnd(cause.id, tuple(filter(None, lacks))))
    return tuple(found)
