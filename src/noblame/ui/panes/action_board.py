"""Actions by impact and effort on a board, and by the causes they answer in a matrix."""

from noblame.analysis.answers import answered, asking
from noblame.analysis.cells import cells, fit
from noblame.model import Action, Record
from noblame.ui.ink import Line, Span, line
from noblame.ui.rows import Lines, Target
from noblame.ui.tones import PRIORITY_TONES

_LABEL = 9
_IMPACTS = {3: "high", 2: "middle", 1: "low"}
_EFFORTS = {1: "little effort", 2: "some", 3: "much effort"}
_COLUMN = 4
"""Columns of an action in the matrix."""


def board(record: Record, width: int) -> Lines:
    """Return the actions in nine fields, high impact at the top and little effort at the left, then those not placed."""
    column = max(0, width - _LABEL) // 3
    meant = [action for action in record.actions if action.intended]
    head = "".join(f"{words:<{column}}" for words in _EFFORTS.values())
    lines: list[Line] = [line((f" {'impact':<{_LABEL - 1}}", "muted"), (head, "muted"))]
    targets: list[Target] = []
    for impact, words in _IMPACTS.items():
        fields = [[a for a in meant if (a.impact, a.effort) == (impact, effort)] for effort in _EFFORTS]
        lines.append(line((" " + "─" * (width - 2), "line")))
        for row in range(max(2, *map(len, fields))):
            spans: list[Span] = [Span(f" {'' if row else words:<{_LABEL - 1}}", "strong")]
            for number, field in enumerate(fields):
                if row < len(field):
                    start = _LABEL + number * column
                    targets.append(Target(field[row].id, len(lines), start, start + column - 1))
                spans += _field(field[row] if row < len(field) else None, column)
            lines.append(tuple(spans))
    loose = [action for action in meant if not (action.impact and action.effort)]
    if loose:
        lines += [(), line((" Not placed yet", "heading"), ("   K J impact   < > effort", "muted"))]
        for action in loose:
            targets.append(Target(action.id, len(lines)))
            lines.append((Span(" "), *_field(action, width - 2)))
    return Lines(tuple(lines), tuple(targets))


def _field(action: Action | None, width: int) -> Line:
    if action is None:
        return (Span(" " * width),)
    priority = action.priority or "—"
    text = fit(action.text, width - 5)
    return (Span(f"{priority:<3}", PRIORITY_TONES.get(priority, "muted")), Span(text + " " * (width - 3 - cells(text))))


def matrix(record: Record, width: int) -> Lines:
    """Return the causes that need an answer with the actions that answer each; acceptance is an answer too."""
    causes, done = asking(record), answered(record)
    actions = [action for action in record.actions if action.intended and action.answers]
    shown = actions[: max(1, (width - 30) // _COLUMN)]
    room = max(0, min(60, width - 6 - _COLUMN * len(shown) - 12))
    more = f" +{len(actions) - len(shown)}" if len(actions) > len(shown) else ""
    head = "".join(f"{action.id:>{_COLUMN}}" for action in shown) + more
    lines: list[Line] = [line((f" {'Cause':<{room + 5}}{head}", "muted"))]
    targets: list[Target] = []
    for cause in causes:
        text = fit(cause.text, room)
        answers = cause.id in done or bool(cause.accepted)
        spans: list[Span] = [
            Span(f" {cause.id:<4}", "muted" if answers else "warn"),
            Span(text + " " * (room - cells(text)), "text"),
        ]
        for action in shown:
            hit = cause.id in action.answers
            spans.append(Span(f"{'●' if hit else '·':>{_COLUMN}}", "good" if hit else "line"))
        spans.append(Span(*(("  accepted", "muted") if cause.accepted else ("", "text") if answers else ("  no answer", "warn"))))
        targets.append(Target(cause.id, len(lines)))
        lines.append(tuple(spans))
    if not causes:
        lines.append(line((" No cause asks for an answer yet.", "muted")))
    return Lines(tuple(lines), tuple(targets))
