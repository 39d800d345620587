"""A page over the meeting: help, the document, a dry run, a folder to choose from."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from noblame.ui.ink import Sheet, clipped, line
from noblame.ui.rows import Page, Rows


class PageScreen(ModalScreen[str]):
    """Shows a page; Enter returns the id under the cursor, Escape nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss('')", show=False),
        Binding("enter", "choose", show=False),
        Binding("down,j", "move(1)", show=False, priority=True),
        Binding("up,k", "move(-1)", show=False, priority=True),
        Binding("pagedown,space", "move(20)", show=False, priority=True),
        Binding("pageup", "move(-20)", show=False, priority=True),
    ]

    def __init__(self, title: str, page: Page, *, enter: str = "") -> None:
        super().__init__()
        self._title = title
        self._enter = enter
        self.rows = Rows()
        self.rows.page = page

    def compose(self) -> ComposeResult:
        """Title, page, keys."""
        yield Sheet([line((" noblame ", "badge"), (f"  {self._title}", "strong"))], id="page-head")
        yield self.rows
        keys = [*((("enter", self._enter),) if self._enter else ()), ("↑ ↓", "move"), ("esc", "back")]
        spans = [span for key, what in keys for span in ((f"{key} ", "accent"), (f"{what}   ", "muted"))]
        yield Sheet([clipped(line(" ", *spans), 80)], id="page-foot")

    def on_mount(self) -> None:
        """Draw the page as wide as the screen."""
        self.rows.focus()
        self.rows.show(self.rows.page)
        self.rows.virtual_size = self.rows.virtual_size.with_height(self.rows.page.height)

    def action_choose(self) -> None:
        """Return what the cursor stands on."""
        self.dismiss(self.rows.chosen)

    def action_move(self, step: int) -> None:
        """Move the cursor, or the page where nothing can be chosen."""
        if self.rows.page.targets:
            self.rows.move(step)
        else:
            self.rows.scroll_relative(y=step, animate=False)
