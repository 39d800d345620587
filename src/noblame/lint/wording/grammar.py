"""The small grammar that the wording rules are written in: names in angle brackets stand for classes of words.

``<person> <adv>forgot`` reads: a person, perhaps an adverb or an auxiliary, then "forgot". Sentences are matched in
small letters. Each carries the beginnings of words without one of which it cannot match; looking for those first is what makes a
document of five hundred lines cheap.
"""

import re
from functools import cached_property

from noblame.lint.wording.people import PERSON, SOMEBODY

_IRREGULAR = (
    "been|done|caught|known|run|set|read|seen|thought|told|sent|made|taken|given|gone|come|kept|left|let|put|built|found|held"
    "|written|spoken|chosen|begun|brought|bought|understood|cut|hit|lost|paid|said|shut|spent|stood|taught|gotten|got|become"
    "|broken|driven|drawn|fallen|forgotten|grown|hidden|shown|split|spread|stuck|thrown|woken|worn|led|met|quit|undone|redone"
    "|rerun|reset|overseen|foreseen|forseen|had|meant|felt|heard|learnt|rolled|be done"
)
_NOT_VERBS = "need|seed|feed|speed|indeed|embed|shared|limited|dedicated|improved|detailed|advanced|automated|centralized|unified"

FRAGMENTS = {
    "person": rf"(?:(?:{PERSON}+(?: (?:and|or) {PERSON}+)?|\b(?:he|she|someone|somebody|everyone|everybody|who)\b)(?! of (?:\d|us|them|these|those)\b)(?!'s))",
    "anyone": rf"(?:(?:{PERSON}+(?: (?:and|or) {PERSON}+)?|\b(?:he|she|someone|somebody|everyone|everybody|who|I|we|you|they|us)\b)(?!'s))",
    "np": rf"(?:(?:(?:the|an?|our|one|this|that|another|some|their|his|her|my|your) (?:[\w-]+ ){{0,3}}?)?{PERSON}+(?: (?:and|or) {PERSON}+)?|\b(?:he|she|someone"
    r"|somebody|everyone|everybody|anyone|anybody|support|sales|marketing|finance|ops|legal|I|we|you|they)\b)",
    "we": rf"(?:{PERSON}+|\b(?:I|we|you|he|she|they)\b)",
    "nobody": rf"\b(?:neither (?:[\w-]+ ){{0,3}}{PERSON}+ nor (?:[\w-]+ ){{0,3}}[\w-]+|"
    r"nobody|no[ -]?one|none of (?:us|them|the \S+|our \S+)|neither of (?:us|them)|not (?:one|a single) (?:person|\S+)"
    rf"|no (?:\w+ ){{0,2}}{PERSON}+)",
    "pp": r"(?: (?:at|from|on|in|of|for|with|to|executing|performing|running|doing|handling|leading|assigned to|responsible for) (?:[\w'.&/-]+ ){0,4}?[\w'.&/-]+,?)?",
    "adv": r"(?:(?: |, )(?:had|have|has|also|then|just|even|still|never|both|all|either|simply|may|might|must|seems? to|appears? to"
    r"|initially|originally|again|repeatedly|apparently|actually|later|now|once|twice|first|too|who|that|which|were|was|is"
    r"|been|have|\w+ly))*,? ",
    "participle": rf"(?!(?:{_NOT_VERBS})\b)(?:[a-z-]{{2,}}ed|{_IRREGULAR})\b",
    "modal": r"\b(?:should|ought to|could|might)(?:n'?t| not)?(?: never| also| really| probably| just| simply| at least| then| both"
    r"| all| easily| actually)* ?(?:have|had|of|'ve|haev|hav)(?:n't| not)?\b",
    "not": r"(?:did|do|does|had|have|has|was|were|is)(?:n'?t| not)",
    "duty": r"(?:check|verif|test|validat|review|notic|follow|read|consult|escalat|communicat|inform|tell|told|notif|updat|realis|realiz"
    r"|document|announc|coordinat|double[- ]check|confirm|ask|look|pay|paid|catch|caught|see|saw|spot|recogni|identif|respond|react"
    r"|act\b|monitor|watch|anticipat|foresee|consider|think|thought|understand|know|knew|remember|rememb|plan|prepar|back ?up|warn|pick"
    r"|ensure|report|log\b|acknowledg|investigat|take|took|wait|bother|care|mention|disclose|revert|clean|remov|renew|rotat"
    r"|run\b|ran\b|set\b|add\b|merge|push|deploy|complet|proper|adequat|appropriat|execut|keep|kept|get\b|do\b|apply|handle)",
    "system": r"\b(?:scripts?|code|services?|jobs?|parsers?|tools?|tooling|systems?|software|programs?|librar(?:y|ies)|clients?|servers?|agents?|bots?|controllers?|schedulers?|pipelines?|apps?|applications?|functions?|modules?"
    r"|components?|process(?:es)?|quer(?:y|ies)|migrations?|builds?|deployments?|deploys?|handlers?|plugins?|compilers?|APIs?|charts?|templates?|checks?|probes?|monitors?|monitoring|alerts?|alerting|balancers?|prox(?:y|ies)|workers?|pods?"
    r"|containers?|nodes?|daemons?|wrappers?|logic|algorithms?|implementation|design|endpoints?|databases?|caches?|queues?|consumers?|producers?|replicas?|hooks?|it|which|that)",
    "human_work": r"(?:tested|reviewed|checked|noticed|caught|escalated|documented|designed|planned|communicated|performed|done|addressed"
    r"|verified|validated|considered|anticipated|foreseen|investigated|known|thought|discussed|prioriti[sz]ed|monitored|announced"
    r"|informed|notified|consulted|trained|audited|coordinated|identified|recogni[sz]ed|spotted|detected|discovered|found|flagged"
    r"|raised|questioned|challenged|double[- ]checked|tracked|prepared|scheduled|followed|avoided|prevented|handled|implemented|written"
    r"|tackled|decided|conducted|taken|given|paid|made|set up|put in place|configured|fixed|updated|added|reverted"
    r"|rolled out|read|seen|thought through|carried out|cleaned up|built|provisioned|upgraded|patched|involved"
    r"|repeated|re-?run|paused|halted|aborted|postponed|delayed|cancell?ed|backed up|signed off|inspected|examined|studied|assessed|evaluated|explained|explored|asked|warned|told|debated|weighed|deferred|staggered|phased|piloted|trialled|simulated|practi[sc]ed"
    r"|reported|resolved|rehearsed|estimated|dealt with|acted)",
    "change": r"(?:ran|run|runs|changed|deleted|pushed|merged|deployed|dropped|turned|removed|edited|left|typed|clicked|unplugged|applied"
    r"|executed|restarted|rebooted|disabled|enabled|cleared|overwrote|wiped|upgraded|updated|created|committed|entered|used|copied"
    r"|pasted|put|set|sent|shut|killed|stopped|started|rolled|switched|moved|modified|configured|issued|pressed|selected|picked"
    r"|pointed|reset|released|published|cut|broke|destroyed|truncated|hit|fed|tore|threw|drew|brought|gave|chose|began|wrote|built|overrode|rewrote|undid|reran|swapped|kicked|shipped|uploaded|installed|opened|closed|exposed|leaked"
    r"|instructed|triggered|caused|did|made|tried|decided|went|took|forced|bypassed|skipped|unset|rebased|flipped)",
}
"""The classes, and the words in them."""

