"""The debt of an overrun, and paying it back from what is still ahead.

The facilitator owes the room the minutes by which the meeting will end late. A rebalance takes them from
the blocks that are on or ahead, never below a block's floor and never below what it has used already;
Actions and Closing, where the promises are made, give last.
"""

import math
from typing import NamedTuple

from noblame.analysis.pace import blocks, over_minutes
from noblame.model import Agenda, Now, Part

PROTECTED: frozenset[Part] = frozenset(["actions", "closing"])
"""The parts that give only when nothing else can."""


class Rebalanced(NamedTuple):
    """An agenda that pays back what it can."""

    agenda: Agenda
    taken: tuple[tuple[str, int], ...]
    """Names of blocks and the minutes they gave."""
    left: int
    """Minutes that are still owed because every floor is reached."""

    @property
    def in_words(self) -> str:
        """One sentence for the room."""
        if not self.taken and not self.left:
            return "Nothing is owed: the meeting ends on time."
        gave = " and ".join(f"{minutes} min from {name}" for name, minutes in self.taken)
        rest = f"{self.left} min cannot be made up: the rest is protected"
        if not gave:
            return f"{rest}."
        return f"Took {gave}{f'; {rest}' if self.left else ' to end on time'}."


def debt(agenda: Agenda, now: Now) -> int:
    """Return the whole minutes by which the meeting will end later than planned, never negative."""
    return max(0, math.ceil(round(over_minutes(agenda, now), 6)))


def rebalance(agenda: Agenda, now: Now) -> Rebalanced:
    """Return the agenda with the debt taken from what is on or ahead, as far as floors allow."""
    owed = debt(agenda, now) if agenda.ended is None else 0
    if not owed:
        return Rebalanced(agenda, (), 0)
    spare = _spare(agenda, now)
    protected = [number for number in spare if agenda.blocks[number].part in PROTECTED]
    open_ones = [number for number in spare if number not in protected]
    gives = _shared({number: spare[number] for number in open_ones}, owed)
    gives |= _shared({number: spare[number] for number in protected}, owed - sum(gives.values()))
    changed = tuple(
        block.but(extra=block.extra - gives[number]) if gives.get(number) else block for number, block in enumerate(agenda.blocks)
    )
    taken = tuple((agenda.blocks[number].name, gives[number]) for number in sorted(gives) if gives[number])
    return Rebalanced(agenda.but(blocks=changed) if taken else agenda, taken, owed - sum(gives.values()))


def _spare(agenda: Agenda, now: Now) -> dict[int, int]:
    """Return by block number the minutes that each block from here on can give."""
    found: dict[int, int] = {}
    for number, (block, state) in enumerate(zip(agenda.blocks, blocks(agenda, now), strict=True)):
        if state.state != "done":
            used = math.ceil(round(state.spent / 60, 6))
            found[number] = max(0, block.planned - max(block.floor, used))
    return found


def _shared(spare: dict[int, int], owed: int) -> dict[int, int]:
    """Share whole minutes out in proportion to what each can give; the later ones round up first."""
    total = sum(spare.values())
    owed = min(owed, total)
    if not total or owed <= 0:
        return {}
    gives = {number: owed * room // total for number, room in spare.items()}
    for number in sorted(spare, reverse=True):
        if sum(gives.values()) < owed and gives[number] < spare[number]:
            gives[number] += 1
    return gives
