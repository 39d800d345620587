"""Actions for trackers and calendars, and the document as HTML: they say everything, and nothing that was typed acts."""

import csv
import io
import json
import os
import re
import subprocess
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from whole_record import whole_record

from noblame.exporters import export
from noblame.exporters.refusal import ExportRefused
from noblame.exporters.registry import EXPORTERS
from noblame.model import Action, Cause, Incident, Meeting, Person, Record

RECORD = Record(
    incident=Incident(title="Search, slow; again", reference="INC-7"),
    people=(Person(id="ana", name="Ana"),),
    causes=(Cause(id="c1", text="No time limit"),),
    meeting=Meeting(follow_up=datetime(2024, 2, 1, 9, 30, tzinfo=UTC), private_notes="Ask Ana first"),
    actions=(
        Action(
            id="a1",
            text="Stop the reindex at 06:00",
            owner="ana",
            priority="P1",
            due=date(2024, 1, 31),
            kind="prevention",
            done_when="the job ends by itself",
            answers=("c1",),
            history=("2024-01-18 owner bob → ana",),
        ),
        Action(id="a2", text="Page on p99", ticket="OPS-1"),
        Action(id="a3", text="Buy another cluster", status="won't do", reason="too dear"),
    ),
)
FORMULAS = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "  =1", "\u200c=1", "＝1+1", "\u200d+1+1"]
SHELL = ["'; touch gone; '", "$(touch gone)", "`touch gone`", "\\'; touch gone #", "--help", "a\\", '"; touch gone; "', "!!"]
MARKUP = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</title><script>1</script>", "</style><b>", "&lt;b&gt;",
    "![x](http://e.example/x.png)", "[x](javascript:alert(1))", "[x](http://e.example)", "http://e.example/?a=1&b=<c>",
    "{{ 7*7 }}", "<a href='x'>", "<!-- x", "]]>", "<svg onload=alert(1)>", "[x][y]", "<javascript:alert(1)>",
]  # fmt: skip


def action(text: str) -> Record:
    return Record(actions=(Action(id="a1", text=text),))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_table_has_every_action_with_what_is_known_of_it():
    first, second, third = rows(export(RECORD, "csv"))
    assert first == {
        "id": "a1",
        "action": "Stop the reindex at 06:00",
        "owner": "Ana",
        "priority": "P1",
        "due": "2024-01-31",
        "kind": "Prevention",
        "status": "Open",
        "done when": "the job ends by itself",
        "answers": "No time limit",
        "ticket": "",
        "notes": "",
    }
    assert second["ticket"] == "OPS-1"
    assert (third["status"], third["notes"]) == ("Won't do", "too dear")


@pytest.mark.parametrize("tracker", ["jira", "linear"])
def test_a_tracker_gets_what_it_does_not_have_yet(tracker: str):
    text = export(RECORD, tracker)
    (row,) = rows(text)
    assert row.get("Summary", row.get("Title")) == "Stop the reindex at 06:00"
    assert row["Priority"] in ("Highest", "Urgent")
    for told in ("the job ends by itself", "Ana", "2024-01-31", "No time limit", "INC-7"):
        assert told in row["Description"]
    assert "\r" not in text
    assert "prevention" in text


def test_jira_reads_the_date_in_a_column_of_its_own():
    assert rows(export(RECORD, "jira"))[0]["Due Date"] == "2024-01-31"


@pytest.mark.parametrize("tracker", ["jira", "linear", "gh"])
def test_where_every_action_has_a_ticket_there_is_nothing_to_hand_over(tracker: str):
    with pytest.raises(ExportRefused, match="No open action is without a ticket"):
        export(RECORD.but(actions=RECORD.actions[1:]), tracker)


@pytest.mark.parametrize("form", ["csv", "jira", "linear"])
@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_is_a_formula(form: str, formula: str):
    text = export(action(formula), form)
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert f"'{action(formula).actions[0].text}" in cells
    assert not [cell for cell in cells if re.match(r"\W*[=+@]|\s*-", cell) and not cell.startswith("'")]


def test_a_plain_number_stays_one():
    assert '"-5"' in export(action("-5"), "csv")


def test_jira_s_markup_does_not_act():
    record = Record(actions=(Action(id="a1", text="x", done_when="!http://e.example/x.png! {html} [a|b] no!"),))
    assert r"\!http://e.example/x.png! \{html} \[a\|b] no!" in rows(export(record, "jira"))[0]["Description"]


def issues(record: Record, folder: Path) -> list[list[str]]:
    """Run the script against a ``gh`` that writes down what it is called with."""
    gh = folder / "gh"
    gh.write_text('#!/bin/sh\nfor word in "$@"; do printf "%s\\0" "$word"; done >>calls\nprintf "\\n\\0" >>calls\n')
    gh.chmod(0o755)
    script = folder / "issues.sh"
    script.write_text(export(record, "gh"))
    done = subprocess.run(
        ["sh", str(script)], cwd=folder, env={"PATH": f"{folder}:{os.environ['PATH']}"}, check=True, capture_output=True
    )
    assert done.stderr == b""
    calls = (folder / "calls").read_text().split("\0\n\0")
    return [call.split("\0") for call in calls if call]


