"""The analysis pane: an outline that keeps up with talk, and one of three drawings beside it."""

from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.timer import Timer

from noblame.analysis import categories, faulttree, fishbone, gates, whys
from noblame.analysis.advice import advise, halve_it, method
from noblame.analysis.answers import answered, unanswered
from noblame.analysis.canvas import Drawing, lit
from noblame.analysis.cells import cells
from noblame.analysis.consequence import sentences, still_open
from noblame.analysis.cutsets import unfinished
from noblame.analysis.left_out import DrawingKind, left_out
from noblame.analysis.loose_ends import loose_ends
from noblame.editor.changes import Change
from noblame.model import Cause, Record
from noblame.ui.counting import Counting
from noblame.ui.desk import Desk
from noblame.ui.header import WIDE
from noblame.ui.ink import Line, Sheet, Span, beside, clipped, drawn, line, width_of
from noblame.ui.panes.cause_facts import CauseFacts
from noblame.ui.rows import Rows, Target

DRAWINGS = ("Whys", "Fishbone", "Fault tree")
_KINDS: tuple[DrawingKind, ...] = ("whys", "fishbone", "fault tree")
_AT_ONCE = 60
"""Causes up to which everything is computed at each key; of more, what is slow follows when the keys rest."""
_TALL = 22
"""Rows from which there is room for a third line of advice and a blank above it."""
_REST = 0.3
"""Seconds without a key after which it follows."""
_TOLD = 0.1
"""Seconds between two looks at what is being counted."""


class DrawnPage(NamedTuple):
    """A drawing as a page: only the lines in sight are coloured, the cause under the cursor lit."""

    drawing: Drawing
    focus: str

    @property
    def height(self) -> int:
        """How many lines there are."""
        return len(self.drawing.lines)

    @property
    def targets(self) -> tuple[Target, ...]:
        """None: the cursor is in the outline."""
        return ()

    def line(self, row: int) -> Line:
        """Return one line."""
        return line(" ") + drawn(lit(self.drawing.lines[row], self.focus))


