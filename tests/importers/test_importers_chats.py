"""Chats, logs of channels and recordings: who said what and when, what is noise, what is private."""

import json
from datetime import UTC, date, datetime

import pytest
from specimens import MILLIS, SECONDS
from telling import acts, found, reads, reads_text, shown

from noblame.importers.base import Hints, NeedsHint
from noblame.importers.merging import into
from noblame.importers.registry import read
from noblame.importers.source import source_from_bytes
from noblame.model import Record

ZONED = Hints(zone="UTC")
DATED = Hints(zone="UTC", date=date(2024, 1, 15))
STARTED = Hints(start=datetime(2024, 1, 15, 14, tzinfo=UTC))


def discord(*messages: dict, sort: str = "GuildTextChat") -> dict:
    return {"guild": {"id": "7"}, "channel": {"type": sort, "name": "ops"}, "messages": list(messages), "messageCount": 99}


def said(own: str, content: str, **more: object) -> dict:
    return {"id": own, "type": "Default", "timestamp": "2024-01-15T14:00:00.5+00:00", "content": content,
            "author": {"name": "ann", "nickname": "Ann"}, **more}  # fmt: skip


def test_discord_keeps_what_people_say_once_and_says_what_it_hides():
    reading = reads(discord(
        said("1", "<:alert:55> pool is dry"), said("1", "<:alert:55> pool is dry"), said("2", "x", type="GuildMemberJoin"),
        said("3", "", embeds=[{"title": "Deploy", "description": "v2", "fields": [{"name": "by", "value": "bo"}]}]),
        said("4", "look", attachments=[{"fileName": "graph.png"}], reference={"messageId": "1"}, type="Reply"),
    ))  # fmt: skip
    assert [row.text for row in shown(reading)] == [":alert: pool is dry", "Deploy v2 by: bo", "look (file: graph.png)"]
    assert reading.noise == (("joined the server", 1),)
    assert reading.skipped == (("listed twice", 1),)
    assert reading.rows[-1].origin.endswith("reply to 1")
    assert reading.records == 5


def test_private_conversations_are_said_to_be_private():
    reading = reads(discord(said("1", "psst"), sort="DirectTextChat"))
    assert reading.rows[0].origin.endswith("private")
    assert "private conversation" in reading.warnings[0]


def test_mattermost_tells_system_posts_by_their_words_and_takes_replies():
    post = {"channel": "ops", "user": "ann", "message": "pool is dry", "create_at": MILLIS}
    reading = reads(
        {"type": "version", "version": 1}, {"type": "team", "team": {"name": "x"}},
        {"type": "post", "post": {**post, "replies": [{"user": "bo", "message": "on it", "create_at": MILLIS - 1000}]}},
        {"type": "post", "post": {**post, "user": "cy", "message": "cy joined the channel."}},
        {"type": "direct_post", "direct_post": {**post, "channel_members": ["ann", "bo"], "channel": ""}},
    )  # fmt: skip
    assert reading.source == "mattermost"
    assert [(row.author, row.text) for row in shown(reading)] == [("bo", "on it"), ("ann", "pool is dry"), ("ann", "pool is dry")]
    assert reading.noise == (("joined the channel", 1),)
    assert "private" in reading.warnings[0]


def teams(**more: object) -> dict:
    return {"Id": "1", "CreatedDateTime": "2024-01-15T14:00:00Z", "MessageType": "message", "From": {"User": {"DisplayName": "Ann"}},
            "Body": {"ContentType": "html", "Content": "<div>pool is <b>dry</b>, see <a href='https://g.example.com/1'>graph</a></div>"},
            **more}  # fmt: skip


def test_teams_reads_html_as_words_and_hides_what_was_deleted():
    reading = reads([
        teams(), teams(Id="2", DeletedDateTime="2024-01-15T15:00:00Z"), teams(Id="3", From=None),
        teams(Id="4", Subject="SEV2", Body={"ContentType": "text", "Content": "a < b"}, LastModifiedDateTime="2024-01-16T00:00:00Z"),
    ])  # fmt: skip
    assert [row.text for row in shown(reading)] == ["pool is dry, see graph (https://g.example.com/1)", "SEV2: a < b"]
    assert dict(reading.noise) == {"deleted message": 1, "notice of the system": 1}
    assert found([{"id": "1", "createdDateTime": "2024-01-15T14:00:00Z", "messageType": "message", "from": {}}]) == "msteams"


