"""Discord channels as DiscordChatExporter writes them, one JSON file a channel."""

import re

from noblame.importers.base import Hints, Importer, Reading
from noblame.importers.chats.talk import Talk
from noblame.importers.json_reading import Json, items, mapping, objects, words
from noblame.importers.source import Source
from noblame.importers.times.stamps import iso

_HOUSEKEEPING = {
    "RecipientAdd": "added somebody to the conversation",
    "RecipientRemove": "removed somebody from the conversation",
    "Call": "started a call",
    "ChannelNameChange": "renamed the channel",
    "ChannelIconChange": "changed the channel's icon",
    "ChannelPinnedMessage": "pinned something",
    "GuildMemberJoin": "joined the server",
    "UserPremiumGuildSubscription": "boosted the server",
    "ChannelFollowAdd": "followed a channel",
    "ThreadCreated": "started a thread",
}
"""Types that say nothing about an incident; others are shown, because a new one may matter."""
_NUMBERS = dict(zip("12345678", tuple(_HOUSEKEEPING)[:8], strict=True)) | {"18": "ThreadCreated"}
"""Types that older exports give as a number."""
_EMOJI = re.compile(r"<a?(:\w+:)\d+>")
_PRIVATE = ("DirectTextChat", "DirectGroupTextChat", "DM", "GroupDM")


def _sniff(source: Source) -> float:
    head = mapping(source.heads[0]) if source.heads else mapping(None)
    return 0.97 if {"guild", "channel", "messages"} <= head.keys() else 0.0


def _read(source: Source, _hints: Hints) -> Reading:
    talk = Talk(source)
    for place, found in source.trees():
        talk.unreadable(place, found)
        for _, value in found.values:
            _channel(talk, place, mapping(value))
    return talk.reading("discord")


def _channel(talk: Talk, place: str, export: dict[str, Json]) -> None:
    """Take the messages of one channel."""
    channel = mapping(export.get("channel"))
    private = words(channel.get("type")) in _PRIVATE or words(mapping(export.get("guild")).get("id")) == "0"
    for number, value in enumerate(items(export.get("messages")), start=1):
        where = f"{place}, #{words(channel.get('name'))}, message {number}"
        message = mapping(value)
        if not message:
            talk.records += 1
            talk.leave_out(where, "record that is no message")
            continue
        author = mapping(message.get("author"))
        sort = words(message.get("type"))
        talk.say(
            where,
            iso(words(message.get("timestamp"))),
            _said(message),
            words(author.get("name")) or words(author.get("nickname")),
            words(message.get("id")) or where,
            noise=_HOUSEKEEPING.get(_NUMBERS.get(sort, sort), ""),
            bot=author.get("isBot") is True,
            reply_to=words(mapping(message.get("reference")).get("messageId")),
            private=private,
        )


def _said(message: dict[str, Json]) -> str:
    """Return the words of a message, else of its embeds; the names of files behind them."""
    said = _EMOJI.sub(r"\1", words(message.get("content")))
    by_bot = mapping(message.get("author")).get("isBot") is True
    if not said.strip() or by_bot:
        said = "\n".join(filter(str.strip, (said, *(_embed(embed) for embed in objects(message.get("embeds"))))))
    if not said.strip():
        said = words(mapping(message.get("forwardedMessage")).get("content"))
    files = [words(file.get("fileName")) for file in objects(message.get("attachments"))]
    files += [words(sticker.get("name")) for sticker in objects(message.get("stickers"))]
    shown = ", ".join(filter(None, files))
    if not shown:
        return said
    return f"{said} (file: {shown})" if said else f"uploaded a file: {shown}"


def _embed(embed: dict[str, Json]) -> str:
    fields = [f"{words(field.get('name'))}: {words(field.get('value'))}" for field in objects(embed.get("fields"))]
    return "\n".join(filter(None, (words(embed.get("title")), words(embed.get("description")), *fields)))


IMPORTER = Importer("discord", "Discord (DiscordChatExporter JSON)", _sniff, _read)
