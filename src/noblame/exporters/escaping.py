"""User text as Markdown: the one place where Markdown is escaped.

The text of a record is never interpreted. It is escaped only where a reader of Markdown would
act on it, so that ordinary prose stays free of backslashes: `payment_error_rate > 5%` and
``~14:30`` pass as they are. Code spans in balanced backticks stay code spans, because timelines quote
alert rules. What the templates print passes through `finalize`; the functions for a particular
place (`md_cell`, `md_prose`, `md_block`, `md_link`) return `Escaped`, which passes unchanged.
"""

import re
from functools import partial
from urllib.parse import quote


class Escaped(str):
    """Text that is Markdown already."""

    __slots__ = ()


_PUNCTUATION = re.escape("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_URL = r"https?://[\w\-./?#=&%+:,;@~!$]*[\w\-/#=%+~$]"
_ACTIVE = re.compile(
    rf"""
    (?P<url>{_URL})
    | (?P<room>(?<![\w.])@(?:everyone|here|channel|all)\b(?![\w-]))  # would wake everybody where it is pasted
    | (?P<slash>\\(?=[{_PUNCTUATION}]|$))
    | (?P<entity>&(?=\#?\w+;))
    | (?P<tag><(?=[A-Za-z/!?]|[^\s<>]+@))
    | (?P<star>\*+) | (?P<under>_+) | (?P<tilde>~+)
    | (?P<open>\[) | (?P<close>\]) | (?P<tick>`) | (?P<dollar>\$)
    """,
    re.VERBOSE | re.ASCII,
)
_LEADING = re.compile(r"\#{1,6}(?=\s|$)|[-+*](?=\s|$)|>|(?=[|:=-])[|:=\s-]+$")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_LISTED = re.compile(r"[-+*]\s|\d{1,9}[.)]\s")
_OPENING = ("", "(", '"', "“", "‘")
_SCHEMES = ("http", "https", "mailto")


def finalize(value: object) -> str:
    """Return what a template prints for `value`: escaped, unless a filter has done it; nothing for None."""
    if value is None:
        return ""
    return value if isinstance(value, Escaped) else md_text(str(value))


def md_text(text: str) -> Escaped:
    """Return `text` on one line, for a paragraph, a heading or a list item."""
    if isinstance(text, Escaped):
        return text
    line = re.sub(r"(?<=\s)(#+)$", r"\\\1", _inline(_one_line(text)))
    return Escaped(_leading(line))


def md_cell(text: str) -> Escaped:
    """Return `text` on one line, for a cell of a table; an empty cell shows a dash."""
    line = text if isinstance(text, Escaped) else _inline(_one_line(text))
    return Escaped(re.sub(r"(?<!\\)(\\*)\|", _pipe, line) or "—")


def md_prose(text: str) -> Escaped:
    """Return `text` with its paragraphs and line ends. Lines that look like a list stay on lines of their own."""
    paragraphs: list[str] = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        lines = [line.strip() for line in paragraph.split("\n")]
        made = _leading(_inline(lines[0]))
        for line in lines[1:]:
            made += ("\\\n" if _LISTED.match(line) else "\n") + _leading(_inline(line))
        paragraphs.append(made)
    return Escaped("\n\n".join(paragraphs))


def md_block(text: str) -> Escaped:
    """Return `text` verbatim in a fence that is longer than any run of backticks in it."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return Escaped(f"{fence}text\n{text.strip(chr(10))}\n{fence}")


def md_link(title: str, url: str) -> Escaped:
    """Return a link; where the address has a scheme that a browser might run, both stand as plain text."""
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", url)
    if not url or url.startswith("//") or (scheme and scheme[1].lower() not in _SCHEMES):
        return Escaped(": ".join(filter(None, (md_text(title), md_text(url)))))
    address = re.sub(r"[\s<>()\\`\"|\[\]]", lambda c: quote(c[0], safe=""), url)
    address = re.sub(r"&(?=#?\w+;)", "&amp;", address)
    return Escaped(f"[{_inline(title or url, linked=True)}]({address})")


def _one_line(text: str) -> str:
    return " ".join(line.strip() for line in text.strip().split("\n"))


def _inline(line: str, *, linked: bool = False) -> str:
    """Escape what acts inside a line; balanced code spans stay as they are.

    The words of a link (`linked`) may hold neither brackets nor links.
    """
    escape = partial(_escape, linked=linked)
    made, plain_from = "", 0
    for start, end in _code_spans(line):
        made += _ACTIVE.sub(escape, line[plain_from:start]) + line[start:end]
        plain_from = end
    return made + _ACTIVE.sub(escape, line[plain_from:])


def _code_spans(line: str) -> list[tuple[int, int]]:
    """Return where code spans start and end: a run of backticks up to the next run of the same length."""
    runs = [found.span() for found in re.finditer(r"`+", line)]
    closers: dict[int, int] = {}
    next_of_length: dict[int, int] = {}
    for index in range(len(runs) - 1, -1, -1):
        length = runs[index][1] - runs[index][0]
        if length in next_of_length:
            closers[index] = next_of_length[length]
        next_of_length[length] = index
    spans: list[tuple[int, int]] = []
    index = 0
    while index < len(runs):
        closer = closers.get(index, index)
        if closer > index:
            spans.append((runs[index][0], runs[closer][1]))
        index = closer + 1
    return spans


def _escape(found: re.Match[str], *, linked: bool) -> str:
    """Return one piece of a line that might act, escaped if it would."""
    name, run = found.lastgroup or "", found[0]
    if name == "url" and linked:
        return re.sub(r"[_~]", r"\\\g<0>", run).replace("&", "&amp;")
    if name == "url":
        return f"<{run}>"
    if name == "room":
        return f"`{run}`"
    if name in ("entity", "tag"):
        return {"&": "&amp;", "<": "&lt;"}[run]
    acts = _acts(name, run, found) or (linked and name in ("open", "close"))
    return "".join(f"\\{c}" for c in run) if acts else run


def _acts(name: str, run: str, found: re.Match[str]) -> bool:
    """Whether Markdown would act on a run of one character, judged by its neighbours."""
    before = found.string[found.start() - 1 : found.start()] if found.start() else ""
    after = found.string[found.end() : found.end() + 1]
    match name:
        case "star":
            return not (before.isspace() and after.isspace())
        case "under":
            return not ((before.isalnum() and after.isalnum()) or (before.isspace() and after.isspace()))
        case "tilde":
            opens_only = (before.isspace() and not after.isspace()) or (before in _OPENING and after.isalnum())
            return len(run) > 1 or not opens_only
        case "open":
            task = not before and found.string[1:3] in (" ]", "x]", "X]")
            return task or after in ("^", "[")
        case "close":
            return after in ("", "(", "[", ":")
        case "dollar":
            return bool(before) and not before.isspace() and not after.isdigit() and found.string.find("$") < found.start()
        case _:
            return True


def _leading(line: str) -> str:
    """Escape what would make a block of its own at the start of a line."""
    if found := _NUMBERED.match(line):
        return f"{found[1]}\\{line[len(found[1]) :]}"
    return f"\\{line}" if _LEADING.match(line) else line


def _pipe(found: re.Match[str]) -> str:
    """Escape a pipe so that the number of backslashes before it is odd."""
    slashes = found[1]
    return f"{slashes}\\|" if len(slashes) % 2 == 0 else f"{slashes}\\\\|"
