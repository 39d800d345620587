"""Each complete example of the seeds can be told, and each of its facts stands in every document."""

import re

import pytest
from seed_incidents import SESSIONS, cache_miss, duplicate_emails, payments, service_outage

from noblame.exporters import export
from noblame.exporters.profiles import PROFILES
from noblame.model import Record
from noblame.store.codec import Codec, load

PAYMENTS = """
2024-01-15 | SEV2 | 47 minutes | Final | alice | bob
approximately 12,000 customers | database connection pool exhaustion
rolling back to v2.3.3 and increasing connection pool limits
configuration change | 12,000 customers unable to complete purchases | Estimated revenue loss: $45,000
847 support tickets created
No data loss or security implications
14:23 \\| Deployment v2.3.4 completed to production | 14:31 \\| First alert: `payment_error_rate > 5%`
14:33 \\| On-call engineer @alice acknowledges alert | 14:35 \\| Initial investigation begins, error rate at 23%
14:41 \\| Incident declared SEV2, @bob joins | 14:45 \\| Database connection exhaustion identified
14:52 \\| Decision to rollback deployment | 14:58 \\| Rollback to v2.3.3 initiated
15:10 \\| Rollback complete, error rate dropping | 15:18 \\| Service fully recovered, incident resolved
inadvertently removed connection pooling for a frequently-called endpoint
Each request opened a new database connection instead of reusing pooled connections
`PaymentRepository.java` replaced pooled `DataSource` with direct `DriverManager.getConnection()` calls
Code review did not catch the connection handling change | No integration tests specifically for connection pool behavior
Staging environment has lower traffic, masking the issue | Database connection metrics alert threshold was too high (90%)
Why did the service fail? → Database connections exhausted
Why were connections exhausted? → Each request opened a new connection
Why did each request open a new connection? → Code change bypassed the connection pool
Why did code bypass the connection pool? → | developer unfamiliar with codebase patterns
No documentation on connection management patterns | All new requests failed
connection count at 100/100 (max), with 500+ pending requests
direct `DriverManager.getConnection()` instead of pooled `DataSource`
a refactoring inadvertently changed the connection acquisition method
PR #1234 shows the change, made while fixing a different bug | the functional change, the bug fix
its comments only discuss business logic | Test suite has no tests for connection handling
wiki has no article on database connections
Missing automated tests for infrastructure behavior | Insufficient documentation of architectural patterns
Code review checklist doesn't include infrastructure considerations
[Client] → [Load Balancer] → [Payment Service] → [Database] | Connection Pool (broken) | Direct connections (cause)
Error rate alert fired within 8 minutes of deployment | Grafana dashboard clearly showed connection spike
On-call response was swift (2 minute acknowledgment) | Database connection metric alert threshold too high
No deployment-correlated alerting | Canary deployment would have caught this earlier
The deployment completed at 14:23, but the first alert didn't fire until 14:31 (8 minutes)
A deployment-aware alert could have detected the issue faster | On-call engineer quickly identified database as the issue
Rollback decision was made decisively | Clear communication in incident channel
Took 10 minutes to correlate issue with recent deployment | Had to manually check deployment history
Rollback took 12 minutes (could be faster) | 12,000 unique customers affected | Average impact duration: 35 minutes
23% of affected users | Customer satisfaction score dropped 12 points | Support cost: ~$2,500 (agent time)
Engineering time: ~8 person-hours | Database primary experienced elevated load | Some replica lag during incident
No permanent damage to systems | Alerting detected the issue before customer reports
Team collaborated effectively under pressure | Rollback procedure worked smoothly | Communication was clear and timely
Code review missed critical change | Test coverage gap for connection pooling
Staging environment doesn't reflect production traffic | Alert thresholds were not tuned properly
Incident occurred during business hours with full team available | Database handled the load without failing completely
No other incidents occurred simultaneously | Add integration test for connection pool behavior | 2024-01-22 | ENG-1234
Lower database connection alert threshold to 70% | 2024-01-17 | OPS-567 | Document connection management patterns | 2024-01-29
DOC-89 | Implement deployment-correlated alerting | 2024-02-05 | OPS-568 | Evaluate canary deployment strategy | charlie
2024-02-15 | ENG-1235 | Load test staging with production-like traffic | dave | 2024-02-28 | QA-123
Error Rate Graph | Database Connection Graph | 2023-11-02: Similar connection issue in User Service (POSTMORTEM-42)
[Connection Pool Best Practices](internal-wiki/connection-pools) | [Deployment Runbook](internal-wiki/deployment-runbook)
Update review checklist | Implement canary deployments | Prevention | Detection | Mitigation | Primary | Secondary | Tertiary
"""
CACHE_MISS = """
2024-01-15 | 12 min | SEV3 | API latency spiked to 5s due to cache miss storm after cache flush.
10:00 \\| Cache flush initiated for config update | 10:02 \\| Latency alerts fire | 10:05 \\| Identified as cache miss storm
10:08 \\| Enabled cache warming | 10:12 \\| Latency normalized
Full cache flush for minor config update caused thundering herd. | Enable cache warming
Implement partial cache invalidation | ENG-999 | Don't full-flush cache in production; use targeted invalidation.
"""
EMAILS = """
Users received duplicate order confirmation emails | The email service sent the confirmation twice
The order completion event was published twice | The order service retried after a timeout
The message broker acknowledged slowly under load | The broker's disk was 95% full, causing write delays
No disk usage monitoring or alerting on the message broker | Add disk usage alerting at 80% threshold + auto-scaling
People | On-call unfamiliar with service | Process | No rollback runbook existed | Technology | No idempotency on email sends
Environment | Monitoring | External | Upstream traffic spike
"""
OUTAGE = """
Service outage | AND | Load balancer failure | OR | Config error | Health check misconfigured | No failover triggered
Failover not configured | Failover health check also failed
"""


def facts(text: str) -> list[str]:
    return [part.replace("\\|", "|").strip() for line in text.strip().split("\n") for part in line.split(" | ")]


@pytest.mark.parametrize(
    ("record", "told"),
    [(payments(), PAYMENTS), (cache_miss(), CACHE_MISS), (duplicate_emails(), EMAILS), (service_outage(), OUTAGE)],
    ids=["payments", "cache miss", "duplicate emails", "service outage"],
)
@pytest.mark.parametrize("profile", PROFILES)
def test_every_fact_of_a_seed_is_told(profile: str, record: Record, told: str):
    text = export(record, profile=profile).casefold()
    assert [fact for fact in facts(told) if fact.casefold() not in text] == []


def test_the_gates_of_the_fault_tree_stand_on_the_causes_they_join():
    drawn = export(service_outage()).split("### Fault Tree")[1]
    assert re.findall(r"(\w[\w ]+?)  +(AND|OR)\n", drawn) == [
        ("Service outage", "AND"),
        ("Load balancer failure", "OR"),
        ("No failover triggered", "OR"),
    ]


@pytest.mark.parametrize("name", ["payments-outage.toml", "blank.toml"])
def test_the_shipped_sessions_are_written_as_a_save_writes_them(name: str):
    text = (SESSIONS / name).read_text(encoding="utf-8")
    assert Codec().dump(load(text, SESSIONS / name)) == text
    assert "__" not in text
