"""Who is the subject: the one question that tells blame from a system that failed.

Before any rule looks at a sentence, its people are put in the place of one letter repeated, `PERSON`, its quotations and code
in that of another, so that a pattern may say "a person, then failed to" and every span still counts characters of the
original.
"""

import re
from collections.abc import Iterable, Set
from functools import lru_cache

from noblame.lint.wording.names import GIVEN

PERSON = "ᛗ"
"""Stands for each character of a name, a handle or the noun of a role: a letter, so that it begins and ends like a word."""
SYSTEM = "ᛋ"
"""Stands for each character of a name that a team says is a machine."""
QUOTED = "ᛢ"
"""Stands for each character of a quotation or of code."""

SOMEBODY = frozenset(
    [
        "i",
        "me",
        "my",
        "we",
        "us",
        "our",
        "you",
        "your",
        "he",
        "him",
        "his",
        "she",
        "her",
        "they",
        "them",
        "their",
        "someone",
        "somebody",
        "everyone",
        "everybody",
        "anyone",
        "anybody",
        "nobody",
        "no",
        "none",
        "neither",
        "noone",
        "single",
        "who",
        "whose",
        "whoever",
        "support",
        "sales",
        "marketing",
        "finance",
        "ops",
        "legal",
        "junior",
    ]
)
"""Words that stand for people, besides `PERSON`; without any, a sentence speaks of nobody."""

ROLES = (
    r"(?:team|squad|crew|staff|group|vendor|contractor|sub-?contractor)[ -]?(?:members?|leads?|leader|engineers?|developers?)"
    r"|engineers?|developers?|devs?|programmers?|coders?|sysadmins?|admins?|administrators?|operators?|employees?|contractors?"
    r"|sub-?contractors?|colleagues?|co-?workers?|teammates?|responders?|reviewers?|approvers?|authors?|maintainers?|committers?"
    r"|personnel|managers?|(?:support|sales|service|customer|field|help ?desk) (?:agents?|reps?|representatives?)|technicians?|interns?|juniors?|newcomers?|seniors?|DBAs?|SREs?|(?:tech|team|engineering|project|product|dev|qa|incident|shift|release) (?:leads?|leaders?)|leadership|management|staff"
    r"|teams?|squads?|crew|people|persons?|folks?|guys?|supervisors?|architects?|analysts?|consultants?|testers?|(?:construction|maintenance|shift|utility|field|factory|office|night) workers?"
    r"|commanders?|on-?callers?|on-?call(?= (?:missed|failed|forgot|ignored|did|should|could|didn|was too|was not|was asleep|was distracted|wasn|waited|never|must|took|let|slept|ought|dismissed|silenced|engineer))"
    r"|new (?:hires?|joiners?|starters?|recruits?)|support(?= (?:missed|failed|forgot|ignored|did not|didn't|should|overlooked))|offenders?|violators?|culprits?|devops"
    r"|deployers?|(?:code|service|product|change|process|release) owners?|scrum masters?|C[TI]S?O|CEO|VPs?|directors?|bosse?s?|executives?|electricians?|operatives?|researchers?|scientists?|volunteers?"
    r"|trainees?|apprentices?|freelancers?|specialists?|experts?|designers?|suppliers?|planners|bystanders?|(?:student |lab |office )?assistants?|(?:incoming|outgoing|previous|next|night|late|early|morning) shift"
    r"|cleaners|cleaning (?:staff|crew|company)|(?:support|sales|marketing|finance|ops|legal|QA)(?= (?:never|forgot|missed|ignored|escalated|neglected|refused|overlooked|told us|had (?:not|never|escalated|told|known)))"
    r"|(?:platform|infra|infrastructure|networking|security|operations|procurement|facilities|compliance|hosting)(?= (?:(?:had |has )?never (?:told|informed|warned|mentioned|asked)|forgot|neglected to|refused to|told us|did(?: not|n't) (?:tell|inform|warn|mention|ask)))"
    r"|user(?= (?:did(?: not|n't) (?:think|read|notice|check|realize|realise|know)))|users?(?= (?:who|accidentally|mistakenly|inadvertently|error|made|did not|failed|forgot))"
    r"|user(?= (?:shut|deleted|dropped|ran|disabled|unplugged|mistyped|misread|thought|believed|misconfigured|overwrote|wiped))"
    r"|ops(?= (?:team|guy|person|missed|failed|forgot|should|did|ignored))|vendors?|individuals?|members? of (?:the |our )?(?:[\w-]+ ){0,2}?(?:team|squad|staff|crew|group)"
)
"""Nouns of roles and groups. Some name machines too (operator, manager, lead): a rule asks for a verb of people as well."""

