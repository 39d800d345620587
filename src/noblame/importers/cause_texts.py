"""Causes as people draw them in text: whys, fishbone, fault tree (the forms of seed A), or a nested list.

In a fault tree the gate may stand before the causes that it joins (``├── AND: No failover``): it is moved to the
cause above them, where it belongs. Where siblings say different gates, their join stays undecided and is told.
"""

import re
from collections.abc import Iterable
from typing import Any, Literal, NamedTuple

from noblame.analysis import categories
from noblame.capture.bracketed import read_bracket
from noblame.importers.markdown_words import plain
from noblame.model import Action, Cause, Record, clean_line

Form = Literal["whys", "fishbone", "faulttree", "outline"]
_LINE_WORK = re.compile(r"[\s│├└┌┬┤┼╰╭─━|`>]*(?:[+\\]--?\s+)?")
_BULLET = re.compile(r"(?:[-*+•‣–]|\(?\d{1,3}[.)])\s+")
_HEAD = re.compile(r"(?P<head>\S.*?)\s*[─━-]{2,}\s*(?P<rest>[┬├┌┼┤└].*)")
_EFFECT = re.compile(r"(?:#{1,6}\s+)?(?:problem|top event|effect|top)\s*:\s*(.+)", re.IGNORECASE)
_TRAY = re.compile(r"tray\s*:\s*(.+)", re.IGNORECASE)
_WHY = re.compile(r"(?:#{1,6}\s+)?why\s*#?\s*(\d{1,4})\s*[:.)]\s*(.*)", re.IGNORECASE)
_ASKED = re.compile(r"((?:why|how)\b[^→]{1,500}?\?)\s*(?:→|->|=>)\s*(.+)", re.IGNORECASE)
_BENEATH = re.compile(r"\**(answer|evidence|root causes?|action(?: items?)?)\**\s*:\**\s*(.*)", re.IGNORECASE)
_GATE = re.compile(r"(AND|OR|NOT|\d{1,4}\s*(?:of|/)\s*(?:\d{1,4})?|\?|AND/OR\?)\s*:\s*(.*)")
_CATEGORY = re.compile(r"([\w][\w /&-]{0,39}|\?)\s*:\s*(.*)")
_TAB = 4


class Sketch(NamedTuple):
    """What a text says, as a record of causes and actions whose ids are only good within it."""

    form: Form
    causes: tuple[Cause, ...]
    actions: tuple[Action, ...]
    warnings: tuple[str, ...]

    @property
    def record(self) -> Record:
        """The sketch as a part of a record."""
        return Record(causes=self.causes, actions=self.actions)


def form_of(lines: Iterable[str]) -> Form | None:
    """Return which of the drawn forms a text is; None for a plain list or anything else."""
    full = [line for line in lines if line.strip()]
    bare = [_LINE_WORK.sub("", line, count=1) for line in full]
    drawn = [words for line, words in zip(full, bare, strict=True) if re.match(r"\s*[│├└┌╰╭|`+\\]", line) or _HEAD.match(line)]
    numbered = sum(bool(_WHY.match(_unmarked(words))) for words in bare)
    asked = sum(bool(_ASKED.match(_unmarked(words))) for words in bare)
    if numbered + asked >= 2 or (numbered and any(_EFFECT.match(words) for words in bare)):
        return "whys"
    gates = sum(bool(_GATE.match(words)) for words in drawn)
    if drawn and (gates * 2 > len(drawn) or re.match(r"top event\s*:", bare[0], re.IGNORECASE)):
        return "faulttree"
    known = sum(bool((found := _CATEGORY.match(_rest(words))) and _known(found[1])) for words in drawn)
    heads = any(_HEAD.match(line) for line in full) or re.match(r"effect\s*:", bare[0] if bare else "", re.IGNORECASE)
    return "fishbone" if drawn and (heads or known * 2 > len(drawn)) else None


def _rest(words: str) -> str:
    found = _HEAD.match(words)
    return _LINE_WORK.sub("", found["rest"], count=1) if found else words


def _unmarked(words: str) -> str:
    found = _BULLET.match(words)
    return words[found.end() :] if found else words


def _known(word: str) -> bool:
    return categories.key(word) in categories.TABLE


def sketch(lines: Iterable[str], form: Form) -> Sketch:
    """Return the causes that a text shows; never raises, whatever the text is."""
    return _Sketcher(form).read(lines)


