"""How thousands of imported rows become the story: filter, mark, jump."""

from typing import get_args

from noblame.analysis.sifting import Sieve, sieve
from noblame.editor.commands import Command, command
from noblame.editor.edits import sources
from noblame.ui.panes.timeline_aside import OUTSIDE, aside_page
from noblame.ui.panes.timeline_editing import Editing
from noblame.ui.panes.timeline_page import TimelinePage, View
from noblame.ui.panes.timeline_row import ZoneMode

FILTER_HELP = "words  @person  #kind  from:slack  is:unplaced  -without   esc shows all"

_SIFTING = ("star", "hide", "next_candidate", "filter", "mark")


class Sifting(Editing):
    """The part of the timeline that says which rows are seen and which are worth a look."""

    view = View()

    def look(self, view: View) -> None:
        """See other rows, or the same told otherwise; the cursor stays on its event."""
        if view != self.view:
            self.view = view
            self.draw()
            self.rows.come_into_sight()
            self.desk.refresh_foot()

    def list_keys(self) -> tuple[Command, ...]:
        """While rows are sifted the keys that sift are of more use than those that write."""
        return tuple(map(command, _SIFTING)) if self.view.sifting else super().list_keys()

    def show_everything(self) -> None:
        """Show imported rows that nobody starred yet."""
        self.look(View(True, Sieve(), self.view.zone))

    def do_all(self) -> None:
        """Show every row, or only the story."""
        self.look(View(not self.view.everything, Sieve(), self.view.zone))
        self.desk.say(
            "Imported rows are shown; n goes to what may matter, s stars it."
            if self.view.everything
            else "Only the story is shown."
        )

    def do_zone(self) -> None:
        """Turn to the next way of telling time."""
        modes: tuple[ZoneMode, ...] = get_args(ZoneMode)
        mode = modes[(modes.index(self.view.zone) + 1) % len(modes)]
        if mode == "UTC" and self.record.incident.zone == "UTC":
            mode = "T+0"
        self.look(self.view._replace(zone=mode))
        told = {"session": f"Times are told in {self.record.incident.zone}.", "UTC": "Times are told in UTC."}
        self.desk.say(told.get(mode, "Times count from the start of the incident."))

    # Filter.

    def sift(self, words: str) -> None:
        """See only the rows that words mean; no words show what was seen before."""
        self.look(self.view._replace(sieve=sieve(words)))

    def do_filter(self) -> None:
        """Type what to look for; the rows follow at every letter."""
        self.desk.ask("show only", self.sift, given=self.view.sieve.said, live=self.sift, tells=FILTER_HELP)

    def do_aside(self) -> None:
        """List what was set aside and why; Enter shows those rows."""
        from noblame.ui.screens.page import PageScreen

        page = aside_page(self.record)
        if not page.targets:
            self.desk.say("Nothing was set aside, and every row has a time.")
            return

        def answered(words: str | None) -> None:
            if words == OUTSIDE:
                self.look(self.view._replace(everything=True, beyond=True))
            elif words:
                self.sift(words)
            if words:
                self.rows.focus()

        screen = PageScreen("rows that are not in sight", page, enter="show these rows")
        self.app.push_screen(screen, answered)  # pyright: ignore[reportUnknownMemberType] any app will do

    # Mark and jump.

    def do_mark(self) -> None:
        """Begin a stretch of rows, or end it."""
        self.rows.mark(on=not self.rows.marked)
        self.desk.say("Marking: move, then s, h, [ ], t or C does it to all." if self.rows.marked else "Nothing is marked.")

    def do_mark_down(self) -> None:
        """Mark down to the next row."""
        self._extend(1)

    def do_mark_up(self) -> None:
        """Mark up to the row above."""
        self._extend(-1)

    def _extend(self, step: int) -> None:
        if not self.rows.marked:
            self.rows.mark()
        self.rows.move(step)

    def do_next_candidate(self) -> None:
        """Go to the next row that may matter."""
        self._jump(1)

    def do_previous_candidate(self) -> None:
        """Go back to the row before that may matter."""
        self._jump(-1)

    def _jump(self, step: int) -> None:
        """Go to the nearest candidate in one direction and say why it is one."""
        if not self.view.sifting:
            self.show_everything()
        page = self.rows.page
        if not isinstance(page, TimelinePage):
            return
        here = page.targets.place_of(self.selected)
        behind = range(-1 if here is None else here, len(page.events) if step > 0 else -1, step)[1:]
        found = next((page.events[place].id for place in behind if page.candidates.why(page.events[place])), "")
        if not found:
            way, other = ("below", "back up with N") if step > 0 else ("above", "down with n")
            self.desk.say(f"No other row {way} stands out; filter with f, or go {other}.")
            return
        self.desk.look_at(found)

    def escaped(self) -> bool:
        """Let go of the mark, then of the filter; say whether there was one."""
        if self.rows.marked:
            self.rows.mark(on=False)
        elif self.view.sieve:
            self.sift("")
        elif self.view.beyond:
            self.look(self.view._replace(beyond=False))
        else:
            return False
        return True

    # The clock of a source.

    def do_shift(self, words: str = "") -> None:
        """Move all rows of the source under the cursor, or read its clock in another zone."""
        event = self.record.event(self.selected)
        if event is None or not event.source:
            self.desk.say("Put the cursor on an imported row; its whole source is set right.")
            return
        origin = sources.Origin.of(event)
        if not words.strip():
            self.desk.ask(
                f"set the clock of {origin.name} right by",
                self._shift_answered,
                given="+30s",
                tells="-40s  +2m  +1h  or its zone, such as Europe/Prague",
            )
            return
        step = sources.correction(words)
        if step is None:
            self.desk.say(f"{words.strip()} is neither a shift such as -40s or +2m nor a zone such as Europe/Prague.")
            return
        here = self.selected
        self.desk.editor.apply(
            f"set {origin.name} right by {words.strip()}", lambda record: sources.set_right(record, origin, step)
        )
        self.desk.look_at(here)
        rows = f"{len(sources.rows_of(self.record, origin)):,} rows of {origin.name}"
        self.desk.say(f"All {rows} are {'set right by' if isinstance(step, int) else 'read in'} {words.strip()}.")

    def _shift_answered(self, words: str) -> None:
        """Set the source right; no words leave it as it is."""
        if words.strip():
            self.do_shift(words)
