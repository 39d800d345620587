"""GitHub: deployments, their statuses, releases and workflow runs, from the API, from webhooks, and from ``gh … --json``.

A release counts from `published_at`: its `created_at` is the date of the commit. Deployments on their
way (queued, pending, in progress) are no events.
"""

import re

from noblame.importers.base import Hints
from noblame.importers.gathering import Gathering, Told
from noblame.importers.json_format import CERTAIN, LIKELY, first, json_importer
from noblame.importers.json_reading import Json, mapping, words

_STATES = {"success": "deploy", "failure": "deploy_failed", "error": "deploy_failed", "timed_out": "deploy_failed"}
"""Source kind of a status or conclusion; inactive, cancelled and those on their way are no events."""


_BACK = re.compile(r"\broll(?:ing|ed)?[ -]?back\b", re.IGNORECASE)


def _certainty(value: Json) -> float:
    body, head = mapping(value), first(value)
    if "action" in body and any(key in body for key in ("deployment_status", "release", "deployment", "workflow_run")):
        return CERTAIN
    if ({"state", "deployment_url"} <= head.keys()) or ({"sha", "ref", "environment", "created_at"} <= head.keys()):
        return CERTAIN
    if {"tag_name", "published_at"} <= head.keys() or "conclusion" in first(body.get("workflow_runs")):
        return CERTAIN
    listed = ({"tagName", "publishedAt"}, {"conclusion", "headBranch"}, {"mergedAt", "number"})
    return LIKELY if any(keys <= head.keys() for keys in listed) else 0.0


def _take(value: Json, place: str, _hints: Hints, gathering: Gathering) -> None:
    body = mapping(value)
    if "action" in body:
        gathering.records += 1
        _webhook(body, place, gathering)
        return
    for where, record in gathering.each(body.get("workflow_runs", value), place, "record"):
        if "deployment_url" in record:
            _status(record, {}, where, gathering)
        elif "tag_name" in record or "tagName" in record:
            _release(record, "", where, gathering)
        elif "conclusion" in record:
            _run(record, where, gathering)
        elif "mergedAt" in record:
            _merge(record, where, gathering)
        elif "environment" in record or "ref" in record:
            _deployment(record, where, gathering)
        else:
            gathering.skip(where, "is no deployment, release, run or merge, so it is left out", "record of another sort")


def _webhook(body: dict[str, Json], place: str, gathering: Gathering) -> None:
    if "deployment_status" in body:
        _status(mapping(body["deployment_status"]), mapping(body.get("deployment")), place, gathering)
    elif "release" in body:
        _release(mapping(body["release"]), words(body.get("action")), place, gathering)
    elif "workflow_run" in body and body["workflow_run"] is not None and "deployment" not in body:
        _run(mapping(body["workflow_run"]), place, gathering)
    else:
        _deployment(mapping(body.get("deployment")), place, gathering)


def _by(record: dict[str, Json], field: str) -> tuple[str, bool]:
    """Return who, and whether that is a program."""
    who = mapping(record.get(field))
    return words(who.get("login")), who.get("type") == "Bot"


def _deployment(record: dict[str, Json], place: str, gathering: Gathering) -> None:
    author, bot = _by(record, "creator")
    said = f"{words(record.get('task'))} {words(record.get('description'))}"
    sort = "rollback" if _BACK.search(said) else "deploy"
    gathering.tell(place, Told(
        record.get("created_at"), _shipped(record), sort, f"deployment {record.get('id')}", author, bot,
        links=(_page(record.get("url")),),
    ))  # fmt: skip


def _shipped(record: dict[str, Json]) -> str:
    """Return a deployment in words: what went where."""
    ref, sha = words(record.get("ref")), words(record.get("sha"))[:7]
    what = f"{ref} ({sha})" if sha and not ref.startswith(sha) else ref or sha
    said = words(record.get("description"))
    return f"Deployment of {what} to {words(record.get('environment'))}" + (f": {said}" if said else "")


