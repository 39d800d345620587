"""The closing pane: read back, empty the parking lot, see what is missing, write the document."""

from datetime import timedelta

from noblame.analysis.cells import cells, fit, wrap
from noblame.analysis.pace import blocks
from noblame.capture.grammar import Captured
from noblame.editor.edits import people, promises
from noblame.lint.completeness import completeness
from noblame.model import Action, Note, Now, Record
from noblame.ui.header import WIDE
from noblame.ui.ink import Line, Span, line
from noblame.ui.panes.actions import ask_due
from noblame.ui.panes.pane import Pane
from noblame.ui.rows import Lines, Page, Target, stacked, two_columns
from noblame.ui.tones import LESSON_MARKS

CHECKLIST = (
    ("Final within 24 h", timedelta(hours=24)),
    ("Actions in the tracker", timedelta(days=2)),
    ("Review actions", timedelta(days=14)),
)
"""Seed A's "after the meeting", counted from its end."""


class ClosingPane(Pane):
    """Five minutes that nobody may take away."""

    part = "closing"

    def page(self, width: int) -> Page:
        """Return the page, in two columns where there is room."""
        room = (width - 2) // 2 if width >= WIDE else width
        now = self.desk.now()
        left = stacked(read_back(self.record, room), notes(self.record, room))
        right = stacked(
            lessons(self.record, room), document(self.record, room), afterwards(self.record, now), review(self.record, now)
        )
        return two_columns(left, right, width) if width >= WIDE else stacked(left, right)

    def hint(self) -> Line:
        """Name what to type."""
        return line(
            ("+", "accent"),
            (" well   ", "muted"),
            ("-", "accent"),
            (" poorly   ", "muted"),
            ("!", "accent"),
            (" lucky   ", "muted"),
            ("/export", "accent"),
            (" writes the document", "muted"),
        )

    def taken(self, captured: Captured, entry_id: str) -> None:
        """Put the cursor on what was typed."""
        self.desk.look_at(entry_id)
        if self.selected != entry_id:
            self.desk.say(f"Kept as {captured.target}: {captured.text}")

    # Commands.

    def _consent(self, answer: str) -> None:
        chosen = self.selected
        self.desk.editor.apply(f"{answer} {chosen}", lambda record: promises.consented(record, chosen, answer))
        self.rows.move(1)

    def do_accept(self) -> None:
        """The owner accepts."""
        self._consent("accepted")

    def do_refuse(self) -> None:
        """The owner declines."""
        self._consent("declined")

    def do_postpone(self) -> None:
        """The owner names another date."""
        if action := self.record.action(self.selected):
            ask_due(self, action)

    def do_settle(self) -> None:
        """Ask what becomes of a note."""
        chosen = self.selected
        note = next((note for note in self.record.notes if note.id == chosen), None)
        if note is None:
            self.desk.say("Put the cursor on a parked line, a question or a dissent first.")
            return
        question = {"dissent": "what would settle it", "question": "the answer"}.get(note.kind, "what becomes of it")

        def answered(text: str) -> None:
            if text:
                self.desk.editor.apply(f"settle {chosen}", lambda record: promises.settled(record, chosen, text))

        self.desk.ask(question, answered, given=note.outcome)

    def do_tick(self) -> None:
        """Tick a line of what comes afterwards."""
        kind, _, task = self.selected.partition(":")
        if kind == "task":
            self.desk.editor.apply(f"tick “{task}”", lambda record: people.task_ticked(record, task))


def read_back(record: Record, width: int) -> Lines:
    """Return each promise with its owner and what they said."""
    lines: list[Line] = [line((" Read back", "heading"))]
    targets: list[Target] = []
    meant = [action for action in record.actions if action.intended]
    owner = min(10, max((cells(action.owner) for action in meant), default=0))
    for action in meant:
        targets.append(Target(action.id, len(lines)))
        lines.append(_promise(action, owner, width))
    if not meant:
        lines.append(line(("   no actions yet", "muted")))
    return Lines(tuple(lines), tuple(targets))


