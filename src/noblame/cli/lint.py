"""``noblame lint``: the rules about language, without a record."""

import argparse
import json
import sys
from typing import Any, cast

from noblame.cli import exits
from noblame.cli.main import tell
from noblame.cli.sessions import settings_of
from noblame.cli.standard_input import lines
from noblame.lint.actions.categories import suggested_kind
from noblame.lint.actions.rules import broken
from noblame.lint.rule import Rule
from noblame.lint.rules import RULES, found
from noblame.lint.whys import stops
from noblame.lint.wording.check import wording
from noblame.model.settings import LintSettings

KINDS = ("blame", "action", "why")
MOST_REFUSED = 1_000
"""From so many such lines on, what comes in is something else, perhaps without an end, and no more of it is read."""


def run(arguments: argparse.Namespace) -> int:
    """Judge a line of JSON each, explain one rule, or list them all."""
    if arguments.explain:
        return _explain(arguments.explain)
    if not arguments.jsonl:
        width = max(len(rule.id) for rule in RULES) + 2
        sys.stdout.write("".join(f"{rule.id:<{width}}{rule.level:<9}{rule.about}\n" for rule in RULES))
        return exits.DONE
    settings = settings_of(arguments).lint
    number = refused = first = 0
    for number, line in enumerate(lines(), 1):
        if not line.strip():
            continue
        asked = _question(line)
        if asked is None:
            first = first or number
            refused += 1
            if refused == MOST_REFUSED:
                break
            continue
        sys.stdout.write(json.dumps(answer(asked, settings), ensure_ascii=False) + "\n")
    if refused:
        what = 'is not {"id", "text", "kind": "blame", "action" or "why"}'
        more = f", nor are {refused - 1:,} more" if refused > 1 else ""
        end = f"what follows line {number:,} was not read" if refused == MOST_REFUSED else "passed over"
        tell(f"line {first:,}: {what}{more}; {end}")
    return exits.REFUSED if refused else exits.DONE


def _question(line: bytes) -> dict[str, Any] | None:
    """Read one line; None where it is not what the contract says."""
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(asked, dict):
        return None
    tree = cast("dict[str, Any]", asked)
    return tree if "id" in tree and isinstance(tree.get("text"), str) and tree.get("kind") in KINDS else None


def answer(asked: dict[str, Any], settings: LintSettings) -> dict[str, Any]:
    """Return the answer to one line: ``{"id", "flagged", "rules", "category"?, "suggestion"?}``."""
    text: str = asked["text"]
    if asked["kind"] == "blame":
        remark = wording(text, settings)
        given = {"category": remark.category, "suggestion": remark.question, "span": list(remark.span)} if remark else {}
        return {"id": asked["id"], "flagged": remark is not None, "rules": [remark.rule.id] if remark else [], **given}
    if asked["kind"] == "why":
        ends = stops(text, settings)
        given = {"suggestion": ends[0].question} if ends else {}
        return {"id": asked["id"], "flagged": bool(ends), "rules": [end.rule.id for end in ends], **given}
    owner, due, priority = (str(asked.get(key) or "") for key in ("owner", "due", "priority"))
    found = broken(text, owner, due, priority, off=settings.off)
    return {
        "id": asked["id"],
        "flagged": bool(found),
        "rules": [rule.id for rule, _ in found],
        "category": suggested_kind(text),
        **({"suggestion": found[0][1]} if found else {}),
    }


def _explain(name: str) -> int:
    """Print what a rule looks for, with its examples."""
    rules = found(name)
    if not rules:
        tell(f"{name}: there is no such rule; 'noblame lint' lists them")
        return exits.USAGE
    sys.stdout.write("\n".join(_in_words(rule) for rule in rules))
    return exits.DONE


def _in_words(rule: Rule) -> str:
    parts = [f"{rule.id} ({rule.level})", f"  {rule.about}", f"  Suggests: {rule.asks}"]
    for title, examples in (("Remarks on", rule.flagged), ("Leaves alone", rule.fine)):
        if examples:
            parts += ["", f"  {title}", *(f"    {example}" for example in examples)]
    return "\n".join(parts) + "\n"
