"""The help page: every key of the place where it was asked for."""

from noblame.analysis.cells import wrap
from noblame.editor.commands import COMMANDS, Command, keys_of
from noblame.model import PARTS, Part
from noblame.ui.header import WIDE
from noblame.ui.ink import Line, Span, line, width_of
from noblame.ui.rows import Lines

_GRAMMAR = (
    ("14:31 the alert fires @bob", "an event: time, words, who"),
    ("~14:30   14:3?   +5m   now   yesterday 23:50", "other ways to tell a time"),
    ("#finding   #monitoring   #prevention", "a kind or a category, by any beginning of its name"),
    ('~OPS-12   ~https://…   ~"what was said"', "evidence"),
    ("@dana p1 fri done: drill passes for c12", "of an action: owner, priority, date, done when, answers"),
    ("+ well   - poorly   ! lucky   ? question", "a lesson or a question, from any pane"),
    ("/park /remedy /dissent /question /lesson", "anything else, from any pane; short forms do"),
)


def page(part: Part, width: int) -> Lines:
    """Return the help of one part of the meeting, its sentences wrapped to `width` columns."""
    lines: list[Line] = [(), line(("  What a line can hold", "heading"))]
    for example, what in _GRAMMAR:
        lines += _row(((example, "strong"),), (48,) if width >= WIDE else (0,), what, width)
    for title, items in (
        (f"In the list of {part.title()}: esc goes there, i comes back", [c for c in COMMANDS if part in c.parts and _own(c)]),
        ("Everywhere", [c for c in COMMANDS if not _own(c)]),
    ):
        lines += [(), line((f"  {title}", "heading"))]
        for item in items:
            keys = keys_of(item) or f"/{item.slash}"
            lines += _row(((keys, "accent"), (item.title, "strong")), (16, 16), item.help, width)
    return Lines(tuple(lines))


def _own(item: Command) -> bool:
    """Whether a command belongs to a list rather than to the whole screen."""
    return item.browse or len(item.parts) < len(PARTS)


def _row(heads: tuple[tuple[str, str], ...], columns: tuple[int, ...], words: str, width: int) -> list[Line]:
    """Return heads in their columns and the words behind them, wrapped; a column of 0 puts the words below."""
    head = [Span("  "), *(Span(f"{text:<{size}} ", tone) for (text, tone), size in zip(heads, columns, strict=True))]
    indent = width_of(tuple(head)) if columns[0] else 4
    first, *rest = wrap(words, width - indent - 3)
    told = [line(" " * indent, (text, "muted")) for text in rest]
    return [(*head, Span(first, "muted")), *told] if columns[0] else [tuple(head), line("    ", (first, "muted")), *told]
