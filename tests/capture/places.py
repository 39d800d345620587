"""A place to type in: a meeting on a Thursday about an incident on the Monday before."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from noblame.capture.context import Context
from noblame.capture.grammar import Captured, parse
from noblame.model import Part

PEOPLE = (("omar", "Omar"), ("lena-voss", "Lena Voss"), ("sam-hill", "Sam Hill"), ("sam-okoro", "Sam Okoro"), ("deploybot", ""))
BEFORE = datetime(2025, 2, 3, 9, 20, tzinfo=UTC)


def place(part: Part = "timeline", **changes: Any) -> Context:
    known: dict[str, Any] = {
        "now": datetime(2025, 2, 6, 15, 0, 40, tzinfo=UTC),
        "part": part,
        "zone": ZoneInfo("UTC"),
        "day": date(2025, 2, 3),
        "previous": BEFORE,
        "people": PEOPLE,
        "cause_ids": frozenset(["c2", "c5", "c12"]),
    }
    return Context(**{**known, **changes})


def read(text: str, part: Part = "timeline", **changes: Any) -> Captured:
    return parse(text, place(part, **changes))


def coloured(text: str, captured: Captured) -> list[tuple[str, str]]:
    return [(text[token.start : token.end], token.role) for token in captured.tokens]
