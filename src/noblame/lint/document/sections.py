"""The rules about what each section of a document must have, as data: `completeness` looks, these say what it means.

Their examples are documents in short: the lines that somebody would type, apart by `` | ``, and fields of the head by name.
"""

from noblame.lint.rule import Rule

FACETS = {
    "users": "how many users felt it",
    "duration": "how long users felt it",
    "revenue": "what it did to revenue",
    "data": "whether data was lost or damaged",
    "sla": "whether an SLA was missed",
}
"""The facets of impact that are asked for by name (seed A), and what is asked; "none" is an answer, a blank is not."""

_SAYS = {"users": "12,000 customers affected", "duration": "Checkout was down for 35 minutes", "revenue": "Revenue loss: $45,000",
         "data": "No data loss", "sla": "SLA of 99.9% missed"}  # fmt: skip

NO_TITLE = Rule("no-title", "error", "The incident has no title.", "Say what users met.",
                ("summary: Searches were empty",), ("title: Every search was empty",))  # fmt: skip
NO_SEVERITY = Rule("no-severity", "warning", "Nobody has said how severe it was.", "A severity, in the team's own words.",
                   ("title: Every search was empty",), ("severity: SEV2",))  # fmt: skip
NO_SUMMARY = Rule("no-summary", "warning", "There is no summary.", "Two sentences: what happened, who felt it.",
                  ("title: Every search was empty",), ("summary: Every search was empty for 4,000 users.",))  # fmt: skip
NO_IMPACT = {
    facet: Rule(f"no-impact-{facet}", "note", f"Nobody has said {asked}.", f"“None” is an answer too: /impact none #{facet}",
                ("title: Every search was empty",), (f"/impact {_SAYS[facet]}", f"/impact none #{facet}"))
    for facet, asked in FACETS.items()
}  # fmt: skip
NO_EVENTS = Rule("no-events", "error", "The timeline is empty.", "Begin with what was noticed first.",
                 ("title: Every search was empty",), ("14:31 first alert",))  # fmt: skip
NO_START = Rule("no-start", "warning", "No event marks when it began.", "Give one the kind change or impact.",
                ("14:31 first alert #detected",), ("14:23 deploy #change", "14:25 pages empty #impact"))  # fmt: skip
NO_DETECTION = Rule("no-detection", "warning", "No event marks when it was noticed.", "Give one the kind detected.",
                    ("14:23 deploy #change",), ("14:31 first alert #detected",))  # fmt: skip
NO_MITIGATION = Rule("no-mitigation", "warning", "No event marks what made it better.", "Give one the kind mitigating or mitigated.",
                     ("14:31 first alert #detected",), ("15:10 rollback complete #mitigated",))  # fmt: skip
NO_RESOLUTION = Rule("no-resolution", "warning", "No event marks when it was over.", "Give one the kind resolved.",
                     ("14:31 first alert #detected",), ("15:18 recovered #resolved",))  # fmt: skip
DURATION = Rule("duration-mismatch", "warning", "The declared duration is not what the events say.", "Say which of them is right.",
                ("declared: 90 | 14:23 pages empty #impact | 15:18 recovered #resolved",),
                ("declared: 55 | 14:23 pages empty #impact | 15:18 recovered #resolved",))  # fmt: skip
NUMBERS = Rule("number-mismatch", "warning", "A percentage or a total does not fit the numbers beside it.", "Say which of the numbers is right.",
               ("/impact 23% (847 of 12,000) wrote in", "/impact 847 tickets (600 by mail + 250 by phone)"),
               ("/impact 7.1% (847 of 12,000) wrote in", "/impact 850 tickets (600 by mail + 250 by phone)"))  # fmt: skip
NO_EFFECT = Rule("no-effect", "warning", "Nothing says what has to be explained.", "Put what users met at the head of the causes.",
                 ("title: Every search was empty",), ("causes: Pages were empty",))  # fmt: skip
NO_CAUSES = Rule("no-causes", "warning", "Nothing says how it came about.", "Ask how it was possible.",
                 ("causes: Pages were empty",), ("causes: Pages were empty > The index was swapped early",))  # fmt: skip
UNANSWERED = Rule("unanswered", "warning", "A cause has no action, no experiment and no reason to live with it.", "An action, or a reason to live with it.",
                  ("causes: Pages were empty > The index was swapped early",),
                  ("causes: Pages were empty > The index was swapped early | /action Swap only a full index for c2",))  # fmt: skip
NO_ACTIONS = Rule("no-actions", "warning", "Nobody has promised anything yet.", "One thing that would have changed it, or a reason why none.",
                  ("title: Every search was empty",), ("/action Pin the base image of the relay",))  # fmt: skip
NOT_READY = Rule("action-not-ready", "warning", "An action lacks one of the five: specific, one owner, a date, a sign that it is done, a priority. "
                 "What most of a list lacks is said once for the list.", "Fill in what is missing.",
                 ("/action Pin the base image of the relay", "/action Page when p99 > 800 ms for 5 min p1 @search-team 22 jan 2024"),
                 ("/action Page when p99 > 800 ms for 5 min @mei p1 22 jan 2024",))  # fmt: skip
NOT_ACCEPTED = Rule("action-not-accepted", "note", "An action was not read back to its owner, or was declined.", "Read it back.",
                    ("/action Pin the base image @mei",), ("title: Every search was empty",))  # fmt: skip
NO_REASON = Rule("no-reason", "note", "Nothing says why an action will not be done.", "Say what speaks against it.",
                 ("wont: Second cluster",), ("wont: Second cluster, because it costs more than the outage",))  # fmt: skip
NO_LESSONS = Rule("no-lessons", "note", "Nothing says what went well, what went poorly or what was luck.", "Ask for one of each.",
                  ("title: Every search was empty",), ("+ the banner was up in two minutes",))  # fmt: skip
PARKED = Rule(
    "parked-left",
    "note",
    "A line is still parked.",
    "Say where it goes, or that it is moot.",
    ("/park the old gateway",),
    ("+ it was quiet",),
)
REMEDY = Rule("remedy-left", "note", "A fix that was offered early is still held.", "Keep it as an action, merge it, or call it moot.",
              ("/remedy a second cluster",), ("/action Add a second cluster",))  # fmt: skip
QUESTION = Rule(
    "question-left", "note", "A question has no answer.", "Answer it, or park it.", ("? who else saw it",), ("+ it was quiet",)
)

RULES: tuple[Rule, ...] = (
    NO_TITLE, NO_SEVERITY, NO_SUMMARY, *NO_IMPACT.values(), NO_EVENTS, NO_START, NO_DETECTION, NO_MITIGATION, NO_RESOLUTION, DURATION, NUMBERS,
    NO_EFFECT, NO_CAUSES, UNANSWERED, NO_ACTIONS, NOT_READY, NOT_ACCEPTED, NO_REASON, NO_LESSONS, PARKED, REMEDY, QUESTION,
)  # fmt: skip
