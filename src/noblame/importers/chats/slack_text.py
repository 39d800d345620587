"""People of a Slack export, and its markup made readable.

Names go by handles: ``<@U012>`` becomes ``@ana``, as it read in the channel. Emphasis, code marks
and emoji codes stay as they were typed.
"""

import re
from collections import Counter
from collections.abc import Iterable

from noblame.importers.json_reading import Json, mapping, words
from noblame.importers.links import link
from noblame.model import clean_line, handle

_MARK = re.compile(r"<([^<>\n]+)>")
_ADDED = re.compile(r"/services/(B\w+)\|([^>]+)>")


class People:
    """Who is who: ids of users and bots to names and handles."""

    def __init__(self, users: Iterable[dict[str, Json]] = ()) -> None:
        self._names: dict[str, str] = {}
        self._handles: dict[str, str] = {}
        self._bots: dict[str, bool] = {}
        self._taken: Counter[str] = Counter()
        for user in users:
            self._add(words(user.get("id")), mapping(user.get("profile")), user)
            self._bots[words(user.get("id"))] = user.get("is_bot") is True

    def _add(self, key: str, profile: dict[str, Json], user: dict[str, Json]) -> None:
        """Note the names of a user that is not known yet; people of one name get numbers."""
        real = self._first(profile.get("real_name"), user.get("real_name"), profile.get("display_name"), user.get("name"))
        if not key or not real or key in self._names:
            return
        made = handle(self._first(profile.get("display_name"), user.get("name"), real))
        self._taken[made] += 1
        self._names[key] = real
        self._handles[key] = made if self._taken[made] == 1 else f"{made}-{self._taken[made]}"

    @staticmethod
    def _first(*names: Json) -> str:
        return next((clean for name in names if (clean := clean_line(words(name)))), "")

    @property
    def anybody(self) -> bool:
        """Whether any name is known."""
        return bool(self._names)

    def knows(self, key: str) -> bool:
        """Whether the export names that user or bot."""
        return key in self._names

    def is_bot(self, key: str) -> bool:
        """Whether that user is known to be a bot."""
        return self._bots.get(key, False)

    def name(self, key: str) -> str:
        """Return the name that people read; the id where the export names nobody."""
        return self._names.get(key, key)

    def handle(self, key: str) -> str:
        """Return the handle, made from the name shown in the channel."""
        known = self._handles.get(key)
        return known if known is not None else handle(key)

    def handle_of(self, name: str) -> str:
        """Return the handle of a person by the name that people read."""
        wanted = name.casefold()
        return next((made for key, made in self._handles.items() if self._names[key].casefold() == wanted), handle(name))

    def learn(self, message: dict[str, Json]) -> None:
        """Take a bot's name from the notice that it was added, and a user's from a message that carries it."""
        if message.get("subtype") == "bot_add" and (found := _ADDED.search(words(message.get("text")))):
            self._names.setdefault(found[1], clean_line(found[2]))
        if profile := mapping(message.get("user_profile")):
            self._add(words(message.get("user")), profile, profile)


class Markup:
    """Turns message markup into what people saw."""

    def __init__(self, people: People, channels: dict[str, str]) -> None:
        self._people = people
        self._channels = channels

    def readable(self, text: str) -> str:
        """Return a text with mentions, links and entities as they read; lines stay."""
        if "<" in text:
            text = _MARK.sub(self._mark, text)
        if "&" in text:
            text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        return text

    def _mark(self, found: re.Match[str]) -> str:
        target, _, label = found[1].partition("|")
        sign, rest = target[:1], target[1:]
        if sign == "@":
            return "@" + (self._people.handle(rest) if self._people.knows(rest) or not label else label)
        if sign == "#":
            return "#" + (label or self._channels.get(rest, rest))
        if sign == "!":
            return label or "@" + rest.partition("^")[0]
        return label or target.removeprefix("mailto:").removeprefix("tel:")


def links(text: str) -> tuple[str, ...]:
    """Return the web addresses marked in a text, once each, without secrets."""
    if "<http" not in text:
        return ()
    found = (link(mark.partition("|")[0].replace("&amp;", "&")) for mark in _MARK.findall(text))
    return tuple(dict.fromkeys(url for url in found if url))
