"""Shell histories that keep times: bash and tcsh with a comment before each command, zsh extended, fish.

A command without a time has no place yet. Nothing is starred: what somebody typed is evidence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from noblame.importers.base import Hints, Importer, Reading, Row, Warnings, reading
from noblame.importers.kinds import KIND_OF
from noblame.importers.secrets import without_secrets
from noblame.importers.source import Member, Source
from noblame.importers.times.stamps import epoch
from noblame.model import clean_line

_BASH = re.compile(r"#\+?(\d{9,11})\s*$")
_ZSH = re.compile(r": (\d{9,11}):(\d+);(.*)", re.DOTALL)
_FISH = re.compile(r"- cmd: (.*)")
_FISH_WHEN = re.compile(r"\s+when: (\d+)\s*$")
_META = b"\x83"
_SAMPLE = 200


@dataclass(slots=True)
class Command:
    """What was typed, with all of its lines."""

    number: int
    stamp: str = ""
    lasted: int = 0
    lines: list[str] = field(default_factory=list[str])


def _sort(all_lines: Sequence[str]) -> str:
    """Return ``bash``, ``zsh`` or ``fish`` for lines with stamps of one of them; empty for any other."""
    lines = [line[:1_000] for line in all_lines[:_SAMPLE] if line.strip()]
    if any(_BASH.match(line) for line in lines[:20]):
        return "bash"
    zsh = sum(1 for line in lines if _ZSH.match(line))
    if zsh and (_ZSH.match(lines[0]) or zsh * 3 > len(lines)):
        return "zsh"
    return "fish" if any(map(_FISH.match, lines[:3])) and any(map(_FISH_WHEN.match, lines)) else ""


def _sniff(source: Source) -> float:
    return 0.95 if _sort(source.lines) else 0.0


def _bash(lines: Sequence[str]) -> Iterator[Command]:
    """A stamp before each command; what has none before the first stamp is a command a line."""
    command: Command | None = None
    for number, line in enumerate(lines, start=1):
        if found := _BASH.match(line):
            if command:
                yield command
            command = Command(number, found[1])
        elif command:
            command.lines.append(line)
        elif line.strip():
            yield Command(number, lines=[line])
    if command:
        yield command


def _zsh(lines: Sequence[str]) -> Iterator[Command]:
    """A stamp and how long it took before each command; a backslash at the end goes on in the next line."""
    command: Command | None = None
    for number, line in enumerate(lines, start=1):
        if command and command.lines and command.lines[-1].endswith("\\"):
            command.lines[-1] = command.lines[-1][:-1]
            command.lines.append(line)
            continue
        if command:
            yield command
        found = _ZSH.match(line)
        command = Command(number, found[1], int(found[2]), [found[3]]) if found else Command(number, lines=[line])
    if command:
        yield command


def _fish(lines: Sequence[str]) -> Iterator[Command]:
    """Something like YAML; line breaks and backslashes stand behind a backslash."""
    command: Command | None = None
    for number, line in enumerate(lines, start=1):
        if found := _FISH.match(line):
            if command:
                yield command
            said = re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], found[1])
            command = Command(number, lines=said.split("\n"))
        elif command and (when := _FISH_WHEN.match(line)):
            command.stamp = when[1]
    if command:
        yield command


_SHELLS = {"bash": _bash, "zsh": _zsh, "fish": _fish}


def _unmarked(source: Source) -> Sequence[str]:
    """Return the lines of a history of zsh, which marks bytes above 127 and writes them changed (``metafied``)."""
    content = source.members[0].content if source.members else b""
    if _META not in content or source.decoded.encoding == "UTF-8":  # what is marked is no UTF-8 any more
        return source.lines
    plain = re.sub(_META + b"(.)", lambda found: bytes((found[1][0] ^ 32,)), content, flags=re.DOTALL)
    return replace(source, members=(Member(source.name, plain),)).lines


def _read(source: Source, _hints: Hints) -> Reading:
    warnings = Warnings(source.warnings)
    shell = _sort(source.lines) or "bash"
    lines = _unmarked(source) if shell == "zsh" else source.lines
    rows: list[Row] = []
    seen: dict[str, int] = {}
    for command in _SHELLS[shell](lines):
        raw = without_secrets("\n".join(command.lines).strip("\n"))
        if not raw.strip() and not command.stamp:
            continue
        place = f"{source.name}, line {command.number}"
        at = epoch(command.stamp) if command.stamp else None
        if at is None:
            warnings.add(place, "the command has no time, so it has no place yet")
        text = clean_line(raw)
        key = f"{command.stamp or source.name} {text}"[:200]
        seen[key] = seen.get(key, 0) + 1
        until = at + timedelta(seconds=command.lasted) if at and 0 < command.lasted < 10**6 else None
        rows.append(
            Row(
                at, text, "command", KIND_OF["command"], "second", until, origin=place,
                native_id=key if seen[key] == 1 else f"{key} -{seen[key]}", raw="" if raw == text else raw,
                noise="" if text else "no text",
            )
        )  # fmt: skip
    return reading("shell_history", len(rows), rows, warnings=warnings)


IMPORTER = Importer("shell_history", "Shell history with times (bash, tcsh, zsh, fish)", _sniff, _read)
