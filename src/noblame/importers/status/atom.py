"""The history feed of a Statuspage: Atom entries whose updates stand as HTML in the content.

Read by pattern and never as XML, so no entity can expand. The stamps inside say no year and often a
zone's abbreviation: the year is that of the entry's ``published``, and it may turn once.
"""

import html
import re
from datetime import datetime, timedelta

from noblame.importers.base import Hints, Importer, NeedsHint, Reading, Refused, Warnings, reading
from noblame.importers.gathering import Gathering, Told
from noblame.importers.source import Source
from noblame.importers.times.stamps import iso
from noblame.importers.times.wall import Wall

_BEGINS = re.compile(r"<entry\b")
_UPDATE = re.compile(r"<p>\s*<small>((?:(?!</?small>|</?p>).)*+)</small>((?:(?!</?p>).)*+)</p>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^>]{0,200}>")
_STAMP = re.compile(r"([A-Z][a-z]{2,8})\s+(\d{1,2}),?\s+(?:(\d{4}),?\s+)?(\d{1,2}):(\d\d)\s*([A-Z]{1,5}|[+-]\d\d:?\d\d)?")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_HALF_YEAR = timedelta(days=182)


def _sniff(source: Source) -> float:
    head = source.decoded.text[:2000]
    return 0.9 if "<feed" in head and "http://www.w3.org/2005/Atom" in head else 0.0


def _inner(entry: str, tag: str) -> str:
    begins = re.search(rf"<{tag}\b[^>]*>", entry)
    end = entry.find(f"</{tag}>", begins.end()) if begins else -1
    return html.unescape(entry[begins.end() : end]).strip() if begins and end >= 0 else ""


def _read(source: Source, hints: Hints) -> Reading:
    if not _sniff(source):
        raise Refused(f"{source.name}: is no Atom feed; a status page offers one as history.atom")
    gathering = Gathering(source.name, Warnings(source.warnings))
    wall = Wall(hints, gathering.warnings)
    begun = [part.partition("</entry>") for part in _BEGINS.split(source.decoded.text)[1:]]
    entries = [entry for entry, end, _ in begun if end]
    for number, entry in enumerate(entries, start=1):
        title, own = _inner(entry, "title"), _inner(entry, "id")
        url = re.search(r"<link\b[^>]*href=\"([^\"]+)\"", entry)
        content = html.unescape(_inner(entry, "content")) or _inner(entry, "summary")
        published = iso(_inner(entry, "published")) or iso(_inner(entry, "updated"))
        told = _UPDATE.findall(content)
        if not told:
            gathering.records += 1
            gathering.tell(f"{source.name}, entry {number}", Told(
                published, title, "note", f"{own} {published}", _inner(_inner(entry, "author"), "name"),
                links=(html.unescape(url[1]),) if url else (),
            ))  # fmt: skip
        for count, (stamp, said) in enumerate(told, start=1):
            gathering.records += 1
            place = f"{source.name}, entry {number}, update {count}"
            text = " ".join(html.unescape(_TAG.sub(" ", said)).split())
            text = re.sub(r"^(\w[\w ]{2,30}?)\s+-\s+", r"\1: ", text)
            at = _moment(" ".join(html.unescape(_TAG.sub(" ", stamp)).split()), published, place, hints, wall)
            gathering.tell(place, Told(
                at, f"{text} ({title})", "status_update", f"{own} {at} {text[:80]}", "Status page", True,
                links=(html.unescape(url[1]),) if url else (), precision="minute",
            ))  # fmt: skip
    if (cut := len(begun) - len(entries)) > 0:
        gathering.records += cut
        gathering.skip(source.name, f"is cut: {cut} of its entries have no end", "entry without its end")
    return reading(
        "status_feed", gathering.records, gathering.rows.values(), skipped=gathering.skipped, warnings=gathering.warnings,
        zone=wall.applied,
    )  # fmt: skip


def _moment(stamp: str, published: datetime | None, place: str, hints: Hints, wall: Wall) -> datetime | None:
    """Return the moment of a stamp such as ``Jan 3, 17:05 UTC``; none if it is none."""
    found = _STAMP.search(re.sub(r"\s+,", ",", stamp))
    if not found:
        return None
    month = _MONTHS.find(found[1][:3].lower()) // 4 + 1
    year = int(found[3]) if found[3] else published.year if published else hints.year
    if year is None:
        raise NeedsHint("year", f"{place}: {stamp} says no year; say it with --year")
    try:
        clock = datetime(year, month, int(found[2]), int(found[4]), int(found[5]))
    except ValueError:
        return None
    at = wall.instant(place, clock, found[6] or "")
    if not found[3] and published is not None and abs(at - published) > _HALF_YEAR:
        at = at.replace(year=at.year + (1 if at < published else -1))
    return at


IMPORTER = Importer("status_feed", "Status page history feed (Atom)", _sniff, _read)
