"""A pasted block becomes causes: what is indented explains what it is indented under, a drawing is read as what it is."""

import re
from dataclasses import replace
from typing import NamedTuple

from noblame.capture.grammar import parse
from noblame.editor.situation import Situation, context, explained
from noblame.editor.taking import take
from noblame.model import Record

_LINE_WORK = re.compile(r"[\s│├└─┬╰|`>]*")
_BULLET = re.compile(r"(?:[-*•–‣+]|\[[ xX]\]|\(?\d{1,3}[.)]|(?:[-*•]\s*)?Why \d+:)\s+", re.IGNORECASE)
_TAB = 4
_HERE = "what the cursor stands on"


class Indented(NamedTuple):
    """A line of a block: how far it stands in, in columns, and its words."""

    columns: int
    words: str


def indented(lines: list[str]) -> list[Indented]:
    """Return the lines that hold words, without bullets, numbers and the lines of a drawn tree."""
    found: list[Indented] = []
    for line in lines:
        line = line.expandtabs(_TAB)
        edge = _LINE_WORK.match(line)
        columns = edge.end() if edge else 0
        words = line[columns:]
        while bullet := _BULLET.match(words):
            words = words[bullet.end() :]
        if words.strip():
            found.append(Indented(columns, words.strip()))
    return found


def drawn(record: Record, lines: list[str], situation: Situation) -> tuple[Record, tuple[str, ...], str] | None:
    """Return the record with the causes of whys, a fishbone or a fault tree drawn in text; None for any other text.

    With it come the ids of what was made and what is worth saying. What the text does not say it explains explains what
    the situation says; causes that the record has already are not made twice. The readers are loaded by the first paste.
    """
    from noblame.importers.causes.drawn import READERS
    from noblame.importers.causes.forms import form_of
    from noblame.importers.merging_document import with_document

    form = form_of(lines)
    if form is None:
        return None
    sketch = READERS[form](lines)
    top = explained(record, situation)
    loose = {"parents": (_HERE,)} if top else {"kind": "effect"}
    causes = tuple(cause.but(**loose) if cause.id in sketch.loose else cause for cause in sketch.causes)
    merged, _ = with_document(record, Record(causes=causes, actions=sketch.actions))
    placed = tuple(cause.but(parents=(top,)) if cause.parents == (_HERE,) else cause for cause in merged.causes)
    known = {cause.id for cause in record.causes}
    made = tuple(cause.id for cause in placed if cause.id not in known)
    said = f"{len(made)} causes taken from a {form}" if form != "whys" else f"{len(made)} causes taken from whys"
    return merged.but(causes=placed), made, " ".join((f"{said}; ctrl+z takes them back.", *sketch.warnings))


def grow(record: Record, lines: list[str], situation: Situation) -> tuple[Record, tuple[str, ...]]:
    """Return the record with a branch made of `lines`, and the ids of what was made, in their order.

    A line that stands in further explains the one above it; the least of all explain what the situation says.
    """
    made: list[str] = []
    open_lines: list[tuple[int, str]] = []
    top, before = explained(record, situation), situation.selected
    for columns, words in indented(lines):
        level = before
        while open_lines and open_lines[-1][0] >= columns:
            level = open_lines.pop()[1]
        parent = open_lines[-1][1] if open_lines else top
        place = replace(situation, selected=level, under=parent)
        taken = take(record, parse(words, context(record, place)), place)
        record = taken.record
        if record.cause(taken.entry_id) is None:
            continue
        made.append(taken.entry_id)
        open_lines.append((columns, taken.entry_id))
        before = taken.entry_id
        if not top and len(made) == 1 and not parent:
            top = taken.entry_id
    return record, tuple(made)