def test_zulip_keeps_the_topic_as_the_place():
    reading = reads({"messages": [
        {"id": 1, "sender_full_name": "Ann", "timestamp": SECONDS, "content": "<p>pool is <code>dry</code></p>",
         "content_type": "text/html", "display_recipient": "ops", "subject": "outage"},
    ]})  # fmt: skip
    row = reading.rows[0]
    assert (row.text, row.at, "ops > outage" in row.origin) == ("pool is dry", datetime(2024, 1, 15, 14, tzinfo=UTC), True)


@pytest.mark.parametrize(
    ("log", "hints"),
    [
        ("--- Log opened Mon Jan 15 13:59:00 2024\n14:00 <@ann> dry\n14:01 -!- cy [c@h] has joined #o\n14:02 < bo> on it\n", ZONED),
        ("2024-01-15 14:00:00\t@ann\tdry\n2024-01-15 14:01:00\t-->\tcy (c@h) has joined #o\n2024-01-15 14:02:00\tbo\ton it\n", ZONED),
        ("**** BEGIN LOGGING AT Mon Jan 15 14:00:00 2024\n\nJan 15 14:00:00 <ann>\tdry\nJan 15 14:01:00 *\tcy (c@h) hat #o betreten\n"
         "Jan 15 14:02:00 <bo>\ton it\n", ZONED),
        ("[14:00:00] <ann> dry\n[14:01:00] *** Joins: cy (c@h)\n[14:02:00] <bo> on it\n", DATED),
        ("[15 Jan 14:00:00] <ann> dry\n[15 Jan 14:01:00] *** cy has joined\n[15 Jan 14:02:00] <bo> on it\n", Hints(zone="UTC", year=2024)),
        ("2024-01-15T14:00:00Z <ann> \x0304dry\x03\n2024-01-15T14:01:00Z *** cy has joined #o\n2024-01-15T14:02:00Z <bo> on it\n", Hints()),
    ],
    ids=["irssi", "weechat", "xchat", "znc", "dircproxy", "supybot"],
)  # fmt: skip
def test_irc_logs_of_many_clients_say_the_same(log, hints):
    reading = reads_text(log, hints)
    assert (reading.source, acts(reading)) == ("irc", [("14:00:00", "message", "ann"), ("14:02:00", "acknowledged", "bo")])
    assert [row.text for row in shown(reading)] == ["dry", "on it"]
    assert sum(count for _, count in reading.noise) == 1


def test_an_irc_log_goes_over_midnight_and_asks_about_a_clock_of_twelve_hours():
    assert [row.at.day for row in reads_text("[23:59] <ann> a\n[00:01] <bo> b\n", DATED).rows] == [15, 16]
    with pytest.raises(NeedsHint) as asked:
        reads_text("[11:59] <ann> a\n[12:59] <bo> b\n[01:00] <ann> c\n", ZONED)
    assert asked.value.missing == "start"


RECORDED = '00:00:10\tAnn Lee:\tpool is dry\n00:05:00\tBo:\tReplying to "pool is dry"\n\nrolling back\nnow\n00:05:10\tAnn Lee:\tReacted to "rolling back" with \U0001f44d\n00:05:11\tCy:\tHat auf „rolling back“ mit \U0001f44d reagiert\n'


def test_zoom_chat_beside_a_recording_counts_from_its_start():
    with pytest.raises(NeedsHint) as asked:
        reads_text(RECORDED)
    assert asked.value.missing == "start"
    reading = reads_text(RECORDED, STARTED)
    assert acts(reading) == [("14:00:10", "message", "Ann Lee"), ("14:05:00", "message", "Bo")]
    assert [row.text for row in shown(reading)] == ["pool is dry", "rolling back now"]
    assert reading.noise == (("reaction", 2),)


def test_zoom_chat_of_a_client_tells_what_was_private():
    text = "14:00:05\t From  Ann Lee  to  Everyone:\n\tpool is dry\n14:01:00\t From  Bo  to  Ann Lee(Direct Message):\n\tpsst\n"
    reading = reads_text(text, DATED)
    assert [(row.author, "private" in row.origin) for row in reading.rows] == [("Ann Lee", False), ("Bo", True)]


