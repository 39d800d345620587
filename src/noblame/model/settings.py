"""What a team may set for itself; everything has a default, so that there is nothing to set up."""

from datetime import date
from typing import Literal

from pydantic import Field

from noblame.model.agenda import PRESETS, Agenda, Block
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


class TimelineSettings(Frozen):
    """How a team reads its timelines."""

    gap_minutes: int = Field(default=7, ge=1, le=1440)
    """From how many quiet minutes on a new session asks what happened in them."""


class AnalysisSettings(Frozen):
    """How a team sorts its causes."""

    categories: tuple[Line, ...] = ()
    """Names in their order, each with what belongs there behind a colon if the team wants that asked; or the name of
    a known set: ``4M``, ``6M``, ``8P``, ``4S``. Empty means the six that come with noblame."""


class AgendaSettings(Frozen):
    """How a team holds its meetings."""

    default: Line = "standard"
    """The plan of a new session."""
    presets: dict[str, tuple[Block, ...]] = Field(default_factory=dict[str, tuple[Block, ...]])
    """Plans of the team's own, by name: ``[[agenda.presets.ours]]`` with name, part, minutes, floor and prompts."""
    card: Line = ""
    """A text file, beside the settings or by its whole path, that is read aloud instead of our card."""
    card_words: tuple[Line, ...] = ()
    """The sentences of the card, a line each; `store.settings` takes them from the file."""
    norms: tuple[Line, ...] = ()
    """Norms to tick, instead of ours."""
    bell: bool = False
    """Whether the terminal rings two minutes before the end of a block and at its end."""

    def plan(self, name: str) -> Agenda:
        """Return the agenda of a preset, the team's own before ours; raises KeyError for a name that is none."""
        return Agenda(preset=name, blocks=self.presets.get(name) or PRESETS[name])

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all plans."""
        return tuple(dict.fromkeys((*PRESETS, *self.presets)))


class Settings(Frozen):
    """One table a subject. Unknown keys are kept, so that a newer file does not stop an older noblame."""

    lint: LintSettings = LintSettings()
    questions: dict[Kind, tuple[Line, ...]] = Field(default_factory=dict[Kind, tuple[Line, ...]])
    """Questions for the moment by kind of event, in place of ours (see `analysis.moment`)."""
    actions: ActionSettings = ActionSettings()
    timeline: TimelineSettings = TimelineSettings()
    analysis: AnalysisSettings = AnalysisSettings()
    agenda: AgendaSettings = AgendaSettings()

    @property
    def unknown(self) -> tuple[str, ...]:
        """The keys that this noblame does not know, with their tables: ``lint.of``."""
        tables = [(f"{name}.", part) for name, part in self.__dict__.items() if isinstance(part, Frozen)]
        return tuple(f"{table}{key}" for table, part in (("", self), *tables) for key in part.model_extra or {})


LINT = LintSettings()
"""What a team that set nothing wants."""
ACTIONS = ActionSettings()
"""The horizons of a team that set none."""
