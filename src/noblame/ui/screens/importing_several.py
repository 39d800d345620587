"""The page of an import from a folder: a line for each file, what it reads as and how much is in it."""

from noblame.analysis.cells import cells, fit
from noblame.importers.preview import offered
from noblame.ui.attempt import Attempt
from noblame.ui.ink import Line, Span, line
from noblame.ui.rows import Lines, Target
from noblame.ui.screens.importing_page import TAKE

_NAME, _FORMAT = 26, 13
_SHOWN = 20
"""Files that were left out; the rest is counted."""


def several_page(attempts: list[Attempt], left_out: tuple[str, ...]) -> Lines:
    """Return the page; the id of each file is its number."""
    lines: list[Line] = []
    targets: list[Target] = []
    taken = [attempt.reading for attempt in attempts if attempt.reading and attempt.wanted]
    if taken:
        rows = sum(len(offered(reading)) + reading.unplaced for reading in taken)
        targets.append(Target(TAKE, 0))
        lines.append(line((f"  Take {rows:,} rows of {len(taken):,} files into the timeline", "accent")))
    if asking := sum(1 for attempt in attempts if attempt.question):
        lines.append(
            line((f"  {asking:,} {'file leaves' if asking == 1 else 'files leave'} something out; Enter on one asks.", "warn"))
        )
    lines.append(())
    for number, attempt in enumerate(attempts):
        targets.append(Target(str(number), len(lines)))
        lines.append(_file(attempt))
    if left_out:
        lines += [(), line((f"  {len(left_out):,} left out", "heading"))]
        lines += [line(f"  {said}") for said in left_out[:_SHOWN]]
    if len(left_out) > _SHOWN:
        lines.append(line((f"  and {len(left_out) - _SHOWN:,} more", "muted")))
    return Lines(tuple(lines), tuple(targets))


def _file(attempt: Attempt) -> Line:
    """Return the line of one file: name, format, and its rows, its question, or why there are none."""
    known = attempt.format
    head = (_column(attempt.path.name, _NAME, "text"), _column(known.name if known else "?", _FORMAT, "muted"))
    reading = attempt.reading
    if not reading:
        wanted = f"asks for the {attempt.question.missing}" if attempt.question else attempt.refusal.partition(": ")[2]
        return (Span("  "), *head, Span(wanted, "warn"))
    rows = offered(reading)
    hidden = sum(count for _, count in (*reading.noise, *reading.skipped))
    facts = [f"{len(rows) + reading.unplaced:>6,} rows"]
    facts += [f"{hidden:,} hidden"] if hidden else []
    facts += [f"{reading.unplaced:,} without a time"] if reading.unplaced else []
    if not attempt.wanted:
        return (Span("  "), *head, Span(f"{facts[0]}, left out; Enter takes it after all", "muted"))
    when = f"  {rows[0].at:%Y-%m-%d}" if rows and rows[0].at else ""
    return (Span("  "), *head, Span(" · ".join(facts)), Span(when, "muted"))


def _column(text: str, width: int, tone: str) -> Span:
    shown = fit(text, width)
    return Span(shown + " " * (width - cells(shown) + 2), tone)
