"""The actions: their words, their horizons, and whether anybody can do that much."""

from collections.abc import Iterator
from datetime import date

from noblame.lint.actions.anti_patterns import anti_pattern, better_form
from noblame.lint.actions.horizons import late_for_priority
from noblame.lint.actions.load import balance, heaps
from noblame.lint.actions.rules import TWO_IN_ONE
from noblame.lint.actions.splitting import parts
from noblame.lint.document import rules
from noblame.lint.document.rules import said
from noblame.lint.finding import Finding
from noblame.lint.rule import allowed
from noblame.model import Action, Record
from noblame.model.settings import ACTIONS, LintSettings, Settings


def promises(record: Record, settings: Settings, today: date) -> Iterator[Finding]:
    """Yield what is wrong with actions that readiness does not say."""
    meant = [action for action in record.actions if action.intended]
    horizons = (
        settings.actions != ACTIONS
    )  # ours are a guess at a team's rotation and sprint: good enough to offer, not to judge by
    for action in meant:
        yield from _words(action, settings.lint)
        if (
            horizons
            and action.status in ("open", "started")
            and (day := late_for_priority(action, today, settings.actions))
            and action.due
        ):
            message = f"“{action.text}” is {action.priority} and due {action.due}, later than {day}."
            yield said(rules.DUE_AFTER_HORIZON, action.id, message)
    for heap in heaps(meant, settings.actions.per_week):
        message = f"{heap.owner} promised {len(heap.actions)} actions for the week of {heap.monday}."
        yield said(rules.TOO_MUCH, heap.actions[-1].id, message)
    kinds = [kind for kind, count in balance(meant).items() if count]
    if len(meant) >= 3 and len(kinds) == 1 and all(action.kind for action in meant):
        yield said(rules.ONE_KIND, "actions", f"All {len(meant)} actions are {kinds[0]}.")


def _words(action: Action, settings: LintSettings) -> Iterator[Finding]:
    form = anti_pattern(action.text)
    found = form.words.search(action.text) if form else None
    if form and found and not allowed(found[0], settings.allowed):
        message = f"“{action.text}”: {form.rule.about[:1].lower()}{form.rule.about[1:]}"
        yield Finding(form.rule.id, form.rule.level, action.id, message, better_form(form, action.text), found.span())
    if two := parts(action.text):
        yield said(TWO_IN_ONE, action.id, f"“{action.text}” is two actions in one line.", " · ".join(two))
