import json
from datetime import UTC, datetime

import pytest
from telling import reads

from noblame.importers.base import Hints, Reading, Row
from noblame.importers.chats.slack import IMPORTER
from noblame.importers.merging import into
from noblame.importers.source import Member, Source, source_from_bytes
from noblame.model import Record

USERS = [
    {"id": "U1", "name": "mira", "profile": {"real_name": "Mira Sol", "display_name": "mira.s"}},
    {"id": "U2", "name": "otto", "profile": {"real_name": "Otto Lang", "display_name": ""}},
    {"id": "U3", "name": "", "profile": {"real_name": "", "display_name": ""}},
    {"id": "U4", "name": "deployer", "is_bot": True, "profile": {"real_name": "Deployer"}},
    {"id": "U5", "name": "otto", "profile": {"real_name": "Otto Nord"}},
]
CHANNELS = [{"id": "C1", "name": "inc-7"}, {"id": "C2", "name": "random"}]
TS = "1705415480.000200"


def export(*messages: object, day: str = "inc-7/2024-01-16.json", root: str = "", **days: object) -> Source:
    files = {"users.json": USERS, "channels.json": CHANNELS, day: list(messages), **days}
    members = (
        Member(root + name, value if isinstance(value, bytes) else json.dumps(value).encode()) for name, value in files.items()
    )
    return Source("team", tuple(members), container="folder")


def read(*messages: object, **more: object) -> Reading:
    return IMPORTER.read(export(*messages, **more), Hints())


def said(text: str, ts: str = TS, **more: object) -> dict[str, object]:
    return {"type": "message", "user": "U1", "text": text, "ts": ts, **more}


def row(*messages: object) -> Row:
    (found,) = read(*messages).rows
    return found


def posted(**attachment: object) -> dict[str, object]:
    return {
        "type": "message",
        "subtype": "bot_message",
        "bot_id": "B1",
        "username": "Alerts",
        "text": "",
        "ts": TS,
        "attachments": [attachment],
    }


def test_a_message_becomes_a_row():
    found = row(said("disk is full"))
    assert found.at == datetime(2024, 1, 16, 14, 31, 20, 200, UTC)
    assert (found.text, found.author, found.who, found.source_kind, found.kind) == (
        "disk is full",
        "Mira Sol",
        ("mira-s",),
        "message",
        "observed",
    )
    assert found.native_id == f"C1 {TS}"
    assert found.origin == f"team/inc-7/2024-01-16.json, {TS}"
    assert (found.noise, found.preselect, found.raw) == ("", False, "")


@pytest.mark.parametrize("root", ["", "Team Slack export/"])
def test_an_export_is_recognised_wherever_its_folder_lies(root: str):
    assert IMPORTER.sniff(export(said("x"), root=root)) == 1.0


def test_an_empty_day_hides_nothing():
    assert IMPORTER.sniff(export(day="inc-7/2024-01-15.json", **{"inc-7/2024-01-16.json": [said("x")]})) == 1.0


def test_a_name_is_no_proof():
    assert IMPORTER.sniff(export({"open": "nine to five"})) < 0.7
    assert IMPORTER.sniff(Source("x", (Member("inc-7/2024-01-16.json", b'[{"ts": 1}]'),), container="zip")) == 0.0


def test_a_day_file_alone_goes_by_its_folder_and_says_that_names_are_missing():
    source = source_from_bytes("2024-01-16.json", json.dumps([said("hello <@U2>")]).encode(), place="inc-7")
    assert IMPORTER.sniff(source) > 0.8
    reading = IMPORTER.read(source, Hints())
    assert (reading.rows[0].native_id, reading.rows[0].author, reading.rows[0].text) == (f"inc-7 {TS}", "U1", "hello @u2")
    assert "no users.json" in reading.warnings[0]


def test_a_profile_in_the_message_names_its_author():
    source = source_from_bytes(
        "x.json", json.dumps([said("x", user_profile={"real_name": "Mira Sol", "display_name": "mira"})]).encode()
    )
    found = IMPORTER.read(source, Hints())
    assert (found.rows[0].author, found.rows[0].who, found.warnings) == ("Mira Sol", ("mira",), ())


