"""What the documents look like: headings, times, people, a team's own templates."""

import itertools
import re
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from seed_incidents import cache_miss, duplicate_emails, payments, service_outage
from whole_record import whole_record

from noblame.exporters import ExportRefused, UnknownProfile, export
from noblame.exporters.profiles import PROFILES
from noblame.model import LISTS, Action, Agenda, Cause, Event, Incident, Note, Person, Record

READER = MarkdownIt("gfm-like", {"html": True})
EXAMPLES = {
    "payments": payments, "cache miss": cache_miss, "emails": duplicate_emails, "outage": service_outage, "empty": Record,
}  # fmt: skip


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def timeline(*events: Event, zone: str = "UTC", people: tuple[Person, ...] = ()) -> list[str]:
    text = export(Record(incident=Incident(zone=zone), events=events, people=people))
    return re.findall(r"^\| (.*) \|$", text.split("|-------|\n")[1].split("\n\n")[0], re.MULTILINE)


def headings(text: str) -> list[str]:
    tokens = READER.parse(text)
    return [tokens[n + 1].content for n, token in enumerate(tokens) if token.type == "heading_open"]


def pieces() -> list[Record]:
    """Records with one thing in them."""
    whole = whole_record(str)
    lists = [Record().but(**{name: (entry,)}) for name in LISTS for entry in getattr(whole, name)]
    texts = [
        Record(incident=Incident(**{name: "Words"})) for name in ("summary", "narrative", "root_cause", "diagram", "takeaway")
    ]
    return [*lists, *texts, Record(meeting=whole.meeting), Record(agenda=whole.agenda), Record(causes=whole.causes)]


@pytest.mark.parametrize("profile", PROFILES)
def test_a_record_with_one_thing_makes_a_whole_document(profile: str):
    for record in pieces():
        check(export(record, profile=profile))


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("profile", PROFILES)
def test_an_example_makes_a_whole_document(profile: str, example: str):
    check(export(EXAMPLES[example](), profile=profile))


def check(text: str) -> None:
    """Nothing is empty, doubled or broken."""
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\r" not in text
    outside = re.sub(r"^```text\n.*?^```$", "```", text, flags=re.MULTILINE | re.DOTALL)
    assert "\n\n\n" not in outside
    assert all(line == line.rstrip() or line.startswith("**") for line in outside.split("\n"))
    tokens = READER.parse(text)
    assert not [t.type for t in tokens if t.type.startswith("html") or t.type == "code_block"]
    assert not [c.type for t in tokens for c in t.children or () if c.type in ("html_inline", "image")]
    kinds = [t.type for t in tokens]
    for before, after in itertools.pairwise(tokens):
        if before.type == "heading_close" and after.type == "heading_open":
            assert after.tag > before.tag, "a section with nothing in it"
    assert kinds[-1] != "heading_close"
    rows = [line for line in outside.split("\n") if line.startswith("|")]
    assert sum(kind == "tr_open" for kind in kinds) == len([row for row in rows if not re.fullmatch(r"[|-]+", row)])


def test_the_standard_profile_has_the_headings_of_seed_b():
    seed = [
        "Executive Summary", "Timeline (All times UTC)", "Root Cause Analysis", "What Happened", "Why It Happened",
        "System Diagram", "Detection", "What Worked", "What Didn't Work", "Detection Gap", "Response", "What Worked",
        "What Could Be Improved", "Impact", "Customer Impact", "Business Impact", "Technical Impact", "Lessons Learned",
        "What Went Well", "What Went Wrong", "Where We Got Lucky", "Action Items", "Appendix", "Supporting Data",
        "Related Incidents", "References",
    ]  # fmt: skip
    assert [heading for heading in headings(export(payments())) if heading in seed] == seed


