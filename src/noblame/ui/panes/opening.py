"""The opening pane: what is read aloud, who is here, what we agree on, why we meet."""

from noblame.analysis.cells import cells, fit, wrap
from noblame.analysis.roster import in_timeline, warning
from noblame.analysis.triggers import triggers
from noblame.editor.edits import people
from noblame.editor.edits.entries import replace
from noblame.model import Person, Record
from noblame.ui.header import WIDE
from noblame.ui.ink import Line, line
from noblame.ui.panes.pane import Pane
from noblame.ui.rows import Lines, Page, Target, stacked, two_columns

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

    def page(self, width: int) -> Page:
        """Return the page, in two columns where there is room."""
        left = stacked(roster(self.record, width // 2 if width >= WIDE else width), norms(self.record))
        right = stacked(reasons(self.record))
        top = card(width)
        if width >= WIDE:
            return stacked(top, two_columns(left, right, width))
        return stacked(top, left, right)

    def hint(self) -> Line:
        """Name what to type."""
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
        self.desk.editor.apply(f"{person.shown} heard", lambda record: replace(record, person.id, turns=person.turns + 1))


def card(width: int) -> Lines:
    """Return what is read aloud."""
    text = [part for sentence in CARD for part in wrap(sentence, width - 6)]
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


def norms(record: Record) -> Lines:
    """Return the norms with their ticks; the room's own stand behind ours."""
    offered = (*NORMS, *(norm for norm in record.meeting.norms if norm not in NORMS))
    ticked = record.meeting.norms
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
