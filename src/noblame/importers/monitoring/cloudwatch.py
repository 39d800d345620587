"""CloudWatch alarms: history, events (EventBridge, Lambda), notifications (SNS), alarms as listed; autoscaling activities.

Only a change of state counts; the dates inside a reason are those of data points.
"""

from noblame.importers.base import Hints
from noblame.importers.gathering import Gathering, Told, unset
from noblame.importers.json_format import CERTAIN, first, json_importer
from noblame.importers.json_reading import Json, NotJson, items, mapping, objects, parse, words

_STATES = {"ALARM": "alert_fired", "OK": "alert_resolved"}
"""Source kind of the state that an alarm came into; INSUFFICIENT_DATA is no event."""


def _inner(value: Json) -> dict[str, Json]:
    """Return the object in a string of JSON, or the object itself."""
    try:
        return mapping(parse(value)) if isinstance(value, str) else mapping(value)
    except NotJson:
        return {}


def _messages(value: Json) -> list[dict[str, Json]]:
    """Return the alarm notifications of an SNS envelope, of Lambda's records of them, or bare."""
    body = mapping(value)
    if {"AlarmName", "NewStateValue"} <= body.keys():
        return [body]
    inside = objects(body.get("Records"))
    envelopes = [mapping(record.get("Sns")) for record in inside] if inside else [body]
    found = [_inner(envelope.get("Message")) for envelope in envelopes if "Message" in envelope]
    return [message for message in found if {"AlarmName", "NewStateValue"} <= message.keys()]


def _certainty(value: Json) -> float:
    body, head = mapping(value), first(value)
    if "AlarmHistoryItems" in body or "MetricAlarms" in body or {"HistoryItemType", "AlarmName"} <= head.keys():
        return CERTAIN
    if "state" in mapping(body.get("alarmData")) or _messages(value):
        return CERTAIN
    detail = mapping(head.get("detail"))
    if "alarmName" in detail and "state" in detail:
        return CERTAIN
    return CERTAIN if "ActivityId" in first(body.get("Activities")) else 0.0


def _take(value: Json, place: str, _hints: Hints, gathering: Gathering) -> None:
    body = mapping(value)
    if messages := _messages(value):
        for _ in range(len(objects(body.get("Records"))) - len(messages)):
            gathering.records += 1
            gathering.skip(place, "one of its records is no message of an alarm", "record that is no message of an alarm")
        for where, message in gathering.each(list(messages), place, "message"):
            _alarm(
                message.get("AlarmName"), message.get("OldStateValue"), message.get("NewStateValue"),
                message.get("NewStateReason"), message.get("StateChangeTime"), where, gathering,
            )  # fmt: skip
    elif "Activities" in body:
        for where, activity in gathering.each(body["Activities"], place, "activity"):
            _activity(activity, where, gathering)
    elif "MetricAlarms" in body:
        for where, alarm in gathering.each([*items(body["MetricAlarms"]), *items(body.get("CompositeAlarms"))], place, "alarm"):
            at = alarm.get("StateTransitionedTimestamp") or alarm.get("StateUpdatedTimestamp")
            _alarm(alarm.get("AlarmName"), "", alarm.get("StateValue"), alarm.get("StateReason"), at, where, gathering)
    elif "AlarmHistoryItems" in body or "HistoryItemType" in first(value):
        for where, item in gathering.each(body.get("AlarmHistoryItems", value), place, "item"):
            _history(item, where, gathering)
    else:
        for where, event in gathering.each(value, place, "event"):
            _event(event, where, gathering)


def _history(item: dict[str, Json], place: str, gathering: Gathering) -> None:
    """Tell an item of an alarm's history."""
    sort, summary = words(item.get("HistoryItemType")), words(item.get("HistorySummary"))
    if sort and sort != "StateUpdate":
        told = Told(item.get("Timestamp"), f"{words(item.get('AlarmName'))}: {summary}", "log", noise=f"alarm {sort}")
        gathering.tell(place, told)
        return
    inner = _inner(item.get("HistoryData"))
    old, new = mapping(inner.get("oldState")), mapping(inner.get("newState"))
    states = summary.removeprefix("Alarm updated from ").split(" to ")
    before, after = states if len(states) == 2 else ("", "")
    _alarm(
        item.get("AlarmName"), old.get("stateValue") or before, new.get("stateValue") or after,
        new.get("stateReason") or summary, item.get("Timestamp"), place, gathering,
    )  # fmt: skip


def _event(event: dict[str, Json], place: str, gathering: Gathering) -> None:
    """Tell an event of one alarm, as EventBridge and Lambda get it."""
    alarm = mapping(event.get("alarmData")) or mapping(event.get("detail"))
    state, before = mapping(alarm.get("state")), mapping(alarm.get("previousState"))
    since = words(before.get("timestamp")) if before.get("value") == "ALARM" else ""
    name, at = alarm.get("alarmName"), state.get("timestamp") or event.get("time")
    _alarm(name, before.get("value"), state.get("value"), state.get("reason"), at, place, gathering, since=since)


def _alarm(
    name: Json, old: Json, new: Json, reason: Json, at: Json, place: str, gathering: Gathering, *, since: str = ""
) -> None:
    """Tell that an alarm changed its state; `since` is when it had come into alarm, where the event says so."""
    state = words(new)
    still = state == "ALARM" and old == "ALARM"
    noise = "" if state in _STATES else "alarm without enough data"
    text = f"{words(name)} {state}: {words(reason)}" + (f" (in alarm since {since})" if since else "")
    key = f"{words(name)} {state} {at}"
    gathering.tell(
        place, Told(at, text, "log" if noise else "note" if still else _STATES[state], key, "CloudWatch", True, noise=noise)
    )


def _activity(activity: dict[str, Json], place: str, gathering: Gathering) -> None:
    """Tell a scaling activity, with its cause."""
    status = words(activity.get("StatusCode"))
    text = f"{words(activity.get('Description'))} ({words(activity.get('AutoScalingGroupName'))}, {status})"
    end = None if unset(activity.get("EndTime")) else activity["EndTime"]
    gathering.tell(place, Told(
        activity.get("StartTime"), f"{text}: {words(activity.get('Cause'))}", "change", words(activity.get("ActivityId")),
        "Auto Scaling", True, until=end,
    ))  # fmt: skip


IMPORTER = json_importer(
    "cloudwatch", "CloudWatch alarms and autoscaling activities",
    "AlarmHistoryItems, alarmData with a state, or an SNS message of an alarm", _certainty, _take,
)  # fmt: skip
