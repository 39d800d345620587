"""What a bot posts about something that its own source tells is folded into it, by key, and can be taken apart."""

from datetime import date

from specimens import SECONDS
from telling import reads, reads_text

from noblame.importers.base import Hints
from noblame.importers.merging import into
from noblame.model import Event, Record

PAGE = {"log_entries": [
    {"id": "R1", "type": "trigger_log_entry", "created_at": "2024-01-15T14:00:00Z", "summary": "Triggered through the API",
     "agent": {"type": "service_reference", "summary": "Checkout"}, "channel": {"type": "api"},
     "incident": {"id": "I5", "summary": "[#5] Slow startup"}},
]}  # fmt: skip


def post(text: str, *, after: int = 3, bot: bool = True) -> list[dict]:
    who = {"subtype": "bot_message", "bot_id": "B1", "username": "PagerDuty"} if bot else {"user": "U1"}
    return [{"type": "message", "ts": f"{SECONDS + after}.000100", "text": text, **who}]


def both(chat: list[dict]) -> tuple[Event, Event, int]:
    record, _ = into(Record(), reads(PAGE))
    record, added = into(record, reads(chat))
    page, said = sorted(record.events, key=lambda event: event.source != "pagerduty")
    return page, said, added.echoes


def test_a_post_with_the_number_of_the_page_is_folded_into_it():
    page, said, echoes = both(post("Triggered #5: Slow startup"))
    assert (said.part_of, page.open, said.open, echoes) == (page.id, True, False, 1)


def test_it_does_not_matter_which_came_in_first():
    record, _ = into(Record(), reads(post("Triggered #5: Slow startup")))
    record, added = into(record, reads(PAGE))
    assert (added.echoes, sum(event.open for event in record.events)) == (1, 1)


def test_words_alone_never_join():
    for chat in (post("Triggered through the API (Slow startup)"), post("Triggered #6: Slow startup")):
        _, said, echoes = both(chat)
        assert (said.part_of, echoes) == ("", 0)


def test_people_and_what_is_far_in_time_stay():
    for chat in (post("Triggered #5: Slow startup", bot=False), post("Triggered #5: Slow startup", after=600)):
        assert both(chat)[2] == 0


def test_what_was_taken_apart_stays_apart():
    record, _ = into(Record(), reads(PAGE))
    record, _ = into(record, reads(post("Triggered #5: Slow startup")))
    apart = record.but(events=tuple(event.but(part_of="") for event in record.events))
    again, added = into(apart, reads(post("Triggered #5: Slow startup")))
    assert (again, added.echoes, added.known) == (apart, 0, 1)


def hook(number: int, sort: str, clock: str, person: str = "") -> dict:
    agent = {"type": "user_reference", "summary": person} if person else {"type": "service_reference", "summary": "By API"}
    incident = {"id": "I5", "number": number, "title": "Slow startup", "assignees": [{"summary": "Bo"}]}
    return {"event": {"id": f"{sort} {clock}", "event_type": f"incident.{sort}", "occurred_at": f"2024-01-15T{clock}Z",
                      "agent": agent, "data": incident}}  # fmt: skip


def test_log_and_webhooks_of_one_incident_tell_an_act_once():
    acknowledged = {**PAGE["log_entries"][0], "id": "R2", "type": "acknowledge_log_entry", "created_at": "2024-01-15T14:02:00Z",
                    "summary": "Acknowledged", "agent": {"type": "user_reference", "summary": "Ann"}}  # fmt: skip
    record, _ = into(Record(), reads({"log_entries": [*PAGE["log_entries"], acknowledged]}))
    same = [hook(5, "triggered", "14:00:00.4"), hook(5, "acknowledged", "14:02:01", "Ann")]
    other = [
        hook(6, "triggered", "14:00:00"), hook(5, "triggered", "14:00:03"), hook(5, "acknowledged", "14:02:00", "Bo"),
        hook(5, "resolved", "14:02:00", "Ann"),
    ]  # fmt: skip
    for hooks, echoes in ((same, 2), (other, 0)):
        told, added = into(record, reads(*hooks))
        assert (added.new, added.echoes) == (len(hooks), echoes)
        assert all(not event.part_of for event in told.events if event.id in ("e1", "e2"))
    assert into(Record(), reads(*same, *same))[1].echoes == 0


