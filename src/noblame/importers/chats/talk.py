"""What the readers of chats share: a row for each message, once, by the source's own key."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from noblame.importers.base import Reading, Row, Warnings, hashed, reading
from noblame.importers.chats.bot_words import posted
from noblame.importers.json_reading import Documents, Json, items
from noblame.importers.kinds import KIND_OF
from noblame.importers.links import links_in
from noblame.importers.secrets import without_secrets
from noblame.importers.source import Source
from noblame.model import Precision, clean_line, handle


class Talk:
    """Collects the messages of one source."""

    def __init__(self, source: Source) -> None:
        self.warnings = Warnings(source.warnings)
        self.skipped: Counter[str] = Counter()
        self.records = 0
        self._rows: dict[str, Row] = {}
        self._private: list[str] = []
        self._told: Counter[str] = Counter()

    def unreadable(self, place: str, found: Documents) -> None:
        """Count the lines or the file that are no JSON."""
        for line in found.unreadable:
            self.records += 1
            self.leave_out(f"{place}, line {line}", "line that is not JSON")
        if found.trouble:
            self.leave_out(place, f"file that cannot be read: {found.trouble}", "file that cannot be read")

    def leave_out(self, place: str, sentence: str, reason: str = "") -> None:
        """Count and say what could not become a row."""
        self.skipped[reason or sentence] += 1
        self.warnings.add(place, f"{sentence}, so it is left out", reason or sentence)

    def each(self, value: Json, place: str, unit: str) -> Iterator[tuple[str, dict[str, Json]]]:
        """Yield the objects of a list with their places; anything else in it is counted and left out."""
        for number, item in enumerate(items(value), start=1):
            if isinstance(item, dict):
                yield f"{place}, {unit} {number}", item
            else:
                self.records += 1
                self.leave_out(f"{place}, {unit} {number}", "record that is no message")

    def told(self, words: str) -> str:
        """Return a key for what has none of its own: of the words, numbered where the same is told again."""
        key = hashed(words)
        self._told[key] += 1
        return key if self._told[key] == 1 else f"{key}-{self._told[key]}"

    def say(
        self,
        place: str,
        at: datetime | None,
        raw: str,
        author: str,
        key: str,
        *,
        noise: str = "",
        bot: bool = False,
        reply_to: str = "",
        private: bool = False,
        source_kind: str = "message",
        precision: Precision = "second",
    ) -> None:
        """Add a message unless its key is known; without a time it has no place yet, and that is said."""
        self.records += 1
        raw = without_secrets(raw)
        text, author = clean_line(raw), clean_line(author)
        known = self._rows.get(key)
        if known and (known.text, known.author) != (text, author):
            key = f"{key} {hashed(f'{author} {text}')}"
        if key in self._rows:
            self.skipped["listed twice"] += 1
            return
        who = (author if bot else handle(author),) if author else ()
        if bot and source_kind == "message":
            announced, named = posted(raw)
            source_kind = "message" if announced == "bot" else announced
            author, who = (named, (handle(named),)) if named else (author, who)
        if at is None and not noise:
            self.warnings.add(place, "has no time that can be read, so it has no place yet", "no time that can be read")
        if private:
            self._private.append(place)
        origin = f"{place}, reply to {reply_to}" if reply_to else place
        self._rows[key] = Row(
            at, text, source_kind, KIND_OF[source_kind], precision, None, author, who,
            f"{origin}, private" if private else origin, key, "" if raw == text else raw, links_in(raw),
            noise or ("" if text else "no text"),
        )  # fmt: skip

    def reading(self, name: str, zone: str = "") -> Reading:
        """Return all of it."""
        if self._private:
            count = len(self._private)
            self.warnings.add(
                self._private[0],
                f"{count} {'message is' if count == 1 else 'messages are'} of a private conversation; look before sharing",
            )
        return reading(name, self.records, self._rows.values(), skipped=self.skipped, warnings=self.warnings, zone=zone)
