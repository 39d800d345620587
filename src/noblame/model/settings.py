"""What a team may set for itself; everything has a default, so that there is nothing to set up."""

from pydantic import Field

from noblame.model.base import Frozen
from noblame.model.event import Kind
from noblame.model.text import Line


class LintSettings(Frozen):
    """Which advice a team wants."""

    off: tuple[Line, ...] = ()
    """Ids of rules that stay silent."""


class Settings(Frozen):
    """One table a subject. Unknown keys are kept, so that a newer file does not stop an older noblame."""

    lint: LintSettings = LintSettings()
    questions: dict[Kind, tuple[Line, ...]] = Field(default_factory=dict[Kind, tuple[Line, ...]])
    """Questions for the moment by kind of event, in place of ours (see `analysis.moment`)."""
