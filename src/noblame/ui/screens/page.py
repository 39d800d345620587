"""A page over the meeting: help, the document, a dry run, a folder to choose from."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from noblame.ui.ink import INKS, Line, Sheet, clipped, line
from noblame.ui.rows import Page, Rows


class PageScreen(ModalScreen[str]):
    """Shows a page; Enter returns the id under the cursor, Escape nothing."""

    COMPONENT_CLASSES = INKS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss('')", show=False),
        Binding("enter", "choose", show=False),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("pagedown", "move(20)", show=False, priority=True),
        Binding("pageup", "move(-20)", show=False, priority=True),
        Binding("end", "move(100000)", show=False, priority=True),
        Binding("home", "move(-100000)", show=False, priority=True),
    ]

    def __init__(
        self, title: str, page: Page, *, enter: str = "", at: str = "", tells: Callable[[str], Sequence[Line]] | None = None
    ) -> None:
        """`tells` says more of the id under the cursor, in as many lines whatever the id."""
        super().__init__()
        self._title = title
        self._enter = enter
        self._at = at
        self._tells = tells
        self._typed = ""
        self.rows = Rows()
        self.rows.page = page

    def compose(self) -> ComposeResult:
        """Title, page, keys."""
        yield Sheet([line((" noblame ", "badge"), (f"  {self._title}", "strong"))], id="page-head")
        yield self.rows
        if self._tells:
            yield Sheet(self._tells(self.rows.chosen), id="page-below")
        keys = [
            *((("enter", self._enter),) if self._enter else ()),
            ("↑ ↓", "move"),
            *((("a–z", "find"),) if self._at else ()),
            ("esc", "back"),
        ]
        spans = [span for key, what in keys if what for span in ((f"{key} ", "accent"), (f"{what}   ", "muted"))]
        yield Sheet([clipped(line(" ", *spans), 80)], id="page-foot")

    def on_mount(self) -> None:
        """Draw the page as wide as the screen."""
        self.rows.focus()
        self.rows.show(self.rows.page)
        self.rows.virtual_size = self.rows.virtual_size.with_height(self.rows.page.height)
        if self._at:
            self.rows.choose(self._at)

    def on_rows_moved(self) -> None:
        """Say more of what the cursor came to."""
        if self._tells:
            self.query_one("#page-below", Sheet).show(self._tells(self.rows.chosen))

    def on_key(self, event: events.Key) -> None:
        """Go to what begins with the letters typed; where there is nothing to choose, read as a pager does."""
        if event.character is None or not event.is_printable:
            return
        event.stop()
        if not self._enter:
            if event.key == "q":
                self.dismiss("")
            elif step := {"j": 1, "k": -1, "space": 20}.get(event.key):
                self.action_move(step)
            return
        for typed in (self._typed + event.character.casefold(), event.character.casefold()):
            if found := next((t.id for t in self.rows.page.targets if t.id.casefold().startswith(typed)), ""):
                self._typed = typed
                self.rows.choose(found)
                return

    def action_choose(self) -> None:
        """Return what the cursor stands on."""
        self.dismiss(self.rows.chosen)

    def action_move(self, step: int) -> None:
        """Move the cursor, or the page where nothing can be chosen."""
        self._typed = ""
        if self.rows.page.targets:
            self.rows.move(step)
        else:
            self.rows.scroll_relative(y=step, animate=False)
