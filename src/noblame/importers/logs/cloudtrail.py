"""AWS CloudTrail: log files, and what ``lookup-events`` answers.

Calls that only read are hidden; writes that failed stay, with the reason. ``lookup-events`` writes
the string "false" and puts the record as JSON into a string.
"""

import re

from noblame.importers.base import Hints
from noblame.importers.gathering import Gathering, Told
from noblame.importers.json_format import CERTAIN, first, json_importer
from noblame.importers.json_reading import Json, NotJson, mapping, parse, words

_READING = re.compile(r"(?:Get|List|Describe|Head|Lookup|Search|Query|Scan|BatchGet|Select|Check|Test|Validate)(?=[A-Z]|$)")
_TARGET = re.compile(r"(?:name|id|identifier|arn|bucket|key)$", re.IGNORECASE)
_LONGEST_TARGET = 120


def _records(value: Json) -> Json:
    body = mapping(value)
    return next((body[key] for key in ("Records", "Events") if isinstance(body.get(key), list)), body.get("detail", value))


def _certainty(value: Json) -> float:
    head = first(_records(value))
    called = "eventName" in head and words(head.get("eventSource")).endswith(".amazonaws.com")
    return CERTAIN if called or {"CloudTrailEvent", "EventName"} <= head.keys() else 0.0


def _take(value: Json, place: str, _hints: Hints, gathering: Gathering) -> None:
    for where, record in gathering.each(_records(value), place, "record"):
        _record(record, where, gathering)


def _record(record: dict[str, Json], place: str, gathering: Gathering) -> None:
    inner = record
    if "CloudTrailEvent" in record:
        try:
            inner = mapping(parse(words(record["CloudTrailEvent"])))
        except NotJson:
            gathering.warnings.add(place, "its CloudTrailEvent is not JSON, so only the outer fields are read")
            inner = {}
    name = words(inner.get("eventName")) or words(record.get("EventName"))
    service = (words(inner.get("eventSource")) or words(record.get("EventSource"))).removesuffix(".amazonaws.com")
    only = inner.get("readOnly", record.get("ReadOnly"))
    reads = str(only).casefold() == "true" if only is not None else bool(_READING.match(name))
    failed = words(inner.get("errorCode"))
    target = _target(mapping(inner.get("requestParameters"))) or words(first(record.get("Resources")).get("ResourceName"))
    text = f"{service} {name}" + (f" {target}" if target else "") + (f" (failed: {failed})" if failed else "")
    author, program = _who(mapping(inner.get("userIdentity")), words(record.get("Username")))
    gathering.tell(place, Told(
        inner.get("eventTime") or record.get("EventTime"), text, "change",
        words(inner.get("eventID")) or words(record.get("EventId")), author, program,
        noise="call that only reads" if reads else "",
    ))  # fmt: skip


def _target(parameters: dict[str, Json]) -> str:
    """Return what a call was about: the first short name, id or ARN among its parameters; values may be secret."""
    fits = (value for key, value in parameters.items() if _TARGET.search(key))
    return next((value for value in fits if isinstance(value, str) and len(value) <= _LONGEST_TARGET), "")


def _who(identity: dict[str, Json], name: str) -> tuple[str, bool]:
    """Return who called, and whether that is a service."""
    sort = words(identity.get("type"))
    if by := words(identity.get("invokedBy")):
        return by, True
    issuer = mapping(mapping(identity.get("sessionContext")).get("sessionIssuer"))
    session = words(identity.get("arn")).rsplit("/", 1)[-1] if sort == "AssumedRole" else ""
    role = words(issuer.get("userName"))
    said = words(identity.get("userName")) or (f"{session} ({role})" if session and role else session) or name
    return (said or ("root" if sort == "Root" else sort)), sort == "AWSService"


IMPORTER = json_importer(
    "cloudtrail", "AWS CloudTrail", "Records with eventName, or Events with CloudTrailEvent", _certainty, _take
)
