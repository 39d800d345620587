"""Prometheus Alertmanager: webhook bodies, alerts and groups of its API, silences.

An alert is one row when it fired and, once it is over, one when it ended. Traps that the data
sets: year 1 as the end means that it still fires; in the API's list the end is a timeout that
moves along after `updatedAt`; the same alert is listed for each receiver and repeated while it lasts.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from noblame.importers.base import Hints, Importer, Reading, Row, Warnings, hashed, reading
from noblame.importers.json_reading import Json, items, mapping, objects, words
from noblame.importers.kinds import KIND_OF
from noblame.importers.links import link
from noblame.importers.secrets import without_secrets
from noblame.importers.source import Source
from noblame.importers.times.stamps import iso
from noblame.model import clean_line, handle

_HEARTBEATS = ("watchdog", "deadmansswitch", "infoinhibitor")
"""Alerts that fire all the time, to show that alerting works."""
_GRAVE = ("critical", "page", "emergency", "disaster", "fatal", "p0", "p1", "sev0", "sev1")
_SUMMARY = ("summary", "message", "title", "description", "alert")
_ALERT_LINKS = ("generatorURL", "dashboardURL", "panelURL", "imageURL")
_LINKS = ("runbook_url", "runbook", "dashboard", "dashboard_url")


def _sniff(source: Source) -> float:
    value = _unwrapped(source.documents.first)
    body = mapping(value)
    if any("activeAt" in alert for alert in objects(body.get("alerts"))[:1]):
        return 0.95
    if "alerts" in body and ("groupKey" in body or "receiver" in body or "groupLabels" in body):
        return 0.5 if "orgId" in body or {"title", "state"} <= body.keys() else 0.95
    first = mapping(items(value)[0]) if items(value) else {}
    for keys in ({"fingerprint", "startsAt"}, {"alerts", "receiver"}, {"alerts", "groupKey"}, {"matchers", "createdBy"}):
        if keys <= first.keys():
            return 0.95
    return 0.6 if {"labels", "startsAt"} <= first.keys() else 0.0


def _unwrapped(value: Json) -> Json:
    """Return what the API answered, without the envelope of its first version."""
    body = mapping(value)
    return body["data"] if "data" in body and "status" in body else value


def _read(source: Source, _hints: Hints) -> Reading:
    return read_alerts(source, "alertmanager", "Alertmanager")


def read_alerts(source: Source, name: str, teller: str) -> Reading:
    """Return the alerts of a source as the format `name`, told by `teller`."""
    warnings = Warnings(source.warnings)
    alerts = Alerts(warnings, teller)
    found = source.documents
    for line in found.unreadable:
        alerts.skipped["line that is not JSON"] += 1
        warnings.add(f"{source.name}, line {line}", "is not JSON, so it is left out")
    for line, value in found.values:
        place = f"{source.name}, line {line}" if found.lines else source.name
        for delivery, alert, where in _alerts(_unwrapped(value), place, warnings):
            alerts.take(alert, delivery, where)
    if alerts.endless:
        warnings.add(
            alerts.endless[0],
            f"{len(alerts.endless)} alerts from here on are resolved without end times, so their ends have no place yet",
        )
    return reading(name, alerts.records, alerts.rows.values(), skipped=alerts.skipped, warnings=warnings)


def _alerts(value: Json, place: str, warnings: Warnings) -> Iterator[tuple[dict[str, Json], dict[str, Json], str]]:
    """Yield each alert with the webhook body or group around it, and its place."""
    for number, body in enumerate(value if isinstance(value, list) else [value], start=1):
        where = f"{place}, {number}" if isinstance(value, list) else place
        if not isinstance(body, dict):
            yield {}, {}, where
        elif "alerts" not in body:
            yield {}, body, f"{place}, alert {number}"
        else:
            cut = body.get("truncatedAlerts")
            if isinstance(cut, int) and cut > 0:
                warnings.add(where, f"{cut} {'alert was' if cut == 1 else 'alerts were'} cut by the sender")
            for index, alert in enumerate(items(body["alerts"]), start=1):
                yield body, mapping(alert), f"{where}, alert {index}"


class Alerts:
    """Collects one row for each alert that fired and for each that ended."""

    def __init__(self, warnings: Warnings, teller: str) -> None:
        self._warnings = warnings
        self._teller = teller
        self.rows: dict[str, Row] = {}
        self.records = 0
        self.skipped: Counter[str] = Counter()
        self.endless: list[str] = []
        """Places of resolved alerts that do not say when they ended."""

    def take(self, alert: dict[str, Json], body: dict[str, Json], where: str) -> None:
        """Add what one listing of an alert tells."""
        self.records += 1
        if not alert:
            self.skipped["alert that is no object"] += 1
            self._warnings.add(where, "is no object, so it is left out")
            return
        if "matchers" in alert:
            self._silence(alert, where)
            return
        starts = words(alert.get("startsAt")) or words(alert.get("activeAt"))
        at = iso(starts)
        if at is None:
            self._unplaced(where, starts)
        key = f"{_identity(alert)} {starts}"
        if key not in self.rows:
            self.rows[key] = self._row(alert, body, where, key, at, "alert_fired")
        elif _status(alert, body) == "firing" and body.get("status"):
            self.rows[key] = _again(self.rows[key])
        if _status(alert, body) == "resolved":
            self._resolved(alert, body, where, key, at)

    def _resolved(self, alert: dict[str, Json], body: dict[str, Json], where: str, key: str, start: datetime | None) -> None:
        end = iso(words(alert.get("endsAt")))
        updated = iso(words(alert.get("updatedAt")))
        if end and ((updated and end > updated) or (start and end < start)):
            end = None
        if end is None:
            self.endless.append(where)
        done = f"{key} resolved"
        known = self.rows.get(done)
        if known is None or (known.at is None and end is not None):
            self.rows[done] = self._row(alert, body, where, done, end, "alert_resolved")

    def _row(
        self, alert: dict[str, Json], body: dict[str, Json], where: str, key: str, at: datetime | None, source_kind: str
    ) -> Row:
        labels = {**mapping(body.get("commonLabels")), **mapping(alert.get("labels"))}
        notes = {**mapping(body.get("commonAnnotations")), **mapping(alert.get("annotations"))}
        raw = without_secrets(_told(labels, notes, mapping(body.get("groupLabels"))))
        ended = "resolved: " if source_kind == "alert_resolved" else ""
        places = (*(alert.get(name) for name in _ALERT_LINKS), *(notes.get(name) for name in _LINKS))
        urls = (link(words(url)) for url in places)
        beat = words(labels.get("alertname")).casefold() in _HEARTBEATS
        grave = words(labels.get("severity")).casefold() in _GRAVE
        return Row(
            at, clean_line(ended + raw), source_kind, KIND_OF[source_kind], "second", None, self._teller, (self._teller,),
            where, key, evidence=tuple(dict.fromkeys(url for url in urls if url)),
            noise="heartbeat" if beat else "alert that does not fire yet" if _status(alert, body) == "pending" else "",
            preselect=grave and not beat and at is not None and _status(alert, body) not in ("suppressed", "pending"),
        )  # fmt: skip

    def _unplaced(self, where: str, starts: str) -> None:
        self._warnings.add(where, f"the start {starts[:40]!r} cannot be read, so it has no place yet", "a start cannot be read")

    def _silence(self, alert: dict[str, Json], where: str) -> None:
        """Add a silence: who muted what, until when."""
        matchers = ", ".join(
            f"{words(m.get('name'))}{'=' if m.get('isEqual', True) else '!='}{words(m.get('value'))}"
            for m in objects(alert["matchers"])
        )
        author = clean_line(words(alert.get("createdBy")))
        comment = words(alert.get("comment"))
        text = clean_line(without_secrets(f"silenced {matchers}" + (f": {comment}" if comment else "")))
        starts = words(alert.get("startsAt"))
        if iso(starts) is None:
            self._unplaced(where, starts)
        key = f"silence {words(alert.get('id')) or hashed(text)} {starts}"
        self.rows[key] = Row(
            iso(starts), text, "silenced", KIND_OF["silenced"], "second", iso(words(alert.get("endsAt"))), author,
            (handle(author),) if author else (), where, key,
        )  # fmt: skip


def _status(alert: dict[str, Json], body: dict[str, Json]) -> str:
    """Return ``firing``, ``resolved`` or ``suppressed``: the alert's own, else the one of the body around it."""
    own = alert.get("status")
    return words(mapping(own).get("state")) or words(own) or words(alert.get("state")) or words(body.get("status")) or "firing"


def _identity(alert: dict[str, Json]) -> str:
    """Return the fingerprint, or one made of the labels."""
    labels = mapping(alert.get("labels"))
    told = "\x1f".join(f"{name}={labels[name]}" for name in sorted(labels))
    return words(alert.get("fingerprint")) or hashed(told)


def _told(labels: dict[str, Json], notes: dict[str, Json], group: dict[str, Json]) -> str:
    """Return the alert in words: name, where, severity, summary."""
    summary = next((text for key in _SUMMARY if (text := words(notes.get(key)).strip())), "")
    name = words(labels.get("alertname")) or ", ".join(filter(None, map(words, group.values())))
    where = words(labels.get("instance")) or words(labels.get("host")) or words(labels.get("pod"))
    head = f"{name} on {where}" if where and where not in summary and where not in name else name
    if severity := words(labels.get("severity")):
        head = f"{head} ({severity})"
    return ": ".join(filter(None, (head.strip(), summary))) or "alert without a name"


def _again(row: Row) -> Row:
    """Return the row of an alert that was sent once more while it fired."""
    return replace(row, count=row.count + 1)


IMPORTER = Importer("alertmanager", "Prometheus Alertmanager (webhooks, API alerts, silences)", _sniff, _read)
