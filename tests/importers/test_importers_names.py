"""The names by which people and programs call zones, columns, fields and sections."""

from datetime import UTC, datetime, timedelta

import pytest

from noblame.importers.base import Hints
from noblame.importers.papers.fields import field_of
from noblame.importers.papers.headings import role_of
from noblame.importers.registry import read
from noblame.importers.source import source_from_bytes
from noblame.importers.tables.columns import find
from noblame.importers.times.zones import offers, place_of, zone, zone_in, zone_on

WINTER, SUMMER = datetime(2024, 1, 16, 12), datetime(2024, 7, 16, 12)
KEPT = (
    ("PST", -8, WINTER, "America/Los_Angeles"), ("PDT", -7, SUMMER, "America/Los_Angeles"), ("MST", -7, WINTER, "America/Denver"),
    ("MDT", -6, SUMMER, "America/Denver"), ("CDT", -5, SUMMER, "America/Chicago"), ("EST", -5, WINTER, "America/New_York"),
    ("EDT", -4, SUMMER, "America/New_York"), ("WET", 0, WINTER, "Europe/Lisbon"), ("WEST", 1, SUMMER, "Europe/Lisbon"),
    ("CET", 1, WINTER, "Europe/Paris"), ("CEST", 2, SUMMER, "Europe/Paris"), ("MEZ", 1, WINTER, "Europe/Berlin"),
    ("MESZ", 2, SUMMER, "Europe/Berlin"), ("EET", 2, WINTER, "Europe/Helsinki"), ("EEST", 3, SUMMER, "Europe/Helsinki"),
    ("MSK", 3, WINTER, "Europe/Moscow"), ("SGT", 8, WINTER, "Asia/Singapore"), ("JST", 9, WINTER, "Asia/Tokyo"),
    ("KST", 9, SUMMER, "Asia/Seoul"), ("AEST", 10, SUMMER, "Australia/Sydney"), ("AEDT", 11, WINTER, "Australia/Sydney"),
    ("NZST", 12, SUMMER, "Pacific/Auckland"), ("NZDT", 13, WINTER, "Pacific/Auckland"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "hours", "day", "place"), KEPT)
def test_an_abbreviation_is_what_its_zone_kept_on_that_day(name: str, hours: int, day: datetime, place: str):
    kept = zone_on(name, day)
    assert kept
    assert day.replace(tzinfo=kept).utcoffset() == timedelta(hours=hours)
    assert place_of(name.lower()) == place
    assert offers(f"({name})") == (place,)
    assert zone_in(f"All times in {name}.") == name
    other = SUMMER if day == WINTER else WINTER
    assert (zone_on(name, other) is None) == (name not in ("MSK", "SGT", "JST", "KST"))


@pytest.mark.parametrize(
    ("name", "place", "winter", "summer"),
    [
        ("PT", "America/Los_Angeles", -8, -7), ("MT", "America/Denver", -7, -6),
        ("CT", "America/Chicago", -6, -5), ("ET", "America/New_York", -5, -4),
    ],
)  # fmt: skip
def test_a_name_without_season_means_what_the_clocks_there_show(name: str, place: str, winter: int, summer: int):
    for day, hours in ((WINTER, winter), (SUMMER, summer)):
        kept = zone_on(name, day)
        assert kept
        assert day.replace(tzinfo=kept).utcoffset() == timedelta(hours=hours)
    assert place_of(name) == place
    assert zone_in(f"14:31 {name}, an alert") == name
    assert offers(name) == ()


def test_names_of_several_countries_and_offsets():
    assert offers("bst") == ("Europe/London", "Asia/Dhaka")
    assert offers("CST") == ("America/Chicago", "Asia/Shanghai")
    assert offers("IST") == ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem")
    assert [place_of(name) for name in ("BST", "+02:00", "zulu", "GMT", "Etc/UTC", "Europe/Prague", "nowhere")] == [
        "", "", "UTC", "UTC", "UTC", "Europe/Prague", "",
    ]  # fmt: skip
    assert [zone_in(text) for text in ("it was est and met", "at UTC+05:30", "in Europe/Prague today", "in Some/Where")] == [
        "", "UTC+05:30", "Europe/Prague", "",
    ]  # fmt: skip
    offsets = {"+14:00": 840, "+5": 300, "-0330": -210, "GMT+1": 60, "UTC \u22123": -180}
    for name, minutes in offsets.items():
        kept = zone(name)
        assert kept
        assert WINTER.replace(tzinfo=kept).utcoffset() == timedelta(minutes=minutes)
    assert [zone(name) for name in ("+14:01", "+15", "CET", "Europe/Nowhere", "")] == [None] * 5


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("severity", "Severity|Incident severity|SEV|severity_level|Incident Level|Schweregrad"),
        ("title", "Title|Incident title|Incident name|incident"),
        ("date", "Date|Incident date|date of  incident|Day|Dates|When|Datum|Start|Started"),
        ("duration", "Duration|incident duration|Outage duration|Total duration|Length"),
        ("reference", "Reference|Incident ID|Incident number|id|Ticket|Incident reference"),
        ("service", "Service|Services|Affected service|affected services|Service affected|System|Component"),
        ("authors", "Author|Authors|Written by|Postmortem owner|Owner|Created by"),
        ("commander", "Incident commander|IC|Incident lead|Commander|Incident manager"),
        ("zone", "Timezone|Time zone|All times|Times|All times in"),
        ("", "Colour|Timeline|severe|date of birth"),
    ],
)
def test_a_head_says_its_fields_by_many_names(field: str, names: str):
    assert {name: field_of(name) for name in names.split("|")} == dict.fromkeys(names.split("|"), field)


