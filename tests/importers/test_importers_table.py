import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telling import reads_text

from noblame.importers.base import Hints, NeedsHint, Reading, Refused
from noblame.importers.merging import into
from noblame.importers.preview import in_words
from noblame.importers.source import source_from_bytes
from noblame.importers.tables import delimited, json_lines
from noblame.model import Record

IN_UTC = Hints(zone="UTC")


def read(text: str | bytes, hints: Hints = IN_UTC) -> Reading:
    source = source_from_bytes("notes.csv", text.encode() if isinstance(text, str) else text)
    assert delimited.IMPORTER.sniff(source) > 0.3
    return delimited.IMPORTER.read(source, hints)


def times(reading: Reading) -> list[str]:
    return [f"{found.at:%Y-%m-%d %H:%M}" if found.at else "" for found in reading.rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_delimiters_encodings_and_line_ends_are_found(delimiter: str, encoding: str, end: str):
    lines = [
        ["time", "who", "what"],
        ["2024-05-02 10:00", "Zoë", "pages, slow; very"],
        ["2024-05-02 10:05", "", "fixed – for now"],
    ]
    text = end.join(delimiter.join(f'"{cell}"' if delimiter in cell else cell for cell in line) for line in lines)
    reading = read(text.encode(encoding))
    assert times(reading) == ["2024-05-02 10:00", "2024-05-02 10:05"]
    assert [found.text for found in reading.rows] == ["pages, slow; very", "fixed – for now"]
    assert [(found.author, found.who) for found in reading.rows] == [("Zoë", ("zoë",)), ("", ())]
    assert any("Windows-1252" in said for said in reading.warnings) == (encoding == "cp1252")


@pytest.mark.parametrize(
    ("header", "mapping"),
    [
        ("Wann;Wer;Was", ("Wann", "Wer", "Was")),
        ("Zeitpunkt;Person;Beschreibung des Vorfalls", ("Zeitpunkt", "Person", "Beschreibung des Vorfalls")),
        ("Horodatage;Qui;Événement", ("Horodatage", "Qui", "Événement")),
        ("Fecha;Autor;Descripción", ("Fecha", "Autor", "Descripción")),
        ("Čas;Kdo;Událost", ("Čas", "Kdo", "Událost")),
        ("Время;Кто;Событие", ("Время", "Кто", "Событие")),
        ("発生時刻;担当者名;作業内容", ("発生時刻", "担当者名", "作業内容")),
        ("Event time (UTC);Reported by;What happened?", ("Event time (UTC)", "Reported by", "What happened?")),
        ("started_at;assignee;summary", ("started_at", "assignee", "summary")),
    ],
)
def test_headers_are_understood(header: str, mapping: tuple[str, str, str]):
    reading = read(f"{header}\n2024-05-02 10:00;Mira;slow\n2024-05-02 10:05;Otto;fast\n")
    assert dict(reading.columns) == dict(zip(("time", "author", "text"), mapping, strict=True))


def test_an_unknown_header_is_read_by_its_content():
    reading = read("foo,bar,baz\n2024-05-02 10:00,7,the longest words are what happened\n2024-05-02 10:05,8,and so here\n")
    assert dict(reading.columns) == {"time": "foo", "text": "baz"}


def test_a_table_may_have_no_header_or_titles_above_it():
    assert times(read("2024-05-02 10:00,slow\n2024-05-02 10:05,fast\n")) == ["2024-05-02 10:00", "2024-05-02 10:05"]
    assert times(read("Our timeline,,\n,,\ntime,who,what\n2024-05-02 10:00,Mira,slow\n2024-05-02 10:05,Otto,x\n")) == [
        "2024-05-02 10:00",
        "2024-05-02 10:05",
    ]
    assert len(read("sep=;\ntime;what\n2024-05-02 10:00;slow, very\n").rows) == 1


def test_rows_are_numbered_from_the_first_row_of_data():
    reading = read("time,what\n2024-05-02 10:00,slow\n\nlater,fast\n2024-05-02 10:05,x\n")
    assert reading.rows[0].origin == "notes.csv, row 1"
    assert reading.rows[-1].at is None
    assert reading.warnings == ("notes.csv, row 2: the time 'later' cannot be read, so the row has no place yet",)


def test_quoted_line_breaks_and_quotes_stay_in_their_cell():
    (found,) = read('time,what\n2024-05-02 10:00,"first ""line""\nsecond"\n').rows
    assert found.text == 'first "line" second'
    assert found.raw == 'first "line"\nsecond'


def test_an_unquoted_table_may_hold_quotes():
    reading = read('time\twhat\n2024-05-02 10:00\t"open quote\n2024-05-02 10:05\tnext\n' + "2024-05-02 10:06\tx\n" * 30)
    assert len(reading.rows) == 32
    assert reading.rows[0].text == '"open quote'


def test_the_mark_before_a_formula_is_taken_off():
    reading = read("time,what\n2024-05-02 10:00,'=SUM(A1)\n2024-05-02 10:01,'quoted'\n")
    assert [found.text for found in reading.rows] == ["=SUM(A1)", "'quoted'"]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("2024-05-02T10:00:05+02:00", datetime(2024, 5, 2, 8, 0, 5, tzinfo=UTC)),
        ("1714636805", datetime(2024, 5, 2, 8, 0, 5, tzinfo=UTC)),
        ("2024-05-02 10:00 CEST", datetime(2024, 5, 2, 8, 0, tzinfo=UTC)),
        ("2024-05-02 10:00 -05:00", datetime(2024, 5, 2, 15, 0, tzinfo=UTC)),
    ],
)
def test_times_that_say_their_zone_need_no_hint(cells: str, expected: datetime):
    reading = read(f"time,what\n{cells},slow\n", Hints())
    assert reading.rows[0].at == expected
    assert reading.zone == ""


