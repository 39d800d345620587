"""Who carries an action: one person, several, a team, or nobody."""

import re
from typing import Literal

from noblame.lint.wording.names import GIVEN

OwnerKind = Literal["person", "several", "team", "none"]

_TEAM = re.compile(
    r".*\b(?:teams?|squads?|group|guild|crew|department|dept|tribe|chapter|everyone|everybody|everybody's|developers|devs|engineers|admins"
    r"|maintainers|operators|owners|members|folks|leads|managers|volunteers|committee|working group|contributors|staff|users|stakeholders"
    r"|leadership|organi[sz]ation|company|vendor|partners|dev-?ex|devops|dev ops|infrastructure)\b.*"
    r"|\W*(?:all|us|we|eng|engineering|on-?call|(?:dev|sec|net|ml|data|it|cloud|site|fin|git)[ -]?ops|ops|operations|sres?|sre \w+|platform"
    r"(?: \w+)?|back-?end|front-?end|mobile|web|infra|security|support|management|qa|qe|dbas?|it|product|design|data|analytics|network(?:ing)?"
    r"|database|storage|sysadmins?|helpdesk|help desk|customer (?:support|success|service)|legal|comms|marketing|research|release|docs"
    r"|documentation|architecture|compliance|noc|soc|ci|cicd|ci/cd|tooling|observability|monitoring|development|hr|people|finance|sales|procurement|purchasing|accounting|facilities|community|hosting|(?:the |our )?(?:provider|supplier)|engineering management)\W*"
    r"|\W*(?:\w+ )?(?:engineering|operations|reliability|infrastructure|experience|services|security|platform|payments|success)\W*"
    r"|[\w.-]*(?:team|ops|oncall|on-call|support|admins?|infra|devs|eng|sre|alerts?|security|help|helpdesk|noc|soc|platform|data|dbas?|storage|network|root|postmaster|hostmaster|abuse|info|office|hr)@.*|[#@](?:team|ops|oncall|on-call|sre|infra|platform|devops|here|channel)\b.*",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\W*(?:me|myself|tb[adcn]|to be (?:decided|assigned|determined|defined|confirmed)|someone|somebody|anyone|anybody|nobody|no ?one|none|unassigned|unknown|not assigned"
    r"|name|your name|owner|assignee|owner name|insert name|person|n/?a|x+|\?+|pending|open)?\W*",
    re.IGNORECASE,
)
_ONE_OF_A_TEAM = re.compile(
    r"(?:the |our |\w+ )*(?:lead|leader|head|manager|director|cto|cio|ciso|architect|owner|chair)", re.IGNORECASE
)
"""A role that one person holds, though its name holds a team: ``tech lead of the search team`` is not read as one."""
_SEVERAL = re.compile(r"[,/&+;]|\band\b|\s@|\bwith\b", re.IGNORECASE)
_NAME = r"(?:@[\w-]+|[A-Z][\w'-]+(?: [A-Z](?:[\w'-]+|\.)?)?)"
_TEAM_NAME = r"(?:(?:the |our )?(?:[A-Za-z]+ ){0,2}(?:[Tt]eam|[Ss]quad|[Gg]roup|[Ee]ngineers|[Dd]evelopers|[Dd]evs|[Aa]dmins)|SREs?|DevOps|DevE[Xx]|QA|Ops|Infra|[Ee]veryone|[Ee]verybody)"
_SPOKEN = re.compile(
    rf"^\W*(?P<several>{_NAME}(?:(?: ?[+&/,] ?| and ){_NAME})+)(?::| to | will | – | - )"
    rf"|^\W*(?P<team>{_TEAM_NAME})(?:\s?:| to | will | should | must | has | needs? to | is (?:going|to)\b)"
    rf"|^\W*(?P<one>{_NAME})(?:\s?:(?!\S)| to (?=[a-z]+)| will | is going to | shall )"
    rf"|[-–—(\[] ?(?P<tail>@[A-Za-z][\w-]+)\W*$|^\W*\((?P<initials>[A-Z]{{2,3}})\) "
)
_FIELD = re.compile(
    r"\b(?:owner|assignee|assigned to|dri)\s?[:=-]\s*(?P<said>@?[\w.-]+(?: [A-Z][\w.]*)?(?: team)?)", re.IGNORECASE
)


def owner_kind(owner: str) -> OwnerKind:
    """Return what an owner's field holds."""
    if _NOBODY.fullmatch(owner):
        return "none"
    if _TEAM.fullmatch(owner) and not _ONE_OF_A_TEAM.fullmatch(owner):
        return "team"
    return "several" if _SEVERAL.search(owner) else "person"


def owner_in(text: str) -> str:
    """Return the owner that the words of an action name, such as ``Kenji`` in ``Kenji to pin the image``; empty where none is."""
    if found := _FIELD.search(text):
        return found["said"]
    found = _SPOKEN.match(text) or _SPOKEN.search(text)
    if found is None:
        return ""
    for group in ("several", "team"):
        if name := found[group]:
            return name
    name = found["tail"] or found["initials"] or found["one"] or ""
    plain = name.lstrip("@").split(" ")[0].lower()
    return name if name.startswith("@") or found["initials"] or plain in GIVEN else ""
