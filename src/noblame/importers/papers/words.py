"""The words of Markdown without its marks, and the links that stood in them."""

import re

from noblame.importers.links import link, links_in
from noblame.importers.secrets import without_secrets
from noblame.model import clean_line

_IMAGE = re.compile(r"!\[([^\]]*)\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+[^)]*)?\)")
_LINK = re.compile(r"\[([^\[\]]{0,500})\]\(\s*<?([^()\s<>]*(?:\([^()]*\)[^()\s<>]*)*)>?(?:\s+[^)]*)?\)")
_REFERRED = re.compile(r"\[([^\[\]]{1,200})\](?:\[([^\[\]]{0,200})\])?")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
_BREAK = re.compile(r"<br\s*/?>|\\$", re.IGNORECASE | re.MULTILINE)
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_ITALIC = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![\w*])", re.DOTALL)
_HELD = re.compile(
    r"\\([\\`*_{}\[\]()#+\-.!|<>~$])|(?<!`)(`{1,3})(?!`)([^`]{1,2000}|(?:(?!\2(?!`)).){1,2000}?)\2(?!`)", re.DOTALL
)
"""What no later mark may act on: an escaped sign, a code span."""
_STRUCK = re.compile(r"~~(.+?)~~")
LONGEST = 20_000
"""Characters of one block; more is no sentence."""


def plain(text: str, references: dict[str, str], *, code: bool = False) -> tuple[str, tuple[str, ...]]:
    """Return the words on one line without marks, and the addresses in them without secrets; `code` keeps its backticks."""
    text = without_secrets(text[:LONGEST])
    found: list[str] = []

    def linked(match: re.Match[str]) -> str:
        found.append(match[2])
        return match[1] or match[2]

    def referred(match: re.Match[str]) -> str:
        url = references.get((match[2] or match[1]).casefold())
        if url is None:
            return match[0]
        found.append(url)
        return match[1]

    spans: list[str] = []

    def held(match: re.Match[str]) -> str:
        spans.append(match[1] or (match[0] if code else match[3].strip()))
        return f"\x00{len(spans) - 1}\x00"

    words = _HELD.sub(held, text.replace("\x00", ""))
    words = _IMAGE.sub(lambda match: match[1], words)
    words = _ADDRESS.sub(lambda match: match[1], _BREAK.sub(" ", words))
    words = _REFERRED.sub(referred, _LINK.sub(linked, words)) if "[" in words else words
    words = _ITALIC.sub(r"\2", _BOLD.sub(r"\2", words))
    words = _STRUCK.sub(r"\1", words).replace("&lt;", "<").replace("&amp;", "&")
    words = re.sub(r"\x00(\d+)\x00", lambda match: spans[int(match[1])], words)
    found = [re.sub(r"\x00(\d+)\x00", lambda match: spans[int(match[1])], url) for url in found]
    urls = [safe for url in found if (safe := link(url))]
    return clean_line(words), tuple(dict.fromkeys((*urls, *links_in(words))))


def own_words(text: str) -> str:
    """Return the words of a line that noblame wrote: what it escaped as it was, code in its backticks."""
    return plain(text, {}, code=True)[0]
