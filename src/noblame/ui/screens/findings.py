"""The list of what the document lacks or contradicts; Enter goes where it is settled."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from noblame.analysis.cells import fit, wrap
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
MORE = 6
"""Lines below the list that tell a finding whole, an empty one above and one below them."""
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
        title = "what the document still needs"
        self._screen.over(PageScreen(title, page, enter="go there", tells=self._whole), self._chosen)

    def _whole(self, number: str) -> tuple[Line, ...]:
        """Return the lines that tell a finding whole, and what to do about it."""
        return whole(self._shared[int(number)], self._screen.size.width) if number else ((),) * MORE

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


def whole(finding: Finding, width: int) -> tuple[Line, ...]:
    """Return a finding with its suggestion in `MORE` lines."""
    asks = finding.suggestion[:1].upper() + finding.suggestion[1:]
    told = [
        *((words, "text") for words in wrap(finding.message, width - 4)),
        *((words, "ask") for words in wrap(asks, width - 4)),
    ]
    if len(told) > MORE - 2:
        words, tone = told[MORE - 3]
        told[MORE - 3 :] = [(fit(words + " …", width - 4), tone)]
    return ((), *(line("  ", words) for words in told), *((),) * (MORE - 1 - len(told)))
