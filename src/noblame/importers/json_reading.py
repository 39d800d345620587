"""JSON from strangers: bounded, never raising in the middle of a sniff, and typed.

JSON lines are told from one document by reading: if the whole is not JSON but a line is, the file
is read line by line.
"""

import json
import re
from dataclasses import dataclass
from typing import NoReturn, TypeAlias, cast

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

_BEGINS = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\"{\[\]])")
"""How objects and lists of them begin; logs begin lines with brackets too."""
_NEXT = re.compile(r"\S|\Z")
DEEPEST = 64
"""Levels of nesting; the formats read here need about ten."""

HEAVIEST = 6_000_000
"""Values of one text, a container counting as three: what some 400 MB of memory hold. An export has a fifth of it."""
MOST_LINES = 300_000
"""Lines of a file that is read line by line: what can be read while somebody waits."""


class NotJson(ValueError):
    """A text is not JSON that can be read; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Documents:
    """The values of a file, each with the line it begins on."""

    values: tuple[tuple[int, Json], ...] = ()
    lines: bool = False
    """Whether the file is JSON lines."""
    unreadable: tuple[int, ...] = ()
    """Lines of a JSON lines file that are not JSON."""
    trouble: str = ""
    """Why a file that begins as JSON cannot be read; empty for any other text."""

    @property
    def first(self) -> Json:
        """The first value; None where there is none."""
        return self.values[0][1] if self.values else None


def _no_constant(name: str) -> NoReturn:
    raise NotJson(f"holds {name}, which is not JSON")


_DECODER = json.JSONDecoder(parse_constant=_no_constant)


def parse(text: str) -> Json:
    """Return the value of a JSON text; raises NotJson for anything else, too deep nesting included."""
    try:
        value: Json = _DECODER.decode(text)
    except json.JSONDecodeError as problem:
        raise NotJson(f"line {problem.lineno}, column {problem.colno}: {problem.msg}") from None
    except (ValueError, RecursionError, MemoryError) as problem:
        raise NotJson(str(problem) if isinstance(problem, NotJson) else "is nested too deeply or too large") from None
    if _too_deep(value):
        raise NotJson(f"is nested more than {DEEPEST} levels deep")
    return value


def _too_deep(value: Json) -> bool:
    """Whether containers nest deeper than allowed, found level by level without recursion."""
    level = [value] if isinstance(value, (dict, list)) else []
    for _ in range(DEEPEST):
        if not level:
            return False
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if type(inner) is dict or type(inner) is list
        ]
    return bool(level)


def begins(text: str) -> bool:
    """Whether a text begins as an object or a list does."""
    return _BEGINS.match(text) is not None


def documents(text: str) -> Documents:
    """Return the JSON values of a file's text; never raises."""
    if not begins(text):
        return Documents()
    if len(text) > HEAVIEST and text.count(",") + 3 * (text.count("{") + text.count("[")) > HEAVIEST:
        return Documents(trouble="it holds more values than an export does")
    try:
        return Documents(((1, parse(text)),))
    except NotJson as problem:
        if text.count("\n") > MOST_LINES:
            return Documents(trouble=f"it has more than {MOST_LINES:,} lines")
        lines = _lines(text)
        return lines if lines.values else _behind_each_other(text) or Documents(trouble=str(problem))


def _behind_each_other(text: str) -> Documents | None:
    """Return values that stand one behind the other over several lines, as pages of an answer do; none if anything else does."""
    values: list[tuple[int, Json]] = []
    place, line, before = _next(text, 0), 1, 0
    while place < len(text):
        try:
            value, end = cast("tuple[Json, int]", _DECODER.raw_decode(text, place))
        except (ValueError, RecursionError, MemoryError):
            return None
        if not isinstance(value, (dict, list)) or _too_deep(value):
            return None
        line, before = line + text.count("\n", before, place), place
        values.append((line, value))
        place = _next(text, end)
    return Documents(tuple(values), lines=True)


def _next(text: str, place: int) -> int:
    """Return where something stands behind a place; the end where nothing does."""
    found = _NEXT.search(text, place)
    return found.start() if found else len(text)


def _lines(text: str) -> Documents:
    """Return the values of JSON lines; none if the first three lines hold no object or list."""
    values: list[tuple[int, Json]] = []
    unreadable: list[int] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        if not values and len(unreadable) == 3:
            return Documents()
        try:
            value = parse(line)
        except NotJson:
            unreadable.append(number)
            continue
        if isinstance(value, (dict, list)):
            values.append((number, value))
        else:
            unreadable.append(number)
    return Documents(tuple(values), lines=True, unreadable=tuple(unreadable))


def mapping(value: Json) -> dict[str, Json]:
    """Return `value` if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def items(value: Json) -> list[Json]:
    """Return `value` if it is a list, else an empty one."""
    return value if isinstance(value, list) else []


def objects(value: Json) -> list[dict[str, Json]]:
    """Return the objects of a list."""
    return [item for item in items(value) if isinstance(item, dict)]


def words(value: Json) -> str:
    """Return `value` if it is a string, else an empty one; what takes no room and says nothing is left out."""
    if not isinstance(value, str):
        return ""
    return value if value.isascii() else value.replace("\u200b", "").replace("\ufeff", "")
