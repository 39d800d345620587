"""Columns that text takes in a terminal, and text made to fit them.

The screen calls these for every row it draws, so text of narrow letters never reaches the tables of
Unicode; they are imported when the first wide or joined character turns up.
"""

import re
from functools import lru_cache

_NARROW = re.compile(
    "[ -~\u00a0-\u02ff\u0370-\u0377\u0391-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2319\u2400-\u2426"
    "\u2500-\u25fc\u25ff-\u2613\u2702\u2709\u2713-\u2718\u2765-\u2775\u27f0-\u27ff]*"
)
"""Letters and signs that are one column wide and join with nothing: Latin, Greek, Cyrillic, dashes, arrows, lines, ticks.

All the signs that the screen itself draws are among them.
"""
_CLOSING = frozenset("、。，．！？：；）］｝」』】》〉ー…")
"""Wide marks that may not begin a line."""


@lru_cache(maxsize=8192)
def _measured(text: str) -> int:
    if _NARROW.fullmatch(text):
        return len(text)
    from wcwidth import wcswidth, wcwidth

    width = wcswidth(text)
    return width if width >= 0 else sum(max(0, wcwidth(character)) for character in text)


def cells(text: str) -> int:
    """Return the columns that one line of cleaned text takes."""
    return len(text) if text.isascii() else _measured(text)


def _narrow(text: str) -> bool:
    return text.isascii() or _NARROW.fullmatch(text) is not None


def graphemes(text: str) -> list[str]:
    """Return the characters as people count them: marks and joined emoji stay with what they belong to."""
    if _narrow(text):
        return list(text)
    from wcwidth import iter_graphemes

    return list(iter_graphemes(text))


def fit(text: str, width: int) -> str:
    """Return `text` in at most `width` columns; what is cut ends in an ellipsis."""
    if cells(text) <= width:
        return text
    if width <= 0:
        return ""
    if _narrow(text):
        return text[: width - 1].rstrip() + "…"
    kept, used = "", 0
    for grapheme in graphemes(text):
        used += cells(grapheme)
        if used > width - 1:
            break
        kept += grapheme
    return kept.rstrip() + "…"


def _pieces(word: str) -> list[str]:
    """Split a word where a line may end: between wide letters, as Chinese and Japanese are set."""
    if _narrow(word):
        return [word]
    pieces: list[str] = []
    narrow = False
    for grapheme in graphemes(word):
        wide = cells(grapheme) > 1
        if pieces and (grapheme in _CLOSING or (narrow and not wide)):
            pieces[-1] += grapheme
        else:
            pieces.append(grapheme)
        narrow = not wide
    return pieces


@lru_cache(maxsize=8192)
def wrap(text: str, width: int) -> tuple[str, ...]:
    """Return `text` in lines of at most `width` columns, broken between words.

    A word that is wider than a line is cut and ends in an ellipsis. Text without words has no lines; any other has
    one at least, however narrow.
    """
    width = max(1, width)
    if 0 < cells(text) <= width and "\n" not in text:
        return (text,)
    lines: list[str] = []
    used = width
    for word in text.split():
        space = " "
        for piece in _pieces(word):
            size = cells(piece)
            if used + len(space) + size <= width and lines:
                lines[-1] += space + piece
                used += len(space) + size
            else:
                lines.append(fit(piece, width))
                used = cells(lines[-1])
            space = ""
    return tuple(lines)
