"""The lines of text on one bone of a fishbone, in so many columns."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from noblame.analysis.bones import Bone, Rib
from noblame.analysis.branches import tone_of, worded
from noblame.analysis.canvas import Tone
from noblame.analysis.categories import CategorySet
from noblame.analysis.cells import cells, fit, wrap

_HIGHEST = 4
"""Rows up to which a wrapped text is set flush; a higher one follows its bone and wastes no columns."""


class Detail(NamedTuple):
    """How much is drawn; the drawing takes the fullest detail that the rows allow."""

    prompts: bool
    spaced: bool
    origins: bool
    empty: bool
    below: bool
    flush: bool


DETAILS = (
    Detail(prompts=True, spaced=True, origins=True, empty=True, below=True, flush=True),
    Detail(prompts=False, spaced=True, origins=True, empty=True, below=True, flush=True),
    Detail(prompts=False, spaced=False, origins=True, empty=True, below=True, flush=True),
    Detail(prompts=False, spaced=False, origins=False, empty=True, below=True, flush=False),
    Detail(prompts=False, spaced=False, origins=False, empty=False, below=True, flush=False),
    Detail(prompts=False, spaced=False, origins=False, empty=False, below=False, flush=False),
)


class Row(NamedTuple):
    """A line of text on a bone; `twig` leads to the first line of a cause.

    The lines of one text that is set flush stand in one column: `before` and `after` are how many of them
    stand above and below this one, which is how far the slant is from it.
    """

    twig: bool
    text: str
    tone: Tone
    cause_id: str
    before: int = 0
    after: int = 0


def rows_of(bone: Bone, detail: Detail, room: int, own: CategorySet) -> list[Row]:
    """Return the lines of a bone in `room` columns; an empty one asks for what its category means."""
    if not bone.ribs:
        return list(_set(own.definition(bone.category), room, detail, ("muted", ""))) if detail.prompts else []
    rows: list[Row] = []
    for rib in bone.ribs:
        if rows and detail.spaced:
            rows.append(Row(False, "", "", ""))
        rows += _rib_rows(rib, detail, room)
    return rows


def _rib_rows(rib: Rib, detail: Detail, room: int) -> Iterator[Row]:
    """Yield the lines of a rib, its own causes indented under it."""
    hidden = f" (+{len(rib.below)})" if rib.below and not detail.below else ""
    for depth, cause in ((0, rib.cause), *(rib.below if detail.below else ())):
        indent = "" if depth == 0 else "  " * (min(depth, 2) - 1) + "└ "
        words = worded(cause) + (hidden if depth == 0 else "")
        yield from _set(words, room, detail, (tone_of(cause, ""), cause.id), indent, twig=depth == 0)
        if depth == 0 and rib.origin and detail.origins:
            yield Row(False, fit(f"↳ from {rib.origin.text}", room), "muted", "")


def _set(words: str, room: int, detail: Detail, look: tuple[Tone, str], indent: str = "", *, twig: bool = False) -> Iterator[Row]:
    """Yield a text in lines, flush where that takes no more of them than following the slant by one."""
    lines, flush = _lines(words, room - cells(indent), detail.flush)
    for number, line in enumerate(lines):
        after = len(lines) - 1 - number
        text = (" " * len(indent) if number else indent) + line
        yield Row(twig and not number, text, *look, *((number, after) if flush else (0, 0)))


@lru_cache(maxsize=8192)
def _lines(words: str, room: int, flush: bool) -> tuple[tuple[str, ...], bool]:
    """Return a text in lines, and whether they are set flush: each further line then costs a column."""
    slanted = wrap(words, room)
    for high in range(1, min(_HIGHEST, len(slanted) + 1) + 1) if flush else ():
        lines = wrap(words, room - high + 1)
        if len(lines) <= high and not any("…" in line for line in lines if "…" not in words):
            return lines, True
    return slanted, False