_ROLE = re.compile(rf"\b(?<![/-])(?:on-?call )?(?:{ROLES.lower()})(?![\w/])(?!-\w)")
_MACHINES = re.compile(
    r"\b(?:(?:kubernetes|k8s|prometheus|custom|cluster|\w+-|[a-z]+db) operators?|(?!(?:engineering|projects?|products?|incidents?|release|duty|team|line|account|general|delivery|program(?:me)?|office|shift|change|it|hiring|support"
    r"|sales|community|crisis|operations|people|marketing|test|qa|senior|junior|my|our|his|her|their|your|the|an?|every|any|one|and|or|to|by|of|for|on|with|that|this|as|from|technical|responsible|site|plant|hr|risk|security|vendor|network|customer|success|ex|new|former|regional|upper|middle|top|higher|it's|company)\b)[a-z]+ (?:managers?|management)|lead (?:to|up|time)|operators? (?:pod|crd|chart)|operator and\b|vendor (?:api|library|sdk))",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"(?<![\w@/.-])[A-Z][a-zà-ÿ]+(?![\w@/-])(?!\.\w)")
_FAMILY = re.compile(rf"{PERSON}+ [A-Z](?:[a-zà-ÿ]+|\.)(?![\w@/-])")
_HUMAN_VERBS = frozenset(
    [
        "forgot",
        "thought",
        "believed",
        "typed",
        "clicked",
        "misread",
        "mistyped",
        "panicked",
        "apologised",
        "apologized",
        "realized",
        "realised",
        "decided",
        "admitted",
        "remembered",
        "suggested",
        "wondered",
    ]
)
_ACTING = re.compile(
    r"(?<![\w@/.-])(?!(?:The|This|That|It|He|She|They|We|You|I|Who|Nobody|Someone|Somebody|Everyone|And|But|Then|Which|Also)\b)[A-Z][a-zà-ÿ]+"
    rf"(?= (?:{'|'.join(sorted(_HUMAN_VERBS))}) )"
)
"""A capitalised word that does what only people do."""
_HANDLE = re.compile(r"(?<![\w.@])@[A-Za-z][\w-]+")
_QUOTED = re.compile(
    r"```.*?```|`[^`\n]+`|“[^”\n]*”|«[^»\n]*»|„[^“”\n]*[“”]|\"[^\"\n]*\"|(?<![\w'])'[^'\n]+'(?!\w)|‘[^’\n]*’(?!\w)", re.DOTALL
)
_MARK = re.compile("[`\"“«„‘']")
_MADE_TO = re.compile(
    rf"\b(?:made|makes|making|lets?|letting|forc(?:ed|es|ing)|allow(?:ed|s|ing)?|led|leads|help(?:ed|s)?|caus(?:es|ing)|requir(?:ed|es)"
    rf"|enabl(?:ed|es|ing)) (?:(?:the|an?|our|some|any) )?(?:[\w-]+ ){{0,2}}?{PERSON}+ (?!for\b|not\b|was\b|were\b)",
    re.IGNORECASE,
)
"""A person who was made to act: the subject is what made them."""
_SCARE = re.compile(r"\b(?:was|were|is|been|being|be|simple|to) (?:an? |the |due to |called )?$", re.IGNORECASE)
_ALL_QUOTED = re.compile(r"\s*[\"“'‘][^\"“”]*[\"”'’]\s*")