def test_captured_lines_are_read_too():
    lines = "\n".join(json.dumps(said(text, f"170541548{n}.000100", channel="C9")) for n, text in enumerate(("one", "two")))
    source = source_from_bytes("rtm.jsonl", lines.encode())
    assert IMPORTER.sniff(source) > 0.8
    assert [row.native_id for row in IMPORTER.read(source, Hints()).rows] == ["C9 1705415480.000100", "C9 1705415481.000100"]


@pytest.mark.parametrize(
    ("text", "readable"),
    [
        ("<@U1> and <@U9|nina> and <@U9>", "@mira-s and @nina and @u9"),
        ("see <#C2|random> or <#C2> or <#C9>", "see #random or #random or #C9"),
        ("<!here> <!channel> <!subteam^S1|@oncall>", "@here @channel @oncall"),
        ("at <!date^1705415480^{time}|14:31 UTC>", "at 14:31 UTC"),
        ("<https://wiki.example.org/a|the page> <https://wiki.example.org/b>", "the page https://wiki.example.org/b"),
        ("<mailto:a@example.org|a@example.org> <mailto:b@example.org>", "a@example.org b@example.org"),
        ("1 &lt; 2 &amp;&amp; 3 &gt; 2 &amp;lt;", "1 < 2 && 3 > 2 &lt;"),
        ("*bold* `code` :tada: done", "*bold* `code` :tada: done"),
        ("two\nlines\u202e", "two lines<U+202E>"),
    ],
)
def test_markup_is_made_readable(text: str, readable: str):
    found = row(said(text))
    assert found.text == readable
    assert found.raw == ("" if text == readable else text)


def test_tokens_in_links_are_nowhere():
    found = row(said("<https://files.example.org/x.png?t=xoxe-1-secret&amp;v=2|graph> <https://call.example.org/j/1?pwd=abc>"))
    assert found.evidence == ("https://files.example.org/x.png?v=2", "https://call.example.org/j/1")
    assert row(said("<https://me:word@x.example.org/a>")).evidence == ("https://x.example.org/a",)
    assert "secret" not in found.raw + found.text
    assert "pwd" not in found.raw + found.text


def test_only_web_links_are_evidence():
    assert row(said("<javascript:alert(1)|x> <file:///etc/passwd> <tel:112>")).evidence == ()


@pytest.mark.parametrize(
    ("attachment", "text", "kind"),
    [
        ({"pretext": "build 7", "title": "failed", "text": "tests", "fallback": "all of it"}, "build 7 failed tests", "bot"),
        ({"fallback": "only this"}, "only this", "bot"),
        (
            {"title": "[FIRING:1] DiskFull", "fields": [{"title": "host", "value": "db-1"}]},
            "[FIRING:1] DiskFull host: db-1",
            "alert_fired",
        ),
        ({"text": ":fire: *[RESOLVED] DiskFull*"}, ":fire: *[RESOLVED] DiskFull*", "alert_resolved"),
        ({"text": "*Triggered* <https://p.example.org/1|#12>: DiskFull"}, "*Triggered* #12: DiskFull", "page_sent"),
        ({"blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "from <@U1>"}}]}, "from @mira-s", "bot"),
    ],
)
def test_bots_speak_in_attachments(attachment: dict[str, object], text: str, kind: str):
    found = row(posted(**attachment))
    assert (found.text, found.source_kind, found.author, found.who) == (text, kind, "Alerts", ("Alerts",))


def test_a_bots_echo_names_the_person_who_acted():
    found = row(posted(text="*Acknowledged* #12 by Otto Lang"))
    assert (found.source_kind, found.kind, found.author, found.who) == ("acknowledged", "acknowledged", "Otto Lang", ("otto",))
    assert found.preselect


def test_people_who_quote_an_alert_set_no_kind():
    assert row(said("[FIRING:1] DiskFull, is that us?")).source_kind == "message"


def test_previews_of_links_are_not_what_people_said():
    assert row(said("look", attachments=[{"from_url": "https://x.example.org", "text": "a long preview"}])).text == "look"


def test_words_in_blocks_only_are_found():
    rich = {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [
        {"type": "text", "text": "ask "}, {"type": "user", "user_id": "U2"}, {"type": "emoji", "name": "eyes"},
        {"type": "link", "url": "https://x.example.org", "text": "here"}]}]}  # fmt: skip
    assert row(said("", blocks=[rich])).text == "ask @otto:eyes:here"


