"""The preview of an import: shows what would be added, and asks in place for what the file does not say."""

from collections.abc import Sequence
from typing import ClassVar

from rich.style import Style
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen

from noblame.importers.answers import EXAMPLES
from noblame.importers.base import NeedsHint, Reading, Refused
from noblame.importers.preview import in_words
from noblame.importers.registry import IMPORTERS
from noblame.model import clean_line
from noblame.ui.attempt import Attempt
from noblame.ui.field import Field
from noblame.ui.ink import INKS, Sheet, clipped, line
from noblame.ui.rows import Rows
from noblame.ui.screens.importing_page import FORMAT, TAKE, formats_page, import_page
from noblame.ui.screens.page import PageScreen


class ImportScreen(ModalScreen[Reading]):
    """One source under question; Enter on a fact changes it, on the first line takes the rows."""

    COMPONENT_CLASSES = INKS

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("enter", "choose", show=False),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(20)", show=False),
        Binding("pageup", "move(-20)", show=False),
    ]

    def __init__(self, attempt: Attempt, zone: str) -> None:
        super().__init__()
        self._attempt = attempt
        self._zone = zone
        """The zone of the session, offered where a file says none."""
        self._opened: frozenset[str] = frozenset()
        self._asked = ""
        self._offers: tuple[str, ...] = ()
        self.rows = Rows()
        self.field = Field(self)
        self._question = Sheet([()], id="page-question")
        self._foot = Sheet([()], id="page-foot")

    def compose(self) -> ComposeResult:
        """Title, page, question, keys."""
        name = clean_line(self._attempt.path.name)
        yield Sheet([line((" noblame ", "badge"), (f"  {name}", "strong"), ("   nothing is taken yet", "muted"))], id="page-head")
        yield self.rows
        yield Horizontal(self._question, self.field, id="page-answer")
        yield self._foot

    def on_mount(self) -> None:
        """Draw the page; the question that is open is asked at once."""
        self._draw()
        self.rows.choose(TAKE)
        if self._attempt.refusal and len(self._attempt.fitting) > 1:
            self._formats()

    def _draw(self) -> None:
        """Show the attempt as it stands, with its open question."""
        page = import_page(self._attempt, self._opened)
        self.rows.show(page)
        self.rows.virtual_size = self.rows.virtual_size.with_height(page.height)
        if self._attempt.question:
            missing = self._attempt.question
            likely = (self._zone,) if missing.missing == "zone" and self._zone not in missing.offers else ()
            self._ask(missing.missing, (*missing.offers[:1], *likely, *missing.offers[1:]))
        else:
            self._hush()

    # The question.

    def _ask(self, asked: str, offers: Sequence[str] = ()) -> None:
        """Open the line for an answer, filled with the likeliest."""
        self._asked, self._offers = asked, tuple(offers)
        self.query_one("#page-answer").display = True
        self._question.styles.width = len(asked) + 6
        self._question.show([line((f"  {asked} ❯ ", "accent"))])
        self.field.replace_text(self._offers[0] if self._offers else "")
        self.field.focus()
        self._keys(("enter", "read it so"), ("↑ ↓", "other offers" if len(self._offers) > 1 else ""), ("esc", "back"),
                   said=EXAMPLES.get(asked, "the title of the column, or its number"))  # fmt: skip

    def _hush(self) -> None:
        """Close the line."""
        self._asked = ""
        self.query_one("#page-answer").display = False
        self.rows.focus()
        take = "take or change" if self._attempt.reading else "change"
        self._keys(("enter", take), ("↑ ↓", "move"), ("esc", "leave it"))

    def _keys(self, *keys: tuple[str, str], said: str = "") -> None:
        spans = [span for key, what in keys if what for span in ((f"{key} ", "accent"), (f"{what}   ", "muted"))]
        self._foot.show([clipped(line(" ", *spans, (said, "muted")), self.size.width or 80)])

    def entered(self, text: str) -> None:
        """Take an answer and read again."""
        if problem := self._attempt.answer(self._asked, text):
            self._keys(("esc", "back"), said=problem)
            return
        self._draw()
        self.rows.choose(TAKE)

    def steered(self, key: str) -> None:
        """Go through the offers with the arrows; Escape leaves the question open."""
        if key in ("up", "down", "tab", "shift+tab") and self._offers:
            now = self._offers.index(self.field.text) if self.field.text in self._offers else -1
            step = 1 if key in ("down", "tab") else -1
            self.field.replace_text(self._offers[(now + step) % len(self._offers)])
        elif key == "escape" and self._attempt.question:
            self.dismiss()
        elif key == "escape":
            self._hush()

    def pasted(self, lines: list[str], rest: str) -> str:
        """Take the first line of a paste."""
        return clean_line(lines[0] if lines else rest)

    def colours(self, text: str) -> list[tuple[int, int, str]]:
        """Answers have no parts."""
        return []

    def field_style(self, tone: str) -> Style:
        """Return how a tone looks in the line."""
        return self._question.style_of(tone)

    # What stands under the cursor.

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        self.rows.move(step)

    def action_choose(self) -> None:
        """Take the rows, open a reason, or change what the source is read by."""
        chosen = self.rows.chosen
        if chosen == TAKE:
            self.dismiss(self._attempt.reading)
        elif chosen == FORMAT:
            self._formats()
        elif chosen.startswith("left "):
            self._opened = self._opened ^ {chosen}
            self._draw()
        elif chosen:
            self._ask(chosen, self._said(chosen))

    def _said(self, asked: str) -> tuple[str, ...]:
        """Return what can be answered, what is in force first."""
        reading, hints = self._attempt.reading, self._attempt.hints
        if asked == "zone":
            return tuple(dict.fromkeys(filter(None, (hints.zone or (reading.zone if reading else ""), self._zone, "UTC"))))
        if asked.startswith("column "):
            now = dict(reading.columns).get(asked[7:], "") if reading else ""
            return tuple(dict.fromkeys(filter(None, (now, *(reading.titles if reading else ())))))
        said = getattr(hints, asked)
        return (said.isoformat() if hasattr(said, "isoformat") else str(said),) if said else ()

    def _formats(self) -> None:
        """Show all formats, those that fit first with what each would make of it; Enter reads the source as one."""
        fitting = self._attempt.fitting
        others = [importer for importer in IMPORTERS if importer not in fitting]
        told: dict[str, list[str]] = {}
        source = self._attempt.source
        if source is None:
            return
        for importer in fitting:
            try:
                told[importer.name] = in_words(importer.read(source, self._attempt.hints))[:5]
            except (NeedsHint, Refused) as problem:
                told[importer.name] = [str(problem)]
        listed = [(i.name, i.title, True) for i in fitting] + [(i.name, i.title, False) for i in others]
        page = formats_page(listed, told)

        def answered(name: str | None) -> None:
            if name:
                self._attempt.format_name = name
                self._attempt.again()
                self._draw()
                self.rows.choose(TAKE)

        first = listed[0][0]
        several = self._attempt.refusal and len(fitting) > 1
        title = f"{clean_line(self._attempt.path.name)} may be one of these" if several else "read it as"
        self.app.push_screen(PageScreen(title, page, enter="read it as this", at=first), answered)  # pyright: ignore[reportUnknownMemberType] any app will do
