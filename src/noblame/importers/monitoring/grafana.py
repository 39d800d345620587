"""Grafana: webhooks of unified alerting (8 and later), of legacy alerting, and annotations.

Unified alerts are Alertmanager's with a title; each alert's own status wins over the `state` of the
body. Legacy bodies say no time at all: the row waits, unless the capture or the user tells when it came.
"""

from noblame.importers.base import Hints, Importer, Reading
from noblame.importers.gathering import Gathering, Told, moment
from noblame.importers.json_format import CERTAIN, first, json_importer
from noblame.importers.json_reading import Json, items, mapping, words
from noblame.importers.monitoring.alertmanager import read_alerts
from noblame.importers.source import Source

_STATES = {"alerting": "alert_fired", "no_data": "alert_fired", "ok": "alert_resolved", "normal": "alert_resolved"}
"""Source kind of a legacy state; pending and paused are no events."""
_RECEIVED = ("time", "timestamp", "receivedAt", "received_at", "date")


def _sniff(source: Source) -> float:
    body = mapping(source.documents.first)
    if "ruleName" in body or not isinstance(body.get("alerts"), list):
        return 0.0
    return CERTAIN if "orgId" in body or {"title", "state"} <= body.keys() else 0.0


def _read(source: Source, _hints: Hints) -> Reading:
    return read_alerts(source, "grafana", "Grafana")


def _certainty(value: Json) -> float:
    body, head = mapping(value), first(value)
    if "ruleName" in body and "state" in body:
        return CERTAIN
    if "time" in head and ({"alertId", "newState"} <= head.keys() or {"dashboardId", "tags", "text"} <= head.keys()):
        return CERTAIN
    return 0.0


def _take(value: Json, place: str, hints: Hints, gathering: Gathering) -> None:
    if "ruleName" not in first(value):
        for where, note in gathering.each(value, place, "annotation"):
            _annotation(note, where, gathering)
        return
    gathering.records += 1
    body = mapping(value)
    state = words(body.get("state")).casefold()
    known = state in _STATES
    at: Json = next((body[key] for key in _RECEIVED if body.get(key)), None)
    if moment(at) is None and hints.start is None and known:
        gathering.warnings.add(place, "there is no timestamp in the payload; say when it came with --start TIME")
    told = words(body.get("message")).strip()
    text = words(body.get("title")) or words(body.get("ruleName"))
    matches = ", ".join(
        f"{words(match.get('metric'))}={match.get('value')}" for match in map(mapping, items(body.get("evalMatches")))
    )
    text += f": {told}" if told else ""
    text += f" ({matches})" if matches else ""
    gathering.tell(place, Told(
        at if moment(at) else hints.start, text, _STATES.get(state, "log"), "", "Grafana", True,
        links=(body.get("ruleUrl"), body.get("imageUrl")), noise="" if known else f"alert {state or 'without a state'}",
        waits=True,
    ))  # fmt: skip


def _annotation(note: dict[str, Json], place: str, gathering: Gathering) -> None:
    """Tell an annotation: a person's, or an alert's change of state."""
    state = words(note.get("newState")).casefold()
    person = words(note.get("login")) or words(note.get("userName"))
    text = words(note.get("text")) or words(note.get("alertName")) or "annotation"
    tags = ", ".join(words(tag) for tag in items(note.get("tags")))
    text = f"{words(note.get('alertName'))} {state}: {text}".strip() if state else text
    kind = _STATES.get(state, "log" if state else "note")
    own = f"{note['id']} {note.get('time')}" if note.get("id") else ""
    gathering.tell(place, Told(
        note.get("time"), f"{text} ({tags})" if tags else text, kind, own, person or "Grafana", not person,
        until=note.get("timeEnd") or None, noise=f"alert {state}" if state and state not in _STATES else "",
    ))  # fmt: skip


IMPORTER = Importer("grafana", "Grafana alerts (webhook of version 8 and later)", _sniff, _read)
LEGACY_IMPORTER = json_importer(
    "grafana_legacy", "Grafana legacy alerts and annotations", "ruleName and state, or annotations with time", _certainty, _take
)
