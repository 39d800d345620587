"""What is known of a cause, turned by single keys: how its causes combine, status, category, role, where asking stopped."""

from typing import get_args

from noblame.analysis.categories import CategorySet, chosen
from noblame.editor.edits import causes
from noblame.editor.edits.entries import replace
from noblame.model import Cause
from noblame.model.cause import Confidence, Stop
from noblame.ui.panes.outlining import Outlining

_STOPS = {
    "systemic": "It stops here: the system can be changed at this point.",
    "outside": "It stops here: outside our control. How do we live with it?",
    "unknown": "It stops here until there are facts; who looks?",
    "not pursued": "It is not pursued further.",
    None: "It is open: ask on.",
}
_SURE = {
    "": "Nobody has said how sure we are.",
    "guess": "We guess so.",
    "likely": "It is likely.",
    "certain": "We are certain.",
}


class CauseFacts(Outlining):
    """Turns the facts of the cause under the cursor."""

    @property
    def own_categories(self) -> CategorySet:
        """The categories that the team sorts by."""
        return chosen(self.desk.settings.analysis.categories)

    def _now(self) -> Cause:
        return self.record.cause(self.selected) or Cause(id="")

    def do_join_causes(self) -> None:
        """Turn how its causes combine."""
        cause = self._now()
        if not self.record.children(cause.id) and cause.parents:
            cause = self.record.cause(cause.parents[0]) or cause
        self.desk.editor.apply(f"join of {cause.id}", lambda record: causes.next_join(record, cause.id))
        cause = self.record.cause(cause.id) or cause
        words = {"any": "any", "all": "all", "some": f"{cause.k}", "undecided": "an undecided number"}[cause.join]
        self.desk.say(f"“{cause.text}” happens with {words} of its causes.")

    def do_category(self) -> None:
        """Turn to the next category."""
        names = dict.fromkeys((*self.own_categories.names, *(cause.category for cause in self.record.causes if cause.category)))
        ring = ("", *names)
        self.alter("category of", lambda record, chosen: causes.turned(record, chosen, "category", ring))

    def do_status(self) -> None:
        """Turn to the next status."""
        self.alter("status of", causes.next_status)

    def do_role(self) -> None:
        """Turn to the next role."""
        self.alter("role of", causes.next_role)
        cause = self._now()
        rank = f", number {cause.rank} of the root causes" if cause.rank else ""
        self.desk.say(f"It is a {cause.role} cause{rank}." if cause.role else "It has no role in the document.")

    def do_rank(self) -> None:
        """Rank it before the root cause in front of it."""
        if self._now().role != "root":
            self.desk.say("Only root causes have a rank; r turns the role.")
        elif self.alter("rank of", causes.ranked_up, "It is the first root cause already."):
            self.desk.say(f"It is number {self._now().rank} of the root causes.")

    def do_stop(self) -> None:
        """Turn to the next reason to ask no further."""
        if self.alter("stop of", lambda record, chosen: causes.turned(record, chosen, "stop", (None, *get_args(Stop)))):
            self.desk.say(_STOPS[self._now().stop])

    def do_confidence(self) -> None:
        """Turn how sure the room is."""
        if self.alter("confidence of", lambda record, chosen: causes.turned(record, chosen, "confidence", get_args(Confidence))):
            self.desk.say(_SURE[self._now().confidence])

    def do_safeguard(self) -> None:
        """Make it a safeguard, which is no cause, or a cause again."""
        cause = self._now()
        if cause.kind == "effect":
            self.desk.say("An effect is no safeguard.")
            return
        kind = "cause" if cause.kind == "safeguard" else "safeguard"
        self.alter("kind of", lambda record, chosen: replace(record, chosen, kind=kind))

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

    def do_act(self) -> None:
        """Begin an action that answers the cause."""
        self.desk.prefill("/action ")
        self.desk.say(f"It will answer {self.selected}.")

    def do_ask_about(self) -> None:
        """Begin a question about the cause."""
        self.desk.prefill("? ")
