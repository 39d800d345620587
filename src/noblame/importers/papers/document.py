"""From a written postmortem to the parts of a record. What has no place of its own goes into the narrative, under its heading."""

import re

from noblame.importers.papers.actions import Actions
from noblame.importers.papers.blocks import Block, Page
from noblame.importers.papers.fields import BLANK, field_of, fields_in, front_fields, minutes
from noblame.importers.papers.headings import Role
from noblame.importers.papers.sections import Section
from noblame.importers.papers.words import plain
from noblame.importers.secrets import without_secrets
from noblame.model import Cause, Impact, Incident, Lesson, Note, Person, Record, clean, handle
from noblame.model.cause import CauseRole

_LESSONS: dict[Role, str] = {
    "well": "well", "poorly": "poorly", "lucky": "lucky", "surprise": "surprise", "lessons": "takeaway",
}  # fmt: skip
_CAUSES: dict[Role, CauseRole] = {"contributing": "contributing", "trigger": "proximate", "root": "root"}
_FACETS = {
    "users": "users",
    "users affected": "users",
    "duration": "duration",
    "revenue": "revenue",
    "data": "data",
    "sla": "sla",
}
_GROUPS = (("business", "business"), ("technical", "technical"))
_LABEL = re.compile(r"^(?:\*\*|__)([^*_]{2,40}?)\s*:?(?:\*\*|__)\s*:?\s*(\S.*)", re.DOTALL)
_LONGEST_CAUSE = 400
_TITLE = re.compile(r"^(?:Incident )?Postmortem: ")
"""What our own documents put before a title."""