@pytest.mark.parametrize(
    ("more", "author"),
    [
        ({"user": "U4"}, "Deployer"),
        ({"user": None, "bot_id": "B9"}, "B9"),
        ({"user": "U8", "bot_id": "B9", "bot_profile": {"name": "Paging"}}, "Paging"),
        ({"user": "USLACKBOT"}, "USLACKBOT"),
    ],
)
def test_bots_without_a_subtype(more: dict[str, object], author: str):
    found = row({**said("hello"), **more})
    assert (found.author, found.source_kind) == (author, "bot")


def test_a_bot_id_does_not_make_an_upload_a_bots():
    old = {"type": "message", "subtype": "file_share", "user": "U8", "bot_id": "B9", "upload": True, "ts": TS}
    text = "<@U8> uploaded a file: <https://x.example.org/g.png?t=xoxe-1|g.png>"
    found = row({**old, "text": text, "file": {"title": "Graph of the disk"}})
    assert (found.source_kind, found.author, found.text) == ("file", "U8", "@u8 uploaded a file: g.png")


def test_uploads_without_words_name_their_files():
    assert row(said("", files=[{"title": "cpu.png"}, {"name": "log.txt"}])).text == "uploaded a file: cpu.png, log.txt"
    assert row(said("look", files=[{"title": "cpu.png"}])).text == "look (file: cpu.png)"


def test_a_notice_names_a_bot_that_has_only_a_number():
    added = {
        "subtype": "bot_add",
        "user": "U1",
        "ts": "1705415479.000100",
        "text": "added <https://t.example.org/services/B77|pipeline>",
    }
    reading = read(added, {"subtype": "bot_message", "bot_id": "B77", "text": "green", "ts": TS})
    assert reading.rows[1].author == "pipeline"
    echo = {**posted(text="Resolved #12 by pipeline"), "ts": "1705415490.000100"}
    assert read(added, echo).rows[1].who == ("pipeline",)


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        (said("joined", subtype="channel_join", reactions=[{"name": "wave"}]), "joined the channel"),
        (said("left", subtype="group_leave"), "left the channel"),
        (said("topic", subtype="channel_topic"), "set the channel's topic"),
        (said("gone", subtype="tombstone"), "deleted message"),
        (said("see thread", subtype="reply_broadcast"), "pointer to a reply"),
        (said(" "), "no text"),
    ],
)
def test_housekeeping_is_hidden_with_a_reason(message: dict[str, object], reason: str):
    reading = read(message)
    assert reading.noise == ((reason, 1),)
    assert reading.records == 1


def test_unknown_subtypes_are_shown():
    assert not row(said("new kind of thing", subtype="something_new")).noise


@pytest.mark.parametrize(("many", "hidden"), [(3, 0), (30, 30)])
def test_lone_emoji_are_hidden_when_they_are_many(many: int, hidden: int):
    reading = read(*(said(":eyes: :tada:", f"{1705415480 + n}.000100") for n in range(many)), said(":eyes: on it"))
    assert sum(count for _, count in reading.noise) == hidden


def test_replies_say_whose_and_broadcasts_come_once():
    reading = read(
        said("root", thread_ts=TS),
        said("reply", "1705415490.000100", thread_ts=TS, parent_user_id="U1"),
        said("to all", "1705415491.000100", thread_ts=TS, subtype="thread_broadcast", root=said("root")),
        said("root again"),
    )
    assert [found.text for found in reading.rows] == ["root", "reply", "to all"]
    assert reading.rows[1].origin.endswith(f"reply to {TS}")
    assert not reading.rows[0].origin.endswith(TS + f", reply to {TS}")
    assert reading.skipped == (("listed twice", 1),)


def test_equal_stamps_in_two_channels_are_two_messages():
    assert len(read(said("here"), **{"random/2024-01-16.json": [said("there")]}).rows) == 2


