"""The table of actions, the advice on one row, and what is left without an answer."""

from typing import NamedTuple

from noblame.analysis.answers import unanswered
from noblame.analysis.cells import cells, fit
from noblame.analysis.coverage import coverage, open_sets
from noblame.lint.readiness import readiness
from noblame.model import ACTION_KINDS, Action, Note, Record
from noblame.ui.header import WIDE
from noblame.ui.ink import Line, Span, beside, line, width_of
from noblame.ui.panes.came_up import came_up
from noblame.ui.rows import Lines, Target
from noblame.ui.tones import PRIORITY_TONES

_LETTERS = "SATVP"
_MOST_WAYS = 3


def summary(record: Record, width: int) -> tuple[Line, ...]:
    """Return what stands above the table: how many, how ready, what is answered, the balance of kinds; two lines if narrow."""
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
    answers, *sets = coverage(record).in_words.split(" · ")
    covered = line((f"     {answers}", "muted"))
    if width < WIDE:
        return (*first, *covered), line((f" {balance}", "muted"))
    last = line((f"  {balance}", "muted"))
    more = line((f" · {sets[0]}", "muted")) if sets else ()
    room = width - 1 - width_of((*first, *covered, *last))
    return (beside((*first, *covered, *(more if width_of(more) <= room else ())), last, width - 1),)


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
    room = max(0, width - 5 - sum(size + 2 for _, size in columns) - 2)
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
    if not action.intended or action.status == "later":
        return (Span("later" if action.intended else "left ", "muted"),)
    flags = readiness(action).flags
    return tuple(Span(letter, "good" if flag else "wrong") for letter, flag in zip(_LETTERS, flags, strict=True))


def advice(record: Record, selected: str, width: int) -> tuple[Line, ...]:
    """Return what would make the action under the cursor ready, in a line."""
    action = record.action(selected)
    if action is None:
        answers = [f"{a.id} {a.text}" for a in record.actions if a.intended and selected in a.answers]
        return (line(("     Answered by ", "muted"), fit(" · ".join(answers), width - 20)),) if answers else ()
    if not action.intended or action.status == "later":
        word = "Later" if action.intended else "Left"
        return (line((f"     {word}: ", "muted"), fit(action.reason, width - 14)),)
    found = readiness(action)
    if found.ready:
        return (line(("     Done when ", "muted"), fit(action.done_when, width - 20)),) if action.done_when else ()
    return (
        line(
            (f"     {found.verdict}   " if found.verdict else "     ", "bad"),
            ("Try ", "muted") if found.better else "",
            (found.better, "ask"),
            ("   ·   ", "warn") if found.better and found.asks else "",
            (found.asks[:1].upper() + found.asks[1:], "warn"),
        ),
    )


def told(record: Record, selected: str) -> tuple[Line, ...]:
    """Return the history of the action under the cursor, the newest first."""
    action = record.action(selected)
    if action is None:
        return ()
    return tuple(line(("     " + words, "muted")) for words in reversed(action.history)) or (
        line(("     Nothing changed yet.", "muted")),
    )


def left_over(record: Record, width: int) -> Lines:
    """Return causes without an answer, ways that are open, and remedies that were held back."""
    parts = _Left([], [])
    causes = unanswered(record)
    if causes:
        parts.title("Not answered yet", "r action for it   x accept with a reason")
        for cause in causes:
            parts.entry(cause.id, "warn", fit(cause.text, width - 8))
    ways = open_ways(record)
    if ways:
        parts.title("Ways still open", "no action breaks them")
        for words in ways:
            parts.lines.append(line("      ", fit(words, width - 8)))
    held: list[Note] = [note for note in record.notes if note.kind == "remedy" and note.open]
    if held:
        parts.title("Held remedies", "r make an action   g merge into one   x moot, with a reason")
        for note in held:
            parts.entry(note.id, "teal", fit(note.text, width - 8))
            if said := came_up(record, note):
                parts.lines.append(line((f"      {fit(said, width - 8)}", "muted")))
    return Lines(tuple(parts.lines), tuple(parts.targets))


class _Left(NamedTuple):
    """The lines of what is left, as they are gathered."""

    lines: list[Line]
    targets: list[Target]

    def title(self, words: str, keys: str) -> None:
        """Begin a group, a blank line before it."""
        if self.lines:
            self.lines.append(())
        self.lines.append(line((f" {words}", "heading"), (f"   {keys}", "muted")))

    def entry(self, entry_id: str, tone: str, words: str) -> None:
        """Add a row that the cursor can stand on."""
        self.targets.append(Target(entry_id, len(self.lines)))
        self.lines.append(line((f" {entry_id:<4}", tone), words))


def open_ways(record: Record) -> list[str]:
    """Return the shortest minimal cut sets that no action breaks, in words; nothing while there are no actions."""
    texts = {cause.id: cause.text for cause in record.causes}
    found: list[str] = []
    for effect in record.causes if any(action.answers for action in record.actions) else ():
        if effect.kind == "effect":
            found += [
                " + ".join(texts[name] for name in texts if name in one) for one in open_sets(record, effect.id).sets[:_MOST_WAYS]
            ]
    return found[:_MOST_WAYS]


def answers_nothing(record: Record, width: int) -> Lines:
    """Return the actions that answer no cause, as a question."""
    rows = [action for action in record.actions if action.intended and not action.answers]
    if not rows:
        return Lines()
    head = line((" Which cause does it answer?", "ask"), ("   c says which", "muted"))
    lines = tuple(line((f" {action.id:<4}", "warn"), fit(action.text, width - 8)) for action in rows)
    return Lines((head, *lines), tuple(Target(action.id, n) for n, action in enumerate(rows, 1)))
