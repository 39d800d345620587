"""Markdown as a flat list of blocks, each with its line: as much of the grammar as postmortems are written in.

Written by us because what matters here is where a thing stood and its words as they stood, which
renderers do not keep.
"""

import re
from dataclasses import dataclass, field
from typing import Literal

_FENCE = re.compile(r"\s*(```+|~~~+)")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*)$")
_CLOSING = re.compile(r"(?:^|\s)#+$")
"""Hashes that end a heading."""
_ITEM = re.compile(r"(\s*)(?:[-*+\u2022\u2013]|\d{1,3}[.)])(?:\s+(.*)|$)")
_BOX = re.compile(r"\[([ xX])\]\s+")
_RULE = re.compile(r"\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$")
_ROW_CUT = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_REFERENCE = re.compile(r"\s{0,3}\[([^\]]{1,200})\]:\s+<?(\S+?)>?(?:\s+[\"'(].*)?$")
_FIELD = re.compile(r"([A-Za-z][\w -]{0,40}):\s*(.*)")

Sort = Literal["heading", "text", "item", "row", "code", "quote"]


@dataclass(slots=True)
class Block:
    """One heading, paragraph, item, row of a table, code block or quote."""

    sort: Sort
    line: int
    text: str
    level: int = 0
    """Of a heading its rank, of an item its depth from 0."""
    box: str = ""
    """``x`` or a space where an item has a box to tick."""
    cells: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    """Of a row: the titles of its table's columns."""
    raw: list[str] = field(default_factory=list[str])
    """The lines as they stood."""


@dataclass(slots=True)
class Page:
    """A whole document."""

    front: dict[str, str] = field(default_factory=dict[str, str])
    """The fields of its front matter."""
    blocks: list[Block] = field(default_factory=list[Block])
    references: dict[str, str] = field(default_factory=dict[str, str])


def page(text: str) -> Page:
    """Return the blocks of a document; never raises, whatever the text is."""
    return _Reader(_without_comments(text)).read()


def _without_comments(text: str) -> str:
    """Return a text without its comments, their line ends kept, so that the numbers of lines stay."""
    kept: list[str] = []
    place = 0
    while (begin := text.find("<!--", place)) >= 0 and (end := text.find("-->", begin)) >= 0:
        kept += (text[place:begin], "\n" * text.count("\n", begin, end))
        place = end + 3
    return "".join((*kept, text[place:]))


class _Reader:
    """Goes through the lines once."""

    def __init__(self, text: str) -> None:
        self._lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._at = 0
        self._page = Page()
        self._open: Block | None = None
        """The paragraph, item or quote that the next line may go on with."""
        self._indents: list[int] = []
        self._gap = False

    def read(self) -> Page:
        """Return the page."""
        self._front()
        while self._at < len(self._lines):
            self._line(self._lines[self._at])
        return self._page

    def _front(self) -> None:
        if not self._lines or self._lines[0].strip() != "---":
            return
        end = next((n for n, line in enumerate(self._lines[1:200], start=1) if line.strip() in ("---", "...")), 0)
        for line in self._lines[1:end]:
            if found := _FIELD.fullmatch(line):
                self._page.front[found[1].casefold()] = found[2].strip().strip("\"'")
        self._at = end + 1 if end else 0

    def _add(self, block: Block) -> None:
        block.raw = block.raw or [self._lines[self._at]]
        self._page.blocks.append(block)
        self._open = block if block.sort in ("text", "item", "quote") else None
        self._gap = False
        if block.sort == "heading":
            self._indents = []

    def _line(self, line: str) -> None:
        number = self._at + 1
        if not line.strip():
            self._gap = True
        elif fence := _FENCE.match(line):
            self._code(fence[1], number)
            return
        elif found := _HEADING.match(line):
            self._add(Block("heading", number, _CLOSING.sub("", found[2].strip()).strip(), len(found[1])))
        elif self._underlined(line):
            self._add(Block("heading", number, line.strip(), 1 if self._lines[self._at + 1][0] == "=" else 2))
            self._at += 1
        elif _RULE.match(line):
            self._open, self._indents = None, []
        elif reference := _REFERENCE.match(line):
            self._page.references[reference[1].casefold()] = reference[2]
        elif "|" in line and "|" in self._below and _ROW_CUT.match(self._below):
            self._table()
            return
        elif found := _ITEM.match(line):
            self._item(found, number)
        else:
            self._words(line, number)
        self._at += 1

    @property
    def _below(self) -> str:
        return self._lines[self._at + 1] if self._at + 1 < len(self._lines) else ""

    def _underlined(self, line: str) -> bool:
        lone = self._open is None or self._gap
        return bool(lone and line[0] not in " -*|>" and (re.fullmatch(r"=+\s*|-{3,}\s*", self._below)))

    def _code(self, fence: str, number: int) -> None:
        """Take a block of code up to its end or the end of the file; it belongs to what stands above."""
        end = self._at + 1
        while end < len(self._lines) and not self._lines[end].strip().startswith(fence):
            end += 1
        block = Block("code", number, "\n".join(self._lines[self._at + 1 : end]), raw=self._lines[self._at : end + 1])
        kept = self._open, self._indents
        self._add(block)
        self._open, self._indents = (kept[0] if kept[0] and kept[0].sort == "item" else None), kept[1]
        self._gap = True
        self._at = end + 1

    def _table(self) -> None:
        titles = cells(self._lines[self._at])
        self._at += 2
        while self._at < len(self._lines) and "|" in self._lines[self._at]:
            line = self._lines[self._at]
            self._add(Block("row", self._at + 1, line.strip(), cells=cells(line), titles=titles))
            self._at += 1
        self._open = None

    def _item(self, found: re.Match[str], number: int) -> None:
        indent = len(found[1].expandtabs(4))
        while self._indents and self._indents[-1] > indent:
            self._indents.pop()
        if not self._indents or self._indents[-1] < indent:
            self._indents.append(indent)
        words = found[2] or ""
        box = _BOX.match(words)
        self._add(
            Block("item", number, words[box.end() :] if box else words, len(self._indents) - 1, box[1].lower() if box else "")
        )

    def _words(self, line: str, number: int) -> None:
        """Take a line of words: a new paragraph, or more of what is open."""
        open_ = self._open
        indented = line[:1] in " \t"
        if line.lstrip().startswith(">"):
            if open_ and open_.sort == "quote" and not self._gap:
                self._more(open_, line.lstrip().lstrip(">").strip(), line)
            else:
                self._add(Block("quote", number, line.lstrip().lstrip(">").strip()))
        elif open_ and (not self._gap or (open_.sort == "item" and indented)):
            self._more(open_, line.strip(), line)
        else:
            self._indents = self._indents if indented else []
            self._add(Block("text", number, line.strip()))

    def _more(self, block: Block, words: str, line: str) -> None:
        block.text += "\n" + words
        if self._gap:
            block.raw.append("")
        block.raw.append(line)
        self._gap = False


def cells(line: str) -> tuple[str, ...]:
    """Return the cells of a row; a bar behind a backslash is none that divides."""
    bare = line.strip().removeprefix("|")
    bare = bare[:-1] if bare.endswith("|") and not bare.endswith("\\|") else bare
    return tuple(cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", bare))
