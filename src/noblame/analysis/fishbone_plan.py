"""How a fishbone shares out its room: which bones stand above and below, and how many columns each pair gets."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from noblame.analysis.bones import Bone
from noblame.analysis.categories import CategorySet
from noblame.analysis.cells import fit, wrap
from noblame.analysis.fishbone_rows import DETAILS, Detail, Row, rows_of

_MARGIN = 4
"""Columns between bones that are not text: the bone, its twig, a blank on both sides of the text."""
_LEAST = 12 + _MARGIN
"""Columns of the narrowest pair."""
_MOST_MOVES = 16
_STEP = 2
"""Columns that one pair gives to another at a time."""
_HEAD_MARGIN = 7
_MOST_GAP = 4

_Pairs = tuple[tuple[Bone, Bone | None], ...]


class Plan(NamedTuple):
    """Where everything goes."""

    pairs: _Pairs
    rows: dict[str, list[Row]]
    pitches: tuple[int, ...]
    """Columns of each pair."""
    lean: int
    """Columns that the slant takes: as many as the longest bone has rows."""
    above: int
    below: int
    gap: int
    """Rows beside the spine at the last pair that are free of text, for the head."""
    head: int
    """Columns of the words of the head."""

    @property
    def height(self) -> int:
        """Rows of the whole."""
        return self.above + self.below + 3


class _Measured:
    """The lines of bones by detail and columns, each made once."""

    def __init__(self, own: CategorySet) -> None:
        self._own = own
        self._made: dict[tuple[str, Detail, int], list[Row]] = {}

    def rows(self, bone: Bone, detail: Detail, room: int) -> list[Row]:
        """Return the lines of a bone."""
        key = (bone.category, detail, room)
        if key not in self._made:
            self._made[key] = rows_of(bone, detail, room, self._own)
        return self._made[key]


def planned(bones: Sequence[Bone], head: str, size: tuple[int, int], own: CategorySet) -> Plan | None:
    """Return the layout in the fullest detail that keeps to the columns and rows of `size`; None where not even the least does.

    The bones keep their order above and below where they fit; where they do not, the long ones stand above and
    the shortest pair beside the head.
    """
    (width, height), measured = size, _Measured(own)
    for detail in DETAILS:
        shown = [bone for bone in bones if bone.ribs or detail.empty] or list(bones)
        longest = max(sum(1 + len(rib.below) * detail.below for rib in bone.ribs) for bone in shown)
        if longest + 4 > height or (width + 2) // ((len(shown) + 1) // 2) < _LEAST:
            continue
        for pairs in _arranged(shown, detail, width, measured):
            plan = _shared_out(pairs, detail, (head, width, height), measured)
            if plan:
                return plan
    return None


def _arranged(shown: Sequence[Bone], detail: Detail, width: int, measured: _Measured) -> Iterator[_Pairs]:
    """Yield the pairs in the order of the categories, then with the long bones on one side."""
    yield tuple(zip_longest(shown[::2], shown[1::2]))
    half = (len(shown) + 1) // 2
    room = max(_LEAST, width // half) - _MARGIN
    by_length = sorted(shown, key=lambda bone: -len(measured.rows(bone, detail, room)))
    yield tuple(zip_longest(by_length[:half], by_length[half:]))


def _shared_out(pairs: _Pairs, detail: Detail, place: tuple[str, int, int], measured: _Measured) -> Plan | None:
    """Return the layout in which columns went from short pairs to long ones until it keeps to the height."""
    head, width, height = place
    moved = [0] * len(pairs)
    lowest, stuck = height * 9, 0
    for _ in range(_MOST_MOVES):
        plan = _settled(pairs, (detail, head, width), moved, measured)
        if plan is None or plan.height <= height:
            return plan
        stuck = 0 if plan.height < lowest else stuck + 1
        lowest = min(lowest, plan.height)
        lengths = [max(len(plan.rows[bone.category]) for bone in pair if bone) for pair in pairs]
        longest, shortest = lengths.index(max(lengths)), lengths.index(min(lengths))
        if stuck > 3 or longest == shortest or plan.pitches[shortest] - _STEP < _LEAST:
            return None
        moved[longest] += _STEP
        moved[shortest] -= _STEP
    return None


def _settled(pairs: _Pairs, place: tuple[Detail, str, int], moved: Sequence[int], measured: _Measured) -> Plan | None:
    """Return the flattest layout with these shares, or None where bones get too narrow.

    A longer bone leans further, which takes columns from all of them, which makes bones longer: so the
    lean grows until the bones fit it. The rows beside the spine stay free of text at the last pair, for the head.
    """
    detail, head, width = place
    lean = 2
    while True:
        even = (width - lean + 2) // len(pairs)
        pitches = tuple(even + more for more in moved)
        if min(pitches) < _LEAST:
            return None
        rows = {
            bone.category: measured.rows(bone, detail, pitch - _MARGIN)
            for pair, pitch in zip(pairs, pitches, strict=True)
            for bone in pair
            if bone
        }
        words = pitches[-1] - _HEAD_MARGIN
        gap = _gap(head, words)
        gaps = [1] * (len(pairs) - 1) + [gap]
        above = max(gap, 2, *(len(rows[upper.category]) + free for (upper, _), free in zip(pairs, gaps, strict=True)))
        below = max(gap, 2, *(len(rows[lower.category]) + free for (_, lower), free in zip(pairs, gaps, strict=True) if lower))
        if max(above, below) <= lean:
            return Plan(pairs, rows, pitches, lean, above, below, gap, words)
        lean = max(above, below)


def _gap(head: str, words: int) -> int:
    """Return the rows above and below the spine that the head takes to be whole."""
    return min(_MOST_GAP, max(1, len(wrap(head, words)) // 2))


def head_lines(head: str, words: int, gap: int) -> tuple[str, ...]:
    """Return the words of the head in its rows, as narrow as they go; what has no room ends in an ellipsis."""
    most = 2 * gap + 1
    lines = wrap(head, words) or ("",)
    for room in range(min(8, words), words):
        narrower = wrap(head, room)
        if narrower and len(narrower) <= most and not any("…" in line for line in narrower):
            lines = narrower
            break
    if len(lines) > most:
        lines = (*lines[: most - 1], fit(" ".join(lines[most - 1 :]), words))
    free = 3 - len(lines)
    return ("",) * (free // 2) + lines + ("",) * (free - free // 2) if free > 0 else lines
