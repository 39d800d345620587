"""Whether an action is ready to be promised: specific, assignable, time-bounded, verifiable, prioritised (seed A)."""

from typing import NamedTuple

from noblame.lint.actions.anti_patterns import better_form
from noblame.lint.actions.owners import owner_kind
from noblame.lint.actions.words import has_measure, read, slots
from noblame.model import Action

LETTERS = "SATVP"


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

    Specific: it names something, is not only a vague form, and holds no ‹slot›. Assignable: one person, no team.
    Time-bounded: a date. Verifiable: it says when it is done, or holds a number to be held against. Prioritised: it has one.
    """
    words = read(action.text)
    owner = owner_fault(action.owner)
    specific = bool(action.text) and words.specific
    checks = (
        (specific, _not_specific(action), ""),
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
        better=better_form(words.form, action.text) if words.form and action.text else "",
        asks=f"{', '.join(missing)}?" if missing else "",
    )


def _not_specific(action: Action) -> str:
    if left := slots(action.text):
        return f"{' and '.join(left)} {'is' if len(left) == 1 else 'are'} still to be filled in."
    return "It does not say what will be different." if action.text else "It does not say what to do."


def owner_fault(owner: str) -> str:
    """Say why an owner is not one person; empty where it is."""
    match owner_kind(owner):
        case "none":
            return "Nobody owns it yet."
        case "team":
            return f"“{owner}” is not one person; somebody has to carry it."
        case "several":
            return f"“{owner}” are several; one of them has to carry it."
        case "person":
            return ""


def _not_due(action: Action) -> str:
    return f"“{action.due_said}” is not a date." if action.due_said else "It has no date."
