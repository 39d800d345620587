"""Bringing records in from inside the program: choose, look at what would be added, take it."""

from pathlib import Path
from typing import TYPE_CHECKING

from noblame.importers.base import Reading, Refused
from noblame.importers.merging import into
from noblame.model import clean_line
from noblame.ui.attempt import Attempt
from noblame.ui.ink import Line, line
from noblame.ui.panes.timeline import TimelinePane
from noblame.ui.rows import Lines, Target

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
        from noblame.ui.screens.importing import ImportScreen

        attempt = Attempt(path)
        attempt.again()
        if attempt.refusal and len(attempt.fitting) < 2:
            self._screen.say(attempt.refusal)
            return

        def answered(reading: Reading | None) -> None:
            if reading:
                self._take(path, reading)

        room = self._screen.record.incident.zone
        self._screen.app.push_screen(ImportScreen(attempt, room), answered)  # pyright: ignore[reportUnknownMemberType] any app will do

    def _take(self, path: Path, reading: Reading) -> None:
        """Add the rows as one step."""
        screen = self._screen
        try:
            record, added = into(screen.record, reading)
        except Refused as refusal:
            screen.say(str(refusal))
            return
        screen.editor.apply(f"import {path.name}", lambda _: record)
        screen.view("timeline")
        if isinstance(screen.pane, TimelinePane):
            screen.pane.show_everything()
        waiting = f", {added.unplaced:,} wait without a time" if added.unplaced else ""
        folded = f", {added.echoes:,} folded into what they repeat" if added.echoes else ""
        screen.say(
            f"{added.new:,} rows added, {added.known:,} were known, {added.starred:,} starred{waiting}{folded}. "
            "n goes to what may matter, s stars it."
        )


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
