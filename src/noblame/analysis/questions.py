"""The next why, asked in the words of the answer before it.

English bends only its simplest sentences into questions by rule. Those are bent; any other answer is
quoted as it stands, which is always right: ``Why: “Alert set at 90%”?``.
"""

import re

from noblame.model import Cause, Record
from noblame.model.patterns import pattern

_OPENERS = pattern(
    "a|all|an|another|any|both|each|every|everybody|everyone|few|it|its|many|most|new|no|nobody|nothing|old|one|our|several"
    "|some|somebody|someone|that|the|their|there|these|they|this|those|three|two|we",
    re.IGNORECASE,
)
"""First words that are never names, so they lose their capital."""
_ORDINARY = pattern("[A-Z][a-z]+(?:ing|tion|sion|ment|ness|ity|ance|ence|ery)")
_PLURAL = pattern("(?!Kubernetes|Postgres|Jenkins|Windows)[A-Z][a-z]+[^ius]s")
_CLAUSE = pattern(r"\b(?:that|which|who|when|while|if|because|as|where|after|before|until)\b")
"""A subject with one of these is a sentence of its own, and bending it is a guess."""

_SUBJECT = r"^((?:\S+ ){1,5}?)"
_HELPED = pattern(_SUBJECT + r"((?:was|were|is|are|could|can|did|does|do)(?:n['’]t)?|(?:had|has|have)(?= been| not been)) (.+)$")
_HAPPENED = {
    "began": "begin", "crashed": "crash", "dropped": "drop", "expired": "expire", "failed": "fail", "fell": "fall",
    "filled": "fill", "fired": "fire", "froze": "freeze", "grew": "grow", "hung": "hang", "overflowed": "overflow",
    "restarted": "restart", "retried": "retry", "rose": "rise", "spiked": "spike", "stalled": "stall", "stayed": "stay",
    "stopped": "stop", "took": "take", "went": "go",
}  # fmt: skip
_DONE = {
    "blocked": "block", "broke": "break", "bypassed": "bypass", "exhausted": "exhaust", "filled": "fill", "held": "hold",
    "hid": "hide", "kept": "keep", "lost": "lose", "opened": "open", "received": "receive", "removed": "remove",
    "replaced": "replace", "saturated": "saturate", "sent": "send", "used": "use",
}  # fmt: skip
_PAST = pattern(
    rf"{_SUBJECT}(?:({'|'.join(_HAPPENED)})( .+)?|({'|'.join(_DONE)})( (?:a|all|an|each|every|its|no|our|the|their|\d+)\b.*))$"
)
_ENDED = pattern("^([A-Za-z]+s) (blocked|disabled|dropped|exhausted|lost|overloaded|removed|replaced|saturated|throttled)$")


def _uncapped(words: str, *, plural: bool) -> str:
    """Return `words` to stand inside a sentence; a first word that may be a name keeps its capital."""
    first = words.split(" ", 1)[0]
    if _OPENERS().fullmatch(first) or _ORDINARY().fullmatch(first) or (plural and _PLURAL().fullmatch(first)):
        return words[0].lower() + words[1:]
    return words


def _bent(words: str) -> str | None:
    """Return the statement as a why, or None where no rule is sure."""
    if ended := _ENDED().match(words):
        return f"Why were {_uncapped(ended[1], plural=True)} {ended[2]}?"
    helped = _HELPED().match(words)
    if helped and not _CLAUSE().search(helped[1]):
        plural = helped[2].startswith(("were", "are", "have", "had", "did", "do"))
        return f"Why {helped[2]} {_uncapped(helped[1], plural=plural)}{helped[3]}?"
    past = _PAST().match(words)
    if past and not _CLAUSE().search(past[1]):
        verb = _HAPPENED.get(past[2] or "") or _DONE[past[4]]
        return f"Why did {_uncapped(past[1], plural=True)}{verb}{past[3] or past[5] or ''}?"
    return None


def next_question(record: Record, cause: Cause) -> str:
    """Return the question that the causes below `cause` answer; the room's own words where it has put them."""
    asked = next((child.question for child in record.children(cause.id) if child.question), "")
    return asked or why(cause.text)


def why(words: str) -> str:
    """Return the why about a statement; what stands behind a comma or bracket is not asked about."""
    said = words.strip().rstrip(".?!")
    if not said:
        return "Why?"
    main = re.split(r"[,;:]\s|\s[(–—-]", said, maxsplit=1)[0].strip()
    return _bent(main) or f"Why: “{said}”?"
