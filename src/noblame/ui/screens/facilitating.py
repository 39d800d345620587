"""The commands that run the meeting: its clock, its votes, its shared page, its dates."""

from typing import TYPE_CHECKING, cast

from noblame.analysis import debt, pace, votes
from noblame.analysis.cues import cue
from noblame.capture import appointment
from noblame.editor.edits import meeting
from noblame.model import PARTS, Agenda, Part

if TYPE_CHECKING:
    from noblame.ui.app import NoblameApp
    from noblame.ui.screens.meeting import MeetingScreen
    from noblame.ui.screens.stage import StageScreen

_THUMBS = 3
"""Up, down and aside."""
TANGENT = 3
"""Minutes of a tangent, unless others are named."""
MOST_MINUTES = 60
EXTENSION = 5
"""Minutes that one key adds."""


class Facilitating:
    """Does what the facilitator asks of the meeting, whichever pane is in view."""

    def __init__(self, screen: "MeetingScreen") -> None:
        self._screen = screen
        self._stage: StageScreen | None = None
        self._warned_of_parked = False

    @property
    def app(self) -> "NoblameApp":
        """The application."""
        return cast("NoblameApp", self._screen.app)  # pyright: ignore[reportUnknownMemberType] it is ours

    # The agenda.

    def do_next_part(self) -> None:
        """Start the meeting, or go on; behind the last part it ends, and after its end it goes on there."""
        agenda = self._screen.record.agenda
        if agenda.ended is not None:
            self._turn(pace.resume(agenda, self._screen.now()))
            self._screen.say("The meeting goes on, and its clock runs again.")
        elif agenda.current is None:
            self._turn(pace.start(agenda, self._screen.now()))
        elif agenda.current + 1 < len(agenda.blocks):
            self._turn(pace.next_block(agenda, self._screen.now()))
        elif (left := self._parked()) and not self._warned_of_parked:
            self._warned_of_parked = True
            self._screen.say(f"{left} parked {'line is' if left == 1 else 'lines are'} left; ctrl+n again ends the meeting.")
        else:
            self._turn(pace.finish(agenda, self._screen.now()))
            self._screen.say("The meeting is over. Thank you. Escape, then m shows how it went.")

    def _parked(self) -> int:
        """Return how many parked lines have no owner, no meeting, and were not dropped."""
        return sum(note.kind == "parked" and note.open for note in self._screen.record.notes)

    def do_previous_part(self) -> None:
        """Go back a part."""
        self._turn(pace.back(self._screen.record.agenda, self._screen.now()))

    def do_jump(self, words: str) -> None:
        """Let the clock go on in a part that is named by its beginning or its number."""
        wanted = words.strip().casefold()
        found: list[Part] = [
            part for number, part in enumerate(PARTS, 1) if wanted and (part.startswith(wanted) or wanted == str(number))
        ]
        if len(found) != 1:
            self._screen.say(f"Name a part: {', '.join(PARTS)}.")
            return
        self._turn(pace.jump(self._screen.record.agenda, found[0], self._screen.now()))
        self._screen.view(found[0])

    def do_extend(self) -> None:
        """Give the running part more minutes."""
        self._turn(pace.extend(self._screen.record.agenda, EXTENSION))

    def do_vote(self, words: str) -> None:
        """Count thumbs for more minutes; asks for them where none are given."""
        if not words.strip():
            step = votes.next_step(self._screen.record.agenda)
            question = f"+{step} min? up down aside" if step else "up down aside"
            self._screen.dock.ask(question, lambda text: self.do_vote(text) if text else None)
            return
        cast_votes = votes.counts(words)
        if cast_votes is None:
            self._screen.say("Count up, down and aside: /vote 7 2 1")
            return
        before = self._screen.record.agenda
        agenda = votes.voted(before, cast_votes, self._screen.now())
        if agenda is before:
            self._screen.say("The room has had its votes on this; ctrl+n goes on, ctrl+t still adds five minutes.")
            return
        self._turn(agenda)
        self._screen.say(f"{votes.in_words(agenda.votes[-1])}.")

    def thumbs(self, words: str) -> votes.Counts | None:
        """Return the counts that a bare line such as ``7 2 1`` gives when the time is up or nearly so, else nothing."""
        agenda = self._screen.record.agenda
        told = cue(agenda, self._screen.now())
        cast_votes = votes.counts(words) if len(words.split()) == _THUMBS else None
        return cast_votes if told and told.kind in ("soon", "up") and votes.next_step(agenda) else None

    def do_rebalance(self) -> None:
        """Take what is owed from what is ahead."""
        paid = debt.rebalance(self._screen.record.agenda, self._screen.now())
        self._turn(paid.agenda)
        self._screen.say(paid.in_words)

    def do_pause(self) -> None:
        """Stop the clock, or let it run on."""
        agenda, now = self._screen.record.agenda, self._screen.now()
        self._turn(pace.pause(agenda, now) if agenda.since else pace.resume(agenda, now))

    def do_timebox(self, words: str) -> None:
        """Give a tangent a few minutes."""
        given = words.strip().removesuffix("min").strip() or str(TANGENT)
        if not given.isdecimal() or not 0 < int(given[:4]) <= MOST_MINUTES:
            self._screen.say("Say how many minutes the tangent gets: /timebox 3")
            return
        minutes = int(given)
        self._turn(pace.timeboxed(self._screen.record.agenda, minutes, self._screen.now()))
        self._screen.say(f"The tangent has {minutes} min from now; the clock says when they are over.")

    def do_agenda(self, words: str) -> None:
        """Choose the plan of the meeting; a running one keeps its clock."""
        name, plans = words.strip().casefold(), self._screen.settings.agenda
        if name not in plans.names:
            self._screen.say(f"Agendas are {', '.join(plans.names)}: type /agenda and one of them.")
        elif self._screen.record.agenda.started is not None:
            self._screen.say("The meeting has started; its plan stays. ctrl+t adds five minutes.")
        else:
            rehearsal = self._screen.record.agenda.rehearsal
            plan = plans.plan(name).but(rehearsal=rehearsal)
            self._screen.editor.apply(f"agenda {name}", lambda record: record.but(agenda=plan))

    def _turn(self, agenda: Agenda) -> None:
        """Let the agenda be as given and look at the part that is on."""
        before = self._screen.record.agenda
        self._screen.editor.amend(lambda record: record.but(agenda=agenda))
        if agenda.block and (before.current != agenda.current):
            self._screen.view(agenda.block.part)

    # The shared page.

    def do_stage(self) -> None:
        """Show one thing to the whole room."""
        from noblame.ui.screens.stage import StageScreen

        self._stage = StageScreen(self._screen)
        self.app.push_screen(self._stage, self._off_stage)

    def _off_stage(self, shown: str | None) -> None:
        """Come back to the meeting where the stage was."""
        self._stage = None
        if shown:
            self._screen.look_at(shown)

    def redraw_stage(self) -> None:
        """Let the stage follow the record."""
        if self._stage is not None:
            self._stage.draw()

    def do_tour(self) -> None:
        """Walk through a meeting; any key leaves."""
        from noblame.ui.screens.tour import TourScreen

        self.app.push_screen(TourScreen(self._screen))

    def offer_tour(self) -> None:
        """Say once that there is a tour; typing anything passes it by."""
        self._screen.say("First time here? /tour shows a meeting in ninety seconds; or just type.")

    # People and dates.

    def do_turn(self, words: str) -> None:
        """Count that somebody was heard; says nothing about how often, because the room can see it."""
        person = self._screen.record.person(words.strip())
        if person is None:
            self._screen.say("Say who was heard: /turn and a name from the roster.")
            return
        self._screen.editor.apply(f"{person.shown} heard", lambda record: meeting.turn_counted(record, person.id))

    def do_planned(self, words: str) -> None:
        """Say when the meeting is held."""
        moment = appointment.read(words, self._screen.now().wall)
        if moment is None:
            self._screen.say("Say a day, and a time where it is not ten: /planned fri 14:00")
            return
        self._screen.editor.apply("meeting date", lambda record: meeting.planned_at(record, moment))
        self._screen.say(f"The meeting is on {moment:%a} {moment.day} {moment:%b} at {moment:%H:%M}.")

    def do_follow_up(self, words: str = "") -> None:
        """Say when the actions are looked at again."""
        if not words.strip():
            self._screen.dock.ask("follow-up on", lambda text: self.do_follow_up(text) if text else None)
            return
        moment = appointment.read(words, self._screen.now().wall)
        if moment is None:
            self._screen.say("Say a day, and a time where it is not ten: /follow-up 31 jan 14:00")
            return
        self._screen.editor.apply("follow-up date", lambda record: meeting.followed_up(record, moment))
        self._screen.say(f"The actions are looked at again on {moment:%a} {moment.day} {moment:%b} at {moment:%H:%M}.")

    def do_hands(self, words: str) -> None:
        """Note a show of hands at the end."""
        found = votes.counts(words)
        if found is None:
            self._screen.say("Count who learned something that changes their work, then who would come again: /hands 6 8")
            return
        self._screen.editor.apply("show of hands", lambda record: meeting.hands_shown(record, found.up, found.down))

    # Papers.

    def do_preread(self) -> None:
        """Write the draft beside the session and remember what stood in it."""
        from noblame.ui.exporting import write_document

        said = write_document(self._screen.record, self.app.file.path, "preread")
        if said.startswith("Written"):
            now = self._screen.now().wall
            self._screen.editor.apply("pre-read sent", lambda record: meeting.sent_round(record, now))
        self._screen.say(said)

    def do_inbox(self) -> None:
        """Show the notes that wait without a name."""
        from noblame.ui.screens.inbox import Inbox

        Inbox(self._screen, self.app.file.path).show()

    def do_checklist(self) -> None:
        """Show what is to be done before and after the meeting; Enter ticks."""
        from noblame.ui.screens.papers import Checklist

        Checklist(self._screen).show()

    def do_review(self) -> None:
        """Show how the meeting went."""
        from noblame.ui.screens.page import PageScreen
        from noblame.ui.screens.papers import review_lines

        self._screen.over(PageScreen("how the meeting went", review_lines(self._screen.record, self._screen.now())))
