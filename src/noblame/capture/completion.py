"""What the word being typed could become."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from noblame.capture.context import Context
from noblame.capture.words import DEFAULTS, HASHES, SIGNS, SLASHES, WITH_PEOPLE, Target, slash

MOST = 8
_SIGNED = re.compile(r"(?:^|(?<=\s))[@#/][\w-]*$")
_CAUSE = re.compile(r"\bfor\s+(?:\w+\s*,\s*|\w+\s+)*(?P<id>[^\W\d_]\w*)$", re.IGNORECASE)


class Completion(NamedTuple):
    """A choice: `insert` replaces the text from `start` to before `end`."""

    insert: str
    start: int
    end: int
    label: str
    help: str


def complete(text: str, cursor: int, context: Context, commands: tuple[tuple[str, str], ...] = ()) -> tuple[Completion, ...]:
    """Return choices for the word that ends at `cursor`, those that begin with it first, at most `MOST`.

    A slash at the start of the line offers what can be made and the `commands` (name, help); ``@`` people,
    ``#`` kinds, ``for c`` in an action the ids of causes. Where the line has no use for it nothing is offered,
    and a word that is complete is not offered again.
    """
    target = _target(text, context)
    typed = text[:cursor]
    choices: Iterable[tuple[str, str]] = ()
    if found := _SIGNED.search(typed):
        start = found.start()
        if text[start] == "/" and not text[:start].strip():
            choices = [(f"/{name}", meaning) for name, (_, meaning) in SLASHES.items()]
            choices += [(f"/{name}", meaning) for name, meaning in commands]
        elif text[start] == "@" and target in (*WITH_PEOPLE, "person"):
            choices = [(f"@{handle}", name) for handle, name in context.people]
        elif text[start] == "#":
            choices = [(f"#{choice.replace(' ', '-')}", "") for choice in HASHES.get(target, ())]
    elif target == "action" and (found := _CAUSE.search(typed)):
        start = found.start("id")
        choices = [(cause, "") for cause in sorted(context.cause_ids, key=lambda cause: (len(cause), cause))]
    else:
        return ()
    space = "" if text[cursor : cursor + 1].isspace() else " "
    ranked = [(label, meaning) for label, meaning in _ranked(typed[start:], choices) if label != typed[start:]]
    return tuple(Completion(f"{label}{space}", start, len(typed), label, meaning) for label, meaning in ranked[:MOST])


def _ranked(word: str, choices: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the choices that begin with a word, then those that hold it."""
    wanted = word.casefold()
    every = list(choices)
    begins = [choice for choice in every if choice[0].casefold().startswith(wanted)]
    inner = wanted.lstrip("@#/")
    holds = [choice for choice in every if choice not in begins and inner and inner in " ".join(choice).casefold()]
    return begins + holds


def _target(text: str, context: Context) -> Target:
    """Return what the line makes, as far as its beginning says."""
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    if first.startswith("/"):
        return slash(first[1:]) or "command"
    return SIGNS[first][0] if first in SIGNS else DEFAULTS[context.part]