def test_captions_are_folded_to_turns_and_nothing_is_starred():
    vtt = (
        "WEBVTT\n\nNOTE made by a machine\n\n1\n00:00:03.000 --> 00:00:05.000\n<v Ann Lee>The pool is dry.</v>\n\n"
        "2\n00:00:05.500 --> 00:00:07.000\n<v Ann Lee>I am <i>looking</i>.</v>\n\n3\n00:01:05.500 --> 00:01:07.000\n<v Bo>Rolling back.</v>\n"
    )
    reading = reads_text(vtt, STARTED)
    assert [(row.author, row.text, row.count) for row in reading.rows] == [
        ("Ann Lee", "The pool is dry. I am looking.", 2), ("Bo", "Rolling back.", 1),
    ]  # fmt: skip
    assert reading.rows[0].until == datetime(2024, 1, 15, 14, 0, 7, tzinfo=UTC)
    assert not any(row.preselect for row in reading.rows)
    srt = "1\n00:00:03,000 --> 00:00:05,000\nAnn: dry\n\n2\n00:01:03,000 --> 00:01:05,000\nBo: rolling back\n"
    assert acts(reads_text(srt, STARTED)) == [("14:00:03", "speech", "Ann"), ("14:01:03", "speech", "Bo")]


@pytest.mark.parametrize(
    ("history", "commands"),
    [
        ("#1705327200\nkubectl get pods\n#1705327260\nfor i in 1 2; do\necho $i\ndone\n", ["kubectl get pods", "for i in 1 2; do echo $i done"]),
        (": 1705327200:0;kubectl get pods\n: 1705327260:12;echo a\\\nb\n", ["kubectl get pods", "echo a b"]),
        ("- cmd: kubectl get pods\n  when: 1705327200\n- cmd: echo a\\nb\n  when: 1705327260\n  paths:\n    - a\n", ["kubectl get pods", "echo a b"]),
    ],
    ids=["bash", "zsh", "fish"],
)  # fmt: skip
def test_shell_histories_tell_commands_with_their_times(history, commands):
    reading = reads_text(history)
    assert (reading.source, [row.text for row in reading.rows]) == ("shell_history", commands)
    assert [row.at for row in reading.rows] == [datetime(2024, 1, 15, 14, m, tzinfo=UTC) for m in (0, 1)]


def test_a_command_before_the_first_stamp_waits_without_a_place():
    reading = reads_text("ls -l\n#1705327200\nuptime\n")
    assert (reading.unplaced, reading.rows[0].text) == (1, "uptime")
    assert "line 1" in reading.warnings[0]


def test_a_caption_whose_time_cannot_be_read_keeps_its_words():
    text = "WEBVTT\n\n0:05,5 --> 0:06\nAnn: dry\n\n1:00:05.25 --> 1:00:06\nBo: back\n\nx --> y\nAnn: when?\n\nx --> y\nAnn: a --> b\n"
    reading = reads_text(text, STARTED)
    assert [(f"{row.at:%H:%M:%S.%f}"[:-3] if row.at else "", row.text) for row in reading.rows] == [
        ("14:00:05.500", "dry"), ("15:00:05.250", "back"), ("", "when?"), ("", "a --> b"),
    ]  # fmt: skip
    assert len({row.native_id for row in reading.rows}) == 4
    assert reading.warnings[0] == "file.txt, line 9: the time of a caption cannot be read, so its words have no place yet"


def test_what_mattermost_deleted_is_hidden():
    post = {"channel": "ops", "user": "ann", "message": "oops", "create_at": MILLIS, "delete_at": MILLIS + 1}
    assert reads({"type": "post", "post": post}).noise == (("deleted message", 1),)
    assert reads({"type": "post", "post": {**post, "delete_at": 0}}).noise == ()


def test_cards_of_teams_are_told_in_words():
    card = {"type": "AdaptiveCard", "body": [
        {"type": "TextBlock", "text": "Pool <b>dry</b>"},
        {"type": "FactSet", "facts": [{"title": "Service", "value": "checkout"}]},
        {"type": "ColumnSet", "columns": [{"items": [{"type": "TextBlock", "text": "P1"}]}]},
    ]}  # fmt: skip
    body = {"contentType": "html", "content": '<attachment id="1"></attachment>'}
    part = {"contentType": "application/vnd.microsoft.card.adaptive", "content": json.dumps(card)}
    message = {"id": "1", "createdDateTime": "2024-01-15T14:00:00Z", "messageType": "message", "body": body,
               "from": {"application": {"displayName": "Pager"}}}  # fmt: skip
    (row,) = reads([{**message, "attachments": [part]}]).rows
    assert row.text == "Pool dry Service: checkout P1"
    (row,) = reads([{**message, "attachments": [{"content": "<p>[1] dry</p>"}]}]).rows
    assert row.text == "[1] dry"


