"""Causes as the text forms of seed A (whys, fishbone, fault tree) and as a nested list; `importers.cause_texts` reads them.

Each shows every cause once, at its home, with what else is known in a bracket behind its words. A label before the
words (``AND:``, ``People:``) is what the form is about; ``?:`` stands where words without a label begin as if they
had one.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from noblame.analysis import categories
from noblame.analysis.graph import outline
from noblame.capture.bracketed import words_of
from noblame.exporters.escaping import md_text
from noblame.model import Cause, Record

_LABELLED = re.compile(r"[^:]{0,60}:|[\W_]|\d+[.)]|why\b", re.IGNORECASE)
_DRAWN = re.compile(r"[─━┄-][├┌└┼┤]")
_GATES = {"any": "OR", "all": "AND"}


class _Row(NamedTuple):
    """A cause at its home; `edge` is the line work before it, `after` that before what hangs below."""

    cause: Cause
    depth: int
    parent: Cause | None
    edge: str


def _rows(record: Record) -> list[list[_Row]]:
    """Return the rows of every effect and of every branch in the tray, each a list of its own."""
    nodes = [node for node in outline(record) if not node.shared]
    trees: list[list[_Row]] = []
    lasts: list[bool] = []
    open_depths: set[int] = set()
    for node in reversed(nodes):
        lasts.append(node.depth not in open_depths)
        open_depths = {depth for depth in open_depths if depth < node.depth} | {node.depth}
    trunks = [""]
    for node, last in zip(nodes, reversed(lasts), strict=True):
        if not node.depth:
            trees.append([])
        del trunks[node.depth + 1 :]
        above = trunks[node.depth]
        edge = above + ("└─ " if last else "├─ ") if node.depth else ""
        trunks.append(above + ("   " if last else "│  ") if node.depth else "")
        trees[-1].append(_Row(node.cause, node.depth, record.cause(node.parent), edge))
    return trees


def _told(cause: Cause) -> str:
    return f"{cause.text} [{words_of(cause)}]".strip()


def _safe(cause: Cause, label: str) -> str:
    """Return the words of a cause behind its label, or so marked that none is taken from them."""
    if label:
        return f"{label}: {_told(cause)}"
    return f"?: {_told(cause)}" if _LABELLED.match(cause.text) or not cause.text else _told(cause)


def _head(cause: Cause, effect: str) -> str:
    return f"{effect if cause.kind == 'effect' else 'Tray'}: {_told(cause)}"


def whys(record: Record) -> str:
    """Return questions and answers: ``Why 2`` explains the nearest ``Why 1`` above it. Actions stand at the end."""
    lines: list[str] = []
    for tree in _rows(record):
        lines += ["", _head(tree[0].cause, "Problem"), ""]
        lines += [f"{'  ' * (row.depth - 1)}Why {row.depth}: {_told(row.cause)}" for row in tree[1:]]
    roots = [cause for cause in record.causes if cause.role == "root"]
    ends = [f"Root cause: {cause.text} [same {cause.id}]" for cause in sorted(roots, key=lambda c: c.rank or len(roots) + 1)]
    ends += [f"Action: {action.text}" for action in record.actions if action.intended and action.text]
    return _joined([*lines, "", *ends])


def fault_tree(record: Record) -> str:
    """Return trees in which each cause says how it is joined with those beside it, as seed A writes it."""

    def label(row: _Row) -> str:
        join = row.parent.join if row.parent else "undecided"
        return f"{row.parent.k} of" if row.parent and join == "some" else _GATES.get(join, "")

    return _joined(_drawn(record, "Top event", label))


def fishbone(record: Record) -> str:
    """Return trees in which each cause that has a category of its own begins with it."""

    def label(row: _Row) -> str:
        title = categories.title(row.cause.category) if row.cause.category else ""
        return title if re.fullmatch(r"[\w /&-]{1,40}", title) else ""

    lines: list[str] = []
    for tree in _rows(record):
        head, below = tree[0].cause, [f"{row.edge}{_safe(row.cause, label(row))}" for row in tree[1:]]
        ribs = [place for place, row in enumerate(tree[1:]) if row.depth == 1]
        beside = head.kind == "effect" and len(ribs) > 1 and not _LABELLED.match(head.text) and not _DRAWN.search(head.text)
        if not beside:
            lines += ["", _head(head, "Effect"), *below]
            continue
        told = f"{_told(head)} ───"
        middle = ribs[len(ribs) // 2] if len(ribs) > 2 else 0
        blank = " " * len(told)
        below[0] = below[0].replace("├", "┌", 1) if middle else below[0]
        lines += ["", *(f"{told if place == middle else blank}{line}" for place, line in enumerate(below))]
    return _joined(lines)


def _drawn(record: Record, head: str, label: Callable[[_Row], str]) -> Iterator[str]:
    for tree in _rows(record):
        yield from ("", _head(tree[0].cause, head))
        yield from (f"{row.edge}{_safe(row.cause, label(row))}" for row in tree[1:])


def nested_list(record: Record) -> str:
    """Return a nested list in Markdown."""
    lines: list[str] = []
    for tree in _rows(record):
        for row in tree:
            tray = "Tray: " if not row.depth and row.cause.kind != "effect" else ""
            lines.append(f"{'  ' * row.depth}- {tray}{md_text(_safe(row.cause, '') if not tray else _told(row.cause))}")
    return _joined(lines)


def _joined(lines: Iterator[str] | list[str]) -> str:
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    return f"{text}\n" if text else ""
