"""What a team may set for itself; everything has a default, so that there is nothing to set up."""

from datetime import date
from typing import Literal

from pydantic import Field

from noblame.model.base import Frozen
from noblame.model.event import Kind
from noblame.model.text import Line


class LintSettings(Frozen):
    """Which advice a team wants."""

    off: tuple[Line, ...] = ()
    """Ids of rules that stay silent; a subject such as ``blame`` silences all its rules."""
    people: tuple[Line, ...] = ()
    """Names that count as people, where noblame does not know them."""
    systems: tuple[Line, ...] = ()
    """Names of machines that look like people's: ``Jasper failed to start``."""
    judgements: tuple[Line, ...] = ()
    """Words that the team does not want about people, besides those that noblame knows."""
    allowed: tuple[Line, ...] = ()
    """Expressions that are never remarked on."""


class ActionSettings(Frozen):
    """What the team's horizons mean in dates, and how much it can take on."""

    rotation_day: Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] = "monday"
    """The day on which the on-call rotation changes; P0 and P1 are due before the next one."""
    rotation_weeks: int = Field(default=1, ge=1, le=12)
    rotation_start: date | None = None
    """A day on which a rotation began, for rotations longer than a week."""
    sprint_end: date | None = None
    """The last day of any sprint; P2 is due by the end of the one that is running."""
    sprint_days: int = Field(default=14, ge=1, le=60)
    quarter_start_month: int = Field(default=1, ge=1, le=12)
    """The month in which the team's year begins; P3 is due by the end of the quarter."""
    per_week: int = Field(default=2, ge=1, le=50)
    """Actions that one person can finish in a week."""


class AnalysisSettings(Frozen):
    """How a team sorts its causes."""

    categories: tuple[Line, ...] = ()
    """Names in their order, each with what belongs there behind a colon if the team wants that asked; or the name of
    a known set: ``4M``, ``6M``, ``8P``, ``4S``. Empty means the six that come with noblame."""


class Settings(Frozen):
    """One table a subject. Unknown keys are kept, so that a newer file does not stop an older noblame."""

    lint: LintSettings = LintSettings()
    questions: dict[Kind, tuple[Line, ...]] = Field(default_factory=dict[Kind, tuple[Line, ...]])
    """Questions for the moment by kind of event, in place of ours (see `analysis.moment`)."""
    actions: ActionSettings = ActionSettings()
    analysis: AnalysisSettings = AnalysisSettings()


LINT = LintSettings()
"""What a team that set nothing wants."""
ACTIONS = ActionSettings()
"""The horizons of a team that set none."""
