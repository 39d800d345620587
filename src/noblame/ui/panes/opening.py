"""The opening pane: what is read aloud, who is here, what we agree on, why we meet."""

from datetime import timedelta
from typing import TYPE_CHECKING, cast

from noblame.analysis.carryover import Carried, carried
from noblame.analysis.cells import cells, fit, wrap
from noblame.analysis.nudges import nudge
from noblame.analysis.preread import changes
from noblame.analysis.roster import in_timeline, warning
from noblame.analysis.triggers import triggers
from noblame.editor.edits import people
from noblame.editor.edits.meeting import turn_counted
from noblame.model import Now, Person, Record
from noblame.model.settings import AgendaSettings
from noblame.store.neighbours import neighbours
from noblame.ui.desk import Desk
from noblame.ui.header import WIDE
from noblame.ui.ink import Line, line
from noblame.ui.panes.pane import Pane
from noblame.ui.rows import Lines, Page, Target, stacked, two_columns

if TYPE_CHECKING:
    from noblame.ui.app import NoblameApp

CARD = (
    "We are here to learn how our systems made this outcome possible, not to judge anyone.",
    "Everyone did what made sense to them with what they knew at the time.",
    "We ask what and how before why. We hold fixes until the timeline is told. Dissent is recorded.",
)

NORMS = ("One conversation at a time", "Roles, not names, in what we export", "Everyone agrees to notes being kept")

_ROLE_TONES = {"facilitator": "accent", "scribe": "violet", "incident commander": "teal", "responder": "teal"}


class OpeningPane(Pane):
    """Five minutes: the card, the roster, the norms."""

    part = "opening"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._carried = Carried()

    def on_mount(self) -> None:
        """Look into the other sessions in a thread, because a workspace may be large."""
        self.run_worker(self._look_around, thread=True)

    def _look_around(self) -> None:
        app, record = cast("NoblameApp", self.app), self.record  # pyright: ignore[reportUnknownMemberType] it is ours
        others = neighbours(app.file.path, record.incident.service)
        found = carried(record, others, self.desk.now().wall.date())
        if found.actions or found.factors:
            app.call_from_thread(self._carry, found)

    def _carry(self, found: Carried) -> None:
        """Show what earlier incidents of the service left."""
        self._carried = found
        self.draw()

    def page(self, width: int) -> Page:
        """Return the page, in two columns where there is room."""
        room = (width - 2) // 2 if width >= WIDE else width
        agenda = self.desk.settings.agenda
        left = stacked(roster(self.record, room), norms(self.record, agenda))
        right = stacked(
            reasons(self.record), since_preread(self.record, self.desk.now()), carried_over(self.record, self._carried, room)
        )
        top = card(width, agenda)
        if width >= WIDE:
            return stacked(top, two_columns(left, right, width))
        return stacked(top, left, right)

    def hint(self) -> Line:
        """Name what is still to be done here once the meeting runs, else what to type."""
        if self.record.agenda.since and (left := nudge(self.record, self.part)):
            return line((left, "muted"))
        return line(
            ("chen as scribe", "text"),
            ("  adds a person; ", "muted"),
            ("esc", "accent"),
            (" then ", "muted"),
            ("space", "accent"),
            (" ticks who is here", "muted"),
        )

    def _own(self) -> tuple[Person, ...]:
        return self.record.people

    def do_tick(self) -> None:
        """Tick whatever the cursor stands on."""
        kind, _, name = self.selected.partition(":")
        editor = self.desk.editor
        if kind == "norm":
            editor.apply(f"tick “{name}”", lambda record: people.norm_ticked(record, name))
        elif kind == "trigger":
            editor.apply(f"tick “{name}”", lambda record: people.trigger_ticked(record, name))
        elif person := self.record.person(self.selected):
            editor.apply(f"presence of {person.shown}", lambda record: people.came_or_left(record, person.id))

    def do_heard(self) -> None:
        """Count a turn."""
        person = self.record.person(self.selected)
        if person is None:
            self.desk.say("Put the cursor on a person first.")
            return
        self.desk.editor.apply(f"{person.shown} heard", lambda record: turn_counted(record, person.id))


def read_aloud(settings: AgendaSettings) -> tuple[str, ...]:
    """Return the sentences of the card: the team's own, else ours."""
    return settings.card_words or CARD


def card(width: int, settings: AgendaSettings) -> Lines:
    """Return what is read aloud."""
    text = [part for sentence in read_aloud(settings) for part in wrap(sentence, width - 6)]
    return Lines((line((" Read aloud", "heading")), *(line((" ▎ ", "accent"), (part, "strong")) for part in text)))


