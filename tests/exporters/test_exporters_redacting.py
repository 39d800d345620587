"""For readers outside: no name of anybody, no address, no secret, and what that changes is told."""

from datetime import UTC, datetime

import pytest

from noblame.cli.main import main
from noblame.exporters.redacting import redacted
from noblame.exporters.registry import EXPORTERS, export
from noblame.model import Action, Cause, Event, Incident, Note, Person, Record
from noblame.store.session import SessionFile

SECRETS = (
    "xoxb-1234567890-abcdefghij", "AKIAIOSFODNN7EXAMPLE", "ghp_abcdefghijklmnopqrstuvwxyz0123456789", "password=hunter2hunter2",
    "https://ana:s3cretpass@example.org/x", "Bearer abcdefghijklmnopqrstuvwxyz012345",
)  # fmt: skip
PEOPLE = (
    Person(id="ana", name="Ana Ruiz", roles=("incident commander", "author")),
    Person(id="bo", name="Bo Lind", roles=("responder",)),
    Person(id="mark", name="Mark Okafor", roles=("responder",)),
    Person(id="zoe"),
)
RECORD = Record(
    incident=Incident(title="Ana's queue was stuck", summary="Ruiz saw it, @bo and Mark Okafor helped; mark the row."),
    people=PEOPLE,
    events=(
        Event(
            id="e1",
            at=datetime(2024, 1, 15, 14, 0, tzinfo=UTC),
            text="Ana paged Bo Lind from 10.1.2.3, ana.ruiz@example.org",
            who=("ana",),
        ),
        Event(id="e2", at=datetime(2024, 1, 15, 14, 1, tzinfo=UTC), text=f"zoe ran {' '.join(SECRETS)}", who=("grafana", "@kim")),
        Event(id="e3", at=datetime(2024, 1, 15, 14, 2, tzinfo=UTC), text="mark said version 1.2.3 is an anagram", who=("priya",)),
    ),
    causes=(
        Cause(id="c1", kind="effect", text="Mail was late"),
        Cause(id="c2", text="Only Bo's laptop had the key", parents=("c1",)),
    ),
    actions=(Action(id="a1", text="Share the key, asks ZOE", owner="mark", answers=("c2",)),),
    notes=(Note(id="n1", kind="dissent", text="It was the cache", by="ana"),),
)
NAMES = ("ana", "ruiz", "bo", "lind", "okafor", "zoe", "kim", "priya")


@pytest.mark.parametrize("to", EXPORTERS)
def test_no_export_names_anybody(to: str):
    text = export(redacted(RECORD).record, to)
    found = {name for name in NAMES if name in text.casefold().replace("anagram", "").split() or f"@{name}" in text.casefold()}
    assert not found
    for hidden in (*SECRETS, "s3cretpass", "10.1.2.3", "ana.ruiz", "Ruiz", "Okafor", "Lind", "Ana'", "Bo'"):
        assert hidden not in text


def test_roles_stand_for_names_and_what_may_be_a_machine_is_left_and_told():
    found = redacted(RECORD)
    record = found.record
    assert record.incident.title == "Incident commander's queue was stuck"
    assert record.incident.summary == "Incident commander saw it, @responder-1 and responder 2 helped; mark the row."
    assert [event.who for event in record.events] == [("incident-commander",), ("grafana", "participant-2"), ("participant-3",)]
    assert record.events[0].text == "Incident commander paged responder 1 from [address], [e-mail]"
    assert record.events[2].text == "mark said version 1.2.3 is an anagram"
    assert (record.actions[0].owner, record.actions[0].text) == ("responder-2", "Share the key, asks participant 1")
    assert record.notes[0].by == "incident-commander"
    assert record.person("incident-commander")
    assert found.left == ("grafana",)
    assert ("Only Bo's laptop had the key", "Only responder 1's laptop had the key") in found.changed


def test_what_names_nobody_stays_as_it_is():
    plain = Record(incident=Incident(title="Mail was late", summary="See 12:30:45, v1.2.3.4.5 and dead:beef"))
    assert redacted(plain).record == plain
    assert redacted(plain).changed == ()


def test_the_command_tells_what_it_changes(tmp_path, capsys):
    path = tmp_path / "s.toml"
    SessionFile.create(path, RECORD)
    assert main(["export", str(path), "--redact"]) == 0
    said = capsys.readouterr()
    assert "Ruiz" not in said.out
    assert "noblame: - Ana's queue was stuck\nnoblame: + Incident commander's queue was stuck\n" in said.err
    assert "left as they are, because they may be machines: grafana" in said.err


def test_people_without_a_role_and_of_one_role_are_counted():
    people = [Person(id=name, name=name.title()) for name in ("ana", "bo")]
    others = [Person(id=name, name=name.title(), roles=("responder",)) for name in ("cy", "di")]
    alone = Person(id="ed", name="Ed", roles=("scribe",))
    found = redacted(Record(people=(*people, *others, alone))).record
    assert [person.name for person in found.people] == ["Participant 1", "Participant 2", "Responder 1", "Responder 2", "Scribe"]
