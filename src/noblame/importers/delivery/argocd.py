"""Argo CD: the history of applications, and the last operation where it failed.

The history is not in order and its ids may repeat, so a row is known by revision and time.
"""

from noblame.importers.base import Hints
from noblame.importers.gathering import Gathering, Told, moment
from noblame.importers.json_format import CERTAIN, first, json_importer
from noblame.importers.json_reading import Json, items, mapping, objects, words

_FAILED = ("Failed", "Error")
"""Phases of an operation that did not ship; the succeeded one repeats the last row of the history."""


def _applications(value: Json) -> Json:
    body = mapping(value)
    return body["items"] if isinstance(body.get("items"), list) else value


def _certainty(value: Json) -> float:
    head = first(_applications(value))
    status, spec = mapping(head.get("status")), mapping(head.get("spec"))
    if words(head.get("apiVersion")).startswith("argoproj.io/") and head.get("kind") == "Application":
        return CERTAIN
    if "deployedAt" in first(status.get("history")):
        return CERTAIN
    return CERTAIN if {"sync", "operationState"} <= status.keys() and ("source" in spec or "sources" in spec) else 0.0


def _take(value: Json, place: str, _hints: Hints, gathering: Gathering) -> None:
    inside = _applications(value)
    for where, application in gathering.around(inside, place, "application"):
        _application(application, where, gathering)


def _application(application: dict[str, Json], place: str, gathering: Gathering) -> None:
    about, status = mapping(application.get("metadata")), mapping(application.get("status"))
    name, own = words(about.get("name")), words(about.get("uid")) or words(about.get("name"))
    history = status.get("history")
    for where, row in gathering.each(history if isinstance(history, list) else [], place, "history row"):
        start, end = moment(row.get("deployStartedAt")), moment(row.get("deployedAt"))
        if start and end and start > end:
            gathering.warnings.add(where, f"began {start:%H:%M:%S} after it was deployed {end:%H:%M:%S}; the second is used")
        author = words(mapping(row.get("initiatedBy")).get("username"))
        gathering.tell(where, Told(
            row.get("deployedAt"), _deployed(name, row, application), "deploy",
            f"{own} {row.get('revision')} {row.get('deployedAt')}", author or "Argo CD", not author,
        ))  # fmt: skip
    operation = mapping(status.get("operationState"))
    phase = words(operation.get("phase"))
    if phase in _FAILED:
        gathering.records += 1
        by = words(mapping(mapping(operation.get("operation")).get("initiatedBy")).get("username"))
        at = operation.get("finishedAt") or operation.get("startedAt")
        text = f"{name}: sync {phase.casefold()}: {words(operation.get('message'))}"
        gathering.tell(place, Told(at, text, "deploy_failed", f"{own} {phase} {at}", by or "Argo CD", not by))
    elif not objects(history):
        gathering.warnings.add(place, f"{name or 'the application'} has no history of deployments")


def _deployed(name: str, row: dict[str, Json], application: dict[str, Json]) -> str:
    """Return a deployment in words: application, revision, where it came from."""
    source = mapping(row.get("source")) or first(row.get("sources")) or mapping(mapping(application.get("spec")).get("source"))
    path = words(source.get("path")) or words(source.get("chart"))
    revision = words(row.get("revision")) or ", ".join(words(one) for one in items(row.get("revisions")))
    short = revision[:8] if len(revision) == 40 else revision
    text = f"{name} deployed" + (f" at {short}" if short else "")
    return f"{text} from {path} of {words(source.get('repoURL'))}" if path else f"{text} from {words(source.get('repoURL'))}"


IMPORTER = json_importer("argocd", "Argo CD applications", "applications with status.history", _certainty, _take)
