"""Sentences that speak about blame, or in general, and so blame nobody."""

import re

from noblame.lint.wording.people import QUOTED

_NOTION = (
    r"(?:human|user|operator|manual|pilot|people|person|individual|ᛗ+)s?(?:'s)? (?:\w+ )?(?:error|mistake|slip|fault|failing)s?"
)
ABOUT_BLAME = re.compile(
    rf"\bblame-?(?:less|free)|\bblam(?:e|ing) (?:game|culture|is|does|people|individuals|someone|anyone)"
    rf"|\b(?:not|without|avoid(?:s|ing)?|never|no|rather than|instead of|shed|shift|assign(?:s|ing)?|looking for|seek) (?:\w+ ){{0,6}}blam"
    rf"|\b(?:nobody|no[ -]?one|not|never|without|n't) (?:\w+ ){{0,4}}(?:punish|reprimand|disciplined|scold|sham(?:e|ing))"
    r"|\b(?:no(?:body|[ -]one)?|nor|neither|not|never)\b (?:\S+ ){0,5}?(?:at fault|to blame)\b"
    r"|\bwhen(?:ever)? (?:we|you|people|teams) blame\b|\b(?:punish|blam)ing (?:\S+ ){1,4}?(?:(?:does|do|will|would)(?:n't| not)|never|solves|fixes|helps)\b"
    r"|finger-?pointing|point(?:s|ing|ed)? (?:the |a |any )?fingers?|scapegoat|name and shame|hindsight bias|psychological safety"
    rf"|\b(?:prevent|reduc|avoid|eliminat|minimi[sz]|guard|protect|catch|tolerat|absorb|resist|mitigat|limit|expect|remov|detect)\w*"
    rf" (?:\S+ ){{0,5}}(?:{_NOTION}|mistakes?\b)"
    rf"|\b(?:prone|risk|room|chance|possibility|potential|susceptible|vulnerable|opportunit(?:y|ies)|resilien\w+|robust) (?:of|to|for)"
    rf" (?:\S+ ){{0,2}}(?:{_NOTION}|mistakes?\b|errors?\b)|error[- ]prone|mistake[- ]proof"
    rf"|\b(?:hard|harder|difficult|impossible) for {_NOTION}"
    rf"|\b(?:label|call|stop|accept|treat|conclud)\w* (?:\S+ ){{0,5}}{_NOTION}"
    rf"|\b(?:is|was|are|were|it's)(?: not|n't) (?:a matter of |about |due to |from |out of |because of |simply |just |a |an )*(?:careless|negligen|incompeten|stupid|lazi|reckless|sloppi|human|operator|user|anyone)"
    rf"|{_NOTION} (?:is|are|was) (?:never|not|only|just|inevitable|a symptom|always|often|an? (?:effect|consequence|label|starting))"
    rf"|\b(?:terms?|phrases?|words?|labels?|expression)s? (?:\S+ ){{0,2}}{_NOTION}|\b(?:easy|easier|possible|hard|harder|difficult|impossible|tempting) (?:for \S+ )?to make (?:\w+ ){{0,3}}mistakes?"
    rf"|{_NOTION} (?:happens?|occurs?|will|can|may|should)\b|(?:view|notion|concept|idea|theory|study|category) of {_NOTION}"
    r"|\b(?:people|humans?|everyone|everybody|anyone|anybody|we all|engineers|you|they|ᛗ+)(?: \w+)? (?:will |can |could |may )?(?:always |sometimes )?"
    r"(?:mak|err)(?:e|es|s)?\b(?: \S+){0,2} (?:mistakes?|errors?)?|\bmake mistakes to\b"
    r"|\b(?:anyone|anybody|everyone|any (?:of us|engineer|developer|operator|person))(?: \w+)* (?:could|would|might) (?:have|be)"
    r"|\b(?:an?|one|any|single) (?:\w+ )?(?:mistake|error|slip|typo)s? (?:by|of|from|made by) (?:an?|any|one) .{0,40}?\b(?:should|must|can|could|may|might|cannot|will|would)"
    r"|\blearn(?:ing|s|ed|t)? from (?:\w+ ){0,3}(?:mistakes?|failures?|errors?)|\bmistakes? (?:happen|are|is|was made|were made)\b(?! by)"
    r"|\bif (?:a|any|some|the) ?(?:human|person|people|user|engineer|operator|body|one)?\b.{0,30}\b(?:makes?|can make)\b.{0,12}\bmistake"
    r"|\bhow (?:a|the) mistake|\bwho made (?:it|the|a)|\b(?:instead of|rather than|not) (?:asking )?wh(?:o|y)\b"
    r"|\b(?:blame|punish\w*|disciplin\w*|mistakes?) .{0,40}\b(?:culture|organi[sz]ation|learning)|\b(?:culture|organi[sz]ation)s?\b.{0,60}"
    r"\b(?:blame|punish|reprimand|human error|mistake|careless)|\b(?:just|fair) culture|\bpost-?mortems?(?: \w+){0,3} (?:is|are|should|must"
    r"|stays?|focus\w*|avoids?|seeks?|looks?|assumes?|aims?)\b|\b(?:assume|assuming)\b.{0,40}\b(?:good|best) (?:intent|faith)",
    re.IGNORECASE,
)
"""Talk about blame, about human error as a notion, or about what people do in general."""

