"""The timeline pane: phases above, events below, one line typed at the bottom."""

from collections.abc import Callable
from typing import get_args

from textual.app import ComposeResult

from noblame.analysis.durations import in_words
from noblame.analysis.missing import missing
from noblame.analysis.phases import impact, phases, response
from noblame.capture.grammar import Captured, parse
from noblame.editor.changes import Change
from noblame.editor.edits import events
from noblame.editor.edits.entries import replace
from noblame.editor.situation import Situation, context, midpoint
from noblame.model import KINDS, Kind, Record
from noblame.ui.desk import Desk
from noblame.ui.ink import Line, Sheet, Span, clipped, line, width_of
from noblame.ui.panes.pane import Pane
from noblame.ui.panes.timeline_page import TimelinePage, ZoneMode, told
from noblame.ui.rows import Page
from noblame.ui.tones import KIND_TONES, PHASE_TONES


class TimelinePane(Pane):
    """Told in order, with the gaps asked about; what is typed stands at once where it belongs."""

    part = "timeline"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._phases = Sheet(id="phases")
        self._kind: Kind | None = None
        self._everything = False
        self._zone: ZoneMode = "session"

    def compose(self) -> ComposeResult:
        """Phase strip, events."""
        yield self._phases
        yield self.rows

    def page(self, width: int) -> Page:
        """Return the events."""
        return TimelinePage(self.record, width, everything=self._everything, zone=self._zone)

    def draw(self, change: Change | None = None) -> None:
        """Draw the strip and the events."""
        roomy = self.size.width >= 100 and self.size.height >= 20
        self._phases.show(phase_strip(self.record, self.size.width) if roomy else ())
        super().draw(change)

    def situation(self) -> Situation:
        """Return what a line typed here is about."""
        return Situation(now=self.desk.now(), part=self.part, selected=self.selected, kind=self._kind)

    def hint(self) -> Line:
        """Name what to type, or the first canonical row that is still missing."""
        if not self.record.events:
            return line(
                ("14:31 the alert fires @bob", "text"),
                ("  adds an event; ", "muted"),
                ("/import", "accent"),
                (" brings chat and alerts in", "muted"),
            )
        if self._kind:
            return line(("next is ", "muted"), (self._kind, KIND_TONES[self._kind]), ("   tab another kind", "muted"))
        wanted = missing(self.record)
        return (
            line((wanted[0].sentence, "muted"))
            if wanted
            else line(("The timeline has every row that a reader looks for.", "muted"))
        )

    def line_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys that mean something here while typing."""
        return (("tab", "kind"),)

    def steered(self, key: str) -> bool:
        """Turn to the next kind with Tab."""
        ring: tuple[Kind | None, ...] = (None, *KINDS)
        self._kind = ring[(ring.index(self._kind) + (1 if key == "tab" else -1)) % len(ring)]
        return True

    def taken(self, captured: Captured, entry_id: str) -> None:
        """Put the cursor on what was typed."""
        self._kind = None
        if self.record.event(entry_id):
            self.desk.look_at(entry_id)
        else:
            self.desk.say(f"Kept as {captured.target}: {captured.text}")

    def show_everything(self) -> None:
        """Show imported rows that nobody starred yet."""
        self._everything = True
        self.draw()

    # Commands.

    def _apply(self, label: str, edit: Callable[[Record, str], Record]) -> None:
        chosen = self.selected
        event = self.record.event(chosen)
        clock = told(event.at, event.precision) if event and event.at else ""
        self.desk.editor.apply(f"{label} {clock}".strip(), lambda record: edit(record, chosen))
        self.desk.look_at(chosen)

    def do_insert(self) -> None:
        """Begin a line with the time halfway to the next event."""
        ids = [target.id for target in self.rows.page.targets]
        place = ids.index(self.selected)
        following = ids[place + 1] if place + 1 < len(ids) else ""
        middle = midpoint(self.record, (self.selected, following))
        zone = context(self.record, self.situation()).zone
        self.desk.prefill(f"{middle.astimezone(zone):%H:%M} " if middle else "")

    def do_earlier(self) -> None:
        """Move the event a minute back."""
        self._apply("move", lambda record, chosen: events.nudged(record, chosen, -1))

    def do_later(self) -> None:
        """Move the event a minute on."""
        self._apply("move", lambda record, chosen: events.nudged(record, chosen, 1))

    def do_star(self) -> None:
        """Star the event or take the star away."""
        self._apply("star", events.starred)

    def do_hide(self) -> None:
        """Keep the event aside, or show it again."""
        self._apply("hide", events.kept_aside)

    def do_kind(self) -> None:
        """Turn to the next kind."""
        event = self.record.event(self.selected)
        if event:
            kind = KINDS[(KINDS.index(event.kind) + 1) % len(KINDS)]
            self._apply("kind of", lambda record, chosen: events.of_kind(record, chosen, kind))

    def do_retime(self) -> None:
        """Ask for another time."""
        chosen = self.selected
        event = self.record.event(chosen)
        if event is None:
            return

        def answered(text: str) -> None:
            captured = parse(f"{text} x", context(self.record, Situation(self.desk.now(), "timeline", chosen)))
            if captured.at is None:
                self.desk.say(f"{text} is not a time; 14:31, ~14:30 and 16 Jan 00:10 are.")
                return
            self.desk.editor.apply(
                f"retime {told(captured.at, captured.precision)}",
                lambda record: replace(record, chosen, at=captured.at, precision=captured.precision, until=captured.until),
            )
            self.desk.look_at(chosen)

        zone = context(self.record, self.situation()).zone
        self.desk.ask("new time", answered, given=told(event.at.astimezone(zone), event.precision) if event.at else "")

    def do_evidence(self) -> None:
        """Ask for a link, a ticket or a quote."""
        chosen = self.selected

        def answered(text: str) -> None:
            event = self.record.event(chosen)
            if event and text:
                self.desk.editor.apply(
                    f"evidence for {chosen}", lambda record: replace(record, chosen, evidence=(*event.evidence, text))
                )

        self.desk.ask("evidence", answered)

    def do_join(self) -> None:
        """Join the event into the one above."""
        ids = [target.id for target in self.rows.page.targets]
        place = ids.index(self.selected)
        if place == 0:
            self.desk.say("There is no event above to join it into.")
            return
        self._apply("join", lambda record, chosen: events.joined(record, chosen, ids[place - 1]))

    def do_all(self) -> None:
        """Show every row, or only the story."""
        self._everything = not self._everything
        self.draw()
        self.desk.say(
            "Every row is shown; s stars what belongs to the story." if self._everything else "Only the story is shown."
        )

    def do_zone(self) -> None:
        """Turn to the next way of telling time."""
        modes: tuple[ZoneMode, ...] = get_args(ZoneMode)
        self._zone = modes[(modes.index(self._zone) + 1) % len(modes)]
        self.draw()


def phase_strip(record: Record, width: int) -> tuple[Line, ...]:
    """Return the phases in words and as a bar, and a blank line; nothing while no phase is known."""
    found = phases(record)
    if not found:
        return ()
    words: list[Span] = [Span("  ")]
    for phase in found:
        words += [Span(f"{phase.name.title()} ", "muted"), Span(in_words(phase.minutes), PHASE_TONES[phase.name]), Span("   ")]
    facts = [f"{phase.name} {in_words(phase.minutes)}" for phase in (impact(record), response(record)) if phase]
    if record.incident.declared_minutes is not None:
        facts.append(f"declared {in_words(record.incident.declared_minutes)}")
    right = " · ".join(facts)
    gap = width - width_of(tuple(words)) - len(right) - 2
    first = (*words, Span(" " * gap + right, "muted")) if gap >= 1 else tuple(words)
    room = width - 4 - (len(found) - 1)
    total = sum(phase.minutes for phase in found) or 1.0
    sizes = [max(2, int(room * phase.minutes / total)) for phase in found]
    sizes[sizes.index(max(sizes))] += room - sum(sizes)
    bar: list[Span] = [Span("  ")]
    for phase, size in zip(found, sizes, strict=True):
        bar += [Span("▀" * size, PHASE_TONES[phase.name]), Span(" ")]
    return (clipped(first, width), tuple(bar), ())
