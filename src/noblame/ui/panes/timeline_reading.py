"""How the timeline is read with a room: walk, ask, and pages for what is looked at seldom."""

from collections.abc import Callable
from itertools import dropwhile

from noblame.analysis.moment import questions
from noblame.editor.edits import moments
from noblame.ui.panes.timeline_figures import figures_page
from noblame.ui.panes.timeline_lanes import lanes_page
from noblame.ui.panes.timeline_page import TimelinePage
from noblame.ui.panes.timeline_sifting import Sifting
from noblame.ui.rows import Page

_TURNED = {
    "asked": "Asked. The same key again keeps it as an open question.",
    "open": "Kept as an open question; x writes the answer down.",
    "": "Not asked.",
}


class Reading(Sifting):
    """The part of the timeline that reads it aloud."""

    walking = False

    # Walk.

    def do_walk(self) -> None:
        """Show the whole of the event under the cursor, then go on to the next of the story."""
        seen = self.rows.page.events if isinstance(self.rows.page, TimelinePage) else ()
        ids = [event.id for event in seen if event.shown]
        if not ids:
            self.desk.say("The story has no events yet; s stars one.")
            return
        if not self.walking:
            self.walking = True
            here = self.selected if self.selected in ids else ids[0]
        else:
            behind = dropwhile(lambda event: event.id != self.selected, seen)
            here = next((event.id for event in behind if event.shown and event.id != self.selected), "")
        if not here:
            self.walking = False
            self.desk.say("That was the last event of the story.")
            here = ids[-1]
        self.desk.look_at(here)
        self.cursor_moved()

    def escaped(self) -> bool:
        """End the walk after the mark and the filter."""
        if super().escaped():
            return True
        if not self.walking:
            return False
        self.walking = False
        self.cursor_moved()
        return True

    # Ask.

    def do_ask_1(self) -> None:
        """Tick the first question."""
        self._turn_question(0)

    def do_ask_2(self) -> None:
        """Tick the second question."""
        self._turn_question(1)

    def do_ask_3(self) -> None:
        """Tick the third question."""
        self._turn_question(2)

    def _turn_question(self, place: int) -> None:
        here = self.selected
        event = self.record.event(here)
        said = questions(event, self.desk.settings.questions) if event else ()
        if place >= len(said):
            self.desk.say("There is no such question here.")
            return
        question, now = said[place], self.desk.now()
        if moments.state(self.record, here, question) == "answered":
            self.desk.say("That has been answered; Closing shows the answer.")
            return
        self.desk.editor.apply(f"question at {here}", lambda record: moments.turned(record, here, question, now))
        self.desk.say(_TURNED[moments.state(self.record, here, question)])

    # Pages.

    def do_figures(self) -> None:
        """Show intervals, contradictions, quiet stretches and density."""
        self._over("what the events add up to", figures_page(self.record, self.size.width - 2))

    def do_lanes(self) -> None:
        """Show who knew what when; Enter goes to the event."""
        self._over("what each knew when", lanes_page(self.record, self.size.width - 2), "go there", self.desk.look_at)

    def _over(self, title: str, page: Page, enter: str = "", then: Callable[[str], None] | None = None) -> None:
        from noblame.ui.screens.page import PageScreen

        def answered(chosen: str | None) -> None:
            if chosen and then:
                then(chosen)

        self.app.push_screen(PageScreen(title, page, enter=enter), answered)  # pyright: ignore[reportUnknownMemberType]

    def do_gaps(self, words: str = "") -> None:
        """Set from how many quiet minutes on the timeline asks."""
        said = words.strip().casefold().removesuffix("min").removesuffix("m").strip()
        if not said:
            self.desk.ask("ask about gaps from, in minutes", self.do_gaps, given=str(self.record.incident.gap_minutes))
        elif not said.isdecimal() or not 1 <= int(said[:6]) <= 1440:
            self.desk.say("Minutes from 1 to 1440, such as 7.")
        else:
            minutes = int(said)
            self.desk.editor.apply(
                f"gaps from {minutes} min", lambda record: record.but(incident=record.incident.but(gap_minutes=minutes))
            )
            self.desk.say(f"Gaps of {minutes} minutes and more are asked about.")
