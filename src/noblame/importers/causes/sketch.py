"""Causes in the making: what a text shows is noted line by line, then given ids, links and joins.

In a fault tree the gate may stand before the causes that it joins (``├── AND: No failover``): it is moved to the
cause above them, where it belongs. Where siblings say different gates their join stays undecided, and that is said.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from noblame.analysis.brackets import read_bracket
from noblame.model import Action, Cause, Record, clean_line

_CLASH = "the causes of “{}” are labelled {}; their join stays undecided until g says which"


class Sketch(NamedTuple):
    """What a text shows; the ids are good within it only."""

    causes: tuple[Cause, ...]
    actions: tuple[Action, ...]
    loose: tuple[str, ...]
    """Ids of the causes that explain something that the text does not name."""
    warnings: tuple[str, ...]

    @property
    def record(self) -> Record:
        """The sketch as a part of a record, what explains nothing in it as effects."""
        causes = (cause.but(kind="effect") if cause.id in self.loose else cause for cause in self.causes)
        return Record(causes=tuple(causes), actions=self.actions)


class Made:
    """A cause in the making: its words, what it stands under, what else is said of it."""

    def __init__(self, text: str, parent: "Made | None", fields: dict[str, Any]) -> None:
        self.text = clean_line(text)
        self.parent = parent
        self.fields = fields
        self.gates: list[str] = []
        """What stands before the causes below it."""


class Sketcher:
    """Notes causes and where they stand; `sketch` is what became of them."""

    def __init__(self) -> None:
        self.made: list[Made] = []
        self.open: list[tuple[int, Made]] = []
        """The causes that the next line may explain, with the columns where they stand."""
        self.actions: list[str] = []
        self.roots: list[tuple[str, int | None]] = []
        """What the text calls root causes, answers of their own or some of those above, with their ranks."""

    def add(self, words: str, parent: Made | None, **more: Any) -> Made:
        """Note a cause; a bracket behind its words says more of it."""
        text, fields = read_bracket(words)
        made = Made(text, parent, {**more, **fields})
        self.made.append(made)
        return made

    def begin(self, words: str, kind: str) -> None:
        """Note an effect, or with the kind ``cause`` what lies in the tray; what follows hangs below it."""
        self.open = [(-1, self.add(words, None, kind=kind))]

    def under(self, column: int) -> Made | None:
        """Return what a line at that column explains: the nearest cause above it that stands further out."""
        while self.open and self.open[-1][0] >= column:
            self.open.pop()
        return self.open[-1][1] if self.open else None

    def sketch(self) -> Sketch:
        """Return what was noted, every cause with an id, the gates where they belong."""
        self._settle_roots()
        warnings: list[str] = []
        ids = self._ids()
        known = set(ids.values())
        causes: list[Cause] = []
        for made in self.made:
            fields = {**_gate(made, warnings), **made.fields}
            also = tuple(name for name in fields.pop("also", ()) if name in known)
            fields.pop("id", None)
            fields.pop("same", None)
            home = (ids[id(made.parent)],) if made.parent else ()
            cause = Cause(**fields, id=ids[id(made)], text=made.text, parents=tuple(dict.fromkeys((*home, *also))))
            causes.append(cause)
        loose = tuple(ids[id(made)] for made in self.made if made.parent is None and "kind" not in made.fields)
        return Sketch(tuple(causes), tuple(self._promises(causes)), loose, tuple(warnings))

    def _ids(self) -> dict[int, str]:
        """Return the id of each cause by the identity of what it is made of; one that is taken already is made anew."""
        said = {made.fields["id"] for made in self.made if "id" in made.fields}
        free = (f"c{n}" for n in range(1, len(self.made) + len(said) + 2) if f"c{n}" not in said)
        found: dict[int, str] = {}
        taken: set[str] = set()
        for made in self.made:
            wanted = made.fields.get("id", "")
            name = wanted if wanted and wanted not in taken else next(free)
            taken.add(name)
            found[id(made)] = name
        return found

    def _settle_roots(self) -> None:
        """Mark the root causes; one that is no answer yet explains the last of them."""
        for words, rank in self.roots:
            text, fields = read_bracket(words)
            by_id = (made for made in self.made if "same" in fields and made.fields.get("id") == fields["same"])
            by_words = (made for made in self.made if made.text == clean_line(text) and made.parent)
            known = next(by_id, None) or next(by_words, None)
            if known is None:
                known = self.add(words, self.open[-1][1] if self.open else None)
            known.fields |= {"role": "root", "rank": known.fields.get("rank") or rank}

    def _promises(self, causes: list[Cause]) -> Iterator[Action]:
        """Yield the actions, which answer the root causes, else what was said last."""
        roots = tuple(cause.id for cause in causes if cause.role == "root") or tuple(cause.id for cause in causes[-1:])
        for number, text in enumerate(self.actions, 1):
            yield Action(id=f"a{number}", text=text, answers=roots)


def _gate(made: Made, warnings: list[str]) -> dict[str, Any]:
    """Return the join that stands before the causes below."""
    gates = list(dict.fromkeys(re.sub(r"\s+", "", gate.upper()) for gate in made.gates))
    if "join" in made.fields:
        return {}
    if len(gates) > 1:
        warnings.append(_CLASH.format(made.text, " and ".join(dict.fromkeys(made.gates))))
        return {}
    return join_of(gates[0]) if gates else {}


def join_of(gate: str) -> dict[str, Any]:
    """Return the join that a word such as ``AND`` or ``2 of 3`` says, as fields of the cause above."""
    match gate:
        case "AND":
            return {"join": "all"}
        case "OR":
            return {"join": "any"}
        case "NOT":
            return {"negated": True}
        case _:
            return {"join": "some", "k": max(1, int(number[0]))} if (number := re.match(r"\d+", gate)) else {}
