"""The actions pane: the table, what makes each row ready, and what is not answered yet."""

from noblame.analysis.cells import cells, fit
from noblame.analysis.coverage import coverage, unanswered
from noblame.capture.grammar import Captured, parse
from noblame.editor.edits import promises
from noblame.editor.edits.causes import accepted
from noblame.editor.edits.entries import replace
from noblame.editor.situation import context
from noblame.lint.readiness import readiness
from noblame.model import ACTION_KINDS, PRIORITIES, Action, Note, Record
from noblame.ui.header import WIDE
from noblame.ui.ink import Line, Span, beside, line
from noblame.ui.panes.pane import Pane
from noblame.ui.rows import Lines, Page, Target, stacked
from noblame.ui.tones import PRIORITY_TONES

_LETTERS = "SATVP"


class ActionsPane(Pane):
    """Promises worth making: who, by when, done when, and what they answer."""

    part = "actions"

    def page(self, width: int) -> Page:
        """Return the table, advice on the row under the cursor, and what is left."""
        return stacked(
            Lines((summary(self.record, width),)),
            table(self.record, width),
            Lines(advice(self.record, self.selected, width)),
            left_over(self.record, width),
        )

    def cursor_moved(self) -> None:
        """The advice is about the row under the cursor."""
        self.draw()

    def hint(self) -> Line:
        """Name what to type."""
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

    # Commands.

    def _change(self, label: str, **fields: object) -> None:
        chosen = self.selected
        self.desk.editor.apply(f"{label} of {chosen}", lambda record: replace(record, chosen, **fields))

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
        """Turn to the next kind."""
        ring = (None, *ACTION_KINDS)
        self._change("kind", kind=ring[(ring.index(self._chosen().kind) + 1) % len(ring)])

    def do_decline(self) -> None:
        """Ask for the reason to leave an action, to live with a cause, or why a remedy is moot."""
        chosen, editor = self.selected, self.desk.editor

        def answered(text: str) -> None:
            if not text:
                self.desk.say("A reason is needed, so that a reader understands it later.")
            elif self.record.action(chosen):
                editor.apply(f"won't do {chosen}", lambda record: promises.given_up(record, chosen, text))
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
        elif any(note.id == chosen for note in self.record.notes):
            made: list[str] = []

            def edit(record: Record) -> Record:
                changed, action_id = promises.from_remedy(record, chosen)
                made.append(action_id)
                return changed

            self.desk.editor.apply(f"action from {chosen}", edit)
            self.desk.look_at(made[0])
        else:
            self.desk.say("That is an action already.")


def ask_due(pane: Pane, action: Action) -> None:
    """Ask by when an action is to be done; words that are no date are kept as words."""

    def answered(text: str) -> None:
        captured = parse(f"x due {text}", context(pane.record, type(pane.situation())(pane.desk.now(), "actions")))
        due, said = captured.due, "" if captured.due or not text else text
        pane.desk.editor.apply(f"due date of {action.id}", lambda record: replace(record, action.id, due=due, due_said=said))
        pane.desk.look_at(action.id)

    pane.desk.ask("due", answered, given=action.due.isoformat() if action.due else action.due_said)


def summary(record: Record, width: int) -> Line:
    """Return the line above the table: how many, how ready, what is answered, the balance of kinds."""
    meant = [action for action in record.actions if action.intended]
    ready = sum(readiness(action).ready for action in meant)
    left = len(meant) - ready
    count = f" {len(meant)} action{'' if len(meant) == 1 else 's'}"
    first = line(
        (count, "strong"),
        (f"   {ready} ready", "good"),
        (f"   {left} needs work" if left == 1 else f"   {left} need work", "bad") if left else "",
    )
    kinds = {kind: sum(action.kind == kind for action in meant) for kind in ACTION_KINDS}
    balance = " · ".join(f"{number} {kind}" for kind, number in kinds.items())
    told = coverage(record).in_words
    covered = line((f"     {told if width >= WIDE else told.split(' · ')[0]}", "muted"))
    return beside((*first, *covered), line((f"  {balance}", "muted")), width - 1) if width >= WIDE else (*first, *covered)