def test_the_classic_profile_has_the_headings_of_seed_a():
    tokens = READER.parse(export(payments(), profile="classic"))
    found = [tokens[n + 1].content for n, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h2"]
    assert found == [
        "Summary", "Impact", "Timeline", "Root Cause", "Contributing Factors", "What Went Well", "What Went Poorly",
        "Action Items", "Lessons Learned", "Dissent", "Appendix",
    ]  # fmt: skip


def test_states_are_called_as_the_profile_calls_them():
    record = Record(incident=Incident(status="review", severity="P1"))
    assert "**Status**: In Review" in export(record)
    assert "**Status:** Review" in export(record, profile="classic")
    assert "**Incident Severity**: P1" in export(record)


def test_both_durations_say_which_events_they_are_from():
    assert (
        "**Incident Duration**: 47 minutes declared; 47 min from detected (14:31) to resolved (15:18), "
        "55 min from change (14:23) to resolved (15:18)\n"
    ) in export(payments())


def test_times_are_no_finer_than_anybody_knew():
    noon = at("2024-01-15T12:00:07+00:00")
    assert timeline(
        Event(id="e1", at=noon, precision="second", text="a"),
        Event(id="e2", at=noon, text="b"),
        Event(id="e3", at=noon, precision="about", text="c"),
        Event(id="e4", at=noon, precision="ten", text="d"),
        Event(id="e5", at=noon, precision="day", text="e"),
        Event(id="e6", at=noon, until=noon + timedelta(minutes=5), text="f"),
        Event(id="e7", text="g"),
    ) == ["12:00:07 | a", "12:00 | b", "~12:00 | c", "12:0? | d", "2024-01-15 | e", "12:00–12:05 | f", "time unknown | g"]


def test_times_stand_in_the_zone_of_the_incident_with_days_where_it_spans_several():
    told = timezone(timedelta(hours=-5))
    events = (
        Event(id="e1", at=datetime(2024, 1, 15, 17, 50, tzinfo=told), text="a"),
        Event(id="e2", at=datetime(2024, 1, 15, 18, 10, tzinfo=told), until=datetime(2024, 1, 15, 18, 20, tzinfo=told), text="b"),
    )
    assert timeline(*events, zone="Europe/Prague") == ["2024-01-15 23:50 | a", "2024-01-16 00:10–00:20 | b"]
    assert "## Timeline (All times Europe/Prague)" in export(Record(incident=Incident(zone="Europe/Prague")))
    assert "All times in Europe/Prague." in export(Record(incident=Incident(zone="Europe/Prague")), profile="classic")


def test_references_to_events_say_the_day_where_the_timeline_does():
    events = (
        Event(id="e1", at=at("2024-01-15T23:50:00+00:00"), text="Pushed"),
        Event(id="e2", at=at("2024-01-16T00:10:00+00:00"), text="Noticed"),
    )
    causes = (Cause(id="c1", kind="effect", text="Late", events=("e2",)),)
    text = export(Record(events=events, causes=causes, notes=(Note(id="n1", text="Who knew?", about="e1"),)))
    assert "*Seen at*: 2024-01-16 00:10 Noticed\n" in text
    assert "*(about “2024-01-15 23:50 Pushed”)*\n" in text


def test_people_are_added_only_where_the_text_does_not_name_them():
    people = (Person(id="ana", name="Ana Ruiz"),)
    noon = at("2024-01-15T12:00:00+00:00")
    rows = timeline(
        Event(id="e1", at=noon, text="Rolled back", who=("ana", "ci")),
        Event(id="e2", at=noon, text="@ana paged", who=("ana",)),
        Event(id="e3", at=noon, text="Ana Ruiz paged", who=("Ana Ruiz",)),
        Event(id="e4", at=noon, text="Banana alert", who=("ana",)),
        people=people,
    )
    assert [row[8:] for row in rows] == ["Rolled back (@ana, ci)", "@ana paged", "Ana Ruiz paged", "Banana alert (@ana)"]


def test_only_shown_events_stand_in_the_timeline():
    noon = at("2024-01-15T12:00:00+00:00")
    record = Record(
        events=(
            Event(id="e1", at=noon, text="typed"),
            Event(id="e2", at=noon, text="starred", source="slack", star=True),
            Event(id="e3", at=noon, text="chatter", source="slack"),
        )
    )
    text = export(record)
    assert "typed" in text
    assert "starred" in text
    assert "chatter" not in text
    assert "*1 more row is kept as evidence and not shown.*" in text


def test_empty_sections_are_left_out_and_required_ones_say_so():
    assert headings(export(Record())) == [
        "Postmortem: Untitled incident", "Executive Summary", "Timeline (All times UTC)", "Root Cause Analysis", "What Happened",
        "Impact", "Action Items",
    ]  # fmt: skip
    assert export(Record()).count("Not recorded.") == 9


def test_whys_without_words_of_their_own_are_asked():
    text = export(duplicate_emails())
    assert "Why was the order completion event published twice? → The order service retried after a timeout\n" in text
    assert "Why? → Upstream traffic spike\n" in text


def test_a_shared_cause_is_told_once():
    text = export(payments())
    assert text.count("No deployment-correlated alerting *(see above)*") == 1


def test_deep_chains_are_told():
    causes = [Cause(id="c1", kind="effect", text="Top")]
    causes += [Cause(id=f"c{n}", parents=(f"c{n - 1}",), text=f"Below {n}") for n in range(2, 400)]
    assert "Below 399" in export(Record(causes=tuple(causes)))


def test_notes_keep_their_circumstances():
    note = Note(id="n1", kind="dissent", text="It was slower", by="ana", settles="A drill", part="analysis")
    text = export(Record(notes=(note,)))
    assert "## Dissent\n\n- **It was slower** *(ana, analysis)*\n  - *What would settle it*: A drill\n  - *Still open.*\n" in text


def test_what_will_not_be_done_keeps_its_reason():
    action = Action(id="a1", text="Freeze deployments", status="won't do", reason="It moves the risk")
    text = export(Record(actions=(action,)))
    assert "### Won't Do\n\n- **Freeze deployments**: It moves the risk\n" in text
    assert "## Action Items\n\nNot recorded.\n" in text


def test_a_meeting_that_never_began_is_not_told():
    assert "The Meeting" not in export(Record())
    started = Record(agenda=Agenda(started=at("2024-01-17T10:00:00+00:00"), ended=at("2024-01-17T11:01:00+00:00")))
    assert "- **Held**: 2024-01-17 10:00 to 11:01\n" in export(started)


@given(st.sampled_from(sorted(PROFILES)))
def test_the_same_record_makes_the_same_bytes(profile: str):
    assert export(payments(), profile=profile) == export(payments(), profile=profile)


def test_unknown_names_are_refused_with_those_there_are():
    with pytest.raises(UnknownProfile, match="standard, classic"):
        export(Record(), profile="fancy")
    with pytest.raises(ExportRefused, match="take md"):
        export(Record(), to="docx")
    with pytest.raises(ExportRefused, match="take github"):
        export(Record(), target="fax")


def test_a_team_can_bring_its_own_template(tmp_path: Path):
    own = tmp_path / "ours.md.j2"
    own.write_text("# {{ doc.title }}\n{% include '_timeline.md.j2' %}\n\n{{ doc.incident.summary | prose }}\n", encoding="utf-8")
    record = Record(incident=Incident(title="A *b*", summary="<b>"))
    assert export(record, profile=str(own)) == "# A \\*b\\*\n\nNot recorded.\n\n&lt;b>\n"


@pytest.mark.parametrize(
    ("template", "line", "what"),
    [
        ("a\n{% if %}\n", 2, "Expected an expression"),
        ("a\n\n{{ doc.nothing }}\n", 3, "no attribute 'nothing'"),
        ("{{ 1 + 'a' }}\n", 1, "unsupported operand"),
        ("a\n{{ doc.title.__class__.__mro__ }}\n", 2, "unsafe"),
        ("a\n{% include 'gone.j2' %}\n", 2, "gone.j2"),
        ("{{ 1 // 0 }}", 1, "zero"),
        ("{{ 'a' | nosuch }}", 1, "nosuch"),
    ],
)
def test_a_template_that_does_not_work_says_where(tmp_path: Path, template: str, line: int, what: str):
    own = tmp_path / "ours.md.j2"
    own.write_text(template, encoding="utf-8")
    with pytest.raises(ExportRefused) as refusal:
        export(Record(), profile=str(own))
    assert str(refusal.value).startswith(f"{own}, line {line}: ")
    assert what in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_template_that_is_not_text_is_refused(tmp_path: Path):
    own = tmp_path / "ours.md.j2"
    own.write_bytes(b"\xff\xfe")
    with pytest.raises(ExportRefused, match="ours"):
        export(Record(), profile=str(own))


def test_jinja_is_imported_only_when_a_document_is_made():
    code = "import sys, noblame.exporters, noblame.exporters.registry; sys.exit('jinja2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
