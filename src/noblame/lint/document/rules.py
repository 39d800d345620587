"""The rules about whole documents, as data: what `findings` may say besides what is about one sentence."""

from noblame.lint.finding import Finding
from noblame.lint.rule import Rule

MARKS_OUT_OF_ORDER = Rule(
    "document.marks-out-of-order",
    "warning",
    "Something is marked before what has to come first: acknowledged before detected, resolved before mitigated.",
    "Retime one of them, or change its kind.",
)
ENDS_BEFORE_IT_BEGINS = Rule("document.ends-before-it-begins", "error", "An event ends before it begins.", "Retime its end.")
FACILITATOR_IN_TIMELINE = Rule(
    "document.facilitator-in-timeline",
    "warning",
    "Who facilitates was part of the incident.",
    "Let somebody who was not involved facilitate.",
)
COUNTED_FROM_DETECTION = Rule(
    "document.counted-from-detection",
    "note",
    "The declared duration fits only from the detection on, though something began before.",
    "Say when users first felt it.",
)
THIN_SUMMARY = Rule(
    "document.thin-summary",
    "note",
    "The summary is only a few words, or more than a reader takes in.",
    "Two sentences: what happened, who felt it.",
)
SUMMARY_WITHOUT_USERS = Rule(
    "document.summary-without-users",
    "warning",
    "The summary does not say who felt it.",
    "Say how many felt what, or that nobody did.",
)
UNKNOWN_CLAIM = Rule(
    "document.unknown-claim",
    "warning",
    "The summary says that something was done which no event and no action knows.",
    "Add the event, or an action, or take it out of the summary.",
)
PRAISE_AND_COMPLAINT = Rule(
    "document.praise-and-complaint",
    "note",
    "The same thing is praised in one lesson and found slow or lacking in another.",
    "Say which part went well and which did not.",
)
ONE_SIDED = Rule(
    "document.one-sided", "note", "Lessons say only what went well, or only what went poorly.", "Ask for the other side."
)
ONE_SIDED_AGENDA = Rule(
    "document.one-sided-agenda",
    "note",
    "The agenda has time for what went well and none for what went poorly.",
    "Let one block ask both.",
)
EMPTY_RIBS = Rule(
    "document.empty-ribs",
    "note",
    "The fishbone is used, and some of its six ribs are empty.",
    "Ask once for each: nothing there?",
)
GATE_OF_ONE = Rule(
    "document.gate-of-one",
    "note",
    "A join over one cause says nothing; it was probably meant one level higher.",
    "Move the gate to what the causes explain together.",
)
OPEN_WAY = Rule(
    "document.open-way",
    "warning",
    "Causes that are together enough for the effect, and no action breaks any of them.",
    "An action for one of them, or one above.",
)
ANSWERS_NOTHING = Rule("document.answers-nothing", "note", "An action answers no cause.", "Which cause would it have changed?")
DUE_AFTER_HORIZON = Rule(
    "document.due-after-horizon",
    "note",
    "An action is due later than its priority says.",
    "Move the date, or lower the priority.",
)
TOO_MUCH = Rule(
    "document.too-much",
    "warning",
    "One person promised more for a week than anybody finishes.",
    "Move one, or give it to somebody else.",
)
ONE_KIND = Rule(
    "document.one-kind",
    "note",
    "All actions are of one kind.",
    "Ask what would have been noticed sooner, and what would have limited it.",
)
FINAL_WITH_FINDINGS = Rule(
    "document.final-with-findings",
    "error",
    "The document is called final and something is still open.",
    "Settle it, or call it review.",
)

RULES: tuple[Rule, ...] = (
    MARKS_OUT_OF_ORDER, ENDS_BEFORE_IT_BEGINS, FACILITATOR_IN_TIMELINE, COUNTED_FROM_DETECTION, THIN_SUMMARY, SUMMARY_WITHOUT_USERS, UNKNOWN_CLAIM,
    PRAISE_AND_COMPLAINT, ONE_SIDED, ONE_SIDED_AGENDA, EMPTY_RIBS, GATE_OF_ONE, OPEN_WAY, ANSWERS_NOTHING, DUE_AFTER_HORIZON, TOO_MUCH, ONE_KIND, FINAL_WITH_FINDINGS,
)  # fmt: skip


def said(rule: Rule, place: str, message: str, suggestion: str = "") -> Finding:
    """Return what a rule has to say about a place."""
    return Finding(rule.id, rule.level, place, message, suggestion or rule.asks)