def test_a_zone_is_asked_for_and_applied():
    text = "time,what\n2024-07-02 10:00,slow\n"
    with pytest.raises(NeedsHint, match="--zone UTC") as asked:
        read(text, Hints())
    assert asked.value.missing == "zone"
    reading = read(text, Hints(zone="Europe/Prague"))
    assert (reading.rows[0].at, reading.zone) == (datetime(2024, 7, 2, 8, tzinfo=UTC), "Europe/Prague")
    with pytest.raises(Refused, match="not a time zone"):
        read(text, Hints(zone="Mars"))


def test_a_zone_in_the_header_or_in_a_column_is_used():
    reading = read("Time (PST),What\n2024-01-02 10:00,slow\n", Hints())
    assert (reading.rows[0].at, reading.zone) == (datetime(2024, 1, 2, 18, tzinfo=UTC), "PST")
    reading = read("date,time,timezone,what\n2024-01-02,10:00,Europe/Prague,slow\n2024-01-02,10:00,-05:00,x\n", Hints())
    assert times(reading) == ["2024-01-02 10:00", "2024-01-02 10:00"]
    assert [found.at for found in reading.rows] == [datetime(2024, 1, 2, hour, tzinfo=UTC) for hour in (9, 15)]
    assert reading.columns[0] == ("time", "date+time+timezone")


def test_a_winter_zone_in_summer_is_asked_about():
    with pytest.raises(NeedsHint) as asked:
        read("time,what\n2024-06-02 10:00 CET,slow\n", Hints())
    assert asked.value.offers == ("Europe/Paris",)
    assert read("time,what\n2024-06-02 10:00 CET,slow\n", Hints(zone="+01:00")).rows[0].at == datetime(2024, 6, 2, 9, tzinfo=UTC)


def test_a_time_that_comes_twice_is_said():
    reading = read("time,what\n2024-10-27 02:30,slow\n2024-03-31 02:30,gap\n", Hints(zone="Europe/Prague"))
    assert [("twice" in said, "skipped" in said) for said in reading.warnings] == [(True, False), (False, True)]


def test_month_or_day_is_proved_by_another_row():
    assert times(read("time,what\n3/4/2024 10:00,a\n3/26/2024 10:00,b\n")) == ["2024-03-04 10:00", "2024-03-26 10:00"]
    assert times(read("time,what\n3/4/2024 10:00,a\n26/4/2024 10:00,b\n")) == ["2024-04-03 10:00", "2024-04-26 10:00"]
    assert times(read("time,what\n4/4/2024 10:00,a\n")) == ["2024-04-04 10:00"]
    assert times(read("time,what\n3.4.2024 10:00,a\n")) == ["2024-04-03 10:00"]


