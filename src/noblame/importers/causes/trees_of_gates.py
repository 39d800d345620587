"""Open-PSA fault trees as causes: gates become causes with a join, basic events leaves, house events switches.

What a cause cannot say in one word becomes several: exactly one of two is any of them and not both. What noblame
wrote itself comes back whole, because a note at each definition keeps what the format has no place for; where another
program has changed a formula since, the formula counts.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from noblame.analysis.brackets import read_bracket
from noblame.analysis.formulas import FaultTree, Formula, Input
from noblame.importers.base import Hints, Importer, Reading, Warnings, reading
from noblame.importers.openpsa import read_fault_tree
from noblame.importers.secrets import without_secrets
from noblame.importers.source import Source
from noblame.model import Cause, Record, clean_line

_JOINS = {"and": "all", "or": "any", "nand": "all", "nor": "any"}
_BETWEEN = {
    "or": "any of", "and": "all of", "nand": "not all of", "nor": "none of", "not": "not", "xor": "exactly one of",
    "pass": "again",
}  # fmt: skip


def causes_of(tree: FaultTree) -> tuple[Cause, ...]:
    """Return the gates and events of a tree that has no circles as causes, those that nothing refers to as effects."""
    return _Maker(tree).all()


class _Maker:
    """Goes through the tree from its tops; formulas inside of others get names of their own."""

    def __init__(self, tree: FaultTree) -> None:
        self._tree = tree
        self._notes = {name: read_bracket(f"[{words}]")[1] for name, words in tree.notes.items()}
        self._made: dict[str, dict[str, Any]] = {}
        self._links: dict[str, dict[str, None]] = {}
        """The names of what each explains."""
        self._inner = 0

    def all(self) -> tuple[Cause, ...]:
        """Return the causes: in the order of the file where noblame wrote it, else from the top down."""
        for name in (*self._tree.tops, *self._tree.events, *self._tree.switches):
            self._take(name)
        ids = self._ids()
        names = dict.fromkeys([*(name for name in self._notes if name in self._made), *self._made])
        return tuple(self._cause(name, ids) for name in names)

    def _ids(self) -> dict[str, str]:
        said = {name: note["id"] for name, note in self._notes.items() if "id" in note}
        free = (f"c{n}" for n in range(1, len(self._made) + len(said) + 2) if f"c{n}" not in said.values())
        return {name: said.get(name) or next(free) for name in self._made}

    def _cause(self, name: str, ids: dict[str, str]) -> Cause:
        fields, note = self._made[name], dict(self._notes.get(name, {}))
        known = {one: called for called, one in ids.items()}
        explains = [known[one] for one in note.pop("explains", ()) if one in known]
        links = self._links.get(name, {})
        aside = note.get("kind") == "safeguard"
        kept = [one for one in explains if one in links or aside or one not in self._tree.gates]
        parents = tuple(ids[one] for one in dict.fromkeys((*kept, *links)))
        if note:
            fields = _reconciled(fields, note, labelled=name in self._tree.labels)
        elif name in self._tree.tops:
            fields = {**fields, "kind": "effect"}
        fields.pop("least", None)
        return Cause.model_validate({**fields, "id": ids[name], "parents": parents})

    def _take(self, top: str) -> None:
        """Make a name and everything below it, each after what it explains."""
        waiting: list[tuple[Input, str]] = [(top, "")]
        while waiting:
            entry, parent = waiting.pop()
            if not isinstance(entry, str):
                self._inner += 1
            name = entry if isinstance(entry, str) else f"{parent} {self._inner}"
            if parent:
                self._links.setdefault(name, {})[parent] = None
            if name not in self._made:
                self._made[name], inputs = self._said(name, entry)
                waiting += [(below, name) for below in reversed(tuple(inputs))]

    def _said(self, name: str, entry: Input) -> tuple[dict[str, Any], Iterable[Input]]:
        """Return the fields of a cause and what explains it."""
        switch = entry if isinstance(entry, bool) else self._tree.switches.get(name)
        if switch is not None:
            return {"text": self._words(entry), "switch": "on" if switch else "off"}, ()
        formula = entry if isinstance(entry, Formula) else self._tree.gates.get(name)
        if formula is None:
            return {"text": self._words(entry), "probability": self._tree.events[name], "status": "potential"}, ()
        formula = _plain(formula)
        fields: dict[str, Any] = {"text": self._words(entry), "negated": formula.connective in ("not", "nand", "nor")}
        if formula.inputs == (f"{name}-joined",) and name in self._notes:
            formula = self._tree.gates[f"{name}-joined"]
        fields["least"] = _least(formula)
        if formula.connective == "atleast" and formula.least == 0:
            return {**fields, "switch": "on"}, ()
        if formula.connective == "atleast":
            least = formula.least
            formula = formula._replace(inputs=_once(formula.inputs) if 1 < least < len(formula.inputs) else formula.inputs)
            fields |= {"join": "all" if least == len(formula.inputs) else "any" if least == 1 else "some", "k": least}
        elif len(formula.inputs) > 1:
            fields |= {"join": _JOINS[formula.connective]}
        return fields, formula.inputs

    def _words(self, entry: Input) -> str:
        """Return the label of an input, its name, or words for a formula that has neither."""
        if isinstance(entry, str):
            return clean_line(without_secrets(self._tree.labels.get(entry, entry)))
        if isinstance(entry, bool):
            return "always" if entry else "never"
        what = _BETWEEN.get(entry.connective, f"at least {entry.least} of")
        names = (self._words(one) if isinstance(one, str) else "…" for one in entry.inputs)
        return clean_line(f"{what}: {', '.join(names)}")


def _once(inputs: tuple[Input, ...]) -> tuple[Input, ...]:
    """Return inputs that are all different: a cause explains another once, so what counts twice stands again below another."""
    seen: set[Input] = set()
    found: list[Input] = []
    for entry in inputs:
        found.append(Formula("pass", (entry,)) if entry in seen else entry)
        seen.add(entry)
    return tuple(found)


def _least(formula: Formula) -> tuple[int, int]:
    """Return how many of how many inputs have to be true before a gate is negated."""
    count = len(formula.inputs)
    return {"and": count, "nand": count, "atleast": formula.least}.get(formula.connective, 1), count


def _reconciled(fields: dict[str, Any], note: dict[str, Any], *, labelled: bool) -> dict[str, Any]:
    """Return what a note says, but for what the file says otherwise by now: formula, words, probability."""
    least, count = fields.pop("least", (1, 1))
    meant = {"all": count, "some": note.get("k", 2)}.get(note.get("join", ""), 1)
    kept = dict(note)
    if count > 1 and meant != least:
        kept |= {"join": fields["join"], "k": fields.get("k", 2)}
    for name in ("negated", "probability"):
        if fields.get(name) is not None:
            kept[name] = fields[name]
    return {**kept, "text": fields["text"] if labelled else ""}


def _plain(formula: Formula) -> Formula:
    """Return a formula in the words that causes have: and, or, at least, not."""
    inputs = formula.inputs
    match formula.connective:
        case "xor":
            return Formula("and", (Formula("or", inputs), Formula("nand", inputs)))
        case "iff":
            return Formula("or", (Formula("and", inputs), Formula("nor", inputs)))
        case "imply":
            return Formula("or", (Formula("not", inputs[:1]), *inputs[1:]))
        case "cardinality" if formula.most < len(inputs):
            too_many = Formula("atleast", inputs, formula.most + 1)
            return Formula("and", (Formula("atleast", inputs, formula.least), Formula("not", (too_many,))))
        case "cardinality":
            return Formula("atleast", inputs, formula.least)
        case "not" if isinstance(inner := inputs[0], Formula) and inner.connective in ("and", "or"):
            return Formula("nand" if inner.connective == "and" else "nor", inner.inputs)
        case _:
            return formula


def _sniff(source: Source) -> float:
    return 1.0 if not source.container and "<opsa-mef" in source.decoded.text[:20_000] else 0.0


def _read(source: Source, _: Hints) -> Reading:
    causes = causes_of(read_fault_tree(source))
    return replace(reading("openpsa", len(causes), (), warnings=Warnings(source.warnings)), document=Record(causes=causes))


IMPORTER = Importer("openpsa", "Open-PSA fault tree", _sniff, _read)
