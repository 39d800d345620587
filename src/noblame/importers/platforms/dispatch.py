"""Netflix Dispatch: the events of an incident as JSON or as an unquoted table.

Times are UTC without saying so. The table is what the database copies out: a field may begin with a
quote that is not closed in its line.
"""

import re
from datetime import UTC, datetime

from noblame.importers.base import Hints, Importer, Reading, Refused, Warnings, reading
from noblame.importers.gathering import Gathering, Told, When
from noblame.importers.json_format import CERTAIN, first, json_importer
from noblame.importers.json_reading import Json, mapping, words
from noblame.importers.source import Source
from noblame.importers.times.stamps import parse
from noblame.importers.times.wall import given_zone

_DESCRIPTIONS = (
    (r"^incident (?:created|reported|opened)|\bcreated incident\b", "incident_opened"),
    (r"(?:status|marked|changed).*\bclosed\b|^incident closed", "closed"),
    (r"(?:status|marked|changed).*\bstable\b|^incident (?:stabili[sz]ed|marked as stable)", "mitigated"),
    (r"(?:severity|priority).*(?:chang|updat|set)|(?:chang|updat|set).*(?:severity|priority)", "severity_changed"),
    (r"added to (?:the )?(?:incident|case) with .* role|has been assigned .* role|joined", "responder_joined"),
    (r"assigned .* role|role .* (?:re)?assigned", "reassigned"), (r"\btask\b", "action"),
    (r"(?:tactical|executive) report|sent (?:an? )?(?:update|notification) to", "status_update"),
    (r"\bsaid\b|^\"", "note"), (r"escalat", "escalated"),
)  # fmt: skip
"""Source kind by what a description says, the first that fits."""
_HOUSEKEEPING = re.compile(r"plugin|core app|dispatch app", re.IGNORECASE)
_SAMPLE = 1_000
"""Characters of a description by which its kind is told."""
_REPORTER = re.compile(r"with reporter role", re.IGNORECASE)
_NULL = ("", "null", "\\N", "None")


def _tell(event: dict[str, Json], place: str, hints: Hints, gathering: Gathering) -> None:
    """Tell one event, hidden where the platform only set up its rooms and documents."""
    text, source = words(event.get("description")), words(event.get("source"))
    said = text[:_SAMPLE]
    kind = next((kind for pattern, kind in _DESCRIPTIONS if re.search(pattern, said, re.IGNORECASE)), "")
    noise = "" if kind or not _HOUSEKEEPING.search(source) else "housekeeping"
    if _REPORTER.search(text):
        noise = "whoever reported it is in by that"
    written = words(event.get("started_at"))
    stamp = parse(written)
    when: When = written
    if stamp and stamp.instant is None and stamp.day and stamp.clock:
        gathering.zone = hints.zone or "UTC"
        when = datetime.combine(stamp.day, stamp.clock, given_zone(hints) or UTC)
    own = str(event.get("uuid") or event.get("id") or "")
    incident = event.get("incident_id")
    people = tuple(re.findall(r"(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,250}\w", text))
    gathering.tell(place, Told(
        when, text, kind or "note",
        f"{incident} {own}" if own else "", words(event.get("owner")) or source, not event.get("owner"), people, noise=noise,
    ))  # fmt: skip


def _events(value: Json) -> Json:
    body = mapping(value)
    return next((body[key] for key in ("events", "items") if isinstance(body.get(key), list)), value)


def _certainty(value: Json) -> float:
    return CERTAIN if {"started_at", "source", "description"} <= first(_events(value)).keys() else 0.0


def _take(value: Json, place: str, hints: Hints, gathering: Gathering) -> None:
    for where, event in gathering.each(_events(value), place, "event"):
        _tell(event, where, hints, gathering)


def _header(source: Source) -> list[str]:
    """Return the columns of a table of events; none if the text is no such table."""
    columns = source.decoded.text.partition("\n")[0].strip("\r\n").split("\t")
    return columns if {"started_at", "source", "description"} <= set(columns) else []


def _read(source: Source, hints: Hints) -> Reading:
    columns = _header(source)
    if not columns:
        raise Refused(f"{source.name}: is no table of Dispatch events; it begins with started_at, source and description in tabs")
    gathering = Gathering(source.name, Warnings(source.warnings))
    for number, line in enumerate(source.decoded.text.splitlines()[1:], start=1):
        if not line.strip():
            continue
        gathering.records += 1
        place, cells = f"{source.name}, row {number}", line.split("\t")
        if len(cells) != len(columns):
            gathering.skip(place, f"has {len(cells)} cells instead of {len(columns)}, so it is left out", "row of another width")
            continue
        told: dict[str, Json] = {
            column: "" if cell in _NULL else cell.replace("\\t", " ").replace("\\n", "\n")
            for column, cell in zip(columns, cells, strict=True)
        }
        _tell(told, place, hints, gathering)
    return reading(
        "dispatch", gathering.records, gathering.rows.values(), skipped=gathering.skipped, warnings=gathering.warnings,
        zone=gathering.zone,
    )  # fmt: skip


IMPORTER = json_importer(
    "dispatch_json", "Netflix Dispatch events (JSON)", "events with started_at, source and description", _certainty, _take
)
TABLE_IMPORTER = Importer("dispatch", "Netflix Dispatch events (table)", lambda s: CERTAIN if _header(s) else 0.0, _read)
