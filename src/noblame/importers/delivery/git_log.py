"""The output of ``git log``: medium, full and fuller in all date styles, and one line a commit with its date.

The committer's date is when a commit landed here; formats that show only the author's are read by
that. Merges are hidden, since what they merge is listed too.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime

from noblame.importers.base import Hints, Importer, NeedsHint, Reading, Refused, Warnings, reading
from noblame.importers.gathering import Gathering, Told
from noblame.importers.source import Source
from noblame.importers.times.stamps import epoch, parse
from noblame.importers.times.wall import Wall
from noblame.importers.times.zones import zone
from noblame.model import Precision

_GRAPH = r"[*|\\/_ ]*"
_LANES = r"(?:[|\\/_ ]*[|\\/_] {0,3})?"
_COMMIT = re.compile(
    r"(?:[|\\/_ ]*[*o<>][|\\/_ -]* )?commit (?:[-<>=^+] )?([0-9a-f]{7,64})(?: [0-9a-f]{7,64})*"
    r"(?: \(from [^)]*\))?(?:\s+\((.*)\))?\s*$"
)
"""A mark of the graph stands before it, of boundaries and sides before its hash; what is further in is somebody's message."""
_FIELD = re.compile(rf"{_LANES}(Author|AuthorDate|Commit|CommitDate|Date|Merge):\s+(.*)$")
_PATCH = re.compile(rf"{_LANES}diff --(?:git|cc|combined) ")
_BODY = re.compile(r"(?:[|\\/ ]*?)    (.*)$")
_GIT_DATE = re.compile(
    r"(?:[A-Z][a-z]{2},? )?(?:([A-Z][a-z]{2}) (\d{1,2})|(\d{1,2}) ([A-Z][a-z]{2}))(?: (\d{4}))? (\d\d:\d\d:\d\d)(?: (\d{4}))?"
    r"(?: ([+-]\d{4}))?$"
)
_ONELINE = re.compile(
    rf"{_GRAPH}([0-9a-f]{{7,40}})\s+(?:\(([^)]*)\)\s+)?\[?"
    r"(\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:\s?(?:Z|[+-]\d\d:?\d\d))?)?)\]?(?:\s+(.*))?$"
)
_REVERTS = re.compile(r"This reverts commit ([0-9a-f]{7,40})")
_BOT = re.compile(r"\[bot\]|\b(?:dependabot|renovate|greenkeeper|pre-commit-ci|github-actions)\b", re.IGNORECASE)


@dataclass(slots=True)
class Commit:
    """One commit as the log shows it."""

    line: int
    sha: str
    refs: str = ""
    fields: dict[str, str] = field(default_factory=dict[str, str])
    body: list[str] = field(default_factory=list[str])

    @property
    def written(self) -> str:
        """The date that counts, as it stands."""
        return next((self.fields[name] for name in ("CommitDate", "Date", "AuthorDate") if name in self.fields), "")


def _commits(text: str) -> list[Commit]:
    """Return the commits of a log; what stands between the message and the next one (patches, statistics) is left."""
    found: list[Commit] = []
    patch = False
    for number, line in enumerate(text.splitlines(), start=1):
        if head := _COMMIT.match(line):
            found.append(Commit(number, head[1], head[2] or ""))
            patch = False
        elif not found or patch:
            continue
        elif _PATCH.match(line):
            patch = True
        elif not found[-1].body and (told := _FIELD.match(line)):
            found[-1].fields.setdefault(told[1], told[2].strip())
        elif said := _BODY.match(line):
            found[-1].body.append(said[1])
    return found


def _one_liners(text: str) -> tuple[list[Commit], list[int]]:
    """Return the commits of a log with a line each (hash, date, subject), and the numbers of the lines that are none."""
    lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if re.search(r"\w", line)]
    matches = [(number, _ONELINE.match(line)) for number, line in lines]
    return [Commit(n, m[1], m[2] or "", {"Date": m[3]}, [m[4] or ""]) for n, m in matches if m], [n for n, m in matches if not m]


