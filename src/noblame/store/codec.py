"""A record as TOML text and back.

One file a session, one table an entry, in a fixed order, so that a version control diff is a line
per fact. Writing a large session whole takes tens of milliseconds; so the text of each entry is
made once and kept beside it, and a save joins strings.
"""

import re
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import tomli
import tomli_w
from pydantic import ValidationError

from noblame.analysis.graph import check
from noblame.model import LISTS, MOST_ENTRIES, Frozen, Record, clean, planned
from noblame.model.stretch import stretch
from noblame.store.folds import without_lost_folds
from noblame.store.refusal import SessionRefused

SCHEMA = 1
DEEPEST = 64
"""Levels of nesting; a session has five, and what a newer noblame keeps there is not much deeper."""
_HEADS = ("incident", "meeting", "agenda")
_CONTAINERS = (dict, list, tuple)


class Codec:
    """Turns records into text, remembering the text of every entry by the entry's identity."""

    def __init__(self) -> None:
        self._heads: dict[str, tuple[Frozen, str]] = {}
        self._lists = {name: _Texts(name) for name in LISTS}

    def dump(self, record: Record) -> str:
        """Return the whole file. Records that share entries with the last one cost little."""
        extra = record.model_extra or {}
        plain = {key: value for key, value in extra.items() if not _is_table(value)}
        pieces = [_plain({"schema": SCHEMA, **plain})]
        pieces += [self._head(name, getattr(record, name)) for name in _HEADS]
        for name in LISTS:
            if name == LISTS[-1]:
                tables = {key: value for key, value in extra.items() if key not in plain}
                pieces += [_nested(_key(key), value) for key, value in tables.items()]
            pieces += self._lists[name](getattr(record, name))
        return "\n".join(pieces)

    def _head(self, name: str, part: Frozen) -> str:
        known = self._heads.get(name)
        if known is None or known[0] is not part:
            known = self._heads[name] = part, _table(name, part.model_dump(exclude_defaults=True), listed=False)
        return known[1]


