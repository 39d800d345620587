"""The outline of causes, as fast as the room talks: what its keys do to the shape of the graph."""

from collections.abc import Callable

from noblame.analysis.cells import cells
from noblame.capture.grammar import Captured
from noblame.editor.branching import drawn, grow
from noblame.editor.edits import branch, causes
from noblame.editor.situation import Situation
from noblame.model import Record
from noblame.ui.desk import Desk
from noblame.ui.ink import Line, line
from noblame.ui.panes.folding import Folding
from noblame.ui.panes.outline_page import OutlinePage
from noblame.ui.rows import Page


class Outlining(Folding):
    """Places, moves and links causes. Holds what is marked, and where the next line goes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._under = ("", "")
        """With the cursor on the first, the next line explains the second."""
        self._ahead = ""
        """With the cursor on it, the next line stands before it."""
        self._marked = ""

    @property
    def under(self) -> str:
        """Id of the cause that the next line will explain; nothing for a new effect."""
        chosen, under = self._under
        if chosen and chosen == self.selected and (not under or self.record.cause(under)):
            return under
        return self.selected or next((c.id for c in self.record.causes if c.kind == "effect"), "")

    def situation(self) -> Situation:
        """Return what a line typed here is about."""
        chosen = self.selected
        ahead = bool(chosen) and chosen == self._ahead
        return Situation(
            now=self.desk.now(),
            part=self.part,
            selected=chosen,
            under=self.under,
            ahead=ahead,
            horizons=self.desk.settings.actions,
        )

    def page(self, width: int) -> Page:
        """Return the outline."""
        return OutlinePage(self.record, width - 2, self._folded, self._marked)

    def hint(self) -> Line:
        """Say what the next line will explain."""
        cause = self.record.cause(self.under)
        if cause is None:
            return line(("type the effect: what has to be explained", "muted"))
        keys = "   tab deeper · shift+tab shallower"
        room = self.size.width - len("    why of ") - len(keys) - 2
        return line(("why of ", "muted"), cause.text, (keys if cells(cause.text) <= room else "", "muted"))

    def steered(self, key: str) -> bool:
        """Let the next line go a why deeper, or a why out."""
        self._ahead = ""
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
        if self.record.cause(entry_id) is None:
            self.desk.say(f"Kept as {captured.target}: {captured.text}")
            return
        self._stand_beside(entry_id)

    def pasted(self, lines: list[str]) -> bool:
        """Take a block as a branch: what is indented explains what it is indented under; a drawing as what it says."""
        made: list[str] = []
        situation = self.situation()
        if drawing := drawn(self.record, lines, situation):
            record, ids, said = drawing
            self.desk.editor.apply("paste a drawing", lambda _: record)
            if ids:
                self._stand_beside(ids[0])
            self.desk.say(said)
            return True

        def grown(record: Record) -> Record:
            record, ids = grow(record, lines, situation)
            made.extend(ids)
            return record

        self.desk.editor.apply("paste a branch", grown)
        if made:
            self._stand_beside(made[-1])
        self.desk.say(f"{len(made)} causes taken as a branch; ctrl+z takes them back.")
        return True

    def _stand_beside(self, cause_id: str) -> None:
        """Put the cursor on a cause and let the next line be its sibling."""
        cause = self.record.cause(cause_id)
        if cause is None:
            return
        self._ahead = ""
        self._under = (cause_id, cause.parents[0] if cause.parents else cause.id)
        self.unfold_to(cause_id)
        self.desk.look_at(cause_id)
        self.cursor_moved()

    def alter(self, label: str, edit: Callable[[Record, str], Record], otherwise: str = "It cannot go there.") -> bool:
        """Make an edit of the cause under the cursor and keep the cursor on it; say why where it cannot be."""
        chosen, before = self.selected, self.record
        try:
            self.desk.editor.apply(f"{label} {chosen}", lambda record: edit(record, chosen))
        except branch.Refused as refusal:
            self.desk.say(str(refusal))
            return False
        if self.record is before:
            self.desk.say(otherwise)
            return False
        self.unfold_to(chosen)
        self.desk.look_at(chosen)
        return True

    # Where the next line goes.

    def do_beside(self) -> None:
        """Type a cause beside this one."""
        self._stand_beside(self.selected)
        self.desk.prefill("")

    def do_before(self) -> None:
        """Type a cause above this one."""
        self._stand_beside(self.selected)
        self._ahead = self.selected
        self.desk.prefill("")

    # Moving.

    def do_deeper(self) -> None:
        """Make it a why of the line above."""
        self.alter("move deeper", causes.deeper, "There is nothing beside it that it could explain.")

    def do_shallower(self) -> None:
        """Move it out by one why."""
        self.alter("move out", causes.shallower, "It explains the effect itself; t lays it in the tray.")

    def do_move_up(self) -> None:
        """Move it above its neighbour."""
        self.alter("move up", lambda record, chosen: causes.moved(record, chosen, -1), "It is the first of its row.")

    def do_move_down(self) -> None:
        """Move it below its neighbour."""
        self.alter("move down", lambda record, chosen: causes.moved(record, chosen, 1), "It is the last of its row.")

    def do_mark(self) -> None:
        """Mark the branch to be put elsewhere, or take the mark away."""
        self._marked = "" if self._marked == self.selected else self.selected
        self.draw()
        if self._marked:
            self.desk.say("Marked: p puts it below the cursor, l lets it explain that as well.")

    def do_put(self) -> None:
        """Put the marked branch below the cursor."""
        self._with_mark("move", branch.placed_under)

    def do_link(self) -> None:
        """Let the marked cause explain what is under the cursor as well."""
        self._with_mark("link", branch.linked)

    def _with_mark(self, label: str, edit: Callable[[Record, str, str], Record]) -> None:
        marked = self._marked
        if self.record.cause(marked) is None:
            self.desk.say("Mark a cause first: x.")
        elif self.alter(f"{label} {marked} to", lambda record, chosen: edit(record, marked, chosen)):
            self._marked = ""
            self.draw()
            self._stand_beside(marked)

    def do_unlink(self) -> None:
        """Take back its last link to a second effect or cause."""
        self.alter("unlink", branch.unlinked)

    def do_tray(self) -> None:
        """Lay it in the tray, until it has a place."""
        self.alter("lay aside", branch.laid_aside)

    def do_split_cause(self) -> None:
        """Ask where to split it."""
        chosen, cause = self.selected, self.record.cause(self.selected)
        words = cause.text if cause else ""
        seam = next((seam for seam in ("; ", " and ", ", ") if seam in words), "")

        def answered(text: str) -> None:
            self.alter("split", lambda record, _: branch.split(record, chosen, tuple(text.split("/"))))

        self.desk.ask("split at /", answered, given=words.replace(seam, " / ", 1) if seam else words)

    def do_merge_causes(self) -> None:
        """Join it into the line above, or the marked one into it."""
        ids = [target.id for target in self.rows.page.targets]
        place = ids.index(self.selected) if self.selected in ids else 0
        marked = self._marked if self.record.cause(self._marked) else ""
        one, into = (marked, self.selected) if marked else (self.selected, ids[place - 1] if place else "")
        if not into:
            self.desk.say("There is nothing above to join it into.")
        elif self.alter(f"join into {into}:", lambda record, _: branch.merged(record, one, into)):
            self._marked = ""
            self._stand_beside(into)
