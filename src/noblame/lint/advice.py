"""One clean call for a line that is being typed: the most useful remark, in a line, or nothing."""

from typing import Literal, NamedTuple

from noblame.lint.actions.anti_patterns import anti_pattern, better_form
from noblame.lint.actions.splitting import parts
from noblame.lint.rule import silenced
from noblame.lint.whys import stops
from noblame.lint.wording.check import wording
from noblame.model.settings import LINT, LintSettings

Typed = Literal["event", "cause", "action", "lesson", "note"]
"""What the line would make."""


class Advice(NamedTuple):
    """One quiet line."""

    rule: str
    """By this it is dismissed: once, or for good in ``[lint] off``."""
    span: tuple[int, int]
    """The characters of the text that it is about."""
    message: str
    """A question, or a better form with ‹slots›."""
    better: str = ""
    """For an action, the form that could stand in the line; ‹slots› are to be filled in."""


def advice(text: str, kind: Typed, settings: LintSettings = LINT) -> Advice | None:
    """Return what is worth saying about `text`; None where it is fine, and for other languages than English."""
    if kind == "action" and (found := _of_action(text, settings)):
        return found
    if kind == "cause" and (stop := next(iter(stops(text, settings)), None)):
        return Advice(stop.rule.id, stop.span, stop.question)
    remark = wording(text, settings)
    return Advice(remark.rule.id, remark.span, remark.question) if remark else None


def _of_action(text: str, settings: LintSettings) -> Advice | None:
    form = anti_pattern(text)
    if form and not silenced(form.rule.id, settings.off):
        found = form.words.search(text)
        better = better_form(form, text)
        return Advice(form.rule.id, found.span() if found else (0, len(text)), f"Perhaps: {better}", better)
    if (two := parts(text)) and not silenced("action.two-in-one", settings.off):
        return Advice("action.two-in-one", (0, len(text)), f"Two actions? {' · '.join(two)}", "\n".join(two))
    return None
