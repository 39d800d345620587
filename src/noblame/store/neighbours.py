"""The other sessions of a workspace, for what they left behind."""

from pathlib import Path

from noblame.model import Record
from noblame.store.codec import load
from noblame.store.reading import decode, read_bytes
from noblame.store.refusal import SessionRefused
from noblame.store.workspace import sessions

MOST = 200
"""Sessions that are looked into, the newest names first; a workspace that holds more has its own search."""


def neighbours(path: Path, service: str) -> tuple[Record, ...]:
    """Return the other sessions beside `path` that name a service; those that cannot be read are left out."""
    found: list[Record] = []
    wanted = service.casefold()
    for other in reversed(sessions(path.parent)[-MOST:]) if wanted else ():
        if other.name == path.name:
            continue
        try:
            text = decode(read_bytes(other), other)
            if wanted in text.casefold():
                found.append(load(text, other))
        except SessionRefused:
            continue
    return tuple(record for record in found if record.incident.service.casefold() == wanted)
