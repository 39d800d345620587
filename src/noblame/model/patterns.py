"""Patterns that a start need not wait for."""

import re
from collections.abc import Callable
from functools import cache


def pattern(words: str, flags: re.RegexFlag = re.NOFLAG) -> Callable[[], re.Pattern[str]]:
    """Return what compiles a pattern when it is called first, and gives the same one ever after."""
    return cache(lambda: re.compile(words, flags))
