"""A small record with every join, every state of a cause, and actions that no tracker has: what exports can show, once each."""

from datetime import UTC, date, datetime, timedelta

from noblame.model import Action, Agenda, Cause, Event, Impact, Incident, Lesson, Link, Meeting, Note, Person, Record, Vote
from noblame.model.agenda import PRESETS

AT = datetime(2024, 3, 5, 8, 30, tzinfo=UTC)

EVERY_JOIN = Record(
    incident=Incident(title="Invoices went out twice", reference="PM-7", service="billing", severity="SEV3", summary="Twice."),
    meeting=Meeting(
        planned_at=AT + timedelta(days=2), preread_at=AT + timedelta(days=1), follow_up=AT + timedelta(days=14),
        norms=("One conversation at a time",), learned=3, again=2,
    ),
    agenda=Agenda(
        blocks=tuple(block.but(spent=60.0 * block.minutes + 30, extra=5 * (block.part == "timeline")) for block in PRESETS["quick"]),
        preset="quick", started=AT + timedelta(days=2), ended=AT + timedelta(days=2, minutes=38),
        votes=(Vote(block="Timeline", at=AT + timedelta(days=2, minutes=9), minutes=5, up=3, down=1, side=1),),
    ),
    impact=(Impact(id="i1", facet="users", text="310 customers got two invoices"),),
    people=(Person(id="ana", name="Ana", present=True), Person(id="li-wei", name="Li Wei", roles=("facilitator",))),
    events=(
        Event(id="e1", at=AT, kind="change", text="Worker 2.1 goes out", who=("ana",)),
        Event(id="e2", at=AT + timedelta(minutes=4), kind="detected", text="A customer writes", evidence=("Ticket 88",),
              lane="support", disputed="A partner wrote first", asked=("What did they see?",), raw="*A customer* writes", count=3,
              source="csv", origin="tickets.csv, row 2", native_id="88", star=True),
        Event(id="e3", at=AT + timedelta(minutes=31), kind="resolved", text="The second worker is stopped"),
    ),
    causes=(
        Cause(id="c1", kind="effect", text="Invoices went out twice", join="all"),
        Cause(id="c2", text="Two workers took the same job", parents=("c1",), join="some", k=2, category="technology"),
        Cause(id="c3", text="The lock expired", parents=("c2",), join="any", question="Why did the lock let it in?"),
        Cause(id="c4", text="The lock is shorter than the job", parents=("c3",), category="process", role="root", rank=1, stop="systemic"),
        Cause(id="c5", text="The clock of one host was ahead", parents=("c3",), status="ruled out", evidence=("NTP offset < 2 ms",)),
        Cause(id="c6", text="The queue delivers at least once", parents=("c2",), category="environment", switch="on"),
        Cause(id="c7", text="Jobs hold no key of their own", parents=("c2",), confidence="likely", join="undecided"),
        Cause(id="c8", text='Nobody had asked for "exactly once"', parents=("c7",), status="suspected"),
        Cause(id="c9", text="The import does not look at keys", parents=("c7",), status="potential", probability=0.25),
        Cause(id="c10", kind="safeguard", text="The report of duplicates", parents=("c1",)),
        Cause(id="c11", text="Mail cannot be called back", parents=("c1",), category="external", switch="off"),
        Cause(id="c12", kind="effect", text="It was noticed by a customer"),
        Cause(id="c 13", text="Nobody looked", parents=("c12",), join="any", negated=True),
        Cause(id="c14", text="The report was read", parents=("c 13",)),
        Cause(id="c15", text="The alert was seen", parents=("c 13",)),
    ),
    lessons=(Lesson(id="l1", kind="well", text="One person stopped it at once"), Lesson(id="l2", kind="lucky", text="It was a small run")),
    notes=(
        Note(id="n1", kind="question", text="How many were paid twice?", about="i1", part="opening", by="ana"),
        Note(id="n2", kind="question", text="Who saw it first?", outcome="The customer of ticket 88", about="e2"),
        Note(id="n3", kind="parked", text="Who owns the mail gateway?", said_at=AT + timedelta(days=2)),
        Note(id="n4", kind="remedy", text="Stop all workers at night", outcome="Moot: the key is enough"),
        Note(id="n5", kind="dissent", text="The lock was long enough", by="li-wei", settles="The log of the lock", about="c4"),
    ),
    links=(
        Link(id="r1", group="graph", title="Jobs by worker", url="https://graphs.example.com/jobs?from=1"),
        Link(id="r2", group="related", title="PM-3: mail sent twice"), Link(id="r3", url="internal-wiki/locks"),
    ),
    actions=(
        Action(
            id="a1", text="Give each job a key", owner="ana", due=date(2024, 3, 15), priority="P1", kind="prevention",
            answers=("c7",), done_when="Sending one twice is refused in a test", impact=3, effort=2,
        ),
        Action(id="a2", text="Page on two invoices for one order", owner="li-wei", due_said="soon", priority="P2", kind="detection"),
        Action(id="a3", text="Stop the mail; it's $(late) & `old`", kind="mitigation", answers=("c11", "c1"), status="started"),
        Action(id="a4", text="Rewrite the worker", status="won't do", reason="The key is enough"),
        Action(id="a5", text="Lengthen the lock", owner="ana", due=date(2024, 3, 6), status="done", ticket="BILL-12", answers=("c4",)),
        Action(id="a6", text="Count invoices per order", owner="ana", status="verified", verified_by="Li Wei, on 8 March"),
        Action(id="a7", text="Ask the bank for a recall", owner="li-wei", status="later", reason="After the audit", due=date(2024, 6, 1)),
    ),
)  # fmt: skip