def test_month_or_day_is_asked_where_nothing_proves_it():
    text = "time,what\n3/4/2024 10:00,a\n"
    with pytest.raises(NeedsHint, match="2024-03-04 or 2024-04-03") as asked:
        read(text)
    assert asked.value.missing == "date"
    assert times(read(text, Hints(zone="UTC", date=date(2024, 4, 2)))) == ["2024-04-03 10:00"]
    assert times(read(text, Hints(zone="UTC", date=date(2024, 3, 5)))) == ["2024-03-04 10:00"]
    with pytest.raises(NeedsHint):
        read(text + "13/1/2024 10:00,b\n1/13/2024 10:00,c\n")


def test_times_of_day_need_a_date_and_cross_midnight():
    text = "time,what\n23:50,a\n23:40,late note\n00:10,b\n"
    with pytest.raises(NeedsHint, match="--date"):
        read(text)
    reading = read(text, Hints(zone="UTC", date=date(2024, 5, 2)))
    assert times(reading) == ["2024-05-02 23:40", "2024-05-02 23:50", "2024-05-03 00:10"]
    assert "row 3: the clock falls" in reading.warnings[0]


@pytest.mark.parametrize(
    ("stamp", "precision"), [("2024-05-02", "day"), ("2024-05-02 10:00", "minute"), ("2024-05-02 10:00:01", "second")]
)
def test_precision_is_what_was_written(stamp: str, precision: str):
    assert read(f"when,what\n{stamp},slow\n").rows[0].precision == precision


def test_a_span_has_an_end():
    reading = read(
        "start,end,what\n2024-05-02 10:00,2024-05-02 10:20,slow\n2024-05-02 11:00,11:30,x\n2024-05-02 12:00,2024-05-02 12:00,y\n"
    )
    ends = [found.until and found.until - found.at for found in reading.rows if found.at]
    assert ends == [timedelta(minutes=20), timedelta(minutes=30), None]


def test_kinds_are_only_taken_from_the_closed_table():
    reading = read("time,kind,what\n2024-05-02 10:00,Ruled out,a\n2024-05-02 10:01,deploy,b\n2024-05-02 10:02,weird,c\n")
    assert [(found.kind, found.source_kind) for found in reading.rows] == [
        ("ruled out", "note"),
        ("change", "deploy"),
        ("observed", "note"),
    ]


def test_timelines_of_tools_are_logs_and_not_starred():
    header = "datetime,timestamp,timestamp_desc,source,message\n"
    reading = read(
        header + "2024-05-02T10:00:00+00:00,1714644000000000,Written,LOG,a\n2024-05-02T10:00:01+00:00,12345,Written,LOG,b\n"
    )
    assert [(found.source_kind, found.preselect, found.author) for found in reading.rows] == [
        ("log", False, ""),
        ("log", False, ""),
    ]
    assert reading.warnings == ("notes.csv, row 2: timestamp 12345 disagrees with datetime, which is used",)


def test_a_timeline_kept_by_hand_is_starred_and_a_long_one_is_not():
    line = "2024-05-02 10:00,slow\n"
    assert all(found.preselect for found in read("time,what\n" + line * 20).rows)
    assert not any(found.preselect for found in read("time,what\n" + line * 300).rows)


def test_rows_have_keys_of_their_own():
    once = read("time,what\n2024-05-02 10:00,slow\n2024-05-02 10:00,slow\n")
    again = read("time,what\n2024-05-02 09:00,new\n2024-05-02 10:00,slow\n")
    assert len({found.native_id for found in once.rows}) == 2
    assert again.rows[1].native_id == once.rows[0].native_id


def test_a_row_without_its_text_shows_its_other_cells():
    reading = read("time,what,level,code\n2024-05-02 10:00,slow,high,7\n2024-05-02 10:01,,low,8\n2024-05-02 10:02,,,\n")
    assert [(found.text, found.noise) for found in reading.rows] == [("slow", ""), ("low · 8", ""), ("", "no text")]


def test_offsets_stay_as_they_were_told():
    assert read("time,what\n2024-05-02T10:00:00+05:30,slow\n").rows[0].at == datetime(
        2024, 5, 2, 10, tzinfo=timezone(timedelta(hours=5, minutes=30))
    )


