"""Telling the text forms of causes apart: whys, a fishbone, a fault tree, a nested list."""

import re
from collections.abc import Sequence
from typing import Literal

from noblame.analysis import categories
from noblame.analysis.brackets import read_bracket
from noblame.importers.papers.words import own_words

Form = Literal["whys", "fishbone", "fault tree", "list"]

LONGEST = 25_000
"""Characters of a line that are looked at; what is longer is no sentence."""
TAB = 4
EDGE = re.compile(r"[\s│├└┌┬┤┼╰╭╠╚║═─━|`>]*(?:[+\\]--?\s+)?(?:-{2,}\s+)?")
"""The lines that are drawn before the words of a branch, with box signs or typed."""
_DRAWN = re.compile(r"\s*(?:[│├└┌╰╭╠╚║`+\\]|\|[-_\s|])")
BULLET = re.compile(r"(?:[-*+•‣–]|\(?\d{1,3}[.)]|\[[ xX]\])\s+")
HEAD = re.compile(r"(?P<head>[^\s│├└┌╰╭].*?)\s*[─━-]{1,200}(?P<rest>[┬├┌┼┤└].*)")
"""The line of a drawn fishbone on which its effect stands."""
EFFECT = re.compile(r"(?:#{1,6}\s+)?(?:problem(?: statement)?|top(?:[ -]event)?|effect)\s*:\s*(.+)", re.IGNORECASE)
TRAY = re.compile(r"tray\s*:\s*(.+)", re.IGNORECASE)
NUMBERED = re.compile(r"(?:#{1,6}\s+)?why\s*#?\s*(\d{1,4})\s*[:.)]\s*(.*)", re.IGNORECASE)
ASKED = re.compile(r"((?:why|how)\b[^→?]{1,500}\?)\s*(?:→|->|=>|—>)\s*(\S.*)", re.IGNORECASE)
GATE = re.compile(r"(AND/OR\?|AND|OR|NOT|\d{1,4}\s*(?:of|/)\s*\d{0,4}|\?)\s*:\s*(.*)", re.IGNORECASE)
GATE_ALONE = re.compile(r"[\[({]{0,2}(AND|OR|NOT|\d{1,4}\s*(?:of|/)\s*\d{1,4})[\])}]{0,2}", re.IGNORECASE)
GATE_BEHIND = re.compile(r"(.*[^\s;])\s+(?:\(({g})\)|\[({g})\]|({g}))".format(g=r"AND|OR|\d{1,4} of \d{1,4}"))
"""A gate behind the words of the cause whose own causes it joins, as noblame draws it."""
CATEGORY = re.compile(r"([^\W_][\w /&-]{0,39}|\?)\s*:\s*(.*)")
_BOLD = re.compile(r"\*\*([^*:]{1,60})(?:\*\*\s*:|:\s*\*\*)")
"""A label in the bold letters of Markdown."""


def form_of(lines: Sequence[str]) -> Form | None:
    """Return which of the forms a text is drawn in; None for anything else, a plain list among them."""
    full = [line[:LONGEST].expandtabs(TAB) for line in lines if line.strip() and not line.strip().startswith("```")]
    if not full:
        return None
    bare = [unmarked(EDGE.sub("", line, count=1)) for line in full]
    numbered = sum(bool(NUMBERED.match(words)) for words in bare)
    asked = sum(bool(ASKED.match(words)) for words in bare)
    if numbered + asked >= 2 or (numbered and any(EFFECT.match(words) for words in bare)):
        return "whys"
    ribs = sum(bool(head(line)) for line in full)
    drawn = [words for line, words in zip(full, bare, strict=True) if _DRAWN.match(line)] + [
        EDGE.sub("", found["rest"], count=1) for line in full if (found := head(line))
    ]
    title = full[0].casefold()
    if drawn:
        gates = sum(bool(GATE.match(words) or GATE_ALONE.fullmatch(words)) for words in drawn)
        known = sum(bool((found := CATEGORY.match(words)) and is_known(found[1])) for words in drawn)
        if ribs or known > gates or title.startswith("effect"):
            return "fishbone"
        return "fault tree" if gates or title.startswith("top") or any(GATE_BEHIND.fullmatch(w) for w in full) else None
    if len(full) <= 2 and (title.startswith(("top event:", "effect:"))):
        return "fault tree" if title.startswith("top") else "fishbone"
    return "list" if "[" in bare[0] and all("id" in read_bracket(own_words(words))[1] for words in bare) else None


def head(line: str) -> re.Match[str] | None:
    """Return the parts of a line on which the effect of a fishbone stands before its first rib."""
    return HEAD.fullmatch(line.strip()) if re.search(r"[─━-][┬├┌┼┤└]", line) else None


def unmarked(words: str) -> str:
    """Return words without their bullets and numbers, and without the stars around a label."""
    while found := BULLET.match(words):
        words = words[found.end() :]
    return _BOLD.sub(r"\1: ", words, count=1) if words.startswith("**") else words


def is_known(word: str) -> bool:
    """Whether a word is the name of a category that everybody has."""
    return categories.key(word.strip()) in categories.TABLE
