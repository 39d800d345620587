"""The fishbone: an effect, a spine, and the causes by category on slanted bones (Ishikawa).

Bones stand in pairs above and below the spine and lean towards the head at the right; causes stand to the
right of their bone, so that they read from one edge. Widths are terminal cells.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from noblame.analysis import categories
from noblame.analysis.bones import Bone, Rib, bones
from noblame.analysis.branches import tone_of, worded
from noblame.analysis.canvas import Canvas, Drawing, Tone
from noblame.analysis.cells import cells, fit, wrap
from noblame.analysis.fishbone_tree import tree
from noblame.model import Cause, Record

NARROWEST = 70
"""Columns below which bones would hold no words."""
_LEAST_TEXT = 12
_HEAD_ROWS = 3
_MARGIN = 4
"""Columns between bones that are not text: the bone, its twig, a blank on both sides of the text."""


class _Detail(NamedTuple):
    """How much is drawn; the drawing takes the fullest detail that the rows allow."""

    spaced: bool
    origins: bool
    empty: bool
    below: bool


_DETAILS = (
    _Detail(spaced=True, origins=True, empty=True, below=True),
    _Detail(spaced=False, origins=True, empty=True, below=True),
    _Detail(spaced=False, origins=False, empty=True, below=True),
    _Detail(spaced=False, origins=False, empty=False, below=True),
    _Detail(spaced=False, origins=False, empty=False, below=False),
)


class _Row(NamedTuple):
    """A line of text on a bone; `mark` is the twig before it."""

    mark: str
    text: str
    tone: Tone
    cause_id: str


class _Plan(NamedTuple):
    """Where everything goes: the bones in pairs, the rows of each, and the columns of a pair."""

    pairs: tuple[tuple[Bone, Bone | None], ...]
    rows: dict[str, list[_Row]]
    pitch: int
    above: int
    below: int


def drawing(record: Record, effect_id: str, width: int, height: int = 1000, focus: str = "") -> Drawing:
    """Return the fishbone of an effect, or its causes as a tree where the bones have no room.

    It keeps to `width` columns; bones keep to `height` rows, a tree is as long as it has to be. Room is
    made by leaving out, in this order: blank rows, where a cause comes from, empty bones, and causes
    below causes, which leave their number. `focus` is the id of the cause under the cursor.
    """
    effect = record.cause(effect_id)
    if effect is None:
        return Drawing(())
    all_bones = bones(record, effect_id)
    for detail in _DETAILS if width >= NARROWEST else ():
        plan = _plan(all_bones, detail, width, height, focus)
        if plan:
            return _drawn(plan, effect, width, focus)
    return tree(all_bones, effect, width, focus)


def _rib_rows(rib: Rib, detail: _Detail, room: int, focus: str) -> Iterator[_Row]:
    """Yield the lines of a rib in `room` columns, its own causes indented under it."""
    hidden = f" (+{len(rib.below)})" if rib.below and not detail.below else ""
    for depth, cause in ((0, rib.cause), *(rib.below if detail.below else ())):
        indent = "" if depth == 0 else "  " * (min(depth, 2) - 1) + "└ "
        words = worded(cause) + (hidden if depth == 0 else "")
        tone = tone_of(cause, focus)
        for number, line in enumerate(wrap(words, room - len(indent))):
            mark = ("▸" if cause.id == focus else "─") if depth == 0 else " "
            yield _Row(" " if number else mark, (" " * len(indent) if number else indent) + line, tone, cause.id)
        if depth == 0 and rib.origin and detail.origins:
            yield _Row(" ", fit(f"↳ from {rib.origin.text}", room), "muted", cause.id)


def _bone_rows(bone: Bone, detail: _Detail, room: int, focus: str) -> list[_Row]:
    rows: list[_Row] = []
    for rib in bone.ribs:
        if rows and detail.spaced:
            rows.append(_Row(" ", "", "", ""))
        rows += _rib_rows(rib, detail, room, focus)
    return rows


def _plan(all_bones: Sequence[Bone], detail: _Detail, width: int, height: int, focus: str) -> _Plan | None:
    """Return the flattest layout in this detail, or None where bones get too narrow or too long.

    A longer bone leans further, which takes columns from all of them, which makes bones longer: so the
    lean grows until the bones fit it. The row beside the spine stays free of text, for the head.
    """
    shown = [bone for bone in all_bones if bone.ribs or detail.empty] or list(all_bones)
    pairs = tuple(zip_longest(shown[::2], shown[1::2]))
    lean = 2
    while True:
        pitch = (width - lean + 2) // len(pairs)
        if pitch - _MARGIN < _LEAST_TEXT:
            return None
        rows = {bone.category: _bone_rows(bone, detail, pitch - _MARGIN, focus) for bone in shown}
        above = max(len(rows[upper.category]) for upper, _ in pairs) + 1
        below = max((len(rows[lower.category]) for _, lower in pairs if lower), default=0) + 1
        above, below = max(2, above), max(2, below)
        if above + below + 3 > height:
            return None
        if max(above, below) <= lean:
            return _Plan(pairs, rows, pitch, above, below)
        lean = max(above, below)


def _drawn(plan: _Plan, effect: Cause, width: int, focus: str) -> Drawing:
    canvas = Canvas(width, plan.above + plan.below + 3)
    spine = plan.above + 1
    head = _head_lines(worded(effect), plan.pitch - 7)
    head_column = width - max(cells(line) for line in head) - 2
    canvas.put(spine, 0, "─" * (head_column - 1) + "▶", "muted")
    for number, line in enumerate(head, spine - 1):
        canvas.put(number, head_column, "┃", "effect")
        canvas.put(number, head_column + 2, line, tone_of(effect, focus), effect.id)
    lean = max(plan.above, plan.below)
    for number, (upper, lower) in enumerate(plan.pairs):
        joint = number * plan.pitch + lean + 1
        for bone, length, side in ((upper, plan.above, -1), (lower, plan.below, 1)):
            if bone:
                _put_bone(canvas, bone, plan.rows[bone.category], (spine, joint, length, side, plan.pitch))
    return canvas.drawing()


def _head_lines(text: str, most: int) -> tuple[str, ...]:
    """Return the words of the head in three rows, as narrow as they go; what has no room ends in an ellipsis."""
    for room in range(min(8, most), most + 1):
        lines = wrap(text, room)
        if len(lines) <= _HEAD_ROWS and not any("…" in line for line in lines):
            break
    else:
        lines = wrap(text, most)
    if len(lines) > _HEAD_ROWS:
        lines = (*lines[: _HEAD_ROWS - 1], fit(" ".join(lines[_HEAD_ROWS - 1 :]), most))
    return ("", *lines, "")[:_HEAD_ROWS] if len(lines) == 1 else (*lines, "", "")[:_HEAD_ROWS]


def _put_bone(canvas: Canvas, bone: Bone, rows: Sequence[_Row], place: tuple[int, int, int, int, int]) -> None:
    """Put a bone: `place` is row and column where it meets the spine, its length, side (-1 above) and columns."""
    spine, joint, length, side, pitch = place
    tone = categories.tone(bone.category) if bone.ribs else "muted"
    canvas.put(spine + side * (length + 1), joint - length - 1, fit(categories.title(bone.category), pitch - 1), tone)
    for away in range(1, length + 1):
        canvas.put(spine + side * away, joint - away, "╲" if side < 0 else "╱", "muted")
    for number, row in enumerate(rows):
        away = length - (number if side < 0 else len(rows) - 1 - number)
        column = joint - away + 1
        canvas.put(spine + side * away, column, row.mark, "focus" if row.mark == "▸" else "muted")
        canvas.put(spine + side * away, column + 2, row.text, row.tone, row.cause_id)
