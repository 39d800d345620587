"""The command palette, made from the declared commands."""

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from noblame.editor.commands import COMMANDS, Command, keys_of
from noblame.ui.screens.meeting import MeetingScreen


class Commands(Provider):
    """Offers what can be done in the pane in view."""

    def _here(self) -> tuple[Command, ...]:
        screen = self.screen
        return tuple(c for c in COMMANDS if isinstance(screen, MeetingScreen) and screen.viewed in c.parts)

    def _named(self, item: Command) -> str:
        keys = keys_of(item)
        return f"{item.title}  ({keys})" if keys else item.title

    async def discover(self) -> Hits:
        """List everything."""
        for item in self._here():
            yield DiscoveryHit(Content(self._named(item)), partial(self._run, item), help=item.help)

    async def search(self, query: str) -> Hits:
        """List what has the letters of `query` in its title or help."""
        matcher = self.matcher(query)
        for item in self._here():
            score = max(matcher.match(item.title), matcher.match(item.help) * 0.8)
            if score > 0:
                yield Hit(score, Content(self._named(item)), partial(self._run, item), help=item.help)

    def _run(self, item: Command) -> None:
        screen = self.app.screen
        if isinstance(screen, MeetingScreen):
            screen.run(item)