def roster(record: Record, width: int) -> Lines:
    """Return who is here, in what role."""
    known = in_timeline(record)
    lines: list[Line] = [line((" In the room", "heading"))]
    targets: list[Target] = []
    name = min(20, max((cells(person.shown) for person in record.people), default=0))
    for person in record.people:
        targets.append(Target(person.id, len(lines)))
        lines.append(_person(person, name, in_story=person.id in known))
    if not record.people:
        lines.append(line(("   nobody yet", "muted")))
    told = wrap(warning(record), width - 5)
    lines += [line((" ▲ " if not n else "   ", "warn"), (text, "warn")) for n, text in enumerate(told)]
    return Lines(tuple(lines), tuple(targets))


def _person(person: Person, width: int, *, in_story: bool) -> Line:
    roles = ", ".join(person.roles)
    tone = next((_ROLE_TONES[role] for role in person.roles if role in _ROLE_TONES), "muted")
    told = "not in the timeline" if "facilitator" in person.roles and not in_story else ""
    mark = (" ✓ ", "good") if person.present else (" · ", "muted")
    return line(
        mark, fit(person.shown, width) + " " * (width - cells(person.shown)), "  ", (roles, tone), (f"   {told}", "muted")
    )


def norms(record: Record, settings: AgendaSettings) -> Lines:
    """Return the norms with their ticks; the room's own stand behind those that are offered."""
    ticked = record.meeting.norms
    offered = tuple(dict.fromkeys((*(settings.norms or NORMS), *ticked)))
    lines = [line((" Norms", "heading"))]
    lines += [line((" ☑ ", "good") if norm in ticked else (" ☐ ", "warn"), norm) for norm in offered]
    return Lines(tuple(lines), tuple(Target(f"norm:{norm}", n) for n, norm in enumerate(offered, 1)))


def reasons(record: Record) -> Lines:
    """Return the triggers of this meeting: those that fired first, the others to be ticked."""
    lines: list[Line] = [line((" Why we hold this one", "heading"))]
    targets: list[Target] = []
    for trigger in sorted(triggers(record), key=lambda trigger: not trigger.fired):
        targets.append(Target(f"trigger:{trigger.id}", len(lines)))
        mark = (" ● ", "bad") if trigger.fired else (" ○ ", "muted")
        lines.append(line(mark, (trigger.words, "text" if trigger.fired else "muted"), (f"   {trigger.why}", "muted")))
    return Lines(tuple(lines), tuple(targets))


def since_preread(record: Record, now: Now) -> Lines:
    """Return how the timeline differs from the draft that was sent round; nothing where none was."""
    sent = record.meeting.preread_at
    if sent is None or not record.meeting.preread:
        return Lines()
    found = changes(record)
    told = [
        (f"{sign}{count} ", tone, words)
        for sign, count, tone, words in (
            ("+", found.added, "good", "events" if found.added != 1 else "event"),
            ("~", found.retimed, "warn", "retimed"),
            ("~", found.reworded, "warn", "reworded"),
            ("−", found.removed, "bad", "removed"),
            ("", found.open_questions, "accent", "open questions" if found.open_questions != 1 else "open question"),
        )
        if count
    ]
    words = [part for figure, tone, word in told for part in ((figure, tone), f"{word}   ")] or [("the same as then", "muted")]
    return Lines((line((f" Since the pre-read, sent {_ago(now.wall - sent)} ago", "heading")), line(" ", *words)))


def _ago(span: timedelta) -> str:
    hours = max(0, round(span.total_seconds() / 3600))
    return f"{hours} h" if hours < 48 else f"{hours // 24} days"


def carried_over(record: Record, found: Carried, width: int) -> Lines:
    """Return overdue promises and repeated factors of earlier incidents; nothing where there are none."""
    lines: list[Line] = []
    for title, action, days in found.actions[:4]:
        late = f"{days} {'day' if days == 1 else 'days'} overdue" if days > 0 else "open"
        told = f"  {action.owner or 'nobody'} · {late}"
        tone = "bad" if days > 0 else "muted"
        text = fit(action.text or title, max(12, width - 5 - cells(told)))
        lines.append(line((" ▲ " if days > 0 else " · ", tone), text, (told, tone)))
    if len(found.actions) > 4:
        lines.append(line((f"   and {len(found.actions) - 4} more", "muted")))
    for text, count in found.factors[:3]:
        told = f"  in {count} earlier {'incident' if count == 1 else 'incidents'}"
        lines.append(line((" ↻ ", "warn"), fit(text, max(12, width - 5 - cells(told))), (told, "warn")))
    return Lines((line((f" Carried over for {record.incident.service}", "heading")), *lines)) if lines else Lines()
