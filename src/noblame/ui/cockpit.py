"""The facilitator's second screen as a program: the same file, the same saving, another first screen."""

from textual.screen import Screen

from noblame.ui.app import NoblameApp
from noblame.ui.screens.cockpit import CockpitScreen


class CockpitApp(NoblameApp):
    """Opens a session on the cockpit; what either terminal writes appears in the other."""

    ENABLE_COMMAND_PALETTE = False

    def first_screen(self) -> Screen[None]:
        """Return the cockpit."""
        return CockpitScreen(self.editor, self.clock, self.file.path, self.settings)
