"""What the clock has to say: two minutes are left, or the time is up. It never stops anybody."""

from typing import Literal, NamedTuple

from noblame.analysis.pace import blocks
from noblame.analysis.votes import next_step
from noblame.model import Agenda, Now

SOON = 120
"""Seconds before the end at which the room is told."""
_SHORT = 5 * 60
"""A block of fewer seconds is told a minute before its end."""


class Cue(NamedTuple):
    """A word of the clock about the block that is on."""

    kind: Literal["soon", "up"]
    block: str
    short: str
    """For the header: ``2 min left``, ``time's up``."""
    words: str
    """For the facilitator, with what can be done."""


def cue(agenda: Agenda, now: Now) -> Cue | None:
    """Return what the clock says about the block that is on; nothing while there is time, or while the clock stands."""
    if agenda.current is None or agenda.since is None or agenda.ended is not None or agenda.block is None:
        return None
    state = blocks(agenda, now)[agenda.current]
    left = state.planned - state.spent
    if left <= 0:
        step = next_step(agenda)
        more = f"7 2 1 (up, down, aside) votes on {step} more" if step else "the room has had its votes"
        return Cue("up", state.name, "time's up", f"Time's up for {state.name}: ctrl+n goes on, {more}.")
    if left <= (SOON if state.planned >= _SHORT else 60):
        minutes = "2 minutes" if left > 60 else "1 minute"
        return Cue("soon", state.name, f"{minutes[0]} min left", f"{minutes} left for {state.name}.")
    return None
