"""Taking secrets out of what other programs recorded, before anybody sees it on a shared screen.

Only what is never anything else: keys and tokens by their form, passwords by the name before them,
and what travels in addresses. The file that was imported still has them.
"""

import re

from noblame.importers.links import in_links

REMOVED = "[removed]"
"""Stands where a secret stood."""

_FORMS = re.compile(
    r"-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----.*?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|\Z)"
    r"|\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"
    r"|\bxox[abeoprs]-[\w-]{8,}"
    r"|\b(?:gh[pousr]_|github_pat_|glpat-)[\w-]{16,}"
    r"|\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*"
    r"|(?<=[Bb]earer )[\w.~+/=-]{12,}",
    re.DOTALL,
)
_NAMED = re.compile(
    r"(\b\w{0,40}(?:password|passwd|pwd|secret|token|api_?key)=[\"']?|--(?:password|token|secret|api-key)[ =][\"']?)"
    r"(?![$<*\[])[^\s\"'&;]{3,}",
    re.IGNORECASE,
)
_USER = re.compile(r"((?<=[a-z0-9])://[^\s/:@]{1,80}:)[^\s/@]{1,200}@")
_FORM_SIGNS = (
    "PRIVATE KEY",
    "AKIA",
    "ASIA",
    "xox",
    "ghp_",
    "gho_",
    "ghu_",
    "ghs_",
    "ghr_",
    "github_pat_",
    "glpat-",
    "eyJ",
    "earer ",
)
_NAME_SIGNS = ("pass", "pwd", "secret", "token", "api")
"""One of these stands in every text that the patterns match; looking for them first is much faster."""


def without_secrets(text: str) -> str:
    """Return `text` without what opens doors: keys, tokens, named passwords, secrets in addresses."""
    if "://" in text:
        text = in_links(text)
        if "@" in text:
            text = _USER.sub(rf"\1{REMOVED}@", text)
    if _any(_FORM_SIGNS, text):
        text = _FORMS.sub(REMOVED, text)
    if ("=" in text or "--" in text) and _any(_NAME_SIGNS, text.lower()):
        text = _NAMED.sub(lambda found: found[1] + REMOVED, text)
    return text


def _any(signs: tuple[str, ...], text: str) -> bool:
    for sign in signs:  # noqa: SIM110 a generator takes three times as long, for every text of an import
        if sign in text:
            return True
    return False
