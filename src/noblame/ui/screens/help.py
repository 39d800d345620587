"""The help page: every key of the place where it was asked for."""

from noblame.editor.commands import COMMANDS, keys_of
from noblame.model import Part
from noblame.ui.ink import Line, line
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


def page(part: Part) -> Lines:
    """Return the help of one part of the meeting."""
    lines: list[Line] = [(), line(("  What a line can hold", "muted"))]
    lines += [line("  ", (f"{example:<48}", "text"), (what, "muted")) for example, what in _GRAMMAR]
    for title, items in (
        (
            f"In the list of {part.title()} (esc goes there)",
            [c for c in COMMANDS if part in c.parts and (c.browse or len(c.parts) < 5)],
        ),
        ("Everywhere", [c for c in COMMANDS if not c.browse and len(c.parts) == 5]),
    ):
        lines += [(), line((f"  {title}", "muted"))]
        for item in items:
            lines.append(
                line(
                    "  ",
                    (f"{keys_of(item) or '/' + item.slash:<16}", "accent"),
                    (f"{item.title:<18}", "strong"),
                    (item.help, "muted"),
                )
            )
    return Lines(tuple(lines))
