"""The actions pane: the table or the board, what makes each row ready, and what is not answered yet."""

from datetime import date

from noblame.analysis.nudges import nudge
from noblame.capture.grammar import Captured, parse
from noblame.editor.changes import Change
from noblame.editor.edits import promises
from noblame.editor.edits.causes import accepted
from noblame.editor.situation import context
from noblame.lint.actions.categories import suggested_kind
from noblame.lint.actions.horizons import horizon
from noblame.model import ACTION_KINDS, PRIORITIES, Action, Note, Record
from noblame.ui.desk import Desk
from noblame.ui.ink import Line, line
from noblame.ui.panes.action_board import board, matrix
from noblame.ui.panes.actions_table import advice, answers_nothing, left_over, summary, table, told
from noblame.ui.panes.pane import Pane
from noblame.ui.rows import Lines, Page, stacked

_STATUSES = ("open", "started", "done", "verified")


class ActionsPane(Pane):
    """Promises worth making: who, by when, done when, and what they answer."""

    part = "actions"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._view = "table"
        """``table``, ``board`` or ``matrix``."""
        self._history = False

    def page(self, width: int) -> Page:
        """Return the view that is on, advice on the row under the cursor, and what is left."""
        head = Lines(summary(self.record, width)[: None if self._view == "table" else 1])
        told_of = Lines(
            (*advice(self.record, self.selected, width), *(told(self.record, self.selected) if self._history else ()))
        )
        if self._view == "matrix":
            return stacked(head, matrix(self.record, width), told_of, answers_nothing(self.record, width))
        rows = board(self.record, width) if self._view == "board" else table(self.record, width)
        return stacked(head, rows, told_of, left_over(self.record, width))

    def draw(self, change: Change | None = None) -> None:
        """Draw it once more where the cursor came to stand on another row, since the advice is about that."""
        told_of = self.selected
        super().draw(change)
        if self.selected != told_of:
            super().draw(change)

    def cursor_moved(self) -> None:
        """The advice is about the row under the cursor."""
        self.draw()

    def hint(self) -> Line:
        """Name what is still to be done here once the meeting runs, else what to type."""
        if self.record.agenda.since and (left := nudge(self.record, self.part)):
            return line((left, "muted"))
        return line(("Page when connections > 70% @bob p1 fri done: fires in staging for c8", "muted"))

    def taken(self, captured: Captured, entry_id: str) -> None:
        """Put the cursor on what was typed."""
        if self.record.action(entry_id):
            self.desk.look_at(entry_id)
            self.draw()
        else:
            self.desk.say(f"Kept as {captured.target}: {captured.text}")

    def _own(self) -> tuple[Action, ...]:
        return self.record.actions

    # Commands on one action.

    @property
    def day(self) -> date:
        """The day that a change is noted under."""
        return self.desk.now().wall.date()

    def _change(self, label: str, **fields: object) -> None:
        chosen, day = self.selected, self.day
        self.desk.editor.apply(f"{label} of {chosen}", lambda record: promises.changed(record, chosen, day, **fields))

    def _chosen(self) -> Action:
        return self.record.action(self.selected) or Action(id="")

    def do_owner(self) -> None:
        """Ask who will do it."""
        self.desk.ask(
            "owner", lambda text: self._change("owner", owner=text.removeprefix("@"), consent=""), given=self._chosen().owner
        )

    def do_due(self) -> None:
        """Ask by when."""
        ask_due(self, self._chosen())

    def do_done_when(self) -> None:
        """Ask how anybody can tell that it is done."""
        self.desk.ask("done when", lambda text: self._change("done when", done_when=text), given=self._chosen().done_when)

    def do_priority(self) -> None:
        """Turn to the next priority."""
        ring = (None, *PRIORITIES)
        self._change("priority", priority=ring[(ring.index(self._chosen().priority) + 1) % len(ring)])

    def do_action_kind(self) -> None:
        """Give it the kind that its words suggest, then turn to the next."""
        here = self._chosen()
        ring = (None, *ACTION_KINDS)
        following = ring[(ring.index(here.kind) + 1) % len(ring)] if here.kind else suggested_kind(here.text)
        self._change("kind", kind=following)

    def do_action_status(self) -> None:
        """Turn from open to started, done, verified."""
        here = self._chosen().status
        self._change("status", status=_STATUSES[(_STATUSES.index(here) + 1) % len(_STATUSES)] if here in _STATUSES else "open")

    def do_answers(self) -> None:
        """Ask which causes it answers."""

        def answered(text: str) -> None:
            wanted = dict.fromkeys(text.replace(",", " ").split())
            strange = [name for name in wanted if self.record.cause(name) is None]
            if strange:
                self.desk.say(f"There is no cause {' '.join(strange)}; causes go by ids such as c4.")
            else:
                self._change("answers", answers=tuple(wanted))

        self.desk.ask("answers causes", answered, given="".join(f"{cause} " for cause in self._chosen().answers))

    def do_put_off(self) -> None:
        """Ask why it waits."""
        chosen, day = self.selected, self.day

        def answered(text: str) -> None:
            if text:
                self.desk.editor.apply(f"put off {chosen}", lambda record: promises.put_off(record, chosen, text, day))
            else:
                self.desk.say("A reason is needed, so that a reader understands it later.")

        self.desk.ask(f"{chosen}: it waits because", answered)

    # Commands on what is left.

    def do_decline(self) -> None:
        """Ask for the reason to leave an action, to live with a cause, or why a remedy is moot."""
        chosen, editor, day = self.selected, self.desk.editor, self.day

        def answered(text: str) -> None:
            if not text:
                self.desk.say("A reason is needed, so that a reader understands it later.")
            elif self.record.action(chosen):
                editor.apply(f"won't do {chosen}", lambda record: promises.given_up(record, chosen, text, day))
            elif self.record.cause(chosen):
                editor.apply(f"accept {chosen}", lambda record: accepted(record, chosen, text))
            else:
                editor.apply(f"settle {chosen}", lambda record: promises.settled(record, chosen, text))

        self.desk.ask(f"{chosen}: we leave it because", answered)

    def do_promote(self) -> None:
        """Make an action of a remedy, or begin one that answers a cause."""
        chosen = self.selected
        if self.record.cause(chosen):
            self.desk.prefill(f"for {chosen} ")
        elif _remedy(self.record, chosen):
            made: list[str] = []

            def edit(record: Record) -> Record:
                changed, action_id = promises.from_remedy(record, chosen)
                made.append(action_id)
                return changed

            self.desk.editor.apply(f"action from {chosen}", edit)
            self.desk.look_at(made[0])
        else:
            self.desk.say("That is an action already.")

    def do_merge_remedy(self) -> None:
        """Ask which action takes the held remedy in."""
        chosen, day = self.selected, self.day
        if not _remedy(self.record, chosen):
            self.desk.say("Put the cursor on a held remedy first.")
            return

        def answered(text: str) -> None:
            if self.record.action(text.strip()):
                self.desk.editor.apply(
                    f"merge {chosen}", lambda record: promises.merged_remedy(record, chosen, text.strip(), day)
                )
            else:
                self.desk.say(f"There is no action {text}; actions go by ids such as a2.")

        self.desk.ask(f"{chosen} goes into action", answered, given=next((a.id for a in self.record.actions), ""))

    # Views.

    def do_board(self) -> None:
        """Show the board of impact and effort, or the table again."""
        self._look("board")

    def do_matrix(self) -> None:
        """Show which action answers which cause, or the table again."""
        self._look("matrix")

    def _look(self, view: str) -> None:
        self._view = view if self._view != view else "table"
        self.draw()
        self.rows.come_into_sight()

    def do_history(self) -> None:
        """Show what was changed in the action, or not."""
        self._history = not self._history
        self.draw()
        self.rows.come_into_sight()

    def do_impact_more(self) -> None:
        """Give it a higher impact."""
        self._weigh("impact", 1)

    def do_impact_less(self) -> None:
        """Give it a lower impact."""
        self._weigh("impact", -1)

    def do_effort_more(self) -> None:
        """Give it more effort."""
        self._weigh("effort", 1)

    def do_effort_less(self) -> None:
        """Give it less effort."""
        self._weigh("effort", -1)

    def _weigh(self, field: str, step: int) -> None:
        chosen = self.selected
        self.desk.editor.apply(f"{field} of {chosen}", lambda record: promises.weighed(record, chosen, field, step))
        words = ("", "low", "middle", "high")
        action = self._chosen()
        self.desk.look_at(chosen)
        self.desk.say(f"Impact {words[action.impact or 0]}, effort {words[action.effort or 0]}.")


