"""The fishbone as a tree, for screens without room for slanted bones (the drawing of seed A)."""

from collections.abc import Iterator, Sequence

from noblame.analysis import categories
from noblame.analysis.bones import Bone
from noblame.analysis.branches import hung, tone_of, worded
from noblame.analysis.canvas import Drawing, Span, SpanLine
from noblame.analysis.categories import CategorySet
from noblame.analysis.cells import cells
from noblame.model import Cause

_ROOM_FOR_HEAD = 48
"""Columns below which the effect stands on a line of its own, as it does where a third of them would cut its words."""


def tree(
    bones: Sequence[Bone], effect: Cause, width: int, focus: str = "", own: CategorySet = categories.SIX, *, each: bool = False
) -> Drawing:
    """Return the causes of `bones` in `width` columns behind the names of their categories; an empty one says what it is about.

    `each` names the category with each cause, as a document does, that is read back; else it stands once.
    """
    beside = width >= _ROOM_FOR_HEAD and cells(worded(effect)) <= width // 3
    head = worded(effect) if beside else ""
    margin = cells(head) + 2 if beside else 0
    entries = [entry for bone in bones for entry in _entries(bone, width - margin - 3, focus, own, each=each)]
    lines: list[SpanLine] = [] if beside else list(hung("", "", worded(effect), width, tone_of(effect, focus), effect.id))
    for number, entry in enumerate(entries):
        last = number == len(entries) - 1
        for row, line in enumerate(entry):
            if row:
                edge = "   " if last else "│  "
            elif beside and not number:
                edge = "── " if last else "┬─ "
            else:
                edge = "└─ " if last else "├─ "
            if beside and not number and not row:
                lines.append((Span(head, tone_of(effect, focus), effect.id), Span(" ─" + edge, "muted"), *line))
            else:
                lines.append((Span(" " * margin + edge, "muted"), *line))
    return Drawing(tuple(lines))


def _entries(bone: Bone, room: int, focus: str, own: CategorySet, *, each: bool) -> Iterator[list[SpanLine]]:
    """Yield the lines of each cause on a bone behind the name of its category, or of all of them behind one."""
    label = f"{categories.title(bone.category)}: "
    indent = " " * (cells(label) if cells(label) <= room // 2 else 2)
    if not bone.ribs:
        yield list(hung(label, indent, own.definition(bone.category), room, "muted"))
    together: list[SpanLine] = []
    dot = "· " if len(bone.ribs) > 1 and not each else ""
    for number, rib in enumerate(bone.ribs):
        begin = indent if number and not each else label
        first, *rest = hung(
            begin + dot, indent + " " * len(dot), worded(rib.cause), room, tone_of(rib.cause, focus), rib.cause.id
        )
        named = Span(begin, categories.tone(bone.category))
        entry = [(named, *((Span(dot, "muted"),) if dot else ()), *first[1:]), *rest]
        inside = indent if dot else ""
        for depth, cause in rib.below:
            deeper = inside + "  " * min(depth, 3)
            entry += hung(f"{deeper}└ ", f"{deeper}  ", worded(cause), room, tone_of(cause, focus), cause.id)
        if each:
            yield entry
        together += entry
    if together and not each:
        yield together
