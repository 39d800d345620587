"""The timeline pane: phases above, events below, one line typed at the bottom."""

from textual.app import ComposeResult

from noblame.analysis.durations import in_words
from noblame.analysis.missing import missing
from noblame.analysis.phases import impact, phases, response
from noblame.analysis.story import story
from noblame.capture.grammar import Captured
from noblame.editor.changes import Change
from noblame.editor.situation import Situation
from noblame.model import KINDS, Kind, Record
from noblame.ui.desk import Desk
from noblame.ui.ink import Line, Sheet, Span, clipped, line, width_of
from noblame.ui.panes.timeline_moment import asking_line, walk_lines
from noblame.ui.panes.timeline_page import TimelinePage
from noblame.ui.panes.timeline_reading import Reading
from noblame.ui.tones import KIND_TONES, PHASE_TONES

_DRAWN = frozenset({"incident", "events", "notes", "people"})


class TimelinePane(Reading):
    """Told in order, with the gaps asked about; what is typed stands at once where it belongs."""

    part = "timeline"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._phases = Sheet(id="phases")
        self._head = Sheet([()], id="timeline-head")
        self._below = Sheet([()], id="timeline-below")
        self._kind: Kind | None = None

    def compose(self) -> ComposeResult:
        """Phase strip, day and zone, events, what to ask."""
        yield self._phases
        yield self._head
        yield self.rows
        yield self._below

    def page(self, width: int) -> TimelinePage:
        """Return the events."""
        return TimelinePage(self.record, width, self.view)

    def draw(self, change: Change | None = None) -> None:
        """Draw the strip, the events and what stands around them; the clock alone changes nothing here."""
        if change is not None and not change.parts & _DRAWN:
            return
        roomy = self.area.width >= 100 and self.area.height >= 20
        self._phases.show(phase_strip(self.record, self.area.width) if roomy else ())
        super().draw(change)
        self.cursor_moved()

    def cursor_moved(self) -> None:
        """Say on which day the cursor stands, and what to ask there."""
        page, width = self.rows.page, self.area.width
        if not isinstance(page, TimelinePage) or not width:
            return
        event = self.record.event(self.selected)
        self._head.show([clipped(page.head(event, self.rows.size.height), width - 1)])
        below: list[Line] = [()] if self.area.height >= 20 else []
        if event:
            if self.walking:
                below += [*([] if below else [()]), *walk_lines(self.record, event, page.zone, width)]
            below.append(asking_line(self.record, event, self.desk.settings.questions, width))
        self._below.show(below)

    def pressed(self, key: str) -> bool:
        """Let Escape let go of what is marked, filtered or walked through, one after the other."""
        return key == "escape" and self.escaped()

    def situation(self) -> Situation:
        """Return what a line typed here is about."""
        return Situation(
            now=self.desk.now(), part=self.part, selected=self.selected, kind=self._kind, horizons=self.desk.settings.actions
        )

    def hint(self) -> Line:
        """Name what to type, or the first canonical row that is still missing."""
        if not self.record.events:
            return line(
                ("14:31 the alert fires @bob", "text"),
                ("  adds an event; ", "muted"),
                ("/import", "accent"),
                (" brings chat and alerts in", "muted"),
            )
        if not story(self.record.events) and not self.view.sifting:
            return line(
                ("Escape, then ", "muted"),
                ("a", "accent"),
                (" shows the imported rows, ", "muted"),
                ("n", "accent"),
                (" goes to the first that may matter", "muted"),
            )
        if self._kind:
            return line(("next is ", "muted"), (self._kind, KIND_TONES[self._kind]), ("   tab another kind", "muted"))
        if remark := self._remark():
            return line((remark, "muted"))
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

    def _remark(self) -> str:
        """Say what else is known of the row under the cursor: the other version, what was asked, why it is worth a look."""
        page, event = self.rows.page, self.record.event(self.selected)
        if event is None or not isinstance(page, TimelinePage):
            return ""
        if event.disputed:
            return f"≠ Others remember: {event.disputed}"
        asked = [note for note in self.record.notes if note.kind == "question" and note.about == event.id]
        if asked:
            note = next((note for note in asked if note.open), asked[-1])
            return f"? {note.text}   x writes the answer down" if note.open else f"✔ {note.text} {note.outcome}"
        return (page.candidates.before_signal(event) if event.shown else page.candidates.why(event)).capitalize()


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
