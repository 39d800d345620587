"""The first lines of the screen and the last: which incident, is it saved, where is the meeting; which keys."""

from typing import NamedTuple

from noblame.analysis.cells import cells, fit
from noblame.analysis.cues import cue
from noblame.analysis.nudges import nudge
from noblame.analysis.pace import Progress, blocks, elapsed, over_minutes, parts, projected_end
from noblame.analysis.prompts import prompts
from noblame.editor.editor import Editor
from noblame.model import PARTS, Now, Part, Record
from noblame.ui.ink import Line, Span, beside, line, width_of

_BEGINS = 120
"""Seconds for which a block says what it is about."""
_SHORTEST = 20
"""Columns of a title that are left to it whatever else there is to say."""
WIDE = 100
"""Columns from which the header and the rail write things out."""


def header(editor: Editor, now: Now, width: int) -> Line:
    """Return the title line."""
    incident = editor.record.incident
    severity = (Span("  Sev ", "muted"), Span(incident.severity, "bad")) if incident.severity else ()
    about = f"  {incident.declared_minutes} min declared" if incident.declared_minutes is not None else ""
    about = f"{about} · {incident.status}" if about else f"  {incident.status}"
    badge, right = Span(" noblame ", "badge"), _right(editor, now, width)
    told = (*severity, Span(about, "muted")) if width >= WIDE else severity
    room = width - sum(width_of(part) for part in ((badge,), told, right)) - 2
    title = fit(incident.title or "Untitled incident", max(_SHORTEST, room))
    return beside((badge, Span(f"  {title}", "strong"), *told), right, width)


def _right(editor: Editor, now: Now, width: int) -> Line:
    """Return what is flush right: saved or not, projected end, wall clock."""
    wide = width >= WIDE
    if editor.trouble:
        state = Span("not saved " if wide else "not saved", "bad")
    elif editor.saved:
        state = Span("saved ✓" if wide else "✓", "good")
    else:
        state = Span("saving …" if wide else "…", "muted")
    agenda = editor.record.agenda
    clock = Span(f"{now.wall:%H:%M} ", "strong")
    if agenda.started is None or agenda.ended is not None:
        return (Span("  "), state, Span("   "), clock)
    over = round(over_minutes(agenda, now))
    end = projected_end(agenda, now).astimezone(now.wall.tzinfo)
    pace = Span(f"▲ {over} min over" if wide else f"▲{over}m", "warn") if over >= 1 else Span("on time" if wide else "", "good")
    told = cue(agenda, now)
    if told:
        pace = Span(
            f"◷ {told.short}{f'   ▲ {over} min over' if wide and over >= 1 else ''}", "bad" if told.kind == "up" else "warn"
        )
    ends = Span(f"   ends {end:%H:%M}  " if wide else "  " if told else f"  ends {end:%H:%M}  ", "muted")
    return (Span("  "), state, ends, pace, Span("   " if wide else "  "), clock)


def reminder(record: Record, viewed: Part, now: Now, width: int) -> Line:
    """Return what the clock says about the part in view, and what the part still lacks where that fits.

    While there is time: what a block that is only a stretch of its part is about, as it begins; else nothing.
    """
    agenda, block, told = record.agenda, record.agenda.block, cue(record.agenda, now)
    if block is None or (block.part != viewed and not (told and told.kind == "tangent")):
        return ()
    if told is None:
        begins = agenda.since is not None and elapsed(agenda, now) < _BEGINS and block.name.casefold() != block.part
        return line((f"{block.name}: ", "strong"), (prompts(block, viewed)[0], "muted")) if begins else ()
    lacks = f"  {nudge(record, viewed)}"
    fits = cells(told.words + lacks) < width - 5
    return line((told.words, "bad" if told.kind == "up" else "warn"), (lacks if fits else "", "muted"))