def _sniff(source: Source) -> float:
    lines = [line for line in source.decoded.text[:20_000].splitlines() if line.strip()][:40]
    if not lines:
        return 0.0
    if _COMMIT.match(lines[0]) and any(_FIELD.match(line) for line in lines[1:6]):
        return 0.97
    return 0.92 if sum(1 for line in lines if _ONELINE.match(line)) > 0.8 * len(lines) else 0.0


def _read(source: Source, hints: Hints) -> Reading:
    text = source.decoded.text
    commits, strange = (commits, []) if (commits := _commits(text)) else _one_liners(text)
    if not commits:
        dateless = re.match(r"[0-9a-f]{7,40} \S", text)
        what = "is a log without dates" if dateless else "is no git log"
        raise Refused(f"{source.name}: {what}; write one with: git log --date=iso-strict > log.txt")
    gathering = Gathering(source.name, Warnings(source.warnings))
    for number in strange:
        gathering.records += 1
        gathering.skip(f"{source.name}, line {number}", "is no commit with its date", "line that is no commit with its date")
    wall = Wall(hints, gathering.warnings)
    listed = {commit.sha[:7] for commit in commits}
    for commit in commits:
        gathering.records += 1
        _tell(commit, listed, hints, wall, gathering)
    return reading(
        "git_log", gathering.records, gathering.rows.values(), skipped=gathering.skipped, warnings=gathering.warnings,
        zone=wall.applied,
    )  # fmt: skip


def _tell(commit: Commit, listed: set[str], hints: Hints, wall: Wall, gathering: Gathering) -> None:
    place = f"{gathering.file}, line {commit.line}"
    author = re.sub(r"\s*<[^<>]*>\s*$", "", commit.fields.get("Author", ""))
    lines = [line.strip() for line in commit.body]
    subject = next(filter(None, lines), "") or "commit without a message"
    undone = _REVERTS.search("\n".join(lines))
    merge = "Merge" in commit.fields or re.match(r"Merge (?:branch|pull request|remote|tag|commit)\b", subject)
    reverts = bool(re.match(r"revert\b", subject, re.IGNORECASE)) or undone is not None
    text = subject + f" [{commit.sha[:7]}]"
    if undone:
        text += f" (reverts {undone[1][:7]}{', listed here' if undone[1][:7] in listed else ''})"
    if tags := re.findall(r"tag: ([^,)]+)", commit.refs):
        text += f" (tagged {', '.join(tags)})"
    at, precision = _moment(commit.written, place, hints.year, wall)
    gathering.tell(place, Told(
        at if at is not None else commit.written, text, "rollback" if reverts else "change", f"{commit.sha[:7]} {subject[:80]}",
        author,
        bool(_BOT.search(author)), precision=precision, noise="merge commit" if merge else "", star=False,
    ))  # fmt: skip


def _moment(written: str, place: str, year_given: int | None, wall: Wall) -> tuple[datetime | None, Precision]:
    """Return the moment of a date in any of git's styles; none for relative ones."""
    count, _, offset = written.partition(" ")
    if (known := epoch(count)) is not None:
        kept = zone(offset) if offset else None
        return (known.astimezone(kept) if kept else known), "second"
    if found := _GIT_DATE.fullmatch(written):
        year, month, day = found[5] or found[7], found[1] or found[4], found[2] or found[3]
        written = f"{day} {month} {year or year_given or ''} {found[6]} {found[8] or ''}".strip()
        if not year and year_given is None:
            raise NeedsHint("year", f"{place}: the date says no year; say it with --year")
    stamp = parse(written)
    if stamp is None:
        return None, "second"
    if stamp.instant is not None or stamp.day is None:
        return stamp.instant, stamp.precision
    at = wall.instant(place, datetime.combine(stamp.day, stamp.clock or datetime.min.time()), stamp.zone)
    return at, stamp.precision


IMPORTER = Importer("git_log", "git log", _sniff, _read)