def test_a_damaged_first_message_hides_no_format():
    teams = {"id": "1", "createdDateTime": "2024-01-15T14:00:00Z", "messageType": "message", "body": {"content": "dry"}}
    zulip = {"id": 1, "sender_full_name": "Ann", "timestamp": SECONDS, "content": "dry"}
    assert found([{}, teams]) == "msteams"
    assert found({"messages": [{}, zulip]}) == "zulip"


def test_captions_of_two_recordings_and_of_two_voices_are_their_own():
    text = "WEBVTT\n\n00:03.000 --> 00:04.000\nwe see it\n\n00:03.000 --> 00:05.000\nI see it too\n\nstill so\n\n2\n00:06.000 --> 00:07.000\nok\n"
    record, added = into(Record(), reads_text(text, STARTED))
    assert [event.text for event in record.events] == ["we see it", "I see it too still so", "ok"]
    other, corrected = (Hints(start=datetime(2024, 1, day, 13, tzinfo=UTC)) for day in (16, 15))
    told = [into(record, reads_text(text, hints))[1] for hints in (other, corrected, STARTED)]
    assert [(added.new, added.differs), *((one.new, one.differs) for one in told)] == [(3, 0), (3, 0), (3, 0), (0, 0)]


def test_webex_names_who_speaks_before_the_time():
    text = 'WEBVTT\n\n1 "Ann Novak" (345)\n00:03.000 --> 00:04.000\ndry\n\n2 "Bo" (346)\n00:05.000 --> 00:06.000\nback\n'
    assert [(row.author, row.text) for row in reads_text(text, STARTED).rows] == [("Ann Novak", "dry"), ("Bo", "back")]


def test_one_key_for_two_messages_keeps_both():
    post = {"channel": "ops", "user": "ann", "message": "db1 down", "create_at": MILLIS}
    lines = [{"type": "post", "post": body} for body in (post, {**post, "message": "db2 down"}, post)]
    reading = reads(*lines)
    assert [row.text for row in reading.rows] == ["db1 down", "db2 down"]
    assert dict(reading.skipped) == {"listed twice": 1}
    teams = {"id": "7", "createdDateTime": "2024-01-15T14:00:00Z", "messageType": "message", "body": {"content": "dry"}}
    rooms = [{**teams, "channelIdentity": {"channelId": room}} for room in ("19:a", "19:b")]
    record, _ = into(Record(), reads(rooms[:1]))
    assert into(record, reads(rooms[1:]))[1].new == 1


def test_bots_speak_in_cards_beside_their_words():
    embed = [{"title": "[FIRING] HighErrorRate"}]
    bot, person = {"name": "alerts", "isBot": True}, {"name": "ann"}
    texts = [reads(discord(said("1", "new alert", embeds=embed, author=author))).rows[0].text for author in (bot, person)]
    assert texts == ["new alert [FIRING] HighErrorRate", "new alert"]
    assert reads(discord(said("1", "", forwardedMessage={"content": "db is on fire"}))).rows[0].text == "db is on fire"
    card = {"pretext": "pre", "title": "HighErrorRate", "fields": [{"title": "host", "value": "db1"}]}
    post = {"channel": "ops", "user": "bot", "message": "see", "create_at": MILLIS, "props": {"attachments": [card]}}
    assert reads({"type": "post", "post": post}).rows[0].text == "see pre HighErrorRate host: db1"


def test_names_that_end_as_those_of_bots_are_names():
    log = "[14:00:00] <abbot> OK restarted\n[14:00:01] <Talbot2> DOWN again\n[14:00:02] <alertbot> DOWN: db1\n"
    assert [row.source_kind for row in reads_text(log, DATED).rows] == ["message", "message", "alert_fired"]