def clock(seconds: float) -> str:
    """Return seconds as minutes and seconds: ``11:24``."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02d}"


class Rail(NamedTuple):
    """The two lines of the agenda; the running clock stands apart, so that a second paints nothing but itself."""

    before: Line
    clock: Line
    """Spent and planned time of the running part; nothing where none runs."""
    after: Line
    bars: Line

    @property
    def names(self) -> Line:
        """The parts with their minutes and the clock in its place."""
        return (*self.before, *self.clock, *self.after)

    @property
    def still(self) -> Line:
        """The same with room for the clock."""
        return (*self.before, Span(" " * width_of(self.clock)), *self.after) if self.clock else self.names


def rail(record: Record, now: Now, viewed: Part, width: int) -> Rail:
    """Return the agenda: names with times, and a bar each."""
    states = parts(record.agenda, now)
    block = record.agenda.block
    told = cue(record.agenda, now)
    long = width >= WIDE
    labels: list[Line] = []
    for state in states:
        number = PARTS.index(state.part) + 1
        name, tone = f"{number} {state.part.title()}", "strong" if state.part == viewed else "muted"
        running = state.state in ("running", "paused")
        if running:
            on = blocks(record.agenda, now)[record.agenda.current or 0]
            spent, budget = clock(on.spent), f"/{clock(on.planned)}" if long else ""
            tone_on = "bad" if on.overrun else "warn" if told else "accent"
            mark = Span(f" {spent}{budget}{' ‖' if state.state == 'paused' else ''}", tone_on)
            if block and long and block.name.casefold() != state.part:
                name = f"{number} {state.part.title()} · {block.name.lower()}"
        elif state.state == "done":
            mark = Span(" ✓", tone)
        else:
            mark = Span(f" {round(state.planned / 60)}m" if state.planned else "", tone)
        labels.append((Span(name, tone), mark))
    stops = _stops(states, labels, width - 2)
    names: list[Span] = [Span(" ")]
    at = len(names)
    bars: list[Span] = [Span(" ")]
    for size, label, state in zip(stops, labels, states, strict=True):
        text = beside(label, (), size) if long or width >= 72 else beside(_short(label, state.part == viewed), (), size)
        if state.state in ("running", "paused"):
            at = len(names) + 1
        names += [*text, Span(" ")]
        share = 1.0 if state.state == "done" else min(1.0, state.spent / state.planned) if state.planned else 0.0
        lit = round(share * size)
        tone = "good" if state.state == "done" else "bad" if state.overrun else "accent"
        if state.state == "ahead":
            lit = 0
        bars += [Span("━" * lit, tone), Span("━" * (size - lit), "line"), Span(" ")]
    runs = any(state.state in ("running", "paused") for state in states)
    return Rail(tuple(names[:at]), tuple(names[at : at + runs]), tuple(names[at + runs :]), tuple(bars))


def _short(label: Line, viewed: bool) -> Line:
    """Return a label for a narrow screen: only the part in view keeps its name."""
    return label if viewed else (Span(label[0].text[:6], label[0].tone), label[1])


def _stops(states: tuple[Progress, ...], labels: list[Line], width: int) -> tuple[int, ...]:
    """Share the width out: each part room for its label, the rest in proportion to its minutes."""
    room = width - (len(states) - 1)
    needs = [min(sum(len(span.text) for span in label) + 1, room // 3) for label in labels]
    if sum(needs) > room:
        needs = [room // len(states)] * len(states)
    minutes = [max(1.0, state.planned) for state in states]
    total, widths = sum(minutes), [float(need) for need in needs]
    wanted = [room * share / total for share in minutes]
    spare = room - sum(widths)
    hunger = [max(0.0, want - have) for want, have in zip(wanted, widths, strict=True)]
    if sum(hunger):
        widths = [have + spare * want / sum(hunger) for have, want in zip(widths, hunger, strict=True)]
    whole = [int(value) for value in widths]
    whole[-1] += room - sum(whole)
    return tuple(whole)


def footer(keys: list[tuple[str, str]], help_key: tuple[str, str], width: int) -> Line:
    """Return the line of keys with what they do; those that do not fit give way, the one for help stays."""
    kept = list(keys)
    while kept and sum(len(key) + len(title) + 4 for key, title in (*kept, help_key)) > width - 1:
        kept.pop()
    return line(" ", *(span for key, title in (*kept, help_key) for span in ((f"{key} ", "accent"), (f"{title}   ", "muted"))))
