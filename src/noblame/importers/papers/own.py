"""Reading back the documents that noblame itself writes: what they show comes back where it stood in the record.

Tables of intervals, drawings and the meeting are made anew from the record, so they are counted and left out.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from noblame.importers.base import Row
from noblame.importers.papers.blocks import Block, Page
from noblame.importers.papers.document import Document, verbatim
from noblame.importers.papers.sections import Section
from noblame.importers.papers.whys import Causes
from noblame.importers.papers.words import own_words
from noblame.model import KINDS, ROLES, Action, Kind, Lesson, Link, Note, Person, Record, clean, clean_line, handle
from noblame.model.cause import CauseRole

_TITLE = re.compile(r"(?:Incident )?Postmortem: ")
_MADE_ANEW = ("Fault Tree",)
_SAYINGS = {"Dissent": "dissent", "Questions": "question", "Remedies Offered Early": "remedy", "Parked": "parked"}
_LINKS = {"Supporting Data": "graph", "Related Incidents": "related", "References": "reference"}
_BOLD = re.compile(r"\*\*(.+?):?\*\*:?\s*(.*)", re.DOTALL)
_ROLES: dict[str, CauseRole] = {
    "Proximate Cause": "proximate", "Proximate cause": "proximate", "Contributing Factors": "contributing",
    "Root Causes": "root", "Root cause": "root",
}  # fmt: skip
_KINDS: dict[str, Kind] = {kind: kind for kind in KINDS}
_RANKS = ("Primary", "Secondary", "Tertiary")
_MOMENT = re.compile(r"~?(\d\d:\d\d(?::\d\d)?) (.+)")
_BEHIND = re.compile(r"\s\(([^()]{1,200})\)$")
_GRADE = re.compile(r"(low|medium|high) (impact|effort)")


def is_own(page: Page) -> bool:
    """Whether a document has the title and the sections of one that noblame wrote."""
    headings = {block.text for block in page.blocks if block.sort == "heading"}
    first = next((block.text for block in page.blocks if block.sort == "heading"), "")
    return bool(_TITLE.match(first)) and "Action Items" in headings and "Impact" in headings


class OwnDocument(Document):
    """Fills a record from one of our own documents; headings that are not ours are read as anybody's."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._told = Causes()
        self._chapter = ""
        """The last heading of the second rank."""
        self.made_anew = 0
        self.kinds: dict[str, Kind] = {}
        """The kinds of the rows that intervals name, by their clocks."""
        self._links: list[Link] = []
        self._diagram = ""
        self._status = ""
        self._headlines: set[str] = set()
        self._exhibits: dict[str, list[str]] = {}
        """Evidence of rows of the timeline, by their clocks and words."""
        told = self._told
        self._readers: dict[str, Callable[[list[Block]], None]] = {
            "Summary": self._summary, "Executive Summary": self._summary, "Where the Time Went": self._intervals,
            "What Happened": self._happened,
            "Why It Happened": self._why, "Root Cause": self._root_cause, "5 Whys": lambda blocks: told.ladder(items(blocks), 0),
            "Contributing Factors": lambda blocks: self._listed(blocks, role="contributing"), "Fishbone Diagram": self._ribs,
            "System Diagram": self._drawn, "Detection Gap": self._gap, "Lessons Learned": self._learned,
            "Definition of Done": self._promised, "What the Actions Answer": self._promised, "Won't Do": self._refused,
            "Notes on the Actions": self._promised, "Evidence for the Timeline": self._shown, "The Meeting": self._met,
            "Ruled Out": lambda blocks: told.ladder(items(blocks), 0, status="ruled out"),
            "Safeguards": lambda blocks: told.ladder(items(blocks), 0, kind="safeguard"),
            "Causes Without a Place Yet": lambda blocks: told.ladder(items(blocks), 0, kind="cause"),
        }  # fmt: skip

    def take(self, section: Section, blocks: list[Block]) -> None:
        """Take a section by its heading."""
        title = section.title
        if section.level == 2:
            self._chapter = title
        if title in _MADE_ANEW or title.startswith("Timeline"):
            self.made_anew += 1
        elif title in _SAYINGS:
            self._sayings(_SAYINGS[title], blocks)
        elif title in _LINKS:
            self._linked(_LINKS[title], blocks)
        elif title in self._readers:
            self._readers[title](blocks)
        elif title not in ("Root Cause Analysis", "Detection", "Response", "Appendix"):
            known = len(self._lessons)
            super().take(section, blocks)
            if self._chapter in ("Detection", "Response"):
                phase = self._chapter.casefold()
                self._lessons[known:] = [lesson.model_copy(update={"phase": phase}) for lesson in self._lessons[known:]]

    def _fields(self, found: list[tuple[str, str]]) -> None:
        """Take the head; the day is that of the rows, and computed durations are computed again."""
        for name, value in found:
            if name.strip() == "Status":
                self._status = next((known for known in ("review", "final") if known in value.casefold()), "draft")
            elif name.strip() in ("Duration", "Incident Duration"):
                declared = re.match(r"(\d{1,6}) minutes", value)
                self._declared = int(declared[1]) if declared else None
            elif name.strip() == "Date":
                self.dates.append(value)
            else:
                super()._fields([(name, value)])

    def row(self, row: Row) -> Row:
        """Return a row of the timeline with its people, who stand in brackets behind it, and the kind that an interval names."""
        kind = self.kinds.get(
            f"{row.at:%H:%M:%S}" if row.precision == "second" and row.at else f"{row.at:%H:%M}" if row.at else ""
        )
        found = _BEHIND.search(row.text)
        clock = f"{'~' if row.precision == 'about' else ''}{row.at:%H:%M}" if row.at else ""
        evidence = (*row.evidence, *self._exhibits.get(f"{clock} {row.text}", ()))
        people = tuple(name.strip() for name in found[1].split(",")) if found else ()
        author = people[0].lstrip("@") if people else row.author
        who = tuple(handle(name) if name.startswith("@") else name for name in people) or row.who
        return replace(
            row, kind=kind or row.kind, text=row.text[: found.start()] if found else row.text, author=author, who=who, raw="",
            evidence=evidence,
        )  # fmt: skip

    # Sections, in the order in which they stand.

    def _summary(self, blocks: list[Block]) -> None:
        """Take the summary; the impact below it stands in its own section too."""
        place = next((n for n, block in enumerate(blocks) if block.text.startswith("**Impact**")), len(blocks))
        self._texts["summary"] += _prose(blocks[:place])
        self._headlines = {own_words(block.text) for block in blocks[place:]}

    def _intervals(self, blocks: list[Block]) -> None:
        """Learn the kinds of the rows that begin and end the intervals; the table itself is made anew."""
        self.made_anew += 1
        for block in blocks:
            for cell in block.cells[2:4]:
                found = _MOMENT.fullmatch(own_words(cell))
                kind = _KINDS.get(found[2]) if found else None
                if found and kind:
                    self.kinds[found[1]] = kind

    def _happened(self, blocks: list[Block]) -> None:
        self._texts["narrative"] += _prose(blocks)

    def _why(self, blocks: list[Block]) -> None:
        """Take the paragraph on the root cause, the causes by their roles, and the ladder of whys."""
        self._texts["root_cause"] += _prose([block for block in blocks if block.sort == "text"])
        role: CauseRole = ""
        ladder: list[Block] = []
        whys = False
        for block in items(blocks):
            found = _BOLD.fullmatch(block.text)
            if block.level == 0:
                role, whys = _ROLES.get(found[1] if found else "", ""), bool(found and found[1] == "5 Whys Analysis")
                if role and found and found[2]:
                    self._told.plays(found[2], role)
            elif whys:
                ladder.append(block)
            elif role and role != "proximate":  # its evidence stands on the ladder too
                rank = _RANKS.index(found[1]) + 1 if found and found[1] in _RANKS else None
                self._told.plays(found[2] if found and rank else block.text, role, rank)
        self._told.ladder(ladder, 1)

    def _root_cause(self, blocks: list[Block]) -> None:
        """Take the root cause of the classic document: prose, then causes with their roles."""
        self._texts["narrative"] += _prose([block for block in blocks if block.sort == "text"])
        for block in items(blocks):
            if found := _BOLD.fullmatch(block.text):
                rank = next((n for n, name in enumerate(_RANKS, 1) if found[1].startswith(name)), None)
                self._told.plays(found[2], "proximate" if found[1].startswith("Proximate") else "root", rank)

    def _listed(self, blocks: list[Block], role: CauseRole) -> None:
        for block in items(blocks):
            self._told.plays(block.text, role)

    def _gap(self, blocks: list[Block]) -> None:
        """Take what was said of the gap; how long it was is computed."""
        for block in blocks:
            for line in block.text.split("\n"):
                if not line.startswith("Undetected for "):
                    self._learn("gap", line, "detection")

    def _ribs(self, blocks: list[Block]) -> None:
        """Learn the categories of causes from the ribs; the drawing is made anew."""
        self.made_anew += 1
        self._told.categories([line for block in blocks if block.sort == "code" for line in block.text.split("\n")])

    def _shown(self, blocks: list[Block]) -> None:
        """Take the evidence of the timeline's rows."""
        row = ""
        for block in items(blocks):
            if block.level == 0:
                row = own_words(block.text)
            elif block.text.startswith("*Evidence*: "):
                self._exhibits.setdefault(row, []).append(own_words(block.text.partition(": ")[2]))

    def _met(self, blocks: list[Block]) -> None:
        """Take who was in the room; when and how long is the meeting's own affair."""
        self.made_anew += 1
        room = next((found[2] for b in items(blocks) if (found := _BOLD.fullmatch(b.text)) and found[1] == "In the room"), "")
        for words in own_words(room).split("; "):
            if found := re.fullmatch(r"(.+?)(?: @([\w.-]+))?(?: \(([^()]+)\))?", words):
                name, key = found[1], found[2] or handle(found[1])
                roles = [role for role in (found[3] or "").split(", ") if role in ROLES]
                self._people[key] = Person.model_validate({"id": key, "name": name, "roles": tuple(roles)})

    def _drawn(self, blocks: list[Block]) -> None:
        self._diagram = "\n".join(block.text for block in blocks if block.sort == "code")

    def _learned(self, blocks: list[Block]) -> None:
        """Take the lessons in prose, and the list below it in the classic document."""
        self._texts["takeaway"] += _prose([block for block in blocks if block.sort == "text"])
        kinds = {"We were lucky": "lucky", "It surprised us": "surprise"}
        for block in items(blocks):
            found = _BOLD.fullmatch(block.text)
            kind = kinds.get(found[1], "") if found else ""
            self._learn(kind or "takeaway", found[2] if found and kind else block.text)

    def _learn(self, kind: str, words: str, phase: str = "") -> None:
        if text := own_words(words):
            told = {"id": f"l{len(self._lessons) + 1}", "kind": kind, "text": text, "phase": phase}
            self._lessons.append(Lesson.model_validate(told))

    def _promised(self, blocks: list[Block]) -> None:
        """Add to actions how anybody can tell that they are done, what they answer and what they are worth."""
        for block in blocks:
            said = {title: own_words(cell) for title, cell in zip(block.titles, block.cells, strict=False)}
            place = next((n for n, action in enumerate(self._actions.found) if action.text == said.get("Action")), None)
            if place is None:
                continue
            done_when = said.get("Done When", "")
            more = {
                "done_when": "" if done_when == "\u2014" else done_when,
                "answers": self._told.answered(said.get("Answers", "")),
            }
            reasons: list[str] = []
            for note in said.get("Notes", "").split("; "):
                grades = {name: ("low", "medium", "high").index(grade) + 1 for grade, name in _GRADE.findall(note)}
                if grades:
                    more |= grades
                elif note.startswith("verified by "):
                    more["verified_by"] = note.removeprefix("verified by ")
                elif note == "declined by the owner":
                    more["consent"] = "declined"
                elif note and note != "\u2014":
                    reasons.append(note)
            more["reason"] = "; ".join(reasons)
            self._actions.found[place] = self._actions.found[place].model_copy(update=more)

    def _refused(self, blocks: list[Block]) -> None:
        """Take actions that will not be done, with their reasons."""
        for block in items(blocks):
            if block.level == 0 and (found := _BOLD.fullmatch(block.text)):
                text, reason = (own_words(words) for words in found.groups())
                told = {"id": f"a{len(self._actions.found) + 1}", "text": text, "status": "won't do",
                        "reason": "" if reason == "no reason recorded" else reason}  # fmt: skip
                self._actions.found.append(Action.model_validate(told))
            elif block.level and self._actions.found and block.text.startswith("*Would have answered*: "):
                answers = self._told.answered(own_words(block.text.partition(": ")[2]))
                self._actions.found[-1] = self._actions.found[-1].model_copy(update={"answers": answers})

    def _sayings(self, kind: str, blocks: list[Block]) -> None:
        """Take notes: what was said, by whom, and what became of it."""
        for block in items(blocks):
            words = own_words(block.text)
            if block.level == 0:
                found = re.fullmatch(r"\*\*(.+?)\*\*(?: \*\((.+)\)\*)?", block.text, re.DOTALL)
                text = own_words(found[1]) if found else words
                by = (found[2] or "").partition(",")[0] if found else ""
                told = {"id": f"n{len(self._notes) + 1}", "kind": kind, "text": text, "by": by.lstrip("@")}
                self._notes.append(Note.model_validate(told))
            elif self._notes and words != "Still open.":
                last = self._notes[-1]
                name, said = (
                    ("settles", words.partition(": ")[2]) if words.startswith("What would settle it: ") else ("outcome", words)
                )
                self._notes[-1] = last.model_copy(update={name: said})

    def _linked(self, group: str, blocks: list[Block]) -> None:
        for block in items(blocks):
            found = re.fullmatch(r"\[(.+)\]\((\S+)\)", block.text)
            title, url = (found[1], found[2]) if found else (block.text, "")
            told = {"id": f"x{len(self._links) + 1}", "group": group, "title": own_words(title), "url": clean_line(url)}
            self._links.append(Link.model_validate(told))

    def record(self, zone: str) -> Record:
        """Return all of it as a record without events."""
        made = super().record(zone)
        impact = tuple(one.model_copy(update={"headline": True}) if one.text in self._headlines else one for one in made.impact)
        incident = made.incident.model_copy(update={"diagram": clean(self._diagram), "status": self._status or "draft"})
        return made.but(causes=self._told.all(), links=tuple(self._links), impact=impact, incident=incident)


def items(blocks: list[Block]) -> list[Block]:
    """Return the items of lists among blocks."""
    return [block for block in blocks if block.sort == "item"]


def _prose(blocks: list[Block]) -> list[str]:
    """Return paragraphs without the marks by which they were kept from being read as Markdown."""
    said = [re.sub(r"\\([^\w\s])", r"\1", text) for text in verbatim(blocks)]
    return [text for text in said if text != "Not recorded."]
