"""Mattermost bulk exports: JSON lines of teams, users, channels and posts.

System posts are told only by their text. A reply stands inside its post and may have happened
before it.
"""

import re

from noblame.importers.base import Hints, Importer, Reading
from noblame.importers.chats.slack_message import attachment
from noblame.importers.chats.talk import Talk
from noblame.importers.json_reading import Json, items, mapping, objects, words
from noblame.importers.source import Source
from noblame.importers.times.stamps import epoch

_POSTS = ("post", "direct_post")
_OTHERS = ("version", "team", "channel", "user", "direct_channel", "role", "scheme", "emoji", "bot")
_SYSTEM: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), reason)
    for pattern, reason in (
        (r"^@?\S+ joined the (?:channel|team)( as a guest)?\.$", "joined the channel"),
        (r"^@?\S+ (?:has )?left the (?:channel|team)\.$", "left the channel"),
        (r"^@?\S+ (?:was )?added to the (?:channel|team)( as a guest)? by \S+?\.?$", "joined the channel"),
        (r"^@?\S+ was removed from the (?:channel|team)\.$", "left the channel"),
        (r"^@?\S+ (?:updated|removed) the channel (?:header|purpose|display name)\b", "changed the channel's header"),
        (r"^@?\S+ (?:un)?archived the channel\.$", "archived the channel"),
    )
)


def _sniff(source: Source) -> float:
    sorts = [words(mapping(value).get("type")) for value in source.heads]
    told = sum(
        1 for sort, value in zip(sorts, source.heads, strict=True) if sort in (*_POSTS, *_OTHERS) and sort in mapping(value)
    )
    return 0.96 if "version" in sorts or (told and told * 2 > len(sorts)) else 0.0


def _read(source: Source, _hints: Hints) -> Reading:
    talk = Talk(source)
    for place, found in source.trees():
        talk.unreadable(place, found)
        for line, value in found.values:
            where = f"{place}, line {line}"
            sort = words(mapping(value).get("type"))
            if sort in _POSTS:
                _post(talk, where, mapping(mapping(value).get(sort)), private=sort == "direct_post")
            elif sort not in _OTHERS:
                talk.leave_out(where, "line that is no post")
    return talk.reading("mattermost")


def _post(talk: Talk, where: str, post: dict[str, Json], *, private: bool) -> None:
    """Take a post and its replies."""
    members = ", ".join(words(member) for member in items(post.get("channel_members")))
    channel = words(post.get("channel")) or members
    _said(talk, f"{where}, {channel}", channel, post, private=private)
    root = _stamp(post)
    for place, reply in talk.each(post.get("replies"), f"{where}, {channel}", "reply"):
        _said(talk, place, channel, reply, private=private, reply_to=root)


def _said(talk: Talk, where: str, channel: str, post: dict[str, Json], *, private: bool, reply_to: str = "") -> None:
    said = words(post.get("message"))
    files = ", ".join(words(file.get("path")).rsplit("/", 1)[-1] for file in objects(post.get("attachments")))
    cards = "\n".join(filter(None, map(attachment, objects(mapping(post.get("props")).get("attachments")))))
    said = "\n".join(filter(None, (said, cards)))
    if files:
        said = f"{said} (file: {files})" if said else f"uploaded a file: {files}"
    user, stamp = words(post.get("user")), _stamp(post)
    notice = _notice(said, system=words(post.get("type")).startswith("system_"))
    props = mapping(post.get("props"))
    talk.say(
        where, epoch(stamp), said, words(props.get("override_username")) or user, f"{channel} {user} {stamp}".strip() or where,
        noise="deleted message" if post.get("delete_at") else notice,
        bot="true" in (props.get("from_webhook"), props.get("from_bot")), reply_to=reply_to, private=private,
    )  # fmt: skip


def _notice(said: str, *, system: bool) -> str:
    """Return what a notice of the program tells; empty for what somebody said."""
    return next((reason for pattern, reason in _SYSTEM if pattern.match(said.strip())), "notice of the system" if system else "")


def _stamp(post: dict[str, Json]) -> str:
    value = post.get("create_at")
    return str(value) if isinstance(value, int) else words(value)


IMPORTER = Importer("mattermost", "Mattermost bulk export (JSON lines)", _sniff, _read)
