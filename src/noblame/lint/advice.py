"""One call for a line that is being typed or stands under the cursor: the most useful remark, in a line, or nothing."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from noblame.lint.actions.anti_patterns import anti_pattern, better_form
from noblame.lint.actions.dues import ambiguous_date, vague_words
from noblame.lint.actions.load import heap_of
from noblame.lint.actions.owners import owner_kind
from noblame.lint.actions.rules import AMBIGUOUS_DUE, SEVERAL_OWNERS, TEAM_OWNER, TWO_IN_ONE, VAGUE_DUE
from noblame.lint.actions.splitting import parts
from noblame.lint.actions.words import slots
from noblame.lint.document.rules import TOO_MUCH
from noblame.lint.readiness import owner_fault
from noblame.lint.rule import allowed, silenced
from noblame.lint.whys import stops
from noblame.lint.wording.check import wording
from noblame.lint.wording.people import PERSON, plain, with_people
from noblame.model import Action, Entry
from noblame.model.secrets import secret_of
from noblame.model.settings import LINT, LintSettings, Settings

Typed = Literal["event", "cause", "lesson", "impact", "note"]
"""What the line would make; actions have `about_action`."""
Offer = Literal["", "ask", "fill", "split"]
"""What one key does with it: keep the question, put the better form in, make two of it; or nothing."""


class Advice(NamedTuple):
    """One quiet line."""

    rule: str
    """By this it is dismissed: once, or for good in ``[lint] off``."""
    words: str
    """The words that it is about, for a team's list of allowed expressions; empty where it is not about an expression."""
    message: str
    """A question, or a better form with ‹slots›."""
    offer: Offer = ""
    better: tuple[str, ...] = ()
    """What could stand there instead: the question, the better form, the two actions."""


def advice(text: str, kind: Typed, settings: LintSettings = LINT) -> Advice | None:
    """Return what is worth saying about `text`; None where it is fine, and for other languages than English."""
    if kind == "cause" and (stop := next(iter(stops(text, settings)), None)):
        return Advice(stop.rule.id, text[slice(*stop.span)], stop.question, "ask", (stop.question,))
    if remark := wording(text, settings):
        return Advice(remark.rule.id, text[slice(*remark.span)], remark.question, "ask", (remark.question,))
    return None


def about_secret(entry: Entry) -> Advice | None:
    """Return what is worth saying about an entry, imported or not, that holds a key, a token or a password."""
    kind = secret_of(entry)
    return Advice("secret", "", f"! That holds a secret ({kind}). Is it still in use?") if kind else None


def about_action(action: Action, others: Sequence[Action] = (), settings: Settings | None = None) -> Advice | None:
    """Return what would most help an action: its words, who, when, and whether anybody can do that much in its week."""
    settings = settings or Settings()
    remarks = (_words(action, settings.lint), _two(action), _who(action), _when(action), _load(action, others, settings))
    return next((said for said in remarks if said and not silenced(said.rule, settings.lint.off)), None)


def _words(action: Action, settings: LintSettings) -> Advice | None:
    if left := slots(action.text):
        return Advice("action.slots", "", f"{left[0]} is still to be filled in; tab goes to the next.")
    form = anti_pattern(action.text)
    if form is None or silenced(form.rule.id, settings.off):
        return advice(action.text, "note", settings)
    found = form.words.search(action.text)
    words = found[0] if found else action.text
    if allowed(words, settings.allowed):
        return None
    better = better_form(form, action.text)
    return Advice(form.rule.id, words, f"Perhaps: {better}", "fill", (better[:1].upper() + better[1:],))


def _two(action: Action) -> Advice | None:
    two = parts(action.text)
    return Advice(TWO_IN_ONE.id, "", f"Two actions? {' · '.join(two)}", "split", two) if two else None


def _who(action: Action) -> Advice | None:
    rule = {"team": TEAM_OWNER, "several": SEVERAL_OWNERS}.get(owner_kind(action.owner))
    return Advice(rule.id, "", f"{owner_fault(action.owner)} {_asked(rule.asks)}") if rule else None


def _when(action: Action) -> Advice | None:
    if action.due is None and action.due_said:
        if both := ambiguous_date(action.due_said):
            return Advice(AMBIGUOUS_DUE.id, "", _either(both))
        return _vague(action.due_said)
    if action.due is not None:
        return None
    if both := ambiguous_date(action.text):
        return Advice(AMBIGUOUS_DUE.id, "", _either(both))
    return _vague(vague) if (vague := vague_words(action.text)) else None


def _vague(words: str) -> Advice:
    return Advice(VAGUE_DUE.id, "", f"“{words}” is not a date. {_asked(VAGUE_DUE.asks)}")


def _either(both: tuple[str, str, str]) -> str:
    return f"“{both[0]}” could be {both[1]} or {both[2]}. Which?"


def _load(action: Action, others: Sequence[Action], settings: Settings) -> Advice | None:
    heap = heap_of(action, others)
    if heap is None or len(heap.actions) <= settings.actions.per_week:
        return None
    week = f"the week of {heap.monday.day} {heap.monday:%b}"
    return Advice(TOO_MUCH.id, "", f"{heap.owner} would have {len(heap.actions)} in {week}. Another date, or somebody else?")


def _asked(words: str) -> str:
    return re.sub(r"^\w", lambda first: first[0].upper(), words)


def about_somebody(words: str, settings: LintSettings) -> bool:
    """Return whether words name a person or a role: such words are no expression that a team could allow."""
    return PERSON in with_people(plain(words), settings.people, settings.systems)
