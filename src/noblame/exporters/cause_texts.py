"""Causes as the text forms of seed A (whys, fishbone, fault tree) and as a nested list; `importers.causes` reads them.

Each shows every cause once, at its home, with what else is known in a bracket behind its words. A label before the
words (``AND:``, ``People:``) is what the form is about; ``?:`` stands where words without a label begin as if they
had one.
"""

import re
from collections.abc import Callable, Iterable

from noblame.analysis import categories
from noblame.analysis.brackets import words_of
from noblame.analysis.branches import DEEPEST_SHOWN, Branch, branches
from noblame.analysis.graph import outline
from noblame.exporters.escaping import md_text
from noblame.exporters.refusal import ExportRefused
from noblame.model import Cause, Record

_LABELLED = re.compile(r"[^:]{0,60}:|[\W_]|\d|why\b|how\b|and\b|or\b|not\b|problem\b|top\b|effect\b|tray\b", re.IGNORECASE)
_ASKED = re.compile(r"\?:|(?:why|how)\b.*(?:→|[-=—]>)", re.IGNORECASE)
_LISTED = re.compile(r"(?:tray|\?):|[\W_]|\d|\(", re.IGNORECASE)
_DRAWN = re.compile(r"[─━-]\s*[├┌└┼┤┬]")
_GATES = {"any": "OR", "all": "AND"}


def _trees(record: Record) -> list[list[Branch]]:
    """Return the branches of every effect and of everything in the tray, each a list of its own."""
    if not record.causes:
        raise ExportRefused("There is no cause yet, so there is nothing to write.")
    trees: list[list[Branch]] = []
    for branch in branches([node for node in outline(record) if not node.shared], 3 * DEEPEST_SHOWN):
        if not branch.node.depth:
            trees.append([])
        trees[-1].append(branch)
    return trees


_LONG = ("question", "accepted", "evidence", "events")
"""What would hide the words of a cause behind it."""


def _told(row: Branch, *shown: str) -> str:
    """Return words and bracket of a cause, without the fields that the form shows otherwise."""
    cause = row.node.cause
    kind = ("kind",) if not row.node.depth and cause.kind == "effect" else ()
    return f"{cause.text} [{words_of(cause, (*_LONG, *kind, *shown))}]".strip()


def _safe(row: Branch, label: str, *shown: str, looks: re.Pattern[str] = _LABELLED) -> str:
    """Return the words of a cause behind its label, or so marked that none is taken from them."""
    if label:
        return f"{label}: {_told(row, *shown)}"
    text = row.node.cause.text
    return f"?: {_told(row)}" if looks.match(text) or not text else _told(row)


def _head(row: Branch, effect: str, *shown: str) -> str:
    return f"{effect if row.node.cause.kind == 'effect' else 'Tray'}: {_told(row, *shown)}"


def whys(record: Record) -> str:
    """Return questions and answers with their evidence: ``Why 2`` explains the nearest ``Why 1`` above it.

    Root causes and actions stand at the end.
    """
    lines: list[str] = []
    for first, *rest in _trees(record):
        lines += ["", _head(first, "Problem"), *_evidence(first.node.cause, ""), ""]
        for row in rest:
            indent = "  " * (min(DEEPEST_SHOWN, row.node.depth) - 1)
            lines += [f"{indent}Why {row.node.depth}: {_answer(row)}", *_evidence(row.node.cause, f"{indent}  ")]
    roots = [cause for cause in record.causes if cause.role == "root"]
    ends = [f"Root cause: {cause.text} [same {cause.id}]" for cause in sorted(roots, key=lambda c: c.rank or len(roots) + 1)]
    ends += [f"Action: {action.text}" for action in record.actions if action.intended and action.text]
    return _joined([*lines, "", *ends])


def _evidence(cause: Cause, indent: str) -> list[str]:
    return [f"{indent}Evidence: {words}" for words in cause.evidence if words]


def _answer(row: Branch) -> str:
    """Return an answer behind the question that the room put, where one can be told from the other."""
    cause = row.node.cause
    if re.fullmatch(r"(?:why|how)\b[^→?\[\]]{1,500}\?", cause.question, re.IGNORECASE) and cause.text:
        return f"{cause.question} → {_told(row)}"
    return _safe(row, "", looks=_ASKED)


def fault_tree(record: Record) -> str:
    """Return trees in which each cause says how it is joined with those beside it, as seed A writes it."""
    lines: list[str] = []
    for first, *rest in _trees(record):
        explained = {row.node.parent for row in rest}
        lines += ["", _head(first, "Top event", *_shown(first, explained))]
        lines += [f"{row.stem}{_safe(row, _gate(record.cause(row.node.parent)), *_shown(row, explained))}" for row in rest]
    return _joined(lines)


def _shown(row: Branch, explained: set[str]) -> tuple[str, ...]:
    """Return which fields of a cause those below it show."""
    return ("join",) if row.node.cause.id in explained and row.node.cause.join in (*_GATES, "some") else ()


def _gate(above: Cause | None) -> str:
    if above is None:
        return ""
    return f"{above.k} of" if above.join == "some" else _GATES.get(above.join, "")


def fishbone(record: Record) -> str:
    """Return trees in which each cause that has a category of its own begins with it; the effect stands beside its ribs."""
    lines: list[str] = []
    for first, *rest in _trees(record):
        head = first.node.cause
        below = [f"{row.stem}{_safe(row, _category(row), 'category')}" for row in rest]
        ribs = [place for place, row in enumerate(rest) if row.node.depth == 1]
        if head.kind != "effect" or len(ribs) < 2 or _LABELLED.match(head.text) or _DRAWN.search(head.text) or not head.text:
            lines += ["", _head(first, "Effect"), *below]
            continue
        told = f"{_told(first)} ───"
        middle = ribs[len(ribs) // 2] if len(ribs) > 2 else 0
        below[0] = below[0].replace("├", "┌" if middle else "┬", 1)
        lines += ["", *(f"{told if place == middle else ' ' * len(told)}{line}" for place, line in enumerate(below))]
    return _joined(lines)


def _category(row: Branch) -> str:
    title = categories.title(row.node.cause.category) if row.node.cause.category else ""
    return title if re.fullmatch(r"[^\W_][\w /&-]{0,39}", title) else ""


def nested_list(record: Record) -> str:
    """Return a nested list in Markdown."""
    lines: list[str] = []
    for tree in _trees(record):
        for row in tree:
            depth = row.node.depth
            words = f"Tray: {_told(row)}" if not depth and row.node.cause.kind != "effect" else _safe(row, "", looks=_LISTED)
            lines.append(f"{'  ' * min(DEEPEST_SHOWN, depth)}- {md_text(words)}")
    return _joined(lines)


def _joined(lines: Iterable[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


FORMS: dict[str, Callable[[Record], str]] = {"whys": whys, "fishbone": fishbone, "fault tree": fault_tree, "list": nested_list}
