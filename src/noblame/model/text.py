"""Text from outside, made harmless once, at the edge.

Terminals obey escape bytes, and bidirectional overrides make a line read other than it is
stored. Every string of the record passes through `clean` or `clean_line` when a model is built,
so no later layer has to think of it.
"""

import re
from typing import Annotated

from pydantic import AfterValidator

_SUSPICIOUS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\U000e0000-\U000e007f\U0001fffe\U0001ffff\u200b\u2060-\u2064\ufeff]"
)
_MOST_MARKS = 16
_MARKS = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_PILED = re.compile(f"({_MARKS}{{{_MOST_MARKS}}}){_MARKS}+")
"""Marks on one letter beyond what any script writes: they would be drawn over the lines around it."""


def _harmless(found: re.Match[str]) -> str:
    """What stands for one suspicious character."""
    code = ord(found[0])
    if code in (0x85, 0x2028, 0x2029):
        return "\n"
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if code in (0x200B, 0xFEFF) or 0x202A <= code <= 0x202E or 0x2060 <= code <= 0x2069:
        return f"<U+{code:04X}>"
    return "\ufffd"


def clean(text: str) -> str:
    """Return `text` with nothing in it that a terminal, editor or diff would act on.

    Line ends become line feeds; control characters their visible pictures (ESC is ``␛``); C1 bytes,
    lone surrogates, noncharacters and tag characters U+FFFD; bidirectional overrides, isolates and
    spaces without width their code point in words. Right-to-left letters, joiners, emoji and up to
    16 combining marks on a letter stay. ``clean(clean(x)) == clean(x)``.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _PILED.sub(r"\1", text)
    if text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SUSPICIOUS.sub(_harmless, text)


def clean_line(text: str) -> str:
    """Return `text` cleaned, on one line, without spaces at its ends."""
    text = clean(text)
    if "\n" in text or "\t" in text:
        text = re.sub(r"\s*[\n\t]\s*", " ", text)
    return text.strip()


Text = Annotated[str, AfterValidator(clean)]
"""A string that may hold several lines."""

Line = Annotated[str, AfterValidator(clean_line)]
"""A string of one line."""

Id = Line
"""What an entry is referred to by."""