def _page(url: Json) -> str:
    """Return the page of an API address, where one can be told from it."""
    return words(url).replace("https://api.github.com/repos/", "https://github.com/") if "/releases/" in words(url) else ""


def _status(record: dict[str, Json], deployment: dict[str, Json], place: str, gathering: Gathering) -> None:
    state = words(record.get("state"))
    author, bot = _by(record, "creator")
    what = _shipped(deployment) if deployment else f"Deployment to {words(record.get('environment'))}"
    said = words(record.get("description"))
    gathering.tell(place, Told(
        record.get("created_at"), f"{what}: {state}" + (f", {said}" if said else ""), _STATES.get(state, "log"),
        f"deployment status {record.get('id')}", author, bot,
        links=(record.get("log_url"), record.get("target_url"), record.get("environment_url")),
        noise="" if state in _STATES else f"deployment {state or 'without a state'}",
    ))  # fmt: skip


def _release(record: dict[str, Json], action: str, place: str, gathering: Gathering) -> None:
    author, bot = _by(record, "author")
    tag = words(record.get("tag_name")) or words(record.get("tagName"))
    name = words(record.get("name"))
    draft = record.get("draft") is True or record.get("isDraft") is True
    noise = "draft of a release" if draft else f"release {action}" if action in ("deleted", "unpublished", "edited") else ""
    at = record.get("published_at") or record.get("publishedAt")
    gathering.tell(place, Told(
        at, f"Release {tag}" + (f": {name}" if name and name != tag else ""), "deploy",
        f"release {record.get('id') or record.get('url') or f'{tag} {at}'}", author, bot,
        links=(record.get("html_url") or record.get("url"),), noise=noise,
    ))  # fmt: skip


def _run(record: dict[str, Json], place: str, gathering: Gathering) -> None:
    """Tell a workflow run, as the API writes it or as ``gh run list --json`` does."""
    ended = words(record.get("conclusion"))
    author, bot = _by(record, "triggering_actor" if "triggering_actor" in record else "actor")
    title = words(record.get("display_title")) or words(record.get("displayTitle"))
    title = title or words(mapping(record.get("head_commit")).get("message")).partition("\n")[0]
    branch, sha = (words(record.get(f"head_{what}")) or words(record.get(f"head{what.title()}")) for what in ("branch", "sha"))
    name = words(record.get("name")) or words(record.get("workflowName"))
    text = f"Workflow {name} on {branch}" + (f" ({sha[:7]})" if sha else "")
    text += f": {ended or words(record.get('status'))}" + (f", {title}" if title else "")
    gathering.tell(place, Told(
        record.get("updated_at") or record.get("updatedAt") or record.get("createdAt"), text, _STATES.get(ended, "log"),
        f"run {record.get('id') or record.get('databaseId')} {record.get('run_attempt') or record.get('attempt') or 1}",
        author, bot, links=(record.get("html_url") or record.get("url"),), star=False,
        noise="" if ended in _STATES else f"workflow {ended or 'on its way'}",
    ))  # fmt: skip


def _merge(record: dict[str, Json], place: str, gathering: Gathering) -> None:
    """Tell a pull request of ``gh pr list --json`` by when it was merged; a merge is no deployment."""
    author, bot = _by(record, "author")
    merged = record.get("mergedAt")
    text = f"Merged #{record.get('number')}: {words(record.get('title'))}"
    gathering.tell(place, Told(
        merged or record.get("createdAt"), text, "change",
        f"pull request {record.get('url') or text}", author, bot, links=(record.get("url"),), star=False,
        noise="" if merged else "pull request that is not merged",
    ))  # fmt: skip


IMPORTER = json_importer(
    "github", "GitHub deployments, releases, workflow runs and merges",
    "deployments, statuses with deployment_url, releases with tag_name, or a webhook's action", _certainty, _take,
)  # fmt: skip
