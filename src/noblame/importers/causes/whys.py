"""Whys as text: ``Why 2: …`` lines, ``Why did X? → Y`` items, or headings with answers and evidence (the forms of the seeds)."""

import re
from collections.abc import Sequence

from noblame.importers.causes.forms import ASKED, EDGE, EFFECT, LONGEST, NUMBERED, TAB, TRAY, unmarked
from noblame.importers.causes.sketch import Sketch, Sketcher

_BENEATH = re.compile(r"(answer|evidence|root causes?|actions?(?: items?)?)\s*:\s*(\S.*)", re.IGNORECASE)
_HEADING = re.compile(r"#{1,6}\s+(.*)")
_RANKED = re.compile(r"(primary|secondary|tertiary)\s*:\s*(\S.*)", re.IGNORECASE)
_RANKS = ("primary", "secondary", "tertiary")


def read_whys(lines: Sequence[str]) -> Sketch:
    """Return the chains of a text: ``Why 2`` explains the nearest ``Why 1`` above it, and all explain the problem.

    Items without numbers explain what they stand under; where none stands in further than another they are one chain.
    """
    return _Whys(lines).sketch()


class _Whys(Sketcher):
    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__()
        self._question = ""
        self._depth = 0
        self._section = ""
        rows = [line[:LONGEST].expandtabs(TAB) for line in lines if line.strip()]
        edges = [EDGE.match(row) for row in rows]
        placed = [(edge.end() if edge else 0, row) for edge, row in zip(edges, rows, strict=True)]
        columns = {column for column, row in placed if ASKED.match(unmarked(row[column:]))}
        self._flat = len(columns) == 1
        """Whether the items stand in one column: then each explains the one above it."""
        for column, row in placed:
            self._line(column, unmarked(row[column:]))

    def _line(self, column: int, words: str) -> None:
        if words.startswith("```") or re.fullmatch(r"[-*_\s]{3,}", words):
            return
        if found := EFFECT.fullmatch(words):
            self.begin(found[1], "effect")
        elif found := TRAY.fullmatch(words):
            self.begin(found[1], "cause")
        elif found := NUMBERED.fullmatch(words):
            self._said(int(found[1]), found[2])
        elif ASKED.match(words):
            self._said(self.open[-1][0] + 1 if self._flat and self.open else column, words)
        elif found := _BENEATH.fullmatch(words):
            self._beneath(found[1].casefold(), found[2].strip())
        elif (found := _RANKED.fullmatch(words)) and self._section.startswith("root cause"):
            self.roots.append((found[2], _RANKS.index(found[1].casefold()) + 1))
        elif found := _HEADING.fullmatch(words):
            self._section = found[1].casefold()
        elif not self.made and self._section.partition(" ")[0] in ("", "problem") and not words.endswith(":"):
            self.begin(words, "effect")

    def _said(self, depth: int, words: str) -> None:
        """Take a why: its answer, its question, or both; ``?:`` stands before an answer that looks like more."""
        if words.startswith("?:"):
            self._answer(depth, words[2:].strip())
        elif asked := ASKED.fullmatch(words):
            self._answer(depth, asked[2], asked[1])
        elif words.endswith("?"):
            self._question, self._depth = words, depth
        elif words:
            self._answer(depth, words)

    def _answer(self, depth: int, words: str, question: str = "") -> None:
        if question and not self.open:
            self.begin(question, "effect")
        more = {"question": question} if question else {}
        self.open.append((depth, self.add(words, self.under(depth), **more)))

    def _beneath(self, what: str, words: str) -> None:
        """Take an answer, evidence, root cause or action that stands on a line of its own."""
        if what == "answer":
            self._answer(self._depth, words, self._question)
            self._question = ""
        elif what == "evidence" and self.made:
            fields = self.made[-1].fields
            fields["evidence"] = (*fields.get("evidence", ()), words)
        elif what.startswith("root"):
            self.roots.append((words, None))
        elif what.startswith("action"):
            self.actions.append(words)


def counts(lines: Sequence[str]) -> int:
    """Count the lines of a text that are problems, whys, answers, evidence, root causes or actions."""
    patterns = (EFFECT, NUMBERED, ASKED, _BENEATH, TRAY, _HEADING, _RANKED)
    bare = (unmarked(EDGE.sub("", line[:LONGEST], count=1)) for line in lines)
    return sum(any(pattern.match(words) for pattern in patterns) for words in bare)
