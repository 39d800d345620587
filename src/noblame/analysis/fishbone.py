"""The fishbone: an effect, a spine, and the causes by category on slanted bones (Ishikawa).

Bones stand in pairs above and below the spine and lean towards the head at the right; causes stand to the
right of their bone. Widths are terminal cells. How the room is shared out is in `fishbone_plan`.
"""

from collections.abc import Sequence

from noblame.analysis import categories
from noblame.analysis.bones import Bone, bones
from noblame.analysis.branches import tone_of, worded
from noblame.analysis.canvas import TWIG, Canvas, Drawing, lit
from noblame.analysis.categories import CategorySet
from noblame.analysis.cells import cells, fit
from noblame.analysis.fishbone_plan import Plan, head_lines, planned
from noblame.analysis.fishbone_rows import Row
from noblame.analysis.fishbone_tree import tree
from noblame.model import Cause, Record

NARROWEST = 70
"""Columns below which bones would hold no words."""


def drawing(
    record: Record, effect_id: str, width: int, height: int = 1000, focus: str = "", own: CategorySet = categories.SIX
) -> Drawing:
    """Return the fishbone of an effect, or its causes as a tree where the bones have no room.

    It keeps to `width` columns; bones keep to `height` rows, a tree is as long as it has to be. Room is
    made by leaving out, in this order: what empty bones ask, blank rows, where a cause comes from, empty
    bones, and causes below causes, which leave their number. `focus` is the id of the cause under the cursor,
    `own` the categories that the team sorts by.
    """
    effect = record.cause(effect_id)
    if effect is None:
        return Drawing(())
    all_bones = bones(record, effect_id, own.names)
    plan = planned(all_bones, worded(effect), (width, height), own) if width >= NARROWEST else None
    laid_out = _drawn(plan, effect, width) if plan else tree(all_bones, effect, width, own=own)
    return Drawing(tuple(lit(line, focus) for line in laid_out.lines)) if focus else laid_out


def _drawn(plan: Plan, effect: Cause, width: int) -> Drawing:
    canvas = Canvas(width, plan.height)
    spine = plan.above + 1
    head = head_lines(worded(effect), plan.head, plan.gap)
    head_column = width - max(cells(line) for line in head) - 2
    canvas.put(spine, 0, "─" * (head_column - 1) + "▶", "muted")
    for number, line in enumerate(head, spine - len(head) // 2):
        canvas.put(number, head_column, "┃", "effect")
        canvas.put(number, head_column + 2, line, tone_of(effect, ""), effect.id)
    joint = plan.lean + 1
    for number, (upper, lower) in enumerate(plan.pairs):
        for bone, room, side in ((upper, plan.above, -1), (lower, plan.below, 1)):
            if bone:
                rows = plan.rows[bone.category]
                _put_bone(canvas, bone, rows, (spine, joint, room, side, plan.pitches[number]))
        joint += plan.pitches[number]
    return canvas.drawing()


def _put_bone(canvas: Canvas, bone: Bone, rows: Sequence[Row], place: tuple[int, int, int, int, int]) -> None:
    """Put a bone: `place` is row and column where it meets the spine, its length, side (-1 above) and columns."""
    spine, joint, length, side, pitch = place
    tone = categories.tone(bone.category) if bone.ribs else "muted"
    canvas.put(spine + side * (length + 1), joint - length - 1, fit(categories.title(bone.category), pitch - 1), tone)
    for away in range(1, length + 1):
        canvas.put(spine + side * away, joint - away, "╲" if side < 0 else "╱", "muted")
    for number, row in enumerate(rows):
        away = length - (number if side < 0 else len(rows) - 1 - number)
        shift = row.after if side < 0 else row.before
        column = joint - away + 1
        if row.twig:
            canvas.put(spine + side * away, column, TWIG * (1 + shift), "twig", row.cause_id)
        canvas.put(spine + side * away, column + 2 + shift, row.text, row.tone, row.cause_id)
