"""A document's sections, wherever a team wrote its headings: with hashes, in bold, or as labels of a list."""

import re
from dataclasses import dataclass, field

from noblame.importers.papers.blocks import Block, Page
from noblame.importers.papers.headings import Role, role_of
from noblame.importers.papers.lead import lead

_BOLD_ALONE = re.compile(r"(?:\*\*|__)([^*_\n]{2,80}?):?(?:\*\*|__):?\s*$")
_LABEL = re.compile(r"(?:\*\*|__)([^*\n]{1,80}?):?(?:\*\*|__):?\s*(.*)", re.DOTALL)
_FEW = 3


@dataclass(slots=True)
class Section:
    """A heading and what stands below it, up to the next heading of any rank."""

    title: str
    level: int
    line: int
    role: Role = ""
    blocks: list[Block] = field(default_factory=list[Block])


def sections(page: Page) -> list[Section]:
    """Return the sections in order; the first has no title and holds what stands above all headings.

    Headings that are times of a timeline stay blocks of their section, whatever their rank.
    """
    found = [Section("", 0, 1)]
    ranks: list[tuple[int, Role]] = []
    for block in _with_headings(page.blocks):
        timed = block.sort == "heading" and lead(block.text)
        if block.sort != "heading" or (timed and found[-1].role == "timeline"):
            found[-1].blocks.append(block)
            continue
        while ranks and ranks[-1][0] >= block.level:
            ranks.pop()
        role = role_of(block.text, ranks[-1][1] if ranks else "")
        ranks.append((block.level, role))
        found.append(Section(block.text, block.level, block.line, role))
    return found


def _with_headings(blocks: list[Block]) -> list[Block]:
    """Return the blocks with bold lines and labels of lists as headings, where there are no others below the title."""
    ranked = [block for block in blocks if block.sort == "heading" and not lead(block.text)]
    if len(ranked) > 1:
        return blocks
    labels = [block for block in blocks if _labels(block)]
    if len(labels) < _FEW or not any(role_of(_title(block)) for block in labels):
        return blocks
    made: list[Block] = []
    under = False
    for block in blocks:
        if not _labels(block):
            if block.sort == "item" and under and block.level:
                block.level -= 1
            made.append(block)
            continue
        found = _LABEL.fullmatch(block.text)
        under = block.sort == "item"
        made.append(Block("heading", block.line, _title(block), 2, raw=block.raw))
        if found and found[2].strip():
            made.append(Block("text", block.line, found[2].strip(), raw=[found[2].strip()]))
    return made


def _labels(block: Block) -> bool:
    """Whether a bold line or an item with a bold label stands where others write a heading."""
    if block.sort == "item":
        return block.level == 0 and _LABEL.fullmatch(block.text) is not None
    return block.sort == "text" and _BOLD_ALONE.fullmatch(block.text) is not None and not lead(block.text)


def _title(block: Block) -> str:
    found = _LABEL.fullmatch(block.text)
    return found[1] if found else block.text
