"""Whether an action is ready to be promised: specific, assignable, time-bounded, verifiable, prioritised (seed A)."""

import re
from typing import NamedTuple

from noblame.lint.vagueness import has_measure, is_specific, vague_form
from noblame.model import Action

LETTERS = "SATVP"

_COLLECTIVE = re.compile(
    r".*\b(?:teams?|squad|group|guild|crew|department|everyone|everybody|developers|devs)\b.*"
    r"|\W*(?:all|us|we|eng|engineering|on-?call|(?:dev|sec)?ops|sres?|platform|backend|frontend|infra|infrastructure|security"
    r"|support|management|qa|dbas?)\W*",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"\W*(?:tb[adc]|someone|somebody|anyone|nobody|none|unassigned|unknown|name|owner|n/?a)?\W*", re.IGNORECASE)
_SEVERAL = re.compile(r"[,/&+;]|\band\b|\s@", re.IGNORECASE)


class Readiness(NamedTuple):
    """The five criteria of one action, and what to say about those it does not meet."""

    specific: bool
    assignable: bool
    time_bounded: bool
    verifiable: bool
    prioritised: bool
    reasons: tuple[str, ...]
    """A sentence for each criterion that is not met, in their order."""
    verdict: str
    """The shortest statement of what is wrong with the words; empty where they are fine."""
    better: str
    """A form with ‹slots› to fill in, where the words are of a vague kind."""
    asks: str
    """What to ask the room: ``who, by when, done when?``; empty where nothing is missing."""

    @property
    def flags(self) -> tuple[bool, bool, bool, bool, bool]:
        """The criteria in the order of `LETTERS`."""
        return (self.specific, self.assignable, self.time_bounded, self.verifiable, self.prioritised)

    @property
    def ready(self) -> bool:
        """Whether it meets all five."""
        return all(self.flags)

    @property
    def advice(self) -> str:
        """One line: the verdict and what to ask; empty where it is ready. The better form stands apart."""
        return " ".join(part for part in (self.verdict, self.asks[:1].upper() + self.asks[1:]) if part)


def readiness(action: Action) -> Readiness:
    """Return which criteria an action meets.

    Specific: it names something, and is not only a vague form. Assignable: one person, no team. Time-bounded:
    a date. Verifiable: it says when it is done, or holds a number to be held against. Prioritised: it has one.
    """
    form = vague_form(action.text)
    owner = _owner_fault(action.owner)
    checks = (
        (is_specific(action.text), _not_specific(action), ""),
        (not owner, owner, "who"),
        (action.due is not None, _not_due(action), "by when"),
        (bool(action.done_when) or has_measure(action.text), "Nothing says how anybody can tell that it is done.", "done when"),
        (action.priority is not None, "It has no priority.", "how urgent"),
    )
    flags = [met for met, _, _ in checks]
    missing = [ask for met, _, ask in checks if not met and ask]
    if not action.text:
        verdict = "It does not say what to do."
    elif flags[0]:
        verdict = "" if flags[3] else "Nobody could tell when it is done."
    else:
        verdict = "Not specific yet." if flags[3] else "Too vague to verify."
    return Readiness(
        *flags,
        reasons=tuple(reason for met, reason, _ in checks if not met),
        verdict=verdict,
        better=form.better if form else "",
        asks=f"{', '.join(missing)}?" if missing else "",
    )


def _not_specific(action: Action) -> str:
    return f"“{action.text}” does not say what will be different." if action.text else "It does not say what to do."


def _owner_fault(owner: str) -> str:
    """Say why an owner is not one person; empty where it is."""
    if _NOBODY.fullmatch(owner):
        return "Nobody owns it yet."
    if _COLLECTIVE.fullmatch(owner):
        return f"“{owner}” is not one person; somebody has to carry it."
    return f"“{owner}” are several; one of them has to carry it." if _SEVERAL.search(owner) else ""


def _not_due(action: Action) -> str:
    return f"“{action.due_said}” is not a date." if action.due_said else "It has no date."
