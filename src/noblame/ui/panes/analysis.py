"""The analysis pane: an outline that keeps up with talk, and one of three drawings beside it."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Horizontal

from noblame.analysis import categories, faulttree, fishbone, whys
from noblame.analysis.canvas import Drawing
from noblame.analysis.cells import cells, fit, wrap
from noblame.analysis.consequence import consequence
from noblame.analysis.coverage import unanswered
from noblame.analysis.graph import Node, outline
from noblame.analysis.phases import phases
from noblame.analysis.questions import next_question
from noblame.capture.grammar import Captured
from noblame.editor.changes import Change
from noblame.editor.edits import causes
from noblame.editor.edits.entries import replace
from noblame.editor.situation import Situation
from noblame.model import CATEGORIES, Cause, Record
from noblame.ui.desk import Desk
from noblame.ui.header import WIDE
from noblame.ui.ink import Line, Sheet, Span, beside, clipped, drawn, line
from noblame.ui.panes.pane import Pane
from noblame.ui.rows import Lines, Page, Rows, Target

DRAWINGS = ("Whys", "Fishbone", "Fault tree")
_ROLES = ("", "contributing", "root", "proximate")
_JOIN_MARKS = {"any": "or", "all": "and", "some": "k of n", "undecided": "?"}
_STATUS_TONES = {"occurred": "text", "suspected": "warn", "ruled out": "muted", "potential": "muted"}


class AnalysisPane(Pane):
    """Causes are entered once; the drawing is one of three ways to see them."""

    part = "analysis"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._top = Sheet([(), ()], id="analysis-top")
        self._drawing = Rows(id="analysis-drawing")
        self._drawing.can_focus = False
        self._words = Sheet(id="analysis-words")
        self._which = 1
        self._beside = False
        """On a narrow screen: whether the drawing is shown instead of the outline."""
        self._folded: frozenset[str] = frozenset()
        self._under = ("", "")
        """With the cursor on the first, the next line explains the second."""

    def compose(self) -> ComposeResult:
        """Which drawing, outline and drawing, what follows from it."""
        yield self._top
        with Horizontal(id="analysis-both"):
            yield self.rows
            yield self._drawing
        yield self._words

    @property
    def under(self) -> str:
        """Id of the cause that the next line will explain; nothing for a new effect."""
        chosen, under = self._under
        if chosen and chosen == self.selected and (not under or self.record.cause(under)):
            return under
        return self.selected or next((c.id for c in self.record.causes if c.kind == "effect"), "")

    def situation(self) -> Situation:
        """Return what a line typed here is about."""
        return Situation(now=self.desk.now(), part=self.part, selected=self.selected, under=self.under)

    def page(self, width: int) -> Page:
        """Return the outline."""
        nodes = outline(self.record, self._folded)
        lines = tuple(_outline_line(self.record, node, width - 2) for node in nodes)
        if not lines:
            lines = (line((" What happened? The first line is the effect.", "muted")),)
        return Lines(lines, tuple(Target(node.cause.id, n) for n, node in enumerate(nodes) if not node.shared))

    def draw(self, change: Change | None = None) -> None:
        """Draw the outline and what goes with it."""
        super().draw(change)
        self._draw_beside()

    def cursor_moved(self) -> None:
        """The drawing shows what the cursor stands on lit."""
        self._draw_beside()

    @property
    def _narrow(self) -> bool:
        return self.size.width < WIDE

    def _arrange(self) -> None:
        """Show outline and drawing side by side, or the one that was asked for where there is room for one."""
        self.rows.display = not (self._narrow and self._beside)
        self._drawing.display = not self._narrow or self._beside
        self.call_after_refresh(self._draw_beside)

    def on_resize(self) -> None:
        """Lay out for the new width."""
        self._arrange()
        super().on_resize()

    def _draw_beside(self) -> None:
        width = self.size.width
        if not width:
            return
        shown = self._which + 1 if self._beside or not self._narrow else 0
        tabs: list[Span] = [Span(" ")]
        for number, name in enumerate(("Outline", *DRAWINGS)):
            if number or self._narrow:
                tabs += [Span(f" {name} ", "badge" if number == shown else "muted"), Span("  ")]
        left = len(unanswered(self.record))
        count = sum(cause.kind == "cause" for cause in self.record.causes)
        facts = (
            line(
                (f"{count} causes", "muted"),
                (f" · {left} without an answer " if left else " · all answered ", "warn" if left else "good"),
            )
            if count
            else ()
        )
        self._top.show([beside(tuple(tabs), facts, width - 1), ()])
        self._words.show([clipped(line("  ", *spans), width - 1) for spans in advice(self.record, self.selected, width - 4)])
        drawing = self._drawn(max(20, self._drawing.room - 2), max(5, self._drawing.size.height))
        lines = tuple(drawn(spans) for spans in drawing.lines)
        self._drawing.show(Lines(tuple(line(" ") + spans for spans in lines)))
        if rows := drawing.rows_of(self.selected):
            self._keep_in_sight(rows[0])

    def _keep_in_sight(self, row: int) -> None:
        top, height = self._drawing.scroll_offset.y, self._drawing.size.height
        if not top <= row < top + height:
            self._drawing.scroll_to(y=max(0, row - height // 2), animate=False)

    def _drawn(self, width: int, height: int) -> Drawing:
        """Return the drawing in view, of the effect that the cursor belongs to."""
        effect = effect_of(self.record, self.selected)
        if effect is None:
            return Drawing(())
        if self._which == 0:
            return whys.drawing(self.record, width, self.selected)
        if self._which == 1:
            return fishbone.drawing(self.record, effect.id, width, height, self.selected)
        return faulttree.drawing(self.record, effect.id, width, self.selected)

    def hint(self) -> Line:
        """Say what the next line will explain."""
        cause = self.record.cause(self.under)
        if cause is None:
            return line(("type the effect: what has to be explained", "muted"))
        return line(("why of ", "muted"), cause.text, ("   tab deeper · shift+tab shallower", "muted"))

    def line_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys that mean something here while typing."""
        return (("tab", "deeper"), ("ctrl+g", "drawing"))

    def steered(self, key: str) -> bool:
        """Let the next line go a why deeper, or a why out."""
        if key == "tab":
            children = self.record.children(self.under)
            under = self.selected if self.selected != self.under else children[-1].id if children else self.under
        else:
            cause = self.record.cause(self.under)
            under = cause.parents[0] if cause and cause.parents else ""
        self._under = (self.selected, under)
        return True

    def taken(self, captured: Captured, entry_id: str) -> None:
        """Put the cursor on what was typed; the next line stands beside it."""
        cause = self.record.cause(entry_id)
        if cause is None:
            self.desk.say(f"Kept as {captured.target}: {captured.text}")
            return
        self._under = (entry_id, cause.parents[0] if cause.parents else cause.id)
        self.desk.look_at(entry_id)
        self._draw_beside()

    # Commands.

    def _apply(self, label: str, edit: Callable[[Record, str], Record]) -> None:
        chosen = self.selected
        before = self.record
        self.desk.editor.apply(f"{label} {chosen}", lambda record: edit(record, chosen))
        if self.record is before:
            self.desk.say("It cannot go there.")
        self.desk.look_at(chosen)

    def do_deeper(self) -> None:
        """Make it a why of the line above."""
        self._apply("move deeper", causes.deeper)

    def do_shallower(self) -> None:
        """Move it out by one why."""
        self._apply("move out", causes.shallower)

    def do_move_up(self) -> None:
        """Move it above its neighbour."""
        self._apply("move up", lambda record, chosen: causes.moved(record, chosen, -1))

    def do_move_down(self) -> None:
        """Move it below its neighbour."""
        self._apply("move down", lambda record, chosen: causes.moved(record, chosen, 1))

    def do_join_causes(self) -> None:
        """Turn how its causes combine."""
        chosen = self.selected if self.record.children(self.selected) else _explained_by(self.record, self.selected)
        self.desk.editor.apply(f"join of {chosen}", lambda record: causes.next_join(record, chosen))
        cause = self.record.cause(chosen)
        if cause:
            self.desk.say(f"“{cause.text}” happens with {_join_words(cause)} of its causes.")

    def do_drawing(self) -> None:
        """Turn to the next drawing of the same causes."""
        if self._narrow and not self._beside:
            self._beside, self._which = True, 0
        else:
            self._which = (self._which + 1) % len(DRAWINGS)
            self._beside = self._beside and self._which > 0
        self._arrange()

    def do_act(self) -> None:
        """Begin an action that answers the cause."""
        self.desk.prefill("/action ")
        self.desk.say(f"It will answer {self.selected}.")

    def do_category(self) -> None:
        """Turn to the next category."""

        def edit(record: Record, chosen: str) -> Record:
            cause = record.cause(chosen)
            ring = ("", *CATEGORIES)
            at = ring.index(cause.category) if cause and cause.category in ring else 0
            return replace(record, chosen, category=ring[(at + 1) % len(ring)])

        self._apply("category of", edit)

    def do_status(self) -> None:
        """Turn to the next status."""
        self._apply("status of", causes.next_status)

    def do_role(self) -> None:
        """Turn to the next role."""

        def edit(record: Record, chosen: str) -> Record:
            cause = record.cause(chosen)
            return replace(record, chosen, role=_ROLES[(_ROLES.index(cause.role) + 1) % len(_ROLES)]) if cause else record

        self._apply("role of", edit)
        cause = self.record.cause(self.selected)
        self.desk.say(f"It is a {cause.role} cause." if cause and cause.role else "It has no role in the document.")

    def do_fold(self) -> None:
        """Fold or unfold what is below it."""
        self._folded ^= {self.selected}
        self.draw()

    def do_evidence_cause(self) -> None:
        """Ask for a link, a ticket or a quote."""
        chosen = self.selected

        def answered(text: str) -> None:
            cause = self.record.cause(chosen)
            if cause and text:
                self.desk.editor.apply(
                    f"evidence for {chosen}", lambda record: replace(record, chosen, evidence=(*cause.evidence, text))
                )

        self.desk.ask("evidence", answered)


