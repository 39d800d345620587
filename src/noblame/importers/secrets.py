"""Taking secrets out of what other programs recorded, before anybody sees it on a shared screen.

The file that was imported still has them.
"""

from noblame.importers.links import in_links
from noblame.model import secrets

REMOVED = secrets.REMOVED
"""Stands where a secret stood."""


def without_secrets(text: str) -> str:
    """Return `text` without what opens doors: keys, tokens, named passwords, secrets in addresses."""
    return secrets.without_secrets(in_links(text) if "://" in text else text)
