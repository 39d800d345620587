"""Thumbs give five, three and one minute, then the room moves on; the clock says what is left and stops nobody."""

from datetime import UTC, datetime, timedelta

import pytest

from noblame.analysis import pace, votes
from noblame.analysis.cues import cue
from noblame.model import Agenda, Now, planned

T0 = datetime(2025, 2, 5, 14, 0, tzinfo=UTC)


def at(minutes: float) -> Now:
    return Now(T0 + timedelta(minutes=minutes), "boot-1", 5000 + minutes * 60)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("7 2 1", (7, 2, 1)),
        (" 7,2,1 ", (7, 2, 1)),
        ("3/3", (3, 3, 0)),
        ("7", None),
        ("", None),
        ("7 2 1 0", None),
        ("a b c", None),
    ],
)
def test_thumbs_are_read(text: str, read: tuple[int, int, int] | None):
    assert votes.counts(text) == read


def test_each_majority_gives_less_and_the_third_is_the_last():
    agenda = pace.start(planned("standard"), at(0))
    for minutes in (5, 3, 1):
        assert votes.next_step(agenda) == minutes
        agenda = votes.voted(agenda, votes.Counts(7, 2, 1), at(6))
    assert votes.next_step(agenda) == 0
    assert votes.voted(agenda, votes.Counts(9, 0), at(7)) is agenda
    assert agenda.blocks[0].planned == 14
    assert [vote.minutes for vote in agenda.votes] == [5, 3, 1]


def test_no_majority_ends_it_and_another_block_begins_anew():
    agenda = votes.voted(pace.start(planned("standard"), at(0)), votes.Counts(4, 4, 2), at(6))
    assert votes.in_words(agenda.votes[0]) == "Opening moved on (4 up, 4 down, 2 aside)"
    assert agenda.blocks[0].planned == 5
    assert votes.next_step(agenda) == 0
    agenda = pace.next_block(agenda, at(7))
    assert votes.next_step(agenda) == 5
    agenda = votes.voted(agenda, votes.Counts(5, 1), at(20))
    assert votes.in_words(agenda.votes[1]) == "Timeline +5 min (5 up, 1 down)"


def test_votes_survive_writing():
    agenda = votes.voted(pace.start(planned("standard"), at(0)), votes.Counts(7, 2, 1), at(6))
    assert Agenda.model_validate_json(agenda.model_dump_json()) == agenda


def test_the_clock_speaks_two_minutes_before_and_when_the_time_is_up():
    agenda = pace.start(planned("standard"), at(0))
    said = {minute: cue(agenda, at(minute)) for minute in (2.9, 3, 4.5, 5, 90)}
    assert said[2.9] is None
    assert (said[3].kind, said[3].short, said[3].words) == ("soon", "2 min left", "2 minutes left for Opening.")
    assert said[4.5].short == "1 min left"
    assert said[5].kind == said[90].kind == "up"
    assert "votes on 5 more" in said[5].words


def test_the_clock_is_silent_while_it_stands():
    agenda = pace.start(planned("standard"), at(0))
    assert cue(planned("standard"), at(9)) is None
    assert cue(pace.pause(agenda, at(6)), at(9)) is None
    assert cue(pace.finish(agenda, at(6)), at(9)) is None
