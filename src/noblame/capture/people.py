"""Who is here and in what role, as the room says it."""

import re

from noblame.capture.words import ROLES_SAID

_ROLE = "|".join(re.escape(role) for role in sorted(ROLES_SAID, key=len, reverse=True))
_SAID = re.compile(
    rf"(?P<name>@?\w[\w.'’-]*(?:\s+\w[\w.'’-]*){{0,3}}?)\s*(?:[,(:]\s*|\s)(?:(?:has\s+)?joined\s+)?(?:is\s+|as\s+|our\s+|the\s+|an?\s+|#)*(?P<role>{_ROLE})\b.*",
    re.IGNORECASE,
)


def person(words: str) -> tuple[str, tuple[str, ...], tuple[tuple[int, int], ...]]:
    """Return name, roles, and the spans of name and role in `words`.

    A name typed in small letters throughout gets its capitals; without a role all words are the name.
    """
    found = _SAID.fullmatch(words)
    if found is None:
        name = words.lstrip("@")
        return _named(name), (), ((0, len(words)),) if words else ()
    name = re.sub(r"\s+(has\s+)?(joined|is|as)$", "", found["name"], flags=re.IGNORECASE).lstrip("@")
    role = ROLES_SAID[found["role"].casefold()]
    return _named(name), (role,), ((0, len(found["name"])), found.span("role"))


def _named(name: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in name.split()) if name.islower() else name
