"""Microsoft Teams: messages of channels and chats, from the Graph interface or an export with its names capitalised.

A reaction moves only `LastModifiedDateTime`; nobody but `LastEditedDateTime` says that words changed.
"""

from collections.abc import Iterator
from itertools import islice

from noblame.importers.base import Hints, Importer, Reading
from noblame.importers.chats.html_text import text_of
from noblame.importers.chats.talk import Talk
from noblame.importers.json_reading import Json, NotJson, items, mapping, objects, parse, words
from noblame.importers.source import Source
from noblame.importers.times.stamps import iso

_TRIED = 5
"""Messages looked into; one of them may be damaged."""
_DEEPEST = 6
"""Levels of a card that are looked into."""


def _sniff(source: Source) -> float:
    heads = [message for value in source.heads for message in islice(_messages(value), _TRIED)][:_TRIED]
    keys = [{key.casefold() for key in message} for message in heads]
    if any({"createddatetime", "messagetype"} <= known for known in keys):
        return 0.96
    return 0.7 if any({"createddatetime", "body", "from"} <= known for known in keys) else 0.0


def _messages(value: Json) -> Iterator[dict[str, Json]]:
    """Yield the messages of a list, of an answer of the interface, or the one message."""
    if isinstance(value, list):
        yield from (mapping(item) for item in value)
    elif isinstance(value, dict):
        inside = value.get("value", value.get("messages"))
        yield from (mapping(item) for item in items(inside)) if isinstance(inside, list) else (value,)


def _read(source: Source, _hints: Hints) -> Reading:
    talk = Talk(source)
    for place, found in source.trees():
        talk.unreadable(place, found)
        for line, value in found.values:
            around = f"{place}, line {line}" if found.lines else place
            for number, message in enumerate(_messages(value), start=1):
                _take(talk, f"{around}, message {number}", _plain(message))
    return talk.reading("msteams")


def _plain(message: dict[str, Json]) -> dict[str, Json]:
    """Return an object with its keys in small letters, for exports that write them either way."""
    return {key.casefold(): value for key, value in message.items()}


def _take(talk: Talk, where: str, message: dict[str, Json], root: str = "") -> None:
    """Take one message and the replies that stand inside of it."""
    if "createddatetime" not in message:
        talk.records += 1
        talk.leave_out(where, "record that is no message")
        return
    sender = _plain(mapping(message.get("from")))
    user, app = _plain(mapping(sender.get("user"))), _plain(mapping(sender.get("application")))
    author = words(user.get("displayname")) or words(app.get("displayname"))
    room = words(message.get("chatid")) or words(_plain(mapping(message.get("channelidentity"))).get("channelid"))
    key = f"{room} {words(message.get('id')) or words(message['createddatetime'])}".strip()
    talk.say(
        where, iso(words(message["createddatetime"])), _said(message), author, key, noise=_noise(message, author),
        bot=bool(app) and not user, reply_to=root or words(message.get("replytoid")), private=bool(message.get("chatid")),
    )  # fmt: skip
    for place, reply in talk.each(message.get("replies"), where, "reply"):
        _take(talk, place, _plain(reply), key)


def _noise(message: dict[str, Json], author: str) -> str:
    if message.get("deleteddatetime"):
        return "deleted message"
    sort = words(message.get("messagetype"))
    if sort not in ("message", "", "chatMessage") or (not author and not message.get("from")):
        return "notice of the system"
    return ""


def _said(message: dict[str, Json]) -> str:
    """Return subject and body in words, else what is attached."""
    body = _plain(mapping(message.get("body")))
    content = words(body.get("content"))
    said = text_of(content) if words(body.get("contenttype")).casefold() != "text" else content
    cards = [_plain(part) for part in objects(message.get("attachments"))]
    names = ", ".join(filter(None, (words(card.get("name")) for card in cards)))
    if not said:
        said = "\n".join(filter(None, (_card(words(card.get("content"))) for card in cards if not card.get("name"))))[:10_000]
    if subject := words(message.get("subject")).strip():
        said = f"{subject}: {said}" if said else subject
    if names:
        said = f"{said} (file: {names})" if said else f"uploaded a file: {names}"
    return said


def _card(content: str) -> str:
    """Return the words of a card: HTML, or JSON in which texts, titles and values stand at any depth."""
    try:
        card = parse(content)
    except NotJson:
        return text_of(content)
    return "\n".join(_card_words(card)) if isinstance(card, dict) else text_of(content)


def _card_words(part: Json, depth: int = _DEEPEST) -> Iterator[str]:
    """Yield the words of a part of a card in their order; a fact is one line."""
    for inner in items(part) if isinstance(part, list) else (part,):
        card = mapping(inner)
        if pair := ": ".join(filter(None, (words(card.get("title")), words(card.get("value"))))):
            yield text_of(pair)
        for key in ("subtitle", "text", "altText"):
            if said := words(card.get(key)):
                yield text_of(said)
        if depth > 1:
            for key in ("body", "items", "columns", "facts", "sections", "actions"):
                yield from _card_words(items(card.get(key)), depth - 1)


IMPORTER = Importer("msteams", "Microsoft Teams (messages of channels and chats)", _sniff, _read)
