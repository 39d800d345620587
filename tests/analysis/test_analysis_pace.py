from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noblame.analysis import pace
from noblame.model import PARTS, PRESETS, Agenda, Now, Record, planned

T0 = datetime(2025, 2, 5, 14, 0, tzinfo=UTC)


def at(minutes: float, boot: str = "boot-1", **clock: float) -> Now:
    return Now(T0 + timedelta(minutes=minutes), boot, clock.get("uptime", 5000 + minutes * 60))


def running(minutes: float = 0, preset: str = "standard") -> Agenda:
    """A meeting that started at 14:00 and has gone on to the next block every `minutes`, if any."""
    agenda = pace.start(planned(preset), at(0))
    return pace.next_block(agenda, at(minutes)) if minutes else agenda


def states(agenda: Agenda, now: Now) -> list[str]:
    return [part.state for part in pace.parts(agenda, now)]


def test_before_the_start_everything_is_ahead():
    agenda = planned("standard")
    assert states(agenda, at(3)) == ["ahead"] * 5
    assert pace.elapsed(agenda, at(3)) == 0
    assert pace.over_minutes(agenda, at(3)) == 0
    assert pace.projected_end(agenda, at(3)) == T0 + timedelta(minutes=63)
    assert pace.next_block(agenda, at(3)) is pace.back(agenda, at(3)) is pace.jump(agenda, "actions", at(3)) is agenda


def test_a_running_meeting_knows_where_it_is():
    agenda = running(4)
    now = at(15)
    assert states(agenda, now) == ["done", "running", "ahead", "ahead", "ahead"]
    opening, timeline, *_ = pace.parts(agenda, now)
    assert (opening.spent, timeline.spent, timeline.planned, timeline.overrun) == (240, 660, 900, 0)
    assert pace.projected_end(agenda, now) == T0 + timedelta(minutes=15 + 4 + 20 + 15 + 5)
    assert pace.over_minutes(agenda, now) == -1


def test_an_overrun_pushes_the_end_and_owes_nothing_more():
    agenda = running()
    assert pace.over_minutes(agenda, at(5)) == 0
    assert pace.over_minutes(agenda, at(8)) == 3
    assert pace.parts(agenda, at(8))[0].overrun == 180


def test_added_minutes_count_as_late():
    agenda = pace.extend(running(), 5)
    assert pace.parts(agenda, at(0))[0].planned == 600
    assert pace.over_minutes(agenda, at(0)) == 5
    assert pace.extend(agenda, -60).block == agenda.blocks[0].but(extra=-5)


def test_a_pause_stops_the_block_but_not_the_end():
    agenda = pace.pause(running(), at(2))
    assert pace.elapsed(agenda, at(9)) == 120
    assert states(agenda, at(9))[0] == "paused"
    assert pace.over_minutes(agenda, at(9)) == 7
    assert pace.pause(agenda, at(9)) is agenda
    assert pace.elapsed(pace.resume(agenda, at(9)), at(10)) == 180


def test_going_back_keeps_what_was_spent_ahead():
    agenda = pace.back(running(5), at(11))
    assert states(agenda, at(11)) == ["running", "ahead", "ahead", "ahead", "ahead"]
    assert pace.elapsed(agenda, at(12)) == 360
    assert pace.blocks(agenda, at(12))[1].left == 15 * 60 - 360


def test_a_part_of_several_blocks_is_one_row():
    agenda = pace.jump(running(preset="extended"), "analysis", at(20))
    agenda = pace.next_block(agenda, at(38))
    analysis = pace.parts(agenda, at(40))[2]
    assert (analysis.state, analysis.planned, analysis.spent) == ("running", 45 * 60, 20 * 60)
    assert [part.part for part in pace.parts(agenda, at(40))] == list(PARTS)
    assert agenda.current == 3
    assert pace.jump(agenda, "analysis", at(41)) is agenda


def test_the_last_block_stays_on_and_finishing_ends_it():
    agenda = pace.jump(running(), "closing", at(50))
    assert pace.next_block(agenda, at(51)) is agenda
    ended = pace.finish(agenda, at(56))
    assert states(ended, at(90)) == ["done"] * 5
    assert pace.projected_end(ended, at(90)) == T0 + timedelta(minutes=56)
    assert pace.over_minutes(ended, at(90)) == -4
    assert pace.finish(ended, at(91)) is ended
    assert pace.elapsed(pace.resume(ended, at(95)), at(96)) == 7 * 60


