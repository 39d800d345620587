"""Nothing of a record is dropped, nothing private is told, nothing in it acts."""

import re

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from whole_record import REFERENCES, text_fields, whole_record

from noblame.exporters import export
from noblame.exporters.profiles import PROFILES
from noblame.model import Action, Agenda, Cause, Event, Incident, Meeting, Note, Person

READER = MarkdownIt("gfm-like", {"html": True})
PAYLOADS = [
    "{} <script>alert(1)</script>", "<img src=x onerror=alert(1)>{}", "![{}](http://e.example/x.png)",
    "[{}](javascript:alert(1))", "# {}", "- {}", "> {}", "{} | | |", "{}\\", "``` {}",
    "*{}* _{}_ __{}__ ~~{}~~", "<!-- {}", "{} -->", "`{}", "{}\\|", "[{}]: http://e.example/", "1. {}",
    "{} &lt;b&gt;", "{{{{ 7*7 }}}} {}", "{} ](http://e.example)", "[x] {}",
]  # fmt: skip


def tokens_of(profile: str, payload: str) -> list[Token]:
    record = whole_record(lambda mark: payload.format(*[mark] * payload.count("{}")))
    return READER.parse(export(record, profile=profile))


def inline(tokens: list[Token]) -> list[Token]:
    return [child for token in tokens for child in token.children or ()]


def test_the_marks_stand_in_every_public_text_field():
    assert {name for name, _ in text_fields(Cause).items()} == {"text", "question", "category", "evidence", "accepted"}
    assert "private_notes" not in text_fields(Meeting)
    assert set(text_fields(Incident)) == {
        "title", "reference", "service", "severity", "triggers", "summary", "narrative", "root_cause", "diagram", "takeaway",
    }  # fmt: skip
    for model in (Action, Agenda, Event, Note, Person):
        known = set(text_fields(model)) | REFERENCES.get(model, set())
        assert known <= set(model.model_fields)


@pytest.mark.parametrize("profile", PROFILES)
def test_nothing_is_dropped(profile: str):
    marks: list[str] = []
    record = whole_record(lambda mark: marks.append(mark) or mark)
    text = export(record, profile=profile)
    assert [mark for mark in marks if mark not in text] == []
    assert len(marks) == len(set(marks)) > 250


@pytest.mark.parametrize("profile", PROFILES)
def test_what_is_private_is_not_told(profile: str):
    text = export(whole_record(str), profile=profile)
    assert "Secret" not in text
    assert "7341" not in text
    assert "2 more rows are kept as evidence and not shown" in text


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("profile", PROFILES)
def test_no_text_changes_the_shape_of_the_document(profile: str, payload: str):
    calm, hostile = tokens_of(profile, "{}"), tokens_of(profile, payload)
    assert [token.type for token in hostile] == [token.type for token in calm]
    for kind in ("strong_open", "em_open", "s_open", "image", "html_inline"):
        assert sum(t.type == kind for t in inline(hostile)) == sum(t.type == kind for t in inline(calm)), kind
    hrefs = [str(t.attrGet("href")) for t in inline(hostile) if t.type == "link_open" and t.markup not in ("linkify", "autolink")]
    assert all(not re.match(r"javascript|data|vbscript|http://e\.example/x", href) for href in hrefs)


@pytest.mark.parametrize("payload", ["<b>{}</b>", "[{}](x)", "*{}*", "{} & &amp;", "\\{}"])
@pytest.mark.parametrize("profile", PROFILES)
def test_the_exact_words_are_read(profile: str, payload: str):
    tokens = tokens_of(profile, payload)
    seen = "\n".join("".join(t.content for t in token.children or ()) for token in tokens if token.children)
    marks = set(re.findall(r"Markn\d+z", seen))
    assert len(marks) > 250
    assert [mark for mark in sorted(marks) if payload.format(mark) not in seen] == []