def test_edits_and_deletions_change_the_row_they_mean():
    edit = {"subtype": "message_changed", "ts": "1705415500.000100", "message": said("disk was full")}
    reading = read(said("disk is full"), edit)
    assert [found.text for found in reading.rows] == ["disk was full"]
    gone = read(said("oops"), {"subtype": "message_deleted", "deleted_ts": TS, "ts": "1705415501.000100", "text": ""})
    assert (gone.noise, gone.skipped) == ((("deleted message", 1),), (("notice of a deletion", 1),))


def test_the_name_of_a_day_file_is_no_date():
    assert read(said("late", "1705449600.000000"), day="inc-7/2024-01-16.json").rows[0].at == datetime(2024, 1, 17, tzinfo=UTC)


@pytest.mark.parametrize("ts", ["soon", "99999999999.0", "", None])
def test_a_message_without_a_time_keeps_its_words(ts: object):
    reading = read(said("kept", ts))  # type: ignore[arg-type]
    assert (reading.rows[0].at, reading.rows[0].text) == (None, "kept")
    assert "record 1" in reading.warnings[0]


def test_what_cannot_be_read_is_said_and_the_rest_is_read():
    reading = read(said("kept"), 7, "text", **{"random/2024-01-16.json": b'[{"ts": "17'})
    assert [found.text for found in reading.rows] == ["kept"]
    assert dict(reading.skipped) == {"record that is no message": 2, "file that cannot be read": 1}
    assert any("random/2024-01-16.json" in said for said in reading.warnings)


def test_people_of_one_name_have_two_handles():
    assert {read(said("x", user=user)).rows[0].who for user in ("U2", "U5")} == {("otto",), ("otto-2",)}


@pytest.mark.parametrize("odd", [None, 7, [], {}, "x", [None], [[1]], {"a": [{}]}])
@pytest.mark.parametrize(
    "key", ["user", "text", "files", "file", "attachments", "blocks", "edited", "root", "thread_ts", "subtype", "bot_profile"]
)
def test_fields_of_a_wrong_type_stop_nothing(key: str, odd: object):
    assert len(read({**said("x"), key: odd}, said("y", "1705415490.000100")).rows) == 2


def test_an_answer_of_the_api_is_read():
    reading = reads({"ok": True, "messages": [{"type": "message", "user": "U1", "text": "pool full", "ts": "1709625662.000100"}]})
    assert (reading.source, [row.text for row in reading.rows]) == ("slack_export", ["pool full"])


def test_a_deletion_brings_back_what_was_deleted():
    gone = {
        "subtype": "message_deleted",
        "deleted_ts": TS,
        "ts": "1705415501.000100",
        "previous_message": said("oops", user="U2"),
    }
    for reading in (read(gone), read(gone, said("oops", user="U2"))):
        (found,) = reading.rows
        assert (found.text, found.author, found.noise, found.preselect) == ("oops", "Otto Lang", "deleted message", False)


def test_a_day_file_adds_nothing_to_its_whole_export():
    messages = [
        said("hi <@U2>"),
        said("twice", "1705415490.000100"),
        said("no time", ""),
        {**posted(text="Deploy done"), "ts": "1705415485.000100"},
    ]
    whole = read(*messages, **{"random/2024-01-16.json": [said("twice", "1705415490.000200"), said("elsewhere")]})
    record, added = into(Record(), whole)
    assert added.new == 6
    for place in ("inc-7", "downloads"):
        day = source_from_bytes("2024-01-16.json", json.dumps(messages).encode(), place=place)
        assert into(record, IMPORTER.read(day, Hints()))[1].new == 0
    other = source_from_bytes("2024-01-16.json", json.dumps([said("something else")]).encode(), place="downloads")
    assert into(record, IMPORTER.read(other, Hints()))[1].new == 1


def test_blocks_of_a_bot_and_shared_messages_say_what_the_text_does_not():
    block = {"type": "section", "text": {"type": "mrkdwn", "text": "*Alert*: pool\n*INC-42* payments down"}}
    bot = {"subtype": "bot_message", "bot_id": "B1", "username": "Pager", "ts": TS, "text": "Alert: pool", "blocks": [block]}
    assert row(bot).text == "Alert: pool *INC-42* payments down"
    shared = [{"is_share": True, "text": "I restarted db1"}, {"text": "a preview", "title": "x"}]
    assert row(said("fyi", attachments=shared)).text == "fyi > I restarted db1"
