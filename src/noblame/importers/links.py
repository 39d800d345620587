"""Links without the secrets that travel in them."""

import re

_URL = re.compile(r"https?://[^\s<>|\"'`\\^{}]+", re.IGNORECASE)
_USER = re.compile(r"(?<=://)[^/?#@]*@")
_SECRET = re.compile(
    r"(?<=[?&;#])(?:t|token|access_token|auth_token|id_token|refresh_token|pwd|passwd|password|secret|client_secret|api_?key"
    r"|sig|signature|x-(?:amz|goog)-(?:signature|credential|security-token))=[^&#]*(?:&amp;|&)?",
    re.IGNORECASE,
)
_HOOK = re.compile(
    r"(hooks\.slack\.com/(?:services|workflows|triggers)|discord(?:app)?\.com/api/webhooks|[\w.-]+\.webhook\.office\.com)/\S+",
    re.IGNORECASE,
)
"""Addresses that let anybody who has them write into a room."""


def in_links(text: str) -> str:
    """Return `text` with tokens, passwords and signatures removed from the addresses in it.

    The parameter ``t`` is among them: file links of Slack exports carry a token that opens them.
    """
    return _URL.sub(_safe, text) if "://" in text else text


def _safe(found: re.Match[str]) -> str:
    url = found[0]
    if "@" in url:
        url = _USER.sub("", url)
    if "hook" in url:
        url = _HOOK.sub(r"\1", url)
    if "=" not in url:
        return url
    bare = _SECRET.sub("", url)
    return bare if bare == url else re.sub(r"(?:[?#]|&amp;|&)+$", "", bare)


def links_in(text: str) -> tuple[str, ...]:
    """Return the web addresses that stand in a text, once each, without secrets and closing punctuation."""
    if "://" not in text:
        return ()
    found = (_safe(match).rstrip(".,;:!?)]*_") for match in _URL.finditer(text))
    return tuple(dict.fromkeys(found))


def link(url: str) -> str:
    """Return a web address that may stand in the record; empty for any other scheme."""
    found = _URL.fullmatch(url.strip())
    return _safe(found) if found else ""
