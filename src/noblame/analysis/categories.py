"""The six categories of causes (seed A): their order, titles and what belongs in them.

A team's own words are categories too; they stand after these six in the order of first use.
"""

from typing import NamedTuple

from noblame.analysis.canvas import Tone
from noblame.model import CATEGORIES


class CategoryEntry(NamedTuple):
    """A category with the words that explain it."""

    title: str
    tone: Tone
    definition: str


TABLE: dict[str, CategoryEntry] = {
    "people": CategoryEntry("People", "people", "What people could know, how many there were, how word travelled."),
    "process": CategoryEntry("Process", "process", "Runbooks, procedures and approvals: missing, unclear or slow."),
    "technology": CategoryEntry("Technology", "technology", "Defects, features that are missing, limits of the design."),
    "environment": CategoryEntry("Environment", "environment", "Infrastructure, capacity and configuration."),
    "monitoring": CategoryEntry("Monitoring", "monitoring", "What alerts and dashboards showed, and what they could not."),
    "external": CategoryEntry("External", "external", "Suppliers, bursts of traffic, attacks."),
}

ORDER: tuple[str, ...] = CATEGORIES

SETS: dict[str, tuple[str, ...]] = {
    "4m": ("Manpower", "Machine", "Material", "Method"),
    "6m": ("Manpower", "Machine", "Material", "Method", "Measurement", "Milieu"),
    "8p": ("Product", "Price", "Place", "Promotion", "People", "Process", "Physical evidence", "Performance"),
    "4s": ("Surroundings", "Suppliers", "Systems", "Skills"),
}
"""Sets that other trades use, by the names they have there."""


class CategorySet(NamedTuple):
    """The categories that a team sorts by, in order, and what it asks about those that are empty."""

    names: tuple[str, ...] = ORDER
    asks: tuple[tuple[str, str], ...] = ()

    def definition(self, category: str) -> str:
        """Return what belongs in a category: in the team's words, in ours, or as a question by its name."""
        own = next((words for name, words in self.asks if key(name) == key(category)), "")
        known = TABLE.get(key(category))
        return own or (known.definition if known else f"Anything about {category}?" if category else "")


SIX = CategorySet()


def chosen(wanted: tuple[str, ...]) -> CategorySet:
    """Return the set that a team wrote down; nothing is the six, a name such as ``8P`` is that set."""
    if len(wanted) == 1 and key(wanted[0]) in SETS:
        return CategorySet(SETS[key(wanted[0])])
    pairs = [(name.strip(), words.strip()) for name, _, words in (entry.partition(":") for entry in wanted)]
    pairs = [(key(name) if key(name) in TABLE else name, words) for name, words in pairs if name]
    return CategorySet(tuple(dict.fromkeys(name for name, _ in pairs)), tuple(pairs)) if pairs else SIX


def key(category: str) -> str:
    """Return the name by which a category is compared: ``People`` and ``people`` are one."""
    return category.casefold()


def title(category: str) -> str:
    """Return the name to show; a team's own word keeps its letters after the first."""
    known = TABLE.get(key(category))
    if known:
        return known.title
    return category[:1].upper() + category[1:] if category else "No category"


def tone(category: str) -> Tone:
    """Return the tone of a category; a team's own are all alike."""
    known = TABLE.get(key(category))
    if known:
        return known.tone
    return "accent" if category else "muted"
