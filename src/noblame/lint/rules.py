"""Every rule there is, found by its id."""

from noblame.lint import whys
from noblame.lint.actions import rules as actions
from noblame.lint.document import rules as document
from noblame.lint.document import sections
from noblame.lint.rule import Rule, silenced
from noblame.lint.wording import check

RULES: tuple[Rule, ...] = (*check.RULES, *actions.RULES, *whys.RULES, *sections.RULES, *document.RULES)


def found(name: str) -> tuple[Rule, ...]:
    """Return the rules that a name means: an id, its last part, or a subject such as ``blame``."""
    return tuple(rule for rule in RULES if name in (rule.id, rule.name)) or tuple(
        rule for rule in RULES if rule.id.startswith(f"{name}.")
    )


def unknown(off: tuple[str, ...]) -> tuple[str, ...]:
    """Return what a team switched off that is no rule and no subject of one."""
    return tuple(name for name in off if not any(silenced(rule.id, (name,)) for rule in RULES))
