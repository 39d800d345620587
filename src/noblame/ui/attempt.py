"""A source that is being brought in: what was said about it, and what it reads as, asks or refuses."""

from dataclasses import dataclass, field
from pathlib import Path

from noblame.importers.answers import EXAMPLES, with_hint
from noblame.importers.base import Hints, Importer, NeedsHint, Reading, Refused
from noblame.importers.registry import IMPORTERS, identify, read
from noblame.importers.source import Source, read_source


@dataclass
class Attempt:
    """One source under the user's hints: either a reading, or a question, or a refusal."""

    path: Path
    hints: Hints = field(default_factory=Hints)
    format_name: str = ""
    """Of a format that the user chose; empty for the one found by content."""
    source: Source | None = None
    reading: Reading | None = None
    question: NeedsHint | None = None
    refusal: str = ""

    def again(self) -> None:
        """Read the source, which is opened once, as the hints now stand."""
        self.reading = self.question = None
        self.refusal = ""
        try:
            self.source = self.source or read_source(self.path)
            self.reading = read(self.source, self.hints, self.format_name or None)
        except NeedsHint as question:
            self.question = question
        except Refused as refusal:
            self.refusal = str(refusal)

    @property
    def fitting(self) -> list[Importer]:
        """The formats that the content fits, the best first."""
        return [importer for _, importer in identify(self.source)] if self.source else []

    @property
    def format(self) -> Importer | None:
        """The format that the source is read as; none where that is a question."""
        name = self.format_name or (self.reading.source if self.reading else "")
        chosen = next((importer for importer in IMPORTERS if importer.name == name), None)
        return chosen or (self.fitting[0] if self.fitting and not self.refusal else None)

    def answer(self, asked: str, words: str) -> str:
        """Take an answer and read again; return why it cannot be one, or nothing."""
        try:
            self.hints = with_hint(self.hints, asked, words.strip())
        except ValueError:
            return f"“{words}” is not a {asked} that can be used; {EXAMPLES.get(asked, '')}".rstrip("; ")
        self.again()
        return ""