def test_what_is_about_another_incident_stays_whatever_else_it_names():
    log = {"log_entries": [
        {**PAGE["log_entries"][0], "id": f"R{number}", "created_at": f"2024-01-15T14:00:{number:02}Z",
         "incident": {"summary": f"[#{number}] HighErrorRate on 10.0.0.12 by Ian McDonald"}}
        for number in (5, 7)
    ]}  # fmt: skip
    record, _ = into(Record(), reads(log))
    for text, origin in (
        ("Triggered #5: HighErrorRate on 10.0.0.12", "e1"),
        ("Triggered #7: HighErrorRate, see #5", "e2"),
        ("Triggered #9: HighErrorRate, as #5 and #7", ""),
        ("[FIRING:1] DiskFull on 10.0.0.12", ""),
        ("[FIRING:1] disk of Ian McDonald, by Ian McDonald", ""),
        ("[FIRING:1] on 10.0.0.12", ""),
        ("[FIRING:1] HighErrorRate", "e1"),
    ):
        told, _ = into(record, reads(post(text, after=6 if "#" not in text else 8)))
        said = next(event for event in told.events if event.source == "slack_export")
        assert (text, said.part_of) == (text, "e2" if origin and "#" not in text else origin)


def test_a_page_of_help_joins_nothing_and_the_page_of_a_thing_does():
    for url, joined in (("https://x.example/runbooks/db", False), ("https://x.example/incidents/5", True)):
        alert = {
            "id": "R1",
            "type": "trigger_log_entry",
            "created_at": "2024-01-15T14:00:00Z",
            "summary": "Triggered",
            "html_url": url,
        }
        record, _ = into(Record(), reads({"log_entries": [alert]}))
        assert (into(record, reads(post(f"[FIRING:1] slow <{url}>")))[1].echoes == 1) is joined


def test_what_people_say_in_a_plain_log_and_write_in_a_table_joins_nothing():
    rollback = [{"id": 1, "ref": "v2.3.1", "sha": "a1b2c3d", "environment": "prod", "task": "rollback",
                 "created_at": "2024-01-15T14:00:00Z", "creator": {"login": "ci", "type": "Bot"}}]  # fmt: skip
    record, _ = into(Record(), reads(rollback))
    log = "[14:00:30] <bo> rolling back v2.3.1\n[14:01:00] <ann> ok\n"
    told, added = into(record, reads_text(log, Hints(zone="UTC", date=date(2024, 1, 15)), name="ops.log"))
    assert ({event.kind for event in told.events} >= {"mitigating"}, added.echoes) == (True, 0)
    table = "time,kind,what\n2024-01-15T14:00:00Z,detected,I see HighErrorRate\n2024-01-15T14:01:00Z,note,x y\n"
    record, _ = into(Record(), reads_text(table, name="notes.csv"))
    assert into(record, reads(post("[FIRING:1] HighErrorRate")))[1].echoes == 0


def test_two_people_who_were_called_in_one_second_are_two_rows():
    def called(own: str, who: str) -> dict:
        return {
            **PAGE["log_entries"][0],
            "id": own,
            "type": "escalate_log_entry",
            "summary": f"Escalated to {who}",
            "assignees": [{"summary": who}],
        }

    record, _ = into(Record(), reads({"log_entries": [called("R1", "Ann")]}))
    assert into(record, reads({"log_entries": [called("R2", "Bo")]}))[1].echoes == 0
    assert into(record, reads({"log_entries": [called("R3", "Ann")]}))[1].echoes == 1
