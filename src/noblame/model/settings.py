"""What a team may set for itself; everything has a default, so that there is nothing to set up."""

from noblame.model.base import Frozen
from noblame.model.text import Line


class LintSettings(Frozen):
    """Which advice a team wants."""

    off: tuple[Line, ...] = ()
    """Ids of rules that stay silent."""


class Settings(Frozen):
    """One table a subject. Unknown keys are kept, so that a newer file does not stop an older noblame."""

    lint: LintSettings = LintSettings()
