"""What single keys do to the events of the timeline."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from noblame.analysis.lanes import lane
from noblame.analysis.offers import offered
from noblame.capture.grammar import parse
from noblame.capture.kinds import GLYPHS
from noblame.editor.edits import events, folding
from noblame.editor.edits.entries import replace
from noblame.editor.situation import Situation, context, midpoint
from noblame.model import KINDS, Kind, Record
from noblame.ui.ink import line
from noblame.ui.panes.pane import Pane
from noblame.ui.panes.timeline_row import told
from noblame.ui.rows import Lines, Target
from noblame.ui.tones import KIND_TONES

_CUT = "//"
_TIMES = "14:31  14:31:20  ~14:30  14:3?  14:31-14:40  16 Jan 00:10  +5m  an ISO stamp"


class Editing(Pane):
    """The part of the timeline that changes events; what can be done to several is done to all that are marked."""

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the events that are marked, else of the one under the cursor."""
        return self.rows.marked or ((self.selected,) if self.selected else ())

    @property
    def _zone(self) -> tzinfo:
        return ZoneInfo(self.record.incident.zone)

    def _apply(self, label: str, edit: Callable[[Record], Record], said: Callable[[str], str] | None = None) -> None:
        """Change what is chosen as one step, named by the time of the event or by how many there are.

        `said` makes the sentence that tells what was done from how many it was done to.
        """
        chosen, here = self.chosen, self.selected
        event = self.record.event(here)
        clock = told(event.at.astimezone(self._zone), event.precision) if event and event.at else ""
        self.rows.mark(on=False)
        self.desk.editor.apply(f"{label} {f'{len(chosen)} events' if len(chosen) > 1 else clock}".strip(), edit)
        after = self.record.event(here)
        self.desk.look_at(after.part_of or here if after else here)
        if said:
            self.desk.say(said(f"{len(chosen):,} rows" if len(chosen) > 1 else f"The row of {clock}" if clock else "The row"))

    def _ask(self, question: str, then: Callable[[str], Callable[[Record], Record]], *, label: str, given: str = "") -> None:
        """Ask for words about the event under the cursor and change it by them; no words leave it as it is."""
        chosen = self.selected

        def answered(text: str) -> None:
            if text != given:
                self.desk.editor.apply(f"{label} {chosen}", then(text))
                self.desk.look_at(chosen)

        self.desk.ask(question, answered, given=given)

    # Time.

    def do_insert(self) -> None:
        """Begin a line with the time halfway to the next event."""
        middle = midpoint(self.record, (self.selected, self.rows.beside(1)))
        self.desk.prefill(f"{self._as_typed(middle)} " if middle else "")

    def _as_typed(self, at: datetime) -> str:
        """Return an instant as a line would begin with it: with seconds and day only where they are needed."""
        local, event = at.astimezone(self._zone), self.record.event(self.selected)
        near = event.at.astimezone(self._zone).date() if event and event.at else None
        day = "" if local.date() == near else f"{local:%Y-%m-%d} "
        return f"{day}{local:%H:%M:%S}" if local.second else f"{day}{local:%H:%M}"

    def do_earlier(self) -> None:
        """Move the event a minute back."""
        self._nudge(-1)

    def do_later(self) -> None:
        """Move the event a minute on."""
        self._nudge(1)

    def _nudge(self, minutes: int) -> None:
        chosen = self.chosen
        if self._timed(chosen):
            self._apply(
                "move", lambda record: events.nudged(record, chosen, minutes), lambda what: f"{what} moved {minutes:+d} min."
            )

    def _timed(self, chosen: tuple[str, ...]) -> bool:
        """Say what to do where nothing that is chosen has a time that could be moved."""
        if any(event.at for event in events.chosen(self.record, chosen)):
            return True
        self.desk.say("It has no time yet; r gives it one.")
        return False

    def do_day_back(self) -> None:
        """Move the event to the day before."""
        self._turn_day(-1)

    def do_day_on(self) -> None:
        """Move the event to the next day."""
        self._turn_day(1)

    def _turn_day(self, days: int) -> None:
        chosen, zone = self.chosen, self._zone
        if not self._timed(chosen):
            return
        self._apply(
            "move to another day",
            lambda record: events.on_another_day(record, chosen, days, zone),
            lambda what: f"{what} moved a day {'on' if days > 0 else 'back'}.",
        )

    def do_retime(self) -> None:
        """Ask for another time."""
        chosen = self.selected
        event = self.record.event(chosen)
        if event is None:
            return

        def answered(text: str) -> None:
            captured = parse(f"{text} x", context(self.record, Situation(self.desk.now(), "timeline", chosen)))
            if captured.at is None:
                self.desk.say(f"{text or 'Nothing'} is not a time; 14:31, ~14:30 and 16 Jan 00:10 are.")
                return
            self.desk.editor.apply(
                f"retime {told(captured.at, captured.precision)}",
                lambda record: events.retimed(record, chosen, captured.at, captured.precision, captured.until),
            )
            self.desk.look_at(chosen)
            local = captured.at.astimezone(self._zone)
            placed = "" if event.at else " Placed in the story; h puts it aside."
            self.desk.say(f"Now {told(local, captured.precision)} {local:%Z}, {local:%a} {local.day} {local:%b %Y}.{placed}")

        given = told(event.at.astimezone(self._zone), event.precision) if event.at else ""
        self.desk.ask(f"new time, {self.record.incident.zone}", answered, given=given, tells=_TIMES)

    # Kind, story, evidence.

    def do_star(self) -> None:
        """Star what is chosen or take the star away."""
        chosen = self.chosen
        given = all(event.star for event in events.chosen(self.record, chosen))
        self._apply(
            "star",
            lambda record: events.starred(record, *chosen),
            lambda what: f"{what}: no star any more." if given else f"{what}: starred, part of the story.",
        )

    def do_hide(self) -> None:
        """Keep what is chosen aside, or show it again."""
        chosen = self.chosen
        aside = all(event.hidden for event in events.chosen(self.record, chosen))
        self._apply(
            "hide",
            lambda record: events.kept_aside(record, *chosen),
            lambda what: f"{what}: in sight again." if aside else f"{what}: put aside as evidence; b lists what is.",
        )

    def do_kind(self) -> None:
        """Turn to the next kind."""
        event = self.record.event(self.selected)
        if event:
            self._make(KINDS[(KINDS.index(event.kind) + 1) % len(KINDS)])

    def do_kinds(self) -> None:
        """Choose the kind from a list by its first letters."""
        from noblame.ui.screens.page import PageScreen

        event = self.record.event(self.selected)
        page = Lines(
            tuple(line(f"  {GLYPHS[kind]} ", (kind, KIND_TONES[kind])) for kind in KINDS),
            tuple(Target(kind, row) for row, kind in enumerate(KINDS)),
        )

        def answered(kind: str | None) -> None:
            found: Kind | None = next((known for known in KINDS if known == kind), None)
            if found:
                self._make(found)

        at = event.kind if event else KINDS[0]
        if event and at == "observed":
            at = offered(event.text) or at
        screen = PageScreen("what kind of moment was it?", page, enter="take", at=at)
        self.app.push_screen(screen, answered)  # pyright: ignore[reportUnknownMemberType] any app will do

    def _make(self, kind: Kind) -> None:
        chosen = self.chosen
        self._apply("kind of", lambda record: events.of_kind(record, kind, *chosen), lambda what: f"{what}: {kind}.")

    def do_evidence(self) -> None:
        """Ask for a link, a ticket or a quote."""
        chosen = self.selected

        def added(text: str) -> Callable[[Record], Record]:
            def edit(record: Record) -> Record:
                event = record.event(chosen)
                return replace(record, chosen, evidence=(*event.evidence, text)) if event else record

            return edit

        self._ask("evidence", added, label="evidence for")

    def do_dispute(self) -> None:
        """Ask for the other version; empty words settle it."""
        chosen = self.selected
        event = self.record.event(chosen)
        if event:
            self._ask(
                "how others remember it",
                lambda text: lambda record: replace(record, chosen, disputed=text),
                label="other version of",
                given=event.disputed,
            )

    def do_lane(self) -> None:
        """Ask from whose side it was seen."""
        chosen = self.selected
        event = self.record.event(chosen)
        if event:
            self._ask(
                "seen from the side of",
                lambda text: lambda record: replace(record, chosen, lane=text),
                label="lane of",
                given=event.lane or lane(self.record, event),
            )

    def do_answer(self) -> None:
        """Ask for the answer to the first open question about the event."""
        chosen = self.selected
        note = next((n for n in self.record.notes if n.kind == "question" and n.about == chosen and n.open), None)
        if note is None:
            self.desk.say("No question about this event is open; ? and words asks one.")
            return
        self._ask(note.text, lambda text: lambda record: replace(record, note.id, outcome=text), label="answer at")

    # Several as one, one as several.

    def do_join(self) -> None:
        """Join the event into the one above."""
        chosen = self.selected
        above = self.rows.beside(-1)
        if not above:
            self.desk.say("There is no event above to join it into.")
            return
        self._apply("join", lambda record: folding.joined(record, chosen, above))
        self.desk.look_at(above)
        self.desk.say("Joined into the event above; C takes them apart again.")

    def do_fold_events(self) -> None:
        """Fold the marked events into one row, or take the row under the cursor apart."""
        chosen = self.chosen
        if len(chosen) > 1:
            self._apply(
                "fold", lambda record: folding.folded(record, *chosen), lambda what: f"{what} are one; C takes them apart."
            )
        elif folding.members(self.record, self.selected):
            here = self.selected
            self._apply(
                "unfold", lambda record: folding.unfolded(record, here), lambda _: "Taken apart: each row is its own again."
            )
        else:
            self.desk.say("Mark several rows first: m or shift and the arrows.")

    def do_split(self) -> None:
        """Ask where to cut the words; two events stand where one was."""
        chosen = self.selected
        event = self.record.event(chosen)
        if event is None:
            return

        def answered(text: str) -> None:
            first, cut, second = (part.strip() for part in text.partition(_CUT))
            if not (first and cut and second):
                self.desk.say(f"Put {_CUT} where the second event begins.")
                return
            made = ""

            def edit(record: Record) -> Record:
                nonlocal made
                record, made = folding.split(record, chosen, first, second)
                return record

            self.desk.editor.apply(f"split {chosen}", edit)
            self.desk.look_at(made)

        self.desk.ask(f"put {_CUT} between two events", answered, given=event.text)
