"""Written postmortems and timelines in Markdown: the timeline as rows, everything else as parts of the record.

The date of an entry is its own, else the one of the nearest day above it in the timeline, else what
the timeline's prose, the head or the title say: timelines are right more often than titles.
"""

from collections import Counter
from dataclasses import replace
from datetime import date

from noblame.importers.base import Hints, Importer, Reading, Row, Warnings, reading
from noblame.importers.papers.blocks import Block, Page, page
from noblame.importers.papers.document import Document
from noblame.importers.papers.entries import Collector, Entries, day_named, leads_in
from noblame.importers.papers.fields import front_fields
from noblame.importers.papers.lead import days_in, lead
from noblame.importers.papers.own import OwnDocument, is_own
from noblame.importers.papers.rows import Rows
from noblame.importers.papers.sections import Section, sections
from noblame.importers.source import Source
from noblame.importers.times.zones import place_of, zone_in

LARGEST = 4 * 2**20
"""Characters of a document; longer texts are logs."""
_FEW = 2
_SHORT = 100
"""Characters of a line above a timeline that says its zone and nothing else."""


def _sniff(source: Source) -> float:
    text = source.decoded.text
    if not text.strip() or len(text) > LARGEST or source.documents.values or text.lstrip()[:1] in "{<":
        return 0.0
    lines = source.lines[:2_000]
    headings = sum(1 for line in lines if line.startswith(("# ", "## ", "### ")))
    rows = sum(1 for line in lines if line.lstrip().startswith("|"))
    items = sum(1 for line in lines if line.lstrip()[:2] in ("- ", "* "))
    bold = sum(1 for line in lines if line.lstrip("- *").startswith("**") or line.startswith("**"))
    if not (headings or rows > _FEW or items >= _FEW or bold > _FEW):
        return 0.0
    found = sections(page(text))
    timed = sum(leads_in(section.blocks) for section in found)
    told = sum(1 for section in found if section.role)
    if any(section.role == "timeline" for section in found) and timed:
        return 0.95
    if told >= _FEW and (headings >= _FEW or timed):
        return 0.9
    return 0.6 if timed >= _FEW and (headings or rows or items) else 0.3 if told and headings else 0.0


def _read(source: Source, hints: Hints) -> Reading:
    warnings = Warnings(source.warnings)
    paper = page(source.decoded.text[:LARGEST])
    found = sections(paper)
    own = OwnDocument(paper) if is_own(paper) else None
    timeline = _timeline(found, alone=own is not None)
    document = own or Document(paper)
    collector = Collector()
    entries = collector.take(timeline.blocks) if timeline else Entries()
    for section in found:
        rest = [block for block in entries.others if not _says_the_zone(block)] if section is timeline else section.blocks
        if section is timeline and not section.level:
            document.take(section, rest)
        elif section is timeline:
            document.take(replace(section, role="prose"), rest)
        else:
            document.take(section, rest)
    zone = _zone(timeline, found) or document.zone
    day = _day(paper, found, timeline, entries, document)
    rows = Rows(source.name, hints, warnings, day, zone, paper.references, code=own is not None)
    made = _made(rows, entries, collector)
    record = document.record(place_of(rows.wall.applied or zone or hints.zone or ""))
    if own:
        made = [own.row(row) for row in made]
    left = len(paper.front) - len(front_fields(paper))
    skipped = Counter({"field of the front matter": left}) if left else Counter[str]()
    once = {(row.at, row.text, row.author) if row.at else number: row for number, row in reversed(list(enumerate(made)))}
    if twice := len(made) - len(once):
        skipped["entry that stands twice in the document"] = twice
        made = list(once.values())[::-1]
    if own and own.made_anew:
        skipped["section that is made anew from the record"] = own.made_anew
    if not made:
        warnings.add(source.name, "has no timeline whose entries begin with times")
    return replace(
        reading("markdown", len(entries.entries), made, skipped=skipped, warnings=warnings, zone=rows.wall.applied),
        document=record,
    )