def _remedy(record: Record, note_id: str) -> Note | None:
    return next((note for note in record.notes if note.id == note_id and note.kind == "remedy"), None)


def ask_due(pane: Pane, action: Action, *, anew: bool = False) -> None:
    """Ask by when an action is to be done; words that are no date are kept as words.

    `anew` begins with an empty line: an owner who names another date, and with it accepts, has nothing to keep.
    """

    def answered(text: str) -> None:
        if anew and not text:
            return
        now = pane.desk.now()
        captured = parse(f"x due {text}", context(pane.record, type(pane.situation())(now, "actions")))
        due, said = captured.due, "" if captured.due or not text else text
        if anew and due is None:
            pane.desk.say(f"{text} is not a date; fri, 22 jan, +2w and 2024-01-22 are.")
            return
        consent = {"consent": "accepted"} if anew and due else {}
        pane.desk.editor.apply(
            f"due date of {action.id}",
            lambda record: promises.changed(record, action.id, now.wall.date(), due=due, due_said=said, **consent),
        )
        pane.desk.look_at(action.id)

    given = action.due.isoformat() if action.due else action.due_said
    if not given and action.priority:
        by = horizon(action.priority, pane.desk.now().wall.date(), pane.desk.settings.actions)
        given = by.isoformat() if by else ""
    if anew:
        pane.desk.ask("the other date", answered, tells=f"{f'due {given}' if given else 'no date'} now; fri, 22 jan, +2w")
    else:
        pane.desk.ask("due", answered, given=given)
