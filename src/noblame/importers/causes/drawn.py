"""The importers of causes that are drawn in text."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from noblame.importers.base import Hints, Importer, Reading, Warnings, reading
from noblame.importers.causes.forms import BULLET, CATEGORY, EDGE, GATE, GATE_ALONE, GATE_BEHIND, Form, form_of, head, is_known
from noblame.importers.causes.sketch import Sketch
from noblame.importers.causes.trees import read_fault_tree_text, read_fishbone, read_list
from noblame.importers.causes.whys import counts, read_whys
from noblame.importers.secrets import without_secrets
from noblame.importers.source import Source

READERS: dict[Form, Callable[[Sequence[str]], Sketch]] = {
    "whys": read_whys, "fishbone": read_fishbone, "fault tree": read_fault_tree_text, "list": read_list,
}  # fmt: skip
_MOST_LINES = 20_000
_SURE, _PERHAPS = 0.97, 0.45


def _sniffed(source: Source, wanted: Form) -> float:
    """Return how certain a text is of a form: most of its lines have to belong to it."""
    if source.container or source.documents.values or not 0 < len(source.lines) <= _MOST_LINES:
        return 0.0
    if source.decoded.text.lstrip()[:1] in ("<", "{"):
        return 0.0
    lines = [line for line in source.lines if line.strip()]
    form = form_of(lines)
    if form == wanted:
        return _SURE if _belonging(lines, wanted) * 2 > len(lines) - 1 else 0.0
    nested = [line for line in lines if BULLET.match(line.lstrip())]
    deeper = any(line[:1].isspace() for line in nested)
    return _PERHAPS if wanted == "list" and form is None and deeper and len(nested) == len(lines) else 0.0


def _belonging(lines: Sequence[str], form: Form) -> int:
    """Count the lines that say something in a form's own way."""
    if form in ("whys", "list"):
        return counts(lines) if form == "whys" else len(lines)
    found = 0
    for line in lines:
        beside = head(line)
        words = EDGE.sub("", beside["rest"] if beside else line, count=1)
        category = CATEGORY.fullmatch(words)
        if form == "fishbone":
            found += bool(beside or (category and is_known(category[1]))) or words.endswith("]")
        else:
            found += bool(GATE.fullmatch(words) or GATE_ALONE.fullmatch(words) or GATE_BEHIND.fullmatch(words)) or words.endswith(
                "]"
            )
    return found


def _importer(name: str, title: str, form: Form) -> Importer:
    def read(source: Source, _: Hints) -> Reading:
        found = READERS[form]([without_secrets(line) for line in source.lines])
        warnings = Warnings(source.warnings)
        for sentence in found.warnings:
            warnings.add(source.name, sentence)
        made = reading(name, len(found.causes) + len(found.actions), (), warnings=warnings)
        return replace(made, document=found.record if found.causes else None)

    return Importer(name, title, lambda source: _sniffed(source, form), read)


IMPORTERS: tuple[Importer, ...] = (
    _importer("whys", "Whys in text", "whys"),
    _importer("fishbone", "A fishbone in text", "fishbone"),
    _importer("faulttree", "A fault tree in text", "fault tree"),
    _importer("list", "Causes as a nested list", "list"),
)
