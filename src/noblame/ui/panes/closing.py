"""The closing pane: read back, empty the parking lot, see what is missing, write the document."""

from collections.abc import Sequence

from noblame.analysis.cells import cells, fit, wrap
from noblame.analysis.checklist import checklist
from noblame.analysis.nudges import nudge
from noblame.analysis.review import review
from noblame.capture.grammar import Captured
from noblame.editor.edits import people, promises
from noblame.editor.edits.entries import replace
from noblame.lint.completeness import completeness
from noblame.lint.finding import Finding
from noblame.lint.findings import findings, is_private
from noblame.model import Action, Note, Now, Record
from noblame.ui.header import WIDE
from noblame.ui.ink import Line, Span, line
from noblame.ui.panes.actions import ask_due
from noblame.ui.panes.came_up import came_up
from noblame.ui.panes.pane import Pane
from noblame.ui.rows import Lines, Page, Target, stacked, two_columns
from noblame.ui.screens.findings import MARKS
from noblame.ui.screens.papers import minutes_lines, task_line
from noblame.ui.tones import LESSON_MARKS

_FINDINGS = 6
"""Findings that are listed on the page."""


class ClosingPane(Pane):
    """Five minutes that nobody may take away."""

    part = "closing"

    def page(self, width: int) -> Page:
        """Return the page, in two columns where there is room."""
        room = (width - 2) // 2 if width >= WIDE else width
        now = self.desk.now()
        left = stacked(read_back(self.record, room), notes(self.record, room))
        right = stacked(
            lessons(self.record, room),
            document(self.record, self._shared(), room),
            afterwards(self.record, now),
            how_it_went(self.record, now),
        )
        return two_columns(left, right, width) if width >= WIDE else stacked(left, right)

    def _shared(self) -> list[Finding]:
        """Return what the document still needs, without what is about one person."""
        every = findings(self.record, self.desk.settings, self.desk.now().wall.date())
        return [finding for finding in every if not is_private(finding)]

    def pressed(self, key: str) -> bool:
        """Go from a finding to where it is settled."""
        kind, _, number = self.selected.partition(":")
        if key != "enter" or kind != "finding":
            return False
        self.desk.go(self._shared()[int(number)])
        return True

    def read_out(self) -> Line:
        """Read the promise under the cursor to its owner until it is answered."""
        action = self.record.action(self.selected) if self.rows.has_focus else None
        return line((aloud(action), "text"), ("   y / n / d", "accent")) if action and not action.consent else ()

    def hint(self) -> Line:
        """Say what is left to do, else what to type."""
        if (left := nudge(self.record, self.part)) and self.record.agenda.started:
            return line((left, "muted"))
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
        chosen, day = self.selected, self.desk.now().wall.date()
        self.desk.editor.apply(f"{answer} {chosen}", lambda record: promises.consented(record, chosen, answer, day))
        self.rows.move(1)

    def do_accept(self) -> None:
        """The owner accepts; what nobody owns is asked about first."""
        action = self.record.action(self.selected)
        if action is None or action.owner:
            self._consent("accepted")
            return

        def answered(text: str) -> None:
            if owner := text.removeprefix("@").strip():
                day = self.desk.now().wall.date()
                self.desk.editor.apply(
                    f"owner of {action.id}",
                    lambda record: promises.consented(
                        promises.changed(record, action.id, day, owner=owner), action.id, "accepted", day
                    ),
                )

        self.desk.ask("who takes it", answered)

    def do_refuse(self) -> None:
        """The owner declines."""
        self._consent("declined")

    def do_postpone(self) -> None:
        """The owner names another date."""
        if action := self.record.action(self.selected):
            ask_due(self, action, anew=True)

    def do_settle(self) -> None:
        """Ask what becomes of a note."""
        chosen = self.selected
        note = next((note for note in self.record.notes if note.id == chosen), None)
        if note is None:
            self.desk.say("Put the cursor on a parked line, a question or a dissent first.")
            return
        unsettled = note.kind == "dissent" and not note.settles
        question = {
            "dissent": "what would settle it" if unsettled else "how it was settled",
            "question": "the answer",
            "parked": "@owner, to a meeting, or drop",
        }.get(note.kind, "what becomes of it")

        def answered(text: str) -> None:
            if not text:
                return
            if unsettled:
                self.desk.editor.apply(f"what settles {chosen}", lambda record: replace(record, chosen, settles=text))
                return
            outcome = promises.becomes(text) if note.kind == "parked" else text
            self.desk.editor.apply(f"settle {chosen}", lambda record: promises.settled(record, chosen, outcome))

        self.desk.ask(question, answered, given=note.outcome)

    def do_tick(self) -> None:
        """Tick a line of what comes afterwards."""
        kind, _, task = self.selected.partition(":")
        if kind == "task":
            self.desk.editor.apply(f"tick “{task}”", lambda record: people.task_ticked(record, task))


