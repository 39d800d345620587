"""A small file of every format, written for the tests: two or three records of one made-up incident each."""

import json
from datetime import UTC, date, datetime

from noblame.importers.base import Hints

HINTS = Hints(zone="UTC", date=date(2024, 1, 15), year=2024, start=datetime(2024, 1, 15, 14, tzinfo=UTC))
"""Everything that a file may leave out."""
AT, LATER = "2024-01-15T14:00:00Z", "2024-01-15T14:05:00Z"
SECONDS, MILLIS = 1705327200, 1705327200000


def alert(**more: object) -> dict[str, object]:
    return {
        "status": "resolved", "labels": {"alertname": "PoolEmpty", "severity": "critical"},
        "annotations": {"summary": "no connections left"}, "startsAt": AT, "endsAt": LATER, "fingerprint": "f00", **more,
    }  # fmt: skip


TREES: dict[str, object] = {
    "slack_export": [
        {"type": "message", "user": "U1", "ts": f"{SECONDS}.000100", "text": "pool is dry <https://x.example/?t=secret|graph>"},
        {"type": "message", "user": "U2", "ts": f"{SECONDS + 300}.000200", "text": "rolling back", "thread_ts": f"{SECONDS}.000100"},
    ],
    "discord": {
        "guild": {"id": "7", "name": "Ops"}, "channel": {"type": "GuildTextChat", "name": "incident"},
        "messages": [
            {"id": "1", "type": "Default", "timestamp": AT, "content": "pool is dry", "author": {"name": "ann", "isBot": False}},
            {"id": "2", "type": "Reply", "timestamp": LATER, "content": "<:ok:123> rolling back", "author": {"name": "bo"},
             "reference": {"messageId": "1"}, "attachments": [{"fileName": "graph.png"}]},
        ],
    },
    "msteams": [
        {"Id": "1", "CreatedDateTime": AT, "MessageType": "message", "From": {"User": {"DisplayName": "Ann"}},
         "Body": {"ContentType": "html", "Content": "<p>pool is <b>dry</b></p>"}},
        {"Id": "2", "CreatedDateTime": LATER, "MessageType": "message", "From": {"User": {"DisplayName": "Bo"}},
         "Body": {"ContentType": "text", "Content": "rolling back"}},
    ],
    "zulip": {"messages": [
        {"id": 1, "sender_full_name": "Ann", "timestamp": SECONDS, "content": "<p>pool is dry</p>", "content_type": "text/html",
         "display_recipient": "ops", "subject": "outage", "type": "stream"},
        {"id": 2, "sender_full_name": "Bo", "timestamp": SECONDS + 300, "content": "rolling back", "type": "private"},
    ]},
    "pagerduty": {"log_entries": [
        {"id": "R2", "type": "acknowledge_log_entry", "created_at": LATER, "summary": "Acknowledged by Ann",
         "agent": {"type": "user_reference", "summary": "Ann"}, "channel": {"type": "mobile"}},
        {"id": "R1", "type": "trigger_log_entry", "created_at": AT, "summary": "Triggered through the API",
         "agent": {"type": "service_reference", "summary": "Checkout"}, "channel": {"type": "api"}},
    ]},
    "opsgenie": [
        {"id": "a1", "tinyId": "12", "message": "Pool empty", "createdAt": AT, "count": 2, "priority": "P1",
         "report": {"ackTime": 60000, "acknowledgedBy": "ann@example.com", "closeTime": 300000, "closedBy": "ann@example.com"}},
    ],
    "victorops": {"incidents": [
        {"incidentNumber": "9", "entityId": "pool", "startTime": AT, "currentPhase": "RESOLVED", "entityDisplayName": "Pool empty",
         "transitions": [{"name": "triggered", "at": AT}, {"name": "acknowledged", "at": LATER, "by": "ann"}]},
    ]},
    "squadcast": {"incidents": [
        {"id": "s1", "title": "Pool empty", "logs": [
            {"action": "triggered", "time": AT, "reason": "triggered"}, {"action": "acknowledged", "time": LATER, "reason": "by Ann"}]},
    ]},
    "alertmanager": {"receiver": "ops", "status": "resolved", "groupKey": "g", "alerts": [alert(), alert(fingerprint="f01")]},
    "grafana": {"receiver": "ops", "status": "resolved", "orgId": 1, "title": "[RESOLVED]", "state": "ok", "alerts": [alert()]},
    "grafana_legacy": {"ruleName": "Pool", "state": "alerting", "title": "[Alerting] Pool", "time": AT, "message": "dry",
                       "evalMatches": [{"metric": "free", "value": 0}]},
    "newrelic": {"id": "n1", "issueUrl": "https://nr.example.com/1", "title": "Pool empty", "state": "ACTIVATED",
                 "priority": "CRITICAL", "createdAt": MILLIS, "activatedAt": MILLIS},
    "cloudwatch": {"AlarmHistoryItems": [
        {"AlarmName": "pool", "Timestamp": LATER, "HistoryItemType": "StateUpdate", "HistorySummary": "Alarm updated from ALARM to OK",
         "HistoryData": json.dumps({"oldState": {"stateValue": "ALARM"}, "newState": {"stateValue": "OK", "stateReason": "ok"}})},
        {"AlarmName": "pool", "Timestamp": AT, "HistoryItemType": "StateUpdate", "HistorySummary": "Alarm updated from OK to ALARM"},
    ]},
    "statuspage": {"incidents": [
        {"id": "p1", "name": "Checkout fails", "incident_updates": [
            {"id": "u1", "status": "investigating", "body": "We look into it.", "display_at": AT, "affected_components": [
                {"name": "Checkout", "old_status": "operational", "new_status": "major_outage"}]},
            {"id": "u2", "status": "resolved", "body": "It is over.", "display_at": LATER}]},
    ]},
    "slack_status": {"status": "active", "date_created": AT, "active_incidents": [
        {"id": 5, "title": "Messages late", "services": ["Messaging"], "url": "https://s.example.com/5", "notes": [
            {"date_created": LATER, "body": "Fixed."}, {"date_created": AT, "body": "Looking."}]},
    ]},
    "incidentio": {"incident_updates": [
        {"id": "i1", "incident_id": "I", "created_at": AT, "message": "Looking", "updater": {"user": {"name": "Ann"}},
         "new_incident_status": {"name": "Investigating"}, "new_severity": {"name": "Major"}},
    ]},
    "firehydrant": {"id": "fh", "number": 3, "name": "Pool empty", "current_milestone": "resolved", "milestones": [
        {"type": "started", "occurred_at": AT}, {"type": "resolved", "occurred_at": LATER}]},
    "rootly": {"data": {"type": "incidents", "id": "r", "attributes": {
        "title": "Pool empty", "started_at": AT, "resolved_at": LATER, "mitigated_at": None, "summary": "dry"}}},
    "aws_incident_manager": {"eventSummaries": [
        {"eventId": "e1", "eventTime": AT, "eventType": "SSM Incident Trigger", "incidentRecordArn": "arn:aws:x/plan/1"},
        {"eventId": "e2", "eventTime": LATER, "eventType": "Custom Event", "incidentRecordArn": "arn:aws:x/plan/1"},
    ]},
    "dispatch_json": [
        {"started_at": "2024-01-15 14:00:00", "source": "Dispatch Core App", "description": "Incident created", "id": 1},
        {"started_at": "2024-01-15 14:05:00", "source": "Participant", "description": "Status changed to stable", "id": 2},
    ],
    "github": {"action": "published", "release": {"id": 1, "tag_name": "v1.2.3", "name": "v1.2.3", "published_at": AT,
               "created_at": "2023-07-01T00:00:00Z", "author": {"login": "ann", "type": "User"}, "html_url": "https://g.example.com"}},
    "argocd": {"apiVersion": "argoproj.io/v1alpha1", "kind": "Application", "metadata": {"name": "checkout", "uid": "u"},
               "spec": {"source": {"path": "deploy", "repoURL": "https://g.example.com/r"}},
               "status": {"history": [{"revision": "a" * 40, "deployStartedAt": AT, "deployedAt": LATER, "id": 1}]}},
    "kubernetes": {"kind": "List", "items": [
        {"kind": "Event", "type": "Warning", "reason": "BackOff", "message": "restarting", "firstTimestamp": AT, "lastTimestamp": LATER,
         "count": 4, "involvedObject": {"kind": "Pod", "name": "checkout-1", "namespace": "shop"}, "metadata": {"uid": "k1"},
         "source": {"component": "kubelet"}},
    ]},
    "cloudtrail": {"Records": [
        {"eventName": "UpdateService", "eventSource": "ecs.amazonaws.com", "eventTime": AT, "readOnly": False, "eventID": "t1",
         "userIdentity": {"type": "IAMUser", "userName": "ann"}, "requestParameters": {"service": "checkout"}},
    ]},
}  # fmt: skip
"""Formats that are one JSON value."""