@pytest.mark.parametrize(
    ("role", "titles"),
    [
        ("timeline", "Timeline|Time line|Chronology|Sequence of events|Event log|What happened when|Zeitlicher Ablauf|Cronología"),
        ("well", "What went well|What worked well|Things we did well|Positives|Was lief gut"),
        ("poorly", "What went wrong|What went poorly|What didn't go well|What could have gone better|Not so well|Was lief schlecht"),
        ("lucky", "Where we got lucky"), ("surprise", "What surprised us"),
        ("questions", "Open questions|Questions|Unknowns"), ("contributing", "Contributing factors|Mitigating factors"),
        ("trigger", "Trigger|Proximate cause"), ("root", "Root cause|Causes|Why it happened|Five whys|5 Whys|Ursache"),
        ("actions", "Action items|Follow-ups|Follow up|Remediation|Next steps|Improvements|To-dos|Corrective measures|Prevention"
                    "|Preventive measures|Recommendations|Maßnahmen|Massnahmen"),
        ("lessons", "Lessons learned|Insights|Take-aways|Takeaways|Learnings|Opportunities"),
        ("summary", "Summary|TL;DR|TLDR|Overview|Abstract|Synopsis|Zusammenfassung|Résumé|Resumen"),
        ("impact", "Impact|Who was affected|Auswirkung|Damage"),
        ("prose", "Appendix|Anhang|Background|Detection|Resolution|Recovery|Response|Technical details|Monitoring|What happened"
                  "|Mitigation"),
        ("", "The database|Unlikely"),
    ],
)  # fmt: skip
def test_headings_say_what_stands_below_them(role: str, titles: str):
    assert {title: role_of(title) for title in titles.split("|")} == dict.fromkeys(titles.split("|"), role)


def test_a_heading_without_words_of_its_own_goes_on_with_the_one_above():
    assert [role_of("Database", above) for above in ("actions", "lessons", "timeline", "impact")] == [
        "actions", "lessons", "", "",
    ]  # fmt: skip
    assert [role_of("Detection", above) for above in ("actions", "lessons", "timeline")] == ["actions", "prose", "prose"]


WHO = """who author user username name person actor owner by reporter sender from speaker assignee wer autor autorin auteur qui
    quien usuario quem chi autore wie vem hvem kdo kto кто хто автор kim kuka 誰 担当者 谁 负责人 누가 담당자"""
WHAT = """message description what text happened event summary details note notes comment activity msg body was nachricht
    beschreibung ereignis meldung vorfall quoi que mensaje descripcion mensagem cosa messaggio wat bericht vad hvad popis
    udalost opis zdarzenie что сообщение событие опис ne mesaj aciklama mita kuvaus 内容 説明 描述 事件 내용 설명"""
WHEN = """datetime timestamp time when start started begin occurred created ts zeitpunkt zeitstempel zeit uhrzeit wann horodatage
    heure quand hora cuando quando ora orario tijdstip tijd tidpunkt tid cas kdy czas kiedy время когда час коли zaman saat
    aika milloin 日時 時刻 时间 시간 일시"""


@pytest.mark.parametrize(
    ("role", "titles", "values"),
    [
        ("author", WHO, ("ana", "li")),
        ("text", WHAT, ("the pool is dry now", "all is calm again")),
        ("time", WHEN, ("2024-01-15 14:31", "2024-01-15 14:45")),
    ],
)
def test_the_header_of_a_table_says_what_a_column_holds(role: str, titles: str, values: tuple[str, str]):
    others = {
        "time": ("Time", ("2024-01-15 14:31", "2024-01-15 14:45")),
        "author": ("Who", ("ana", "li")),
        "text": ("What", ("the pool is dry now", "all is calm again")),
    }
    wrong: list[str] = []
    for title in titles.split():
        columns = {
            "x1": ("x1", ("aa", "bb")),
            **others,
            role: (title.upper(), values),
            "x2": ("x2", ("cc dd ee ff gg hh ii", "jj")),
        }
        if role == "time":
            columns["x3"] = ("x3", ("2023-01-01 10:00", "2023-01-01 11:00"))
        rows = list(zip(*(given for _, given in columns.values()), strict=True))
        found = find([name for name, _ in columns.values()], rows)
        if found is None or getattr(found, role) != list(columns).index(role):
            wrong.append(title)
    assert wrong == []


def test_a_moment_that_is_told_amid_a_line_waits_without_a_place():
    text = b"Started 2024-01-15 14:30 UTC: the pool ran full\n14:31 page sent\n14:40 rolled back\n"
    reading = read(source_from_bytes("notes.txt", text), Hints(zone="UTC"))
    assert [(row.at is None, row.text[:7]) for row in reading.rows] == [(False, "page se"), (False, "rolled "), (True, "Started")]


def test_a_caption_whose_time_cannot_be_read_is_told():
    text = b"WEBVTT\n\n00:00:05.000 --> 00:00:06.000\nAna: one\n\nbad --> time\nlost\n"
    reading = read(source_from_bytes("talk.vtt", text), Hints(start=datetime(2024, 1, 15, 14, tzinfo=UTC)))
    assert any("line 6" in warning for warning in reading.warnings)
