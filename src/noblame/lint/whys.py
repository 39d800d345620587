"""Where a chain of whys stops: at a person, or at a guess. Only the last step is looked at.

A person in the middle is fine where a condition of the system follows; a sentence that goes on to what the tool, the page or
the process did is no stop at a person either.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from noblame.lint.english import is_english
from noblame.lint.rule import Rule, silenced
from noblame.lint.wording.check import wording
from noblame.lint.wording.grammar import fragments, pattern
from noblame.lint.wording.people import plain, small, with_people, without_quotations
from noblame.model.settings import LINT, LintSettings

PERSON = Rule(
    "why.stops-at-a-person",
    "warning",
    "The last why rests on a person's act, lapse, skill or care, with nothing behind it.",
    "What in the tools, the signals or the pressure made this likely?",
    flagged=(
        "An engineer ran the migration twice.",
        "Orders lost → queue purged → the operator typed the wrong queue",
        "Developer unfamiliar with the codebase",
        "Lack of experience in the team",
        "The on-call misread the graph.",
    ),
    fine=(
        "The engineer ran it twice → the script does not say that it ran",
        "Slip by the operator → the two buttons look alike",
        "No documentation on connection patterns",
        "The page lists two hosts by the same name, so the on-call could not know which.",
    ),
)
GUESS = Rule(
    "why.speculative",
    "warning",
    "The last why is a guess: probably, maybe, suspected, “or” between rival causes, a question, unknown.",
    "What would show whether that is so? Until then it is suspected.",
    flagged=(
        "Probably a memory leak.",
        "Pods restarted → out of memory → maybe the new cache",
        "We think the switch dropped packets.",
        "It is unclear why the replica stopped.",
        "Either DNS or the proxy.",
    ),
    fine=(
        "The retry may run twice when the lease expires.",
        "The replica stopped because its disk was full.",
        "The check assumed UTC.",
        "The alert had no owner.",
    ),
)
RULES = (PERSON, GUESS)

_STEP = re.compile(r"\s*(?:→|->|=>|⇒|⟶|»)\s*|\n+")
_GUESSES = re.compile(
    fragments(
        r"\b(?:probab(?:ly|le)|may ?be(?= |\W*$|\?)(?! (?:needed|used|required|called|run|set))|perhaps|presumabl[ye]|possibly|possible (?:cause|reason|explanation|culprit|that|source|factor|trigger)s?|potentially|likely|apparently|supposedly|allegedly|plausibl[ye]|conceivably|seemingly|suspect(?:ed|s|ing)?|suspicion"
        r"|speculat\w+|hypothes\w+|theor(?:y|ies|i[sz]e\w*)|guess\w*|assumption is|it (?:seems|appears|seemed|appeared|looks)\b|(?:seems?|appears?|seemed|appeared)(?: to\b| that\b| like\b| as\b|,)|looks? like|looked like|(?:I|we) (?:\w+ )?(?:think|believe|guess|assume|suppose|suspect|feel|reckon|wonder|imagine)"
        r"|\b(?:I|we|nobody|no[ -]?one|one|yet|still) (?:still |yet )?(?:don'?t|do not|didn'?t|did not|doesn'?t|does not|never) (?:yet |really |fully |exactly )?(?:know|found out|find out|understand)|(?:nobody|no[ -]?one) knows|unknown|unclear|not (?:yet |entirely |completely |fully |really |quite )?(?:clear|known|sure|certain|understood|determined|identified|confirmed|established|been (?:determined|identified|confirmed|established|found))|unsure|uncertain\w*|undetermined|unconfirmed|inconclusive|unexplained|mystery|no idea"
        r"|(?:might (?:well |also |still |just )?be|(?:could|may|can) (?:well |also |very well |still |just |only )?be (?:due|caused|related|because|an?|the|that|from|linked|responsible|connected|attributed|explained|some\w*|one of|why|\w+ing)|(?:might|could|may|can) (?:well |also |very well |still |just |only )?(?:have|explain))\b(?! (?:been )?(?:prevented|avoided|caught|detected|used|run|read|accessed|called|set|configured|changed|deleted|seen|found|reached|able|done|overwritten|triggered|made|mitigated|reduced))|somehow|not (?:been )?(?:investigated|looked into|analy[sz]ed|researched)|some (?:kind|sort) of|under investigation|still (?:being )?investigat\w+|to be (?:determined|confirmed|investigated)|tb[dc]|further investigation|our best (?:guess|explanation)|one (?:possible|theory|explanation)|it is possible|possibility|coincid\w+|wild guess|must have (?:been|\w+ed)|should be related|could be\b|believed to|thought to (?:be|have)|assumed to (?:be|have)|for some reason|either .{2,60} or |(?:issue|problem|bug|failure|leak|fault) or (?:an? |the |some )?(?:[\w-]+ ){0,3}(?:issue|problem|bug|failure|leak|fault)\b)"
    )
)
_NO_GUESS = re.compile(fragments(r"\b(?:could not|couldn't|cannot|can't|no possib|unclear to\b|as likely|less likely|more likely to|most likely to|unlikely to|not possible|made it possible|it possible (?:to|for)|as soon as possible|where possible|whenever possible|possibly \d|unknown (?:field|host|key|user|version|state|to)|root cause analysis|made it (?:\w+ )?(?:un)?clear|wasn't clear to|unclear (?:docs|documentation|instructions|ownership|error|message|procedure|naming)|could be (?:used|run|set|changed|deployed|merged|deleted|made|accessed|called|read|pushed|started|reached|overridden|bypassed|stopped|added))\b"))  # fmt: skip
_QUESTION = re.compile(r"\?\s*\)?\W*$|\?\s+(?:or|and|maybe)\b|\(\?\)|\?\?")

_ACTS = (
    pattern("", r"<person><pp><adv>(?:<change>|misread|mistyped|misunderstood|misjudged|misconfigured|forgot|skipped|missed|ignored|failed to|overlooked|followed|thought|believed|assumed|trusted|chose|omitted|neglected|refactored|rewrote|implemented|wrote|built|added|replaced"
                r"|introduced|passed|approved|hard-?coded|renamed|copied|tested|focused|left|waited|delayed|lacked|acted|rushed|confused|mixed|performed|accepted|made)\b",
            unless=r"\b(?:rolled back|reverted|restarted|noticed|reported|found|fixed|mitigated|restored)\b"),
    pattern("", r"<person><pp>(?: (?:\w+ly|also))? (?:<not>|never|was unaware|were unaware|lack(?:s|ed)?|lacking|(?:was |were |is |are )?not (?:\w+ly |yet )?(?:trained|familiar|experienced|careful)|was unfamiliar|unfamiliar|inexperienced|untrained|unaware|was distracted|were distracted|was tired|was new|is new|was not aware|was in a hurry|didn't know)\b",
            unless=r"<person><pp> (?:<not>) (?:have (?:access|a way|any way|permission|the|an?)|able|alerted|paged|notified|told|informed|shown)|could(?:n't| not)"),
    pattern("", r"<person>.{1,60}?\band (?:<not>|never) (?:\w+ly |even )?(?:test|check|review|verif|ask|tell|read|look|notice|escalat|follow|document|communicat|wait|think)\w*"),
    pattern("", r"\b(?:by|from|of|because) (?:an?|the|our|one|some|another) (?:[\w-]+ ){0,3}?<person>(?:$|[.,;]| (?:who|at|on|in|during|using|running|without))| by <person>(?:$|[.,;])| a (?:\w+ )?<person> \w+ing\b",
            unless=r"\b(?:approved|noticed|reported|found|fixed|reverted|used|owned|maintained|detected|run) by"),
    pattern("", r"\b(?:lack(?:ed|s|ing)?(?: of)?|insufficient|no|missing|poor|limited|not enough|inadequate|incomplete|too little) (?:\w+ |and )*?(?:experience|knowledge|training|understanding|attention|care|awareness|skills?|expertise|familiarity|diligence|discipline|communication|judg\w+|vigilance|context)\b",
            unless=r"\b(?:attention span|context (?:in|propagation|switch|timeout|deadline|manager)|missing context|no (?:training|awareness) (?:data|job|material|exercise|for the))\b"),
    pattern("", r"\b(?:unfamiliar(?:ity)?|inexperienced?|inattenti\w+|forgetful\w*|haste|complacen\w+|fatigue|negligen\w+|careless\w*|misunderstanding|misjudg\w+|misread\w*|miscommunication|mistyp\w+|typo|fat[- ]?finger\w*|slip (?:by|of)|human error|mistake|oversight|wrong assumption|misclick\w*|confusion|without (?:fully |really |proper\w* )?(?:understanding|checking|testing|reading|verifying|reviewing|thinking|reali[sz]ing|asking))\b",
            unless=r"<system>(?: \w+){1,3}? without|\b(?:prevent|reject|catch|guard|allow|detect)\w* |a typo in (?:the )?(?:\w+ )?(?:config\w*|script|template|code|file|name|manifest|query|variable|url|hostname|description)"),
    pattern("", r"\b(?:incorrect|wrong) (?:[\w-]+ ){1,3}?(?:was |were |being )?(?:used|chosen|selected|entered|typed|pressed|picked|passed|pulled|clicked|deleted|copied|pasted)\b|\b(?:incorrect|wrong|bad|erroneous|mistaken|improper) (?:[\w-]+ ){0,3}?(?:input|entry|command|selection|choice|decision|execution|use|usage|handling|operation|call|argument|parameter|click|branch|copy|paste|environment (?:selected|chosen))\b(?: \w+){0,4}",
            unless=r"\b(?:handling of|input (?:was|from|by) the (?:api|client|service)|parser|validator|api call|in the (?:code|script|config))\b"),
    pattern("", r"^\W*(?:someone|somebody|he|she|I)\b(?! (?:\w+ly |would |can only )?(?:guess|think|thought|suspect|believe|assume|suppose|wonder|reckon|am|do not know|don't know|cannot|can't|would say|see)\b)(?! (?:could not|couldn't|had no|was not told))|\b(?:we|I) (?:\w+ )?(?:ran|forgot|missed|failed|overlooked|ignored|neglected|rushed|misread|misunderstood|misconfigured|skipped|broke|deleted|chose|did(?:n't| not) (?:test|check|review|think|verify|notice|read|communicat|document|consider|plan|follow|understand|reali[sz]e|know|coordinate|run|do|update|install|restart|change|deploy|add|remove|set)|had not (?:tested|checked|reviewed|thought|verified|considered))",
            unless=r"\bwe ran (?:out|into)|someone (?:reported|noticed)"),
)  # fmt: skip
_BEHIND = re.compile(
    fragments(
        r", which (?!(?:caus|broke|led|result|took|made|delet|brought|trigger|in turn|meant)\w*)\w+|\b(?:because|since|as) (?:no|nothing|none|neither)\b|\b(?:because|since|as|so(?: that)?|which (?:did|does|has|had|is|was)|and(?! (?:did|does|do|has|had|is|was|were|could)(?:n\'t| not)\b)) (?:the|our|its|there|no|both|neither|two|a|an)? ?(?:[\w'-]+ ){0,4}?(?:(?:does|do|did|has|had|is|was|are|were|could|can)(?:n't| not)|no longer|lacks?|never (?:showed|shows|says)|looks? alike|has no|had no|there (?:is|was|were) no|nothing|cannot|hides?|allows?|allowed|let|named|said|says|showed|shows|(?:is|was|were) (?:out of date|outdated|stale|missing|wrong|misleading|unclear|ambiguous|undocumented|hidden))\b"
        r"|\bthere (?:is|was|were|are)(?:n't| not| no)\b|could not (?:see|know|tell|follow|reach|find)|couldn't (?:see|know|tell|follow|reach|find)|had no (?:signal|way|access|runbook|alert|guide|documentation)"
    )
)


_FIRMS = ("vendor", "vendors", "supplier", "suppliers")
"""Whoever sells a thing acts like a system here: no person of the room could be asked further."""


class Stop(NamedTuple):
    """A remark on the last step of a chain, or on a cause that nothing explains further."""

    rule: Rule
    span: tuple[int, int]
    """Of the text that was given."""
    question: str


def stops(text: str, settings: LintSettings = LINT) -> tuple[Stop, ...]:
    """Return what a statement, or the last step of a chain of whys, stops at; nothing where it is a condition and a fact."""
    return _stops(text, settings.off, settings.people, settings.systems, settings.judgements, settings.allowed)


@lru_cache(maxsize=2048)
def _stops(
    text: str,
    off: tuple[str, ...],
    people: tuple[str, ...],
    systems: tuple[str, ...],
    judgements: tuple[str, ...],
    allowed: tuple[str, ...],
) -> tuple[Stop, ...]:
    """Remember what was found: a document changes by a line at a time."""
    settings = LintSettings(off=off, people=people, systems=systems, judgements=judgements, allowed=allowed)
    start = 0
    for arrow in _STEP.finditer(text.rstrip()):
        start = arrow.end() if "\n" not in arrow[0] else start
    step = text[start:]
    words = without_quotations(plain(step))
    found: list[Stop] = []
    if not silenced(PERSON.id, settings.off) and (at := _person(words, settings)):
        found.append(Stop(PERSON, (start + at[0], start + at[1]), PERSON.asks))
    if not silenced(GUESS.id, settings.off) and (at := _guess(words)):
        found.append(Stop(GUESS, (start + at[0], start + at[1]), GUESS.asks))
    return tuple(found) if found and is_english(text) else ()


def _person(words: str, settings: LintSettings) -> tuple[int, int] | None:
    sentence = with_people(words, settings.people, (*settings.systems, *_FIRMS))
    blamed = wording(words, settings.model_copy(update={"off": ()}) if settings.off else settings)
    if blamed and blamed.category not in ("counterfactual", "punitive"):
        at = blamed.span
    else:
        at = next((found.span() for act in _ACTS if (found := act.search(sentence))), None)
    return None if at and _BEHIND.search(sentence) else at


def _guess(words: str) -> tuple[int, int] | None:
    if asked := _QUESTION.search(words):
        return asked.span()
    low = small(words)
    for found in _GUESSES.finditer(low):
        if not any(calm.start() <= found.start() < calm.end() for calm in _NO_GUESS.finditer(low)):
            return found.span()
    return None
