"""Both seeds' own examples, typed in as they stand there: what `noblame check` finds of the fourteen faults in them.

Three of the fourteen no rule decides: that a target is said twice in two units (10: experiments are no part of this document),
that advice of one page speaks against advice of another (13), and whose whys are the right ones where two templates tell
the same incident differently (5, of which the person-centred steps are found).
"""

import json
from pathlib import Path

import pytest
from short_documents import document

from noblame.cli.main import main
from noblame.model import PRESETS, Action, Agenda, Record
from noblame.store.codec import Codec

PAYMENTS = (
    "title: Payments could not be completed",
    "severity: SEV2",
    "declared: 47",
    "summary: On January 15, 2024, the payment processing service experienced a 47-minute outage affecting approximately 12,000 customers."
    " The incident was resolved by rolling back to v2.3.3 and increasing connection pool limits.",
    "15 jan 2024 14:23 Deployment v2.3.4 completed to production #change",
    "14:31 First alert: `payment_error_rate > 5%` #detected",
    "14:33 On-call engineer @alice acknowledges alert #acknowledged",
    "14:35 Initial investigation begins, error rate at 23% #observed",
    "14:41 Incident declared SEV2, @bob joins #declared",
    "14:45 Database connection exhaustion identified #finding",
    "14:52 Decision to rollback deployment #decision",
    "14:58 Rollback to v2.3.3 initiated #mitigating",
    "15:10 Rollback complete, error rate dropping #mitigated",
    "15:18 Service fully recovered, incident resolved #resolved",
    "/impact 12,000 unique customers affected",
    "/impact 847 support tickets (23% of affected users)",
    "causes: Payments failed > Database connections exhausted > Each request opened new connection"
    " > A developer refactored the repository class and inadvertently changed the connection acquisition method",
    "causes: Payments failed > The reviewer focused on the functional change and didn't notice the infrastructure change"
    " > Code review checklist doesn't include infrastructure considerations",
    "+ Rollback procedure worked smoothly",
    "+ Rollback decision was made decisively",
    "- Rollback took 12 minutes (could be faster)",
    "/action Add integration test for connection pool behavior p0 @alice 2024-01-22 for c4",
    "/action Evaluate canary deployment strategy p2 @charlie 2024-02-15",
    "/action Implement canary deployments",
)
EMAILS = (
    "title: Duplicate order confirmation emails",
    "causes: Users received duplicate order confirmation emails > The email service sent the confirmation twice > The broker's disk was 95% full"
    " > No disk usage monitoring or alerting on the message broker",
    "causes: Users received duplicate order confirmation emails > On-call unfamiliar with service #people",
    "/action Add disk usage alerting at 80% threshold + auto-scaling for c4",
)
OUTAGE = (
    "title: Service outage",
    "causes: Service outage > Load balancer failure (all) > Config error (any)",
    "causes: Service outage > Load balancer failure > Health check misconfigured (any)",
    "causes: Service outage > No failover triggered (all) > Failover not configured (any)",
)


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Return what `noblame check --json` says of a record."""
    monkeypatch.setenv("NOBLAME_DIR", str(tmp_path))

    def checked(record: Record) -> list[dict[str, str]]:
        path = tmp_path / "seed.toml"
        path.write_text(Codec().dump(record), encoding="utf-8")
        assert main(["check", str(path), "--json"]) == 1
        return json.loads(capsys.readouterr().out)

    return checked


@pytest.mark.parametrize(
    ("lines", "rule", "words"),
    [
        pytest.param(PAYMENTS, "number-mismatch", "847 tickets is 7.1% of 12,000", id="1 a share that is none"),
        pytest.param(PAYMENTS, "document.counted-from-detection", "47 min fits", id="2 minutes from the first alert"),
        pytest.param(PAYMENTS, "document.unknown-claim", "increasing connection pool limits", id="3 a claim that nothing knows"),
        pytest.param(PAYMENTS, "document.praise-and-complaint", "smoothly” and “Rollback decision", id="4 smooth and slow"),
        pytest.param(PAYMENTS, "why.stops-at-a-person", "A developer refactored", id="5 a last why at a person"),
        pytest.param(PAYMENTS, "blame.failed-to", "didn't notice", id="5 a step in the middle that blames"),
        pytest.param(PAYMENTS, "document.answers-nothing", "Implement canary deployments", id="6 an improvement for no cause"),
        pytest.param(PAYMENTS, "action-not-ready", "3 of 3 actions have nothing that says", id="7 nothing says when they are done"),
        pytest.param(PAYMENTS, "action.anti-pattern.open-investigation", "Evaluate canary", id="7 an evaluation without an end"),
        pytest.param(EMAILS, "action.two-in-one", "auto-scaling", id="8 two actions in one line"),
        pytest.param(EMAILS, "action-not-ready", "Nobody owns it yet", id="8 without an owner"),
        pytest.param(EMAILS, "why.stops-at-a-person", "On-call unfamiliar", id="8 a rib that names a person"),
        pytest.param(OUTAGE, "document.gate-of-one", "“Config error” joins no causes", id="9 gates on the children"),
        pytest.param(OUTAGE, "document.gate-of-one", "“No failover triggered” joins one cause only", id="9 a gate over one"),
    ],
)  # fmt: skip
def test_a_fault_of_the_seeds_is_found(lines, rule: str, words: str, check):
    found = [finding for finding in check(document(" | ".join(lines))) if finding["rule"] == rule]
    assert any(words in finding["message"] for finding in found), found
    assert all(finding["place"] and finding["suggestion"] for finding in found)


def test_a_horizon_is_no_day(check):
    """The eleventh: a priority that says "before the next rotation" and no date."""
    late = Action(id="a1", text="Cap retries at 3", owner="mika", priority="P1", due_said="before next on-call rotation")
    (told,) = [finding for finding in check(Record(actions=(late,))) if finding["rule"] == "action-not-ready"]
    assert "“before next on-call rotation” is not a date" in told["message"]


def test_an_agenda_with_minutes_for_what_went_well_only(check):
    """The fourteenth: seed A's own plan."""
    found = check(document("title: Any").but(agenda=Agenda(blocks=PRESETS["extended"])))
    assert any(finding["rule"] == "document.one-sided-agenda" for finding in found)


def test_neutral_names_in_the_timeline_are_left_alone(check):
    """The twelfth: rows that name people for what they did well."""
    found = check(document(" | ".join(PAYMENTS)))
    assert not [finding for finding in found if finding["place"].startswith("e") and finding["rule"].startswith("blame.")]