def _promise(action: Action, owner: int, width: int) -> Line:
    mark = {"accepted": Span(" ✓ ", "good"), "declined": Span(" ✗ ", "bad")}.get(action.consent, Span(" · ", "muted"))
    answer = (
        Span(action.consent, "good" if action.consent == "accepted" else "bad") if action.consent else Span("y / n / d", "warn")
    )
    due = f" by {action.due:%a} {action.due.day} {action.due:%b}" if action.due else " no date"
    who = fit(action.owner or "nobody", max(owner, 6))
    room = width - 3 - max(owner, 6) - 2 - len(due) - 2 - 10
    text = fit(action.text, max(8, room))
    return (
        mark,
        Span(who + " " * (max(owner, 6) - cells(who) + 2), "teal"),
        Span(text + " " * max(0, room - cells(text))),
        Span(due + "  ", "muted"),
        answer,
    )


def notes(record: Record, width: int) -> Lines:
    """Return parked lines, questions and dissent, the open ones first."""
    pages: list[Lines] = []
    for kind, title, glyph, tone in (
        ("parked", "Parked", "·", "muted"),
        ("question", "Open questions", "?", "warn"),
        ("dissent", "Dissent", "◇", "violet"),
    ):
        found = sorted((note for note in record.notes if note.kind == kind), key=lambda note: not note.open)
        if not found:
            continue
        left = sum(note.open for note in found)
        lines: list[Line] = [line((f" {title}", "heading"), (f"   {left} left", "warn") if left and kind != "dissent" else "")]
        targets: list[Target] = []
        for note in found:
            targets.append(Target(note.id, len(lines)))
            lines += _note(note, glyph, tone, width)
        pages.append(Lines(tuple(lines), tuple(targets)))
    return stacked(*pages)


def _note(note: Note, glyph: str, tone: str, width: int) -> list[Line]:
    first, *rest = wrap(note.text, width - 6) or ("",)
    lines = [line((f" {glyph} ", tone), first), *(line("   ", part) for part in rest)]
    told = "   ".join(part for part in (note.part, f"{note.by} holds it" if note.by else "", note.settles) if part)
    if note.outcome:
        lines.append(line(("   → ", "good"), (fit(note.outcome, width - 7), "muted")))
    elif told:
        lines.append(line((f"   {fit(told, width - 5)}", "muted")))
    return lines


def lessons(record: Record, width: int) -> Lines:
    """Return what was learnt."""
    lines: list[Line] = [line((" What we learned", "heading"))]
    targets: list[Target] = []
    for kind, (mark, tone) in LESSON_MARKS.items():
        for lesson in record.lessons:
            if lesson.kind == kind:
                targets.append(Target(lesson.id, len(lines)))
                lines.append(line((f" {mark} ", tone), fit(lesson.text, width - 5)))
    if not targets:
        lines.append(line(("   nothing yet: + went well, - went poorly, ! lucky", "muted")))
    return Lines(tuple(lines), tuple(targets))


def document(record: Record, width: int) -> Lines:
    """Return how complete the document is and what is still to say."""
    state = completeness(record)
    lines: list[Line] = [
        line((" Document", "heading"), (f"   {state.percent}% complete", "good" if state.percent >= 90 else "warn"))
    ]
    shown = state.findings[:6]
    lines += [line((" ▲ ", "warn"), fit(finding.message, width - 5)) for finding in shown]
    if len(state.findings) > len(shown):
        lines.append(line((f"   and {len(state.findings) - len(shown)} more", "muted")))
    return Lines(tuple(lines))


def afterwards(record: Record, now: Now) -> Lines:
    """Return what is to be done after the meeting, with dates."""
    end = (record.agenda.ended or now.wall).astimezone(now.wall.tzinfo)
    lines: list[Line] = [line((" Afterwards", "heading"))]
    targets: list[Target] = []
    for task, wait in CHECKLIST:
        targets.append(Target(f"task:{task}", len(lines)))
        due = end + wait
        mark = (" ☑ ", "good") if task in record.meeting.done else (" ☐ ", "warn")
        lines.append(line(mark, f"{task:<24}", (f"{due:%a} {due.day} {due:%b}", "muted")))
    return Lines(tuple(lines), tuple(targets))


def review(record: Record, now: Now) -> Lines:
    """Return planned and spent minutes of a meeting that is over."""
    if record.agenda.ended is None:
        return Lines()
    lines: list[Line] = [line((" The meeting", "heading"), ("   planned and spent minutes", "muted"))]
    for state in blocks(record.agenda, now):
        spent, planned = round(state.spent / 60), round(state.planned / 60)
        lines.append(
            line(f"   {state.name:<24}", (f"{planned:>3} ", "muted"), (f"{spent:>3}", "bad" if spent > planned else "good"))
        )
    return Lines(tuple(lines))
