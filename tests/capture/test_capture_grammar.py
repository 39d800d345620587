"""The grammar of the capture line by example: what is recognised, and what stays the room's own words."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from places import coloured, place, read

from noblame.capture.completion import complete
from noblame.capture.context import Context
from noblame.capture.grammar import parse
from noblame.capture.preview import preview
from noblame.model import Part


def said(text: str, part: Part = "timeline", **changes: Any) -> dict[str, Any]:
    """Return what was captured, without what stands at its default."""
    captured = read(text, part, **changes)
    found = {name: value for name, value in captured.__dict__.items() if value not in ("", None, ()) and name != "tokens"}
    if "at" in found:
        found["at"] = captured.at.isoformat(" ", "minutes")
    if "until" in found:
        found["until"] = captured.until.isoformat(" ", "minutes")
    return found


TIMES = [
    ("14:31 x", "2025-02-03 14:31+00:00", "minute"),
    ("9:05 x", "2025-02-03 09:05+00:00", "minute"),
    ("~14:30 x", "2025-02-03 14:30+00:00", "about"),
    ("14:3? x", "2025-02-03 14:30+00:00", "ten"),
    ("14:31:20 x", "2025-02-03 14:31+00:00", "second"),
    ("14:31 – x", "2025-02-03 14:31+00:00", "minute"),
    ("14:31, x", "2025-02-03 14:31+00:00", "minute"),
    ("+5m x", "2025-02-03 09:25+00:00", "minute"),
    ("+2 h x", "2025-02-03 11:20+00:00", "minute"),
    ("+90s x", "2025-02-03 09:21+00:00", "second"),
    ("now x", "2025-02-06 15:00+00:00", "minute"),
    ("yesterday 23:50 x", "2025-02-05 23:50+00:00", "minute"),
    ("2025-02-02 23:50 x", "2025-02-02 23:50+00:00", "minute"),
    ("2025-02-03T09:00:00+01:00 x", "2025-02-03 09:00+01:00", "second"),
    ("2025-02-03T09:00:00Z x", "2025-02-03 09:00+00:00", "second"),
    ("2 feb 10:00 x", "2025-02-02 10:00+00:00", "minute"),
    ("jan 22 10:00 x", "2025-01-22 10:00+00:00", "minute"),
    ("31 Dec 10:00 x", "2024-12-31 10:00+00:00", "minute"),
    ("9 apr 10:00 x", "2024-04-09 10:00+00:00", "minute"),
    ("16 jan 2024 10:00 x", "2024-01-16 10:00+00:00", "minute"),
    ("2025-02-01 x", "2025-02-01 00:00+00:00", "day"),
    ("00:10 x", "2025-02-03 00:10+00:00", "minute"),
]


@pytest.mark.parametrize(("text", "at", "precision"), TIMES)
def test_times(text: str, at: str, precision: str):
    captured = read(text)
    assert captured.at.isoformat(" ", "minutes") == at
    assert (captured.precision, captured.text) == (precision, "x")


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("9:05-9:10 x", "2025-02-03 09:10+00:00"),
        ("9:05 – 9:10 x", "2025-02-03 09:10+00:00"),
        ("23:50-00:10 x", "2025-02-04 00:10+00:00"),
    ],
)
def test_stretches_of_time(text: str, until: str):
    assert said(text)["until"] == until


def test_small_hours_behind_a_late_event_are_the_next_day():
    late = place().previous.replace(hour=23, minute=50)
    captured = read("00:10 it came back", previous=late)
    assert captured.at.day == 4
    assert "next day" in captured.time_note


@pytest.mark.parametrize(
    "text",
    [
        "25:00 x",
        "14:61 x",
        "30 feb 10:00 x",
        "1431 x",
        "at 14:31 x",
        "14:31x",
        "+5 people came",
        "3 may have failed",
        "nowhere to go",
    ],
)
def test_what_is_no_time_stays_text(text: str):
    assert said(text) == {"target": "event", "text": text, "precision": "minute"}


EVENTS = [
    ("14:31 finding it was the cache", {"kind": "finding", "text": "it was the cache"}),
    ("14:31 decision: roll back", {"kind": "decision", "text": "roll back"}),
    ("14:31 Decision to roll back", {"kind": "decision", "text": "Decision to roll back"}),
    ("14:31 ruled out the network", {"kind": "ruled out", "text": "the network"}),
    ("14:31 impact", {"kind": "impact", "text": "impact"}),
    ("14:31 x #det", {"kind": "detected", "text": "x"}),
    ("14:31 x #ruled-out", {"kind": "ruled out", "text": "x"}),
    ("14:31 x #1234", {"text": "x #1234"}),
    ("14:31 x #d", {"text": "x #d"}),
    ("14:31 x #finding #change", {"kind": "change", "text": "x #finding"}),
    ("finding it was the cache", {"text": "finding it was the cache"}),
    ("14:31 x @omar", {"text": "x", "who": ("omar",)}),
    ("14:31 @Lena looks at it", {"text": "looks at it", "who": ("lena-voss",)}),
    ("14:31 told @omar, who looked", {"text": "told @omar, who looked", "who": ("omar",)}),
    ("14:31 x @sam", {"text": "x", "who": ("sam",)}),
    ("14:31 x @omar @lena @omar", {"text": "x", "who": ("omar", "lena-voss")}),
    ('14:31 x @"a bot"', {"text": "x", "who": ("a bot",)}),
    ("14:31 mail to x@y.z", {"text": "mail to x@y.z"}),
    ("14:31 mail to @x@y.z", {"text": "mail to @x@y.z"}),
    ("14:31 x ~INFRA-1", {"text": "x", "evidence": ("INFRA-1",)}),
    ("14:31 x ~https://a.b/c?d=e", {"text": "x", "evidence": ("https://a.b/c?d=e",)}),
    ('14:31 x ~"as seen" ~#99', {"text": "x", "evidence": ("as seen", "#99")}),
    ("14:31 ~5 minutes, ~$2 and ~/.profile", {"text": "~5 minutes, ~$2 and ~/.profile"}),
    ("14:31 p1 by friday for c2", {"text": "p1 by friday for c2"}),
    (r"14:31 x \@omar \~INFRA-1 \#det", {"text": "x @omar ~INFRA-1 #det"}),
    (r"\14:31 is late", {"text": "14:31 is late"}),
    (r"14:31 \finding nothing", {"text": "finding nothing"}),
    (r"C:\temp \\ \x", {"text": r"C:\temp \\ \x"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), EVENTS)
def test_events(text: str, wanted: dict[str, Any]):
    found = said(text)
    assert {name: found[name] for name in found if name not in ("at", "precision", "target")} == wanted


ACTIONS = [
    ("Alert on age @omar p1 fri", {"who": ("omar",), "priority": "P1", "due": date(2025, 2, 7)}),
    ("Alert on age P0, due 2025-03-01", {"priority": "P0", "due": date(2025, 3, 1)}),
    ("Alert on age p1 p3", {"text": "Alert on age p1", "priority": "P3"}),
    ("Alert on age thu", {"due": date(2025, 2, 13)}),
    ("Alert on age tomorrow", {"due": date(2025, 2, 7)}),
    ("Alert on age +2w", {"due": date(2025, 2, 20)}),
    ("Alert on age +1m", {"due": date(2025, 3, 6)}),
    ("Alert on age by end of month", {"due": date(2025, 2, 28)}),
    ("Alert on age end of week", {"due": date(2025, 2, 7)}),
    ("Alert on age by 5 jan", {"due": date(2026, 1, 5)}),
    ("Alert on age by Friday", {"due": date(2025, 2, 7)}),
    ("Alert on age due TBD", {"due_said": "TBD"}),
    ("Alert on age eow p2", {"due": date(2025, 2, 7), "priority": "P2"}),
    ("Alert on age EOQ", {"due": date(2025, 3, 31)}),
    ("Alert on age TBD", {"due_said": "TBD"}),
    ("Alert on age next sprint @bo", {"due_said": "next sprint", "who": ("bo",)}),
    ("Alert on age asap, p1", {"due_said": "asap", "priority": "P1"}),
    ("Alert on age 25/12/2026", {"due": date(2026, 12, 25)}),
    ("Alert on age 12/25/2026 p2", {"due": date(2026, 12, 25), "priority": "P2"}),
    ("Alert on age 5.4.2026", {"due": date(2026, 4, 5)}),
    ("Alert on age @bo 03/04/2025 p0", {"due_said": "03/04/2025", "who": ("bo",), "priority": "P0"}),
    ("Alert on age by 3/4/2025", {"due_said": "3/4/2025"}),
    ("Alert on age in 2 weeks", {"due": date(2025, 2, 20)}),
    ("Alert on age in a month @bo", {"due": date(2025, 3, 6), "who": ("bo",)}),
    ("Alert on age by Dec 24th", {"due": date(2025, 12, 24)}),
    ("Retry in 2 days what failed", {"text": "Retry in 2 days what failed"}),
    ("Mend what the 25/12/2026 run left", {"text": "Mend what the 25/12/2026 run left"}),
    ("Plan the next sprint with the platform team", {"text": "Plan the next sprint with the platform team"}),
    ("Say later why it was soon forgotten", {"text": "Say later why it was soon forgotten"}),
    ('Alert on age by "when Bo is back"', {"due_said": "when Bo is back"}),
    ("Alert on age for c2", {"answers": ("c2",)}),
    ("Alert on age for c2, C5 and c12", {"answers": ("c2", "c5", "c12")}),
    ("Alert on age #prev ~OPS-1", {"action_kind": "prevention", "evidence": ("OPS-1",)}),
    ("Alert on age done: it fires in a drill p2", {"done_when": "it fires in a drill", "priority": "P2"}),
    ('Alert on age done: "by friday" @omar', {"done_when": "by friday", "who": ("omar",)}),
    ("Alert on age done: a done: b", {"done_when": "a; b"}),
]  # fmt: skip


def test_a_clock_that_is_still_ahead_was_yesterday_where_nothing_else_says_the_day():
    bare = Context(now=datetime(2025, 2, 6, 15, 0, tzinfo=UTC))
    late, soon = parse("23:50 x", bare), parse("15:10 x", bare)
    assert late.at is not None
    assert soon.at is not None
    assert (late.at.day, late.time_note) == (5, "still ahead today, so yesterday")
    assert (soon.at.day, soon.time_note) == (6, "")
    assert parse("today 23:50 x", bare).at == datetime(2025, 2, 6, 23, 50, tzinfo=UTC)
    after = Context(now=bare.now, previous=datetime(2025, 2, 6, 14, 0, tzinfo=UTC))
    assert parse("23:50 x", after).at == datetime(2025, 2, 6, 23, 50, tzinfo=UTC)


@pytest.mark.parametrize(("text", "wanted"), ACTIONS)
def test_actions(text: str, wanted: dict[str, Any]):
    found = said(text, "actions")
    assert {k: v for k, v in found.items() if k not in ("target", "precision")} == {"text": "Alert on age", **wanted}


@pytest.mark.parametrize(
    "text",
    [
        "Friday deploys need a second pair of eyes", "Requests sat in the queue for hours", "Wait for c99", "Stop p5 and p10", "Say by whom",
        "We may fail", r"Page \p1 \fri \for c2", "Drop 30 feb", "14:31 is no time here", r"Write \done: on it",
    ],
)  # fmt: skip
def test_what_stays_text_in_an_action(text: str):
    assert said(text, "actions") == {"target": "action", "text": text.replace("\\", ""), "precision": "minute"}


TARGETS: list[tuple[Part, str, dict[str, Any]]] = [
    ("timeline", "+ it held", {"target": "lesson", "lesson_kind": "well", "text": "it held"}),
    ("timeline", "- it broke #resp", {"target": "lesson", "lesson_kind": "poorly", "text": "it broke", "phase": "response"}),
    ("timeline", "! it was monday", {"target": "lesson", "lesson_kind": "lucky", "text": "it was monday"}),
    ("timeline", "? who owns it @omar", {"target": "question", "text": "who owns it", "who": ("omar",)}),
    ("closing", "it held #surprise", {"target": "lesson", "lesson_kind": "surprise", "text": "it held"}),
    ("closing", "14:31 x ~a @omar", {"target": "lesson", "text": "14:31 x ~a @omar"}),
    ("timeline", "+it held", {"target": "event", "text": "+it held"}),
    ("timeline", "/park x", {"target": "parked", "text": "x"}),
    ("timeline", "/p x", {"target": "parked", "text": "x"}),
    ("timeline", "/rem x", {"target": "remedy", "text": "x"}),
    ("timeline", "/dissent x @omar settles: the log", {"target": "dissent", "text": "x", "who": ("omar",), "settles": "the log"}),
    ("actions", "/e 14:31 x", {"target": "event", "text": "x", "at": "2025-02-03 14:31+00:00"}),
    ("timeline", "/c x #tech", {"target": "cause", "text": "x", "category": "technology"}),
    ("analysis", 'x #"third party" ~OPS-1', {"target": "cause", "text": "x", "category": "third party", "evidence": ("OPS-1",)}),
    ("analysis", "14:31 @omar slept", {"target": "cause", "text": "14:31 @omar slept"}),
    ("timeline", "/a x p1", {"target": "action", "text": "x", "priority": "P1"}),
    ("timeline", "/l x", {"target": "lesson", "text": "x"}),
    ("timeline", "/pe ana ruiz", {"target": "person", "text": "ana ruiz", "name": "Ana Ruiz"}),
    ("timeline", "/next-part", {"target": "command", "command": "next-part"}),
    ("timeline", "/incident severity SEV1", {"target": "command", "command": "incident", "text": "severity SEV1"}),
    ("timeline", "//var was full", {"target": "event", "text": "/var was full"}),
    ("timeline", "/var/log was full", {"target": "event", "text": "/var/log was full"}),
    ("opening", "chen joined as oncall for checkout", {"target": "person", "name": "Chen", "roles": ("responder",)}),
    ("opening", "@lena facilitator and scribe", {"target": "person", "name": "Lena Voss", "roles": ("facilitator", "scribe")}),
    ("opening", "Ana Ruiz #comms", {"target": "person", "name": "Ana Ruiz", "roles": ("comms",)}),
    ("opening", '@"Ana Guest"', {"target": "person", "name": "Ana Guest"}),
    ("opening", "Dora Lind #sre", {"target": "person", "name": "Dora Lind", "roles": ("responder",)}),
    (
        "opening",
        "14:31 detected first alert",
        {"target": "event", "at": "2025-02-03 14:31+00:00", "text": "first alert", "kind": "detected"},
    ),
]


@pytest.mark.parametrize(("part", "text", "wanted"), TARGETS)
def test_what_a_line_makes(part: Part, text: str, wanted: dict[str, Any]):
    found = {k: v for k, v in said(text, part).items() if k != "precision"}
    if "name" in found and "text" not in wanted:
        found.pop("text")
    assert found == wanted


@pytest.mark.parametrize(
    ("part", "text", "problem"),
    [
        ("timeline", "", "no words"),
        ("timeline", "14:31 @omar", "no words"),
        ("timeline", "+ ", "no words"),
        ("opening", "/person", "no name"),
        ("timeline", "/", "lists what can be typed"),
    ],
)
def test_a_line_of_which_nothing_can_be_made_says_why(part: Part, text: str, problem: str):
    assert problem in read(text, part).problem


def test_what_is_recognised_is_coloured():
    text = "14:31 finding it broke @omar, ~OPS-1 \\#det"
    assert coloured(text, read(text)) == [
        ("14:31", "time"), ("finding", "kind"), ("@omar", "person"), ("~OPS-1", "evidence"), ("\\", "escape"),
    ]  # fmt: skip
    text = "/action x p1 fri for c2 done: y"
    assert [role for _, role in coloured(text, read(text))] == ["prefix", "priority", "due", "answers", "done"]


def words(text: str, part: Part = "timeline", **more: Any) -> str:
    context = place(part)
    return "".join(piece.text for piece in preview(read(text, part), context, **more))


PREVIEWS: list[tuple[Part, str, str]] = [
    ("timeline", "14:31 finding x @omar ~OPS-1", "14:31 UTC · ◉ finding · omar · evidence OPS-1"),
    ("timeline", "~14:30 x", "about 14:30 UTC · ○ observed"),
    ("timeline", "14:3? x", "some minute from 14:30 UTC · ○ observed"),
    ("timeline", "x", "no time said · ○ observed"),
    ("timeline", "yesterday 23:50 x", "Wed 5 Feb 2025 23:50 UTC · ○ observed"),
    ("actions", "x", "no priority · no owner · no date"),
    ("actions", "x p1 @omar fri #prev for c2", "P1 · omar · due Fri 7 Feb 2025 · prevention · answers “c2”"),
    ("opening", "ana as scribe", "adds Ana as scribe"),
    ("closing", "x", "to take away"),
    ("timeline", "! x", "we were lucky"),
    ("timeline", "/park x", "parks it"),
    ("timeline", "/impact 900 people #users", "customer impact · users"),
    ("timeline", "/impact x #technical", "technical impact"),
    ("analysis", "x", "a new effect to explain"),
]


@pytest.mark.parametrize(("part", "text", "wanted"), PREVIEWS)
def test_preview(part: Part, text: str, wanted: str):
    assert words(text, part) == wanted


def test_preview_knows_the_place():
    assert words("14:31 x", neighbours=("14:20", "15:00")).endswith("between 14:20 and 15:00")
    assert words("14:31 x", neighbours=("14:20", "")).endswith("after 14:20")
    assert words("x", "analysis", parent="Mail was late") == "why of Mail was late"
    assert words("x for c2", "actions", causes={"c2": "Queue was full"}).endswith("answers “Queue was full”")


COMPLETIONS: list[tuple[Part, str, list[str]]] = [
    ("timeline", "/pa", ["/park", "/impact", "/next-part"]),
    ("timeline", "/impact 9 #re", ["#revenue"]),
    ("timeline", "/", ["/event", "/cause", "/action", "/park", "/remedy", "/dissent", "/question", "/lesson"]),
    ("timeline", "x @sam", ["@sam-hill", "@sam-okoro"]),
    ("timeline", "x @vo", ["@lena-voss"]),
    ("timeline", "x @omar", []),
    ("timeline", "x #res", ["#resolved"]),
    ("timeline", "x #out", ["#ruled-out"]),
    ("actions", "x #p", ["#prevention", "#process"]),
    ("actions", "x for c", ["c2", "c5", "c12"]),
    ("actions", "x for c2 and c1", ["c12"]),
    ("analysis", "x @sam", []),
    ("timeline", "x for c", []),
    ("timeline", "plain words", []),
    ("timeline", "mail@sam", []),
]


@pytest.mark.parametrize(("part", "text", "labels"), COMPLETIONS)
def test_completion(part: Part, text: str, labels: list[str]):
    found = complete(text, len(text), place(part), (("next-part", "Go on."),))
    assert [choice.label for choice in found] == labels


def test_a_choice_takes_the_place_of_the_word_before_the_cursor():
    text = "14:31 @le looks"
    choice = complete(text, 9, place())[0]
    assert text[: choice.start] + choice.insert + text[choice.end :] == "14:31 @lena-voss looks"
    assert (choice.label, choice.help) == ("@lena-voss", "Lena Voss")