_NAMED = re.compile(r"<(\w+)>")
_CAPITAL = re.compile(r"\\.|[A-Z]")


class Pattern:
    """Words to look for in a sentence in small letters, whose people are known.

    Compiled when a sentence first holds what it needs: all of them at once would cost a start half a second.
    """

    def __init__(self, needs: tuple[str, ...], words: str, unless: str, asks: str) -> None:
        self.needs = needs
        """Without one of these in the sentence it cannot match: beginnings of words, of three letters or more; none in why rules."""
        self.asks = asks
        """A question of its own."""
        self._words = words
        self._unless = unless

    @cached_property
    def of_people(self) -> bool:
        """Whether every way to match has somebody in it: not looked for in a sentence that speaks of nobody."""
        return _of_people(self._words)

    @cached_property
    def _compiled(self) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
        return re.compile(fragments(self._words)), re.compile(fragments(self._unless)) if self._unless else None

    def search(self, sentence: str) -> re.Match[str] | None:
        """Return where a sentence matches, unless something in it excuses it."""
        words, unless = self._compiled
        found = words.search(sentence)
        return None if found is None or (unless and unless.search(sentence)) else found


def fragments(words: str) -> str:
    """Return `words` with the classes spelled out, in small letters: without regard to case costs several times as much."""
    return _CAPITAL.sub(
        lambda found: found[0].lower() if found[0].isalpha() else found[0], _NAMED.sub(lambda found: FRAGMENTS[found[1]], words)
    )


def pattern(needs: str, words: str, unless: str = "", asks: str = "") -> Pattern:
    """Return a pattern; `needs` holds beginnings of words, apart by ``|``."""
    return Pattern(tuple(needs.lower().split("|")) if needs else (), words, unless, asks)


_CERTAIN = "|".join(sorted(SOMEBODY - {"no", "none", "single", "support"}))
_SOMEONE = re.compile(rf"<(?:person|anyone|np|we|nobody)>|{PERSON}|(?<![\w<-])(?:{_CERTAIN})(?![\w>-])")
_INNERMOST = re.compile(r"\((?P<look>\?<?[=!])?(?:\?:)?(?P<ways>[^()]*)\)(?P<optional>[?*]|\{0,\d*\})?")


def _of_people(words: str) -> bool:
    """Return whether each alternative of a pattern, as it is written, has somebody in it that is not optional."""
    text = _SOMEONE.sub(PERSON, re.sub(r"\[[^\]]*\]", " ", re.sub(r"\\.", " ", words.lower())))
    while group := _INNERMOST.search(text):
        certain = not group["look"] and not group["optional"] and _everywhere(group["ways"])
        text = f"{text[: group.start()]}{PERSON if certain else ' '}{text[group.end() :]}"
    return _everywhere(text)


def _everywhere(ways: str) -> bool:
    return all(PERSON in way for way in ways.split("|"))
