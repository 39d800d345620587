"""The causal graph in the Open-PSA model exchange format, as strict as the strictest of its readers.

Gates are flat and have two inputs or more, a single cause passes through; probabilities are given for all basic
events or for none; names are ids, words are labels. A note at each definition keeps what the format has no place
for, so that the import gives the same record. Undecided joins are written as ``or``; what was ruled out, or asks for
more causes than there are, as a house event that is false.
"""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from noblame.analysis.brackets import words_of
from noblame.analysis.graph import check, graph_of
from noblame.exporters.refusal import ExportRefused
from noblame.model import Cause, Record

_NAME = re.compile(r"[A-Za-z_](?:-?\w)*", re.ASCII)


def openpsa(record: Record) -> str:
    """Return all causes as one fault tree, every effect a top event; raises ExportRefused where they run in a circle."""
    tree = _Tree(record)
    if not tree.gates:
        raise ExportRefused("Nothing explains anything yet, so there is no fault tree to write.")
    if knot := check(record):
        raise ExportRefused(knot)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<opsa-mef>", '  <define-fault-tree name="noblame">']
    lines += [f"    {line}" for line in tree.lines()]
    return "\n".join([*lines, "  </define-fault-tree>", "</opsa-mef>", ""])


class _Tree:
    """Definitions of causes, by names that every reader takes."""

    def __init__(self, record: Record) -> None:
        self._causes = record.causes
        self._graph = graph_of(record)
        self._names = {
            cause.id: cause.id if _NAME.fullmatch(cause.id) else f"cause-{number}" for number, cause in enumerate(record.causes)
        }
        leaves = [cause for cause in record.causes if not self._inputs(cause) and self._constant(cause) is None]
        self.gates = sum(bool(self._inputs(cause)) and self._constant(cause) is None for cause in record.causes)
        """How many there are."""
        self._chances = all(cause.probability is not None for cause in leaves)

    def lines(self) -> Iterator[str]:
        """Yield the definitions in the order of the record."""
        for cause in self._causes:
            constant, inputs = self._constant(cause), self._inputs(cause)
            if constant is not None:
                yield from self._define("house-event", cause, (f'<constant value="{constant}"/>',))
            elif inputs:
                yield from self._gate(cause, inputs)
            else:
                yield from self._define(
                    "basic-event", cause, (f'<float value="{cause.probability!r}"/>',) if self._chances else ()
                )

    def _inputs(self, cause: Cause) -> list[Cause]:
        return [child for child in self._graph.children(cause.id) if child.kind != "safeguard"]

    def _constant(self, cause: Cause) -> str | None:
        """Return what a cause is beforehand: a switch, ruled out, or never reached."""
        if cause.switch:
            return "true" if cause.switch == "on" else "false"
        never = cause.join == "some" and cause.k > len(self._inputs(cause)) > 1
        return "false" if never or cause.status == "ruled out" else None

    def _gate(self, cause: Cause, inputs: list[Cause]) -> Iterator[str]:
        references = [self._reference(child) for child in inputs]
        formula = _joined(cause, references)
        if cause.negated and len(references) > 1:
            inner = f"{self._names[cause.id]}-joined"
            yield from (f'<define-gate name="{inner}">', *(f"  {line}" for line in formula), "</define-gate>")
            formula = (f'<gate name="{inner}"/>',)
        if cause.negated:
            formula = ("<not>", *(f"  {line}" for line in formula), "</not>")
        yield from self._define("gate", cause, formula)

    def _reference(self, cause: Cause) -> str:
        kind = "house-event" if self._constant(cause) is not None else "gate" if self._inputs(cause) else "basic-event"
        return f'<{kind} name="{self._names[cause.id]}"/>'

    def _define(self, kind: str, cause: Cause, inside: tuple[str, ...]) -> Iterator[str]:
        yield f'<define-{kind} name="{self._names[cause.id]}">'
        if cause.text:
            yield f"  <label>{escape(cause.text)}</label>"
        note = quoteattr(words_of(cause, links=True))
        yield f'  <attributes><attribute name="noblame" value={note}/></attributes>'
        yield from (f"  {line}" for line in inside)
        yield f"</define-{kind}>"


def _joined(cause: Cause, references: list[str]) -> tuple[str, ...]:
    """Return the formula of a gate, whatever it is negated to."""
    count = len(references)
    if count == 1:
        return (references[0],)
    least = {"all": count, "some": cause.k}.get(cause.join, 1)
    begin, end = ("<or>", "</or>") if least == 1 else ("<and>", "</and>")
    if 1 < least < count:
        begin, end = f'<atleast min="{least}">', "</atleast>"
    return (begin, *(f"  {reference}" for reference in references), end)