def test_a_meeting_that_goes_on_another_day_is_not_late_by_the_days_between():
    ended = pace.finish(pace.jump(running(), "closing", at(50)), at(56)).but(current=None)
    again = pace.resume(ended, at(3 * 24 * 60))
    assert pace.elapsed(again, at(3 * 24 * 60 + 2)) == 8 * 60
    assert pace.over_minutes(again, at(3 * 24 * 60 + 2)) == -2
    assert pace.resume(planned("standard"), at(0)).since is None


@pytest.mark.parametrize(
    ("now", "seconds"),
    [
        (at(10), 600),
        (at(2, uptime=5600), 600),  # the wall clock was set back
        (at(10, boot="boot-2", uptime=30), 600),  # the machine was restarted
        (at(-10, boot="boot-2", uptime=30), 0),
        (at(10, uptime=100), 0),
        (Now(T0 + timedelta(minutes=10)), 600),
    ],
)
def test_time_is_told_by_the_clock_that_can_be_trusted(now: Now, seconds: float):
    assert pace.elapsed(running(), now) == seconds


@given(st.floats(-600, 600), st.lists(st.sampled_from(("next", "back", "pause", "resume", "extend")), max_size=8))
def test_a_corrected_wall_clock_neither_owes_nor_gives_minutes(shift: float, moves: list[str]):
    honest = corrected = pace.start(planned("standard"), at(0))
    for minute, name in enumerate(moves, 1):
        honest = MOVES[name](honest, at(minute))
        corrected = MOVES[name](corrected, at(minute + shift, uptime=5000 + minute * 60))
    late = len(moves) + 4
    there = at(late + shift, uptime=5000 + late * 60)
    assert pace.over_minutes(corrected, there) == pytest.approx(pace.over_minutes(honest, at(late)))
    ended = pace.finish(corrected, there)
    assert ended.ended == pace.finish(honest, at(late)).ended == T0 + timedelta(minutes=late)


Move = Callable[[Agenda, Now], Agenda]
MOVES: dict[str, Move] = {
    "next": pace.next_block,
    "back": pace.back,
    "pause": pace.pause,
    "resume": pace.resume,
    "finish": pace.finish,
    "extend": lambda agenda, now: pace.extend(agenda, 5),
    "wait": lambda agenda, now: agenda,
    "written": lambda agenda, now: Agenda.model_validate_json(agenda.model_dump_json()),
    **{part: (lambda agenda, now, part=part: pace.jump(agenda, part, now)) for part in PARTS},
}


@given(st.sampled_from(sorted(PRESETS)), st.lists(st.tuples(st.sampled_from(sorted(MOVES)), st.integers(0, 900)), max_size=30))
def test_the_time_spent_is_the_time_that_ran_whatever_the_order(preset: str, moves: list[tuple[str, int]]):
    seconds, ran = 0, 0
    agenda = pace.start(planned(preset), at(0))
    for name, wait in moves:
        seconds += wait
        ran += wait if agenda.since else 0
        agenda = MOVES[name](agenda, at(seconds / 60))
        rows = pace.blocks(agenda, at(seconds / 60))
        assert sum(row.spent for row in rows) == pytest.approx(ran)
        assert sum(row.spent for row in pace.parts(agenda, at(seconds / 60))) == pytest.approx(ran)
        assert all(row.spent >= 0 and row.left >= 0 and row.overrun >= 0 for row in rows)
        assert agenda.block is not None


@given(st.lists(st.sampled_from(("next", "back", "pause", "resume", "actions")), max_size=12))
def test_next_then_back_restores_the_position(moves: list[str]):
    agenda = pace.start(planned("extended"), at(0))
    for minute, name in enumerate(moves):
        agenda = MOVES[name](agenda, at(minute))
    there = pace.next_block(agenda, at(20))
    if there is not agenda:
        again = pace.back(there, at(25))
        assert again.current == agenda.current
        assert (again.since is None) == (agenda.since is None)
        spent = pace.elapsed(agenda, at(20))
        assert pace.elapsed(again, at(25)) == pytest.approx(spent)


def test_a_meeting_goes_on_after_the_record_was_copied():
    record = Record(agenda=running(5))
    assert pace.elapsed(Record.model_validate(record.model_dump()).agenda, at(9)) == 240
