"""Slack exports: the folder, the zip, or the file of one day; also messages captured line by line.

Day files are cut at midnight of the workspace's zone, so a file's name is no date: every ``ts`` is
UTC and, as a string, the identity of a message within its channel.
"""

import re
from collections.abc import Iterator

from noblame.importers.base import Hints, Importer, Reading, Warnings, reading
from noblame.importers.chats.slack_rows import TS, Export
from noblame.importers.chats.slack_text import People
from noblame.importers.decoding import decode
from noblame.importers.json_reading import Json, NotJson, items, mapping, objects, parse, words
from noblame.importers.source import Member, Source

_DAY_FILE = re.compile(r"(?:.*/)?(?P<channel>[^/]+)/\d{4}-\d\d-\d\d\.json")
_USERS = ("users.json", "org_users.json")
_CHANNELS = ("channels.json", "groups.json", "mpims.json", "dms.json")

_TRIED = 3
"""Day files looked into before the rest is believed; one of them may be empty."""


def _sniff(source: Source) -> float:
    if source.container:
        days = [member for member in source.members if _DAY_FILE.fullmatch(member.name)]
        listed = _objects(source, _USERS) and _objects(source, _CHANNELS)
        if not days:
            return 0.9 if listed else 0.0
        looks = any(_like_messages(objects(_quietly(day))) for day in days[:_TRIED])
        return 1.0 if listed and looks else 0.8 if looks else 0.6 if listed else 0.0
    found = source.documents
    messages = [mapping(value) for _, value in found.values[:50]] if found.lines else objects(_answer(found.first))[:50]
    return 0.9 if _like_messages(messages) else 0.0


def _answer(value: Json) -> Json:
    """Return the messages of an answer of the API, or the value as it is."""
    return mapping(value).get("messages", value)


def _like_messages(messages: list[dict[str, Json]]) -> bool:
    """Whether most are messages: a ``ts`` in Slack's own form, with words or a message's type."""
    alike = [
        m for m in messages if isinstance(m.get("ts"), str) and TS.fullmatch(words(m["ts"])) and ("text" in m or "user" in m)
    ]
    return len(alike) * 2 > len(messages)


def _quietly(member: Member) -> Json:
    try:
        return parse(decode(member.content).text)
    except NotJson:
        return None


def _objects(source: Source, names: tuple[str, ...]) -> list[dict[str, Json]]:
    """Return the objects of the lists with one of these names, wherever the export's folder lies."""
    named = (member for member in source.members if member.name.rsplit("/", 1)[-1] in names)
    return [item for member in named for item in objects(_quietly(member))]


def _read(source: Source, _hints: Hints) -> Reading:
    listed = _objects(source, _CHANNELS) if source.container else []
    people = People(_objects(source, _USERS) if source.container else ())
    export = Export(people, {words(c.get("id")): words(c.get("name")) for c in listed}, Warnings(source.warnings))
    for place, channel, messages in _days(source, export):
        for number, message in enumerate(messages, start=1):
            export.take(f"{place}, record {number}", place, channel, message)
    if not people.anybody and export.records:
        export.warnings.add(source.name, "has no users.json, so people go by their ids; name the folder of the whole export")
    return reading("slack_export", export.records, export.finished(), skipped=export.skipped, warnings=export.warnings)


def _days(source: Source, export: Export) -> Iterator[tuple[str, str, list[Json]]]:
    """Yield place, channel and messages of each day file, or of the one file."""
    if not source.container:
        found = source.documents
        for line in found.unreadable:
            export.leave_out(f"{source.name}, line {line}", "line that is not JSON")
        yield source.name, source.place, [value for _, value in found.values] if found.lines else items(_answer(found.first))
        return
    for member in source.members:
        day = _DAY_FILE.fullmatch(member.name)
        if not day:
            continue
        place = f"{source.name}/{member.name}"
        text = decode(member.content)
        try:
            yield place, day["channel"], items(parse(text.text))
        except NotJson as problem:
            export.leave_out(f"{place}, {text.trouble or problem}", "file that cannot be read")


IMPORTER = Importer("slack_export", "Slack export (folder, zip or day file)", _sniff, _read)
