"""One Slack message: what sort of message it is, and which words in it are the message.

People write in ``text``. Bots leave that empty and write in ``attachments`` or ``blocks``; under a
person's message the same attachments only preview links.
"""

import re

from noblame.importers.json_reading import Json, items, mapping, objects, words

_HOUSEKEEPING = {
    "join": "joined the channel",
    "leave": "left the channel",
    "purpose": "set the channel's purpose",
    "topic": "set the channel's topic",
    "name": "renamed the channel",
    "archive": "archived the channel",
    "unarchive": "unarchived the channel",
    "convert_to_private": "made the channel private",
    "posting_permissions": "changed who may post",
    "canvas_updated": "changed the canvas",
}
DELETED = "deleted message"
NOISE = {
    **{f"{place}_{what}": reason for place in ("channel", "group") for what, reason in _HOUSEKEEPING.items()},
    "pinned_item": "pinned something",
    "unpinned_item": "unpinned something",
    "bot_add": "added or removed an app",
    "bot_remove": "added or removed an app",
    "bot_enable": "added or removed an app",
    "bot_disable": "added or removed an app",
    "app_conversation_join": "added or removed an app",
    "app_conversation_leave": "added or removed an app",
    "joiner_notification": "joined the channel",
    "joiner_notification_for_inviter": "joined the channel",
    "reminder_add": "set a reminder",
    "sh_room_created": "started a huddle",
    "sh_room_shared": "started a huddle",
    "huddle_thread": "started a huddle",
    "tombstone": DELETED,
    "message_deleted": DELETED,
    "reply_broadcast": "pointer to a reply",
    "message_replied": "pointer to a reply",
    "ekm_access_denied": "not readable in this export",
}
"""Subtypes that say nothing about an incident, each with the reason it is hidden. Subtypes that are
not named here are shown: a new one may matter."""

LONE_EMOJI = "lone emoji"
_EMOJI = re.compile(r":[\w+'-]+:(?: ?:[\w+'-]+:)*")
"""A reaction sent as a message. Codes with anything beside them are somebody's sentence."""
_DEEPEST = 6
_WORD = re.compile(r"\w+")


def noise(message: dict[str, Json], text: str) -> str:
    """Return why a message is hidden; empty for what somebody said, showed or was told by a bot."""
    if reason := NOISE.get(words(message.get("subtype"))):
        return reason
    if not text.strip():
        return "no text"
    return LONE_EMOJI if _EMOJI.fullmatch(text) else ""


def markup(message: dict[str, Json], *, by_bot: bool) -> str:
    """Return the words of a message in Slack's markup: text, else attachments, else blocks; then the files."""
    text = words(message.get("text"))
    if text and not by_bot and not has_file(message) and not text.isspace() and "attachments" not in message:
        return text
    if by_bot or not text.strip():
        said = "\n".join(filter(None, (attachment(part) for part in objects(message.get("attachments")))))
        text = "\n".join(filter(None, (text, said)))
        text = "\n".join(filter(None, (text, _more(text, _blocks(message.get("blocks"))))))
    elif shared := "\n".join(attachment(part) for part in objects(message.get("attachments")) if part.get("is_share") is True):
        text = f"{text}\n> {shared}"
    names = [_file_name(file) for file in objects(message.get("files")) or [mapping(message.get("file"))]]
    shown = ", ".join(name for name in names if name and name not in text)
    if shown and not (message.get("file") and text):
        text = f"{text} (file: {shown})" if text else f"uploaded a file: {shown}"
    return text


def has_file(message: dict[str, Json]) -> bool:
    """Whether a file was uploaded or commented with the message."""
    return bool(message.get("files") or message.get("file"))


def _file_name(file: dict[str, Json]) -> str:
    return words(file.get("title")) or words(file.get("name"))


def _more(text: str, blocks: str) -> str:
    """Return the lines of a bot's blocks that its text does not say, in whatever markup."""
    said = set(_WORD.findall(text))
    return "\n".join(line for line in blocks.split("\n") if not all(word in said for word in _WORD.findall(line)))


def attachment(part: dict[str, Json]) -> str:
    """Return the words of an attachment; ``fallback`` says the same for clients that show none."""
    said = [words(part.get(key)) for key in ("pretext", "title", "text")]
    fields = [f"{words(field.get('title'))}: {words(field.get('value'))}" for field in objects(part.get("fields"))]
    return "\n".join(filter(None, (*said, *fields))) or words(part.get("fallback")) or _blocks(part.get("blocks"))


def _blocks(value: Json, depth: int = _DEEPEST) -> str:
    """Return the words of layout blocks, in their order."""
    parts: list[str] = []
    for block in objects(value):
        text = block.get("text")
        match block.get("type"):
            case "user":
                parts.append(f"<@{words(block.get('user_id'))}>")
            case "link":
                parts.append(f"<{words(block.get('url'))}|{words(text)}>" if text else f"<{words(block.get('url'))}>")
            case "emoji":
                parts.append(f":{words(block.get('name'))}:")
            case _:
                parts.append(words(text) or words(mapping(text).get("text")))
                if depth > 1:
                    parts += [_blocks(items(block.get(key)), depth - 1) for key in ("fields", "elements")]
    joiner = "" if any(block.get("type") in ("text", "user", "link", "emoji") for block in objects(value)) else "\n"
    return joiner.join(filter(None, parts))
