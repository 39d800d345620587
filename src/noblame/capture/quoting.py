r"""Values of several words, in quotes behind their sign: ``~"as seen on the graph"``.

What stands in quotes is taken to the letter; a quote or a backslash within takes a backslash before it.
"""

import re

QUOTED = r'["“](?P<quoted>(?:[^"“”\\]|\\.)+)["”]'
"""The pattern of a value in quotes, straight or curly."""

LAST = r"(?=[,;.:]*(?:\s|$))"
"""What has to follow a value: nothing but punctuation before the next word."""

_IN_QUOTES = re.compile(QUOTED + LAST)


def quoted(value: str) -> str:
    """Return `value` in quotes."""
    marked = re.sub(r'(["“”\\])', r"\\\1", value)
    return f'"{marked}"'


def read(text: str, at: int) -> tuple[str, int] | None:
    """Return the value in quotes that begins at a place, and where it ends."""
    found = _IN_QUOTES.match(text, at)
    value = re.sub(r'\\(["“”\\])', r"\1", found["quoted"]).strip() if found else ""
    return (value, found.end()) if found and value else None
