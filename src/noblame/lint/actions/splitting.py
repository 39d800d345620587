"""Two actions in one line, and how to take them apart."""

import re

_VERB = (
    r"(?:add|alert|automate|build|bump|cap|change|configure|create|decide|delete|deploy|disable|document|drop|enable|enforce|expose|fix|implement|install|limit"
    r"|lower|make|migrate|monitor|move|page|pin|publish|raise|rebuild|remove|rename|replace|require|restore|restrict|rewrite|roll|rotate|run|schedule|send|set|split"
    r"|switch|tell|test|turn|update|upgrade|write|define|reduce|increase|review|train|establish|introduce)"
)
_JOINT = re.compile(rf"(?:;|\.(?= [A-Z])| [+&]|,? and(?: then| also)?|,? then)\s+(?={_VERB} (?:\S+ ){{1,}}?\S+)", re.IGNORECASE)
_STARTS = re.compile(rf"\W*(?:[A-Z][\w ]{{1,30}}: )?{_VERB}\b (?!and\b|or\b)\S+", re.IGNORECASE)
_ONE_VERB = re.compile(
    rf"(?P<first>(?P<verb>{_VERB})\b (?:\S+ )+?\S+) \+ (?P<second>(?!and |or |\d)[a-z][\w-]{{3,}}(?: [\w-]+){{0,3}})",
    re.IGNORECASE,
)
"""``Add alerting at 80% + auto-scaling``: one verb for two things that stand apart."""
_THERE = re.compile(r"\b(?:that|which|to|so|when|if|whenever|must|will|should|can)\b[^.;]*$", re.IGNORECASE)


def parts(text: str) -> tuple[str, ...]:
    """Return the actions that a line holds, where it holds two or more; empty where it is one.

    A second verb counts where an object of its own follows and it does not depend on the first: "a script to build and push"
    is one action.
    """
    if not _STARTS.match(text):
        return ()
    found: list[str] = []
    start = 0
    for joint in _JOINT.finditer(text):
        before = text[start : joint.start()].strip()
        if len(before.split()) < 3 or (joint[0].lstrip(", ").startswith(("and", "then", "+", "&")) and _THERE.search(before)):
            continue
        found.append(before)
        start = joint.end()
    rest = text[start:].strip().rstrip(".")
    if not found and (more := _ONE_VERB.fullmatch(rest)):
        return more["first"], f"{more['verb']} {more['second']}"
    return tuple(one[:1].upper() + one[1:] for one in (*found, rest)) if found and len(rest.split()) >= 3 else ()