def test_the_script_opens_an_issue_for_each_action_without_a_ticket(tmp_path: Path):
    label, issue = issues(RECORD, tmp_path)
    assert label[:3] == ["label", "create", "postmortem"]
    assert issue[:4] == ["issue", "create", "--title=Stop the reindex at 06:00", "--label=postmortem"]
    assert "- **Done when**: the job ends by itself" in issue[4]


@pytest.mark.parametrize("words", SHELL)
def test_nothing_typed_is_run_by_the_shell(words: str, tmp_path: Path):
    record = action(words).but(incident=Incident(title=words, reference=words))
    _, issue = issues(record, tmp_path)
    assert issue[2] == f"--title={record.actions[0].text}"
    assert len(issue) == 5
    assert not (tmp_path / "gone").exists()


def unfolded(text: str) -> list[str]:
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    return text.replace("\r\n ", "").split("\r\n")


def test_a_calendar_has_a_day_for_each_due_date_and_a_moment_for_the_follow_up():
    lines = unfolded(export(RECORD, "ics"))
    assert lines[0] == "BEGIN:VCALENDAR"
    assert "DTSTART;VALUE=DATE:20240131" in lines
    assert "DTEND;VALUE=DATE:20240201" in lines
    assert "SUMMARY:Ana: Stop the reindex at 06:00" in lines
    assert "SEQUENCE:1" in lines
    assert "DTSTART:20240201T093000Z" in lines
    assert r"SUMMARY:Follow-up: Search\, slow\; again" in lines
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 2
    known = [line for line in lines if line.startswith("UID:")]
    assert len(set(known)) == 2
    assert known == [line for line in unfolded(export(RECORD, "ics")) if line.startswith("UID:")]


def test_no_line_of_a_calendar_is_one_that_somebody_typed():
    words = "x\r\nATTENDEE:mailto:e@e.example\nBEGIN:VEVENT\\" + "ö" * 80
    record = Record(incident=Incident(title=words), actions=(Action(id="a1", text=words, due=date(2024, 1, 1), done_when=words),))
    lines = unfolded(export(record, "ics"))
    assert lines.count("BEGIN:VEVENT") == 1
    assert not [line for line in lines if line.startswith("ATTENDEE")]


class Page(HTMLParser):
    """What a browser would act on."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("profile", ["standard", "classic"])
def test_a_page_says_what_the_document_says(profile: str):
    marks: list[str] = []
    record = whole_record(lambda mark: marks.append(mark) or mark)
    words = re.sub(r"\s+", "", Page(export(record, "html", profile)).words)
    assert [mark for mark in marks if re.sub(r"\s+", "", mark) not in words] == []


@pytest.mark.parametrize("payload", MARKUP)
def test_nothing_on_a_page_acts_or_asks_for_anything(payload: str):
    record = whole_record(lambda mark: f"{payload} {mark}")
    page = Page(export(record, "html"))
    clean = {tag for tag, _ in Page(export(whole_record(str), "html")).tags}
    assert {tag for tag, _ in page.tags} <= clean | {"a", "code"}
    for tag, attributes in page.tags:
        assert tag not in ("script", "img", "iframe", "object", "form", "link", "base")
        assert not [name for name in attributes if name.startswith("on") or name in ("src", "style")]
        if tag == "a":
            assert re.match(r"(https?|mailto):", attributes["href"] or "")
            assert attributes["rel"] == "noopener noreferrer"
    assert payload in page.words or "](" in payload or "][" in payload or payload.startswith(("&", "http"))


def test_a_page_forbids_everything_but_its_own_styles():
    text = export(whole_record(str), "html")
    (policy,) = [a["content"] or "" for tag, a in Page(text).tags if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert set(re.findall(r"https?://[^\"'<\s]*", re.sub(r"<a .*?</a>", "", text, flags=re.DOTALL))) <= {
        "http://www.w3.org/2000/svg"
    }


def test_causes_are_pictures_on_a_page():
    effect = Cause(id="c1", text="Search was slow", kind="effect", join="all")
    causes = [Cause(id=f"c{n}", text=f"Reason {n}", parents=("c1",), category="process") for n in (2, 3)]
    text = export(Record(causes=(effect, *causes)), "html")
    assert text.count("<svg ") == 2
    assert "<pre>" not in text


@pytest.mark.parametrize("form", [name for name in EXPORTERS if name not in ("openpsa",)])
def test_what_is_private_stays_in_the_session(form: str):
    record = whole_record(str)
    text = export(record.but(actions=tuple(each.but(ticket="", status="open") for each in record.actions)), form)
    assert "Secret" not in text
    assert "7341" not in text


def test_json_is_the_record():
    assert json.loads(export(RECORD, "json"))["actions"][0]["text"] == "Stop the reindex at 06:00"


@pytest.mark.parametrize("status", ["done", "verified"])
def test_what_is_done_is_not_handed_over(status: str):
    both = RECORD.but(actions=(RECORD.actions[0], RECORD.actions[0].but(id="a9", text="Over", status=status)))
    for tracker in ("jira", "linear", "gh"):
        assert "Over" not in export(both, tracker)