@pytest.mark.parametrize(
    "text",
    ["", "just words, and a comma\nand more, of them\n", "a,b\n1,2\n", "[1,2]",
     "2024-05-02 10:00,a\n2024-05-02 10:01,b,c\n2024-05-02 10:02,d,e,f\n2024-05-02 10:03,g,h,i,j\n",
     "| time | what |\n|---|---|\n| 2024-05-02 10:00 | x |\n", "time\n10:00\n", "a," * 5000],
)  # fmt: skip
def test_other_text_is_not_taken(text: str):
    assert delimited.IMPORTER.sniff(source_from_bytes("x.csv", text.encode())) == 0.0


@given(st.text())
def test_any_text_is_survived(text: str):
    for whole in (text, "time,what\n2024-05-02 10:00,slow\n" + text):
        source = source_from_bytes("x", whole.encode(errors="replace"))
        if delimited.IMPORTER.sniff(source):
            delimited.IMPORTER.read(source, Hints(zone="UTC", date=date(2024, 5, 2)))


def test_json_lines_are_read_as_a_table():
    lines = [
        {"message": "a", "datetime": "2024-05-02T10:00:00+00:00", "timestamp": 5},
        {"message": "b", "datetime": "2024-05-02T10:00:01Z", "n": [1]},
    ]
    source = source_from_bytes("x.jsonl", ("\n".join(map(json.dumps, lines)) + "\nbroken\n").encode())
    assert 0.4 < json_lines.IMPORTER.sniff(source) < 0.8
    reading = json_lines.IMPORTER.read(source, Hints())
    assert [(found.text, found.source_kind, found.origin) for found in reading.rows] == [
        ("a", "log", "x.jsonl, line 1"),
        ("b", "log", "x.jsonl, line 2"),
    ]
    assert reading.skipped == (("line that is not JSON", 1),)
    assert any("timestamp 5 disagrees" in said for said in reading.warnings)


def test_json_lines_without_time_or_text_are_not_taken():
    for line in ({"message": "a"}, {"datetime": "2024-05-02T10:00:00Z"}, [1]):
        assert json_lines.IMPORTER.sniff(source_from_bytes("x", f"{json.dumps(line)}\n{json.dumps(line)}".encode())) == 0.0


def test_a_list_of_objects_with_times_and_texts_is_a_table():
    made = [{"time": "2024-01-15T14:00:00Z", "message": "dry"}, 5, {"time": "2024-01-15T14:05:00Z", "message": "back"}]
    found = reads_text(json.dumps(made), name="x.json")
    assert [(row.text, row.origin) for row in found.rows] == [("dry", "x.json, object 1"), ("back", "x.json, object 3")]
    assert found.skipped == (("record that is no object", 1),)


def test_a_header_stays_one_where_half_of_the_times_cannot_be_read():
    text = b"datetime,timestamp_desc,message\nnot a time,x,first\n2024-01-15T14:00:00+00:00,x,second\n"
    found = reads_text(text.decode(), name="x.csv")
    assert [(row.text, row.at is None) for row in found.rows] == [("second", False), ("first", True)]


def test_counts_since_1970_are_times_where_the_header_says_so():
    found = reads_text("ts,level,msg\n1705327200123,ERROR,dry\n1705327500456,INFO,back\n", name="x.csv")
    assert [(row.text, row.at.minute) for row in found.rows] == [("dry", 0), ("back", 5)]


@pytest.mark.parametrize("name", ["Mars/Phobos", "CST", "CET"])
def test_words_that_name_no_zone_are_asked_about_or_told(name: str):
    text = f"time,zone,what\n2024-07-02 10:00,{name},a\n2024-07-02 10:05,CEST,b\n2024-07-02 10:06,{name},c\n"
    with pytest.raises(NeedsHint, match=name):
        read(text, Hints())
    (said,) = read(text, Hints(zone="Asia/Tokyo")).warnings
    assert said == f"notes.csv, row 1: '{name}' on 2024-07-02 does not name one zone, so it is read as Asia/Tokyo, here and below"
    assert read(text, Hints(zone="America/Chicago")).warnings == (
        () if name == "CST" else (said.replace("Asia/Tokyo", "America/Chicago"),)
    )


