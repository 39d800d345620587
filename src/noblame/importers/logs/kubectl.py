"""The table that ``kubectl get events`` prints. It shows ages, not times.

With the moment it was printed, given as the start, each age becomes a time to the precision that the
age has; without it all rows wait.
"""

import re
from datetime import timedelta

from noblame.importers.base import Hints, Importer, Reading, Refused, Warnings, reading
from noblame.importers.gathering import Gathering, Told
from noblame.importers.source import Source

_HEADER = re.compile(
    r"(?:NAMESPACE\s+)?LAST SEEN\s+(?:.*\s)?REASON\s+.*\bMESSAGE\b|LAST SEEN\s+TYPE\s+REASON\s+(?:FROM\s+)?OBJECT"
)
_TITLES = re.compile(r"LAST SEEN|FIRST SEEN|\S+")
_AGE = re.compile(r"(?:(\d+)y)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?")


def _header(text: str) -> str:
    return next((line for line in text[:4000].splitlines()[:5] if _HEADER.match(line)), "")


def age(words: str) -> timedelta | None:
    """Return the time span of an age such as ``2d3h`` or ``3m12s (x4 over 10m)``; none if it is none."""
    found = _AGE.fullmatch(words.split(" ", 1)[0].removesuffix("+")) if words else None
    if not found or not any(found.groups()):
        return None
    years, days, hours, minutes, seconds = (int(number or 0) for number in found.groups())
    try:
        return timedelta(days=365 * years + days, hours=hours, minutes=minutes, seconds=seconds)
    except OverflowError:
        return None


def _read(source: Source, hints: Hints) -> Reading:
    header = _header(source.decoded.text)
    if not header:
        raise Refused(f"{source.name}: is no table of kubectl; write one with: kubectl get events -o json > events.json")
    gathering = Gathering(source.name, Warnings(source.warnings))
    if hints.start is None:
        gathering.warnings.add(
            source.name, "shows ages and not times; say when it was printed with --start TIME, or use kubectl get events -o json"
        )
    titles = [(found[0], found.start()) for found in _TITLES.finditer(header)]
    lines = source.decoded.text.splitlines()
    begin = lines.index(header) + 1
    for number, line in enumerate(lines[begin:], start=begin + 1):
        if not line.strip() or line == header:
            continue
        gathering.records += 1
        _row(line, titles, f"{source.name}, line {number}", hints, gathering)
    return reading("kubectl_events", gathering.records, gathering.rows.values(), warnings=gathering.warnings)


def _row(line: str, titles: list[tuple[str, int]], place: str, hints: Hints, gathering: Gathering) -> None:
    ends = [start for _, start in titles[1:]] + [len(line) + 1]
    parts = [line[start:end] for (_, start), end in zip(titles, ends, strict=True)]
    if any(line[start - 1 : start].strip() for _, start in titles[1:]):  # printed wider than the header, while watching
        parts = re.split(r"\s{2,}", line, maxsplit=len(titles) - 1)
    cells = {title: part.strip() for (title, _), part in zip(titles, parts, strict=False)}
    span = age(cells.get("LAST SEEN", ""))
    at = hints.start - span if hints.start is not None and span is not None else None
    name = "/".join(filter(None, (cells.get("NAMESPACE"), cells.get("OBJECT"))))
    repeats = re.search(r"x(\d{1,6}) over", cells.get("LAST SEEN", ""))
    sort = cells.get("TYPE", "")
    precise = cells.get("LAST SEEN", "").split(" ", 1)[0].endswith("s")
    gathering.tell(place, Told(
        at, f"{cells.get('REASON', '')}: {cells.get('MESSAGE', '')} [{name}]" + ("" if at else f", {cells.get('LAST SEEN')} ago"),
        "log", "", "Kubernetes", True, precision="second" if precise else "about",
        noise="event of type Normal" if sort == "Normal" else "", count=int(repeats[1]) if repeats else 1,
        waits=hints.start is None,
    ))  # fmt: skip


IMPORTER = Importer("kubectl_events", "kubectl's table of events", lambda s: 0.95 if _header(s.decoded.text) else 0.0, _read)
