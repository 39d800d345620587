"""Documents in short, as the rules about documents give their examples: lines that somebody would type, and fields by name.

``declared: 47 | 14:31 first alert #detected | causes: Orders failed > Queue full (all) > Consumer stopped #technology``
"""

import re
from datetime import UTC, datetime
from typing import Any

from noblame.editor.situation import Situation
from noblame.editor.taking import take_lines
from noblame.model import Action, Block, Cause, Now, Record

NOW = Now(datetime(2024, 1, 18, 10, 0, tzinfo=UTC))
_CAUSE = re.compile(r"(?P<text>.*?)(?: \((?P<join>all|any|undecided)\))?(?: #(?P<category>\w+))?")


def document(example: str) -> Record:
    """Return the record that an example is short for."""
    record = Record()
    for line in example.split(" | "):
        name, colon, value = line.partition(": ")
        match name if colon else "":
            case "title" | "summary" | "severity" | "status":
                record = record.but(incident=record.incident.but(**{name: value}))
            case "declared":
                record = record.but(incident=record.incident.but(declared_minutes=int(value)))
            case "causes":
                record = _with_causes(record, value)
            case "until":
                *before, last = record.events
                end = last.at and last.at.replace(hour=int(value[:2]), minute=int(value[3:]))
                record = record.but(events=(*before, last.but(until=end)))
            case "wont":
                text, _, reason = value.partition(", because ")
                left = Action(id=f"w{len(record.actions)}", text=text, status="won't do", reason=reason)
                record = record.but(actions=(*record.actions, left))
            case "agenda":
                blocks = tuple(Block(name=block, part="analysis", minutes=10) for block in value.split(", "))
                record = record.but(agenda=record.agenda.but(blocks=blocks))
            case _:
                record = take_lines(record, [line], Situation(NOW))
    return record


def _with_causes(record: Record, chain: str) -> Record:
    """Add a chain of causes below what stands already; the head of the first is the effect."""
    parents: tuple[str, ...] = ()
    for said in chain.split(" > "):
        found = _CAUSE.fullmatch(said)
        assert found
        known = next((cause for cause in record.causes if cause.text == found["text"]), None)
        if known is None:
            more: dict[str, Any] = {"join": found["join"]} if found["join"] else {}
            known = Cause(
                id=f"c{len(record.causes) + 1}",
                kind="cause" if parents else "effect",
                text=found["text"],
                parents=parents,
                category=found["category"] or "",
                **more,
            )
            record = record.but(causes=(*record.causes, known))
        parents = (known.id,)
    return record
