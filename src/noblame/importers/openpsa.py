"""Fault trees in the Open-PSA model exchange format, the static part of version 3.

Names are looked up as the format says: from the innermost component outwards by path, then among the public names.
A private name is its path, ``pumps.train-one``. Event trees, common-cause groups and substitutions would change what
a tree says and are refused by name.
"""

from typing import NamedTuple

from noblame.analysis.formulas import CONNECTIVES, FaultTree, Formula, Input
from noblame.importers.openpsa_numbers import NotComputed, value
from noblame.importers.refusal import Refused
from noblame.importers.source import Source
from noblame.importers.xml_reading import Element, read_xml, shown
from noblame.model import clean_line

_KINDS = {"define-gate": "gate", "define-basic-event": "basic-event", "define-house-event": "house-event"}
_WORDS = {"gate": "a gate", "basic-event": "a basic event", "house-event": "a house event", "parameter": "a parameter"}
_PLACES = ("define-fault-tree", "define-component", "model-data")
_ASIDE = ("label", "attributes")
NOTE = "noblame"
"""Name of the attribute in which the export keeps what the format has no place for."""
_MOST_EVENTS = 20_000
_DEEPEST_PARAMETER = 50


class _Definition(NamedTuple):
    kind: str
    name: str
    """As others know it: a private name with its path."""
    scope: str
    element: Element


def read_fault_tree(source: Source) -> FaultTree:
    """Return the fault tree of a file; raises Refused with file and line."""
    return _Reader(source).tree()