def _timeline(found: list[Section], *, alone: bool) -> Section | None:
    """Return the section whose blocks are the timeline, with those that go on with it: named so, or by days.

    Where none is, the section with the most times is the timeline; `alone` takes the longest only.
    """
    timed = [section for section in found if leads_in(section.blocks)]
    named = [section for section in timed if section.role == "timeline"]
    days = [section for section in timed if section.title and (at := lead(section.title)) and not at.clock]
    if alone and named:
        named = [max(named, key=lambda section: leads_in(section.blocks))]
    if parts := named or (days if len(days) > 1 else []):
        places = {id(section): place for place, section in enumerate(found)}
        below = [other for section in parts for other in (section, *_below(found, places[id(section)]))]
        return _with(*_once(below))
    several = [section for section in timed if leads_in(section.blocks) >= _FEW]
    return max(several, key=lambda section: leads_in(section.blocks), default=None)


def _once(parts: list[Section]) -> list[Section]:
    """Return sections once each, in the order in which they stand."""
    return sorted({section.line: section for section in parts}.values(), key=lambda section: section.line)


def _below(found: list[Section], place: int) -> list[Section]:
    """Return the sections below the one at a place that hold times too, such as one for each day."""
    below: list[Section] = []
    for number in range(place + 1, len(found)):
        section = found[number]
        if section.level <= found[place].level:
            break
        if section.role in ("", "timeline", "prose") and leads_in(section.blocks):
            below.append(section)
    return below


def _with(top: Section, *below: Section) -> Section:
    for section in below:
        day = next(iter(days_in(section.title)), None)
        title = day.isoformat() if day else section.title
        top.blocks.append(Block("heading", section.line, title, section.level, raw=[section.title]))
        top.blocks += section.blocks
        section.blocks = []
        section.role = "prose"
    return top


def _made(rows: Rows, entries: Entries, collector: Collector) -> list[Row]:
    """Return the rows, days that stand by themselves taken over where they stand."""
    made: list[Row] = []
    days = list(collector.days)
    for number, entry in enumerate(entries.entries):
        while days and days[0][0] <= number:
            rows.begin(days.pop(0)[1])
        made.append(rows.row(entry))
    return made


def _zone(timeline: Section | None, found: list[Section]) -> str:
    """Return the zone that the timeline names, else the one that a sentence about times names anywhere."""
    if timeline is None:
        return ""
    prose = [block.text for block in timeline.blocks if block.sort == "text" and len(block.text) < 400]
    titles = [title for block in timeline.blocks[:40] for title in block.titles]
    for text in (timeline.title, *titles, *prose):
        if said := zone_in(text):
            return said
    everywhere = (block.text for section in found for block in section.blocks if block.sort in ("text", "item"))
    return next((said for text in everywhere if "times" in text[:200].casefold() and (said := zone_in(text[:200]))), "")


def _says_the_zone(block: Block) -> bool:
    return block.sort == "text" and len(block.text) < _SHORT and "time" in block.text.casefold() and bool(zone_in(block.text))


def _day(paper: Page, found: list[Section], timeline: Section | None, entries: Entries, document: Document) -> date | None:
    """Return the day from which the entries go on, as the document says it."""
    told = day_named(entries.others) or (next(iter(days_in(timeline.title)), None) if timeline else None)
    if told:
        return told
    titles = [section.title for section in found if section.level == 1 or (not section.level and section.title)]
    sources = (*document.dates, paper.front.get("date", ""), paper.front.get("title", ""), *titles)
    for text in sources:
        if days := days_in(text):
            return days[0]
    prose = (block.text for section in found for block in section.blocks if block.sort in ("text", "item"))
    return next((days[0] for text in prose if (days := days_in(text))), None)


IMPORTER = Importer("markdown", "Postmortem or timeline in Markdown", _sniff, _read)
