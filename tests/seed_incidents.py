"""The complete examples of both seeds as records; what they say is told in the words of the seeds where it is a fact."""

from datetime import UTC, date, datetime
from pathlib import Path

from noblame.model import Action, Cause, Event, Impact, Incident, Lesson, Record
from noblame.store.codec import load

SESSIONS = Path(__file__).parent.parent / "sessions"


def _at(clock: str) -> datetime:
    hours, minutes = clock.split(":")
    return datetime(2024, 1, 15, int(hours), int(minutes), tzinfo=UTC)


def payments() -> Record:
    """Return seed B's payments incident: templates 1 and 2 in one record, as it is shipped."""
    path = SESSIONS / "payments-outage.toml"
    return load(path.read_text(encoding="utf-8"), path)


def cache_miss() -> Record:
    """Return seed B's quick postmortem."""
    return Record(
        incident=Incident(
            title="Cache miss storm",
            severity="SEV3",
            status="final",
            declared_minutes=12,
            narrative="API latency spiked to 5s due to cache miss storm after cache flush.",
            root_cause="Full cache flush for minor config update caused thundering herd.",
        ),
        impact=(Impact(id="i1", group="customer", facet="duration", text="12 minutes of slow answers"),),
        events=(
            Event(id="e1", at=_at("10:00"), kind="change", text="Cache flush initiated for config update"),
            Event(id="e2", at=_at("10:02"), kind="detected", text="Latency alerts fire"),
            Event(id="e3", at=_at("10:05"), kind="finding", text="Identified as cache miss storm"),
            Event(id="e4", at=_at("10:08"), kind="mitigated", text="Enabled cache warming"),
            Event(id="e5", at=_at("10:12"), kind="resolved", text="Latency normalized"),
        ),
        causes=(
            Cause(id="c1", kind="effect", text="API latency spiked to 5s"),
            Cause(id="c2", parents=("c1",), text="Cache miss storm after cache flush"),
            Cause(id="c3", parents=("c2",), text="Full cache flush for minor config update", role="root", rank=1),
        ),
        lessons=(Lesson(id="l1", text="Don't full-flush cache in production; use targeted invalidation."),),
        actions=(
            Action(id="a1", text="Enable cache warming", kind="mitigation", status="verified", answers=("c2",)),
            Action(id="a2", text="Implement partial cache invalidation", kind="prevention", ticket="ENG-999", answers=("c3",)),
        ),
    )


def duplicate_emails() -> Record:
    """Return seed A's 5 Whys and fishbone: one graph holds both."""
    return Record(
        incident=Incident(title="Duplicate order confirmation emails", severity="P2"),
        causes=(
            Cause(id="c1", kind="effect", text="Users received duplicate order confirmation emails"),
            Cause(id="c2", parents=("c1",), text="The email service sent the confirmation twice"),
            Cause(id="c3", parents=("c2",), text="The order completion event was published twice"),
            Cause(id="c4", parents=("c3",), text="The order service retried after a timeout"),
            Cause(id="c5", parents=("c4",), text="The message broker acknowledged slowly under load"),
            Cause(
                id="c6",
                parents=("c5",),
                text="The broker's disk was 95% full, causing write delays",
                category="environment",
            ),
            Cause(
                id="c7",
                parents=("c6",),
                text="No disk usage monitoring or alerting on the message broker",
                category="monitoring",
                role="root",
                rank=1,
                stop="systemic",
            ),
            Cause(id="c8", parents=("c1",), text="On-call unfamiliar with service", category="people"),
            Cause(id="c9", parents=("c1",), text="No rollback runbook existed", category="process"),
            Cause(id="c10", parents=("c2",), text="No idempotency on email sends", category="technology"),
            Cause(id="c11", parents=("c5",), text="Upstream traffic spike", category="external"),
        ),
        actions=(
            Action(
                id="a1",
                text="Add disk usage alerting at 80% threshold + auto-scaling",
                priority="P1",
                owner="mika",
                due=date(2024, 2, 1),
                kind="detection",
                answers=("c7",),
            ),
        ),
    )


def service_outage() -> Record:
    """Return seed A's fault tree, the gates on the causes whose own causes they join."""
    return Record(
        incident=Incident(title="Service outage", severity="P0"),
        causes=(
            Cause(id="c1", kind="effect", text="Service outage", join="all"),
            Cause(id="c2", parents=("c1",), text="Load balancer failure", join="any"),
            Cause(id="c3", parents=("c2",), text="Config error"),
            Cause(id="c4", parents=("c2",), text="Health check misconfigured"),
            Cause(id="c5", parents=("c1",), text="No failover triggered", join="any"),
            Cause(id="c6", parents=("c5",), text="Failover not configured"),
            Cause(id="c7", parents=("c5",), text="Failover health check also failed"),
        ),
    )
