"""Writing the document from inside the program, and reading it there."""

import contextlib
import os
from hashlib import sha256
from pathlib import Path

from noblame.analysis.cells import wrap
from noblame.exporters.redacting import Redacted
from noblame.exporters.refusal import ExportRefused
from noblame.exporters.registry import EXPORTERS, export
from noblame.model import Record, clean_line
from noblame.model.secrets import record_without_secrets
from noblame.store.atomic import write_atomically
from noblame.store.reading import read_bytes
from noblame.store.refusal import SessionRefused
from noblame.store.state import key, private_folder, state_folder
from noblame.ui.ink import Line, line
from noblame.ui.rows import Lines, Target

REDACT = "redact"
"""The word behind ``/export`` that takes names and addresses out."""


def write_document(record: Record, session: Path, wanted: str) -> str:
    """Write a profile of the document, or another format, beside the session file and say where it is, or why it is not there.

    `wanted` names them, behind `REDACT` where the record is one for readers outside.
    """
    redact, wanted = wanted.startswith(REDACT), wanted.removeprefix(REDACT).strip() or "standard"
    to, profile = (wanted, "standard") if wanted in EXPORTERS else ("md", wanted)
    kind = f"{'' if profile == 'standard' else f'.{Path(profile).stem}'}{'.redacted' if redact else ''}"
    path = session.with_name(f"{session.stem}{kind}{EXPORTERS[to].suffix}")
    try:
        content = export(record_without_secrets(record), to, profile).encode()
        kept = _kept(path, content)
        write_atomically(path, content)
    except ExportRefused as problem:
        return str(problem)
    except OSError as problem:
        return f"The document could not be written to {path}: {problem.strerror}."
    with contextlib.suppress(OSError):
        write_atomically(_mark(path), sha256(content).digest(), 0o600)
    return f"Written: {_shown(path)}{kept}"


def _mark(path: Path) -> Path:
    """Return where it is kept what noblame wrote last at a path; raises OSError."""
    return private_folder(state_folder(os.environ) / "documents") / key(path)


def _kept(path: Path, content: bytes) -> str:
    """Put aside what stands at a path and is not what noblame wrote last, for somebody has written into it; say where it is."""
    try:
        before = read_bytes(path)
    except SessionRefused:
        return ""
    with contextlib.suppress(OSError):
        if before == content or _mark(path).read_bytes() == sha256(before).digest():
            return ""
    aside, number = path.with_name(f"{path.name}.bak"), 2
    while aside.exists():
        aside, number = path.with_name(f"{path.name}.bak{number}"), number + 1
    write_atomically(aside, before)
    return f"; what stood there is {aside.name} now"


def redaction_page(found: Redacted, width: int) -> Lines:
    """Return what redaction changes, before and after, as a page."""
    lines: list[Line] = [line((f"  {len(found.changed)} texts are changed; what is not listed stays as it is.", "muted")), ()]
    if found.left:
        left = f"Left, because they may be machines: {', '.join(found.left)}. On the roster they count as people."
        lines += [*(line(("  " + part, "warn")) for part in wrap(left, width - 4)), ()]
    targets: list[Target] = []
    for number, (old, new) in enumerate(found.changed):
        targets.append(Target(str(number), len(lines)))
        lines += [line(("  − " if not n else "    ", "bad"), (part, "muted")) for n, part in enumerate(wrap(old, width - 6))]
        lines += [line(("  + " if not n else "    ", "good"), part) for n, part in enumerate(wrap(new, width - 6))]
    return Lines(tuple(lines), tuple(targets))


def _shown(path: Path) -> str:
    """Return a path as it would be typed in the folder the program was started from."""
    for base, lead in ((Path.cwd(), ""), (Path.home(), "~/")):
        if path.is_relative_to(base):
            return clean_line(f"{lead}{path.relative_to(base)}")
    return clean_line(str(path))


def document_page(record: Record, width: int) -> Lines:
    """Return the Markdown of the standard document as a page."""
    lines: list[Line] = []
    drawn = False
    for text in export(record_without_secrets(record), "md", "standard").split("\n"):
        drawn ^= text.startswith("```")
        tone = "accent" if text.startswith("#") else "muted" if text.startswith(("|", "<", "```")) else "text"
        whole = drawn or text.startswith("|") or not text.strip()
        lines += [line((f"  {part}", tone)) for part in ([text] if whole else wrap(text, width - 4))]
    return Lines(tuple(lines))
