"""What the cockpit shows: on the left the meeting, on the right the room."""

from collections.abc import Sequence

from noblame.analysis.cells import cells, fit, wrap
from noblame.analysis.cues import cue
from noblame.analysis.debt import debt
from noblame.analysis.gaps import gaps
from noblame.analysis.missing import missing
from noblame.analysis.nudges import nudge
from noblame.analysis.pace import blocks, projected_end
from noblame.analysis.phases import clock as told
from noblame.analysis.prompts import prompts
from noblame.analysis.roster import in_turn, invitation, not_heard, warning
from noblame.lint.completeness import completeness
from noblame.lint.finding import Finding
from noblame.lint.findings import is_private
from noblame.model import Now, Part, Person, Record
from noblame.store.inbox import Dropped
from noblame.ui.header import WIDE, clock
from noblame.ui.ink import Line, line
from noblame.ui.rows import Lines, Target, stacked, two_columns

INBOX = "inbox"
_LAST_NOTES = 8
_FINDINGS = 5


def cockpit_page(record: Record, now: Now, inbox: Sequence[Dropped], width: int, found: Sequence[Finding]) -> Lines:
    """Return the page, in two columns where there is room."""
    room = (width - 2) // 2 if width >= WIDE else width
    block = record.agenda.block
    part: Part = block.part if block else "opening"
    left = (pace(record, now, part, room), ask(record, part, room))
    right = (people(record, room), dropped(inbox, room), own_notes(record, room))
    if width >= WIDE:
        return two_columns(stacked(*left, findings(record, found, room)), stacked(*right), width)
    return stacked(left[0], *right, left[1], findings(record, found, room))


def pace(record: Record, now: Now, part: Part, width: int) -> Lines:
    """Return where the clock is, what is owed, and the one thing that this part still lacks."""
    agenda = record.agenda
    if agenda.current is None or agenda.block is None or agenda.ended is not None:
        words = "The meeting is over." if agenda.ended else "The meeting has not started."
        return Lines((line((" Pace", "heading")), line(" ", (words, "muted"))))
    on = blocks(agenda, now)[agenda.current]
    said = cue(agenda, now)
    owed = debt(agenda, now)
    tone = "bad" if on.overrun else "warn" if said else "good"
    end = f"{projected_end(agenda, now).astimezone(now.wall.tzinfo):%H:%M}"
    lines = [
        line((" Pace", "heading"), (f"   {said.short}", tone) if said else ""),
        line(" ", (f"{on.name} ", "strong"), (f"{clock(on.spent)} of {clock(on.planned)}", tone), (f"   ends {end}", "muted")),
    ]
    if owed:
        lines.append(line((f" {owed} min owed", "warn"), ("   ctrl+r in the meeting rebalances", "muted")))
    if lacks := nudge(record, part):
        lines += [line(" ", (text, "warn")) for text in wrap(lacks, width - 2)]
    return Lines(tuple(lines))


def ask(record: Record, part: Part, width: int) -> Lines:
    """Return what to ask the room next: prompts of the block, quiet stretches, rows that are missing."""
    asked = [*prompts(record.agenda.block, part)]
    if part == "timeline":
        asked += [f"{told(record, gap.before)} to {told(record, gap.after)}: {gap.question}" for gap in gaps(record.events)[:2]]
        asked += [row.sentence for row in missing(record)[:2]]
    lines: list[Line] = [line((" Ask the room", "heading"))]
    for question in asked:
        first, *rest = wrap(question, width - 4) or ("",)
        lines += [line((" ? ", "ask"), first), *(line("   ", text) for text in rest)]
    return Lines(tuple(lines))


def findings(record: Record, found: Sequence[Finding], width: int) -> Lines:
    """Return what is about wording and one person, all of it, as only this page shows it; then what the document lacks."""
    private = [finding for finding in found if is_private(finding)]
    shared = [finding for finding in found if not is_private(finding)]
    lines: list[Line] = [line((" Document", "heading"), (f"   {completeness(record).in_words}", "muted"))]
    for finding in private:
        first, *rest = wrap(f"{finding.place}  {finding.message}", width - 4)
        lines += [line((" ◇ ", "warn"), first), *(line("   ", text) for text in rest)]
        lines += [line("   ", (text, "ask")) for text in wrap(finding.suggestion, width - 4)]
    seen = max(0, _FINDINGS - len(private))
    lines += [line((" ▲ ", "warn"), fit(f"{finding.place}  {finding.message}", width - 4)) for finding in shared[:seen]]
    if len(shared) > seen:
        lines.append(line((fit(f"   {len(shared) - seen} more: alt+c in the meeting lists them", width - 1), "muted")))
    return Lines(tuple(lines))


def people(record: Record, width: int) -> Lines:
    """Return the roster with turns, who was not heard, and whose turn it is."""
    silent = {person.id for person in not_heard(record)}
    lines: list[Line] = [line((" In the room", "heading"), (f"   {len(silent)} not heard yet", "warn") if silent else "")]
    targets: list[Target] = []
    name = min(18, max((cells(person.shown) for person in record.people), default=0))
    for number, person in enumerate(record.people, 1):
        targets.append(Target(person.id, len(lines)))
        lines.append(_person(person, number, name, silent=person.id in silent))
    if not record.people:
        lines.append(line(("   nobody yet: type names in the meeting's opening", "muted")))
    round_robin = in_turn(record)
    if len(round_robin) > 1:
        lines.append(line((" next ", "muted"), fit(" → ".join(p.shown for p in round_robin), width - 7)))
        lines += [line(" ", (text, "ask")) for text in wrap(f"“{invitation(round_robin[0])}”", width - 3)]
    lines += [line(" ", (text, "warn")) for text in wrap(warning(record), width - 3)]
    return Lines(tuple(lines), tuple(targets))


def _person(person: Person, number: int, width: int, *, silent: bool) -> Line:
    key = (f" {number} ", "accent") if number < 10 else ("   ", "muted")
    mark = ("✓ ", "good") if person.present else ("· ", "muted")
    turns = "not heard yet" if silent else f"{person.turns} {'turn' if person.turns == 1 else 'turns'}" if person.turns else ""
    shown = fit(person.shown, width)
    return line(
        key, mark, shown + " " * (width - cells(shown)), (f"  {turns:<14}", "warn" if silent else "text"),
        (", ".join(person.roles), "muted"),
    )  # fmt: skip


def dropped(inbox: Sequence[Dropped], width: int) -> Lines:
    """Return the notes that wait to be screened; nothing where there are none."""
    lines: list[Line] = [line((" Inbox", "heading"), (f"   {len(inbox)} to screen, without names", "warn"))]
    targets: list[Target] = []
    for note in inbox:
        targets.append(Target(f"{INBOX}:{note.key}", len(lines)))
        first, *rest = wrap(note.text, width - 5) or ("",)
        lines += [line((" ✉ ", "violet"), first), *(line("   ", text) for text in rest[:3])]
    return Lines(tuple(lines), tuple(targets)) if inbox else Lines()


def own_notes(record: Record, width: int) -> Lines:
    """Return the last of the facilitator's own notes."""
    written = record.meeting.private_notes.strip().split("\n")
    lines: list[Line] = [line((" Your notes", "heading"), ("   nobody else sees them; they are not exported", "muted"))]
    for text in written[-_LAST_NOTES:] if written != [""] else ():
        lines += [line(" ", part) for part in wrap(text, width - 3)]
    if written == [""]:
        lines.append(line((" none yet", "muted")))
    return Lines(tuple(lines))
