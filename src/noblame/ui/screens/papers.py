"""The checklist around the meeting, and the review of it, as pages over the meeting."""

from typing import TYPE_CHECKING

from noblame.analysis.cells import cells, fit
from noblame.analysis.checklist import Task, checklist
from noblame.analysis.review import Review, review
from noblame.editor.edits.people import task_ticked
from noblame.model import Now, Record
from noblame.ui.ink import Line, line
from noblame.ui.rows import Lines, Target
from noblame.ui.screens.page import PageScreen

if TYPE_CHECKING:
    from noblame.ui.screens.meeting import MeetingScreen


class Checklist:
    """The checklist over a meeting; Enter ticks a line and the list stays open until Escape."""

    def __init__(self, screen: "MeetingScreen") -> None:
        self._screen = screen

    def show(self, at: str = "") -> None:
        """Show it, the cursor on a line."""
        page = PageScreen(
            "before and after the meeting", checklist_lines(self._screen.record, self._screen.now()), enter="tick", at=at or " "
        )
        self._screen.over(page, self._chosen)

    def _chosen(self, task: str | None) -> None:
        if task:
            self._screen.editor.apply(f"tick “{task}”", lambda record: task_ticked(record, task))
            self.show(task)


def checklist_lines(record: Record, now: Now) -> Lines:
    """Return every task with its date and, where the seeds differ, the date that lost."""
    lines: list[Line] = []
    targets: list[Target] = []
    tasks = checklist(record, now.wall)
    for stage, title in (("before", " Before the meeting"), ("after", " After it")):
        if lines:
            lines.append(())
        lines.append(line((title, "heading")))
        for task in tasks:
            if task.stage == stage:
                targets.append(Target(task.words, len(lines)))
                lines.append(task_line(task, now))
                if task.other:
                    lines.append(line((f"     {task.said}; {task.other}", "muted")))
    if not any(task.due for task in tasks):
        lines += [(), line((" /planned and a day gives the dates.", "muted"))]
    return Lines(tuple(lines), tuple(targets))


def task_line(task: Task, now: Now) -> Line:
    """Return one task: ticked or not, its words, its date, and a word where that is past."""
    mark = (" ☑ ", "good") if task.done else (" ☐ ", "warn")
    if task.due is None:
        return line(mark, f"{task.words:<36}", ("no date yet", "muted"))
    late = not task.done and task.due < now.wall
    date = f"{task.due:%a} {task.due.day} {task.due:%b}"
    return line(mark, f"{task.words:<36}", (f"{date}{'  overdue' if late else ''}", "bad" if late else "muted"))


def minutes_lines(found: Review) -> list[Line]:
    """Return planned and spent minutes of each block, and what was added or taken while it ran."""
    return [
        line(
            f" {name}{' ' * (26 - cells(name))}",
            (f"{block.minutes:>7}", "muted"),
            (f"{round(block.seconds / 60):>7}", "bad" if block.over else "good"),
            (" min", "muted"),
            (f"   {block.extra:+d} while it ran" if block.extra else "", "muted"),
        )
        for block, name in ((block, fit(block.name, 26)) for block in found.blocks)
    ]


def review_lines(record: Record, now: Now) -> Lines:
    """Return planned and spent minutes, votes, what was parked, and the balance of the room, without names."""
    found = review(record, now)
    lines: list[Line] = [line((f" {'':<26}planned  spent", "heading")), *minutes_lines(found)]
    planned, spent = sum(block.minutes for block in found.blocks), round(sum(block.seconds for block in found.blocks) / 60)
    lines += [line((f" {'All':<26}", "strong"), (f"{planned:>7}", "muted"), (f"{spent:>7}", "strong"), (" min", "muted")), ()]
    for title, said in (
        ("Votes", "; ".join(found.votes) or "none"),
        ("Parked", f"{found.parked}, {found.parked_left} of them left" if found.parked else "nothing"),
        ("Dissent", str(found.dissents) if found.dissents else "none"),
        ("Heard", found.balance or "nobody was counted; /turn and a name does"),
        ("Hands", found.verdict or "not asked yet: /hands 6 8 (learned something, would come again)"),
    ):
        lines.append(line((f" {title:<10}", "muted"), said))
    return Lines(tuple(lines))