class _Texts:
    """The texts of the entries of one list; only those that the last list had not are made."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._last: tuple[tuple[Frozen, ...], list[str]] = ((), [])

    def __call__(self, entries: tuple[Frozen, ...]) -> list[str]:
        """Return a text for each entry, in order."""
        before, texts = self._last
        old, new = stretch(before, entries)
        known = {id(entry): text for entry, text in zip(before[old], texts[old], strict=True)}
        made = [known.get(id(entry)) or self._made(entry) for entry in entries[new]]
        self._last = entries, [*texts[: old.start], *made, *texts[old.stop :]]
        return self._last[1]

    def _made(self, entry: Frozen) -> str:
        return _table(self._name, entry.model_dump(exclude_defaults=True), listed=True)


def load(text: str, path: Path) -> Record:
    """Return the record that `text` holds; `path` is named in refusals.

    Raises SessionRefused with line or key where the text is not TOML, of a newer schema, of wrong
    types, or contradicts itself.
    """
    tree = parse(text, path)
    tree.pop("schema", None)
    if (entries := sum(len(tree[name]) for name in LISTS if isinstance(tree.get(name), list))) > MOST_ENTRIES:
        raise SessionRefused(
            f"{path}: holds {entries:,} entries, more than the {MOST_ENTRIES:,} that a session has room for; "
            "split it or take out rows nobody starred"
        )
    try:
        record = Record.model_validate(tree)
    except ValidationError as problem:
        raise SessionRefused(f"{path}: {first_problem(problem, text)}") from None
    seen: set[str] = set()
    for name in LISTS:
        for entry in getattr(record, name):
            if entry.id in seen:
                raise SessionRefused(
                    f"{path}: {_line_of_id(text, entry.id)}id {entry.id!r} stands twice; give one of them another"
                )
            seen.add(entry.id)
    if knot := check(record):
        raise SessionRefused(f"{path}: {knot}")
    if (events := without_lost_folds(record.events)) is not record.events:
        record = record.but(events=events)
    if not record.agenda.blocks:
        record = record.but(agenda=record.agenda.but(blocks=planned("standard").blocks, current=None))
    return record


def parse(text: str, path: Path) -> dict[str, Any]:
    """Return the TOML tree; refuses conflict markers, what is not TOML, and a newer schema."""
    if marker := re.search(r"^(<{7}|>{7}|={7})( |$)", text, re.MULTILINE):
        line = text.count("\n", 0, marker.start()) + 1
        raise SessionRefused(f"{path}: line {line} is a merge conflict marker; resolve the conflict, then open it again")
    if (tables := text.count("\n[")) > 2 * MOST_ENTRIES:
        raise SessionRefused(f"{path}: holds {tables:,} tables, more than a session has room for, so this is another file")
    try:
        tree = tomli.loads(text)
    except (ValueError, RecursionError, MemoryError) as problem:
        place = re.search(r"\(at (.*)\)", str(problem))
        where = place[1] if place else "somewhere"
        what = str(problem).split(" (at ", maxsplit=1)[0] or type(problem).__name__
        raise SessionRefused(f"{path}: not TOML at {where}: {clean(what)}; mend that line or restore a copy") from None
    if _too_deep(tree):
        raise SessionRefused(f"{path}: is nested more than {DEEPEST} levels deep; a session never is, so this is another file")
    schema = tree.get("schema", SCHEMA)
    if not isinstance(schema, int) or isinstance(schema, bool):
        raise SessionRefused(f"{path}: schema should be a whole number, here {SCHEMA}")
    if schema > SCHEMA:
        raise SessionRefused(f"{path}: schema {schema} is newer than this noblame reads ({SCHEMA}); update noblame")
    return tree


def is_session(tree: dict[str, Any]) -> bool:
    """Whether a TOML tree has what noblame writes into every session, or one of the lists that people write there."""
    return "schema" in tree or "incident" in tree or any(name in tree for name in LISTS)


def _too_deep(tree: dict[str, Any]) -> bool:
    """Whether tables and lists nest deeper than allowed, found level by level without recursion."""
    level: list[Any] = [tree]
    for _ in range(DEEPEST):
        values = [
            cast("dict[str, Any]", outer).values() if isinstance(outer, dict) else cast("list[Any]", outer) for outer in level
        ]
        level = [inner for several in values for inner in several if isinstance(inner, (dict, list))]
        if not level:
            return False
    return True


def _plain(table: dict[str, Any]) -> str:
    """Return the lines of a table without nested ones."""
    return "".join([_line(key, value) for key, value in table.items()])


def _line(key: str, value: object) -> str:
    """Return one line; what is written as it stands is so at once, because tomli-w looks at each letter."""
    if isinstance(value, str) and _as_it_stands(value):
        return f'{_key(key)} = "{value}"\n'
    if isinstance(value, datetime) or type(value) is int:
        return f"{_key(key)} = {value}\n"
    if isinstance(value, tuple) and value and all(isinstance(item, str) and _as_it_stands(item) for item in value):  # pyright: ignore[reportUnknownVariableType] asked just here
        items = "".join([f'    "{item}",\n' for item in value])  # pyright: ignore[reportUnknownVariableType]
        return f"{_key(key)} = [\n{items}]\n"
    return tomli_w.dumps({key: value}, multiline_strings=True)


def _as_it_stands(text: str) -> bool:
    """Whether TOML has no other form for a text than itself between quotation marks."""
    return text.isprintable() and '"' not in text and "\\" not in text


def _table(header: str, table: dict[str, Any], *, listed: bool) -> str:
    """Return a table under its own header; nested ones follow it, never inline, so that each fact is a line."""
    inner = {key: value for key, value in table.items() if type(value) in _CONTAINERS and _is_table(value)}
    own = _plain({key: value for key, value in table.items() if key not in inner} if inner else table)
    text = f"[[{header}]]\n{own}" if listed else f"[{header}]\n{own}"
    return "\n".join([text, *(_nested(f"{header}.{_key(key)}", value) for key, value in inner.items())])


def _nested(header: str, value: Any) -> str:
    if isinstance(value, dict):
        return _table(header, cast("dict[str, Any]", value), listed=False)
    return "\n".join(_table(header, item, listed=True) for item in value)


@lru_cache(maxsize=256)
def _key(key: str) -> str:
    """Return a key as TOML writes it, quoted where it has to be."""
    return tomli_w.dumps({key: 0}).rsplit(" = ", 1)[0]


def _is_table(value: Any) -> bool:
    """Whether a value is a table or a list of nothing but tables."""
    if isinstance(value, (list, tuple)):
        items = cast("list[Any]", value)
        return bool(items) and all(isinstance(item, dict) for item in items)
    return isinstance(value, dict)


def first_problem(problem: ValidationError, text: str) -> str:
    """Say the first of pydantic's findings as one sentence with line and key."""
    found = problem.errors(include_url=False, include_context=False)[0]
    place = found["loc"]
    key = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in place).lstrip(".")
    what = found["msg"].removeprefix("Value error, ").replace("valid tuple", "list")
    given = clean(repr(found.get("input")))
    return f"{_line_of(text, place)}{clean(key)}: {clean(what)} (found {given[:60]}{'…' if len(given) > 60 else ''})"


def _line_of(text: str, place: tuple[str | int, ...]) -> str:
    """Return ``line 12: `` for a place in the tree, or nothing where it cannot be told."""
    lines = text.split("\n")
    name = str(place[0])
    header = re.compile(rf"^\s*\[\[?\s*{re.escape(name)}\s*\]\]?")
    wanted = place[1] if len(place) > 1 and isinstance(place[1], int) else 0
    heads = [number for number, line in enumerate(lines) if header.match(line)]
    if len(heads) <= wanted:
        return ""
    line_number = heads[wanted]
    field = next((step for step in place[1:] if isinstance(step, str)), None)
    for number in range(line_number + 1, len(lines) if field else 0):
        if lines[number].lstrip().startswith("["):
            break
        if re.match(rf"^\s*{re.escape(field or '')}\s*=", lines[number]):
            line_number = number
            break
    return f"line {line_number + 1}: "


def _line_of_id(text: str, entry_id: str) -> str:
    """Return the line of the second entry with an id."""
    places = [found.start() for found in re.finditer(rf'^id\s*=\s*"{re.escape(entry_id)}"', text, re.MULTILINE)]
    return f"line {text.count(chr(10), 0, places[1]) + 1}: " if len(places) > 1 else ""