def read_back(record: Record, width: int) -> Lines:
    """Return each promise with its owner and what they said."""
    meant = [action for action in record.actions if action.intended]
    asked = sum(bool(action.consent) for action in meant)
    count = f"   {asked} of {len(meant)} answered" if meant else ""
    lines: list[Line] = [line((" Read back", "heading"), (count, "good" if asked == len(meant) else "warn") if count else "")]
    targets: list[Target] = []
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


def aloud(action: Action) -> str:
    """Return the words that read an action back to its owner."""
    due = f" by {action.due:%A} {action.due.day} {action.due:%B}" if action.due else ""
    return f"{action.owner or 'Who'}: {action.text}{due}. {'Do you accept?' if action.owner else 'Who takes it?'}"


def notes(record: Record, width: int) -> Lines:
    """Return parked lines, questions and dissent, the open ones first."""
    pages: list[Lines] = []
    for kind, title, glyph, tone in (
        ("parked", "Parked", "·", "muted"),
        ("question", "Open questions", "?", "warn"),
        ("dissent", "Dissent, read aloud", "◇", "violet"),
    ):
        found = sorted((note for note in record.notes if note.kind == kind), key=lambda note: not note.open)
        if not found:
            continue
        left = sum(note.open for note in found)
        lines: list[Line] = [line((f" {title}", "heading"), (f"   {left} left", "warn") if left and kind != "dissent" else "")]
        targets: list[Target] = []
        for note in found:
            targets.append(Target(note.id, len(lines)))
            lines += _note(note, glyph, tone, width, came_up(record, note))
        pages.append(Lines(tuple(lines), tuple(targets)))
    return stacked(*pages)


def _note(note: Note, glyph: str, tone: str, width: int, came_up: str) -> list[Line]:
    first, *rest = wrap(note.text, width - 6) or ("",)
    lines = [line((f" {glyph} ", tone), first), *(line("   ", part) for part in rest)]
    holds = (f"{note.by} holds it" if note.by else "held without a name") if note.kind == "dissent" else note.by
    settles = f"would settle it: {note.settles}" if note.settles else ""
    told = " · ".join(part for part in (came_up, holds, settles) if part)
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


def document(record: Record, found: Sequence[Finding], width: int) -> Lines:
    """Return how complete the document is and what is still to say; Enter goes there."""
    state = completeness(record)
    lines: list[Line] = [
        line((" Document", "heading"), (f"   {state.percent}% complete", "good" if state.percent >= 90 else "warn"))
    ]
    targets: list[Target] = []
    for number, finding in enumerate(found[:_FINDINGS]):
        glyph, tone = MARKS[finding.level]
        targets.append(Target(f"finding:{number}", len(lines)))
        lines.append(line((f" {glyph} ", tone), fit(finding.message, width - 5)))
    if len(found) > _FINDINGS:
        lines.append(line((f"   and {len(found) - _FINDINGS} more   alt+c lists all", "muted")))
    return Lines(tuple(lines), tuple(targets))


def afterwards(record: Record, now: Now) -> Lines:
    """Return what is to be done after the meeting, with dates, and when the actions are looked at again."""
    lines: list[Line] = [line((" Afterwards", "heading"))]
    targets: list[Target] = []
    for task in checklist(record, now.wall):
        if task.stage == "after":
            targets.append(Target(f"task:{task.words}", len(lines)))
            lines.append(task_line(task, now))
    if moment := record.meeting.follow_up:
        lines.append(
            line((" › ", "accent"), f"{'Follow-up':<36}", (f"{moment:%a} {moment.day} {moment:%b} {moment:%H:%M}", "text"))
        )
    return Lines(tuple(lines), tuple(targets))


def how_it_went(record: Record, now: Now) -> Lines:
    """Return the meeting in a few figures once it is over; m has the whole."""
    if record.agenda.ended is None:
        return Lines()
    found = review(record, now)
    lines: list[Line] = [line((" The meeting", "heading"), ("   planned and spent minutes", "muted")), *minutes_lines(found)]
    lines += [line(("   " + said, "muted")) for said in (*found.votes, found.balance, found.verdict) if said]
    return Lines(tuple(lines))