def effect_of(record: Record, cause_id: str) -> Cause | None:
    """Return the effect that a cause hangs from, else the first one."""
    cause = record.cause(cause_id)
    while cause and cause.parents:
        cause = record.cause(cause.parents[0])
    if cause and cause.kind == "effect":
        return cause
    return next((c for c in record.causes if c.kind == "effect"), None)


def _explained_by(record: Record, cause_id: str) -> str:
    """Return the id of what a cause explains, or its own."""
    cause = record.cause(cause_id)
    return cause.parents[0] if cause and cause.parents else cause_id


def _join_words(cause: Cause) -> str:
    return {"any": "any", "all": "all", "some": f"{cause.k}", "undecided": "an undecided number"}[cause.join]


def _outline_line(record: Record, node: Node, width: int) -> Line:
    """Return one row of the outline: fold mark, words, join, evidence."""
    cause = node.cause
    mark = "▸" if node.folded else "▾" if node.has_children else "·"
    if cause.kind == "effect":
        head = Span(" " + ("▸ " if node.folded else ""), "muted")
    else:
        head = Span(" " + "  " * node.depth + f"{mark} ", "muted")
    joins = len(record.children(cause.id)) > 1 and not node.shared
    tail: list[Span] = []
    if joins:
        tail.append(Span(f" {_JOIN_MARKS[cause.join]}", "muted"))
    if cause.evidence:
        tail.append(Span(" ⌁", "teal"))
    if node.shared:
        tail.append(Span(" ↳ shown above", "muted"))
    if cause.status != "occurred":
        tail.append(Span(f" {cause.status}", _STATUS_TONES[cause.status]))
    room = width - cells(head.text) - sum(cells(span.text) for span in tail)
    tone = "strong" if cause.kind == "effect" else "muted" if node.shared else _STATUS_TONES[cause.status]
    text = fit(cause.text, max(4, room))
    return (head, Span(text + " " * max(0, room - cells(text)), tone), *tail)


def advice(record: Record, selected: str, width: int) -> list[Line]:
    """Return the lines below: what follows from the tree, the next question, "halve it" where there is room."""
    lines: list[Line] = []
    effect = effect_of(record, selected)
    if effect is not None:
        lines += [line(text) for text in wrap(consequence(record, effect.id), width)]
    cause = record.cause(selected)
    if cause is not None:
        category = categories.title(cause.category) if cause.category else ""
        lines.append(line((next_question(record, cause), "ask"), (f"   {category}" if category else "", "muted")))
    longest = max(phases(record), key=lambda phase: phase.minutes, default=None)
    if longest is not None and longest.minutes >= 2 and width >= WIDE:
        minutes = round(longest.minutes)
        verb = {
            "undetected": "detect",
            "acknowledge": "acknowledge",
            "diagnose": "diagnose",
            "mitigate": "mitigate",
            "confirm": "confirm",
        }
        lines.append(
            line(("Halve it ", "heading"), f"{minutes} min to {verb[longest.name]}: what would have made it {minutes // 2}?")
        )
    return lines