LINES: dict[str, list[object]] = {
    "mattermost": [
        {"type": "version", "version": 1},
        {"type": "post", "post": {"channel": "ops", "user": "ann", "message": "pool is dry", "create_at": MILLIS, "replies": [
            {"user": "bo", "message": "rolling back", "create_at": MILLIS + 300_000}]}},
    ],
    "journald": [
        {"__REALTIME_TIMESTAMP": str(SECONDS * 10**6), "MESSAGE": "pool is dry", "PRIORITY": "3", "SYSLOG_IDENTIFIER": "checkout",
         "_HOSTNAME": "web1"},
        {"__REALTIME_TIMESTAMP": str((SECONDS + 300) * 10**6), "MESSAGE": [112, 111, 111, 108], "PRIORITY": "6", "_HOSTNAME": "web1"},
    ],
    "timesketch_jsonl": [
        {"message": "pool is dry", "datetime": "2024-01-15T14:00:00+00:00", "timestamp_desc": "Logged"},
        {"message": "rolled back", "datetime": "2024-01-15T14:05:00+00:00", "timestamp_desc": "Logged"},
    ],
}  # fmt: skip
"""Formats that are a JSON value a line."""

TEXTS: dict[str, str] = {
    "irc": "--- Log opened Mon Jan 15 13:59:00 2024\n14:00 <@ann> pool is dry\n14:01 -!- bo [bo@host] has joined #ops\n"
           "14:05 < bo> rolling back\n14:06  * ann nods\n",
    "zoom_chat": "00:00:10\tAnn:\tpool is dry\n00:05:00\tBo:\trolling back\nand watching\n00:05:10\tAnn:\tReacted to \"rolling back\" with \U0001f44d\n",
    "transcript": "WEBVTT\n\n1\n00:00:10.000 --> 00:00:12.000\nAnn: pool is dry\n\n2\n00:05:00.000 --> 00:05:03.000\nBo: rolling back\n",
    "markdown": "# Checkout outage\n\n## Timeline\n\nAll times UTC, 2024-01-15.\n\n- 14:00 pool is dry\n- 14:05 rolled back\n\n"
                "## Action items\n\n- [ ] Alert on the pool @ann\n\n## What went well\n\n- The rollback was fast\n",
    "lines": "2024-01-15 (UTC)\n14:00 pool is dry\n14:05 rolled back\n  and watching\n",
    "status_feed": '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><id>tag:1</id><published>2024-01-15T14:05:00Z'
                   "</published><title>Checkout fails</title><content type=\"html\">&lt;p&gt;&lt;small&gt;Jan &lt;var&gt;15&lt;/var&gt;, 14:00 UTC"
                   "&lt;/small&gt;&lt;br&gt;&lt;strong&gt;Investigating&lt;/strong&gt; - We look into it.&lt;/p&gt;</content></entry></feed>",
    "dispatch": "id\tstarted_at\tsource\tdescription\n1\t2024-01-15 14:00:00\tDispatch Core App\tIncident created\n"
                '2\t2024-01-15 14:05:00\tSlack\t"said: rolled back\n',
    "git_log": "commit " + "a1" * 20 + "\nAuthor: Ann <ann@example.com>\nDate:   Mon Jan 15 14:00:00 2024 +0000\n\n    Shrink the pool\n\n"
               "commit " + "b2" * 20 + "\nAuthor: Bo <bo@example.com>\nDate:   Mon Jan 15 14:05:00 2024 +0000\n\n    Revert \"Shrink the pool\"\n",
    "kubectl_events": "LAST SEEN   TYPE      REASON    OBJECT           MESSAGE\n5m          Warning   BackOff   pod/checkout-1   restarting\n",
    "syslog": "Jan 15 14:00:00 web1 checkout[12]: pool is dry\nJan 15 14:05:00 web1 checkout[12]: rolled back\n  in detail\n",
    "shell_history": "#1705327200\nkubectl rollout undo deploy/checkout\n#1705327500\nkubectl get pods \\\n  -o wide\n",
    "whys": "Problem: Checkout failed.\n\nWhy 1: The pool was empty.\nWhy 2: Every request opened a connection.\n\n"
            "Root cause: The pool was bypassed.\nAction: Test the pool.\n",
    "fishbone": "                 ┌─ Process: No runbook\nCheckout failed ─├─ Technology: Pool bypassed\n                 └─ Monitoring: No alert\n",
    "faulttree": "Top event: Checkout failed\n├── AND: Pool empty\n│   ├── OR: Pool bypassed\n│   └── OR: Pool too small\n└── AND: No failover\n",
    "list": "- Checkout failed\n  - Pool empty\n    - Pool bypassed\n  - No failover\n",
    "openpsa": '<?xml version="1.0"?>\n<opsa-mef><define-fault-tree name="checkout"><define-gate name="top"><label>Checkout failed</label>'
               '<or><basic-event name="pool"/><not><event name="failover"/></not></or></define-gate></define-fault-tree><model-data>'
               '<define-basic-event name="pool"><float value="0.1"/></define-basic-event><define-house-event name="failover">'
               '<constant value="false"/></define-house-event></model-data></opsa-mef>\n',
    "csv": "time,who,what\n2024-01-15 14:00,Ann,pool is dry\n2024-01-15 14:05,Bo,\"rolled back,\nand watching\"\n",
}  # fmt: skip


def text_of(name: str) -> str:
    """Return the specimen of a format as it stands in a file."""
    if name in TEXTS:
        return TEXTS[name]
    return json.dumps(TREES[name]) if name in TREES else "\n".join(map(json.dumps, LINES[name])) + "\n"
