"""Action items of a postmortem: items of a list, rows of a table, or headings with an owner."""

import re
from datetime import date

from noblame.importers.links import link
from noblame.importers.papers.blocks import Block
from noblame.importers.papers.lead import lead
from noblame.importers.papers.words import plain
from noblame.importers.tables.columns import plain_title
from noblame.model import ACTION_KINDS, PRIORITIES, Action, clean_line
from noblame.model.action import ActionStatus

_NUMBERED = re.compile(r"^(?:\d{1,2}[.)]|#\d+)\s+")
_DONE = re.compile("^(?:\u2705|\u2714\ufe0f?|\u2611\ufe0f?|\\(?done\\)?:?|DONE:?)\\s*")
_OWNER = re.compile(r"(?:\s*[(\[-]?\s*(?:owner:?\s*)?@([\w.-]+)\s*[)\]]?)$", re.IGNORECASE)
_COLUMNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("text", ("action", "task", "item", "description", "what", "todo", "to do", "work", "action item", "title", "summary")),
    ("owner", ("owner", "who", "assignee", "assigned", "responsible", "dri", "person", "team")),
    ("due", ("due", "deadline", "date", "eta", "when", "by when", "target")),
    ("priority", ("priority", "prio", "severity")),
    ("status", ("status", "state", "done", "progress")),
    ("ticket", ("ticket", "issue", "link", "bug", "jira", "tracking", "url", "pr", "reference")),
    ("kind", ("type", "category", "kind")),
    ("number", ("id", "no", "nr", "number")),
)
_STATUS: tuple[tuple[re.Pattern[str], ActionStatus], ...] = (
    (re.compile(r"^verified", re.IGNORECASE), "verified"),
    (re.compile(r"done|closed|complete|resolved|fixed|merged|shipped|^x$|\u2705|\u2714", re.IGNORECASE), "done"),
    (re.compile(r"progress|started|wip|ongoing|doing", re.IGNORECASE), "started"),
    (re.compile(r"won.?t|rejected|declined", re.IGNORECASE), "won't do"),
    (re.compile(r"later|backlog|deferred", re.IGNORECASE), "later"),
)


class Actions:
    """Collects the actions of a document."""

    def __init__(self, references: dict[str, str]) -> None:
        self._references = references
        self.found: list[Action] = []

    def take(self, title: str, blocks: list[Block]) -> list[Block]:
        """Add the actions of one section; return the blocks that are none."""
        others: list[Block] = []
        if _NUMBERED.match(title):
            self._add(title)
            for block in blocks:
                self._more(block)
            return []
        under = False
        for block in blocks:
            if block.sort == "item" and (block.level == 0 or not under):
                self._add(block.text, ticked=block.box == "x")
                under = True
            elif block.sort == "row":
                self._row(block)
                under = False
            elif under and block.sort in ("item", "code", "quote"):
                self._more(block)
            else:
                others.append(block)
                under = False
        return others

    def _add(self, words: str, *, ticked: bool = False) -> None:
        text, urls = plain(_NUMBERED.sub("", words), self._references)
        done = ticked or bool(_DONE.match(text))
        text = _DONE.sub("", text)
        owner = _OWNER.search(text)
        if owner and owner.start():
            text = text[: owner.start()].rstrip(" -\u2013(")
        if text or owner:
            self.found.append(
                Action(
                    id=self._id, text=text, owner=owner[1] if owner else "", status="done" if done else "open",
                    ticket=urls[0] if urls else "",
                )
            )  # fmt: skip

    @property
    def _id(self) -> str:
        return f"a{len(self.found) + 1}"

    def _more(self, block: Block) -> None:
        """Put what stands below an action to its words; a bare address is its ticket."""
        if not self.found:
            return
        last = self.found[-1]
        text, urls = plain(block.text, self._references)
        ticket = last.ticket or (urls[0] if urls else "")
        if not urls or text != urls[0] or ticket != urls[0]:
            last = last.model_copy(update={"text": clean_line(f"{last.text} \u2013 {text}")})
        self.found[-1] = last.model_copy(update={"ticket": ticket})

    def _row(self, block: Block) -> None:
        """Add a row of a table by the titles of its columns; cells under unknown titles stay with the words."""
        said: dict[str, str] = {}
        extra: list[str] = []
        urls: tuple[str, ...] = ()
        for title, cell in zip(block.titles, block.cells, strict=False):
            text, linked = plain(cell, self._references)
            urls += linked
            role = _role(title)
            if not text or text in ("-", "\u2013", "\u2014"):
                continue
            if role and role not in said:
                said[role] = text
            elif text not in ("TBD", "N/A"):
                extra.append(f"{title}: {text}" if title else text)
        if "text" not in said and extra:
            said["text"] = extra.pop(0).partition(": ")[2] or extra[0]
        if "text" not in said or said["text"] == "Not recorded.":
            return
        words = " \u2013 ".join((said["text"], *extra))
        at = lead(said.get("due", ""))
        due = at.day if at else _iso(said.get("due", ""))
        ticket = said.get("ticket", "")
        priority = said.get("priority", "").upper()
        kind = said.get("kind", "").casefold()
        self.found.append(
            Action(
                id=self._id,
                text=words if priority in ("", *PRIORITIES) else f"{words} \u2013 priority {said['priority']}",
                owner=said.get("owner", "").lstrip("@"),
                due=due,
                due_said="" if due else said.get("due", ""),
                priority=next((known for known in PRIORITIES if known == priority), None),
                kind=next((known for known in ACTION_KINDS if known == kind), None),
                status=_status(said.get("status", "")),
                ticket=(urls[0] if urls and not link(ticket) else ticket) or (urls[0] if urls else ""),
            )
        )


def _status(text: str) -> ActionStatus:
    for pattern, status in _STATUS:
        if pattern.search(text):
            return status
    return "open"


def _role(title: str) -> str:
    wanted = plain_title(title)
    if title.strip() in ("#", "\u2116"):
        return "number"
    for role, words in _COLUMNS:
        if wanted in words:
            return role
    for role, words in _COLUMNS:
        if set(wanted.split()) & set(words):
            return role
    return ""


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
