"""Our own documents, read back: what they show comes back where it stood."""

import pytest
from seed_incidents import cache_miss, duplicate_emails, payments, service_outage

from noblame.exporters.markdown import markdown
from noblame.importers.base import Hints, Reading
from noblame.importers.merging import into
from noblame.importers.registry import read
from noblame.importers.source import source_from_bytes
from noblame.model import Record

SEEDS = pytest.mark.parametrize("seed", [payments, cache_miss, duplicate_emails, service_outage])
PROFILES = pytest.mark.parametrize("profile", ["standard", "classic"])


def reread(record: Record, profile: str) -> Reading:
    return read(source_from_bytes("document.md", markdown(record, profile).encode()), Hints())


def causes(record: Record) -> list[tuple]:
    words = {cause.id: cause.text for cause in record.causes}
    return [(c.text, c.kind, tuple(words[p] for p in c.parents), c.role, c.rank, c.stop, c.evidence) for c in record.causes]


@SEEDS
@PROFILES
def test_the_story_comes_back(seed, profile):
    record = seed()
    back, _ = into(Record(), reread(record, profile))
    shown = [event for event in record.events if event.shown]
    assert [(e.text, e.at, e.precision == "about") for e in back.events] == [
        (e.text, e.at and e.at.replace(second=0 if e.precision == "minute" else e.at.second), e.precision == "about")
        for e in shown
    ]
    for name in ("title", "reference", "service", "severity", "declared_minutes", "zone", "summary", "takeaway", "diagram"):
        assert getattr(back.incident, name) == getattr(record.incident, name), name


@SEEDS
@PROFILES
def test_promises_and_lessons_come_back(seed, profile):
    record = seed()
    back, _ = into(Record(), reread(record, profile))
    for before, after in zip(sorted(record.actions, key=lambda a: not a.intended), back.actions, strict=True):
        assert (after.text, after.due, after.priority, after.status, after.done_when, after.ticket) == (
            before.text, before.due, before.priority, before.status, before.done_when if before.intended else "", before.ticket,
        )  # fmt: skip
    said = {"gap": "poorly"} if profile == "classic" else {}
    assert sorted((said.get(one.kind, one.kind), one.text) for one in record.lessons) == sorted(
        (one.kind, one.text) for one in back.lessons
    )


@PROFILES
def test_the_analysis_comes_back(profile):
    record = payments()
    back, _ = into(Record(), reread(record, profile))
    assert sorted(map(str, causes(back))) == sorted(
        map(str, [(*c[:2], c[2] if c[0] != "A traffic spike used up the connections" else (), *c[3:]) for c in causes(record)])
    )
    words = {cause.id: cause.text for cause in record.causes}
    named = {cause.id: cause.text for cause in back.causes}
    assert [sorted(named[c] for c in action.answers) for action in back.actions] == [
        sorted(words[c] for c in action.answers) for action in record.actions
    ]
    assert {(note.kind, note.text, note.outcome, note.settles) for note in back.notes} == {
        (note.kind, note.text, note.outcome, note.settles) for note in record.notes
    }
    assert {(link.group, link.title, link.url) for link in back.links} == {
        (one.group, one.title, one.url) for one in record.links
    }


@SEEDS
@PROFILES
def test_a_document_adds_nothing_to_the_record_it_was_written_from(seed, profile):
    record = seed()
    same, added = into(record, reread(record, profile))
    assert (added.new, same.events) == (0, record.events)
    for name in ("causes", "actions", "notes", "links", "people"):
        assert len(getattr(same, name)) == len(getattr(record, name)), name


def test_drawings_and_tables_that_are_made_anew_are_counted():
    assert dict(reread(payments(), "standard").skipped) == {"section that is made anew from the record": 5}
