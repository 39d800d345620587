"""What of the outline is in sight: branches that are folded, and causes that somebody looks for."""

from collections.abc import Container

from noblame.analysis.cells import fit
from noblame.analysis.loose_ends import loose_ends
from noblame.ui.desk import Desk
from noblame.ui.panes.outline_page import OutlinePage
from noblame.ui.panes.pane import Pane


class Folding(Pane):
    """Folds branches and goes to causes. Holds what is folded and what was looked for last."""

    part = "analysis"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._folded: frozenset[str] = frozenset()
        self._sought = ""

    def unfold_to(self, cause_id: str) -> None:
        """Unfold whatever hides a cause."""
        hiding: set[str] = set()
        cause = self.record.cause(cause_id)
        while cause and cause.parents and cause.parents[0] not in hiding:
            hiding.add(cause.parents[0])
            cause = self.record.cause(cause.parents[0])
        if hiding & self._folded:
            self._folded -= hiding
            self.draw()

    def do_fold(self) -> None:
        """Fold or unfold what is below it."""
        self._folded ^= {self.selected}
        self.draw()

    def do_fold_all(self) -> None:
        """Fold everything below the first whys, or unfold it all."""
        parents = {parent for cause in self.record.causes for parent in cause.parents[:1]}
        effects = {cause.id for cause in self.record.causes if cause.kind == "effect"}
        self._folded = frozenset() if self._folded else frozenset(parents - effects)
        self.draw()

    def do_find_cause(self) -> None:
        """Ask for letters and go to the next cause that has them."""
        self.desk.ask("find", self._seek, given=self._sought)

    def do_find_next(self) -> None:
        """Go to the next cause with the letters that were asked for."""
        self._seek(self._sought) if self._sought else self.do_find_cause()

    def do_loose_end(self) -> None:
        """Go to the next cause that lacks something and say what."""
        lacking = {end.cause_id: end for end in loose_ends(self.record)}
        found = self.record.cause(self._go_on_to(lacking))
        if found is None:
            self.desk.say("No cause that asks for an answer lacks one, or what shows it.")
            return
        others = f" {len(lacking) - 1} more." if len(lacking) > 1 else ""
        self.desk.say(f"“{fit(found.text, 32)}” {lacking[found.id].in_words}.{others}")

    def _seek(self, letters: str) -> None:
        self._sought = letters
        wanted = letters.casefold()
        if not self._go_on_to({cause.id for cause in self.record.causes if wanted and wanted in cause.text.casefold()}):
            self.desk.say(f"No cause has “{letters}” in its words.")

    def _go_on_to(self, wanted: Container[str]) -> str:
        """Put the cursor on the next cause of `wanted`, from the first again behind the last; return its id, if there is one."""
        ids = [node.cause.id for node in OutlinePage(self.record, 40).nodes if not node.shared]
        start = ids.index(self.selected) + 1 if self.selected in ids else 0
        hit = next((name for name in (*ids[start:], *ids[:start]) if name in wanted), "")
        if hit:
            self.unfold_to(hit)
            self.desk.look_at(hit)
            self.take_keys()
        return hit