@pytest.mark.parametrize("name", ["Pacific Time", "Pacific Standard Time", "US/Pacific", "PST8PDT", "Pacific", "PT"])
def test_american_clocks_are_known_as_people_spell_them(name: str):
    reading = read(f"time,zone,what\n2024-07-02 10:00,{name},a\n2024-01-02 10:00,{name},b\n", Hints())
    assert [found.at.utcoffset() for found in reading.rows if found.at] == [timedelta(hours=-8), timedelta(hours=-7)]


def test_a_row_with_too_many_cells_keeps_its_words_and_its_author():
    text = "time,what,who\n2024-05-02T10:00Z,rolled back, then waited,ana\n2024-05-02T10:05Z,ok,bo\n2024-05-02T10:06Z,ok,bo,\n"
    reading = read(text)
    assert [(found.text, found.author) for found in reading.rows] == [("rolled back, then waited", "ana"), *[("ok", "bo")] * 2]
    assert reading.warnings == ("notes.csv, row 1: has 4 cells for 3 columns, so ',' is taken to be part of 'what'",)


def test_columns_that_are_not_used_are_named():
    reading = read("time,what,severity,C++\n2024-05-02 10:00,slow,2,3\n2024-05-02 10:05,fast,3,4\n")
    assert reading.unused == ("severity", "C++")
    assert "columns that are not used: 'severity', 'C++'" in in_words(reading)


def test_an_object_in_a_line_is_told_by_its_name_or_its_one_text():
    text = (
        '{"@timestamp": "2024-05-02T10:00:00Z", "message": {"text": "slow"}, "user": {"id": 5, "name": "ana"}}\n'
        '{"@timestamp": "2024-05-02T10:05:00Z", "message": {"a": 1, "b": 2}, "user": {"name": 7, "x": 1}}\n'
    )
    reading = json_lines.IMPORTER.read(source_from_bytes("x.jsonl", text.encode()), Hints())
    assert [(found.text, found.author) for found in reading.rows] == [
        ("slow", "ana"),
        ('{"a": 1, "b": 2}', '{"name": 7, "x": 1}'),
    ]


def test_a_clock_that_falls_a_little_is_told_and_stays_on_the_day():
    hints = Hints(zone="UTC", date=date(2024, 5, 2))
    reading = read("time,what\n14:30,a\n14:00,b\n09:00,c\n", hints)
    assert times(reading) == ["2024-05-02 09:00", "2024-05-02 14:00", "2024-05-02 14:30"]
    assert reading.warnings == ("notes.csv, row 3: the clock falls to 09:00, which is taken for the same day, 2024-05-02",)


def test_an_hour_that_comes_twice_goes_on_from_the_row_before():
    told = ["02:50", "02:59", "02:05", "03:05"]
    text = "time,what\n" + "".join(f"2024-10-27 {clock},row {n}\n" for n, clock in enumerate(told))
    reading = read(text, Hints(zone="Europe/Prague"))
    assert [found.text for found in reading.rows] == ["row 0", "row 1", "row 2", "row 3"]
    assert [found.at.utcoffset() for found in reading.rows if found.at] == [timedelta(hours=n) for n in (2, 2, 1, 1)]
    assert reading.warnings[2].endswith("2024-10-27 02:05 comes twice; the second is taken as the clocks change")


def test_a_day_that_stands_on_its_first_row_only_goes_on():
    text = "date,time,what\n2024-05-14,22:00,alert\n,23:30,ack\n,00:10,still\n2024-05-16,10:00,again\n,10:30,ack 2\n"
    reading = read(text, Hints(zone="UTC"))
    assert times(reading) == [
        "2024-05-14 22:00", "2024-05-14 23:30", "2024-05-15 00:10", "2024-05-16 10:00", "2024-05-16 10:30",
    ]  # fmt: skip
    assert reading.warnings[0] == "notes.csv, row 2: says no day, so it goes on from the row above"


def test_an_end_after_midnight_is_on_the_next_day():
    text = "start,end,what\n2024-05-14 23:50,00:20,watch\n2024-05-14 10:00,09:59,odd\n"
    assert [found.until for found in read(text).rows] == [None, datetime(2024, 5, 15, 0, 20, tzinfo=UTC)]


