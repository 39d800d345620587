"""Reading back the causes that our own documents tell as a nested list of questions and answers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from noblame.importers.papers.blocks import Block
from noblame.importers.papers.words import own_words
from noblame.model import Cause
from noblame.model.cause import CauseRole

_REMARKS = re.compile(r"\s\*\(([^*]{1,200})\)\*$")
_ASKED = re.compile(r"(.{0,300}?\?) \u2192 (.+)", re.DOTALL)
_PROOF = re.compile(r"\*(Evidence|Seen at|Accepted because)\*: (.+)", re.DOTALL)
_RIB = re.compile(r"[\u252c\u251c\u2514]\u2500 ([^\W\d_][\w -]{0,30}): (.+)$")
_AGAIN = ("see above", "see below")
_STOPS = {"systemic": "systemic", "outside our control": "outside", "unknown": "unknown", "not pursued": "not pursued"}


@dataclass
class Causes:
    """Causes as they are told, each once, whoever tells of it."""

    found: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    """Fields of each cause by its words in small letters."""
    _roles: list[tuple[str, CauseRole, int | None]] = field(default_factory=list["tuple[str, CauseRole, int | None]"])

    def told(self, words: str, **more: Any) -> dict[str, Any]:
        """Return the cause with those words, with more said of it."""
        text = own_words(words)
        known = self.found.setdefault(text.casefold(), {"text": text, "id": f"c{len(self.found) + 1}"})
        known.update({name: value for name, value in more.items() if value})
        return known

    def plays(self, words: str, role: CauseRole, rank: int | None = None) -> None:
        """Remember a role, told before or after the causes themselves; they keep the order of the ladder."""
        self._roles.append((words, role, rank))

    def answered(self, words: str) -> tuple[str, ...]:
        """Return the ids of the causes whose words stand in a list with semicolons, however many they hold themselves."""
        self._settle()
        folded = f"; {words.casefold()}; "
        return tuple(cause["id"] for text, cause in self.found.items() if f"; {text}; " in folded)

    def _settle(self) -> None:
        for words, role, rank in self._roles:
            self.told(words, role=role, rank=rank)
        self._roles = []

    def ladder(self, blocks: Sequence[Block], base: int, **more: Any) -> None:
        """Take a list whose items explain the ones they stand below; `base` is the depth of the first."""
        trail: list[tuple[int, dict[str, Any]]] = []
        for block in blocks:
            while trail and trail[-1][0] >= block.level:
                trail.pop()
            if proof := _PROOF.fullmatch(block.text):
                if trail:
                    self._proved(trail[-1][1], proof[1], proof[2])
                continue
            cause = self._rung(block, more)
            if trail:
                parent = trail[-1][1]["id"]
                cause["parents"] = tuple(dict.fromkeys((*cause.get("parents", ()), parent)))
            elif block.level == base and not more:
                cause["kind"] = "effect"
            trail.append((block.level, cause))

    def _rung(self, block: Block, more: dict[str, Any]) -> dict[str, Any]:
        """Take one item: a question, the answer, what has to be known about it."""
        words, remarks = block.text, []
        if found := _REMARKS.search(words):
            words, remarks = words[: found.start()], found[1].split("; ")
        asked = _ASKED.fullmatch(words)
        if asked:
            words = asked[2]
        cause = self.told(words, **more)
        if asked and "question" not in cause:
            cause["question"] = own_words(asked[1])
        for remark in remarks:
            if remark in _STOPS:
                cause["stop"] = _STOPS[remark]
            elif remark in ("suspected", "potential"):
                cause["status"] = remark
            elif remark in ("likely", "guess"):
                cause["confidence"] = remark
            elif re.fullmatch(r"probability [\d.e-]{1,20}", remark):
                cause["probability"] = min(1.0, float(remark.split()[1]))
            elif remark not in _AGAIN and not remark.startswith("taken as"):
                cause["category"] = remark
        return cause

    def _proved(self, cause: dict[str, Any], label: str, words: str) -> None:
        said = own_words(words)
        if label == "Evidence":
            cause["evidence"] = tuple(dict.fromkeys((*cause.get("evidence", ()), said)))
        elif label == "Accepted because":
            cause["accepted"] = said

    def all(self) -> tuple[Cause, ...]:
        """Return them in the order of their first telling."""
        self._settle()
        return tuple(Cause.model_validate(fields) for fields in self.found.values())

    def categories(self, lines: Sequence[str]) -> None:
        """Learn the categories that the ribs of a drawn fishbone show; words that were broken go on in the lines below."""
        ribs: list[list[str]] = []
        for line in lines:
            if found := _RIB.search(line):
                ribs.append([found[1].casefold(), found[2].strip()])
            elif ribs and (more := line.strip(" \u2502")) and more[0] not in "\u2514\u251c":
                ribs[-1][1] += f" {more}"
            else:
                ribs.append(["", ""])
        for category, words in ribs:
            text = words.casefold()
            if category and (cause := self.found.get(text) or self.found.get(text.removesuffix(" (ruled out)"))):
                cause.setdefault("category", category)
