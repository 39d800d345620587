"""Edits of a branch of the causal graph: a cause with everything that explains it.

Each raises `Refused` with a sentence where the graph would run in a circle or nothing is there to be moved.
"""

from typing import TypeVar

from noblame.analysis.graph import check, would_cycle
from noblame.editor.edits.entries import add, remove, replace
from noblame.model import Action, Cause, Record

E = TypeVar("E", Cause, Action)


class Refused(ValueError):
    """An edit that cannot be; its words are the sentence that says why."""


def _known(record: Record, cause_id: str) -> Cause:
    cause = record.cause(cause_id)
    if cause is None:
        raise Refused("Put the cursor on a cause first.")
    return cause


def placed_under(record: Record, cause_id: str, parent: str) -> Record:
    """Move a branch below another cause, behind the causes that are there; its other links stay."""
    cause, target = _known(record, cause_id), _known(record, parent)
    if circle := would_cycle(record, cause_id, parent):
        raise Refused(circle)
    if cause.parents[:1] == (parent,):
        raise Refused(f"“{cause.text}” stands there already.")
    others = tuple(name for name in cause.parents[1:] if name != parent)
    kind = "cause" if cause.kind == "effect" else cause.kind
    moved = cause.but(parents=(target.id, *others), kind=kind)
    return record.but(causes=(*(c for c in record.causes if c.id != cause_id), moved))


def linked(record: Record, cause_id: str, parent: str) -> Record:
    """Let a cause explain another as well; it stays where it is shown."""
    cause, target = _known(record, cause_id), _known(record, parent)
    if parent in cause.parents:
        raise Refused(f"“{cause.text}” explains “{target.text}” already.")
    if cause.kind == "effect":
        raise Refused("An effect is what has to be explained; move it below the cause instead.")
    if circle := would_cycle(record, cause_id, parent):
        raise Refused(circle)
    return replace(record, cause_id, parents=(*cause.parents, parent))


def unlinked(record: Record, cause_id: str) -> Record:
    """Take back the link that was made last; the first one, where the cause is shown, stays."""
    cause = _known(record, cause_id)
    if len(cause.parents) < 2:
        raise Refused(f"“{cause.text}” explains one thing only.")
    return replace(record, cause_id, parents=cause.parents[:-1])


def laid_aside(record: Record, cause_id: str) -> Record:
    """Put a branch into the tray: it is kept, and explains nothing yet."""
    cause = _known(record, cause_id)
    if cause.kind == "effect":
        raise Refused("An effect is what has to be explained; it has no place in the tray.")
    if not cause.parents:
        raise Refused(f"“{cause.text}” waits in the tray already.")
    return replace(record, cause_id, parents=())


def split(record: Record, cause_id: str, words: tuple[str, ...]) -> Record:
    """Make one cause several that stand side by side; what hangs below stays with the first."""
    cause = _known(record, cause_id)
    first, *others = [text.strip() for text in words if text.strip()] or [""]
    if not others:
        raise Refused("Put a / where it should be split.")
    record = replace(record, cause_id, text=first)
    beside = {"kind": cause.kind, "parents": cause.parents, "category": cause.category, "status": cause.status}
    neighbour = cause_id
    for text in others:
        record, neighbour = add(record, "causes", Cause, after=neighbour, text=text, **beside)
    return record


def merged(record: Record, cause_id: str, into: str) -> Record:
    """Join a cause into another: what explains it, what it explains, its evidence and its answers go along.

    Its words stay as a quote among the evidence, where they are not the same.
    """
    cause, target = _known(record, cause_id), _known(record, into)
    if cause_id == into:
        raise Refused("Put the cursor on another cause to join it with.")
    quote = (f"“{cause.text}”",) if cause.text and cause.text != target.text else ()
    parents = tuple(p for p in dict.fromkeys((*target.parents, *cause.parents)) if p not in (cause_id, into))
    changed = target.but(
        parents=() if target.kind == "effect" else parents,
        evidence=tuple(dict.fromkeys((*target.evidence, *quote, *cause.evidence))),
        events=tuple(dict.fromkeys((*target.events, *cause.events))),
        category=target.category or cause.category,
        accepted=target.accepted or cause.accepted,
    )
    causes = tuple(changed if c.id == into else _renamed(c, "parents", cause_id, into) for c in record.causes)
    record = record.but(causes=causes)
    if any(cause_id in action.answers for action in record.actions):
        record = record.but(actions=tuple(_renamed(action, "answers", cause_id, into) for action in record.actions))
    if any(note.about == cause_id for note in record.notes):
        record = record.but(notes=tuple(n.but(about=into) if n.about == cause_id else n for n in record.notes))
    joined = remove(record, cause_id)
    if check(joined) is not None:
        raise Refused(f"“{cause.text}” and “{target.text}” explain one another through others; they stay two.")
    return joined


def _renamed(entry: E, field: str, old: str, new: str) -> E:
    """Return an entry that names `new` once wherever its field named `old`."""
    names: tuple[str, ...] = getattr(entry, field)
    if old not in names:
        return entry
    return entry.but(**{field: tuple(n for n in dict.fromkeys(new if n == old else n for n in names) if n != entry.id)})