def test_a_quote_without_its_end_is_told_of():
    text = 'time,who,what\n2024-05-14T10:00Z,ana,first\n2024-05-14T10:01Z,bo,"open\n2024-05-14T10:02Z,ana,third\n'
    assert any("a quote may be missing its end" in said for said in read(text).warnings)


def test_lines_of_two_shapes_are_both_read():
    lines = [
        '{"ts": "2024-05-14T10:00:00Z", "msg": "dry"}',
        '{"time": "2024-05-14T10:01:00Z", "message": "back", "user": "ana"}',
    ] * 2
    reading = json_lines.IMPORTER.read(source_from_bytes("x.jsonl", "\n".join(lines).encode()), Hints())
    assert [found.text for found in reading.rows] == ["dry", "dry", "back", "back"]


def test_rows_that_differ_in_any_cell_or_day_are_two():
    text = "time,who,what,host\n{0}10:00{1},mon,alert,{2}\n{0}10:01{1},mon,ack,x\n"
    day = Hints(zone="UTC", date=date(2024, 5, 14))
    for one, other in (
        (("2024-05-14T", "Z", "h1"), ("2024-05-14T", "Z", "h2")), (("2024-05-14T", "Z", "h1"), ("2024-05-14T", "+02:00", "h1")),
    ):  # fmt: skip
        record, _ = into(Record(), read(text.format(*one)))
        assert into(record, read(text.format(*other)))[1].new == (1 if one[1] == other[1] else 2)
    record, _ = into(Record(), read(text.format("", "", "h1"), day))
    later = Hints(zone="UTC", date=date(2024, 5, 20))
    assert [into(record, read(text.format("", "", "h1"), hints))[1].new for hints in (later, day)] == [2, 0]


def test_an_end_that_is_none_is_told():
    text = "start,end,what\n2024-05-14 10:00,2024-05-14 09:00,odd\n2024-05-14 11:00,2024-05-14 11:00,even\n"
    assert read(text).warnings == ("notes.csv, row 1: the end '2024-05-14 09:00' is not behind its beginning, so it is left out",)


def test_a_table_of_an_hour_that_comes_twice_is_known_again():
    text = "time,what\n2024-10-27 02:10,row a\n2024-10-27 02:50,row b\n2024-10-27 02:20,row c\n"
    hints = Hints(zone="Europe/Prague")
    record, _ = into(Record(), read(text, hints))
    again = into(record, read(text, hints))[1]
    assert (again.new, again.known, again.differs) == (0, 3, 0)


def test_the_same_table_in_another_zone_is_known_and_other_people_are_not():
    text = "time,who,what\n2024-05-14 14:00,ana,restarted the db\n2024-05-14 14:01,ana,ack\n"
    record, _ = into(Record(), read(text))
    again = into(record, read(text, Hints(zone="Europe/Prague")))[1]
    assert (again.new, again.known, again.differs) == (0, 2, 2)
    assert into(record, read(text.replace("ana", "bo")))[1].new == 2
    waiting = "time,who,what\nlater,ana,restarted\n2024-05-14 14:01,ana,ack\n"
    record, _ = into(Record(), read(waiting))
    assert (into(record, read(waiting))[1].new, into(record, read(waiting.replace("ana", "bo")))[1].new) == (0, 2)


def test_the_newest_first_and_a_little_disorder_do_not_turn_a_clock_back():
    for clocks in (("01:50", "01:40", "01:20"), ("01:00:10", "01:00:09", "01:10:00")):
        text = "time,what\n" + "".join(f"2024-11-03 {clock},row {n}\n" for n, clock in enumerate(clocks))
        assert {found.at.utcoffset() for found in read(text, Hints(zone="America/New_York")).rows if found.at} == {
            timedelta(hours=-4)
        }
    spans = "start,end,what\n2024-11-03 00:50,2024-11-03 01:40,row a\n2024-11-03 01:30,2024-11-03 01:45,row b\n"
    assert [found.at.utcoffset() for found in read(spans, Hints(zone="America/New_York")).rows if found.at] == [
        timedelta(hours=-4)
    ] * 2


def test_the_end_of_a_span_moves_no_day():
    text = "start,end,what\n2024-01-15 23:50,2024-01-16 00:10,watch\n23:55,,alert\n00:05,,ack\n"
    assert times(read(text)) == ["2024-01-15 23:50", "2024-01-15 23:55", "2024-01-16 00:05"]
