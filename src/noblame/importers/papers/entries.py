"""The entries of a written timeline: rows of a table, items of a list, headings or lines that begin with a time."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from noblame.importers.papers.blocks import Block
from noblame.importers.papers.lead import Lead, days_in, lead
from noblame.importers.tables.columns import plain_title, rank_of

_TIME_LIKE = re.compile(r"\bHH:?mm\b|^\s*[\d?:~\-\s]{3,}$|\?\?", re.IGNORECASE)


@dataclass(slots=True)
class Entry:
    """One entry of a timeline, not yet an instant."""

    line: int
    lead: Lead | None
    """None where an entry stands without a time that can be read."""
    text: str
    who: str = ""
    more: list[str] = field(default_factory=list[str])
    """What else stands with it: children, paragraphs, code."""
    raw: list[str] = field(default_factory=list[str])
    day: date | None = None
    """The day named above it."""


@dataclass(slots=True)
class Entries:
    """What was found in the blocks of a timeline."""

    entries: list[Entry] = field(default_factory=list[Entry])
    others: list[Block] = field(default_factory=list[Block])
    """Blocks that are no part of an entry."""


class Collector:
    """Goes through the blocks of a timeline and keeps what belongs together."""

    def __init__(self) -> None:
        self.found = Entries()
        self._open: Entry | None = None
        self._opener: tuple[str, int] = ("", 0)
        """Sort and level of the block that began the open entry."""
        self._day: Lead | None = None
        self.days: list[tuple[int, Lead]] = []
        """Days named by themselves, with the number of the entry that follows."""

    def take(self, blocks: Sequence[Block]) -> Entries:
        """Return the entries of a timeline."""
        tables = {id(block.titles): block.titles for block in blocks if block.sort == "row"}
        shapes = {key: _Table(titles, [b for b in blocks if b.titles is titles]) for key, titles in tables.items()}
        for block in blocks:
            if block.sort == "row":
                self._row(block, shapes[id(block.titles)])
            elif block.sort in ("heading", "item"):
                self._begun(block)
            elif block.sort == "text":
                self._paragraph(block)
            else:
                self._below(block)
        return self.found

    def _begin(self, block: Block, at: Lead | None, text: str, who: str = "", raw: str = "") -> None:
        self._open = Entry(block.line, at, text, who, raw=[raw] if raw else list(block.raw))
        self._opener = block.sort, block.level
        self.found.entries.append(self._open)

    def _begun(self, block: Block) -> None:
        """Take a heading or an item: an entry, a day for those below, or part of the one above."""
        at = lead(block.text)
        if at and at.clock is None and (block.sort == "heading" or not at.rest):
            self.days.append((len(self.found.entries), at))
            self._open = None
            if at.rest:
                self.found.others.append(block)
        elif at and (at.clock or block.level == 0):
            self._begin(block, at, at.rest)
        elif block.sort == "heading":
            self._open = None
            self.found.others.append(block)
        elif self._open and self._opener == ("item", block.level):
            self._begin(block, None, block.text)
        elif self._open and self._opener[0] == "item" and block.level < self._opener[1]:
            self._open = None
            self.found.others.append(block)
        else:
            self._below(block)

    def _paragraph(self, block: Block) -> None:
        """Take lines of words, each of which may begin an entry."""
        lines = block.text.split("\n")
        if not any(lead(line) for line in lines):
            self._below(block)
            return
        for offset, line in enumerate(lines):
            at = lead(line)
            if at and at.clock is None and not at.rest:
                self.days.append((len(self.found.entries), at))
                self._open = None
            elif at:
                self._begin(Block("text", block.line + offset, line), at, at.rest, raw=line)
            else:
                self._below(Block("text", block.line + offset, line, raw=[line]))

    def _below(self, block: Block) -> None:
        """Give a block to the entry above it."""
        if self._open is None or self._opener[0] == "row":
            self.found.others.append(block)
            return
        self._open.more.append(block.text)
        self._open.raw += block.raw

    def _row(self, block: Block, table: "_Table") -> None:
        self._open = None
        time, text, who = table.parts(block.cells)
        at = lead(time)
        if at and at.clock is None and not text:
            self.days.append((len(self.found.entries), at))
        elif any(block.cells):
            if at and at.clock is None and _TIME_LIKE.search(at.rest):
                at = None
            self._begin(block, at, f"{at.rest} {text}".strip() if at and at.rest else text, who, block.text)


class _Table:
    """Which columns of a table hold time, words and people."""

    def __init__(self, titles: tuple[str, ...], rows: Sequence[Block]) -> None:
        self._titles = titles
        leads = [sum(1 for row in rows if column < len(row.cells) and lead(row.cells[column])) for column in range(len(titles))]
        timed = [column for column, count in enumerate(leads) if count * 2 >= len(rows) and count]
        self.times = timed[:2] or [0]
        rest = [column for column in range(len(titles)) if column not in self.times]
        said = [column for column in rest if plain_title(titles[column])]
        who = [column for column in said if rank_of("author", titles[column]) < rank_of("text", titles[column])]
        self.who = who[0] if who and len(rest) > 1 else None
        self.text = [column for column in rest if column != self.who]

    def parts(self, cells: tuple[str, ...]) -> tuple[str, str, str]:
        """Return time, words and people of a row."""

        def of(columns: Sequence[int]) -> list[str]:
            return [cells[column] for column in columns if column < len(cells) and cells[column]]

        return " ".join(of(self.times)), " \u00b7 ".join(of(self.text)), "".join(of([self.who] if self.who is not None else []))


def leads_in(blocks: Sequence[Block]) -> int:
    """Return how many blocks begin with a time of day; quotes are conversations and do not count."""
    counted: Counter[str] = Counter()
    for block in blocks:
        if block.sort == "row":
            counted["row"] += any((at := lead(cell)) and at.clock for cell in block.cells[:2])
        elif block.sort in ("heading", "item"):
            counted[block.sort] += bool((at := lead(block.text)) and at.clock)
        elif block.sort == "text":
            counted["text"] += sum(1 for line in block.text.split("\n") if (at := lead(line)) and at.clock)
    return sum(counted.values())


def day_named(blocks: Sequence[Block]) -> date | None:
    """Return the day that prose above the entries names, as in ``All times in PST, on February 5th 2019``."""
    return next((day for block in blocks if block.sort == "text" for day in days_in(block.text)), None)
