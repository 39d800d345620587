"""Votes for more minutes: five, then three, then one, then the room moves on.

After Lean Coffee: thumbs up, down and to the side are counted when the time is up. A majority of up over
down gives the next step; each step is shorter, so that a tangent ends by itself.
"""

import re
from typing import NamedTuple

from noblame.analysis.pace import extend
from noblame.model import Agenda, Now, Vote

STEPS = (5, 3, 1)
"""Minutes of the first, second and third extension of a block."""


class Counts(NamedTuple):
    """Thumbs."""

    up: int
    down: int
    side: int = 0


def counts(text: str) -> Counts | None:
    """Read ``7 2 1``: up, down, to the side; the last may be left out. None where that is not what it says."""
    found = re.fullmatch(r"\s*(\d{1,4})[\s,/]+(\d{1,4})(?:[\s,/]+(\d{1,4}))?\s*", text)
    return Counts(int(found[1]), int(found[2]), int(found[3] or 0)) if found else None


def next_step(agenda: Agenda) -> int:
    """Return the minutes that a majority would give the block that is on; 0 where the room has to move on."""
    block = agenda.block
    if block is None:
        return 0
    own = [vote for vote in agenda.votes if vote.block == block.name]
    if own and not own[-1].minutes:
        return 0
    return STEPS[len(own)] if len(own) < len(STEPS) else 0


def voted(agenda: Agenda, cast: Counts, now: Now) -> Agenda:
    """Return the agenda with the vote noted and the minutes it gave; the same where no vote is left."""
    step, block = next_step(agenda), agenda.block
    if not step or block is None:
        return agenda
    given = step if cast.up > cast.down else 0
    vote = Vote(block=block.name, at=now.wall, up=cast.up, down=cast.down, side=cast.side, minutes=given)
    return extend(agenda, given).but(votes=(*agenda.votes, vote))


def in_words(vote: Vote) -> str:
    """Say how a vote ended: ``Timeline +5 min (7 up, 2 down, 1 aside)``."""
    aside = f", {vote.side} aside" if vote.side else ""
    given = f"+{vote.minutes} min" if vote.minutes else "moved on"
    return f"{vote.block} {given} ({vote.up} up, {vote.down} down{aside})"