class _Made:
    """A cause in the making."""

    def __init__(self, text: str, parent: "_Made | None", fields: dict[str, Any], *, root: bool = False) -> None:
        self.text = clean_line(text)
        self.parent = parent
        self.root = root
        self.fields = fields
        self.labels: list[str] = []
        """The gates that stand before what hangs below it."""


class _Sketcher:
    """Reads a text line by line, then gives what it found their places."""

    def __init__(self, form: Form) -> None:
        self._form: Form = form
        self._made: list[_Made] = []
        self._open: list[tuple[int, _Made]] = []
        self._actions: list[str] = []
        self._roots: list[tuple[str, dict[str, Any]]] = []
        self._waiting: list[tuple[int, str, str]] = []
        """Of a fishbone: the ribs that stand above the line with the head."""
        self._question = ""

    def read(self, lines: Iterable[str]) -> Sketch:
        for line in lines:
            line = line.expandtabs(_TAB).rstrip()
            if line.strip() and not line.strip().startswith("```"):
                self._line(line)
            elif self._form == "outline" or not line.strip():
                self._flush()
        self._flush()
        return self._finished()

    def _line(self, line: str) -> None:
        edge = _LINE_WORK.match(line)
        column = edge.end() if edge else 0
        words = line[column:]
        if self._form == "fishbone" and (found := _HEAD.match(line)) and not re.match(r"\s*[│├└┌╰╭]", line):
            self._headed(line, found)
        elif effect := _EFFECT.match(words) if column == 0 else None:
            self._begin(effect[1], "effect")
        elif tray := _TRAY.match(_unmarked(words)) if not line[:column].strip() and column < 2 else None:
            self._begin(self._read(tray[1]), "cause")
        elif self._form == "whys":
            self._why(column, _unmarked(words))
        elif self._form == "outline":
            self._item(column, words)
        elif column == 0 and not self._open:
            self._begin(words, "effect")
        elif self._form == "fishbone" and not self._open:
            self._waiting.append((column, line[:column], words))
        else:
            self._branch(column, words)

    def _read(self, words: str) -> str:
        return plain(words, {})[0] if self._form == "outline" else words

    def _add(self, words: str, parent: _Made | None, *, root: bool = False, **more: Any) -> _Made:
        text, fields = read_bracket(words)
        made = _Made(text, parent, {**more, **fields}, root=root)
        self._made.append(made)
        return made

    def _begin(self, words: str, kind: str) -> None:
        self._flush()
        self._open = [(-1, self._add(words, None, root=True, kind=kind))]

    def _under(self, column: int) -> _Made | None:
        while self._open and self._open[-1][0] >= column:
            self._open.pop()
        return self._open[-1][1] if self._open else None

    def _headed(self, line: str, found: re.Match[str]) -> None:
        """Take the line with the head of a fishbone; the ribs above it belong to it too."""
        above, self._waiting = self._waiting, []
        self._begin(found["head"], "effect")
        for column, _, words in above:
            self._branch(column, words)
        rest = found["rest"]
        edge = _LINE_WORK.match(rest)
        column = found.start("rest") + (edge.end() if edge else 0)
        self._branch(column, line[column:])

    def _flush(self) -> None:
        """Take ribs that no head came for."""
        waiting, self._waiting = self._waiting, []
        for column, _, words in waiting:
            self._branch(column, words)

    def _branch(self, column: int, words: str) -> None:
        parent = self._under(column)
        label = _GATE.match(words) if self._form == "faulttree" else self._category(words)
        more: dict[str, Any] = {}
        if label and self._form == "fishbone" and label[1] != "?":
            key = categories.key(label[1])
            more["category"] = key if _known(label[1]) else label[1]
        made = self._add(label[2] if label else words, parent, **more)
        if label and self._form == "faulttree" and parent and label[1] not in ("?", "AND/OR?"):
            parent.labels.append(label[1])
        self._open.append((column, made))

    def _category(self, words: str) -> re.Match[str] | None:
        """Return a category before the words: a known one anywhere, a team's own on the ribs."""
        found = _CATEGORY.match(words)
        return found if found and (found[1] == "?" or _known(found[1]) or "[" in words or len(self._open) < 2) else None

    def _item(self, column: int, words: str) -> None:
        if heading := re.match(r"#{1,6}\s+(.+)", words):
            self._begin(self._read(heading[1]), "effect")
            return
        parent = self._under(column)
        text = self._read(_unmarked(words))
        found = re.match(r"\?:\s*(.*)", text)
        made = self._add(found[1] if found else text, parent, root=parent is None)
        self._open.append((column, made))

    def _why(self, column: int, words: str) -> None:
        if found := _WHY.match(words):
            depth, said = int(found[1]), found[2]
        elif _ASKED.match(words):
            depth, said = column + 1 if column else len(self._open), words
            depth = len(self._open) if not any(at == depth for at, _ in self._open) else depth
        else:
            self._beneath(words)
            return
        asked = _ASKED.match(said)
        if asked is None and said.rstrip().endswith("?") and "[" not in said:
            self._question, self._depth = said.strip(), depth
            return
        self._answer(depth, asked[2] if asked else said, asked[1] if asked else "")

    def _answer(self, depth: int, said: str, question: str) -> None:
        more = {"question": question} if question else {}
        made = self._add(said, self._under(depth), root=not self._open, **more)
        self._open.append((depth, made))

    def _beneath(self, words: str) -> None:
        """Take an answer, evidence, root cause or action that stands on a line of its own."""
        found = _BENEATH.match(words)
        what, said = (found[1].casefold(), found[2].strip()) if found else ("", "")
        if what == "answer" and said:
            self._answer(getattr(self, "_depth", len(self._open)), said, self._question)
            self._question = ""
        elif what == "evidence" and said and self._made:
            fields = self._made[-1].fields
            fields["evidence"] = (*fields.get("evidence", ()), said)
        elif what.startswith("root") and said:
            self._roots.append(read_bracket(said))
        elif what.startswith("action") and said:
            self._actions.append(said)
        elif not self._open:
            self._begin(re.sub(r"^#{1,6}\s+", "", words), "effect")

    def _mark_roots(self) -> None:
        """Mark the causes that a text calls root causes; one that is no answer yet explains the last of them."""
        for text, fields in self._roots:
            known = next((m for m in self._made if m.fields.get("id", 0) == fields.get("same", "")), None)
            known = known or next((m for m in self._made if m.text == text and m.parent), None)
            if known is None:
                known = self._add(text, self._open[-1][1] if self._open else None, root=not self._open)
                known.fields |= fields
            known.fields.setdefault("role", "root")

    def _finished(self) -> Sketch:
        self._mark_roots()
        marked = any(made.fields.get("kind") == "effect" for made in self._made)
        warnings: list[str] = []
        taken = {made.fields["id"] for made in self._made if "id" in made.fields}
        free = (f"c{n}" for n in range(1, len(self._made) + len(taken) + 2) if f"c{n}" not in taken)
        ids: dict[int, str] = {}
        for made in self._made:
            wanted = made.fields.pop("id", "")
            ids[id(made)] = wanted if wanted and wanted not in ids.values() else next(free)
        known = set(ids.values())
        causes: list[Cause] = []
        for made in self._made:
            fields = {"kind": "effect"} if made.root and not marked and not made.parent else {}
            fields |= made.fields
            fields |= _gate(made, warnings)
            also = tuple(name for name in fields.pop("also", ()) if name in known)
            fields.pop("same", None)
            parents = (*((ids[id(made.parent)],) if made.parent else ()), *also)
            causes.append(Cause(**fields, id=ids[id(made)], text=made.text, parents=parents))
        answers = tuple(cause.id for cause in causes if cause.role == "root") or tuple(cause.id for cause in causes[-1:])
        actions = (Action(id=f"a{n}", text=text, answers=answers) for n, text in enumerate(self._actions, 1))
        return Sketch(self._form, tuple(causes), tuple(actions), tuple(warnings))


def _gate(made: _Made, warnings: list[str]) -> dict[str, Any]:
    """Return the join that stands before the causes below, moved to where it belongs."""
    labels = list(dict.fromkeys(re.sub(r"\s+", "", label) for label in made.labels))
    if not labels or "join" in made.fields:
        return {}
    if len(labels) > 1:
        warnings.append(f"the causes of “{made.text}” are labelled {' and '.join(labels)}; say which with g, it stays undecided")
        return {}
    word = labels[0]
    if word == "NOT":
        return {"negated": True}
    if word in ("AND", "OR"):
        return {"join": "all" if word == "AND" else "any"}
    number = re.match(r"\d+", word)
    return {"join": "some", "k": max(1, int(number[0]))} if number else {}
