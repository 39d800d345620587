"""The systemd journal as JSON (``journalctl -o json``): an object a line, or a list of them.

Times are strings of microseconds; the source's own goes before the time of receiving. A message may
be a list of bytes, any field a list of values.
"""

from noblame.importers.base import Hints
from noblame.importers.gathering import Gathering, Told, unset
from noblame.importers.json_format import CERTAIN, first, json_importer
from noblame.importers.json_reading import Json, words

_TIMES = ("_SOURCE_REALTIME_TIMESTAMP", "__REALTIME_TIMESTAMP")
_NAMES = ("SYSLOG_IDENTIFIER", "_SYSTEMD_UNIT", "_COMM")
_GRAVE = ("0", "1", "2", "3")
"""Priorities from emergency to error, which may be starred."""


def _certainty(value: Json) -> float:
    head = first(value)
    return CERTAIN if "__REALTIME_TIMESTAMP" in head or {"__CURSOR", "MESSAGE"} <= head.keys() else 0.0


def _take(value: Json, place: str, _hints: Hints, gathering: Gathering) -> None:
    for where, entry in gathering.each(value, place, "entry"):
        _entry(entry, where, gathering)


def _entry(entry: dict[str, Json], place: str, gathering: Gathering) -> None:
    message = _message(entry.get("MESSAGE"))
    at = next((time for key in _TIMES if not unset(time := _one(entry.get(key)))), None)
    name = next((text for key in _NAMES if (text := words(_one(entry.get(key))))), "")
    host = words(_one(entry.get("_HOSTNAME")))
    priority = str(_one(entry.get("PRIORITY")))
    gathering.tell(place, Told(
        at, message or "message without words", "log", words(entry.get("__CURSOR")),
        f"{name} on {host}" if name and host else name or host, True, noise="" if message else "no text",
        star=priority in _GRAVE,
    ))  # fmt: skip


def _one(value: Json) -> Json:
    """Return a field, or the first of its values."""
    return (value[0] if value else None) if isinstance(value, list) else value


def _message(value: Json) -> str:
    """Return a message in words, also one that the journal wrote as bytes or in several values."""
    if isinstance(value, list):
        numbers = [byte for byte in value if isinstance(byte, int) and not isinstance(byte, bool) and 0 <= byte < 256]
        if value and len(numbers) == len(value):
            return bytes(numbers).decode("utf-8", errors="replace")
        return "\n".join(map(words, value))
    return words(value)


IMPORTER = json_importer(
    "journald", "systemd journal (journalctl -o json)", "entries with __REALTIME_TIMESTAMP and MESSAGE", _certainty, _take
)
