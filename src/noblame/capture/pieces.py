r"""A line taken to pieces: words, and what is recognised among them.

Everything is recognised only where a word begins. What has no place in the entry that the line makes, such as
``#1234`` or the evidence of a lesson, is a word like any other.
"""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from noblame.capture import due, people, quoting, when
from noblame.capture.context import Context
from noblame.capture.tokens import Role, Token
from noblame.capture.words import IMPACT_GROUPS, PHASES, SPECIAL, WITH_EVIDENCE, WITH_PEOPLE, Target, hashed
from noblame.model import FACETS, KINDS

_WORD = re.compile(r"\S+")
_BACKSLASHES = re.compile(r"\\+")
_PUNCTUATION = ",;.:"
_PRIORITY = re.compile(r"p[0-4]", re.IGNORECASE)
_FOR = re.compile(r"for\s+", re.IGNORECASE)
_ID = re.compile(r"[^\s,;.:]+(?=,|[;.:]*(?:\s|$))")
_BETWEEN_IDS = re.compile(r"\s*,\s*|\s+and\s+|\s+")
_REST = re.compile(r"\S*")
_HASHED: dict[str, str] = {
    "event": "kind", "cause": "category", "action": "action_kind",
    **dict.fromkeys(PHASES, "phase"), **dict.fromkeys(FACETS, "facet"), **dict.fromkeys(IMPACT_GROUPS, "group"),
}  # fmt: skip
"""The field that a ``#`` sets: by what the line makes, or by the value where a line has several."""
_LABELS: dict[Target, tuple[str, str]] = {"action": ("done:", "done_when"), "dissent": ("settles:", "settles")}
_KIND_AT_ONCE = re.compile(rf"(?P<kind>{'|'.join(KINDS)})(?P<label>:)?(?=\s|$)", re.IGNORECASE)
_SMALL = frozenset(["to", "of", "by", "on", "that", "for", "in", "was", "is", "at", "with", "from", "as"])
"""Before one of these a kind's word is part of the sentence, so it stays."""


class Piece(NamedTuple):
    """A word, or several that mean something together."""

    start: int
    stop: int
    """Where the recognised part ends."""
    end: int
    """Where the next piece may begin; punctuation behind what is recognised goes with it."""
    words: str
    """What it adds to the text; empty where it is taken out of it."""
    role: Role | None = None
    field: str = ""
    """Which field of `Captured` it is for."""
    values: tuple[Any, ...] = ()
    """What it was read as; several ids stand behind one ``for``."""
    bare: bool = True
    """Whether the word holds nothing but a mention."""

    @property
    def token(self) -> Token:
        """The piece as the screen colours it; only for one with a role."""
        return Token(self.start, self.stop, self.role or "escape", " ".join(str(value) for value in self.values))


def split(text: str, start: int, target: Target, context: Context) -> list[Piece]:
    """Take what stands from `start` on to pieces."""
    pieces: list[Piece] = []
    while found := _WORD.search(text, start):
        piece = _piece(text, found, target, context)
        if piece.role == "done":
            piece = _labelled(text, piece, target, context)
        pieces.append(piece)
        start = piece.end
    return pieces


def joined(text: str, pieces: Sequence[Piece]) -> str:
    """Return the words that stay; neighbours keep the space that stands between them."""
    kept: list[str] = []
    before = -1
    for number, piece in enumerate(pieces):
        if piece.words:
            if kept:
                kept.append(text[pieces[before].end : piece.start] if before == number - 1 else " ")
            kept.append(piece.words)
            before = number
    return "".join(kept).strip()


def head(text: str, start: int, context: Context) -> tuple[when.When | None, list[Piece], int]:
    """Read what only stands at the start of an event: its time, and a bare kind behind it."""
    found = _WORD.search(text, start)
    time = when.read(text, found.start(), context) if found and SPECIAL.match(text, found.start()) else None
    if found is None or time is None:
        return None, [], start
    pieces = [Piece(found.start(), time.end, time.end, "", "time", "", (time.at.isoformat(),))]
    word = _WORD.search(text, time.end)
    kind = _KIND_AT_ONCE.match(text, word.start()) if word else None
    if kind is None:
        return time, pieces, time.end
    following = _WORD.search(text, kind.end())
    said = kind["kind"]
    in_sentence = not said.islower() or following is None or following[0].casefold() in _SMALL
    stays = in_sentence and not kind["label"]
    pieces.append(Piece(kind.start(), kind.end(), kind.end(), said if stays else "", "kind", "kind", (said.casefold(),)))
    return time, pieces, kind.end()