def table(record: Record, width: int) -> Lines:
    """Return the actions, a row each."""
    wide = width >= WIDE
    owner = min(12, max((cells(action.owner) for action in record.actions), default=5))
    columns = [
        ("Owner", max(5, owner)),
        ("Due", 10),
        *((("Kind", 10),) if wide else ()),
        ("Ready", 5),
        *((("Answers", 9),) if wide else ()),
    ]
    room = width - 5 - sum(size + 2 for _, size in columns) - 2
    head = f" {'Pri':<4}{'Action':<{room}}" + "".join(f"  {name:<{size}}" for name, size in columns)
    lines: list[Line] = [line((head, "muted"))]
    targets: list[Target] = []
    for action in record.actions:
        targets.append(Target(action.id, len(lines)))
        cells_of = {"Owner": _or_dash(action.owner), "Due": _due(action), "Kind": Span(action.kind or "—", "muted")}
        spans: list[Span] = [Span(f" {action.priority or '—':<4}", PRIORITY_TONES.get(action.priority or "", "bad"))]
        spans.append(_filled(Span(action.text, "text" if action.intended else "muted"), room))
        for name, size in columns:
            spans.append(Span("  "))
            if name == "Ready":
                spans += _ready(action)
            elif name == "Answers":
                spans.append(_filled(Span(" ".join(action.answers) or "—", "muted"), size))
            else:
                spans.append(_filled(cells_of[name], size))
        lines.append(tuple(spans))
    return Lines(tuple(lines), tuple(targets))


def _filled(span: Span, width: int) -> Span:
    text = fit(span.text, width)
    return Span(text + " " * (width - cells(text)), span.tone)


def _or_dash(text: str) -> Span:
    return Span(text, "teal") if text else Span("—", "bad")


def _due(action: Action) -> Span:
    if action.due:
        return Span(f"{action.due:%a} {action.due.day} {action.due:%b}", "text")
    return Span(action.due_said, "warn") if action.due_said else Span("—", "bad")


def _ready(action: Action) -> Line:
    """Return the five letters, lit where something is missing."""
    if not action.intended:
        return (Span("left ", "muted"),)
    flags = readiness(action).flags
    return tuple(Span(letter, "good" if flag else "wrong") for letter, flag in zip(_LETTERS, flags, strict=True))


def advice(record: Record, selected: str, width: int) -> tuple[Line, ...]:
    """Return what would make the action under the cursor ready, in a line."""
    action = record.action(selected)
    if action is None:
        return ()
    if not action.intended:
        return (line(("     Left: ", "muted"), action.reason),)
    if action.done_when and readiness(action).ready:
        return (line(("     Done when ", "muted"), fit(action.done_when, width - 20)),)
    found = readiness(action)
    better = (("   Try ", "muted"), (found.better, "ask")) if found.better else ()
    return (line((f"     {found.advice}", "warn"), *better),)


def left_over(record: Record, width: int) -> Lines:
    """Return causes without an answer and remedies that were held back."""
    lines: list[Line] = []
    targets: list[Target] = []
    causes = unanswered(record)
    if causes:
        lines.append(line((" Not answered yet", "heading"), ("   r action for it   x accept with a reason", "muted")))
        for cause in causes:
            targets.append(Target(cause.id, len(lines)))
            lines.append(line((f" {cause.id:<4}", "warn"), fit(cause.text, width - 8)))
    held: list[Note] = [note for note in record.notes if note.kind == "remedy" and note.open]
    if held:
        if lines:
            lines.append(())
        lines.append(line((" Held remedies", "heading"), ("   r make an action   x moot, with a reason", "muted")))
        for note in held:
            targets.append(Target(note.id, len(lines)))
            lines.append(line((f" {note.id:<4}", "teal"), fit(note.text, width - 8)))
    return Lines(tuple(lines), tuple(targets))