class AnalysisPane(CauseFacts):
    """Causes are entered once; the drawing is one of three ways to see them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._top = Sheet([(), ()], id="analysis-top")
        self._drawing = Rows(id="analysis-drawing")
        self._drawing.can_focus = False
        self._words = Sheet(id="analysis-words")
        self._which = 1
        self._diagram = False
        """Whether the fault tree is drawn as gates, where there is room for them."""
        self._beside = False
        """On a narrow screen: whether the drawing is shown instead of the outline."""
        self._laid_out: tuple[object, ...] = ()
        self._layout = Drawing(())
        self._places: dict[str, tuple[int, ...]] = {}
        """On which lines of it each cause stands."""
        self._told: tuple[object, ...] = ()
        self._sentences: tuple[str, ...] = ()
        self._left = self._loose = 0
        self._missing = self._better = self._halved = ""
        self._resting: Timer | None = None
        self._counting = Counting(self._counted)

    def compose(self) -> ComposeResult:
        """Which drawing, outline and drawing, what follows from it."""
        yield self._top
        with Horizontal(id="analysis-both"):
            yield self.rows
            yield self._drawing
        yield self._words

    def draw(self, change: Change | None = None) -> None:
        """Draw the outline and what goes with it."""
        if change is None or change.parts:
            super().draw(change)
            self._draw_beside()

    def cursor_moved(self) -> None:
        """The drawing shows what the cursor stands on lit."""
        self._draw_beside()

    @property
    def _narrow(self) -> bool:
        return self.area.width < WIDE

    def on_mount(self) -> None:
        """Lay out for the width that it will have; Textual calls the handler of every pane after this one."""
        self._arrange()

    def on_resize(self) -> None:
        """Lay out for the new width."""
        self._arrange()

    @property
    def keyed(self) -> Rows:
        """The outline, or the drawing that hides it: the cursor stays in the outline."""
        return self.rows if self.rows.display else self._drawing

    def _arrange(self) -> None:
        """Show outline and drawing side by side, or the one that was asked for where there is room for one."""
        browsing = self.keyed.has_focus
        self.rows.display = not (self._narrow and self._beside)
        self._drawing.display = not self._narrow or self._beside
        self._drawing.can_focus = not self.rows.display
        if browsing:
            self.take_keys()
        self._words.styles.height = 4 if self.size.height >= _TALL else 3
        self.call_after_refresh(self._draw_beside)

    # Drawing.

    def _draw_beside(self) -> None:
        if not self.size.width:
            return
        at_once = len(self.record.causes) <= _AT_ONCE
        if at_once:
            self._follow()
        elif not _same(self._facts_key(), self._told) or (self._which == 2 and not _same(self._layout_key(), self._laid_out)):
            self._when_keys_rest()
        if at_once or self._which != 2:
            self._lay_out()
        self._show()

    def _when_keys_rest(self) -> None:
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(_REST, self._rested)

    def _counted(self) -> None:
        """Take note that an answer has grown."""
        self._told = self._laid_out = ()
        if self._resting is None and self.is_running:
            self._resting = self.set_timer(_TOLD, self._rested)

    async def on_unmount(self) -> None:
        """Leave nothing running."""
        await self._counting.stop()

    def _rested(self) -> None:
        """Compute what could not keep up with the keys."""
        self._resting = None
        self._follow()
        self._lay_out()
        self._show()

    def _facts_key(self) -> tuple[object, ...]:
        return (self.record.causes, self.record.actions, self.record.events, self._effect, self._which)

    def _layout_key(self) -> tuple[object, ...]:
        focus = self.selected if self._which == 0 else ""
        size = (self._drawing.room, self._drawing.size.height)
        return (self.record.causes, self.record.actions, self._effect, self._which, self._diagram, focus, *size)

    @property
    def _effect(self) -> str:
        effect = effect_of(self.record, self.selected)
        return effect.id if effect else ""

    def _follow(self) -> None:
        """Compute what follows from the graph, once for each state of it."""
        key = self._facts_key()
        if _same(key, self._told):
            return
        self._told = key
        self._left, self._loose = len(unanswered(self.record)), len(loose_ends(self.record))
        effect, kind = self._effect, _KINDS[self._which]
        self._halved = halve_it(self.record)
        self._missing = left_out(self.record, effect, kind)
        self._better = method(self.record, effect, kind)
        self._sentences = (*sentences(self.record, effect), *filter(None, (still_open(self.record, effect) if effect else "",)))
        self._counting.ask(unfinished(self.record, effect, answered(self.record)))

    def _lay_out(self) -> None:
        """Lay the drawing out, once for each state of graph, size and choice."""
        key = self._layout_key()
        if not _same(key, self._laid_out):
            self._laid_out = key
            self._layout = self._drawn(max(20, self._drawing.room - 2), max(5, self._drawing.size.height))
            self._places = self._layout.places()

    def _drawn(self, width: int, height: int) -> Drawing:
        """Return the drawing in view, of the effect that the cursor belongs to."""
        effect = self._effect
        if not effect:
            return Drawing(())
        if self._which == 0:
            return whys.drawing(self.record, width, self.selected)
        if self._which == 1:
            return fishbone.drawing(self.record, effect, width, height, own=self.own_categories)
        if self._diagram and (diagram := gates.drawing(self.record, effect, width)).lines:
            return Drawing((*diagram.lines, (), *gates.listed(self.record, effect, width).lines))
        return Drawing(
            (*faulttree.drawing(self.record, effect, width).lines, (), *gates.listed(self.record, effect, width).lines)
        )

    def _show(self) -> None:
        width = self.size.width
        tabs, (facts, more) = self._tabs(), self._facts()
        if width_of(tabs) + width_of(facts) + width_of(more) < width - 1:
            facts += more
        self._top.show([beside(tabs, facts, width - 1), ()])
        words = [clipped(line("  ", *spans), width - 1) for spans in self._advice(width - 4)]
        self._words.show([(), *words[: 3 if self.size.height >= _TALL else 2]])
        self._light(DrawnPage(self._layout, self.selected))
        if rows := self._places.get(self.selected):
            self._keep_in_sight(rows)

    def _light(self, page: DrawnPage) -> None:
        """Show the drawing; where only the cursor moved, paint only what it left and where it went."""
        before = self._drawing.page
        if isinstance(before, DrawnPage) and before.drawing is page.drawing:
            self._drawing.swap(page, {*self._places.get(before.focus, ()), *self._places.get(page.focus, ())})
        else:
            self._drawing.show(page)

    def _tabs(self) -> Line:
        shown = self._which + 1 if self._beside or not self._narrow else 0
        tabs: list[Span] = [Span(" ")]
        for number, name in enumerate(("Outline", *DRAWINGS)):
            if number or self._narrow:
                tabs += [Span(f" {name} ", "badge" if number == shown else "muted"), Span("  ")]
        asides = (self._missing if shown and self.size.width >= WIDE else "", "still counting" if self._counting.busy else "")
        return (*tabs, *(Span(f"   {aside}", "muted") for aside in asides if aside))

    def _facts(self) -> tuple[Line, Line]:
        """Return how many causes there are and lack an answer, and what stands behind it where there is room."""
        count = sum(cause.kind == "cause" for cause in self.record.causes)
        if not count:
            return (), ()
        answers = (f" · {self._left} without an answer ", "warn") if self._left else (" · all answered ", "good")
        loose = (f"· {self._loose} loose {'end' if self._loose == 1 else 'ends'} ", "muted") if self._loose else ""
        return line((f"{count} causes" if count > 1 else "1 cause", "muted"), answers), line(loose)

    def _advice(self, width: int) -> list[Line]:
        """Return the lines below: about the cause under the cursor, what follows from the tree, what could be shorter."""
        rows = [_whole(self._sentences, width)]
        cause = self.record.cause(self.selected)
        if cause is not None:
            rows.insert(0, _about(self.record, cause))
        better = self._better if not self._narrow or self._beside else ""
        if better:
            rows.append(line(("▲ ", "warn"), better, ("   v turns the drawing", "muted")))
        elif self._halved:
            rows.append(line(("Halve it ", "heading"), self._halved))
        return rows

    def _keep_in_sight(self, rows: tuple[int, ...]) -> None:
        top, height = self._drawing.scroll_offset.y, self._drawing.size.height
        if not any(top <= row < top + height for row in rows):
            self._drawing.scroll_to(y=max(0, rows[0] - height // 2), animate=False)

    def line_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys that mean something here while typing."""
        return (("tab", "deeper"), ("ctrl+g", "drawing"))

    # Commands.

    def do_drawing(self) -> None:
        """Turn to the next drawing of the same causes."""
        if self._narrow and not self._beside:
            self._beside, self._which = True, 0
        else:
            self._which = (self._which + 1) % len(DRAWINGS)
            self._beside = self._beside and self._which > 0
        self._arrange()

    def do_diagram(self) -> None:
        """Draw the fault tree as gates, or as a tree of text; gates without room beside the outline take the whole screen."""
        self._diagram = not self._diagram if self._which == 2 else True
        self._which, self._beside = 2, True
        self._arrange()
        if not self._diagram or not self._effect or gates.drawing(self.record, self._effect, self._drawing.room - 2).lines:
            return
        self._diagram = False
        whole = gates.drawing(self.record, self._effect, self.size.width - 4)
        if whole.lines:
            from noblame.ui.screens.page import PageScreen

            self.app.push_screen(PageScreen("the fault tree as gates", DrawnPage(whole, self.selected)))  # pyright: ignore[reportUnknownMemberType]
        else:
            self.desk.say("The gates need more columns than there are; the tree of text has them all.")


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Whether two keys hold the same objects: records are compared by identity, for speed."""
    return len(one) == len(other) and all(
        a is b or (not isinstance(a, tuple) and a == b) for a, b in zip(one, other, strict=True)
    )


def _about(record: Record, cause: Cause) -> Line:
    """Return the line about the cause under the cursor: a remark, the question for the room, its category."""
    found = advise(record, cause)
    category = categories.title(cause.category) if cause.category else ""
    return line(
        ("▲ " if "person" in found.remark else "", "warn"),
        f"{found.remark} " if found.remark else "",
        (found.question, "ask"),
        (f"   {category}" if category else "", "muted"),
    )


def _whole(sentences: tuple[str, ...], width: int) -> Line:
    """Return as many whole sentences as fit; of a first one that does not, what stands before its semicolon."""
    said, first = "", sentences[0] if sentences else ""
    if cells(first) > width and "; " in first:
        sentences = (f"{first.split('; ')[0]}.",)
    for sentence in sentences:
        longer = f"{said} {sentence}".strip()
        if said and cells(longer) > width:
            break
        said = longer
    return line((said, "text"))


def effect_of(record: Record, cause_id: str) -> Cause | None:
    """Return the effect that a cause hangs from, else the first one."""
    cause, seen = record.cause(cause_id), set[str]()
    while cause and cause.parents and cause.id not in seen:
        seen.add(cause.id)
        cause = record.cause(cause.parents[0])
    if cause and cause.kind == "effect":
        return cause
    return next((c for c in record.causes if c.kind == "effect"), None)
