"""What a team may set for itself; everything has a default, so that there is nothing to set up."""

from noblame.model.base import Frozen
from noblame.model.text import Line


class LintSettings(Frozen):
    """Which advice a team wants."""

    off: tuple[Line, ...] = ()
    """Ids of rules that stay silent."""


class AnalysisSettings(Frozen):
    """How a team sorts its causes."""

    categories: tuple[Line, ...] = ()
    """Names in their order, each with what belongs there behind a colon if the team wants that asked; or the name of
    a known set: ``4M``, ``6M``, ``8P``, ``4S``. Empty means the six that come with noblame."""


class Settings(Frozen):
    """One table a subject. Unknown keys are kept, so that a newer file does not stop an older noblame."""

    lint: LintSettings = LintSettings()
    analysis: AnalysisSettings = AnalysisSettings()
