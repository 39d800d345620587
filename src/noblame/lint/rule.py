"""What a rule is: a row of data that carries its own examples.

The examples are its tests and its documentation: `noblame lint --explain RULE` prints them.
"""

from typing import NamedTuple

from noblame.lint.finding import Level


class Rule(NamedTuple):
    """One thing that noblame may remark on."""

    id: str
    """Subject and name, e.g. ``blame.failed-to``; a team switches it off by this, or all of a subject by ``blame``."""
    level: Level
    about: str
    """What it looks for, in a sentence or two."""
    asks: str
    """What it suggests: a question, or a form with ‹slots›."""
    flagged: tuple[str, ...] = ()
    """Words that it remarks on."""
    fine: tuple[str, ...] = ()
    """Words like them that it leaves alone."""

    @property
    def name(self) -> str:
        """The last part of the id."""
        return self.id.rpartition(".")[2]


def silenced(rule: str, off: tuple[str, ...]) -> bool:
    """Return whether a team switched a rule off, by its id or by the subject before a dot."""
    return any(rule == name or rule.startswith(f"{name}.") for name in off)


def allowed(words: str, expressions: tuple[str, ...]) -> bool:
    """Return whether a team allows these words: one of its expressions stands in them."""
    return any(expression and expression.casefold() in words.casefold() for expression in expressions)
