"""Kubernetes events as JSON: a list, one event, or a line each; of the core and of the events API.

Warnings are offered, the rest is hidden. An event's time is its first; where that is null it is
`eventTime`, and creation is the last resort. One object, reason and message is one row.
"""

from noblame.importers.base import Hints
from noblame.importers.gathering import Gathering, Told, moment, unset
from noblame.importers.json_format import CERTAIN, first, json_importer
from noblame.importers.json_reading import Json, mapping, words


def _events(value: Json) -> Json:
    body = mapping(value)
    watched = body.get("object")
    return body["items"] if isinstance(body.get("items"), list) else watched if isinstance(watched, dict) else value


def _certainty(value: Json) -> float:
    head = first(_events(value))
    known = ("involvedObject" in head or "regarding" in head) and "reason" in head
    return CERTAIN if known or mapping(value).get("kind") == "EventList" else 0.0


def _take(value: Json, place: str, _hints: Hints, gathering: Gathering) -> None:
    for where, event in gathering.each(_events(value), place, "event"):
        if "reason" not in event:
            kind = words(event.get("kind")) or "record of another sort"
            gathering.skip(where, "gives no reason" if kind == "Event" else f"is no event but a {kind}", "no event")
            continue
        _event(event, where, gathering)


def _event(event: dict[str, Json], place: str, gathering: Gathering) -> None:
    about = mapping(event.get("involvedObject")) or mapping(event.get("regarding"))
    series, metadata = mapping(event.get("series")), mapping(event.get("metadata"))
    starts = (
        event.get("firstTimestamp"), event.get("deprecatedFirstTimestamp"), event.get("eventTime"),
        event.get("lastTimestamp"), metadata.get("creationTimestamp"),
    )  # fmt: skip
    at = next((time for time in starts if not unset(time)), None)
    last = next((time for key in ("lastTimestamp", "deprecatedLastTimestamp") if not unset(time := event.get(key))), None)
    last = last or series.get("lastObservedTime")
    count = next(
        (number for number in (event.get("count"), event.get("deprecatedCount"), series.get("count")) if isinstance(number, int)),
        1,
    )
    message, reason = words(event.get("message")) or words(event.get("note")), words(event.get("reason"))
    name = f"{words(about.get('kind'))} {words(about.get('namespace'))}/{words(about.get('name'))}".replace(" /", " ")
    sort, ended = words(event.get("type")) or "Normal", moment(last)
    more = f" ({count} times until {ended:%H:%M:%S})" if count > 1 and ended else f" ({count} times)" if count > 1 else ""
    by = mapping(event.get("source")).get("component") or event.get("reportingComponent") or event.get("reportingController")
    gathering.tell(place, Told(
        at, f"{reason}: {message} [{name}]{more}", "log", f"{about.get('uid') or name} {reason} {message[:200]} {at}",
        words(by) or "Kubernetes", True, until=last, noise="" if sort == "Warning" else f"event of type {sort}",
        count=count, running=True,
    ))  # fmt: skip


IMPORTER = json_importer("kubernetes", "Kubernetes events (JSON)", "items with involvedObject and reason", _certainty, _take)
