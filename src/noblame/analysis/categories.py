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


def key(category: str) -> str:
    """Return the name by which a category is compared: ``People`` and ``people`` are one."""
    return category.casefold()


def title(category: str) -> str:
    """Return the name to show; a team's own word keeps its letters after the first."""
    known = TABLE.get(key(category))
    if known:
        return known.title
    return category[:1].upper() + category[1:] if category else "No category"


def definition(category: str) -> str:
    """Return what belongs in a category, as the question that an empty one is; a team's own asks by its name."""
    known = TABLE.get(key(category))
    return known.definition if known else f"Anything about {category}?" if category else ""


def tone(category: str) -> Tone:
    """Return the tone of a category; a team's own are all alike."""
    known = TABLE.get(key(category))
    if known:
        return known.tone
    return "accent" if category else "muted"
