"""What a team may set for itself; everything has a default, so that there is nothing to set up."""

from pydantic import Field

from noblame.model.agenda import PRESETS, Agenda, Block
from noblame.model.base import Frozen
from noblame.model.text import Line


class LintSettings(Frozen):
    """Which advice a team wants."""

    off: tuple[Line, ...] = ()
    """Ids of rules that stay silent."""


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
    agenda: AgendaSettings = AgendaSettings()