class Document:
    """Fills the parts of a record, section by section."""

    def __init__(self, page: Page) -> None:
        self._references = page.references
        self._actions = Actions(page.references)
        self._texts: dict[str, list[str]] = {"summary": [], "narrative": [], "root_cause": [], "takeaway": []}
        self._single: dict[str, str] = {}
        self._declared: int | None = None
        self._people: dict[str, Person] = {}
        self._impact: list[Impact] = []
        self._causes: list[Cause] = []
        self._lessons: list[Lesson] = []
        self._notes: list[Note] = []
        self.dates: list[str] = []
        """What the head says of the day."""
        self.zone = ""
        """The zone that the head names."""
        self._fields(front_fields(page))

    def take(self, section: Section, blocks: list[Block]) -> None:
        """Take a section, or the blocks of it that are no timeline."""
        title = plain(section.title, self._references)[0]
        if section.level == 1 and "title" not in self._single and section.role in ("", "impact", "root", "summary"):
            self._single["title"] = title
            self._head(blocks)
        elif not section.level:
            self._head(blocks)
        elif section.role == "actions":
            self._rest(title, self._actions.take(section.title, blocks))
        elif section.role in _LESSONS:
            self._lesson(section.role, blocks)
        elif section.role in _CAUSES:
            self._cause(title, section.role, blocks)
        elif section.role == "impact":
            self._felt(title, blocks)
        elif section.role == "questions":
            self._asked(title, blocks)
        elif section.role == "summary":
            found, others = fields_in(blocks) if any(_known_field(block) for block in blocks) else ([], blocks)
            self._fields(found)
            self._texts["summary"] += verbatim(others)
        elif section.level == 1 and title == self._single.get("title"):
            self._head(blocks)
        else:
            self._rest(title, blocks)

    def _head(self, blocks: list[Block]) -> None:
        """Take what stands above the first heading: fields, and a summary in prose."""
        found, others = fields_in(blocks)
        self._fields(found)
        if prose := [block for block in others if block.sort in ("text", "item")]:
            self._texts["summary"] += verbatim(prose)
        self._rest("", [block for block in others if block not in prose])

    def _fields(self, found: list[tuple[str, str]]) -> None:
        for name, value in found:
            text = plain(value, self._references)[0]
            if text.casefold() in BLANK:
                continue
            field = field_of(name)
            if field in ("authors", "commander"):
                self._named(text, "author" if field == "authors" else "incident commander")
            elif field == "duration" and (length := minutes(text)) is not None:
                self._declared = length
            elif field == "zone":
                self.zone = text
            elif field in ("severity", "title", "reference", "service") and field not in self._single:
                self._single[field] = text
            elif field != "title" or text != self._single.get("title"):
                if field == "date":
                    self.dates.append(text)
                self._texts["narrative"].append(f"{name.strip().capitalize()}: {text}")

    def _named(self, text: str, role: str) -> None:
        for name in re.split(r"\s*(?:,|;|&|\band\b)\s*", re.sub(r"\([^)]*\)", "", text)):
            if name := name.strip(" @"):
                key = handle(name)
                known = self._people.get(key)
                roles = (*(known.roles if known else ()), role)
                self._people[key] = Person(id=key, name=name, roles=tuple(dict.fromkeys(roles)))  # type: ignore[arg-type]

    def _lesson(self, role: Role, blocks: list[Block]) -> None:
        for text in self._sentences(blocks):
            self._lessons.append(Lesson(id=f"l{len(self._lessons) + 1}", kind=_LESSONS[role], text=text))  # type: ignore[arg-type]

    def _cause(self, title: str, role: Role, blocks: list[Block]) -> None:
        """Make causes of a list; prose on the root cause stays prose."""
        items = [block for block in blocks if block.sort in ("item", "row")]
        short = [text for text in self._sentences(blocks) if len(text) <= _LONGEST_CAUSE]
        if items and len(short) == len(self._sentences(blocks)) and not any(b.sort in ("code", "quote") for b in blocks):
            self._causes += [
                Cause(id=f"c{len(self._causes) + n}", text=text, role=_CAUSES[role]) for n, text in enumerate(short, 1)
            ]  # type: ignore[arg-type]
        elif role == "root":
            self._texts["root_cause"] += verbatim(blocks)
        elif len(short) == 1 == len(blocks):
            self._causes.append(Cause(id=f"c{len(self._causes) + 1}", text=short[0], role=_CAUSES[role]))  # type: ignore[arg-type]
        else:
            self._rest(title, blocks)

    def _felt(self, title: str, blocks: list[Block]) -> None:
        group = next((group for word, group in _GROUPS if word in title.casefold()), "customer")
        for text in self._sentences(blocks, labels=True):
            label = _LABEL.match(text)
            facet = plain(label[1], {})[0] if label else ""
            words = plain(label[2] if label else text, self._references)[0]
            if words.casefold() not in BLANK:
                known = _FACETS.get(facet.casefold(), facet)
                self._impact.append(Impact(id=f"i{len(self._impact) + 1}", group=group, facet=known, text=words))  # type: ignore[arg-type]

    def _asked(self, title: str, blocks: list[Block]) -> None:
        for text in self._sentences(blocks):
            self._notes.append(Note(id=f"n{len(self._notes) + 1}", kind="question", text=text))

    def _sentences(self, blocks: list[Block], *, labels: bool = False) -> list[str]:
        """Return the points of a section: paragraphs, items with what stands below them, rows."""
        points: list[list[str]] = []
        for block in blocks:
            words = " \u00b7 ".join(filter(None, block.cells)) if block.sort == "row" else block.text
            inside = block.sort in ("code", "quote") or (block.sort == "item" and block.level > 0)
            if inside and points:
                points[-1].append(words)
            else:
                points.append([words])
        joined = [" ".join(parts) if labels else plain(" ".join(parts), self._references)[0] for parts in points]
        return [text for text in joined if text.strip().casefold() not in BLANK]

    def _rest(self, title: str, blocks: list[Block]) -> None:
        """Put what has no place of its own into the narrative."""
        said = verbatim(blocks)
        if said:
            self._texts["narrative"] += [f"### {title}", *said] if title else said

    def record(self, zone: str) -> Record:
        """Return all of it as a record without events."""
        texts = {name: clean(without_secrets("\n\n".join(parts))).strip() for name, parts in self._texts.items()}
        title = _TITLE.sub("", self._single.get("title", ""))
        single = {name: text for name, text in self._single.items() if name != "title"}
        return Record(
            incident=Incident(title=title, zone=zone or "UTC", declared_minutes=self._declared, **single, **texts),  # type: ignore[arg-type]
            impact=tuple(self._impact), people=tuple(self._people.values()), causes=tuple(self._causes),
            lessons=tuple(self._lessons), notes=tuple(self._notes), actions=tuple(self._actions.found),
        )  # fmt: skip


def _known_field(block: Block) -> bool:
    found, _ = fields_in([block])
    return any(field_of(name) for name, _ in found)


def verbatim(blocks: list[Block]) -> list[str]:
    """Return blocks as they stood, rows and items of one list together."""
    parts: list[str] = []
    before: Block | None = None
    for block in blocks:
        said = "\n".join(block.raw).strip("\n")
        if not said.strip() or said.strip() in ("-", "*"):
            continue
        if block.sort == "row":
            head = "| " + " | ".join(block.titles) + " |\n|" + "---|" * len(block.titles)
            said = said if before and before.titles is block.titles else f"{head}\n{said}"
        together = (
            before
            and before.sort == block.sort
            and (block.sort == "item" or (before.titles is block.titles and block.sort == "row"))
        )
        if together:
            parts[-1] += f"\n{said}"
        else:
            parts.append(said)
        before = block
    return parts
