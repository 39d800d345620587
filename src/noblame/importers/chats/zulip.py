"""Zulip: messages as its interface gives them, or the files of an export; times are epoch seconds, words HTML or Markdown."""

from noblame.importers.base import Hints, Importer, Reading
from noblame.importers.chats.html_text import text_of
from noblame.importers.chats.talk import Talk
from noblame.importers.json_reading import Json, items, mapping, objects, words
from noblame.importers.source import Source
from noblame.importers.times.stamps import epoch

_NOTICES = ("notification bot", "zulip notifications")
"""Bots that tell of moved topics and new channels."""
_TRIED = 5
"""Messages looked into; one of them may be damaged."""


def _messages(value: Json) -> list[Json]:
    body = mapping(value)
    return items(body.get("messages")) or items(body.get("zerver_message")) or items(value)


def _sniff(source: Source) -> float:
    for value in source.heads:
        if "zerver_message" in mapping(value):
            return 0.96
        heads = [mapping(message) for message in _messages(value)[:_TRIED]]
        if any({"sender_full_name", "timestamp"} <= m.keys() or {"date_sent", "rendered_content"} <= m.keys() for m in heads):
            return 0.96
    return 0.0


def _read(source: Source, _hints: Hints) -> Reading:
    talk = Talk(source)
    people: dict[str, str] = {}
    for _, found in source.trees() if source.container else ():
        for _, value in found.values:
            people |= _people(mapping(value))
    for place, found in source.trees():
        talk.unreadable(place, found)
        for line, value in found.values:
            around = f"{place}, line {line}" if found.lines else place
            people |= _people(mapping(value))
            if found.lines and "timestamp" in mapping(value):
                _take(talk, around, mapping(value), people)
            for where, message in talk.each(_messages(value), around, "message"):
                _take(talk, where, message, people)
    return talk.reading("zulip")


def _people(body: dict[str, Json]) -> dict[str, str]:
    """Return the names of an export's users by their numbers."""
    return {str(user.get("id")): words(user.get("full_name")) for user in objects(body.get("zerver_userprofile"))}


def _take(talk: Talk, where: str, message: dict[str, Json], people: dict[str, str]) -> None:
    """Take one message; its topic stands in the origin."""
    sender = words(message.get("sender_full_name")) or people.get(str(message.get("sender")), "")
    stamp = message.get("timestamp", message.get("date_sent"))
    content = (
        words(message.get("content"))
        if "timestamp" in message
        else words(message.get("rendered_content")) or words(message.get("content"))
    )
    html = words(message.get("content_type")) == "text/html" or content.lstrip().startswith("<")
    private = words(message.get("type")) in ("private", "direct")
    to = message.get("display_recipient")
    channel = words(to) or ", ".join(words(person.get("full_name")) for person in objects(items(to)))
    topic = words(message.get("subject")) or words(message.get("topic"))
    name = message.get("id")
    place = " > ".join(filter(None, (channel, topic)))
    talk.say(
        f"{where}, {place}" if place else where,
        epoch(stamp) if isinstance(stamp, (int, float, str)) else None,
        text_of(content) if html else content,
        sender,
        f"{name}" if name is not None else f"{stamp} {sender} {content[:80]}",
        noise="notice of the system" if sender.casefold() in _NOTICES else "",
        bot=words(message.get("sender_email")).partition("@")[0].endswith("-bot"),
        private=private,
    )


IMPORTER = Importer("zulip", "Zulip (messages of its interface or an export)", _sniff, _read)
