"""Makes the pictures and the key table of the README from the program itself: ``python -m tests.pictures``.

The real program runs without a terminal over a copy of the example, on a clock that moves only
when it is told to, so the same program always makes the same bytes.
"""

import asyncio
import re
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path

from textual.pilot import Pilot

from noblame.cli.opening import EXAMPLE
from noblame.editor.commands import COMMANDS, Command, keys_of
from noblame.editor.edits.rehearsal import ahead
from noblame.model import PARTS, Now, Part
from noblame.store.session import SessionFile
from noblame.store.workspace import asset
from noblame.ui.app import NoblameApp
from noblame.ui.clock import Clock
from noblame.ui.screens.meeting import MeetingScreen
from noblame.ui.sitting import Sitting

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / ".github" / "pictures"
README = ROOT / "README.md"
SIZE = (124, 36)
SCENES: tuple[tuple[Part, int, str, int], ...] = (
    ("opening", 0, "", 4),
    ("timeline", 6, '14:47 finding the deployment is in the history @alice ~"v2.3.4, 14:23"', 14),
    ("analysis", 11, "", 19),
    ("actions", 7, "", 12),
)
"""Part, minutes into it when it is pictured (0: not at all), what is being typed, minutes it takes."""


class StillClock(Clock):
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        super().__init__()
        self.passed = timedelta()

    def now(self) -> Now:
        return Now(datetime(2024, 1, 17, 10, 0, tzinfo=UTC) + self.passed, "standing", self.passed.total_seconds())


async def drawn() -> dict[str, str]:
    """Go through the example meeting and return an SVG for each scene that is pictured."""
    pictures: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / EXAMPLE
        shutil.copyfile(asset("sessions") / EXAMPLE, path)
        file = SessionFile.open(path)
        file.save(ahead(file.record))
        clock = StillClock()
        app = NoblameApp(Sitting(SessionFile.open(path)), clock)
        async with app.run_test(size=SIZE) as pilot:
            for part, minutes, typed, length in SCENES:
                await pilot.press("ctrl+n")
                entered = clock.passed
                if minutes:
                    clock.passed = entered + timedelta(minutes=minutes, seconds=12)
                    pictures[part] = await _pictured(app, pilot, part, typed)
                clock.passed = entered + timedelta(minutes=length)
        app.finish()
    return pictures


async def _pictured(app: NoblameApp, pilot: Pilot[None], part: str, typed: str) -> str:
    """Return the screen as it stands once everything is saved and drawn."""
    screen = app.screen
    assert isinstance(screen, MeetingScreen)
    screen.dock.prefill(typed)
    async with asyncio.timeout(10):
        while not app.editor.saved:
            await pilot.pause(0.01)
        screen.refresh_head()
        before, svg = "", "not drawn yet"
        while before != svg:
            await pilot.pause(0.05)
            before, svg = svg, plain(app.export_screenshot(title="noblame"), f"noblame-{part}")
    screen.dock.prefill("")
    return svg


def plain(svg: str, name: str) -> str:
    """Return a picture that asks no network for its letters and is the same every time."""
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = svg.replace("Fira Code, monospace", "monospace").replace("font-family: arial", "font-family: sans-serif")
    svg = re.sub(r"\s*<!--.*?-->", "", svg, flags=re.DOTALL)
    svg = re.sub(r"\bterminal-\d+", name, svg)
    return "\n".join(line.rstrip() for line in svg.strip().split("\n")) + "\n"


def rows(svg: str) -> list[str]:
    """Return the text of a picture, a row of the screen each, in reading order."""
    found: dict[float, list[tuple[float, str]]] = {}
    for attributes, words in re.findall(r"<text ([^>]*)>([^<]*)</text>", svg):
        place = dict(re.findall(r'([\w-]+)="([^"]*)"', attributes))
        found.setdefault(float(place["y"]), []).append((float(place["x"]), unescape(words).strip()))
    return [text for _, row in sorted(found.items()) if (text := " ".join(words for _, words in sorted(row)).strip())]


def key_table() -> str:
    """Return every command with its keys as a Markdown table, by where it works."""
    lines = ["| where | keys | what it does |", "|---|---|---|"]
    before = ""
    for item in sorted(COMMANDS, key=lambda item: -1 if item.parts == PARTS else PARTS.index(item.parts[0])):
        place = "everywhere" if item.parts == PARTS else ", ".join(item.parts)
        lines.append(f"| {'' if place == before else place} | {_keys(item)} | {item.help} |")
        before = place
    return "\n".join(lines)


def _keys(item: Command) -> str:
    return " ".join(f"`{key}`" for key in (keys_of(item) or f"/{item.slash}").split())


def filled(text: str) -> str:
    """Return the README with the key table as it is now."""
    return re.sub(
        r"(<!-- keys -->\n).*?(<!-- /keys -->)", lambda found: f"{found[1]}{key_table()}\n{found[2]}", text, flags=re.DOTALL
    )


def main() -> None:
    """Write the pictures and the key table."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, svg in asyncio.run(drawn()).items():
        (PICTURES / f"{name}.svg").write_text(svg, encoding="utf-8")
    README.write_text(filled(README.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
