"""The head of a postmortem: fields such as ``**Severity:** SEV2``, in lines, lists, tables or front matter."""

import re

from noblame.importers.papers.blocks import Block, Page

_MARKED = re.compile(r"^(?:[-*]\s+)?(?:\*\*|__)([^*_\n:]{2,40}?)\s*:?(?:\*\*|__)\s*:?\s*(.+)$")
_BARE = re.compile(r"^([A-Z][\w /]{1,30}):\s+(\S.*)$")
BLANK = ("", "-", "\u2013", "n/a", "na", "none", "tbd", "unknown", "not recorded.", "not recorded", "?", "todo")

FIELDS: dict[str, tuple[str, ...]] = {
    "severity": ("severity", "incident severity", "sev", "severity level", "incident level", "schweregrad"),
    "title": ("title", "incident title", "incident name", "incident"),
    "date": ("date", "incident date", "date of incident", "day", "dates", "when", "datum", "start", "started"),
    "duration": ("duration", "incident duration", "outage duration", "total duration", "length"),
    "reference": ("reference", "incident id", "incident number", "id", "ticket", "incident reference"),
    "service": ("service", "services", "affected service", "affected services", "service affected", "system", "component"),
    "authors": ("author", "authors", "written by", "postmortem owner", "owner", "created by"),
    "commander": ("incident commander", "ic", "incident lead", "commander", "incident manager"),
    "zone": ("timezone", "time zone", "all times", "times", "all times in"),
}
"""What a head says of an incident, by the names that teams give it."""


def field_of(name: str) -> str:
    """Return which field a name means; empty for one that the record has no place for."""
    wanted = " ".join(name.casefold().replace("_", " ").split())
    return next((field for field, names in FIELDS.items() if wanted in names), "")


def fields_in(blocks: list[Block]) -> tuple[list[tuple[str, str]], list[Block]]:
    """Return the fields of a head with their values, and the blocks that are none.

    A paragraph counts if all of its lines are fields; so does a table with two columns, and an item.
    """
    found: list[tuple[str, str]] = []
    others: list[Block] = []
    for block in blocks:
        if block.sort == "row" and len(block.cells) == 2:
            if block.titles[0] and not any(row.titles is block.titles for row in others):
                head = (block.titles[0], block.titles[1])
                if field_of(head[0].strip("* :")) and head not in found:
                    found.append(head)
            found.append((block.cells[0].strip("* :"), block.cells[1]))
            continue
        lines = [line.strip().removesuffix("\\").removesuffix("<br>").strip() for line in block.text.split("\n")]
        matched = [_MARKED.match(line) or _BARE.match(line) for line in lines] if block.sort in ("text", "item") else []
        if matched and all(matched):
            found += [(match[1].strip("* "), match[2].strip()) for match in matched if match]
        else:
            others.append(block)
    return found, others


def front_fields(page: Page) -> list[tuple[str, str]]:
    """Return the fields of the front matter that say anything of the incident."""
    known = ("title", "date", "severity", "reference", "service", "services", "author", "authors", "description")
    return [(name, value) for name, value in page.front.items() if name in known and value]


def minutes(text: str) -> int | None:
    """Return a stated duration in whole minutes; none where it says more than a length."""
    found = re.fullmatch(
        r"~?\s*(?:(\d+)\s*d(?:ays?)?)?[\s,]*(?:and\s+)?(?:(\d+)\s*h(?:(?:ou)?rs?)?)?[\s,]*(?:and\s+)?(?:(\d+)\s*m(?:in(?:ute)?s?)?)?\.?",
        text.strip(),
        re.IGNORECASE,
    )
    if not found or not any(found.groups()):
        return None
    days, hours, rest = (int(part or 0) for part in found.groups())
    return days * 1440 + hours * 60 + rest
