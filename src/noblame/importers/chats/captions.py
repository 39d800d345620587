"""Transcripts of recordings as captions: WebVTT of Zoom, Teams and others, and SRT.

Speech is a quarry for quotes and no timeline: what one person says in a row becomes one row, and
nothing is starred. Times count from the start of the recording, which is asked for.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from html import unescape

from noblame.importers.base import Hints, Importer, NeedsHint, Reading, Row, Warnings, reading
from noblame.importers.kinds import KIND_OF
from noblame.importers.secrets import without_secrets
from noblame.importers.source import Source
from noblame.model import clean_line, handle

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d\d)(?:[.,](\d{1,3}))?"
_TIMING = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}")
_VOICE = re.compile(r"<v(?:\.[^ >]*)?[ \t]+([^>]{1,120})>(.*?)(?:</v>|(?=<v[ .])|$)", re.DOTALL)
_TAG = re.compile(r"</?[^>]{0,200}>")
_NAMED = re.compile(r"(?P<name>[^\W\d_][^:<>\n]{0,59}?):\s+(?P<text>\S.*)", re.DOTALL)
_MOST_NAME_WORDS = 6
_WEBEX = re.compile(r'\d+ +"(?P<name>[^"]{1,120})" \(\d+\)\s*$')
"""The line before a timing, where Webex names who speaks."""
_LOOKED = 5
"""Lines after an empty one in which the words of a caption may go on."""
_OTHER = ("NOTE", "STYLE", "REGION")


@dataclass(frozen=True, slots=True)
class Cue:
    """What was said in one stretch of time."""

    line: int
    begins: timedelta | None
    """From the start of the recording; none if it could not be read."""
    ends: timedelta
    speaker: str
    text: str
    count: int = 1


def _cues(lines: Sequence[str]) -> Iterator[Cue]:
    """Yield the cues; notes, styles and identifiers are none."""
    number = 0
    while number < len(lines):
        found = _TIMING.match(lines[number])
        timed = found or "-->" in lines[number]
        number += 1
        if not timed:
            continue
        named = _WEBEX.match(lines[number - 2]) if number > 1 else None
        first = number
        while number < len(lines) and not _ends(lines, number):
            number += 1
        words = "\n".join(line for line in lines[first:number] if line.strip())
        begins = _span(found.groups()[:4]) if found else None
        ends = max(begins, _span(found.groups()[4:])) if found and begins is not None else timedelta()
        voices = _VOICE.findall(words)
        for speaker, said in voices or [(named["name"] if named else "", words)]:
            yield Cue(first, begins, ends, unescape(speaker).strip(), unescape(_TAG.sub("", said)).strip())


def _ends(lines: Sequence[str], number: int) -> bool:
    """Whether a caption ends before a line: with the next one, or with an empty line and what is no more of its words."""
    if lines[number].strip():
        return _TIMING.match(lines[number]) is not None
    after = next((place for place in range(number, min(number + _LOOKED, len(lines))) if lines[place].strip()), None)
    if after is None:
        return True
    return lines[after].split(" ")[0].strip() in _OTHER or any("-->" in line for line in lines[after : after + 2])


def _span(parts: tuple[str | None, ...]) -> timedelta:
    hours, minutes, seconds = (int(part or 0) for part in parts[:3])
    return timedelta(hours=hours, minutes=minutes, seconds=seconds, milliseconds=int((parts[3] or "0").ljust(3, "0")))


def _with_names(cues: list[Cue]) -> list[Cue]:
    """Return cues with the names that stand before a colon as speakers, where most cues have one."""
    named = [_NAMED.match(cue.text) if not cue.speaker else None for cue in cues]
    sure = sum(1 for found in named if found and len(found["name"].split()) <= _MOST_NAME_WORDS)
    if sure * 2 <= len(cues):
        return cues
    return [
        replace(cue, speaker=found["name"].strip(), text=found["text"])
        if found and len(found["name"].split()) <= _MOST_NAME_WORDS
        else cue
        for cue, found in zip(cues, named, strict=True)
    ]


def turns(cues: list[Cue]) -> list[Cue]:
    """Return cues with what one speaker says in a row as one; those without a speaker or a time stay alone."""
    folded: list[Cue] = []
    for cue in cues:
        last = folded[-1] if folded else None
        timed = cue.begins is not None and last is not None and last.begins is not None
        if last and timed and cue.speaker and last.speaker == cue.speaker and len(last.text) < 1_500:
            folded[-1] = replace(last, ends=cue.ends, text=f"{last.text}\n{cue.text}", count=last.count + 1)
        else:
            folded.append(cue)
    return folded


def _sniff(source: Source) -> float:
    begins = [line for line in source.lines[:6] if line.strip()]
    if begins and begins[0].startswith("WEBVTT"):
        return 1.0
    return 0.96 if any(_TIMING.match(line) for line in begins[:3]) else 0.0


def _read(source: Source, hints: Hints) -> Reading:
    cues = list(_cues(source.lines))
    if cues and hints.start is None:
        raise NeedsHint(
            "start", f"{source.name}: times count from the start of the recording; say it with --start 2024-01-15T14:00Z"
        )
    warnings = Warnings(source.warnings)
    if not cues:
        warnings.add(source.name, "holds no captions")
    for cue in cues:
        if cue.begins is None:
            warnings.add(
                f"{source.name}, line {cue.line}", "the time of a caption cannot be read, so its words have no place yet"
            )
    rows = [_row(source, hints, cue) for cue in turns(_with_names(cues))]
    return reading("transcript", len(cues), rows, warnings=warnings)


def _row(source: Source, hints: Hints, cue: Cue) -> Row:
    start, begins = hints.start, cue.begins
    at = start + begins if start and begins is not None else None
    raw = without_secrets(cue.text)
    text = clean_line(raw)
    line = f"{source.name}, line {cue.line}"
    return Row(
        at, text, "speech", KIND_OF["speech"], "second", start + cue.ends if start and at else None, cue.speaker,
        (handle(cue.speaker),) if cue.speaker else (), f"{line}, +{begins}"[:200] if at else line,
        f"{at.isoformat() if at else f'line {cue.line}'} {cue.speaker}", "" if raw == text else raw,
        noise="" if text else "no text", count=cue.count,
    )  # fmt: skip


IMPORTER = Importer("transcript", "Transcript of a recording (WebVTT, SRT)", _sniff, _read)
