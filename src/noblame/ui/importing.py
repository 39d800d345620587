"""Bringing records in from inside the program: choose, look at what would be added, take it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from noblame.importers.base import Reading, Refused
from noblame.importers.merging import Added, into
from noblame.importers.parts import parts
from noblame.importers.preview import counted
from noblame.importers.source import read_source
from noblame.model import clean_line
from noblame.ui.attempt import Attempt
from noblame.ui.ink import Line, line
from noblame.ui.panes.timeline import TimelinePane
from noblame.ui.rows import Lines, Target
from noblame.ui.screens.importing_page import TAKE
from noblame.ui.screens.importing_several import several_page

if TYPE_CHECKING:
    from noblame.ui.screens.meeting import MeetingScreen


class Importing:
    """One import, from the folder to the timeline."""

    def __init__(self, screen: "MeetingScreen") -> None:
        self._screen = screen

    def begin(self, words: str) -> None:
        """Read what was named, or let it be chosen from a folder."""
        path = Path(words).expanduser() if words else Path.cwd()
        if words and (path.is_file() or path.is_dir()):
            self._look(path)
        elif words:
            self._screen.say(f"There is nothing at {clean_line(str(path))}.")
        else:
            self._choose(path)

    def _choose(self, folder: Path) -> None:
        """Show a folder; Enter goes into folders and takes files."""
        from noblame.ui.screens.page import PageScreen

        page = folder_page(folder)
        if page is None:
            self._screen.say(f"{clean_line(str(folder))} cannot be read.")
            return

        def chosen(name: str | None) -> None:
            if not name:
                return
            path = folder.parent if name == ".." else folder if name == "." else folder / name
            if path.is_dir() and name != ".":
                self._choose(path)
            else:
                self._look(path)

        first = page.targets[min(2, len(page.targets) - 1)].id
        self._screen.over(PageScreen(f"import from {clean_line(str(folder))}", page, enter="open or take", at=first), chosen)

    def _look(self, path: Path) -> None:
        """Read a source and show what it would add; what can be nothing is refused at once."""
        try:
            source = read_source(path)
            pieces, left_out = parts(source)
        except Refused as refusal:
            self._screen.say(str(refusal))
            return
        attempts = [Attempt(Path(piece.name), source=piece) for piece in pieces]
        for attempt in attempts:
            attempt.again()
        if pieces == [source]:
            self._one(attempts[0], path.name)
            return
        known = [attempt for attempt in attempts if attempt.reading or attempt.fitting]
        left_out += [attempt.refusal.partition("; ")[0] for attempt in attempts if attempt not in known]
        self._several(path.name, known, (*source.warnings, *left_out))

    def _one(self, attempt: Attempt, name: str) -> None:
        """Show what one source would add."""
        if attempt.refusal and len(attempt.fitting) < 2:
            self._screen.say(attempt.refusal)
            return

        def answered(reading: Reading | None) -> None:
            if reading:
                self._take(name, [reading])

        self._preview(attempt, answered)

    def _preview(self, attempt: Attempt, answered: Callable[[Reading | None], None]) -> None:
        from noblame.ui.screens.importing import ImportScreen

        room = self._screen.record.incident.zone
        self._screen.app.push_screen(ImportScreen(attempt, room), answered)  # pyright: ignore[reportUnknownMemberType] any app will do

    def _several(self, name: str, attempts: list[Attempt], left_out: tuple[str, ...], at: str = TAKE) -> None:
        """Show the files of a folder; Enter on one looks into it, on the first line takes the rows of all."""
        from noblame.ui.screens.page import PageScreen

        page = several_page(attempts, left_out)

        def looked(attempt: Attempt, reading: Reading | None) -> None:
            attempt.wanted = reading is not None
            self._several(name, attempts, left_out, str(attempts.index(attempt)))

        def chosen(target: str | None) -> None:
            if target == TAKE:
                self._take(name, [a.reading for a in attempts if a.reading and a.wanted])
            elif target:
                attempt = attempts[int(target)]
                self._preview(attempt, lambda reading: looked(attempt, reading))

        first = at if any(target.id == at for target in page.targets) else ""
        self._screen.over(PageScreen(f"{clean_line(name)}   nothing is taken yet", page, enter="take, or look", at=first), chosen)

    def _take(self, name: str, readings: list[Reading]) -> None:
        """Add the rows as one step."""
        screen = self._screen
        before = record = screen.record
        done = list[Added]()
        try:
            for reading in readings:
                record, added = into(record, reading)
                done.append(added)
        except Refused as refusal:
            screen.say(str(refusal))
            return
        screen.editor.apply(f"import {name}", lambda _: record)
        if len(readings) == 1 and readings[0].only_causes:
            screen.view("analysis")
            told = ", ".join(counted(what, count) for what, count in done[0].pieces) or "Nothing that was not there already"
            screen.say(" ".join((f"{told} taken; ctrl+z takes them back.", *readings[0].warnings)))
            return
        screen.view("timeline")
        if isinstance(screen.pane, TimelinePane):
            screen.pane.show_everything()
            screen.pane.take_keys()
        new, known, differs, starred, unplaced, echoes = (
            sum(getattr(added, field) for added in done) for field in ("new", "known", "differs", "starred", "unplaced", "echoes")
        )
        hidden = sum(event.hidden for event in record.events) - sum(event.hidden for event in before.events)
        counts = (
            (max(0, hidden), "of them hidden"),
            (known, "were known"),
            (differs, "say something else now, not taken over"),
            (starred, "starred"),
            (unplaced, "wait without a time"),
            (echoes, "folded into what they repeat"),
        )
        more = "".join(f", {count:,} {what}" for count, what in counts if count)
        screen.say(f"{new:,} rows added{more}. n goes to what may matter, s stars it.")


def folder_page(folder: Path) -> Lines | None:
    """Return a folder as a page, folders first; none where it cannot be read."""
    try:
        items = sorted(folder.iterdir(), key=lambda item: (not item.is_dir(), item.name.casefold()))
    except OSError:
        return None
    lines: list[Line] = [
        line(("  ..", "accent"), ("                              the folder above", "muted")),
        line(("  .", "accent"), ("                               this folder itself, e.g. a Slack export", "muted")),
    ]
    targets = [Target("..", 0), Target(".", 1)]
    for item in items:
        if item.name.startswith("."):
            continue
        targets.append(Target(item.name, len(lines)))
        lines.append(line(("  " + clean_line(item.name) + ("/" if item.is_dir() else ""), "strong" if item.is_dir() else "text")))
    return Lines(tuple(lines), tuple(targets))