def test_a_history_of_zsh_is_unmarked_and_each_history_is_its_own():
    typed = ": 1705327200:0;echo caf\u00e9\n".encode().replace(b"\xc3\xa9", b"\x83\xe3\x83\x89") + b"ls\n"
    (first, second) = (read(source_from_bytes(name, typed), Hints()) for name in ("ann_history", "bo_history"))
    assert [row.text for row in first.rows] == ["echo caf\u00e9", "ls"]
    record, _ = into(Record(), first)
    told = into(record, second)[0]
    assert [event.text for event in told.events] == ["echo caf\u00e9", "ls", "ls"]
    assert into(record, first)[1].new == 0


def test_a_reaction_quotes_what_was_said_and_a_sentence_may_quote_anything():
    lines = [
        ("Ann", "the pool is dry on db1"), ("Bo", 'customer says "all good" \U0001f44d'), ("Cy", 'Reacted to "the pool" with x'),
        ("Bo", 'Loved "the pool is\u2026" \U0001f44d'),
    ]  # fmt: skip
    text = "".join(f"00:0{number}:00\t{who}:\t{said}\n" for number, (who, said) in enumerate(lines))
    assert [row.noise for row in reads_text(text, STARTED).rows] == ["", "", "reaction", "reaction"]


def test_acts_in_a_log_are_told_from_what_the_server_tells():
    lines = {
        "* ana joined the call": "", "* bob left the old primary (db1) down": "", "* bob sets mode (read only) on db": "",
        "* ana (~a@h) has joined #ops": "joined the channel", "* cy has quit (Ping timeout)": "left the channel",
        "* bob is now known as bo": "changed nick", "* bob sets mode +o cy #ops": "changed a mode",
    }  # fmt: skip
    log = (
        "--- Log opened Tue May 14 10:00:00 2024\n"
        + "".join(f"10:0{n}  {line}\n" for n, line in enumerate(lines))
        + "10:09 <bob> x\n"
    )
    assert [row.noise for row in reads_text(log, Hints(zone="UTC")).rows] == [*lines.values(), ""]
    log = "2024-05-14 10:00:00\tana\tdown\n2024-05-14 10:00:01\t *\tbob restarts db\n2024-05-14 10:00:02\tbob\tdone\n"
    assert [(row.author, row.text) for row in reads_text(log, Hints(zone="UTC")).rows][1] == ("bob", "bob restarts db")


def test_words_that_begin_like_a_note_are_of_the_caption():
    text = "WEBVTT\n\n00:03.000 --> 00:04.000\nfirst\n\nNOTED: the db is down\n\nNOTE by us\n\n00:05.000 --> 00:06.000\nback\n"
    assert [row.text for row in reads_text(text, STARTED).rows] == ["first NOTED: the db is down", "back"]


def test_a_history_of_zsh_that_was_copied_is_left_as_it_is():
    typed = ": 1705327200:0;echo \u30dc\u30bf\u30f3\n".encode()
    assert read(source_from_bytes("h", typed), Hints()).rows[0].text == "echo \u30dc\u30bf\u30f3"


def test_a_short_word_said_before_makes_no_reaction():
    text = '00:01:00\tAnn:\tk\n00:02:00\tBo:\tReplying "look, disk full" \U0001f44d\n'
    assert [row.noise for row in reads_text(text, STARTED).rows] == ["", ""]


def test_the_year_of_a_chat_without_one_is_nearest_to_the_day():
    log = "Dec 31 23:50:00 <ann> dry\nJan 1 00:10:00 <bo> back\n"
    reading = reads_text(log, Hints(zone="UTC", date=date(2025, 1, 1)))
    assert [row.at.year for row in reading.rows if row.at] == [2024, 2025]
    assert reading.warnings == ("file.txt, line 2: the year turns, so this is taken for 2025",)


def test_a_turn_that_goes_on_in_a_longer_transcript_is_one():
    cue = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>db is down</v>\n"
    more = cue + "\n00:02.000 --> 00:03.000\n<v Ann>and web too</v>\n"
    record, _ = into(Record(), reads_text(cue, STARTED))
    longer, added = into(record, reads_text(more, STARTED))
    assert (added.new, longer.events[0].text) == (0, "db is down and web too")
    shorter, added = into(longer, reads_text(cue, STARTED))
    assert (shorter is longer, added.differs) == (True, 0)
    other = cue.replace("db is down", "something else")
    assert into(longer, reads_text(other, STARTED))[1].new == 1
