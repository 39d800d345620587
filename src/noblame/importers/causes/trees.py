"""Causes drawn as a tree: the fishbone and the fault tree of seed A, and nested lists."""

import re
from collections.abc import Sequence
from typing import Any

from noblame.analysis import categories
from noblame.analysis.brackets import read_bracket
from noblame.importers.causes.forms import (
    BULLET,
    CATEGORY,
    EDGE,
    EFFECT,
    GATE,
    GATE_ALONE,
    GATE_BEHIND,
    LONGEST,
    TAB,
    TRAY,
    head,
    is_known,
    unmarked,
)  # fmt: skip
from noblame.importers.causes.sketch import Made, Sketch, Sketcher, join_of
from noblame.importers.papers.words import own_words
from noblame.model import clean_line


class _Tree(Sketcher):
    """What the three share: lines further in explain the line above them."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__()
        for line in lines:
            row = line[:LONGEST].expandtabs(TAB).rstrip()
            if row.strip() and not row.strip().startswith("```"):
                self.row(row)
        self.finish()

    def row(self, row: str) -> None:
        """Take one line."""
        edge = EDGE.match(row)
        column = edge.end() if edge else 0
        words = unmarked(row[column:]) if row[column:].startswith("**") else row[column:]
        at_margin = not row[:column].strip()
        if at_margin and (found := EFFECT.fullmatch(words)):
            self.begin(found[1], "effect")
        elif at_margin and (found := TRAY.fullmatch(words)):
            self.begin(found[1], "cause")
        elif words:
            self.branch(column, words)

    def branch(self, column: int, words: str) -> None:
        """Take what stands on a branch."""
        raise NotImplementedError

    def finish(self) -> None:
        """Take what still waits at the end."""

    def put(self, column: int, words: str, **more: Any) -> Made:
        """Note a cause at a column; the first of a text explains nothing."""
        parent = self.under(column)
        made = self.add(words, parent, **more)
        self.open.append((column, made))
        return made


class _FaultTree(_Tree):
    def branch(self, column: int, words: str) -> None:
        parent = self.under(column)
        words = re.sub(r"^[○◇⌂]\s+", "", words)
        if parent and (alone := GATE_ALONE.fullmatch(words)) and not self._explained(parent):
            parent.fields |= {key: value for key, value in join_of(alone[1].upper()).items() if key not in parent.fields}
            self.open.append((column, parent))
            return
        found = GATE.fullmatch(words) if parent else None
        if found and parent and found[2]:
            parent.gates += [found[1]] if "?" not in found[1] else []
            words = found[2]
        words, join = _gate_behind(words)
        self.put(column, words, **join)

    def begin(self, words: str, kind: str) -> None:
        """Note the top event; its gate may stand behind its words."""
        words, join = _gate_behind(words)
        super().begin(words, kind)
        self.made[-1].fields |= join

    def _explained(self, parent: Made) -> bool:
        return any(made.parent is parent for made in self.made)


def _gate_behind(words: str) -> tuple[str, dict[str, Any]]:
    """Return the words of a cause and the join that a gate behind them says."""
    found = GATE_BEHIND.fullmatch(words)
    return (found[1], join_of(found[2] or found[3] or found[4])) if found else (words, {})


class _Fishbone(_Tree):
    def __init__(self, lines: Sequence[str]) -> None:
        self._ribs: list[tuple[int, str]] = []
        """What stands above the line with the effect."""
        super().__init__(lines)

    def row(self, row: str) -> None:
        alone = EFFECT.match(row) or TRAY.match(row)
        if (found := head(row)) and not re.match(r"\s*[│├└┌╰╭]", row) and not (alone and "id" in read_bracket(row)[1]):
            above, self._ribs = self._ribs, []
            words = found["head"].rstrip("─━- ")
            named = EFFECT.fullmatch(words)
            self.begin(named[1] if named else words, "effect")
            for column, rib in above:
                self.branch(column, rib)
            edge = EDGE.match(found["rest"])
            inside = len(row) - len(row.lstrip()) + found.start("rest") + (edge.end() if edge else 0)
            self.branch(inside, row[inside:])
        else:
            if row.lstrip().startswith(("┌", "╭")):
                self.finish()
                self.open = []
            super().row(row)

    def begin(self, words: str, kind: str) -> None:
        self.finish()
        super().begin(words, kind)

    def branch(self, column: int, words: str) -> None:
        if not self.open and self._waits(column, words):
            return
        found = CATEGORY.fullmatch(words)
        label = found[1].strip() if found and self._names_a_category(found, column) else ""
        above = self.under(column)
        home = above.parent if isinstance(above, _Rib) else above
        said = found[2] if found and label else words
        if said:
            more = _category(label or (above.label if isinstance(above, _Rib) else ""))
            self.open.append((column, self.add(said, home, **more)))
        else:
            self.open.append((column, _Rib(home, label)))

    def _waits(self, column: int, words: str) -> bool:
        """Keep a rib for the effect that stands further down; say whether it was one."""
        if not column or not (self._ribs or CATEGORY.fullmatch(words)):
            return False
        self._ribs.append((column, words))
        return True

    def _names_a_category(self, found: re.Match[str], column: int) -> bool:
        """Whether words before a colon are a category: a known one, or one of the team's own on the ribs."""
        ribs = sum(at < column for at, _ in self.open) <= 1
        return is_known(found[1]) or found[1] == "?" or found[2].endswith("]") or ribs

    def finish(self) -> None:
        """Take ribs that no effect came for."""
        above, self._ribs = self._ribs, []
        for column, words in above:
            self.open = self.open or [(-1, self.add("", None))]
            self.branch(column, words)


class _Rib(Made):
    """A line that only names a category: what stands below it explains what the rib itself hangs from."""

    def __init__(self, parent: Made | None, label: str) -> None:
        super().__init__(label, parent, {})
        self.label = label


class _List(_Tree):
    def row(self, row: str) -> None:
        if heading := re.fullmatch(r"#{1,6}\s+(.+)", row.strip()):
            self.begin(own_words(heading[1]), "effect")
            return
        column = len(row) - len(row.lstrip())
        bullet = BULLET.match(row, column)
        words = own_words(unmarked(row[column:]) if bullet else row[column:])
        found = re.fullmatch(r"(tray|\?):\s*(.*)", words, re.IGNORECASE)
        if found and found[1] != "?" and column == 0:
            self.begin(found[2], "cause")
            self.open = [(column, self.made[-1])]
        else:
            self.put(column, found[2] if found else words)


def _category(label: str) -> dict[str, Any]:
    """Return a label as a category: a known one by its key, a team's own as it is spelled."""
    if not label or label == "?":
        return {}
    name = clean_line(label)
    return {"category": categories.key(name) if is_known(name) else name}


def read_fault_tree_text(lines: Sequence[str]) -> Sketch:
    """Return the causes of a fault tree; the gate stands on the cause, before those below it, or on a line of its own."""
    return _FaultTree(lines).sketch()


def read_fishbone(lines: Sequence[str]) -> Sketch:
    """Return the causes of a fishbone: what stands before a colon on a rib is its category."""
    return _Fishbone(lines).sketch()


def read_list(lines: Sequence[str]) -> Sketch:
    """Return the causes of a nested list, of Markdown or only indented; headings are effects."""
    return _List(lines).sketch()
