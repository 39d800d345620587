"""What a record of another program is, and the kind of event that makes of it.

The finer words are the ones of the sources; the table is closed, so no source can invent a kind.
"""

from noblame.model import Kind

KIND_OF: dict[str, Kind] = {
    "acknowledged": "acknowledged",
    "action": "action",
    "alert_fired": "detected",
    "alert_resolved": "observed",
    "bot": "observed",
    "change": "change",
    "closed": "observed",
    "command": "action",
    "decision": "decision",
    "deploy": "change",
    "deploy_failed": "change",
    "escalated": "escalated",
    "file": "observed",
    "finding": "finding",
    "incident_opened": "declared",
    "log": "observed",
    "message": "observed",
    "mitigated": "mitigated",
    "note": "observed",
    "page_sent": "detected",
    "reassigned": "escalated",
    "reopened": "observed",
    "resolved": "resolved",
    "responder_joined": "observed",
    "rollback": "mitigating",
    "severity_changed": "declared",
    "silenced": "action",
    "span": "observed",
    "speech": "observed",
    "status_update": "comms",
    "unacknowledged": "observed",
}
"""An alert that ends is only observed: it may fire again, and only people say that an incident is over."""
