"""What the named moments of an incident are, in the words that platforms and their customers use."""

from noblame.model import Kind

_MILESTONES: tuple[tuple[str, str, Kind | None], ...] = (
    ("impact started", "note", "impact"), ("impact start", "note", "impact"), ("impact end", "mitigated", None),
    ("started", "incident_opened", None), ("opened", "incident_opened", None), ("created", "incident_opened", None),
    ("reported", "incident_opened", None), ("declared", "incident_opened", None), ("triage", "note", None),
    ("detected", "alert_fired", None), ("accepted", "acknowledged", None), ("acknowledged", "acknowledged", None),
    ("acked", "acknowledged", None), ("investigating", "note", None), ("identified", "finding", None),
    ("fixed", "mitigated", None), ("mitigated", "mitigated", None), ("stabilized", "mitigated", None),
    ("stable", "mitigated", None), ("monitoring", "note", None), ("resolved", "resolved", None),
    ("reopened", "reopened", None), ("cancelled", "closed", None), ("closed", "closed", None),
)  # fmt: skip


def milestone(name: str) -> tuple[str, Kind | None]:
    """Return the source kind of a moment's name, and the kind of event where that is another one."""
    plain = name.casefold().replace("_", " ")
    for word, sort, kind in _MILESTONES:
        if word in plain:
            return sort, kind
    return "note", None
