"""Adding to a team's word list: one line of ``noblame.toml``, everything else in the file stays as somebody wrote it."""

import re
from pathlib import Path
from typing import Any, cast

import tomli_w

from noblame.store.atomic import write_atomically
from noblame.store.codec import parse
from noblame.store.reading import decode, read_bytes
from noblame.store.refusal import SessionRefused

_TABLE = re.compile(r"^\[lint\][ \t]*(?:#.*)?$", re.MULTILINE)
_LIST = re.compile(r"^allowed[ \t]*=[ \t]*\[", re.MULTILINE)
_NEXT = re.compile(r"^\[", re.MULTILINE)


def allow(path: Path, words: str) -> None:
    """Put an expression into ``[lint] allowed``; a file that is not there is begun.

    The new text is read back before it is written. Raises SessionRefused where the file is written in a way that a line cannot
    be added to, and OSError where it cannot be written.
    """
    text = decode(read_bytes(path), path) if path.is_file() else ""
    before = parse(text, path)
    lint = cast("dict[str, Any]", before.get("lint", {}))
    if words in lint.get("allowed", []):
        return
    wanted = {**before, "lint": {**lint, "allowed": [words, *lint.get("allowed", [])]}}
    after = _with(text, words)
    try:
        told = parse(after, path)
    except SessionRefused:
        told = {}
    if told != wanted:
        raise SessionRefused(f"{path}: add “{words}” to [lint] allowed by hand; the file is written in a way of its own")
    write_atomically(path, after.encode())


def _with(text: str, words: str) -> str:
    quoted = tomli_w.dumps({"w": words}).removeprefix("w = ").strip()
    table = _TABLE.search(text)
    if table is None:
        gap = "" if not text or text.endswith("\n\n") else "\n" if text.endswith("\n") else "\n\n"
        return f"{text}{gap}[lint]\nallowed = [{quoted}]\n"
    end = found.start() if (found := _NEXT.search(text, table.end())) else len(text)
    listed = _LIST.search(text, table.end(), end)
    if listed is None:
        return f"{text[: table.end()]}\nallowed = [{quoted}]{text[table.end() :]}"
    rest = text[listed.end() :]
    return f"{text[: listed.end()]}{quoted}{'' if rest.lstrip().startswith(']') else ', '}{rest}"