GUIDANCE = re.compile(
    rf"^\W*(?:avoid|replace|never (?:say|write|use|ask)|do(?:n't| not) (?:say|write|use|ask|blame)|instead of|rather than)\b.*{QUOTED}"
    rf"|^\W*(?:ask|say|write|prefer|use) {QUOTED}"
    rf"|{QUOTED} (?:becomes?|is better|implies|suggests|sounds|turns|is (?:a )?(?:blame|judg|loaded))",
    re.IGNORECASE,
)
"""Advice on wording."""

CONTROL = re.compile(
    r"\b(?:tests?|test suites?|testing|alerts?|alerting|alarms?|canar(?:y|ies)|gates?|checks?|checker|monitors?|monitoring|probes?|linters?"
    r"|lint|ci|pipelines?|staging|rollouts?|rollbacks?|validat(?:ion|or)s?|limits?|thresholds?|guards?|guardrails?|runbooks?|playbooks?"
    r"|dashboards?|tools?|tooling|scripts?|automation|cache|replicas?|failovers?|backups?|timeouts?|circuit breakers?|registry|system"
    r"|setup|process|policy|type|typing|schema|flags?|feature flags?|window|hooks?|assertion|firewall|quota|redundancy|health ?checks?"
    r"|drills?|game ?days?|exercises?|isolation|separation|staged|load test\w*|integration|environment|mechanism|confirmation|prompts?"
    r"|dry[- ]runs?|audit|metrics?|logs?|logging|notification|documentation|docs|checklists?|version|design|architecture)\b",
    re.IGNORECASE,
)
"""Things that may be said to have been able to help: a practice, a tool, a control."""


_CUES = (
    "blam", "error", "mistake", "slip", "fault", "fail", "punish", "reprimand", "disciplin", "scold", "sham",
    "finger", "scapegoat", "hindsight", "psychological", "careless", "negligen", "incompeten", "stupid", "lazi",
    "reckless", "sloppi", "human", "operator", "user", "anyone", "anybody", "everyone", "everybody", "any ",
    "people", "mak", " err", "who", "why", "culture", "mortem", "faith", "typo", "intent", QUOTED,
)  # fmt: skip
"""Without one of these a sentence speaks neither about blame nor in general."""


def blames_nobody(sentence: str) -> bool:
    """Return whether a sentence in small letters, people and quotations put in place, speaks about blame or in general."""
    if not any(cue in sentence for cue in _CUES):
        return False
    return ABOUT_BLAME.search(sentence) is not None or GUIDANCE.search(sentence) is not None
