"""The rules about whole documents, as data: what `findings` may say besides what is about one sentence.

Their examples are documents in short, as in `sections`.
"""

from noblame.lint.finding import Finding
from noblame.lint.rule import Rule

MARKS_OUT_OF_ORDER = Rule(
    "document.marks-out-of-order",
    "warning",
    "Something is marked before what has to come first: acknowledged before detected, resolved before mitigated.",
    "Retime one of them, or change its kind.",
    flagged=("14:31 over #resolved | 14:40 first alert #detected",),
    fine=("14:31 first alert #detected | 14:40 over #resolved",),
)
ENDS_BEFORE_IT_BEGINS = Rule(
    "document.ends-before-it-begins",
    "error",
    "An event ends before it begins.",
    "Retime its end.",
    ("14:31 requests failed #impact | until: 14:20",),
    ("14:31 requests failed #impact | until: 14:50",),
)
FACILITATOR_IN_TIMELINE = Rule(
    "document.facilitator-in-timeline",
    "warning",
    "Who facilitates was part of the incident.",
    "Let somebody who was not involved facilitate.",
    flagged=("/person Ana facilitator | 14:31 restarted the relay @Ana #action",),
    fine=("/person Ana facilitator | 14:31 restarted the relay @Bob #action",),
)
COUNTED_FROM_DETECTION = Rule(
    "document.counted-from-detection",
    "note",
    "The declared duration fits only from the detection on, though something began before.",
    "Say when users first felt it.",
    flagged=("declared: 47 | 14:23 deploy #change | 14:31 first alert #detected | 15:18 over #resolved",),
    fine=("declared: 55 | 14:23 deploy #change | 14:31 first alert #detected | 15:18 over #resolved",),
)
THIN_SUMMARY = Rule(
    "document.thin-summary",
    "note",
    "The summary is only a few words, or more than a reader takes in.",
    "Two sentences: what happened, who felt it.",
    flagged=("summary: Users met errors.",),
    fine=("summary: For 20 minutes every search was empty for all users.",),
)
SUMMARY_WITHOUT_USERS = Rule(
    "document.summary-without-users",
    "warning",
    "The summary does not say who felt it.",
    "Say how many felt what, or that nobody did.",
    flagged=("summary: The index was swapped before its copy had ended.",),
    fine=("summary: For 20 minutes every search was empty for all users.",),
)
UNKNOWN_CLAIM = Rule(
    "document.unknown-claim",
    "warning",
    "The summary says that something was done which no event and no action knows.",
    "Add the event, or an action, or take it out of the summary.",
    flagged=(
        "summary: Users met errors; resolved by rolling back and raising the pool limits. | 15:10 rollback complete #mitigated",
    ),
    fine=(
        "summary: Users met errors; resolved by rolling back and raising the pool limits. | 15:10 rollback complete #mitigated | 15:12 pool limits raised",
    ),
)
PRAISE_AND_COMPLAINT = Rule(
    "document.praise-and-complaint",
    "note",
    "The same thing is praised in one lesson and found slow or lacking in another.",
    "Say which part went well and which did not.",
    flagged=("+ rollback worked smoothly | - rollback took 12 minutes",),
    fine=("+ rollback worked smoothly | - the page came late",),
)
ONE_SIDED = Rule(
    "document.one-sided",
    "note",
    "Lessons say only what went well, or only what went poorly.",
    "Ask for the other side.",
    flagged=("+ the page came at once | + rollback worked smoothly",),
    fine=("+ the page came at once | - rollback took 12 minutes",),
)
ONE_SIDED_AGENDA = Rule(
    "document.one-sided-agenda",
    "note",
    "The agenda has time for what went well and none for what went poorly.",
    "Let one block ask both.",
    flagged=("agenda: Root cause, What went well",),
    fine=("agenda: Root cause, What went well and what went poorly",),
)
EMPTY_RIBS = Rule(
    "document.empty-ribs",
    "note",
    "The fishbone is used, and some of its six ribs are empty.",
    "Ask once for each: nothing there?",
    flagged=("causes: Orders failed > Queue full #technology | causes: Orders failed > No alert #monitoring",),
    fine=("causes: Orders failed > Queue full",),
)
GATE_OF_ONE = Rule(
    "document.gate-of-one",
    "note",
    "A join over one cause, or over none, says nothing; it was probably meant one level higher.",
    "Move the gate to what the causes explain together.",
    flagged=(
        "causes: Orders failed > Balancer failed (all) > Config error",
        "causes: Orders failed > Balancer failed (any)",
    ),
    fine=("causes: Orders failed (all) > Balancer failed | causes: Orders failed > No failover",),
)
OPEN_WAY = Rule(
    "document.open-way",
    "warning",
    "Causes that are together enough for the effect, and no action breaks any of them.",
    "An action for one of them, or one above.",
    flagged=("causes: Orders failed (all) > Balancer failed | causes: Orders failed > No failover",),
    fine=(
        "causes: Orders failed (all) > Balancer failed | causes: Orders failed > No failover | /action Fail over within 10 s for c3",
    ),
)
ANSWERS_NOTHING = Rule(
    "document.answers-nothing",
    "note",
    "An action answers no cause.",
    "Say which cause is meant.",
    flagged=("causes: Orders failed > Queue full | /action Pin the base image of the relay",),
    fine=("causes: Orders failed > Queue full | /action Page when the queue is > 80% full for c2",),
)
DUE_AFTER_HORIZON = Rule(
    "document.due-after-horizon",
    "note",
    "An action is due later than its priority says, where a team set its own horizons: P1 before the next rotation, P2 in the sprint, P3 in the quarter.",
    "Move the date, or lower the priority.",
    ("/action Pin the image of the relay p1 2024-03-01", "/action Pin the image of the relay p3 2024-05-01"),
    ("/action Pin the image of the relay p1 2024-01-20", "/action Pin the image of the relay p4 2024-05-01"),
)
TOO_MUCH = Rule(
    "document.too-much",
    "warning",
    "One person promised more for a week than anybody finishes.",
    "Move one, or give it to somebody else.",
    flagged=(
        "/action Pin the base image @mei 22 jan 2024 | /action Cap retries at 3 @mei 23 jan 2024 | /action Drop the old table @mei 24 jan 2024",
    ),
    fine=(
        "/action Pin the base image @mei 22 jan 2024 | /action Cap retries at 3 @mei 29 jan 2024 | /action Drop the old table @bob 24 jan 2024",
    ),
)
ONE_KIND = Rule(
    "document.one-kind",
    "note",
    "All actions are of one kind.",
    "Ask what would have been noticed sooner, and what would have limited it.",
    flagged=(
        "/action Pin the base image #prevention | /action Cap retries at 3 #prevention | /action Drop the old table #prevention",
    ),
    fine=(
        "/action Pin the base image #prevention | /action Cap retries at 3 #mitigation | /action Drop the old table #prevention",
    ),
)
FINAL_WITH_FINDINGS = Rule(
    "document.final-with-findings",
    "error",
    "The document is called final and something is still open.",
    "Settle it, or call it review.",
    flagged=("status: final | title: Every search was empty",),
    fine=("status: draft | title: Every search was empty",),
)

RULES: tuple[Rule, ...] = (
    MARKS_OUT_OF_ORDER, ENDS_BEFORE_IT_BEGINS, FACILITATOR_IN_TIMELINE, COUNTED_FROM_DETECTION, THIN_SUMMARY, SUMMARY_WITHOUT_USERS, UNKNOWN_CLAIM,
    PRAISE_AND_COMPLAINT, ONE_SIDED, ONE_SIDED_AGENDA, EMPTY_RIBS, GATE_OF_ONE, OPEN_WAY, ANSWERS_NOTHING, DUE_AFTER_HORIZON, TOO_MUCH, ONE_KIND, FINAL_WITH_FINDINGS,
)  # fmt: skip


def said(rule: Rule, place: str, message: str, suggestion: str = "") -> Finding:
    """Return what a rule has to say about a place."""
    return Finding(rule.id, rule.level, place, message, suggestion or rule.asks)
