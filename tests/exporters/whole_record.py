"""A record in which every public text field says something, and something of its own."""

import itertools
import types
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Annotated, Any, get_args, get_origin

from noblame.model import (
    Action,
    Agenda,
    Block,
    Cause,
    Event,
    Frozen,
    Impact,
    Incident,
    Lesson,
    Link,
    Meeting,
    Note,
    Person,
    Record,
)

REFERENCES = {
    Incident: {"zone"},
    Agenda: {"since_boot", "started_boot"},
    Event: {"id", "part_of", "aside", "set_right"}, Cause: {"id", "parents", "events"}, Impact: {"id"}, Lesson: {"id", "about"}, Note: {"id", "about", "conflict"},
    Link: {"id"}, Action: {"id", "answers", "history"}, Meeting: {"private_notes", "preread"},
    Block: {"prompts"},
}  # fmt: skip
"""Fields that hold ids, names of zones and machines, what is private, what was sent round before or helps to facilitate."""
AT = datetime(2024, 1, 15, 14, 0, tzinfo=UTC)


def text_fields(model: type[Frozen]) -> dict[str, bool]:
    """The public fields of a model that hold text; whether they hold several."""
    found: dict[str, bool] = {}
    for name, field in model.model_fields.items():
        if name in REFERENCES.get(model, set()):
            continue
        kind: Any = field.annotation
        several = get_origin(kind) is tuple
        inner = get_args(kind)[0] if several else kind
        while get_origin(inner) is Annotated or isinstance(inner, types.GenericAlias):
            inner = get_args(inner)[0]
        if inner is str:
            found[name] = several
    return found


def whole_record(say: Callable[[str], str]) -> Record:
    """A record with entries of every kind; `say` makes the text of a field from its unique mark."""
    marks = itertools.count(1)

    def text(mark: str) -> str:
        return say(f"{mark}n{next(marks)}z")

    def filled(model: type[Any], **given: Any) -> Any:
        made = {
            name: (text("Mark"), text("Mark")) if several else text("Mark")
            for name, several in text_fields(model).items()
            if name not in given
        }
        return model(**made, **given)

    def cause(number: int, *parents: int, **given: Any) -> Any:
        return filled(Cause, id=f"c{number}", parents=tuple(f"c{parent}" for parent in parents), **given)

    causes = (
        cause(1, kind="effect", join="any"),
        cause(2, 1, role="proximate", category="people"), cause(3, 2, role="contributing", stop="outside", status="suspected"),
        cause(4, 2, role="root", rank=1, events=("e1",)), cause(5, 4, 3, role="root", rank=5, probability=0.1, switch="on"),
        cause(6, 1, kind="safeguard"), cause(7, 6), cause(8, 1, status="ruled out"), cause(9, 8), cause(10), cause(11, 10),
        cause(12, 1, role="root", category="process"), cause(13, kind="effect", category=""),
    )  # fmt: skip
    notes = [
        filled(Note, id=f"n{number}", kind=kind, about=about, said_at=AT)
        for number, (kind, about) in enumerate(
            itertools.product(("parked", "remedy", "question", "dissent"), ("e1", "", "x9")), 1
        )
    ]
    lessons = [
        filled(Lesson, id=f"l{number}", kind=kind, phase=phase)
        for number, (kind, phase) in enumerate(
            itertools.product(("well", "poorly", "lucky", "surprise", "takeaway", "gap"), ("", "detection", "response")), 1
        )
    ]
    actions = [
        filled(
            Action,
            id=f"a{number}",
            status=status,
            due=date(2024, 2, number),
            answers=("c2",),
            consent=consent,
            impact=1,
            effort=3,
        )
        for number, (status, consent) in enumerate(
            zip(("open", "started", "done", "verified", "later", "won't do"), ("", "accepted", "declined") * 2, strict=True), 1
        )
    ]
    return Record(
        incident=filled(Incident),
        meeting=filled(Meeting, private_notes="Secret notes", preread_at=AT, follow_up=AT),
        agenda=filled(Agenda, blocks=(filled(Block, part="opening", minutes=5, spent=61.0),), started=AT, ended=AT),
        impact=tuple(filled(Impact, id=f"i{n}", group=group) for n, group in enumerate(("customer", "business", "technical"), 1)),
        people=(
            filled(Person, roles=("author",), present=True, turns=7341), filled(Person, roles=("incident commander",)),
            filled(Person),
        ),
        events=(
            filled(Event, id="e1", at=AT, kind="change", star=True, count=3),
            filled(Event, id="e2", at=AT, kind="detected", source=""),
            filled(Event, id="e3", source=""), Event(id="e4", at=AT, text="Secret chat", source="slack"),
            Event(id="e5", at=AT, text="Secret hidden", hidden=True),
        ),
        causes=causes,
        lessons=tuple(lessons),
        notes=tuple(notes),
        links=tuple(
            filled(Link, id=f"r{n}", group=group) if n % 2 else filled(Link, id=f"r{n}", group=group, title="")
            for n, group in enumerate(("graph", "related", "reference", "graph"), 1)
        ),
        actions=tuple(actions),
    )  # fmt: skip
