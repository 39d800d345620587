"""What has to be known about a cause beside its words, in brackets behind them: ``Broker slow [c4; AND; in Process]``.

The text forms of whys, fishbone, fault tree and list share it, so that each of them can be read back, and the notes
in Open-PSA files carry all of it. A bracket is taken as such only where every part of it means something.
"""

import re
from collections.abc import Collection
from typing import Any, get_args
from urllib.parse import quote, unquote

from noblame.model import Cause
from noblame.model.cause import CauseRole, CauseStatus, Confidence, Stop

_BEHIND = re.compile(r"(?:(.*?)\s+|)\[([^\[\]]{1,20000})\]")
_PROTECTED = re.compile(r"[%;\[\]]")
_ID = re.compile(r"c\d{1,9}|id [^ ].*")
_JOINS = {"OR": "any", "AND": "all"}
_LISTS = {"also": "also", "explains": "explains", "shown by": "events"}
_TEXTS = {"in": "category", "asks": "question", "accepted": "accepted"}


def words_of(cause: Cause, leave_out: Collection[str] = (), *, links: bool = False) -> str:
    """Return what a bracket says about a cause, its id first, without the fields in `leave_out`.

    `links` says all that it explains, else only what it explains besides its home is said.
    """
    said = {
        "id": [cause.id if re.fullmatch(r"c\d{1,9}", cause.id) else f"id {cause.id}"],
        "kind": [cause.kind] if cause.kind != "cause" else [],
        "negated": ["NOT"] if cause.negated else [],
        "join": [f"at least {cause.k}"]
        if cause.join == "some"
        else [word for word, join in _JOINS.items() if join == cause.join],
        "category": [f"in {cause.category}"] if cause.category else [],
        "status": [cause.status] if cause.status != "occurred" else [],
        "confidence": [cause.confidence] if cause.confidence else [],
        "role": [f"{cause.role} {cause.rank or ''}".strip()] if cause.role else [],
        "stop": [f"stop: {cause.stop}"] if cause.stop else [],
        "probability": [f"p {cause.probability!r}"] if cause.probability is not None else [],
        "switch": [f"taken as {cause.switch}"] if cause.switch else [],
        "question": [f"asks {cause.question}"] if cause.question else [],
        "accepted": [f"accepted {cause.accepted}"] if cause.accepted else [],
        "evidence": [f"~ {words}" for words in cause.evidence],
        "parents": _links(cause.parents, whole=links),
        "events": [f"shown by {' '.join(cause.events)}"] if cause.events else [],
    }
    parts = [part for name, some in said.items() if name not in leave_out for part in some]
    return "; ".join(_PROTECTED.sub(lambda found: quote(found[0]), part) for part in parts)


def _links(parents: tuple[str, ...], *, whole: bool) -> list[str]:
    named = parents if whole else parents[1:]
    return [f"{'explains' if whole else 'also'} {' '.join(named)}"] if named else []


def read_bracket(line: str) -> tuple[str, dict[str, Any]]:
    """Return the words before a bracket and the fields that it gives; the whole line where there is none.

    The fields are those of a cause; ``also`` names its further parents, ``explains`` all of them, ``same`` the cause
    that stands elsewhere.
    """
    found = _BEHIND.fullmatch(line)
    if found is None:
        return line, {}
    fields: dict[str, Any] = {}
    for part in found[2].split(";"):
        if not _take(unquote(part.strip()), fields):
            return line, {}
    return found[1] or "", fields


def _take(part: str, fields: dict[str, Any]) -> bool:
    """Add what one part says to the fields; say whether it says anything."""
    word, _, rest = part.partition(" ")
    if _ID.fullmatch(part):
        fields["id"] = rest or part
    elif part in _JOINS:
        fields["join"] = _JOINS[part]
    elif found := re.fullmatch(r"at least (\d{1,6})", part):
        fields |= {"join": "some", "k": max(1, int(found[1]))}
    elif part == "NOT":
        fields["negated"] = True
    elif part in ("effect", "safeguard"):
        fields["kind"] = part
    elif part in get_args(CauseStatus):
        fields["status"] = part
    elif part in get_args(Confidence) and part:
        fields["confidence"] = part
    elif word in get_args(CauseRole) and (not rest or re.fullmatch(r"[1-9]\d{0,3}", rest)):
        fields |= {"role": word, "rank": int(rest) if rest else None}
    elif part.removeprefix("stop: ") in get_args(Stop) and part.startswith("stop: "):
        fields["stop"] = part.removeprefix("stop: ")
    elif part in ("taken as on", "taken as off"):
        fields["switch"] = part.removeprefix("taken as ")
    else:
        return _take_words(part, word, rest, fields)
    return True


def _take_words(part: str, word: str, rest: str, fields: dict[str, Any]) -> bool:
    if word in ("p", "P") and (chance := _chance(rest)) is not None:
        fields["probability"] = chance
    elif word == "~" and rest:
        fields["evidence"] = (*fields.get("evidence", ()), rest)
    elif word == "same" and rest:
        fields["same"] = rest
    elif word in _TEXTS and rest:
        fields[_TEXTS[word]] = rest
    elif name := next((name for name in _LISTS if part.startswith(f"{name} ")), ""):
        fields[_LISTS[name]] = tuple(part.removeprefix(name).split())
    else:
        return False
    return True


def _chance(text: str) -> float | None:
    """Return a probability; none for what is no number from 0 to 1."""
    try:
        value = float(text.removeprefix("="))
    except ValueError:
        return None
    return value if 0 <= value <= 1 else None