def _piece(text: str, found: re.Match[str], target: Target, context: Context) -> Piece:
    """Recognise what begins with a word, or take the word as it is."""
    start, end, word = found.start(), found.end(), found[0]
    if word[0] == "\\":
        run = _BACKSLASHES.match(word)
        if run and SPECIAL.match(text, start + run.end()):
            return Piece(start, start + 1, end, word[1:], "escape")
        return _plain(start, word)
    if word[0] == "@" and target in WITH_PEOPLE and (said := people.mention(text, start, context.people)):
        rest = _REST.match(text, said.end)
        behind = rest[0] if rest else ""
        end, bare = said.end + len(behind), not behind.strip(_PUNCTUATION)
        return Piece(start, said.end, end, text[start:end], "person", "who", (said.who,), bare)
    if word[0] == "~" and target in WITH_EVIDENCE:
        return _evidence(text, start, word)
    if word[0] == "#":
        return _hash(text, start, word, target)
    if target == "action":
        return _promise(text, start, word, context)
    return _label(start, word, target)


def _evidence(text: str, start: int, word: str) -> Piece:
    """Read ``~INFRA-88`` or ``~"a quote"``; ``~5 minutes``, ``~$2,500`` and ``~/.profile`` are text."""
    if quote := quoting.read(text, start + 1):
        return _taken(text, start, quote[1], "evidence", "evidence", quote[0])
    said = word[1:].rstrip(_PUNCTUATION)
    if said and (said[0].isalpha() or (said[0] == "#" and len(said) > 1)):
        return _taken(text, start, start + 1 + len(said), "evidence", "evidence", said)
    return _plain(start, word)


def _hash(text: str, start: int, word: str, target: Target) -> Piece:
    """Read the kind or category that ``#`` names; ``#"third party"`` is a category of the team's own."""
    if target == "cause" and (own := quoting.read(text, start + 1)):
        return _taken(text, start, own[1], "category", "category", own[0])
    said = word[1:].rstrip(_PUNCTUATION)
    value = hashed(said, target)
    if not value:
        return _plain(start, word)
    field = _HASHED.get(value if target in ("impact", "lesson") else target, "lesson_kind")
    return _taken(text, start, start + 1 + len(said), "kind" if target == "event" else "category", field, value)


def _promise(text: str, start: int, word: str, context: Context) -> Piece:
    """Read what only actions have: priority, due date, the causes it answers, how to tell that it is done."""
    bare = word.rstrip(_PUNCTUATION)
    if _PRIORITY.fullmatch(bare):
        return _taken(text, start, start + 2, "priority", "priority", bare.upper())
    if found := _FOR.match(text, start):
        ids, end = _ids(text, found.end(), context.cause_ids)
        if ids:
            return _taken(text, start, end, "answers", "answers", *ids)
    if SPECIAL.match(text, start) and (by := due.read(text, start, context.today)):
        return _taken(text, start, by.end, "due", "due" if by.day else "due_said", by.day or by.said)
    return _label(start, word, "action")


def _ids(text: str, start: int, known: frozenset[str]) -> tuple[tuple[str, ...], int]:
    """Return the ids from a place on, as far as they are causes, and where they end."""
    ids: list[str] = []
    end, at = start, start
    while found := _ID.match(text, at):
        word = found[0] if found[0] in known else found[0].casefold()
        if word not in known:
            break
        ids.append(word)
        end = found.end()
        between = _BETWEEN_IDS.match(text, end)
        if between is None:
            break
        at = between.end()
    return tuple(ids), end


def _label(start: int, word: str, target: Target) -> Piece:
    """Read the label before words of their own, or take the word as it is."""
    label, field = _LABELS.get(target, ("", ""))
    if label and word[: len(label)].casefold() == label:
        return Piece(start, start + len(label), start + len(label), "", "done", field)
    return _plain(start, word)


def _plain(start: int, word: str) -> Piece:
    """Return a word that means nothing but itself."""
    return Piece(start, start + len(word), start + len(word), word)


def _labelled(text: str, label: Piece, target: Target, context: Context) -> Piece:
    """Take the words behind a label: those in quotes, else up to the next thing that is recognised.

    What stands right behind the colon is words in any case.
    """
    first = _WORD.search(text, label.end)
    quote = quoting.read(text, first.start()) if first else None
    if quote:
        return _taken(text, label.start, quote[1], "done", label.field, quote[0])
    words: list[Piece] = []
    start = label.end
    while found := _WORD.search(text, start):
        piece = _plain(start, found[0]) if found.start() == label.end else _piece(text, found, target, context)
        if piece.role not in (None, "escape"):
            break
        words.append(piece)
        start = piece.end
    return label._replace(stop=start, end=start, values=(joined(text, words),))


def _taken(text: str, start: int, stop: int, role: Role, field: str, *values: Any) -> Piece:
    """Return a piece that is taken out of the text, and the punctuation behind it too."""
    end = stop
    while text[end : end + 1] and text[end] in _PUNCTUATION:
        end += 1
    return Piece(start, stop, end, "", role, field, values)
