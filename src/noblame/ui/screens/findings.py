"""The list of what the document lacks or contradicts; Enter goes where it is settled."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from noblame.analysis.cells import fit
from noblame.lint.finding import Finding, Level
from noblame.lint.findings import findings, is_private
from noblame.ui.ink import Line, line
from noblame.ui.jumping import jump
from noblame.ui.rows import Lines, Target
from noblame.ui.screens.page import PageScreen

if TYPE_CHECKING:
    from noblame.ui.screens.meeting import MeetingScreen

MARKS: dict[Level, tuple[str, str]] = {"error": ("■", "bad"), "warning": ("▲", "warn"), "note": ("·", "muted")}
"""Glyph and tone of a level."""
_WORDS: dict[Level, str] = {"error": "must", "warning": "should", "note": "could"}
"""What stands behind them: nobody in the room is told of an error."""


class FindingsList:
    """The list over a meeting. What is about the words of one person is in the cockpit, not on the shared page."""

    def __init__(self, screen: "MeetingScreen") -> None:
        self._screen = screen

    def show(self) -> None:
        """Lay the list over the meeting."""
        every = findings(self._screen.record, self._screen.settings, self._screen.now().wall.date())
        self._shared = [finding for finding in every if not is_private(finding)]
        if not every:
            self._screen.say("Nothing is missing and nothing contradicts itself.")
            return
        page = findings_lines(self._shared, len(every) - len(self._shared), self._screen.size.width)
        self._screen.over(PageScreen("what the document still needs", page, enter="go there", at="0"), self._chosen)

    def _chosen(self, number: str | None) -> None:
        if number:
            jump(self._screen, self._shared[int(number)])


def findings_lines(shared: Sequence[Finding], private: int, width: int) -> Lines:
    """Return a finding a row, the gravest first, its place in front."""
    lines: list[Line] = []
    targets: list[Target] = []
    for level, (glyph, tone) in MARKS.items():
        for number, finding in enumerate(shared):
            if finding.level == level:
                targets.append(Target(str(number), len(lines)))
                place = line((f" {glyph} {_WORDS[level]:<8}", tone), (f"{fit(finding.place, 9):<10}", "muted"))
                lines.append((*place, *line(fit(finding.message, width - 23))))
    if private:
        lines += [(), line((f" {private} more, about wording or one person: noblame cockpit shows them.", "muted"))]
    return Lines(tuple(lines), tuple(targets))
