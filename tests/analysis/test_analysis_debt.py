"""An overrun is paid back from what is ahead, never below a floor, Actions and Closing last."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from noblame.analysis import debt, pace
from noblame.model import PRESETS, Agenda, Block, Now, planned

T0 = datetime(2025, 2, 5, 14, 0, tzinfo=UTC)


def at(minutes: float) -> Now:
    return Now(T0 + timedelta(minutes=minutes), "boot-1", 5000 + minutes * 60)


def moved(preset: str, waits: list[float]) -> tuple[Agenda, Now]:
    """A meeting that stayed so many minutes in each block."""
    minutes = 0.0
    agenda = pace.start(planned(preset), at(0))
    for number, wait in enumerate(waits):
        minutes += wait
        if number < len(waits) - 1:
            agenda = pace.next_block(agenda, at(minutes))
    return agenda, at(minutes)


def test_nothing_is_owed_while_the_plan_is_kept():
    agenda, now = moved("standard", [5, 10])
    assert debt.debt(agenda, now) == 0
    assert debt.rebalance(agenda, now).agenda is agenda
    assert "ends on time" in debt.rebalance(agenda, now).in_words


def test_the_analysis_gives_before_the_actions():
    agenda, now = moved("standard", [5, 21])
    assert debt.debt(agenda, now) == 6
    paid = debt.rebalance(agenda, now)
    assert paid.taken == (("Analysis", 6),)
    assert [block.planned for block in paid.agenda.blocks] == [5, 15, 14, 15, 5]
    assert debt.debt(paid.agenda, now) == 0
    assert paid.in_words == "Took 6 min from Analysis to end on time."


def test_what_cannot_be_made_up_is_said():
    agenda, now = moved("standard", [5, 15, 29])
    paid = debt.rebalance(agenda, now)
    assert paid.taken == (("Actions", 3),)
    assert paid.left == 6
    assert [block.planned for block in paid.agenda.blocks][3:] == [12, 5]
    assert "6 min cannot be made up" in paid.in_words


def test_three_blocks_of_one_part_share_what_is_owed():
    agenda, now = moved("extended", [5, 23])
    paid = debt.rebalance(agenda, now)
    assert sum(minutes for _, minutes in paid.taken) == 8
    assert {name for name, _ in paid.taken} == {"Root cause", "Contributing factors", "What went well"}


BLOCKS = st.lists(
    st.tuples(st.sampled_from(("opening", "timeline", "analysis", "actions", "closing")), st.integers(1, 40), st.integers(0, 40)),
    min_size=1, max_size=7,
)  # fmt: skip


@given(BLOCKS, st.lists(st.tuples(st.floats(0, 50), st.integers(-3, 8)), min_size=1, max_size=7))
def test_a_rebalance_never_goes_below_a_floor_and_pays_what_it_says(
    rows: list[tuple[str, int, int]], steps: list[tuple[float, int]]
):
    agenda = Agenda(
        blocks=tuple(
            Block(name=f"b{n}", part=part, minutes=minutes, floor=min(floor, minutes))  # type: ignore[arg-type]
            for n, (part, minutes, floor) in enumerate(rows)
        )
    )
    agenda, minutes = pace.start(agenda, at(0)), 0.0
    for wait, more in steps:
        agenda = pace.extend(agenda, more)
        minutes += wait
        agenda = pace.next_block(agenda, at(minutes))
    now = at(minutes)
    owed = debt.debt(agenda, now)
    paid = debt.rebalance(agenda, now)
    assert sum(given for _, given in paid.taken) + paid.left == owed
    assert abs(debt.debt(paid.agenda, now) - paid.left) <= 1
    for number, (before, after) in enumerate(zip(agenda.blocks, paid.agenda.blocks, strict=True)):
        assert after.planned >= min(before.planned, after.floor)
        assert after.planned <= before.planned
        assert after.spent == before.spent
        if number < (agenda.current or 0):
            assert after is before
    again = debt.rebalance(paid.agenda, now)
    assert sum(given for _, given in again.taken) <= 1
    open_ones = [b for n, b in enumerate(paid.agenda.blocks) if n >= (agenda.current or 0) and b.part not in debt.PROTECTED]
    if any(b is not a and b.part in debt.PROTECTED for a, b in zip(agenda.blocks, paid.agenda.blocks, strict=True)):
        spent = [pace.blocks(paid.agenda, now)[paid.agenda.blocks.index(b)].spent for b in open_ones]
        assert all(b.planned <= max(b.floor, -(-s // 60)) for b, s in zip(open_ones, spent, strict=True))


def test_every_preset_protects_actions_and_closing():
    for blocks in PRESETS.values():
        assert all(block.floor >= block.minutes * 0.7 for block in blocks if block.part in debt.PROTECTED)
