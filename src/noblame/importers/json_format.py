"""A format whose records are JSON: recognised by its keys, read value by value.

What makes one is a title, the shape in words, and two functions of its own module.
"""

from collections.abc import Callable, Iterator

from noblame.importers.base import Hints, Importer, Reading, Refused, Warnings, reading
from noblame.importers.gathering import Gathering
from noblame.importers.json_reading import Json, mapping
from noblame.importers.source import Source

CERTAIN = 0.97
LIKELY = 0.6
_TRIED = 5
"""Lines looked into; the first ones of a capture may be of other programs."""
_LESS = 0.9
"""Of a certainty that rests on later records."""

Certainty = Callable[[Json], float]
"""How certain a value is of the format, from 0 to 1."""
Take = Callable[[Json, str, Hints, Gathering], None]
"""Tells everything in a value, which stands at a place."""


def json_importer(name: str, title: str, shape: str, certainty: Certainty, take: Take) -> Importer:
    """Return the importer of a JSON format; `shape` names the keys it is known by, for refusals."""

    def sniff(source: Source) -> float:
        tried = [value for _, value in source.documents.values[:_TRIED]]
        tried += [item for value in tried if isinstance(value, list) for item in value[:_TRIED]]
        return max((_certainty(value, certainty) for value in tried), default=0.0)

    def read(source: Source, hints: Hints) -> Reading:
        gathering = Gathering(source.name, Warnings(source.warnings))
        for line in source.documents.unreadable:
            gathering.skip(f"{source.name}, line {line}", "is not JSON, so it is left out", "line that is not JSON")
        strangers: list[tuple[str, Json]] = []
        known = 0
        for place, value in _values(source, certainty):
            if _certainty(value, certainty) > 0:
                known += 1
                take(value, place, hints, gathering)
            else:
                strangers.append((place, value))
        if not known:
            raise _foreign(source, title, shape)
        for place, value in strangers:
            gathering.records += 1
            gathering.skip(place, f"is not of this format but has {_keys(value)}", "record of another format")
        return reading(
            name, gathering.records, gathering.rows.values(), skipped=gathering.skipped, warnings=gathering.warnings,
            zone=gathering.zone,
        )  # fmt: skip

    return Importer(name, title, sniff, read)


def _certainty(value: Json, certainty: Certainty) -> float:
    """Return how certain a value is; where the first records of its lists are none, by those after them."""
    sure = certainty(value)
    if sure or not isinstance(value, dict):
        return sure
    lists = {key: inner for key, inner in value.items() if isinstance(inner, list) and len(inner) > 1}
    later = ({**value, **{key: inner[n:_TRIED] for key, inner in lists.items() if len(inner) > n}} for n in range(1, _TRIED))
    return max((_LESS * certainty(rest) for rest in later), default=0.0) if lists else 0.0


def _values(source: Source, certainty: Certainty) -> Iterator[tuple[str, Json]]:
    """Yield the values of a source with their places; a list of bodies that is no body itself is taken apart."""
    found = source.documents
    for line, value in found.values:
        place = f"{source.name}, line {line}" if found.lines else source.name
        if isinstance(value, list) and certainty(value) == 0:
            yield from ((f"{place}, {number}", item) for number, item in enumerate(value, start=1))
        else:
            yield place, value


def first(value: Json) -> dict[str, Json]:
    """Return the object, or the first object of a list; an empty one for anything else."""
    return mapping(next((item for item in value if isinstance(item, dict)), None)) if isinstance(value, list) else mapping(value)


def _keys(value: Json) -> str:
    return ", ".join(list(first(value))[:6])[:100] or "no objects"


def _foreign(source: Source, title: str, shape: str) -> Refused:
    """Return why a file is not of a format that the user named."""
    found = source.documents
    looks = f"JSON with {_keys(found.first)}" if found.values else f"not JSON ({found.trouble or 'no object begins it'})"
    return Refused(f"{source.name}: is {looks}; expected was {title} with {shape}; name another file, or leave out --format")
