"""The five parts of the meeting on screen, each loaded when it is first looked at."""

from importlib import import_module

from textual.widgets import ContentSwitcher

from noblame.model import PARTS, Part
from noblame.ui.desk import Desk
from noblame.ui.mixins import Kept
from noblame.ui.panes.pane import Pane


class Panes(Kept, ContentSwitcher):
    """Shows the one in view."""


def opened(part: Part, desk: Desk) -> Pane:
    """Return a new pane for a part: the class in the module of its name."""
    made: Pane = getattr(import_module(f"{__name__}.{part}"), f"{part.title()}Pane")(desk)
    return made


def prepare() -> None:
    """Load what the first look at another pane and the first piece of advice would wait for."""
    for part in PARTS:
        import_module(f"{__name__}.{part}")
    import_module("noblame.lint.advice")


__all__ = ["Panes", "opened", "prepare"]