def plain(text: str) -> str:
    """Return `text` with straight apostrophes, character for character."""
    return text.replace("’", "'").replace("\u02bc", "'").replace("\u00a0", " ")


_WORD = re.compile(r"[^\W\d_]+")
_LOOK = re.compile(r"\(\?=(?:[^()]|\([^()]*\))*\)")
_LITERAL = _LOOK.sub("", ROLES.lower())
_BEGINS = frozenset(
    word[:4]
    for spelled in (re.sub(r"\w\?", "", _LITERAL), _LITERAL.replace("?", ""))
    for word in re.findall("[a-z]{2,}", spelled)
) - {"the", "of", "our", "not"} | {"cto", "cio", "ciso", "cso"}
"""How the first word of a role begins."""


def may_hold_people(text: str, words: Set[str]) -> bool:
    """Return whether a sentence, of these words in small letters, may speak of anybody: cheap, and never wrongly no."""
    return (
        "@" in text
        or not SOMEBODY.isdisjoint(words)
        or not GIVEN.isdisjoint(words)
        or not _HUMAN_VERBS.isdisjoint(words)
        or any(word[:4] in _BEGINS for word in words - {"on"})
    )


def small(text: str) -> str:
    """Return `text` in small letters, character for character."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def without_quotations(text: str) -> str:
    """Return `text` with what is quoted, or code, put in the place of `QUOTED`; a text that is one quotation stays."""
    if not _MARK.search(text) or _ALL_QUOTED.fullmatch(text):
        return text
    return _QUOTED.sub(_quoted, text)


def _quoted(found: re.Match[str]) -> str:
    """A quotation; up to three words that are the predicate of the sentence are its own words in scare quotes."""
    if found[0][0] != "`" and found[0].count(" ") < 3 and _SCARE.search(found.string, 0, found.start()):
        return f"{found[0][1:-1]}  "
    return QUOTED * len(found[0])


@lru_cache(maxsize=8)
def _listed(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return a pattern of a team's own words, the longest first."""
    if not words:
        return None
    ordered = sorted({plain(word) for word in words if word}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)", re.IGNORECASE) if ordered else None


def with_people(text: str, people: Iterable[str] = (), systems: Iterable[str] = ()) -> str:
    """Return `text`, of straight apostrophes, in small letters and with its people put in the place of `PERSON`."""
    for words, letter in ((tuple(systems), SYSTEM), (tuple(people), PERSON)):
        if pattern := _listed(words):
            text = pattern.sub(lambda found, letter=letter: letter * len(found[0]), text)
    if "@" in text:
        text = _HANDLE.sub(lambda found: PERSON * len(found[0]), text)
    text = _CAPITAL.sub(_named, text)
    if any(verb in text for verb in _HUMAN_VERBS):
        text = _ACTING.sub(lambda found: PERSON * len(found[0]), text)
    if PERSON in text:
        text = _FAMILY.sub(lambda found: PERSON * len(found[0]), text)
    text = small(text)
    if any(machine in text for machine in ("manage", "operator", "lead", "vendor")):
        text = _MACHINES.sub(lambda found: found[0].replace(" ", SYSTEM) if " " in found[0] else found[0], text)
    text = _with_roles(text)
    return _MADE_TO.sub(lambda found: found[0].replace(PERSON, SYSTEM), text) if PERSON in text else text


def _with_roles(text: str) -> str:
    """Put the nouns of roles in the place of `PERSON`, looking only where one may begin."""
    at, pieces = 0, list[str]()
    for word in _WORD.finditer(text):
        if word[0][:4] in _BEGINS and word.start() >= at and (found := _ROLE.match(text, word.start())):
            pieces += text[at : found.start()], PERSON * len(found[0])
            at = found.end()
    return "".join((*pieces, text[at:])) if pieces else text


def _named(found: re.Match[str]) -> str:
    """A given name."""
    return PERSON * len(found[0]) if found[0].lower() in GIVEN else found[0]
