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
_USER = re.compile(r"(\b[a-z][a-z0-9+.-]{0,20}://[^\s/:@]{1,80}:)[^\s/@]{1,200}@")
_HINT = re.compile(
    r"PRIVATE KEY|://[^/\s]*@|A[KS]IA|xox|gh[pousr]_|github_pat_|glpat-|eyJ|[Bb]earer "
    r"|(?i:password|passwd|pwd|secret|token|api.?key)"
)


def without_secrets(text: str) -> str:
    """Return `text` without what opens doors: keys, tokens, named passwords, secrets in addresses."""
    text = in_links(text)
    if not _HINT.search(text):
        return text
    text = _USER.sub(rf"\1{REMOVED}@", _FORMS.sub(REMOVED, text))
    return _NAMED.sub(lambda found: found[1] + REMOVED, text)
