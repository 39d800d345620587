"""Bringing records in from inside the program: choose, look at a dry run, take them."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from noblame.importers.base import Hints, Importer, NeedsHint, Reading, Refused
from noblame.importers.merging import into
from noblame.importers.preview import in_words
from noblame.importers.registry import identify, read
from noblame.importers.source import Source, read_source
from noblame.model import clean_line
from noblame.ui.ink import Line, line
from noblame.ui.panes.timeline import TimelinePane
from noblame.ui.rows import Lines, Target

if TYPE_CHECKING:
    from noblame.ui.screens.meeting import MeetingScreen

TAKE = "take"


class Importing:
    """One import, from the folder to the timeline."""

    def __init__(self, screen: "MeetingScreen") -> None:
        self._screen = screen
        self._path = Path()
        self._format: str | None = None

    def begin(self, words: str) -> None:
        """Read what was named, or let it be chosen from a folder."""
        path = Path(words).expanduser() if words else Path.cwd()
        if words and (path.is_file() or path.is_dir()):
            self._read(path, Hints())
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
                self._read(path, Hints())

        first = page.targets[min(2, len(page.targets) - 1)].id
        self._screen.over(PageScreen(f"import from {clean_line(str(folder))}", page, enter="open or take", at=first), chosen)

    def _read(self, path: Path, hints: Hints, format_name: str | None = None) -> None:
        """Read a source and show what it would add; ask for what it does not say."""
        self._path, self._format = path, format_name
        source = None
        try:
            source = read_source(path)
            reading = read(source, hints, format_name)
        except NeedsHint as missing:
            self._ask(missing, hints)
            return
        except Refused as refusal:
            fitting = identify(source) if source and not format_name else []
            if source and len(fitting) > 1:
                self._which(source, [importer for _, importer in fitting], hints)
            else:
                self._screen.say(str(refusal))
            return
        self._dry_run(reading)

    def _which(self, source: Source, importers: list[Importer], hints: Hints) -> None:
        """Show the formats that a source may be with what each would make of it; Enter reads it as one of them."""
        from noblame.ui.screens.page import PageScreen

        def answered(name: str | None) -> None:
            if name:
                self._read(self._path, hints, name)

        page = formats_page(source, importers, hints)
        self._screen.over(PageScreen(f"{self._path.name} may be one of these", page, enter="read it as this"), answered)

    def _ask(self, missing: NeedsHint, hints: Hints) -> None:
        """Ask in the capture line for the zone, date or year that a file leaves out."""
        room = self._screen.record.incident.zone if missing.missing == "zone" else ""
        given = missing.offers[0] if missing.offers else room

        def answered(text: str) -> None:
            try:
                self._read(self._path, with_hint(hints, missing.missing, text), self._format)
            except ValueError:
                self._screen.say(f"{text} is not a {missing.missing} that can be used.")

        self._screen.ask(f"{missing.missing} of {self._path.name}", answered, given=given, tells=str(missing))

    def _dry_run(self, reading: Reading) -> None:
        """Show counts and first rows; Enter takes them."""
        from noblame.ui.screens.page import PageScreen

        lines: list[Line] = [line(f"  {text}") for text in in_words(reading)]
        take_it = line(("  Take these rows into the timeline", "accent"))
        page = Lines((take_it, (), *lines), (Target(TAKE, 0),))

        def answered(choice: str | None) -> None:
            if choice == TAKE:
                self._take(reading)

        self._screen.over(PageScreen(f"{self._path.name}: nothing is taken yet", page, enter="take"), answered)

    def _take(self, reading: Reading) -> None:
        """Add the rows as one step."""
        screen = self._screen
        record, added = into(screen.record, reading)
        screen.editor.apply(f"import {self._path.name}", lambda _: record)
        screen.view("timeline")
        if isinstance(screen.pane, TimelinePane):
            screen.pane.show_everything()
        screen.say(
            f"{added.new:,} rows added, {added.known:,} were known, {added.starred:,} starred. "
            "n goes to what may matter, s stars it."
        )


def formats_page(source: Source, importers: list[Importer], hints: Hints) -> Lines:
    """Return formats as a page: the name of each, and the first rows that it finds."""
    lines: list[Line] = []
    targets: list[Target] = []
    for importer in importers:
        targets.append(Target(importer.name, len(lines)))
        lines.append(line(("  " + importer.title, "strong")))
        try:
            told = in_words(importer.read(source, hints))[:5]
        except (NeedsHint, Refused) as problem:
            told = [str(problem)]
        lines += [line(("    " + text, "muted")) for text in told]
    return Lines(tuple(lines), tuple(targets))


def with_hint(hints: Hints, missing: str, text: str) -> Hints:
    """Return the hints with one more thing said; raises ValueError for words that are none."""
    if missing == "date":
        return replace(hints, date=datetime.fromisoformat(text).date())
    if missing == "year":
        return replace(hints, year=int(text))
    if missing == "start":
        start = datetime.fromisoformat(text)
        return replace(hints, start=start if start.tzinfo else start.replace(tzinfo=UTC))
    return replace(hints, zone=text)


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
