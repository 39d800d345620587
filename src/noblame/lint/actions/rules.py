"""What an action must be, criterion by criterion, each with its examples (seed A: SATVP).

An example of an owner or a day stands behind its field: ``owner: Search team``.
"""

from noblame.lint.actions.anti_patterns import FORMS, TBD, better_form
from noblame.lint.actions.dues import due_kind, is_ambiguous, is_tbd
from noblame.lint.actions.splitting import parts
from noblame.lint.actions.words import Words, read
from noblame.lint.rule import Rule, silenced

NOT_SPECIFIC = Rule("action.not-specific", "warning", "Nobody outside the room could start on it: no object, or no change to it.", "change ‹what› so that ‹measure› stays below ‹value›",
                    ("Improve monitoring", "Add dashboards", "Set up more alerts"), ("Page when p99 > 800 ms for 5 min", "Remove the old gateway", "Pin the base image of the relay"))  # fmt: skip
UNVERIFIABLE = Rule("action.unverifiable", "warning", "Nobody could tell when it is done: no artefact, setting or threshold.", "done when ‹check› shows ‹result›",
                    ("Investigate the retry storm", "Conduct regular audits"), ("Document how to drain a node", "Cap retries at 3"))  # fmt: skip
NO_OWNER = Rule(
    "action.no-owner",
    "warning",
    "Nobody carries it.",
    "who?",
    ("owner: TBD", "owner: [name]", "Somebody pins the image"),
    ("owner: @mei", "Kenji to pin the image"),
)
TEAM_OWNER = Rule(
    "action.team-owner",
    "warning",
    "A team carries it; somebody in it has to.",
    "who of them?",
    ("owner: Search team", "owner: SRE", "owner: everyone"),
    ("owner: Mei T", "owner: mei"),
)
SEVERAL_OWNERS = Rule(
    "action.several-owners",
    "warning",
    "Several carry it; one of them has to.",
    "who of them first?",
    ("owner: mei, tom", "owner: Mei and Tom"),
    ("owner: Mei Tanaka",),
)
NO_DUE = Rule(
    "action.no-due",
    "warning",
    "It has no day.",
    "by when?",
    ("due: —", "Pin the image"),
    ("due: 2026-03-01", "Pin the image by Friday"),
)
VAGUE_DUE = Rule(
    "action.vague-due",
    "warning",
    "The words for its day are no date.",
    "which date?",
    ("due: soon", "due: Q4", "due: TBD", "Pin the image next sprint"),
    ("due: 2026-03-01", "due: Jul 16, 2026", "due: 16 Jul"),
)
AMBIGUOUS_DUE = Rule(
    "action.ambiguous-due",
    "note",
    "Its date reads as two: the day and the month could be exchanged.",
    "which month?",
    ("due: 03/04/2026",),
    ("due: 2026-04-03", "due: 23/04/2026", "due: 4 Mar 2026"),
)
NO_PRIORITY = Rule("action.no-priority", "note", "It has no priority.", "how urgent?", ("Pin the image",), ("priority: P1",))
TWO_IN_ONE = Rule("action.two-in-one", "note", "Two actions in one line: each needs its own owner and day.", "split it in two",
                  ("Add an alert on queue age and write the runbook", "Pin the image; remove the old gateway"), ("Add and document the alert on queue age", "Alert when age > 5 min and size > 100"))  # fmt: skip

RULES: tuple[Rule, ...] = (
    *(form.rule for form in FORMS), TBD, NOT_SPECIFIC, UNVERIFIABLE, NO_OWNER, TEAM_OWNER, SEVERAL_OWNERS, NO_DUE, VAGUE_DUE, AMBIGUOUS_DUE, NO_PRIORITY, TWO_IN_ONE,
)  # fmt: skip


def broken(
    text: str, owner: str = "", due: str = "", priority: str = "", *, off: tuple[str, ...] = ()
) -> tuple[tuple[Rule, str], ...]:
    """Return the rules that an action breaks, what most helps first, each with its suggestion."""
    words = read(text, owner, due)
    found = [*_of_words(words, text), *_of_people(words), *_of_days(words, text, due)]
    if not priority.strip():
        found.append((NO_PRIORITY, NO_PRIORITY.asks))
    if two := parts(text):
        found.append((TWO_IN_ONE, " · ".join(two)))
    return tuple((rule, asks) for rule, asks in found if not silenced(rule.id, off))


def _of_words(words: Words, text: str) -> list[tuple[Rule, str]]:
    better = better_form(words.form, text) if words.form else ""
    found = [(words.form.rule, better)] if words.form else []
    if not words.specific:
        found.append((NOT_SPECIFIC, better or NOT_SPECIFIC.asks))
    if not words.verifiable:
        found.append((UNVERIFIABLE, UNVERIFIABLE.asks))
    return found


def _of_people(words: Words) -> list[tuple[Rule, str]]:
    rule = {"none": NO_OWNER, "team": TEAM_OWNER, "several": SEVERAL_OWNERS}.get(words.owner)
    return [(rule, rule.asks)] if rule else []


def _of_days(words: Words, text: str, due: str) -> list[tuple[Rule, str]]:
    rule = {"none": NO_DUE, "vague": VAGUE_DUE}.get(words.due)
    found = [(rule, rule.asks)] if rule else []
    if words.form is None and is_tbd(due):
        found.insert(0, (TBD, TBD.asks))
    if is_ambiguous(due if due_kind(due) != "none" else text):
        found.append((AMBIGUOUS_DUE, AMBIGUOUS_DUE.asks))
    return found