class _Reader:
    """Collects definitions, then resolves what they refer to."""

    def __init__(self, source: Source) -> None:
        self._file = source.name
        self._paths: dict[str, _Definition] = {}
        self._public: dict[str, _Definition] = {}
        self._parameters: dict[str, float] = {}
        self._open: dict[str, None] = {}
        root = read_xml(source.name, source.members[0].content if source.members else b"")
        if root.tag != "opsa-mef":
            raise self._refused(root, f"begins with <{root.tag}>, not with <opsa-mef>; take an Open-PSA file")
        self._collect(root, "", private=False)
        self._definitions = {place.name: place for place in self._paths.values() if place.kind != "parameter"}

    def _refused(self, element: Element, sentence: str) -> Refused:
        return Refused(f"{self._file}: line {element.line}: {sentence}")

    def _collect(self, parent: Element, scope: str, *, private: bool) -> None:
        for child in parent.children:
            if child.tag in _ASIDE:
                continue
            name, role = child.named("name"), child.named("role")
            if role not in ("", "public", "private"):
                raise self._refused(child, f"has the role {shown(role)}; take public or private")
            hidden = private if not role else role == "private"
            if child.tag == "model-data":
                self._collect(child, "", private=False)
                continue
            kind = "parameter" if child.tag == "define-parameter" else _KINDS.get(child.tag, "")
            if not kind and child.tag not in _PLACES:
                raise self._refused(child, f"<{child.tag}> is not part of a static fault tree; leave it out to compute the rest")
            if not name:
                raise self._refused(child, f"<{child.tag}> has no name; give it one")
            path = f"{scope}.{name}" if scope else name
            if kind:
                self._define(_Definition(kind, path if hidden else name, scope, child), path, hidden=hidden)
            else:
                self._collect(child, path, private=hidden)

    def _define(self, made: _Definition, path: str, *, hidden: bool) -> None:
        prefix = "parameter " if made.kind == "parameter" else ""
        for names, name in ((self._paths, path), (self._public, "" if hidden else made.name)):
            if not name:
                continue
            known = names.setdefault(prefix + name, made)
            if known is not made:
                raise self._refused(
                    made.element, f"{shown(name)} is defined twice, first in line {known.element.line}; rename one of them"
                )

    def _find(self, scope: str, name: str, prefix: str = "") -> _Definition | None:
        parts = scope.split(".") if scope else []
        for cut in range(len(parts), -1, -1):
            if found := self._paths.get(prefix + ".".join((*parts[:cut], name))):
                return found
        return self._public.get(prefix + name)

    def tree(self) -> FaultTree:
        """Return the whole of it, checked: every name is defined, nothing runs in a circle."""
        gates: dict[str, Formula] = {}
        events: dict[str, float | None] = {}
        switches: dict[str, bool] = {}
        labels: dict[str, str] = {}
        notes: dict[str, str] = {}
        for place in self._paths.values():
            label = next((clean_line(child.text) for child in place.element.children if child.tag == "label"), "")
            if label:
                labels[place.name] = label
            if note := _note(place.element):
                notes[place.name] = note
            inside = _inside(place.element)
            if place.kind == "gate":
                if len(inside) != 1:
                    raise self._refused(place.element, f"gate {shown(place.name)} has {len(inside)} formulas; give it one")
                formula = self._formula(place.scope, inside[0])
                gates[place.name] = formula if isinstance(formula, Formula) else Formula("pass", (formula,))
            elif place.kind == "basic-event":
                events[place.name] = self._probability(place, inside)
            elif place.kind == "house-event":
                switches[place.name] = self._constant(inside[0]) if inside else False
            else:
                self._parameter(place)
        found = FaultTree(gates, events, switches, labels, notes)
        self._check(found)
        return found

    def _check(self, found: FaultTree) -> None:
        if not found.gates:
            raise Refused(f"{self._file}: line 1: defines no gate; take a file with a fault tree")
        if len(found.events) > _MOST_EVENTS:
            raise Refused(f"{self._file}: line 1: has more than {_MOST_EVENTS:,} basic events; take a part of it")
        if knot := found.circle():
            path = " → ".join(clean_line(name) for name in (knot if len(knot) < 9 else (*knot[:7], "…", knot[-1])))
            raise self._refused(
                self._definitions[knot[0]].element, f"gates run in a circle: {path}; take one of these links away"
            )

    def _formula(self, scope: str, element: Element) -> Input:
        tag = element.tag
        if tag in ("gate", "basic-event", "house-event", "event"):
            return self._reference(scope, element)
        if tag == "constant":
            return self._constant(element)
        if tag not in CONNECTIVES or tag == "pass":
            raise self._refused(element, f"<{tag}> is no formula that is known; take and, or, atleast, not, xor")
        inputs = tuple(self._formula(scope, child) for child in _inside(element))
        least, most = CONNECTIVES[tag]
        if not least <= len(inputs) <= most:
            takes = f"{least}" if least == most else f"{least} or more"
            raise self._refused(element, f"<{tag}> has {len(inputs)} inputs; it takes {takes}")
        if tag not in ("atleast", "cardinality"):
            return Formula(tag, inputs)
        low = self._count(element, "min")
        high = self._count(element, "max") if tag == "cardinality" else len(inputs)
        if not 0 <= low <= high <= len(inputs):
            raise self._refused(element, f"<{tag}> asks for {low} to {high} of {len(inputs)} inputs; check min and max")
        return Formula(tag, inputs, low, high)

    def _reference(self, scope: str, element: Element) -> str:
        name = element.named("name")
        found = self._find(scope, name)
        if found is None:
            what = "event" if element.tag == "event" else element.tag.replace("-", " ")
            raise self._refused(element, f"the {what} {shown(name)} is not defined; define it, or check its name")
        wanted = element.tag if element.tag != "event" else element.named("type") or found.kind
        if wanted != found.kind:
            raise self._refused(
                element, f"{shown(name)} is {_WORDS[found.kind]}, not {_WORDS.get(wanted, wanted)}; check which is meant"
            )
        return found.name

    def _constant(self, element: Element) -> bool:
        text = element.named("value")
        if element.tag != "constant" or text not in ("true", "false"):
            raise self._refused(element, 'a constant is <constant value="true"/> or <constant value="false"/>')
        return text == "true"

    def _count(self, element: Element, name: str) -> int:
        text = element.named(name)
        if not (text.isascii() and text.isdecimal() and len(text) < 10):
            raise self._refused(element, f"<{element.tag}> needs a whole number as {name}")
        return int(text)

    def _probability(self, place: _Definition, inside: list[Element]) -> float | None:
        if not inside:
            return None
        if len(inside) > 1:
            raise self._refused(place.element, f"the basic event {shown(place.name)} has {len(inside)} expressions; give it one")
        found = self._value(place, inside[0])
        if not 0 <= found <= 1:
            raise self._refused(
                inside[0], f"the probability of {shown(place.name)} is {found:g}, which is not between 0 and 1; correct it"
            )
        return found

    def _value(self, place: _Definition, element: Element) -> float:
        try:
            return value(element, lambda name, where: self._named_parameter(place.scope, name, where))
        except NotComputed as why:
            raise self._refused(element, f"{shown(place.name)} has {why}; correct it") from None

    def _named_parameter(self, scope: str, name: str, element: Element) -> float:
        found = self._find(scope, name, "parameter ")
        if found is None:
            raise self._refused(element, f"the parameter {shown(name)} is not defined; define it, or check its name")
        return self._parameter(found)

    def _parameter(self, place: _Definition) -> float:
        if place.name in self._open:
            raise self._refused(place.element, f"the parameter {shown(place.name)} is computed from itself; break that circle")
        if len(self._open) > _DEEPEST_PARAMETER:
            raise self._refused(place.element, f"{shown(place.name)} is computed from too many parameters in a row; shorten that")
        if place.name not in self._parameters:
            inside = _inside(place.element)
            if len(inside) != 1:
                raise self._refused(
                    place.element, f"the parameter {shown(place.name)} has {len(inside)} expressions; give it one"
                )
            self._open[place.name] = None
            self._parameters[place.name] = self._value(place, inside[0])
            del self._open[place.name]
        return self._parameters[place.name]


def _inside(element: Element) -> list[Element]:
    return [child for child in element.children if child.tag not in _ASIDE]


def _note(element: Element) -> str:
    """Return what noblame wrote about a definition in the attribute of its name."""
    asides = (one for child in element.children if child.tag == "attributes" for one in child.children)
    return next((one.named("value") for one in asides if one.named("name") == NOTE), "")
