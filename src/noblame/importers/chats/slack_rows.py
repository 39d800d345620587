"""From Slack messages to rows, in one pass over an export."""

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

from noblame.importers.base import Row, Warnings, hashed
from noblame.importers.chats.bot_words import posted
from noblame.importers.chats.slack_message import DELETED, LONE_EMOJI, has_file, markup, noise
from noblame.importers.chats.slack_text import Markup, People, links
from noblame.importers.json_reading import Json, mapping, words
from noblame.importers.kinds import KIND_OF
from noblame.importers.secrets import without_secrets
from noblame.importers.times.stamps import inside
from noblame.model import clean_line

TS = re.compile(r"(\d{9,10})(?:\.(\d{1,6}))?", re.ASCII)
"""Seconds and microseconds since 1970, UTC. The string is the message's identity; a float would lose it."""

_ODD = {"subtype", "bot_id", "bot_profile", "username", "file", "comment"}
"""Fields by which somebody else may have posted a message than the user that it names."""
_PAGER = ("page_sent", "acknowledged", "resolved")
"""What paging bots post is about one incident; alerts in chat may be about anything."""

_FEW_EMOJI = 20
"""So many lone emoji are part of the talk and stay; more of them would bury it."""


class Export:
    """Collects a row for each message, by channel and ``ts``."""

    def __init__(self, people: People, channels: dict[str, str], warnings: Warnings) -> None:
        self._people = people
        self._ids = {name: key for key, name in channels.items() if name}
        self._markup = Markup(people, channels)
        self.warnings = warnings
        self.rows: dict[tuple[str, str], Row] = {}
        self.records = 0
        self.skipped: Counter[str] = Counter()

    def finished(self) -> list[Row]:
        """Return the rows, now that it is known whether lone emoji are many."""
        lone = sum(1 for row in self.rows.values() if row.noise == LONE_EMOJI)
        if lone > _FEW_EMOJI:
            return list(self.rows.values())
        return [replace(row, noise="") if row.noise == LONE_EMOJI else row for row in self.rows.values()]

    def leave_out(self, place: str, reason: str) -> None:
        """Count and say what could not become a row."""
        self.skipped[reason] += 1
        self.warnings.add(place, f"{reason}, so it is left out")

    def take(self, where: str, file: str, channel: str, value: Json) -> None:
        """Make a row of one message, or apply it to the row that it changes.

        `where` names the record and `file` its file, for warnings and origins.
        """
        self.records += 1
        message = mapping(value)
        if not message:
            self.leave_out(where, "record that is no message")
            return
        self._people.learn(message)
        channel = words(message.get("channel")) or self._ids.get(channel, channel)
        gone = (channel, words(message.get("deleted_ts")))
        if gone in self.rows:
            self.skipped["notice of a deletion"] += 1
            self.rows[gone] = replace(self.rows[gone], noise=DELETED, preselect=False)
            return
        deleted = mapping(message.get("previous_message")) if message.get("subtype") == "message_deleted" else {}
        edit = mapping(message.get("message")) if message.get("subtype") == "message_changed" else {}
        said = edit or deleted or message
        key = (channel, _ts(said) or _made(said))
        if edit:
            self.skipped["notice of an edit"] += 1
        elif key in self.rows:
            self.skipped["listed twice"] += 1
            return
        row = self._row(where, file, key, said)
        self.rows[key] = replace(row, noise=DELETED, preselect=False) if deleted else row

    def _row(self, where: str, file: str, key: tuple[str, str], message: dict[str, Json]) -> Row:
        author, who, by_bot = self._author(message)
        marked = without_secrets(markup(message, by_bot=by_bot))
        shown = self._markup.readable(marked)
        text = clean_line(shown)
        reason = noise(message, marked)
        source_kind = "file" if has_file(message) else "message"
        if by_bot and source_kind == "message":
            source_kind, named = posted(shown)
            if named:
                author, who = named, (self._people.handle_of(named),)
        at = moment(key[1])
        if at is None:
            self.warnings.add(where, "has no ts that can be read, so it has no place yet")
        thread = words(message.get("thread_ts"))
        origin = f"{file}, {key[1]}" if at else where
        return Row(
            at, text, source_kind, KIND_OF[source_kind], "second", None, author, who,
            f"{origin}, reply to {thread}" if thread and thread != key[1] else origin,
            f"{key[0]} {key[1]}", "" if marked == text else marked, links(marked), reason,
            preselect=source_kind in _PAGER and at is not None and not reason,
        )  # fmt: skip

    def _author(self, message: dict[str, Json]) -> tuple[str, tuple[str, ...], bool]:
        """Return the readable name, the handles, and whether a bot posted it.

        A ``bot_id`` proves nothing: uploads of people carry one, and apps post in people's names.
        """
        people = self._people
        plain = words(message.get("user"))
        if people.knows(plain) and plain != "USLACKBOT" and not people.is_bot(plain) and not _ODD & message.keys():
            return people.name(plain), (people.handle(plain),), False
        file, comment = mapping(message.get("file")), mapping(message.get("comment"))
        user = words(message.get("user")) or words(comment.get("user")) or words(file.get("user"))
        bot = words(message.get("bot_id"))
        given = clean_line(words(message.get("username")) or words(mapping(message.get("bot_profile")).get("name")))
        person = user and user != "USLACKBOT" and not people.is_bot(user) and message.get("subtype") != "bot_message"
        if person and (not bot or people.knows(user) or message.get("upload")):
            name = people.name(user) if people.knows(user) or not given else given
            return name, (people.handle(user),), False
        name = given or next((people.name(key) for key in (bot, user) if people.knows(key)), bot or user or "bot")
        return name, (name,), True


def _made(message: dict[str, Json]) -> str:
    """Return a key for a message without a ``ts``."""
    return hashed(json.dumps(message, sort_keys=True))


def _ts(message: dict[str, Json]) -> str:
    """Return the identity of a message within its channel; numbers as they were written, as far as they are."""
    value = message.get("ts")
    return str(value) if isinstance(value, (int, float)) else words(value)


def moment(ts: str) -> datetime | None:
    """Return the instant of a ``ts``; none for what is none."""
    found = TS.fullmatch(ts)
    if not found:
        return None
    at = datetime.fromtimestamp(int(found[1]), UTC).replace(microsecond=int((found[2] or "0").ljust(6, "0")))
    return at if inside(at) else None
